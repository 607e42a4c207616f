"""Seasons and feasts in the words of what has its own date; months before those of publication; a cheer."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, at_each, dates, monthly, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "20:00")

CASES: list[Case] = [
    clear(
        "Saturday, September 7\n7:30am - experts discuss weed control during the fall planting season.",
        at(dates((9, 7)), "07:30"),
    ),
    clear(
        "Celebrate Halloween with us on October 31! Opening hours are from 12-4 pm, and 6-9 pm.",
        at_each(dates((10, 31)), "12:00", "18:00"),
    ),
    clear("Mondays 8pm! Free entry", MONDAYS),
    clear(
        "The deadline for ads is the first of the month preceding the month of publication",
        monthly(1),
    ),
    clear("Deadline: the tenth of the month prior to publication", monthly(10)),
    refused("Published in March and June; deadline the 1st of the month preceding the month of publication"),
    refused("The museum is open daily at 10am during the fall season", "the fall"),
    refused("20 December 8pm, closed over the winter", "closed"),
    refused("Mondays 8pm, songs of the summer we had", "summer"),
    refused("20 December 8pm; then not until after the summer", "summer"),
]
