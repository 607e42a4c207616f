"""Days of the moon's calendar in brackets say a solar date once more; and lists of evenings with a dash."""

from __future__ import annotations

from tests.phrases.almanac import at, dates, span
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear(
        "Áp dụng từ ngày 8/1 đến hết ngày 13/2 (tức từ 15 tháng chạp đến hết ngày 22 tháng giêng)",
        periods=span((1, 8), (2, 13)),
    ),
    clear(
        "Nghỉ lễ: từ Thứ Bảy ngày 6/4 (ngày 28/2 Âm lịch) đến hết Chủ nhật ngày 7/4 (ngày 29/2 Âm lịch)",
        periods=span((4, 6), (4, 7)),
    ),
    clear(
        "Bắn pháo hoa các đêm 6, 7, 9, 10-2 (tức ngày 27, 28 tháng Chạp và mùng 1 Tết)",
        dates((2, 6), (2, 7), (2, 9), (2, 10)),
    ),
    clear("20h ngày 9/2 (30 tháng Chạp)", at(dates((2, 9)), "20:00")),
    clear("các tối 15, 17 và 19-10 lúc 20h", at(dates((10, 15), (10, 17), (10, 19)), "20:00")),
    refused("ngày 10/3 (mùng 10 tháng 3 âm lịch)", "mùng"),
    refused("20h ngày 9/2 (mùng 1 Tết nghỉ)", "mùng"),
    refused("20h ngày 9/2, 10/2 (trừ mùng 1 Tết)", "mùng"),
    refused("20h ngày 9/2 (8h mùng 1 Tết)", "mùng"),
    refused("thứ Hai 8h (mùng 1 Tết)", "mùng"),
]
