"""The year at a glance: twelve small months, shaded by how much there is on a day."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scheduler.store.occurrences.calendar import DayCount

SHADES = 4


@dataclass(frozen=True, slots=True)
class SmallDay:
    """A day of a small month; `shade` 0 is empty, 4 the fullest quarter of the days."""

    day: date
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class SmallMonth:
    """A month of the year: its weeks, None where a day is another month's, and its sum."""

    first: date
    weeks: tuple[tuple[SmallDay | None, ...], ...]
    count: DayCount


@dataclass(frozen=True, slots=True)
class Shade:
    """What a shade means: days with so many, from `least` to `most`."""

    number: int
    least: int
    most: int


def months_of(year: int, counts: Mapping[date, DayCount]) -> tuple[SmallMonth, ...]:
    """The year's months with the counts of their days."""
    limits = limits_of(counts)
    return tuple(_month(date(year, month, 1), counts, limits) for month in range(1, 13))


def limits_of(counts: Mapping[date, DayCount]) -> tuple[int, ...]:
    """The largest count of each shade, rising: quartiles of the days on which there is something."""
    ordered = sorted(count.all for count in counts.values())
    if not ordered:
        return ()
    quartiles = [ordered[-(-len(ordered) * n // SHADES) - 1] for n in range(1, SHADES + 1)]
    return tuple(sorted(set(quartiles)))


def legend_of(counts: Mapping[date, DayCount]) -> tuple[Shade, ...]:
    """The shades with their counts, the lightest first."""
    limits = limits_of(counts)
    least = [1, *(limit + 1 for limit in limits)]
    return tuple(Shade(_shade(most, limits), first, most) for first, most in zip(least, limits, strict=False))


def _month(first: date, counts: Mapping[date, DayCount], limits: tuple[int, ...]) -> SmallMonth:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    own = [count for day, count in counts.items() if (day.year, day.month) == (first.year, first.month)]
    return SmallMonth(
        first,
        tuple(tuple(_small_day(day, first, counts, limits) for day in week) for week in weeks),
        DayCount(sum(count.airings for count in own), sum(count.windows for count in own)),
    )


def _small_day(
    day: date, first: date, counts: Mapping[date, DayCount], limits: tuple[int, ...]
) -> SmallDay | None:
    if day.month != first.month:
        return None
    count = counts[day].all if day in counts else 0
    return SmallDay(day, count, _shade(count, limits) if count else 0)


def _shade(count: int, limits: tuple[int, ...]) -> int:
    """1 to 4; where the quartiles fall together, the darker ones."""
    place = next(n for n, limit in enumerate(limits) if count <= limit)
    return SHADES - len(limits) + place + 1
