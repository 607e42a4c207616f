"""A time of the small hours beside the night of a weekday: that day's, or the next day's?"""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, THU, TUE, WED, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    asked("Friday nights at 1am", at(weekly(FRI), "01:00")),
    asked("Film club, Friday night, 12.30am", at(weekly(FRI), "00:30")),
    asked("Friday nights 1-3am", at(weekly(FRI), "01:00")),
    asked("Friday night at 00:30"),
    asked("Friday late night 1am"),
    asked("Friday 10 May, night, 1am"),
    asked("Weeknights 12.35am"),
    asked("Night of Friday 3 May at 1am", at(dates((5, 3)), "01:00"), at(dates((5, 4)), "01:00")),
    asked("Friday night 3 May at 1am", at(dates((5, 3)), "01:00"), at(dates((5, 4)), "01:00")),
    asked("Friday night, 3rd May, 12.30am"),
    clear("Friday night 3 May at 10pm", at(dates((5, 3)), "22:00")),
    clear("Friday 3 May at 1am", at(dates((5, 3)), "01:00")),
    refused("Saturday nights/Sunday mornings at 1am", "Saturday nights"),
    clear("Weeknights at 8pm", at(weekly(MON, TUE, WED, THU, FRI), "20:00")),
    refused("Friday nights at 11pm and 1am", "1am"),
    refused("First Friday night of the month at 1am"),
    clear("Friday nights 11pm to 2am", at(weekly(FRI), "23:00"), minutes=(180, None)),
    clear("Friday nights at 11pm", at(weekly(FRI), "23:00")),
    clear("Fridays at 1am", at(weekly(FRI), "01:00")),
    clear(
        "Friday nights at 11pm and Saturday mornings at 1am",
        at(weekly(FRI), "23:00") | at(weekly(SAT), "01:00"),
    ),
]
