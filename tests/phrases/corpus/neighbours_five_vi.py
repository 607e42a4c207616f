"""Neighbours of the fifth Vietnamese round: the same rule in other words, and what comes near it."""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import ALL, FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at, later
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import (
    daily,
    each,
    every,
    fortnightly,
    months_whole,
    nth,
    on,
    quarters,
    span,
)

PREMIERE = at(on((3, 16)), "20:00")
SUNDAY = at(on((3, 24)), "10:00")
OTHER_WEEK = at(fortnightly((1, 8)), "14:00")
THIRD_WEEK = [date(2024, 1, 8) + timedelta(21 * k) for k in range(18)]

# A weekday with its date behind "phát lại" is that date.
REPLAYS: list[Case] = [
    clear("20h thứ Bảy 16/3, phát lại 10h Chủ nhật 24/3", PREMIERE, replays=SUNDAY),
    clear("20h ngày 16/3, phát lại Chủ nhật 24/3 lúc 10h", PREMIERE, replays=SUNDAY),
    clear("20h ngày 16/3, phát lại 10h Chủ nhật, ngày 24/3", PREMIERE, replays=SUNDAY),
    clear("20h ngày 16/3, phát lại 10h ngày 24/3 (Chủ nhật)", PREMIERE, replays=SUNDAY),
    clear("20h ngày 16/3, phát lại 10h ngày 24/3, Chủ nhật", PREMIERE, replays=SUNDAY),
    clear("20h ngày 16/3, phát lại 10h Chủ nhật (24/3)", PREMIERE, replays=SUNDAY),
    clear("20h ngày 16/3/2024, phát lại: Chủ nhật ngày 24/3/2024, 10h", PREMIERE, replays=SUNDAY),
    clear(
        "20h ngày 16/3, phát lại 10h Chủ nhật 24/3 và 15h thứ Hai 25/3",
        PREMIERE,
        replays=SUNDAY | at(on((3, 25)), "15:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h Chủ nhật, 15h ngày 25/3",
        PREMIERE,
        replays=at(on((3, 17)), "10:00") | at(on((3, 25)), "15:00"),
    ),
    refused("20h ngày 16/3, phát lại thứ Hai 24/3 lúc 10h"),
    refused("20h ngày 16/3, phát lại 10h Chủ nhật và ngày 25/3", "ngày 25/3"),
    refused("20h ngày 16/3, phát lại 10h Chủ nhật, 24/3 15h"),
    refused("20h ngày 16/3, phát lại 10h sáng Chủ nhật tuần sau 24/3"),
    refused("20h ngày 16/3, phát lại Chủ nhật 17/3 và Chủ nhật 24/3 lúc 10h"),
    refused("20h thứ Bảy hằng tuần, phát lại 10h Chủ nhật 24/3"),
    clear(
        "20h ngày 16/3, phát lại 10h và 15h Chủ nhật 24/3",
        PREMIERE,
        replays=SUNDAY | at(on((3, 24)), "15:00"),
    ),
    refused("20h ngày 16/3, phát lại 10h Chủ nhật 24/3, 15h thứ Hai", "thứ Hai"),
    refused("20h ngày 16/3, phát lại 10h ngày hôm sau (thứ Hai 17/3)"),
]

# A time before a list of weekdays and another behind it: each has its own days.
PAIRS: list[Case] = [
    clear(
        "7h30 đến 18h thứ Hai đến thứ Bảy, Chủ nhật 8h đến 12h",
        at(every(*WEEKDAYS, SAT), "07:30") | at(every(SUN), "08:00"),
    ),
    clear(
        "Chủ nhật từ 8h đến 12h, thứ Hai đến thứ Bảy từ 7h30 đến 18h",
        at(every(*WEEKDAYS, SAT), "07:30") | at(every(SUN), "08:00"),
    ),
    clear("8h thứ Hai, thứ Năm 14h", at(every(MON), "08:00") | at(every(THU), "14:00")),
    clear(
        "8h thứ Hai và thứ Tư, thứ Sáu 14h",
        at(every(MON, WED), "08:00") | at(every(FRI), "14:00"),
    ),
    clear("19h T2-T6, T7 và CN lúc 20h", at(every(*WEEKDAYS), "19:00") | at(every(SAT, SUN), "20:00")),
    clear(
        "Sáng 7h30 - 11h, chiều 13h30 - 17h thứ Hai đến thứ Sáu, thứ Bảy 7h30 - 11h",
        at(every(*WEEKDAYS, SAT), "07:30") | at(every(*WEEKDAYS), "13:30"),
    ),
    clear(
        "8h thứ Hai, 14h thứ Ba, thứ Tư 9h",
        at(every(MON), "08:00") | at(every(TUE), "14:00") | at(every(WED), "09:00"),
    ),
    clear(
        "8h thứ Hai, phát lại 7h thứ Ba, thứ Tư 9h",
        at(every(MON), "08:00"),
        replays=at(later(every(MON), 1), "07:00") | at(later(every(MON), 2), "09:00"),
    ),
    clear("8h thứ Hai, thứ Ba, 9h thứ Tư", at(every(MON, TUE), "08:00") | at(every(WED), "09:00")),
    clear(
        "7h30 - 11h thứ Hai đến thứ Sáu, 13h30 - 17h",
        at(every(*WEEKDAYS), "07:30") | at(every(*WEEKDAYS), "13:30"),
    ),
    clear(
        "9am to 5pm Monday to Saturday, Sunday 10am to 2pm",
        at(every(*WEEKDAYS, SAT), "09:00") | at(every(SUN), "10:00"),
    ),
    asked(
        "8h thứ Hai, thứ Tư, thứ Sáu 14h",
        at(every(MON), "08:00") | at(every(WED, FRI), "14:00"),
        at(every(MON, WED), "08:00") | at(every(FRI), "14:00"),
    ),
    asked("8h thứ Hai và thứ Năm 14h", at(every(MON), "08:00") | at(every(THU), "14:00")),
    asked("17h00 thứ 2, 4, 6, Chủ nhật 19h", at(every(MON, WED, FRI), "17:00") | at(every(SUN), "19:00")),
    refused("8h ngày 5/3, ngày 6/3 14h", "14h"),
    refused("8h ngày 5, ngày 20 14h hằng tháng", "14h"),
    refused("Từ thứ Hai đến thứ Bảy từ 7h30 đến 18h, từ 8h đến 12h Chủ nhật"),
]

# The day of an occasion is no airing where the phrase says when it is on.
OCCASIONS: list[Case] = [
    clear("Trong tháng 10 (chào mừng ngày 20/10)", periods=months_whole(10)),
    clear("Trong tháng 10, hưởng ứng Ngày Chuyển đổi số quốc gia 10/10", periods=months_whole(10)),
    clear("Quý II (kỷ niệm 50 năm ngày 30/4)", periods=quarters(2)),
    clear("Từ 1/9 đến 15/9 (chào mừng Quốc khánh 2/9)", periods=span((9, 1), (9, 15))),
    clear(
        "Từ ngày 1/11 đến ngày 20/11 (hưởng ứng Ngày Pháp luật Việt Nam 09/11)",
        periods=span((11, 1), (11, 20)),
    ),
    clear("8h ngày 18/11 chào mừng Ngày Nhà giáo Việt Nam 20/11", at(on((11, 18)), "08:00")),
    clear("Ngày 18/11 (chào mừng Ngày Nhà giáo Việt Nam 20/11), 19h30", at(on((11, 18)), "19:30")),
    clear("20h thứ Bảy hằng tuần (hướng tới kỷ niệm 30/4)", at(every(SAT), "20:00")),
    clear(
        "Tháng 6 (nhân Tháng hành động vì trẻ em 1/6 - 30/6), 19h thứ Sáu",
        at(every(FRI, a=(6, 1), b=(6, 30)), "19:00"),
    ),
    clear(
        "20h thứ Bảy tuần 2 tháng 12 (chào mừng Ngày thành lập Quân đội nhân dân Việt Nam 22/12)",
        at(nth(SAT, 2, months=(12,)), "20:00"),
    ),
    clear("Ngày hội chào mừng 20/11: 8h", at(on((11, 20)), "08:00")),
    clear(
        "Tháng 3: 8h thứ Hai; chào mừng 30/4: 20h",
        at(every(MON, a=(3, 1), b=(3, 31)), "08:00") | at(on((4, 30)), "20:00"),
    ),
    refused("Tháng 10, nhân ngày 20/10", "nhân ngày"),
    refused("20h (chào mừng 20/11)"),
    refused("Tháng 3 (kỷ niệm 8/3 lúc 8h)"),
]

# "Cách một tuần" is every other week; "cách hai tuần" every second or every third.
SPACED: list[Case] = [
    clear("Cách tuần một lần vào thứ Hai, từ 8/1, 14h", OTHER_WEEK),
    clear("Cách 1 tuần vào thứ Hai, bắt đầu từ 8/1, 14h", OTHER_WEEK),
    clear("cach 1 tuan 1 lan vao thu Hai, bat dau tu 8/1, 14h", OTHER_WEEK),
    clear("14h thứ Hai, cách 1 tuần họp 1 lần, từ 8/1", OTHER_WEEK),
    clear("14h thứ Hai, cứ cách một tuần lại họp, từ 8/1", OTHER_WEEK),
    clear("Cứ 2 tuần vào thứ Hai, bắt đầu từ 8/1, 14h", OTHER_WEEK),
    clear("Cứ hai tuần họp một lần vào thứ Hai, bắt đầu từ 8/1, 14h", OTHER_WEEK),
    clear("14h thứ Hai, hai tuần họp một lần, từ 8/1", OTHER_WEEK),
    clear("Hai tuần một lần vào thứ Hai, bắt đầu từ 8/1, 14h", OTHER_WEEK),
    asked("Cách 2 tuần vào thứ Hai, bắt đầu từ 8/1, 14h", OTHER_WEEK, at(THIRD_WEEK, "14:00")),
    asked("Cách hai tuần một lần vào thứ Hai, bắt đầu từ 8/1, 14h", OTHER_WEEK, at(THIRD_WEEK, "14:00")),
    asked("Cách một tuần một lần vào thứ Hai, 14h", at(fortnightly((1, 1)), "14:00"), OTHER_WEEK),
    asked(
        "Cách một tháng một lần vào ngày 5",
        each(5, months=(1, 3, 5, 7, 9, 11)),
        each(5, months=(2, 4, 6, 8, 10, 12)),
    ),
    refused("Cách một ngày, 8h từ 8/1"),
    refused("Tuần họp tuần nghỉ, thứ Hai 14h từ 8/1"),
]

# Weekdays at the ends of a range, ages, reports and places with numbers, "kết thúc".
OTHERS: list[Case] = [
    clear("Từ thứ Ba 16/7 đến 19/7, 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Từ 16/7 (thứ Ba) đến 19/7 (thứ Sáu), 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Từ thứ 3 (16/7) đến thứ 6 (19/7), 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Thứ Ba 16/7 - thứ Sáu 19/7, 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Triển lãm mở cửa từ thứ Ba 16/7 đến Chủ nhật 28/7", periods=span((7, 16), (7, 28))),
    clear(
        "20h thứ Tư hằng tuần từ thứ Ba 16/7 đến thứ Sáu 30/8",
        at(every(WED, a=(7, 16), b=(8, 30)), "20:00"),
    ),
    clear("Thứ Ba 16/7 và thứ Sáu 19/7, 20h", at(on((7, 16), (7, 19)), "20:00")),
    refused("Từ thứ Tư 16/7 đến thứ Sáu 19/7, 20h"),
    clear("Tiêm cho trẻ từ 6 đến 36 tháng tuổi vào 8h ngày 5 hằng tháng", at(each(5), "08:00")),
    clear("8h ngày 5 hằng tháng cho trẻ 18 tháng tuổi", at(each(5), "08:00")),
    clear(
        "Uống vitamin A cho trẻ 6 - 36 tháng tuổi: 7h30 ngày 1/6 và 1/12", at(on((6, 1), (12, 1)), "07:30")
    ),
    clear("Báo cáo tháng gửi chậm nhất ngày 20 hằng tháng", each(20, months=ALL)),
    clear("Báo cáo 9 tháng nộp chậm nhất ngày 20/9", on((9, 20))),
    refused("Báo cáo tuần nộp trước 15h thứ Năm hằng tuần", "trước"),
    clear("Thứ Hai 19h tại Trường THCS Vĩnh Hòa 2", at(every(MON), "19:00")),
    clear(
        "Lớp học thứ Hai 19h, bắt đầu từ 9/9 và kết thúc vào 25/11",
        at(every(MON, a=(9, 9), b=(11, 25)), "19:00"),
    ),
    refused("Thứ Hai 19h, kết thúc tháng 5", "kết thúc"),
    clear("Khai mạc ngày 9/9, kết thúc ngày 29/11", on((9, 9), (11, 29))),
    refused("Hội thi từ 8h ngày 9/9, kết thúc ngày 10/9"),
    refused("Thứ Hai 19h từ 9/9, kết thúc 21h", "kết thúc"),
]

# "Riêng tuần 1 … thứ Ba": in the place of that week's own weekday.
IN_PLACE: list[Case] = [
    clear(
        "8h thứ Hai hằng tuần, riêng tuần 1 của tháng họp vào thứ Ba",
        at([d for d in every(MON) if d.day > 7] + nth(TUE, 1), "08:00"),
    ),
    clear(
        "14h thứ Năm hằng tuần, riêng tuần 2 chuyển sang thứ Sáu",
        at([d for d in every(THU) if not 8 <= d.day <= 14] + nth(FRI, 2), "14:00"),
    ),
    clear(
        "8h thứ Hai hằng tuần, riêng thứ Hai tuần 1 họp 14h",
        at([d for d in every(MON) if d.day > 7], "08:00") | at(nth(MON, 1), "14:00"),
    ),
    refused("8h thứ Hai hằng tuần, riêng tuần 1 họp 14h thứ Ba"),
    refused("8h thứ Hai hằng tuần, riêng tuần 1 của tháng 3 họp vào thứ Ba"),
    refused("8h thứ Hai, thứ Tư hằng tuần, riêng tuần 1 họp vào thứ Ba"),
]

CASES: list[Case] = IN_PLACE + REPLAYS + PAIRS + OCCASIONS + SPACED + OTHERS
