"""English: from a time of one day to a time of another.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.clock import clock
from rules.grammar.terms.en.dates import dated
from rules.grammar.terms.vi.stretch import LONGEST, days_between, each_day_before, minutes_between
from rules.schedule import CalendarDay
from rules.vocabulary import Kind

_CLOCK_SIGNS = frozenset({Kind.COLON, Kind.DOT, Kind.DAYPART, Kind.NAMED_TIME})
_FARTHEST = 9  # tokens of a day and its time
_JOINS = (Kind.COMMA, Kind.AT, Kind.FILLER)


# stretch: Saturday 16 March 22:00 to Sunday 17 March 06:00 | from 8am on 4 March to 6pm on 8 March
# stretch: from 10pm on 14 June until 4am on 15 June 2024
def stretch(c: Cursor) -> p.Stretch | None:
    """The day on which it begins, its time, and the minutes to its end."""
    ahead = c.tokens[c.at : c.at + 2 * _FARTHEST]
    if sum(token.kind in _CLOCK_SIGNS for token in ahead) < 2 or not _joined(ahead):
        return None
    c.accept(Kind.FROM)
    begin = _moment(c)
    if begin is None or c.accept(Kind.TO, Kind.DASH) is None:
        return None
    end = _moment(c)
    days = None if end is None else days_between(begin[0], end[0])
    if end is None or days is None or not (begin[1].sure and end[1].sure):
        return None
    minutes = minutes_between(days, begin[1].at, end[1].at)
    if not 0 < minutes <= LONGEST:
        return None
    first = replace(begin[0], year=begin[0].year or end[0].year)
    last = p.DateRange(None, end[0], None, end[2])
    return p.Stretch(p.Dates((first,), (begin[2],)), replace(begin[1], minutes=minutes), last)


# first_of_row: daily from 7pm on 28 May | every evening from 7pm on 28 May
def first_of_row(c: Cursor) -> p.Either | None:
    """The time of every day, and the date from which on it is."""
    daily = each_day_before(c)
    c.accept(Kind.FROM)
    begin = _moment(c) if daily else None
    if begin is None or begin[2] is not None or c.kind() in (Kind.TO, Kind.DASH, Kind.COMMA, Kind.AND):
        return None
    return p.Either((p.Way((begin[1], p.DateRange(begin[0], None))),))


def _joined(ahead: Sequence[Token]) -> bool:
    return any(token.kind in (Kind.TO, Kind.DASH) for token in ahead)


def _moment(c: Cursor) -> tuple[CalendarDay, p.Clock, int | None] | None:
    """A date and a time of day, in either order; and the weekday beside the date."""
    at = c.at
    found = c.attempt(_time)
    if found is not None:
        c.skip(*_JOINS)
    weekday = c.peek().number if c.kind() is Kind.WEEKDAY else None
    day = dated(c)
    if day is None:
        c.at = at
        return None
    if found is None:
        c.skip(*_JOINS)
        found = c.attempt(_time)
    return None if found is None else (day, found, weekday)


def _time(c: Cursor) -> p.Clock | None:
    found = clock(c)
    return found if isinstance(found, p.Clock) and found.minutes is None and not found.next_day else None
