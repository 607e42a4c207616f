"""What a phrase says once more: how many days a period has, which weekdays are not held."""

from __future__ import annotations

from tests.phrases.almanac import THU, TUE, WED, at, dates, span, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear("Đợt 1: từ 0h ngày 21/1/2024 đến 24h ngày 24/1/2024 (4 ngày)", periods=span((1, 21), (1, 24))),
    clear("Từ 0 giờ ngày 8/4 đến 24 giờ ngày 10/4 (3 ngày)", periods=span((4, 8), (4, 10))),
    refused("Từ 0h ngày 21/1/2024 đến 24h ngày 24/1/2024 (5 ngày)", "5 ngày"),
    refused("Từ 8h ngày 21/1 đến 17h ngày 24/1 (4 ngày)", "4 ngày"),
    clear(
        "Tàu chạy các ngày 28, 29, 30/4 và 1, 2, 3/5/2024",
        dates((4, 28), (4, 29), (4, 30), (5, 1), (5, 2), (5, 3)),
    ),
    clear("8h các ngày 30/4, 2, 4/5", at(dates((4, 30), (5, 2), (5, 4)), "08:00")),
    refused("Các ngày 30/4 và 1, 2, 3 tập", "1"),
    clear(
        "Lễ dâng hương lúc 8h thứ Ba, thứ Tư, thứ Năm. Thứ Hai và thứ Sáu không tổ chức lễ dâng hương.",
        at(weekly(TUE, WED, THU), "08:00"),
    ),
    clear(
        "8h thứ Hai, thứ Ba, thứ Tư, thứ Năm lễ dâng hương. Thứ Hai không tổ chức lễ dâng hương.",
        at(weekly(TUE, WED, THU), "08:00"),
    ),
    refused("Phát tin lúc 8h hằng ngày. Thứ Hai không tổ chức lễ dâng hương.", "không tổ chức"),
    refused("Lễ dâng hương 8h thứ Ba. Thứ Hai không tổ chức lễ dâng hương lúc 9h", "không tổ chức"),
    clear("Sunday 15 September, start time 11am", at(dates((9, 15)), "11:00")),
    clear("Tuesdays. Start time: 10.30am", at(weekly(TUE), "10:30")),
]
