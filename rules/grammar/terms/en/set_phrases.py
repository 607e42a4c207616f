"""English: what both languages read alike, with this one's own days, months and numbers.

Pauses, ends, anchors, days without a time, days under the heading of a month, deadlines on the day before.
Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.clock import clock
from rules.grammar.terms.en.dates import dated, dates, ending, month_days, short_for
from rules.grammar.terms.en.days import weekdays
from rules.grammar.terms.en.months import months
from rules.grammar.terms.en.months_after import month_after
from rules.grammar.terms.shared import closed_days as closed
from rules.grammar.terms.shared import days_before as before
from rules.grammar.terms.shared import exceptions
from rules.grammar.terms.shared import headed_days as headed
from rules.grammar.terms.shared import set_phrases as shared
from rules.grammar.terms.shared.calendar import free_number, ordinal
from rules.vocabulary import Kind


def _month(c: Cursor) -> int | None:
    named = c.accept(Kind.MONTH_NAME)
    return None if named is None else named.number


def _weekday(c: Cursor) -> int | None:
    token = c.accept(Kind.WEEKDAY)
    if token is None:
        return None
    short_for(c, token)
    return None if token.text.lower().endswith("days") else token.number


def _day(c: Cursor) -> int | None:
    day = ordinal(c)
    return day if day is not None else free_number(c, 1, 31)


def _number(c: Cursor) -> int | None:
    c.skip(Kind.FILLER)
    found = ordinal(c)
    if found is not None and c.kind(1) in (Kind.EACH, Kind.AND, Kind.COMMA):
        one = c.kind() is Kind.NUMBER_WORD and c.peek().number == 1
        if one or c.kind() in (Kind.UNIT, Kind.TIMES_A):
            c.take()
    return found


_HEADED = headed.Language(_month, _weekday, _day)
_BEFORE = before.Language(clock, (dates, month_days), month_after)
_WHEN = frozenset({"when", "in which case", "at which time"})
_STOPS = frozenset({Kind.DOT, Kind.SEMICOLON})


# until: until 30 November | till the end of June
def until(c: Cursor) -> p.DateRange | None:
    """An end without a beginning."""
    return shared.until(c, ending)


# anchor: counting from the week of 1 January 2024
def anchor(c: Cursor) -> p.Anchor | None:
    """A day of one week that counts, for "every two weeks"."""
    return shared.anchor(c, dated)


# timeless: all day on 12 March
def timeless(c: Cursor) -> p.Timeless | None:
    """A day has no time of its own."""
    return shared.timeless(c, noun_of_date=False)


# out: of 6 May is moved to 7 May | instead | closed in August | no show on Mondays
def out(c: Cursor) -> p.Except | p.Instead | p.Break | p.Moved | p.Aside | None:
    """A pause, with the days that it takes out of those before it."""
    return shared.out(c)


# that_case: the second Tuesday of each month except July, when the third Tuesday
def that_case(c: Cursor) -> p.ThatCase | None:
    """ "When" behind days that are taken out, in their sentence: how it is on these."""
    before = [token.kind for token in c.tokens[: c.at]]
    stop = max((at for at, kind in enumerate(before) if kind in _STOPS), default=-1)
    return p.ThatCase() if c.take().text.lower() in _WHEN and Kind.EXCEPT in before[stop + 1 :] else None


# closed_days: Monday to Friday 9am-5pm; Sunday: closed | Mon-Fri 9am-5pm (Sunday closed)
def closed_days(c: Cursor) -> p.Either | None:
    """Weekdays that a table of hours says are closed."""
    return closed.closed_days(c, weekdays)


# headed_days: June 2024: Tues 4, Tues 18 | June: Saturday 8 and Sunday 9
def headed_days(c: Cursor) -> p.Dates | None:
    """Weekdays with the number of their day, in the month of the heading before them."""
    return headed.headed_days(c, _HEADED)


# heading: June 2024
def heading(c: Cursor) -> p.Aside | None:
    """A month on a line of its own whose days stand below says nothing more: each of them has it."""
    return headed.heading(c, _HEADED)


# days_before: before noon on the 15th of each month
# days_before: before the 5th of each month | before 25 March | before 5pm on 25 March
def days_before(c: Cursor) -> p.Either | None:
    """The deadline with its last day; a time of day before which it is stays as it is."""
    return before.days_before(c, _BEFORE)


# last_of_rule: Tuesdays except the last in the month | every Monday, but not the first one of the month
def last_of_rule(c: Cursor) -> p.NthWeekdays | p.Either | None:
    """The n-th of the days of the rule in the month."""
    return exceptions.last_of_rule(c, _number)


# closed_dates: Monday to Friday 9am-5pm; 25 December: closed | Friday 29 March - Closed
# closed_dates: first Monday of the month 7pm; August: no meeting
def closed_dates(c: Cursor) -> p.Either | None:
    """Dates and months that a table of hours says are closed."""
    return closed.closed_dates(c, lambda c: c.attempt(dates) or months(c))
