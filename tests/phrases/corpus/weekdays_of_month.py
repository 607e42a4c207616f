"""The n-th weekday of a month, of each month or of some."""

from __future__ import annotations

from tests.phrases.almanac import (
    FIRST_OF_QUARTERS,
    FRI,
    LAST_OF_QUARTERS,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    but,
    dates,
    in_week,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import nth

CASES: list[Case] = [
    clear(
        "The phone-in (call 01632 960170) runs for an hour and a half from 10.30am on the last Wednesday of "
        "the month",
        at(in_week(WED, -1), "10:30"),
        minutes=(90, None),
    ),
    clear("Writers' circle — 2nd & 4th Fri, 6.45pm", at(in_week(FRI, 2) + in_week(FRI, 4), "18:45")),
    clear("Museum free for all: first Sunday of every month", in_week(SUN, 1)),
    clear(
        "Tea dance, third Wednesday afternoon of each month (2pm), £5 including cake",
        at(in_week(WED, 3), "14:00"),
    ),
    clear(
        "Jazz Night / with the station's own trio / first Friday of the month / 11pm–1am",
        at(in_week(FRI, 1), "23:00"),
        minutes=(120, None),
    ),
    clear(
        "Legal aid clinic, 2nd and 4th Thursdays, 5.30–7pm, drop-in, bring proof of address",
        at(in_week(THU, 2) + in_week(THU, 4), "17:30"),
        minutes=(90, None),
    ),
    clear("Board of Education: 2nd Tue., 7 p.m., Rm. 104, 55 Oak St.", at(in_week(TUE, 2), "19:00")),
    clear(
        "Fire alarm test at 10.55am every first Monday of the month, lasting 2 minutes",
        at(in_week(MON, 1), "10:55"),
        minutes=(2, None),
    ),
    clear(
        "Mayor's surgery: first and third Tuesday of the month, 2pm to 4pm, Town Hall, Room 12, by "
        "appointment (tel. 01632 960144)",
        at(in_week(TUE, 1) + in_week(TUE, 3), "14:00"),
        minutes=(120, None),
    ),
    clear(
        "Regular reception by the Deputy Chair: last Friday of each month, from 13:30, ground floor of "
        "Building B",
        at(in_week(FRI, -1), "13:30"),
    ),
    clear(
        "The Mothers' Union meets in the parish room on the second Wednesday of the month at a quarter past "
        "two in the afternoon",
        at(in_week(WED, 2), "14:15"),
    ),
    clear("The parish magazine appears on the last Sunday of every month", in_week(SUN, -1)),
    clear(
        "First and third Wednesdays, 10:00–12:00, Room 4",
        at(in_week(WED, 1) + in_week(WED, 3), "10:00"),
    ),
    clear(
        "Farmers' market, last Saturday of the month, 8am to 1pm, Market Square",
        at(in_week(SAT, -1), "08:00"),
    ),
    clear(
        "Museum late evening: last Thursday of each month from 17:00 to 21:00",
        at(in_week(THU, -1), "17:00"),
    ),
    clear(
        "Committee of the Whole – 1st and 3rd Monday, 6:30 PM, Council Chambers",
        at(in_week(MON, 1) + in_week(MON, 3), "18:30"),
    ),
    clear("Quiz night, first Thursday of the month, 8pm", at(in_week(THU, 1), "20:00")),
    clear("The 2nd and last Fridays in each month, 3pm", at(in_week(FRI, 2) + in_week(FRI, -1), "15:00")),
    clear("Last Friday of each month, 19:00", at(in_week(FRI, -1), "19:00")),
    clear("Monthly meeting: last Friday, 19:00", at(in_week(FRI, -1), "19:00")),
    clear("Board: 2nd Tue., 7 p.m.", at(in_week(TUE, 2), "19:00")),
    clear("The last Friday, 11:00 to 12:00", at(in_week(FRI, -1), "11:00")),
    clear("Monthly newsletter, last Friday of the month", nth(FRI, -1)),
    clear("First Monday of every month, 7.45am, FM 99.4", at(nth(MON, 1, year=2025), "07:45"), year=2025),
    clear(
        "Cllr Margaret Hall: first Saturday of each month, 10am–noon, Central Library",
        at(nth(SAT, 1), "10:00"),
    ),
    clear(
        "Second and fourth Thursday of the month, 6.30pm–7.30pm, Community Hub, Room 3",
        at(nth(THU, 2, 4), "18:30"),
    ),
    clear("Legal clinic on the last Wednesday of the month from 5.30pm", at(nth(WED, -1), "17:30")),
    clear("Farmers' market, second Sunday of the month, 9am-1pm", at(nth(SUN, 2), "09:00")),
    clear("Bulky waste collected first Monday of the month", nth(MON, 1)),
    clear(
        "The Planning Committee will meet in Room 12, Town Hall, Second Street on the second "
        "Tuesday of each month at 6pm; call 020 7946 0123 to register to speak.",
        at(nth(TUE, 2), "18:00"),
    ),
    clear("Book group: last Wednesday of the month, 6–7.30pm", at(nth(WED, -1), "18:00")),
    clear("IT help sessions: 1st, 3rd and 5th Friday of the month, 2–4pm", at(nth(FRI, 1, 3, 5), "14:00")),
    clear(
        "Chatterbooks (ages 8–12) meets on the second Saturday of each month, 11am to noon",
        at(nth(SAT, 2), "11:00"),
    ),
    clear("Lego Club – 1st Sat of month – 10am", at(nth(SAT, 1), "10:00")),
    clear("Curator's tour: first Sunday of the month at 3 p.m., £4.50", at(nth(SUN, 1), "15:00")),
    clear("Free entry on the first Friday of each month", nth(FRI, 1)),
    clear("Quiz night on the last Thursday of each month, 8pm", at(nth(THU, -1), "20:00")),
    clear(
        "Hearing aid clinic: first and third Wednesday of the month, 1.30–3pm", at(nth(WED, 1, 3), "13:30")
    ),
    clear("Antenatal class, 2nd Mon of each month at 18:30, Room 4B", at(nth(MON, 2), "18:30")),
    clear("Citizen reception: first Thursday of every month, 08:00–11:30", at(nth(THU, 1), "08:00")),
    clear(
        "The Chairman of the People's Committee receives citizens at the reception office, 6 Nguyen "
        "Cong Tru Street, from 8am to 11am on the last Friday of each month.",
        at(nth(FRI, -1), "08:00"),
    ),
    clear("Farmers' market: second and fourth Saturday of the month, 9am–1pm", at(nth(SAT, 2, 4), "09:00")),
    clear("First Saturday of each month from 22:00 to 02:00", at(nth(SAT, 1), "22:00")),
    clear("Generator test: last Monday of the month, 12.30pm", at(nth(MON, -1), "12:30")),
    clear("Induction: the first Monday of each month at 9am", at(nth(MON, 1), "09:00")),
    clear(
        "City Council meets the first and third Tuesday of every month at 6:30 p.m.",
        at(nth(TUE, 1, 3), "18:30"),
    ),
    clear(
        "Live at 17h45 on the first Monday of the quarter, in the provincial studio",
        at(in_week(MON, 1, (1, 4, 7, 10)), "17:45"),
    ),
    clear(
        "Our magazine is out on the first Friday of January, April, July and October",
        in_week(FRI, 1, (1, 4, 7, 10)),
    ),
    clear(
        "Family day on the last Saturday in June, 10.30am to 3pm",
        at(dates((6, 29)), "10:30"),
        minutes=(270, None),
    ),
    clear(
        "Guided tours depart at 11am and 2.30pm on the first and last Sunday of each month, April to "
        "September",
        at(in_week(SUN, 1, (4, 5, 6, 7, 8, 9)) + in_week(SUN, -1, (4, 5, 6, 7, 8, 9)), "11:00")
        | at(in_week(SUN, 1, (4, 5, 6, 7, 8, 9)) + in_week(SUN, -1, (4, 5, 6, 7, 8, 9)), "14:30"),
    ),
    clear(
        "The party secretary meets residents once a quarter, on the first Saturday of the last month of the "
        "quarter, at 08:00",
        at(in_week(SAT, 1, (3, 6, 9, 12)), "08:00"),
    ),
    clear(
        "Veterans' pensions officer: second Wed of Jan, Mar, May, Jul, Sep and Nov, 11am",
        at(in_week(WED, 2, (1, 3, 5, 7, 9, 11)), "11:00"),
    ),
    clear(
        "Bulky waste: first Saturday of every quarter, depot gate 2, 8am to 1pm",
        at(in_week(SAT, 1, (1, 4, 7, 10)), "08:00"),
        minutes=(300, None),
    ),
    clear(
        "Audit Committee, last Monday of January, April, July and October, two o'clock in the afternoon",
        at(in_week(MON, -1, (1, 4, 7, 10)), "14:00"),
    ),
    clear(
        "Residents' forum on the second Saturday of the first month of each quarter, 9:30 AM",
        at(in_week(SAT, 2, (1, 4, 7, 10)), "09:30"),
    ),
    clear(
        "Churchyard working party, first Saturday, 9.30am to 12 noon, March–October",
        at(in_week(SAT, 1, tuple(range(3, 11))), "09:30"),
        minutes=(150, None),
    ),
    clear("PTA: 1st Tues of month, 8pm, staffroom, Sept–Dec", at(in_week(TUE, 1, (9, 10, 11, 12)), "20:00")),
    clear("Jan, Apr, Jul & Oct: first Monday, 09:00", at(in_week(MON, 1, (1, 4, 7, 10)), "09:00")),
    clear("Last Friday of March, June, September and December", in_week(FRI, -1, (3, 6, 9, 12))),
    clear("Film club (first Thursday at 2 pm, January–May)", at(in_week(THU, 1, (1, 2, 3, 4, 5)), "14:00")),
    clear(
        "Third Thursday of Jan, Apr, Jul and Oct at 10.30am", at(nth(THU, 3, months=(1, 4, 7, 10)), "10:30")
    ),
    clear(
        "Full page in the Gazette on the first Saturday of March, June, September and December",
        nth(SAT, 1, months=(3, 6, 9, 12)),
    ),
    clear(
        "Deputy Director (finance) sees businesses at 9am on the first Tuesday of each quarter",
        at(nth(TUE, 1, months=(1, 4, 7, 10)), "09:00"),
    ),
    clear(
        "Street sweeping: 1st and 3rd Wed of the month, April to November",
        nth(WED, 1, 3, months=tuple(range(4, 12)), year=2025),
        year=2025,
    ),
    clear(
        "Street sweeping, Second Street: 3rd Wednesday of the month, April to October",
        nth(WED, 3, months=(4, 5, 6, 7, 8, 9, 10)),
    ),
    clear(
        "Overview and Scrutiny – third Tuesday of the last month in each quarter, 6pm",
        at(nth(TUE, 3, months=(3, 6, 9, 12)), "18:00"),
    ),
    clear("Allotment inspections: first Saturday in April, July and October", nth(SAT, 1, months=(4, 7, 10))),
    clear(
        "Film night: 7.30pm, second Friday of the month, October to December, £5 on the door",
        at(nth(FRI, 2, months=(10, 11, 12)), "19:30"),
    ),
    clear(
        "Craft market on the last Sunday of March, June, September and November, 10am–4pm",
        at(nth(SUN, -1, months=(3, 6, 9, 11)), "10:00"),
    ),
    clear(
        "Car boot sale first Sunday of the month, April–October, from 7am",
        at(nth(SUN, 1, months=(4, 5, 6, 7, 8, 9, 10)), "07:00"),
    ),
    clear("Supplement: first Saturday of each quarter", nth(SAT, 1, months=(1, 4, 7, 10))),
    clear(
        "Board meetings: 2nd & 4th Tues., 7:00 p.m., Jan.–Nov.", at(nth(TUE, 2, 4, months=but(12)), "19:00")
    ),
    clear(
        "The third Thursday of January, April, July, and October, 5:30 p.m.",
        at(nth(THU, 3, months=(1, 4, 7, 10)), "17:30"),
    ),
    clear("First Tuesday of each month in 2026 at 14:00", at(nth(TUE, 1, year=2026), "14:00"), year=2026),
    clear(
        "Gardening club: third Monday, 7pm, September to May", at(nth(MON, 3, months=but(6, 7, 8)), "19:00")
    ),
    clear(
        "Khám bệnh từ thiện: Chủ nhật thứ hai hằng tháng, từ 7g đến 11g tại chùa Phước Hậu",
        at(in_week(SUN, 2), "07:00"),
    ),
    clear("Cà phê doanh nhân, 7g00 sáng thứ Bảy cuối cùng của tháng", at(in_week(SAT, -1), "07:00")),
    clear("Tối thứ Tư đầu tiên hằng tháng", in_week(WED, 1)),
    clear("Thu gom rác cồng kềnh sáng Chủ nhật đầu tiên của tháng", nth(SUN, 1)),
    clear("Kể chuyện sách: 9h sáng Chủ nhật đầu tiên của tháng", at(in_week(SUN, 1), "09:00")),
    clear(
        "22 giờ thứ Tư đầu tiên của tháng: Văn học nghệ thuật (60 phút)",
        at(in_week(WED, 1), "22:00"),
        minutes=(60, None),
    ),
    clear("Lễ chào cờ thứ Hai đầu tháng, 7 giờ 00 phút, sân UBND huyện", at(in_week(MON, 1), "07:00")),
    clear(
        "Đọc truyện cho bé – sáng thứ Bảy thứ hai của tháng, 9h đến 10h30, phòng Thiếu nhi lầu 1",
        at(in_week(SAT, 2), "09:00"),
        minutes=(90, None),
    ),
    clear("Giao lưu văn nghệ: bốn giờ rưỡi chiều thứ Sáu cuối cùng của tháng", at(in_week(FRI, -1), "16:30")),
    clear("Chầu Thánh Thể: 19h thứ Sáu đầu tháng", at(in_week(FRI, 1), "19:00")),
    clear(
        "Lấy mẫu nước định kỳ vào thứ hai đầu tiên của các tháng 2, 5, 8, 11",
        in_week(MON, 1, (2, 5, 8, 11)),
    ),
    clear("Chủ nhật cuối cùng của tháng 10 hằng năm", in_week(SUN, -1, (10,))),
    clear(
        "Phó Giám đốc phụ trách tài chính tiếp tổ chức, doanh nghiệp vào 9h thứ Ba đầu tiên của mỗi quý",
        at(nth(TUE, 1, months=(1, 4, 7, 10)), "09:00"),
    ),
    clear(
        "Hội Nông dân họp thứ Năm đầu tiên của các tháng 1, 4, 7 và 10", in_week(THU, 1, FIRST_OF_QUARTERS)
    ),
    clear(
        "Bảo dưỡng máy chủ 20h thứ Sáu cuối cùng của tháng 3, 6, 9, 12",
        at(in_week(FRI, -1, LAST_OF_QUARTERS), "20:00"),
    ),
    clear("Từ tháng 3, cứ thứ Ba đầu tháng thì họp, 8h", at(in_week(TUE, 1, tuple(range(3, 13))), "08:00")),
    clear(
        "Cổng thông tin điện tử: đăng infographic vào thứ Hai đầu tiên của mỗi quý",
        in_week(MON, 1, (1, 4, 7, 10)),
    ),
    clear("Chủ nhật cuối cùng của mỗi quý, lúc 9 giờ 30 phút", at(in_week(SUN, -1, (3, 6, 9, 12)), "09:30")),
]
