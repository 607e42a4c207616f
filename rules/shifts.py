"""Where an airing goes whose day is a day off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rules.days import find_days
from rules.schedule import DaySet, DaysOff, Schedule, Shift, ShiftTo, WeekConvention, Workdays

WEEKEND = "weekend"

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_WEEK = timedelta(days=7)
_FORWARD = (ShiftTo.NEXT, ShiftTo.MONDAY)
_BACKWARD = (ShiftTo.PREVIOUS, ShiftTo.FRIDAY)


class ShiftedDay(NamedTuple):
    """Where the airing of a rule's day `origin` goes; `reason` is None where it stays.

    `day` is None where the shift leaves it out.
    """

    day: date | None
    origin: date
    reason: str | None


def shifted_days(
    shift: Shift,
    on: DaySet,
    first: date,
    last: date,
    weeks: WeekConvention,
    days_off: DaysOff,
    *,
    by_rule: bool = False,
) -> list[ShiftedDay]:
    """The rule's days with the places where their airings go, in order of the rule's days.

    What arrives in the range is looked for outside it too; with `by_rule` the rule's own day decides, and
    the airing may arrive outside. What is left out is told by its rule's day.
    """
    begin, end = first, last
    if not by_rule:
        begin, end = _reach(shift, first, last, days_off)
    found = []
    for origin in find_days(on, begin, end, weeks, first.year, days_off):
        arrival = _shift_day(shift, origin, days_off)
        if by_rule or first <= (arrival.day or origin) <= last:
            found.append(arrival)
    return found


def leans_on_days_off(schedule: Schedule) -> bool:
    """True where the schedule's days cannot be known without the days off."""
    if schedule.shift is not None:
        return True
    excepted = (unless for window in schedule.windows for unless in window.limits.exceptions)
    return any(map(_counts_workdays, (*(one.on for one in schedule.recurrences), *excepted)))


def _counts_workdays(on: DaySet) -> bool:
    return isinstance(on.days, Workdays) or any(_counts_workdays(unless) for unless in on.limits.exceptions)


def _reach(shift: Shift, first: date, last: date, days_off: DaysOff) -> tuple[date, date]:
    """The range, and the days off before or behind it from which a shift leads into it."""
    while shift.to is ShiftTo.WEEK and first - _WEEK > date.min and _hit_in_the_week(shift, first, days_off):
        first -= _WEEK
    while shift.to in _FORWARD and first > date.min and _passed_over(shift, first - _ONE_DAY, days_off):
        first -= _ONE_DAY
    while shift.to in _BACKWARD and last < date.max and _passed_over(shift, last + _ONE_DAY, days_off):
        last += _ONE_DAY
    return first, last


def _hit_in_the_week(shift: Shift, day: date, days_off: DaysOff) -> bool:
    """True where one of the seven days before is left by the shift, for the week behind it."""
    return any(_hit(shift, day - timedelta(back), days_off) for back in range(1, 8))


def _shift_day(shift: Shift, origin: date, days_off: DaysOff) -> ShiftedDay:
    if not _hit(shift, origin, days_off):
        return ShiftedDay(origin, origin, None)
    reason = days_off.holidays.get(origin, WEEKEND)
    if shift.to is ShiftTo.SKIP:
        return ShiftedDay(None, origin, reason)
    step = _WEEK if shift.to is ShiftTo.WEEK else _ONE_DAY if shift.to in _FORWARD else -_ONE_DAY
    day = origin
    try:
        while _passed_over(shift, day, days_off):
            day += step
    except OverflowError:
        raise ValueError(f"The calendar has no working day beyond {origin}: choose another range.") from None
    return ShiftedDay(day, origin, reason)


def _hit(shift: Shift, day: date, days_off: DaysOff) -> bool:
    """True on a day that the shift is about."""
    if shift.weekends_only:
        return day.weekday() >= _SATURDAY and days_off.is_off(day)
    return days_off.is_holiday(day) if shift.holidays_only else days_off.is_off(day)


def _passed_over(shift: Shift, day: date, days_off: DaysOff) -> bool:
    """True on a day where nothing that is shifted arrives."""
    if shift.to in (ShiftTo.MONDAY, ShiftTo.FRIDAY):
        return day.weekday() >= _SATURDAY
    return _hit(shift, day, days_off) if shift.to is ShiftTo.WEEK else days_off.is_off(day)
