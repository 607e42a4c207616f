"""Periods that begin or end somewhere in a month are asked, with the days that may be meant."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import DAILY, MON, SAT, WED, at, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused


def _weekly(weekday: int, first: tuple[int, int], last: tuple[int, int], clock: str) -> set[date | datetime]:
    return set(at(weekly(weekday, first=date(2024, *first), last=date(2024, *last)), clock))


CASES: list[Case] = [
    asked(
        "Saturdays 8 am to 1 pm from the end of April until the 1st of October",
        _weekly(SAT, (4, 30), (10, 1), "08:00"),
        _weekly(SAT, (4, 21), (10, 1), "08:00"),
    ),
    asked(
        "Every day at 9am, mid-May through mid-November",
        at([day for day in DAILY if date(2024, 5, 15) <= day <= date(2024, 11, 15)], "09:00"),
        at([day for day in DAILY if date(2024, 5, 11) <= day <= date(2024, 11, 20)], "09:00"),
    ),
    asked(
        "Wednesdays from 9 am until 5 pm from mid-June until the end of October",
        _weekly(WED, (6, 15), (10, 31), "09:00"),
        _weekly(WED, (6, 11), (10, 31), "09:00"),
    ),
    asked(
        "Mondays 9am, 1 June to late September",
        _weekly(MON, (6, 1), (9, 30), "09:00"),
        _weekly(MON, (6, 1), (9, 21), "09:00"),
    ),
    asked("Every day at 9am until mid-October"),
    # The same Mondays, whichever day is meant.
    clear("Mondays 9am from mid-June", _weekly(MON, (6, 15), (12, 31), "09:00")),
    clear("Mondays 9am until the end of June", _weekly(MON, (1, 1), (6, 30), "09:00")),
    refused("Tuesdays and Fridays from 11 am and 6 pm", "from"),
]
