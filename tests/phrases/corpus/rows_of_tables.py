"""Rows of a table as they are copied: bars between cells, numbers of items, days with semicolons."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, TUE, WED, at, dates, in_week, monthly, only_in, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear("Tháng 8: Ngày 07; 14; 21; 28 (Thứ 4)", dates((8, 7), (8, 14), (8, 21), (8, 28))),
    clear("các ngày 3; 10; 17/7", dates((7, 3), (7, 10), (7, 17))),
    clear("các ngày 10; 20 hằng tháng", monthly(10) + monthly(20)),
    clear("8h ngày 5; 10h ngày 6 hằng tháng", at(monthly(5), "08:00") | at(monthly(6), "10:00")),
    clear(
        "Tháng 7 | Bà Thống | Chủ tịch | Ngày 03; 10; 17 (Thứ 4) |\n"
        "Tháng 8 | Bà Thống | Chủ tịch | Ngày 07; 14 (Thứ 4) |",
        dates((7, 3), (7, 10), (7, 17), (8, 7), (8, 14)),
    ),
    clear(
        "Tháng 5 | thứ Hai | 8h\nTháng 6 | thứ Ba | 9h",
        at(only_in(weekly(MON), 5), "08:00") | at(only_in(weekly(TUE), 6), "09:00"),
    ),
    clear(
        "June | Mondays | 9am\nJuly | Tuesdays | 10am",
        at(only_in(weekly(MON), 6), "09:00") | at(only_in(weekly(TUE), 7), "10:00"),
    ),
    clear(
        "STT | Chương trình | Thời gian\n1 | An toàn giao thông | 17h45 thứ Tư tuần 3\n"
        "2 | Pháp luật | 19h thứ Sáu tuần 1",
        at(in_week(WED, 3), "17:45") | at(in_week(FRI, 1), "19:00"),
    ),
    clear("8h | thứ Hai\n9h | thứ Ba", at(weekly(MON), "08:00") | at(weekly(TUE), "09:00")),
    clear("Mon 9am | Tue 10am", at(weekly(MON), "09:00") | at(weekly(TUE), "10:00")),
    # What stands in a cell alone may be a day or a number of something.
    refused("| Monday | 15 | January | 7pm |", "15"),
    refused("An toàn giao thông | 17h45 thứ Tư | 3", "3"),
]
