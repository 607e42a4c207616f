"""Where an airing goes whose day is a day off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rules.days import find_days
from rules.schedule import DaySet, DaysOff, Shift, ShiftTo, WeekConvention

WEEKEND = "weekend"

_ONE_DAY = timedelta(days=1)


class ShiftedDay(NamedTuple):
    """Where the airing of a rule's day `origin` goes; `reason` is None where it stays."""

    day: date
    origin: date
    reason: str | None


def shifted_days(
    shift: Shift, on: DaySet, first: date, last: date, weeks: WeekConvention, days_off: DaysOff
) -> list[ShiftedDay]:
    """The rule's days off the days off; those that arrive in the range are looked for outside it too."""
    begin, end = first, last
    while shift.to is ShiftTo.NEXT and begin > date.min and days_off.is_off(begin - _ONE_DAY):
        begin -= _ONE_DAY
    while shift.to is ShiftTo.PREVIOUS and end < date.max and days_off.is_off(end + _ONE_DAY):
        end += _ONE_DAY
    found = []
    for origin in find_days(on, begin, end, weeks, first.year):
        arrival = _shift_day(shift, origin, days_off)
        if arrival is not None and first <= arrival.day <= last:
            found.append(arrival)
    return found


def _shift_day(shift: Shift, origin: date, days_off: DaysOff) -> ShiftedDay | None:
    hit = days_off.is_holiday(origin) if shift.holidays_only else days_off.is_off(origin)
    if not hit:
        return ShiftedDay(origin, origin, None)
    if shift.to is ShiftTo.SKIP:
        return None
    step = _ONE_DAY if shift.to is ShiftTo.NEXT else -_ONE_DAY
    day = origin
    try:
        while days_off.is_off(day):
            day += step
    except OverflowError:
        raise ValueError(f"The calendar has no working day beyond {origin}: choose another range.") from None
    return ShiftedDay(day, origin, days_off.holidays.get(origin, WEEKEND))
