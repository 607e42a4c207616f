""" "Before the 20th", "trước ngày 20": a deadline whose own day is out, so that the day before is the last.

Only of dates and days of the month: "before Friday" and "the Sunday before 20 May" say nothing that is sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor, in_order
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay
from rules.vocabulary import Kind
from rules.vocabulary.kinds import BEFORE

_COMMON_YEAR, _WEEK = 2001, 7
_MARCH = 3
# Behind one of these it is another day that is meant: "a week before 20 May", "3 ngày trước ngày 20/11".
_COUNTED_FROM = frozenset(
    {
        Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.YEAR, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.WORKDAY, Kind.NUMBER,
        Kind.ORDINAL, Kind.TO, Kind.FROM, Kind.BETWEEN, Kind.HEDGE, Kind.DAYPART, Kind.REPLAY, Kind.EXCEPT,
        Kind.NEXT_DAY, Kind.SAME_DAY, Kind.DUE, Kind.UNSURE,
    }
)  # fmt: skip
_TIME_SIGNS = frozenset({Kind.NUMBER, Kind.NAMED_TIME})
_DAY_SIGNS = frozenset({Kind.DAY, Kind.NUMBER, Kind.ORDINAL, Kind.MONTH_NAME})
_BEHIND = (Kind.FILLER, Kind.AT, Kind.COLON)
_OF_OTHER_MONTHS = frozenset({Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER})
_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})
_DAYS_OF_WEEKS = _WEEKDAYS | {Kind.ORDINAL_PREFIX, Kind.EACH}


class Language(NamedTuple):
    """How a language reads a time of day, its days (the first of `days` that fits), and the month behind."""

    clock: Callable[[Cursor], object]
    days: Sequence[Callable[[Cursor], object]]
    month_after: Callable[[Cursor], p.Each | p.Months | None]


def days_before(c: Cursor, language: Language) -> p.Either | None:
    """The deadline with its last day; a time of day before which it is stays as it is."""
    before = c.kind(-2) if c.kind(-1) is Kind.FILLER else c.kind(-1)
    if c.take().value != BEFORE or before in _COUNTED_FROM:
        return None
    c.skip(*_BEHIND)
    at_time = _time(c, language) if c.kind() in _TIME_SIGNS else None
    if at_time is not None:
        c.skip(Kind.FILLER, Kind.COMMA, Kind.OF)
        if c.kind(c.kind() is Kind.DAY) in _DAYS_OF_WEEKS:
            return p.Either((p.Way((p.Due(), at_time)),))  # the days behind stand for themselves
    days = _days(c, language) if c.kind() in _DAY_SIGNS else None
    if days is None or _weekday_behind(c):
        return None
    if at_time is not None:
        return p.Either((p.Way((p.Due(), at_time, days)),))
    last = _last_days(c, days, language)
    return None if last is None else p.Either((p.Way((p.Due(before=True), *last)),))


def _time(c: Cursor, language: Language) -> p.Clock | None:
    found = c.attempt(language.clock)
    single = isinstance(found, p.Clock) and found.sure and found.minutes is None and not found.next_day
    return found if single and isinstance(found, p.Clock) else None


def _days(c: Cursor, language: Language) -> p.Dates | p.MonthDays | None:
    for production in language.days:
        found = c.attempt(production)
        if found is not None:
            return found if isinstance(found, p.Dates | p.MonthDays) else None
    return None


def _weekday_behind(c: Cursor) -> bool:
    """ "trước ngày 20/12 (thứ Sáu)": the weekday of the day that is out."""
    behind = c.kind(1) if c.kind() in (Kind.OPEN, Kind.COMMA) else c.kind()
    return behind in _WEEKDAYS


def _last_days(c: Cursor, days: p.Dates | p.MonthDays, language: Language) -> tuple[p.Meaning, ...] | None:
    if isinstance(days, p.MonthDays):
        return _before_month_days(c, days, language)
    made = [_day_before(day) for day in days.days]
    if any(one is None for one in made):
        return _end_of_february(days)
    weekdays = tuple(None if one is None else (one - 1) % _WEEK for one in days.weekdays)
    return (replace(days, days=tuple(one for one in made if one is not None), weekdays=weekdays),)


def _day_before(day: CalendarDay) -> CalendarDay | None:
    """The day before a date; None for 1 March of a year that is not named."""
    if day.day < 1 or (day.year is None and (day.month, day.day) == (_MARCH, 1)):
        return None
    found = date(day.year or _COMMON_YEAR + 3 * (day.month == 2), day.month, day.day) - timedelta(1)
    return CalendarDay(found.month, found.day, found.year if day.year is not None else None)


def _end_of_february(days: p.Dates) -> tuple[p.Meaning, ...] | None:
    alone = len(days.days) == 1 and days.days[0].day == 1 and days.weekdays in ((), (None,))
    return (p.MonthDays((-1,)), p.Months(((2, 2),))) if alone else None


def _before_month_days(c: Cursor, days: p.MonthDays, language: Language) -> tuple[p.Meaning, ...] | None:
    """The days before; that of the 1st is the last day of the month before."""
    earlier = p.MonthDays(in_order({-1 if day == 1 else day - 1 for day in days.days}))
    if 1 not in days.days:
        return (earlier,)
    at = c.at
    months = language.month_after(c)
    if months is None:
        c.at = at
    if isinstance(months, p.Months):
        runs = tuple((_month_before(first), _month_before(last)) for first, last in months.runs)
        return (earlier, p.Months(runs)) if len(days.days) == 1 else None
    if months is None:
        return None if _names_months(c) else (earlier,)
    return earlier, months


def _names_months(c: Cursor) -> bool:
    """True where the clause names months by themselves: "các tháng 1, 4, 7", "in March"."""
    clause = list(c.clause())
    return any(
        token.kind in _OF_OTHER_MONTHS or (token.kind is Kind.EACH and behind.kind is Kind.NUMBER)
        for token, behind in zip(clause, [*clause[1:], c.peek(len(c.tokens))], strict=True)
    )


def _month_before(month: int) -> int:
    return (month - 2) % 12 + 1
