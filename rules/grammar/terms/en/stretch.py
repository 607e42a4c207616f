"""English: from a time of one day to a time of another.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.clock import clock
from rules.grammar.terms.en.dates import dated
from rules.grammar.terms.shared import stretch as shared
from rules.grammar.terms.shared.stretch import Moment, joined_ahead, sound, stretched
from rules.schedule import CalendarDay
from rules.vocabulary import Kind

_CLOCK_SIGNS = frozenset({Kind.COLON, Kind.DOT, Kind.DAYPART, Kind.NAMED_TIME})
_FARTHEST = 9  # tokens of a day and its time
_JOINS = (Kind.COMMA, Kind.AT, Kind.FILLER)


# stretch: Saturday 16 March 22:00 to Sunday 17 March 06:00 | from 8am on 4 March to 6pm on 8 March
# stretch: from 10pm on 14 June until 4am on 15 June 2024 | Sat 10pm–Sun 1am | 10pm Saturday to 1am Sunday
# stretch: Saturday night 10pm - Sunday morning 1am
def stretch(c: Cursor) -> p.Stretch | p.DateRange | None:
    """From a time of one day to a time of another: one airing, also where a dash joins them."""
    ahead = c.tokens[c.at : c.at + 2 * _FARTHEST]
    if sum(token.kind in _CLOCK_SIGNS for token in ahead) < 2 or not joined_ahead(c):
        return None
    at = c.at
    c.accept(Kind.FROM)
    every = c.accept(Kind.EVERY) is not None
    begin = sound(c, _moment)
    if begin is None or begin.next_day or c.accept(Kind.TO, Kind.DASH) is None:
        return None
    plural = c.peek(-2).text.lower().endswith("days")
    end = sound(c, _moment)
    return None if end is None else stretched(c, at, begin, end, every=every or plural)


# first_of_row: daily from 7pm on 28 May | every evening from 7pm on 28 May
def first_of_row(c: Cursor) -> p.Either | None:
    """The time of every day, and the date from which on it is."""
    return shared.first_of_row(c, _moment)


# days_to_a_moment: from 1 March to 5pm on 31 March | from Friday 1 March until noon on Monday 11 March
def days_to_a_moment(c: Cursor) -> p.DateRange | None:
    """From a day to an hour of a later one: a period of days, on whose last day something closes."""
    return shared.days_to_a_moment(c, _day, _time)


def _day(c: Cursor) -> tuple[CalendarDay | None, int | None] | None:
    weekday = c.peek().number if c.kind() is Kind.WEEKDAY else None
    day = c.attempt(dated)
    return None if day is None else (day, weekday)


def _moment(c: Cursor) -> Moment | None:
    """A time of day and its day, in either order: a date, with its weekday or without, or a weekday."""
    found = c.attempt(_time)
    if found is not None:
        c.skip(*_JOINS)
        if c.kind() is Kind.NEXT_DAY and c.peek().value in (1, (1, "morning")):
            c.take()
            return Moment(found, next_day=True)
    weekday = c.peek().number if c.kind() is Kind.WEEKDAY else None
    day = c.attempt(dated)
    if day is None and c.accept(Kind.WEEKDAY) is None:
        return None
    part: str | None = None
    if found is None:
        named = c.accept(Kind.DAYPART)  # "Saturday night 10pm"
        part = None if named is None else str(named.value)
        c.skip(*_JOINS)
        found = c.attempt(_time)
    return None if found is None else Moment(found, day, weekday, part=part)


def _time(c: Cursor) -> p.Clock | None:
    found = clock(c)
    return found if isinstance(found, p.Clock) and found.minutes is None and not found.next_day else None
