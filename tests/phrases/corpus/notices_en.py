"""Ways of notice boards and timetables: dates under a weekday's name, halls, bars between cells, MWF."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, THU, TUE, WED, at, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

_FRIDAYS = [date(2024, 2, 16), date(2024, 3, 15), date(2024, 4, 26)]

CASES: list[Case] = [
    clear("Exams on the following Fridays: February 16, March 15, and April 26.", _FRIDAYS),
    clear("Fridays: February 16, March 15 and April 26 at 2pm", at(_FRIDAYS, "14:00")),
    clear("Mondays: 3, 10 and 17 June", [date(2024, 6, 3), date(2024, 6, 10), date(2024, 6, 17)]),
    asked("Fridays: February 16 and March 16"),
    refused("On the following Fridays: 8am to 5pm", "following"),
    refused("On the following Friday at 8am", "following"),
    # An ordinal that counts a noun is no day of the month before it.
    clear(
        "The first test is Wednesday, October 9, the second test Thursday, November 28.",
        [date(2024, 10, 9), date(2024, 11, 28)],
    ),
    refused("The first test is October 9, the second test is in November."),
    clear("Summer 2024 meetings:\nJuly 10\nAugust 28", [date(2024, 7, 10), date(2024, 8, 28)]),
    clear(
        "Open for our summer season from May 19 to October 9.",
        periods={(date(2024, 5, 19), date(2024, 10, 9))},
    ),
    refused("Summer 2024 meetings:\nTuesdays", "Summer"),
    refused("Open in the summer season from Monday to Friday", "summer"),
    clear("On Friday 5. July 2024 from 14:00", at([date(2024, 7, 5)], "14:00")),
    refused("5. July: 3 meetings"),
    clear("Second (2nd) and fourth (4th) Monday of each month", [*in_week(MON, 2), *in_week(MON, 4)]),
    refused("Second (3rd) Monday of each month"),
    clear("MWF 11:00-11:50 am", at(weekly(MON, WED, FRI), "11:00")),
    clear("Lecture TTh 9:30-10:45am, MATH 507", at(weekly(TUE, THU), "09:30")),
    refused("Lecture Tuesdays 9am, NEWS 730", "730"),
    asked("I am in the office Mondays 5:00-6:00", at(weekly(MON), "05:00"), at(weekly(MON), "17:00")),
    clear("Mass on Mondays at 12:00noon", at(weekly(MON), "12:00")),
    clear("Collection Monday 3 June: wards 4,2,7 and 5", [date(2024, 6, 3)]),
    clear(
        "Monday | 9am - 5pm\nTuesday | 10am - 7pm\nWednesday | closed",
        {*at(weekly(MON), "09:00"), *at(weekly(TUE), "10:00")},
    ),
]
