"""From a moment to a moment: one airing that lasts over midnight, or over several days, with its minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from typing import NamedTuple, TypeVar

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Refusal, Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import dates_part
from rules.grammar.terms.shared.hours import hour_in
from rules.schedule import CalendarDay, Period
from rules.vocabulary import Kind

_T = TypeVar("_T")
_LEAP_YEAR = 2000
_DAY = 1440
_LONGEST = 45 * _DAY
_LONGEST_AIRING = 7 * _DAY
_OF_A_REPLAY = frozenset(
    {Kind.NUMBER, Kind.DAYPART, Kind.NAMED_TIME, Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.NEXT_DAY, Kind.DAY}
)
FARTHEST = 20  # tokens of two days and their times


class Moment(NamedTuple):
    """A time of day, and the date or the weekday that it is on, or (`next_day`) the day after the other's.

    `part` of the day where it stands before the day: "tối thứ Bảy 10h", "Saturday night 10pm".
    """

    clock: p.Clock
    day: CalendarDay | None = None
    weekday: int | None = None
    next_day: bool = False
    part: str | None = None

    @property
    def at(self) -> time | None:
        """The time of day as its part of the day has it; None where they contradict each other."""
        hour = self.clock.at.hour if self.part is None else hour_in(self.clock.at.hour, self.part)
        return None if hour is None else self.clock.at.replace(hour=hour)


def first_of_row(c: Cursor, moment: Callable[[Cursor], Moment | None]) -> p.Either | None:
    """The time of every day, and the date from which on it is."""
    c.accept(Kind.FROM)
    begin = moment(c)
    if begin is None or begin.day is None or begin.weekday is not None or not _each_day_before(c):
        return None
    if c.kind() in (Kind.TO, Kind.DASH, Kind.COMMA, Kind.AND):
        return None
    return p.Either((p.Way((begin.clock, p.DateRange(begin.day, None))),))


def days_to_a_moment(
    c: Cursor,
    day: Callable[[Cursor], tuple[CalendarDay | None, int | None] | None],
    time_of_day: Callable[[Cursor], p.Clock | None],
) -> p.DateRange | None:
    """From a day to an hour of a later one; a time behind the last day is that of each day."""
    if c.accept(Kind.FROM) is None:
        return None
    first = c.attempt(day)
    c.skip(Kind.FILLER, Kind.COMMA)
    if first is None or first[0] is None or c.accept(Kind.TO) is None or c.attempt(time_of_day) is None:
        return None
    c.skip(Kind.FILLER, Kind.COMMA)
    last = day(c)
    if last is None or last[0] is None:
        return None
    row = dates_part([(first[0], last[0])], opened=True)
    if not isinstance(row, p.DateRange):
        return None
    return replace(row, first_weekday=first[1], last_weekday=last[1])


def _each_day_before(c: Cursor) -> bool:
    """True where the clause says "every day", or "every evening", up to here."""
    before = c.clause_before()
    parts = any(one.kind is Kind.EVERY and other.kind is Kind.DAYPART for one, other in pairwise(before))
    return parts or any(token.kind is Kind.EACH and token.value == Period.DAY for token in before)


def joined_ahead(c: Cursor) -> bool:
    """True where "to" or a dash stands ahead, as it must in a stretch."""
    ahead = c.tokens[c.at : c.at + FARTHEST]
    return any(token.kind in (Kind.TO, Kind.DASH) for token in ahead)


def sound(c: Cursor, moment: Callable[[Cursor], _T | None]) -> _T | None:
    """A moment or a time; an impossible day or time is told where it is read alone."""
    try:
        return moment(c)
    except Refusal:
        return None


def stretched(
    c: Cursor, at: int, begin: Moment, end: Moment, *, every: bool = False
) -> p.Stretch | p.DateRange | None:
    """The day on which it begins, its time, and the minutes to its end; `at` is where its words begin.

    More than a week between dates is a period of days and no airing.

    Between weekdays a dash may part two airings ("Monday 8pm - Tuesday 9am"), and "Monday 9am to Friday
    5pm" may be each of these days from 9 to 5: the longer it is, the more the words must say.
    """
    days = _days_between(begin, end)
    if days is None or not (begin.clock.sure and end.clock.sure):
        return None
    if begin.at is None or end.at is None:
        raise refuse("contradicting-time", c.since(at))
    minutes = _DAY * days + _minutes(end.at) - _minutes(begin.at)
    if not 0 < minutes <= _LONGEST or c.kind() is Kind.DASH or _is_replay(c):
        return None
    clock = p.Clock(begin.at, minutes)
    if begin.day is None:
        if minutes > _most_minutes(c.since(at)):
            raise refuse("impossible-range/stretch", c.since(at))
        return None if begin.weekday is None else p.Stretch(p.Weekdays((begin.weekday,), every), clock)
    first = replace(begin.day, year=begin.day.year or _year_before(begin.day, end.day))
    last = None if end.day is None else p.DateRange(None, end.day, None, end.weekday)
    if end.day is not None and minutes > _LONGEST_AIRING:
        return p.DateRange(first, end.day, begin.weekday, end.weekday)
    return p.Stretch(p.Dates((first,), (begin.weekday,)), clock, last)


def _is_replay(c: Cursor) -> bool:
    """ "22h thứ Bảy – 1h Chủ nhật (phát lại)": a label; with a time behind it the replay is another one."""
    ahead = 1 if c.kind() is Kind.OPEN else 0
    if c.kind(ahead) is not Kind.REPLAY:
        return False
    while c.kind(ahead + 1) in (Kind.AT, Kind.FILLER, Kind.COLON):
        ahead += 1
    return c.kind(ahead + 1) not in _OF_A_REPLAY


def _most_minutes(taken: Sequence[Token]) -> int:
    """How long one airing between weekdays may be: by a dash, by "to", or by "from … to"."""
    if any(token.kind is Kind.DASH for token in taken):
        return _DAY // 2
    return _LONGEST if taken[0].kind is Kind.FROM else _DAY


def _days_between(begin: Moment, end: Moment) -> int | None:
    """Whole days from one to the other; dates without a year are those of a year with a 29th of February."""
    if end.next_day:
        return 1
    if begin.day is None and end.day is None:
        if begin.weekday is None or end.weekday is None:
            return None
        return (end.weekday - begin.weekday) % 7
    if begin.day is None or end.day is None:
        return None
    first, last = begin.day, end.day
    year = first.year or _year_before(first, last) or _LEAP_YEAR
    over = last.year is None and (last.month, last.day) < (first.month, first.day)
    ends = last.year or (year + 1 if over and first.month - last.month > _OVER_NEW_YEAR else year)
    return (date(ends, last.month, last.day) - date(year, first.month, first.day)).days


_OVER_NEW_YEAR = 9  # months back from one date to the next that only a new year explains


def _year_before(first: CalendarDay, last: CalendarDay | None) -> int | None:
    """The year of a first day whose year stands at the last: the one before over a new year."""
    if last is None or last.year is None:
        return None
    return last.year - ((last.month, last.day) < (first.month, first.day))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
