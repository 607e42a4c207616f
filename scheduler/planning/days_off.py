"""Which days are off for whom: the country's public holidays, with what people entered on top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rules.phrases import Message
from rules.schedule import DaysOff
from scheduler.planning.holidays import country_days_off, remarks

DayKind: TypeAlias = Literal["holiday", "worked", "not-a-holiday"]
DAY_KINDS: tuple[DayKind, ...] = ("holiday", "worked", "not-a-holiday")


@dataclass(frozen=True, slots=True, order=True)
class DayOff:
    """What a person says of one day.

    holiday         a day off, with its name
    worked          a working day: a weekend day that was swapped, or a holiday that is worked
    not-a-holiday   the day is what its weekday makes of it, whatever the calendar of the country says
    """

    day: date
    kind: DayKind
    name: str | None = None


def days_off_between(country: str, first: date, last: date, *entered: Iterable[DayOff]) -> DaysOff:
    """The days off of every year that the range touches, and of the years beside it, where a shift may lead.

    Of two entries for one day the later one holds.
    """
    # The calendar ends with the year 9999, and the package far before it.
    base = country_days_off(country, max(first.year - 1, 1), min(last.year + 1, date.max.year))
    names, worked = dict(base.holidays), set(base.worked)
    for entry in (entry for entries in entered for entry in entries):
        names.pop(entry.day, None)
        worked.discard(entry.day)
        if entry.kind == "holiday":
            names[entry.day] = entry.name or ""
        elif entry.kind == "worked":
            worked.add(entry.day)
    return DaysOff(names, frozenset(worked), base.weekend)


def warnings(country: str, first: date, last: date, *entered: Iterable[DayOff]) -> list[Message]:
    """What a person should know of the days off of these years: not known, or not yet decided."""
    years = frozenset(entry.day.year for entries in entered for entry in entries)
    return list(remarks(country, first, last, years))
