"""Days under the heading of a month: "June 2024: Tues 4", "Tháng 6/2024: Thứ Ba 4", the weekday verified."""

from __future__ import annotations

from tests.phrases.almanac import THU, TUE, WED, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    clear("June 2024: Tues 4, Tues 18", dates((6, 4), (6, 18))),
    clear("September 2024\nTues 10 Planning\nTues 24 Full Council", dates((9, 10), (9, 24))),
    clear(
        "June 2024\nTues 4 Planning 7pm\nTues 18 Council 7.30pm\nJuly 2024\nTues 2 Planning 7pm",
        at(dates((6, 4), (7, 2)), "19:00") | at(dates((6, 18)), "19:30"),
    ),
    clear("June: Saturday 8th and Sunday 9th", dates((6, 8), (6, 9))),
    clear("Tháng 6/2024: Thứ Ba 4, thứ Ba 18", dates((6, 4), (6, 18))),
    clear("Tháng 9/2024\nThứ Ba 10 họp xã\nThứ Ba 24 họp thôn", dates((9, 10), (9, 24))),
    clear("Tháng 6: Chủ nhật 9 lúc 8h", at(dates((6, 9)), "08:00")),
    clear("Tháng 6: thứ 3, 4, 5", [d for d in weekly(TUE, WED, THU) if d.month == 6]),
    clear("In June, Tuesdays 4pm", at([d for d in weekly(TUE) if d.month == 6], "16:00")),
    asked("June 2024: Tues 5", dates((6, 5)), dates((6, 4))),
    asked("Tháng 6/2024: Thứ Ba 5", dates((6, 5)), dates((6, 4))),
    refused("Tues 4 at 7pm", "4"),
    refused("June and July: Tues 4", "4"),
    refused("3 June: Tues 4"),
    refused("May: Fri 31 and Sat 32", "32"),
]
