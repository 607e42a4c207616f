"""'Khoảng' leaves a time open, and only rounds a length; how long a way takes is no time."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, at, dates, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "08:00")

CASES: list[Case] = [
    refused("Khoảng 19h thứ Sáu hằng tuần", "Khoảng"),
    refused("Khoảng 8h thứ Ba hằng tuần"),
    refused("Khoảng 17h45 thứ Tư tuần 3", "Khoảng"),
    refused("Từ khoảng 8h đến khoảng 10h thứ Hai", "khoảng"),
    clear("20h thứ Bảy, thời lượng khoảng 30 phút", at(weekly(SAT), "20:00"), minutes=(30, None)),
    clear(
        "Phim (mỗi tập khoảng 30 phút) lúc 21h ngày 20/6",
        at(dates((6, 20)), "21:00"),
        minutes=(30, None),
    ),
    clear("Thời gian đi 8 giờ thứ Hai", MONDAYS),
    clear("Thời gian: 8 giờ thứ Hai", MONDAYS),
    refused("Khoảng ngày 15 hằng tháng", "Khoảng"),
    refused("Khoảng tuần 3 tháng 10", "Khoảng"),
    refused("8h khoảng thứ Hai", "khoảng"),
]
