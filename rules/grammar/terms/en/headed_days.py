"""English: days under the heading of a month: "June 2024: Tues 4, Tues 18".

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.dates import short_for
from rules.grammar.terms.shared import headed_days as shared
from rules.grammar.terms.shared.calendar import free_number, ordinal
from rules.vocabulary import Kind


# headed_days: June 2024: Tues 4, Tues 18 | June: Saturday 8 and Sunday 9
def headed_days(c: Cursor) -> p.Dates | None:
    """Weekdays with the number of their day, in the month of the heading before them."""
    return shared.headed_days(c, _LANGUAGE)


# heading: June 2024
def heading(c: Cursor) -> p.Aside | None:
    """A month on a line of its own whose days stand below says nothing more: each of them has it."""
    return shared.heading(c, _LANGUAGE)


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


_LANGUAGE = shared.Language(_month, _weekday, _day)
