"""Vietnamese: from a time of one day to a time of another.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from rules.grammar import parts as p
from rules.grammar.clock import clock
from rules.grammar.cursor import Cursor
from rules.grammar.vi_dates import dated
from rules.schedule import CalendarDay
from rules.vocabulary import Kind

_LEAP_YEAR = 2000
_DAY = 1440
LONGEST = 45 * _DAY


# stretch: từ 22h ngày 14/6 đến 4h00 ngày 15/6/2024 | từ 22h thứ Bảy đến 1h Chủ nhật
def stretch(c: Cursor) -> p.Stretch | None:
    """The day on which it begins, its time, and the minutes to its end."""
    c.accept(Kind.FROM)
    begin = _time_of_day(c)
    if begin is None or c.accept(Kind.TO, Kind.DASH) is None:
        return None
    end = _time_of_day(c)
    days = None if end is None else days_between(begin[1], end[1])
    if end is None or days is None:
        return None
    minutes = minutes_between(days, begin[0], end[0])
    if not 0 < minutes <= LONGEST:
        return None
    first, last = begin[1], end[1]
    if isinstance(first, CalendarDay) and isinstance(last, CalendarDay):
        return p.Stretch(p.Dates((replace(first, year=first.year or last.year),)), p.Clock(begin[0], minutes))
    return p.Stretch(p.Weekdays((first,)), p.Clock(begin[0], minutes)) if isinstance(first, int) else None


def _time_of_day(c: Cursor) -> tuple[time, CalendarDay | int] | None:
    found = clock(c)
    c.skip(Kind.FILLER, Kind.COMMA)
    if not isinstance(found, p.Clock) or found.minutes is not None:
        return None
    day = c.attempt(dated)
    if day is not None:
        return found.at, day
    weekday = c.accept(Kind.WEEKDAY)
    return None if weekday is None else (found.at, weekday.number)


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
