"""From a day to 24:00 of a day: the last one is whole."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import at, dates, run, whole_months
from tests.phrases.corpus.case import Case, asked, clear, refused

_MAY = (date(2024, 5, 1), date(2024, 5, 3))

# From 0:00 to 24:00 they are whole days.
WHOLE = [
    clear("Cửa hàng đóng từ 0h ngày 1/5 đến 24h ngày 3/5/2024", periods=[_MAY]),
    clear("Nhận bài từ 0h00, 1/5/2024 đến 24h00, ngày 3/5/2024", periods=[_MAY]),
    clear("Nhận bài: 0:00 ngày 1/5 - 24:00 ngày 3/5/2024", periods=[_MAY]),
    clear("Nhận hồ sơ từ ngày 1/5 đến 24 giờ ngày 3/5", periods=[_MAY]),
    clear("Nhận hồ sơ từ thứ Tư ngày 1/5 đến 24h thứ Sáu ngày 3/5", periods=[_MAY]),
    clear("Nhận hồ sơ từ 0 giờ ngày 1/5 (thứ Tư) đến 24 giờ ngày 3/5 (thứ Sáu)", periods=[_MAY]),
    clear(
        "Múa rối 20h hằng ngày từ 0h ngày 1/5 đến 24h ngày 3/5",
        at(run(*_MAY), "20:00"),
    ),
]

# On one day it is an airing up to midnight; a weekday in brackets is verified in a stretch, too.
ONE = [
    clear("Cắt điện từ 19h ngày 3/5 đến 24h ngày 3/5", at(dates((5, 3)), "19:00"), minutes=(300, None)),
    clear("Cắt điện 19h00 ngày 3/5 - 24h00 ngày 3/5/2024", at(dates((5, 3)), "19:00"), minutes=(300, None)),
    clear("Ngày 3/5 tạm ngưng cung cấp điện từ 19h đến 24h", at(dates((5, 3)), "19:00"), minutes=(300, None)),
    clear(
        "Cắt điện từ 19h ngày 3/5 (thứ Sáu) đến 23h ngày 4/5 (thứ Bảy)",
        at(dates((5, 3)), "19:00"),
        minutes=(28 * 60, None),
    ),
]

# An hour of the first day alone may be that of each; "12 giờ đêm" may be either midnight.
IN_DOUBT = [
    clear("Phố đi bộ mở từ 19h ngày 1/5 đến 24h ngày 3/5", periods=[_MAY]),
    clear("Phố đi bộ mở từ 0h30 ngày 1/5 đến 24h ngày 3/5", periods=[_MAY]),
    clear("Giá mới áp dụng từ 0 giờ ngày 1-5 đến hết ngày 3-5-2024", periods=[_MAY]),
    asked("Phố đi bộ mở từ 19h ngày 1/5 đến hết ngày 3/5", [_MAY]),
    clear("Phố đi bộ mở từ 19h ngày 3/5 đến hết ngày 3/5", at(dates((5, 3)), "19:00"), minutes=(300, None)),
    clear("Chiếu phim 19h từ ngày 1/5 đến hết ngày 3/5", at(run(*_MAY), "19:00")),
    clear("Applications from 1 May until 5pm on 3 May", periods=[_MAY]),
    asked("Talks at 8pm daily from 1 May until 5pm on 3 May", at(run(*_MAY), "20:00")),
    clear("Entries from 10am on 1 March to 5pm on 31 March", periods=whole_months(3)),
    clear("Open from 9am on Friday 3 May to 6pm on Saturday 4 May", at(dates((5, 3)), "09:00")),
    asked("Múa rối 20h hằng ngày từ 19h ngày 1/5 đến 24h ngày 3/5", at(run(*_MAY), "20:00")),
    asked("22h ngày 3/5, 24h ngày 4/5", at(dates((5, 3)), "22:00") | at(dates((5, 5)), "00:00")),
    refused("Phố đi bộ mở từ 0h ngày 1/5 đến 12 giờ đêm ngày 3/5"),
    refused("Phố đi bộ mở từ 0h ngày 1/5 đến 24h15 ngày 3/5", "24h15"),
    refused("Nhận hồ sơ từ 0h ngày 1/5 (thứ Hai) đến 24h ngày 3/5"),
    refused("Nhận hồ sơ từ 0h ngày 1/5 đến 24h ngày 3/5 (thứ Bảy)"),
    refused("Ngày 3/5 tạm ngưng", "tạm ngưng"),
    refused("Trực từ 22h thứ Bảy đến 24h Chủ nhật", "đến"),
    refused("Trực từ 8h ngày 5 đến 24h ngày 7 hằng tháng"),
]

CASES: list[Case] = [*WHOLE, *ONE, *IN_DOUBT]
