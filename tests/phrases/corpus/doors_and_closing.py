"""When doors open is set aside beside the beginning; "closes", "ends" between two times make one airing."""

from __future__ import annotations

from tests.phrases.almanac import DAILY, FRI, MON, SUN, WEEKDAYS, at, dates, in_week, weekly
from tests.phrases.corpus.case import Case, clear, refused

FRIDAYS = at(weekly(FRI), "19:30")
OFFICE = at(weekly(*WEEKDAYS), "09:00")

DOORS = [
    clear("Doors open at 6.30pm for a 7pm start, Friday 10 May", at(dates((5, 10)), "19:00")),
    clear("Friday 10 May, 7.30pm (doors 7pm)", at(dates((5, 10)), "19:30")),
    clear("Fridays: doors 6.30pm, show 7.30pm", FRIDAYS),
    clear("Fridays 7.30pm, doors 7pm", FRIDAYS),
    clear("Doors open 7pm; film starts at 7.30pm, every Friday", FRIDAYS),
    clear("Bingo every Friday, doors open 6pm, eyes down 7.30pm", FRIDAYS),
    clear("Doors open 7pm, concert 7.30pm, Saturday 23 November", at(dates((11, 23)), "19:30")),
    clear("Quiz every Friday from 7.30pm to 10 p.m. Doors open at 7 p.m.", FRIDAYS, minutes=(150, None)),
    refused("Doors 7pm on Mondays", "Doors"),
    refused("Doors open at 7pm on Fridays, bar at 8pm", "Doors"),
    refused("Doors 6pm, quiz, Fridays, bar until 11pm", "Doors"),
]

CLOSING = [
    clear("Opens 9am, closes 5pm, Monday to Friday", OFFICE, minutes=(480, None)),
    clear("Monday to Friday: opens at 9am and closes at 5pm", OFFICE, minutes=(480, None)),
    clear("Open 9am, closes 5pm daily", at(DAILY, "09:00"), minutes=(480, None)),
    clear("Sunday: open 8.30 am - close 11pm", at(weekly(SUN), "08:30"), minutes=(870, None)),
    clear("Starts 7pm, finishes 9pm every Monday", at(weekly(MON), "19:00"), minutes=(120, None)),
    clear(
        "The meeting starts at 7pm and ends at 9pm, first Monday of the month",
        at(in_week(MON, 1), "19:00"),
        minutes=(120, None),
    ),
    clear("Applications close at 5pm on 3 May", at(dates((5, 3)), "17:00")),
    refused("The shop closes at 5pm on Mondays", "closes"),
]

CASES: list[Case] = [*DOORS, *CLOSING]
