"""What moves off a weekend or a day off, and where it goes."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, TUE, at, but, dates, in_week, monthly, only_in, weekly
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import each, moved, on, to_monday

CASES: list[Case] = [
    clear(
        "The Chair of the People's Committee receives citizens on the 15th day of every month, 07:30–11:30, "
        "at the Citizen Reception Office, 26 Tran Phu Street; if the 15th falls on a Saturday or Sunday, on "
        "the following Monday",
        at([*monthly(15, but(6, 9, 12)), *dates((6, 17), (9, 16), (12, 16))], "07:30"),
        minutes=(240, None),
    ),
    clear(
        "Reception of citizens: third Tuesday of each month, 9am to noon; if that day is a public holiday, "
        "reception moves to the next working day",
        at(in_week(TUE, 3), "09:00"),
        minutes=(180, None),
    ),
    clear("The refuse collection of Monday 6 May 2024 is moved to Tuesday 7 May 2024", dates((5, 7))),
    clear(
        "Payroll is run on the 28th; when the 28th falls at a weekend, on the Friday before",
        [*monthly(28, but(1, 4, 7, 9, 12)), *dates((1, 26), (4, 26), (7, 26), (9, 27), (12, 27))],
    ),
    clear(
        "Monthly, on the 15th; if that falls on a weekend, on the following Monday.",
        monthly(15, but(6, 9, 12)) + dates((6, 17), (9, 16), (12, 16)),
    ),
    clear(
        "Rent due on the 1st of each month; if it falls on a Saturday or Sunday, it moves to the next Monday",
        [*monthly(1, but(6, 9, 12)), *dates((6, 3), (9, 2), (12, 2))],
    ),
    clear(
        "Rent is paid on the 1st of each month (if that is a weekend, the preceding Friday)",
        [*monthly(1, but(6, 9, 12)), *dates((5, 31), (8, 30), (11, 29))],
    ),
    refused("On the 15th of each month; if that falls on a Saturday, the following Monday", "if that"),
    refused("On the 15th of each month; if that falls on a weekend, on the following Tuesday", "if that"),
    refused(
        "On the 15th of each month at 9am; if that falls on a weekend, the following Monday at 10am",
        "10am",
    ),
    refused("The 10th of each month; if that is a Saturday, Sunday or public holiday, the following Monday"),
    refused("Open daily 10am (closed Mondays except 6 May)", "except"),
    refused("The museum is open Tuesday to Sunday, 10am–5pm (closed Mondays except bank holidays)", "except"),
    refused("Daily at 9am except Mondays except 6 May", "except 6"),
    clear(
        "Daily at 9am, except Mondays and except in August",
        at(only_in(weekly(*range(1, 7)), *but(8)), "09:00"),
    ),
    clear("Daily at 9am, not Mondays, not in August", at(only_in(weekly(*range(1, 7)), *but(8)), "09:00")),
    refused("Communion, first Sunday of the month at 9am; prayers, other Sundays at 10am", "other"),
    refused("Mondays 9am, other days 10am", "other"),
    refused("AGM: Thursday 16 May 2024, 7.30pm for 8pm", "for"),
    refused("Supper, Fridays 7 for 7.30pm", "7"),
    clear("Quiz, Fridays 7.30pm, for 8 people", at(weekly(FRI), "19:30")),
    clear(
        "The 5th of each month, moved to the next working day if it falls on a weekend",
        to_monday(monthly(5)),
    ),
    clear("15th of the month (next working day if that is a Saturday or Sunday)", to_monday(monthly(15))),
    clear(
        "Tuesdays 6pm (no session 24 and 31 December)",
        at([d for d in weekly(TUE) if (d.month, d.day) not in ((12, 24), (12, 31))], "18:00"),
    ),
    clear(
        "The 10th of each month at 2 pm; if that falls on a weekend, on the previous Friday",
        at(moved(monthly(10), -1, -2), "14:00"),
    ),
    clear(
        "The 20th of every month; if it falls on a Saturday or Sunday, the next working day",
        moved(monthly(20), 2, 1),
    ),
    clear("On the 5th; when the 5th falls on a weekend, on the Monday after", moved(monthly(5), 2, 1)),
    refused("The 15th of each month; if it falls on a Sunday, on the next Monday", "if it falls on a"),
    refused("The 15th of each month; if it falls on a weekend, on Monday", "if it falls on a"),
    refused("The 15th of each month; when the 16th falls on a weekend, on the following Monday"),
    clear(
        "The meeting of 14 May has been moved to Tuesday 21 May at 19:00", at([date(2024, 5, 21)], "19:00")
    ),
    clear("The talk on 3 October is postponed to 10 October", [date(2024, 10, 10)]),
    refused("The meeting of 14 May at 19:00 is moved to 21 May", "moved to"),
    refused("The meetings of 14 May and 11 June are moved to 21 May", "moved to"),
    refused("Collections on Mondays are moved to 7 May", "moved to"),
    clear(
        "The Mayor receives residents on the 15th of each month; if that falls on a weekend, on the "
        "following Monday",
        to_monday(each(15)),
    ),
    clear(
        "The Chairman receives citizens on the 15th of each month; if it falls on a weekend, the "
        "following Monday",
        to_monday(monthly(15)),
    ),
    clear(
        "The 20th of every month, moved to the next working day if it falls on a weekend",
        to_monday(monthly(20)),
    ),
    clear(
        "Lãnh đạo Ban tiếp công dân 02 ngày/tháng: ngày 15 và ngày 25; nếu trùng ngày nghỉ thì chuyển sang "
        "ngày làm việc kế tiếp",
        monthly(15, but(6, 9, 12))
        + dates((6, 17), (9, 16), (12, 16))
        + monthly(25, but(2, 5, 8))
        + dates((2, 26), (5, 27), (8, 26)),
    ),
    clear(
        "Bí thư Đảng ủy tiếp dân: ngày 20 hằng tháng (nếu trùng thứ Bảy, Chủ nhật thì tiếp vào "
        "thứ Hai tuần kế tiếp)",
        monthly(20, but(1, 4, 7, 10)) + dates((1, 22), (4, 22), (7, 22), (10, 21)),
    ),
    clear(
        "8h ngày 20 hằng tháng (nếu trùng thứ Bảy, Chủ nhật thì tiếp vào thứ Hai tuần kế tiếp)",
        at([*monthly(20, but(1, 4, 7, 10)), *dates((1, 22), (4, 22), (7, 22), (10, 21))], "08:00"),
    ),
    clear(
        "Ngày 20 hằng tháng, nếu trùng thứ Bảy hoặc Chủ nhật thì dời sang thứ Sáu trước đó",
        [*monthly(20, but(1, 4, 7, 10)), *dates((1, 19), (4, 19), (7, 19), (10, 18))],
    ),
    refused("17h hằng ngày, nghỉ thứ Hai trừ tháng 8", "trừ"),
    clear(
        "Ngày 20 hằng tháng, nếu trùng thứ Bảy hoặc Chủ nhật thì dời sang thứ Hai tuần sau",
        moved(monthly(20), 2, 1),
    ),
    clear(
        "8h ngày 10 hằng tháng; trường hợp rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Sáu liền trước",
        at(moved(monthly(10), -1, -2), "08:00"),
    ),
    clear(
        "Ngày 25 hằng tháng, nếu trùng thứ Bảy, Chủ nhật thì chuyển sang ngày làm việc kế tiếp",
        moved(monthly(25), 2, 1),
    ),
    refused("Ngày 20 hằng tháng, nếu trùng Chủ nhật thì chuyển sang thứ Hai tuần sau", "nếu trùng"),
    refused("Ngày 20 hằng tháng, nếu trùng thứ Bảy, Chủ nhật thì chuyển sang thứ Hai", "nếu trùng"),
    refused("Ngày 20 hằng tháng; nếu ngày 21 rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp"),
    clear("Buổi họp ngày 14/5 dời sang ngày 21/5 lúc 8h", at([date(2024, 5, 21)], "08:00")),
    clear("Phiên họp ngày 06/6/2024 chuyển sang ngày 13/6/2024", [date(2024, 6, 13)]),
    refused("Họp thứ Hai hằng tuần dời sang ngày 21/5", "dời sang"),
    clear(
        "Đồng chí Bí thư Đảng ủy tiếp dân ngày 05 hằng tháng (nếu trùng thứ Bảy, Chủ nhật "
        "thì chuyển sang thứ Hai kế tiếp)",
        to_monday(each(5)),
    ),
    clear(
        "Ngày 20 hằng tháng, từ tháng 6 đến tháng 8; nếu trùng ngày nghỉ thì tiếp vào ngày "
        "làm việc tiếp theo",
        on((6, 20), (7, 22), (8, 20)),
    ),
    clear(
        "Ngày 20 hằng tháng; nếu trùng vào ngày nghỉ thì tiếp vào ngày làm việc tiếp theo",
        dates(
            (1, 22),
            (2, 20),
            (3, 20),
            (4, 22),
            (5, 20),
            (6, 20),
            (7, 22),
            (8, 20),
            (9, 20),
            (10, 21),
            (11, 20),
            (12, 20),
        ),
    ),
    clear(
        "Chủ tịch HĐND tiếp công dân ngày 5 hằng tháng, nếu trùng thứ Bảy, Chủ nhật thì chuyển sang "
        "thứ Hai kế tiếp",
        dates(
            (1, 5), (2, 5), (3, 5), (4, 5), (5, 6), (6, 5), (7, 5), (8, 5), (9, 5), (10, 7), (11, 5), (12, 5)
        ),
    ),
    clear(
        "Chủ tịch UBND xã tiếp công dân định kỳ vào ngày 15 hằng tháng, nếu trùng ngày nghỉ "
        "thì tiếp vào ngày làm việc tiếp theo",
        [d for d in monthly(15) if d.month not in (6, 9, 12)]
        + [date(2024, 6, 17), date(2024, 9, 16), date(2024, 12, 16)],
    ),
    clear(
        "Ngày 5 hằng tháng; nếu ngày 5 rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp",
        to_monday(monthly(5)),
    ),
    clear(
        "Ngày 10 các tháng 1, 4, 7, 10, bắt đầu lúc 8h30; nếu trùng ngày nghỉ, lễ thì tiếp "
        "vào ngày làm việc liền kề sau đó",
        at(monthly(10, (1, 4, 7, 10)), "08:30"),
    ),
    clear(
        "Ủy ban Kiểm tra tiếp đảng viên, công dân ngày 25 hằng tháng (nếu trùng ngày lễ hoặc "
        "ngày nghỉ hằng tuần thì chuyển sang ngày làm việc kế tiếp)",
        to_monday(monthly(25)),
    ),
    refused(
        "Ngày 20 hằng tháng, nếu trùng các ngày trong tuần thì chuyển sang ngày làm việc tiếp theo",
        "nếu trùng",
    ),
    refused("The 20th of each month; if it falls on a weekday, the next working day", "if it falls"),
]
