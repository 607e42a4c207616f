"""Vietnamese neighbours of the other files: the same rule in other words, and what comes near it."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    at,
    between,
    but,
    dates,
    in_week,
    monthly,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

DAILY = weekly(*range(7))

CASES: list[Case] = [
    # more than half a day
    clear("Cắt điện từ 5h30 đến 18h ngày 4/5", at(dates((5, 4)), "05:30")),
    clear("Siêu thị phục vụ 8h-22h hằng ngày", at(DAILY, "08:00")),
    refused("Phát 5h - 19h hằng ngày", "5h - 19h"),
    refused("Mở cửa 22h-11h hằng ngày"),
    # "bắt đầu"
    clear(
        "Thứ Hai hằng tuần, bắt đầu 5/2, 8h", at([d for d in weekly(MON) if d >= date(2024, 2, 5)], "08:00")
    ),
    clear("Bắt đầu 7h30 ngày 5/5", at(dates((5, 5)), "07:30")),
    refused("Bắt đầu thứ Hai tuần 2, 8h", "Bắt đầu"),
    refused("Bắt đầu ngày 5 hằng tháng"),
    refused("Thu phí từ ngày 5 hằng tháng", "từ"),
    # "riêng"
    clear(
        "Múa lân 18h hằng ngày, riêng Chủ nhật nghỉ", at([d for d in DAILY if d.weekday() != SUN], "18:00")
    ),
    clear("Sinh hoạt 14h ngày 15 hằng tháng, riêng tháng 2 không tổ chức", at(monthly(15, but(2)), "14:00")),
    clear(
        "Thứ 7 hàng tuần lúc 6h, riêng thứ 7 tuần cuối lúc 5h30",
        at([d for d in weekly(SAT) if d not in in_week(SAT, -1)], "06:00") | at(in_week(SAT, -1), "05:30"),
    ),
    refused("Phát 18h thứ Hai, riêng tuần 2 nghỉ, thứ Ba 19h"),
    # lists of days, each with its month
    clear(
        "Diễn 17h các ngày 5, 10 tháng 3 và 7, 9 tháng 4", at(dates((3, 5), (3, 10), (4, 7), (4, 9)), "17:00")
    ),
    clear("Diễn 17h ngày 5, 10 tháng 3, 6, 9", at(monthly(5, (3, 6, 9)) + monthly(10, (3, 6, 9)), "17:00")),
    clear(
        "3 ngày đầu mỗi quý",
        periods={(date(2024, month, 1), date(2024, month, 3)) for month in (1, 4, 7, 10)},
    ),
    # turns
    clear("Mỗi tháng 2 lần, lần 1 ngày 5, lần 2 ngày 20", monthly(5) + monthly(20)),
    refused("Thứ Hai lần 1 và lần 3, 8h"),
    # counts
    clear("12 kỳ, ngày 10 hằng tháng", monthly(10)),
    refused("Báo in: 05 kỳ, đăng ngày 10 các tháng 3, 5, 8, 11"),
    clear(
        "Trưng bày trong 10 ngày, từ 20/11 đến 29/11",
        periods={(date(2024, 11, 20), date(2024, 11, 29))},
    ),
    refused("Trưng bày trong 5 ngày, từ 20/11 đến 29/11"),
    clear("Tập huấn 02 ngày: 15 và 16/5, sáng 7h30", at(dates((5, 15), (5, 16)), "07:30")),
    clear("Tháng 10: hội nghị, tháng 11: hội thi", periods=between(10, 10) | between(11, 11)),
    refused("Tháng 10 hội nghị, tháng 11 hội thi", "Tháng"),
    refused("Ngày 10 hội nghị khoa học", "10"),
    # amounts
    clear("Học phí 150 nghìn đồng/tháng, lớp mở tối thứ Hai, thứ Năm 18h", at(weekly(MON, THU), "18:00")),
    # dates beside a weekday of a month
    clear("Ngày 18/5 và thứ Hai đầu tiên của tháng 9, 8h", at(dates((5, 18), (9, 2)), "08:00")),
    refused("Ngày 5/5 và thứ Hai đầu tiên, 8h"),
    clear("Phát thứ Sáu tuần 1 tháng 3 (ngày 01/3), 19h00", at(in_week(FRI, 1, (3,)), "19:00")),
    clear("Thứ Hai tuần 1 các tháng 3, 6 (ngày 4/3, 3/6), 8h", at(in_week(MON, 1, (3, 6)), "08:00")),
    asked("Thứ Hai đầu tiên của tháng 9 (9/9), 8h", at(dates((9, 2)), "08:00"), at(dates((9, 9)), "08:00")),
    refused("Thứ Hai đầu tiên hằng tháng (2/9), 8h"),
    refused("Tuần 2 tháng 5 (ngày 10/5)"),
    refused("Tuần 2 tháng 5 (từ 6/5 đến 12/5)"),
    clear("Tuần 2 tháng 5 (8-14/5)", periods={(date(2024, 5, 8), date(2024, 5, 14))}),
]
