"""'Khoảng' before a time or a length is read with a remark, as 'about' is; how long a way takes is none."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, TUE, WED, at, dates, in_week, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "08:00")

CASES: list[Case] = [
    clear("Khoảng 19h thứ Sáu hằng tuần", at(weekly(FRI), "19:00")),
    clear("Khoảng 8h thứ Ba hằng tuần", at(weekly(TUE), "08:00")),
    clear("Khoảng 17h45 thứ Tư tuần 3", at(in_week(WED, 3), "17:45")),
    clear("Từ khoảng 8h đến khoảng 10h thứ Hai", MONDAYS, minutes=(120, None)),
    clear("20h thứ Bảy, thời lượng khoảng 30 phút", at(weekly(SAT), "20:00"), minutes=(30, None)),
    clear(
        "Phim (mỗi tập khoảng 30 phút) lúc 21h ngày 20/6",
        at(dates((6, 20)), "21:00"),
        minutes=(30, None),
    ),
    clear("Khởi hành 8h thứ Hai, thời gian bay khoảng 3 giờ", MONDAYS),
    clear("Thời gian bay 3 giờ, khởi hành 8h thứ Hai", MONDAYS),
    clear("8h thứ Hai, thời gian di chuyển 3 giờ 30 phút", MONDAYS),
    clear("8h thứ Hai, thời gian từ 50 phút - 1h15 phút", MONDAYS),
    clear("Thời gian đi 8 giờ thứ Hai", MONDAYS),
    clear("Thời gian: 8 giờ thứ Hai", MONDAYS),
    refused("Khoảng ngày 15 hằng tháng", "Khoảng"),
    refused("Khoảng tuần 3 tháng 10", "Khoảng"),
    refused("8h khoảng thứ Hai", "khoảng"),
]
