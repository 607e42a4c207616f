"""Days by numbers alone: figures of weekdays, dashes with blanks, semicolons, and words behind a number."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, WED, at, dates, day_range, span, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    asked("Phục vụ các ngày 2,3,4,5,6.", weekly(0, 1, 2, 3, 4)),
    asked("8h các ngày 2-6", at(weekly(0, 1, 2, 3, 4), "08:00")),
    asked("Tiếp dân các ngày 2 đến 6", weekly(0, 1, 2, 3, 4), day_range(2, 6)),
    clear("8h các ngày 2 đến 6 hằng tuần", at(weekly(0, 1, 2, 3, 4), "08:00")),
    clear("các ngày 2 đến 6 hằng tháng", periods=day_range(2, 6)),
    clear("các ngày 2 - 6 tháng 3", periods=span((3, 2), (3, 6))),
    clear("20h ngày 2 - 11 và 3 - 11", at(dates((11, 2), (11, 3)), "20:00")),
    clear("các ngày 28 - 6, 29 - 6 và 3 - 7", dates((6, 28), (6, 29), (7, 3))),
    clear("19h thứ Bảy, ngày 5 - 10", at(dates((10, 5)), "19:00")),
    clear("Tuyên truyền từ 16 - 2 đến 22 - 5", periods=span((2, 16), (5, 22))),
    clear("ngày 15 - 20 hằng tháng", periods=day_range(15, 20)),
    refused("từ ngày 25 - 5 hằng tháng", "từ ngày 25 - 5"),
    refused("từ ngày 25-5 hằng tháng", "từ ngày 25-5"),
    refused("từ ngày 25 đến ngày 5", "từ ngày 25 đến ngày 5"),
    refused("8h thứ Hai, ngày 5 - 10 hằng tháng", "thứ Hai"),
    clear("các ngày 3; 10; 17 tháng 7", dates((7, 3), (7, 10), (7, 17))),
    clear("8h thứ 2; 4; 6", at(weekly(MON, WED, FRI), "08:00")),
    clear("Thu gom rác thứ Hai; Tư; Bảy", weekly(MON, WED, SAT)),
    refused("thứ Hai\nTư\nSáu", "Tư"),
    refused("Thu gom rác thứ Hai; Tu; Bảy", "Tu"),
    refused("Phát thứ Ba (Năm) 8h", "Năm"),
    clear("8h thứ Hai; ba chị em ruột", at(weekly(MON), "08:00")),
    refused("8h ngày 5 Tết", "Tết"),
    refused("Chợ hoa ngày 28 Tết", "Tết"),
    refused("8h ngày 10 tháng 3 âm", "âm"),
    clear("8h 10/3 âm nhạc dân tộc", at(dates((3, 10)), "08:00")),
]
