"""From a moment of one day to a moment of another: how long that is."""

from __future__ import annotations

from datetime import date, time

from rules.schedule import CalendarDay

_LEAP_YEAR = 2000
_DAY = 1440
LONGEST = 45 * _DAY


def days_between(first: CalendarDay | int, last: CalendarDay | int) -> int | None:
    """Whole days from one to the other; dates without a year are those of a year with a 29th of February."""
    if isinstance(first, int) and isinstance(last, int):
        return (last - first) % 7
    if not (isinstance(first, CalendarDay) and isinstance(last, CalendarDay)):
        return None
    year = first.year or last.year or _LEAP_YEAR
    return (date(last.year or year, last.month, last.day) - date(year, first.month, first.day)).days


def minutes_between(days: int, begin: time, end: time) -> int:
    """Minutes from a time of day to one so many days later."""
    return _DAY * days + _minutes(end) - _minutes(begin)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
