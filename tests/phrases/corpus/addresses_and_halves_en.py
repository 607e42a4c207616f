"""Short am and pm in ranges, highways, counts of people, and words that change nothing."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, TUE, at, dates, in_week, monthly, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    clear("Mondays 1p-5p", at(weekly(MON), "13:00"), minutes=(240, None)),
    clear(
        "Hours:\nMonday: 10a-5p\nSaturday: 10a-3:30p",
        at(weekly(MON, SAT), "10:00"),
    ),
    clear("Mondays 9am, 50p entry", at(weekly(MON), "09:00")),
    clear("Room 10a, Mondays 9am", at(weekly(MON), "09:00")),
    refused("Mondays 10a", "10a"),
    refused("Wed Mar 27 | 10p", "p"),
    # A sentence ends with "p.m."
    asked("Second Tuesday of the month at 6 p.m. Dates are subject to change.", at(in_week(TUE, 2), "18:00")),
    # Numbers of other things.
    clear("Second Tuesday of the month, 6pm, at City Hall, 12 Hwy 30 East", at(in_week(TUE, 2), "18:00")),
    clear("Mondays 9am. Extra talks may be asked for by any three members.", at(weekly(MON), "09:00")),
    clear(
        "Mondays 9am, except in July, at the 5th St hall",
        at([d for d in weekly(MON) if d.month != 7], "09:00"),
    ),
    # What changes nothing, and what may.
    clear("Second Tuesday of the month, 6pm, except when noted", at(in_week(TUE, 2), "18:00")),
    clear("Mondays 9am. The board may go into closed session.", at(weekly(MON), "09:00")),
    clear("Deadline: the 12th of each month, even if this date falls on a weekend.", monthly(12)),
    clear("Copy is due by the 12th of the month for the following month's edition.", monthly(12)),
    asked("Due on the 12th of each month. The only change is for the special edition.", monthly(12)),
    clear("Mostly free events on Mondays at 8pm", at(weekly(MON), "20:00")),
    refused("Mostly on Mondays at 8pm", "Mostly"),
    clear("Open 4 May, 1p-5p", at(dates((5, 4)), "13:00")),
]
