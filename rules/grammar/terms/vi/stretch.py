"""Vietnamese: from a time of one day to a time of another, and from a day to a day in words of their own.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import dates_part, free_number, year_behind
from rules.grammar.terms.shared.clock import clock
from rules.grammar.terms.vi.dates import dated
from rules.grammar.terms.vi.days import one_weekday
from rules.grammar.terms.vi.newspaper_dates import day_of_newspaper
from rules.schedule import CalendarDay, Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import ENDS

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


# first_of_row: hằng ngày từ 19h ngày 28/5 | mỗi tối từ 19h ngày 28/5
def first_of_row(c: Cursor) -> p.Either | None:
    """The time of every day, and the date from which on it is."""
    daily = each_day_before(c)
    c.accept(Kind.FROM)
    begin = _time_of_day(c)
    if begin is None or not daily or c.kind() in (Kind.TO, Kind.DASH, Kind.COMMA, Kind.AND):
        return None
    return row_from(*begin)


# days_with_weekdays: từ thứ Ba 16/7 đến thứ Sáu 19/7 | thứ Ba, ngày 16/7 - thứ Sáu, ngày 19/7
# days_with_weekdays: từ 16/7 (thứ Ba) đến 19/7 (thứ Sáu) | từ thứ Ba 16/7 đến 19/7
def days_with_weekdays(c: Cursor) -> p.DateRange | None:
    """From a date to a date, with the weekday of one or of both, which is verified."""
    c.accept(Kind.FROM)
    first = _with_weekday(c)
    if first is None or c.accept(Kind.TO, Kind.DASH) is None:
        return None
    c.accept(Kind.TO)
    last = _with_weekday(c)
    if last is None or first[1] is last[1] is None:
        return None
    row = dates_part([(first[0], last[0])], opened=True)
    return (
        replace(row, first_weekday=first[1], last_weekday=last[1]) if isinstance(row, p.DateRange) else None
    )


def _with_weekday(c: Cursor) -> tuple[CalendarDay, int | None] | None:
    """ "thứ Ba, ngày 16/7", "16/7 (thứ Ba)", "16/7"."""
    weekday = c.attempt(one_weekday)
    opened = weekday is not None and c.accept(Kind.OPEN) is not None
    if weekday is not None:
        c.accept(Kind.COMMA)
    day = c.attempt(dated) or c.attempt(day_of_newspaper)
    if day is None or (opened and c.accept(Kind.CLOSE) is None):
        return None
    if weekday is not None:
        return day, weekday
    return day, c.attempt(lambda c: c.accept(Kind.OPEN) and _closed(c))


def _closed(c: Cursor) -> int | None:
    weekday = c.attempt(one_weekday)
    return weekday if c.accept(Kind.CLOSE) else None


# ends: từ 9/9, kết thúc ngày 29/11 | từ tháng 3, kết thúc tháng 5
def ends(c: Cursor) -> p.DateRange | None:
    """The last date or month, where the first stands before it in its clause."""
    at = c.at
    word = c.take()
    clause = [token.kind for token in c.tokens[:at]][::-1]
    length = clause.index(Kind.SEMICOLON) if Kind.SEMICOLON in clause else len(clause)
    if word.value != ENDS or Kind.FROM not in clause[:length]:
        return None
    c.skip(Kind.FILLER)
    day = c.attempt(dated) or c.attempt(_end_of_month)
    return None if day is None else p.DateRange(None, day)


def _end_of_month(c: Cursor) -> CalendarDay | None:
    named = c.accept(Kind.MONTH_NAME)
    month = named.number if named else free_number(c, 1, 12, named=True) if c.accept(Kind.MONTH) else None
    return None if month is None else CalendarDay(month, -1, year_behind(c))


def each_day_before(c: Cursor) -> bool:
    """True where the clause says "every day", or "every evening", up to here."""
    before = [token for token in c.clause() if token.start < c.peek().start]
    parts = any(one.kind is Kind.EVERY and other.kind is Kind.DAYPART for one, other in pairwise(before))
    return parts or any(token.kind is Kind.EACH and token.value == Period.DAY for token in before)


def row_from(at: time, day: CalendarDay | int) -> p.Either | None:
    """A time of day, and the date on which a row begins."""
    if isinstance(day, int):
        return None
    return p.Either((p.Way((p.Clock(at, by_24_hours=True), p.DateRange(day, None))),))


def _time_of_day(c: Cursor) -> tuple[time, CalendarDay | int] | None:
    found = clock(c)
    c.skip(Kind.FILLER, Kind.COMMA)
    if not isinstance(found, p.Clock) or found.minutes is not None:
        return None
    day = c.attempt(dated) or c.attempt(day_of_newspaper)
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
