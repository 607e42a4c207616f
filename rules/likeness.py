"""Schedules that differ in their words alone: within the years looked at they give the same dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from rules.instances import expand
from rules.schedule import CalendarDay, DateRange, Dates, EachPeriod, Limits, Schedule

_Key: TypeAlias = tuple[object, ...]


def groups(schedules: Sequence[Schedule], first: date, last: date) -> list[list[int]]:
    """The schedules by their places, those together that give the same from `first` to `last`.

    The simplest of a group comes first. One without any date there, or that names another year itself, is
    like no other: what it gives is not seen.
    """
    found: dict[_Key, list[int]] = {}
    for at, schedule in enumerate(schedules):
        found.setdefault(_gives(schedule, first, last) or (at,), []).append(at)
    for group in found.values():
        group.sort(key=lambda at: len(schedules[at].recurrences))
    return list(found.values())


def _gives(schedule: Schedule, first: date, last: date) -> _Key | None:
    if any(not first.year <= year <= last.year for year in _years(schedule)):
        return None
    try:
        instances = expand(schedule, first, last)
    except ValueError:  # more dates than anyone compares
        return None
    if not instances:
        return None
    # Slots are numbered in the order of the words; a period is named by the rule.
    dates = frozenset(one._replace(slot="", period="") for one in instances)
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
