"""Which days are off for whom: the country's public holidays, with what people entered on top."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from rules.phrases import Message
from rules.schedule import DaysOff
from scheduler.day_off import DayKind, DayOff
from scheduler.planning.office_calendar.holidays import country_days_off, remarks
from scheduler.reasons import Reason, read_reason

Source: TypeAlias = Literal["country", "office", "plan"]


class ListedDay(NamedTuple):
    """A day that is not what its weekday makes of it, and who says so; `name` of a holiday alone."""

    day: date
    kind: DayKind
    name: Reason | None
    source: Source


class OfficeTable(NamedTuple):
    """What an office, called so, has entered itself."""

    office: str
    entries: tuple[DayOff, ...]


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


def listed_days(
    country: str, first: date, last: date, office: Iterable[DayOff], plan: Iterable[DayOff] = ()
) -> list[ListedDay]:
    """Every such day of the range in order, each once; the plan is heard before office and country."""
    base = country_days_off(country, first.year, last.year)
    found = {
        day: ListedDay(day, "holiday", read_reason(name), "country") for day, name in base.holidays.items()
    }
    found |= {day: ListedDay(day, "worked", None, "country") for day in base.worked}
    sources: tuple[tuple[Source, Iterable[DayOff]], ...] = (("office", office), ("plan", plan))
    for source, entries in sources:
        for entry in entries:
            name = None if entry.name is None else read_reason(entry.name)
            found[entry.day] = ListedDay(entry.day, entry.kind, name, source)
    return [found[day] for day in sorted(found) if first <= day <= last]


def warnings(country: str, first: date, last: date, *entered: Iterable[DayOff]) -> list[Message]:
    """What a person should know of the days off of these years: not known, or not yet decided."""
    years = frozenset(entry.day.year for entries in entered for entry in entries)
    return list(remarks(country, first, last, years))
