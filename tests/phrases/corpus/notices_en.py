"""Ways of notice boards and timetables: dates under a weekday's name, halls, bars between cells, MWF."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, at, in_week, weekly
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
    # Letters for a weekday before a time are not read, and hide none of its times.
    refused("M-F 9am-5pm, Sa 10am-2pm", "Sa"),
    refused("MWF 9am, T/Th 10am", "T"),
    refused("Mon-Th 9am-9pm, F 9am-5pm", "F"),
    refused("Mo-Fr 09:00-17:00; Sa 10:00-14:00", "Sa"),
    clear("Plan B, Mondays 9am", at(weekly(MON), "09:00")),
    # The weekday in a feast's name is no weekday of each week; the date beside it must agree.
    refused("Patch Tuesday", "Patch Tuesday"),
    refused("Palm Sunday 10am", "Palm Sunday"),
    clear("Patch Tuesday: second Tuesday of each month", in_week(TUE, 2)),
    clear("Good Friday 29 March 2024, 3pm", at([date(2024, 3, 29)], "15:00")),
    clear("Easter Monday - Monday 1 April, 10am", at([date(2024, 4, 1)], "10:00")),
    asked("Shrove Tuesday 14 February 2024 at 7pm", at([date(2024, 2, 13)], "19:00")),
    # A time within another one of the same days is another act's.
    asked("Open Mon-Fri 9am-5pm, lunch 12-1pm"),
    clear(
        "Mondays 9am-12pm and 1pm-5pm",
        {*at(weekly(MON), "09:00"), *at(weekly(MON), "13:00")},
    ),
    # A count of days says no more than the days that are named.
    clear("Collection five days per week, Tuesday through Saturday", weekly(TUE, WED, THU, FRI, SAT)),
    clear("Three days a week: Mon, Wed, Fri 9am", at(weekly(MON, WED, FRI), "09:00")),
    refused("Collection six days per week, Tuesday through Saturday", "six"),
    refused("Collection two days a week, Tuesday to Saturday", "two"),
    clear("Daily Mass: Monday and Thursday 8:15 am", at(weekly(MON, THU), "08:15")),
    asked("Daily Mass: 10am; Mondays 11am"),
    clear(
        "Saturday Vigil: 5:30 PM; Sunday: 8:00 AM; Weekdays: 8:30 AM (except Wednesday)",
        {
            *at(weekly(SAT), "17:30"),
            *at(weekly(SUN), "08:00"),
            *at(weekly(MON, TUE, THU, FRI), "08:30"),
        },
    ),
    clear("Mass on Mondays at 12:00noon", at(weekly(MON), "12:00")),
    clear("Collection Monday 3 June: wards 4,2,7 and 5", [date(2024, 6, 3)]),
    clear(
        "Monday | 9am - 5pm\nTuesday | 10am - 7pm\nWednesday | closed",
        {*at(weekly(MON), "09:00"), *at(weekly(TUE), "10:00")},
    ),
]
