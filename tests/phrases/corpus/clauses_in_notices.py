"""What notices add in plain words: another length, a kind of class, a negation, a second programme."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, TUE, WEEKDAYS, at, but, dates, in_week, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    # A length that is another thing's.
    clear("Third Tuesday of the month, 7.15 pm, with a 15-minute open forum", at(in_week(TUE, 3), "19:15")),
    clear("Mondays at 8pm, a 90-minute show", at(weekly(MON), "20:00"), minutes=(90, None)),
    # What is not held is left out.
    clear(
        "First Monday of the month, 7pm. Meetings are not normally held in September or December.",
        at(in_week(MON, 1, but(9, 12)), "19:00"),
    ),
    clear(
        "First Monday of the month, 7pm.\nJuly – No Meeting\nAugust – No Meeting",
        at(in_week(MON, 1, but(7, 8)), "19:00"),
    ),
    clear("First Monday of the month 7pm; August: no meeting", at(in_week(MON, 1, but(8)), "19:00")),
    # A holiday class is no day off.
    clear("Join us on Monday, Sept. 2, at 9 a.m. for a holiday class.", at(dates((9, 2)), "09:00")),
    clear("Mondays at 8pm: Covid-19 updates", at(weekly(MON), "20:00")),
    # A second programme has its time before its days.
    clear(
        "The news is on Monday through Friday at 11 p.m. and jazz at 11 p.m. on Saturdays and Sundays.",
        at(weekly(*WEEKDAYS), "23:00") | at(weekly(SAT, SUN), "23:00"),
    ),
    refused("Mondays at 8pm and at 9pm on Tuesdays", "Tuesdays"),
    refused("Meetings end around 10pm each night", "end"),
]
