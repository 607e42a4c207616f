"""Deadlines of reports by the month and the quarter, days up to an hour, and dates in cells of a table."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, WED, at, at_each, dates, monthly, span, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

LAST_DAYS = dates((1, 31), (4, 30), (7, 31), (10, 31))

REPORTS = [
    clear("Kê khai theo tháng nộp chậm nhất ngày 20 tháng sau", monthly(20)),
    clear("Kê khai theo quý nộp chậm nhất ngày cuối tháng đầu quý sau", LAST_DAYS),
    clear(
        "Khai theo tháng nộp chậm nhất ngày 20 tháng sau; theo quý nộp chậm nhất ngày cuối tháng đầu quý sau",
        [*monthly(20), *LAST_DAYS],
    ),
    clear(
        "Nộp kế hoạch trước ngày 25 hằng tháng. Duyệt kế hoạch trước ngày 27 cùng tháng.",
        [*monthly(24), *monthly(26)],
    ),
    refused("Nộp chậm nhất ngày 20 tháng sau", "tháng sau"),
    refused("Báo cáo tháng 5 nộp chậm nhất ngày 20 tháng sau", "tháng sau"),
    refused("Duyệt trước ngày 27 cùng tháng", "cùng tháng"),
    refused("Họp 8h thứ Hai, ngày 27 cùng tháng"),
]

# What becomes of those who come late moves no deadline.
LATE_COMERS = [
    clear(
        "Đăng ký trước ngày 15 hằng tháng, trường hợp đăng ký sau ngày 15 thì chuyển sang tháng kế tiếp.",
        monthly(14),
    ),
    clear(
        "Nộp hồ sơ chậm nhất ngày 20 hằng tháng, trong trường hợp nộp sau ngày 20 thì chuyển sang tháng sau",
        monthly(20),
    ),
    refused("Họp ngày 15 hằng tháng, trường hợp bận sau ngày 15 thì chuyển sang tháng sau"),
    refused("Đăng ký trước ngày 15 hằng tháng, trường hợp đăng ký sau ngày 20 thì chuyển sang tháng sau"),
    refused("Đăng ký trước ngày 15 hằng tháng, trường hợp mưa chuyển sang tháng sau"),
    refused("Đăng ký trước ngày 15 hằng tháng, trường hợp sau ngày 15 thì chuyển sang ngày 20 tháng sau"),
]

UP_TO_AN_HOUR = [
    clear("Nhận hồ sơ từ ngày 25-8 đến 17 giờ ngày 10-9", periods=span((8, 25), (9, 10))),
    clear("Nhận hồ sơ từ 1/7 đến 16h30 ngày 15/7/2024", periods=span((7, 1), (7, 15))),
    asked("Lớp học từ ngày 1/7 đến 17h ngày 15/7, 8h thứ Hai", at(dates((7, 1), (7, 8), (7, 15)), "08:00")),
    clear("Từ 22h ngày 14/6 đến 4h ngày 15/6", at(dates((6, 14)), "22:00"), minutes=(360, None)),
    refused("Nhận hồ sơ từ 1/7 đến 33h ngày 15/7"),
    refused("Nhận hồ sơ từ 15/7 đến 17h ngày 1/7/2024"),
]

CELLS = [
    asked("Thứ Hai\n\n2/9\n\nThứ Bảy\n\n14/9"),
    clear("Thứ tư\n\n22/5\n\n+ Thường trực đi thăm, 8h", at(dates((5, 22)), "08:00")),
    clear("Monday\n2/9/2024\nSaturday\n14/9/2024", dates((9, 2), (9, 14))),
    clear("Thứ Hai\n8h họp\nThứ Tư\n9h họp", {*at(weekly(MON), "08:00"), *at(weekly(WED), "09:00")}),
    asked("Thứ Hai\n3/9/2024"),
]

LED = [
    clear(
        "Thứ Hai, buổi sáng từ: 7h30 đến 11h30, buổi chiều từ: 13h30 đến 17h",
        at_each(weekly(MON), "07:30", "13:30"),
    ),
    clear("Thứ Bảy từ: 8h đến 10h", at(weekly(SAT), "08:00"), minutes=(120, None)),
]

CASES: tuple[Case, ...] = (*REPORTS, *LATE_COMERS, *UP_TO_AN_HOUR, *CELLS, *LED)
