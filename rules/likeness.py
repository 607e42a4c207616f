"""Schedules that differ in their words alone: within the years looked at they give the same dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import TypeAlias

from rules.instances import expand
from rules.schedule import CalendarDay, DateRange, Dates, EachPeriod, Instance, Limits, Schedule

_Key: TypeAlias = tuple[object, ...]
MOST_COMPARED = 200_000  # instances of all schedules that are compared at a time
# Slots are numbered in the order of the words, and a period is named by the rule: neither says a date.
_FACTS = itemgetter(*(at for at, name in enumerate(Instance._fields) if name not in ("slot", "period")))


def groups(schedules: Sequence[Schedule], first: date, last: date) -> list[list[int]]:
    """The schedules by their places, those together that give the same from `first` to `last`.

    The simplest of a group comes first. One without any date there, or that names another year itself, is
    like no other: what it gives is not seen. So is one that gives more than is looked at.
    """
    # What differs within a year differs; only what does not is looked at to its end.
    near = _shared_out(schedules, range(len(schedules)), first, min(last, date(first.year, 12, 31)), unseen=0)
    found = [group for some in near for group in _told_apart(schedules, some, first, last)]
    found.sort(key=min)
    for group in found:
        group.sort(key=lambda at: len(schedules[at].recurrences))
    return found


def _told_apart(schedules: Sequence[Schedule], places: list[int], first: date, last: date) -> list[list[int]]:
    return [places] if len(places) == 1 else _shared_out(schedules, places, first, last)


def _shared_out(
    schedules: Sequence[Schedule],
    places: Sequence[int],
    first: date,
    last: date,
    *,
    unseen: int | None = None,
) -> list[list[int]]:
    """The places by what the schedules give; those whose dates are not seen alone, or all as `unseen`."""
    most = MOST_COMPARED // max(1, len(places))
    found: dict[_Key, list[int]] = {}
    for at in places:
        key = _gives(schedules[at], first, last, most) or (at if unseen is None else unseen,)
        found.setdefault(key, []).append(at)
    return list(found.values())


def _gives(schedule: Schedule, first: date, last: date, most: int) -> _Key | None:
    if any(not first.year <= year <= last.year for year in _years(schedule)):
        return None
    try:
        instances = expand(schedule, first, last, most=most)
    except ValueError:  # more dates than anyone compares
        return None
    if not instances:
        return None
    dates = frozenset(map(_FACTS, instances))
    loose = tuple(span for span in schedule.spans if span.of is None)
    return (dates, loose, schedule.quotas, schedule.stay, schedule.shift, schedule.weeks)


def _years(schedule: Schedule) -> Iterator[int]:
    """Every year that a schedule names."""
    for recurrence in schedule.recurrences:
        days = recurrence.on.days
        yield from _limited(recurrence.on.limits)
        yield from _dated(days.days if isinstance(days, Dates) else ())
    for window in schedule.windows:
        yield from _limited(window.limits)
        if isinstance(window.of, DateRange):
            yield from _dated((window.of.first, window.of.last))
        elif isinstance(window.of, EachPeriod) and window.of.anchor is not None:
            yield window.of.anchor.year
    for span in schedule.spans:
        yield from _dated((span.of.first, span.of.last) if span.of is not None else ())


def _limited(limits: Limits) -> Iterator[int]:
    yield from () if limits.year is None else (limits.year,)
    yield from _dated(day for day in (limits.since, limits.until) if day is not None)


def _dated(days: Sequence[CalendarDay] | Iterator[CalendarDay]) -> Iterator[int]:
    yield from (day.year for day in days if day.year is not None)
