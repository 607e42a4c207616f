"""Vietnamese: days under the heading of a month: "Tháng 6/2024: Thứ Ba 4".

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import headed_days as shared
from rules.grammar.terms.shared.calendar import free_number
from rules.grammar.terms.vi.days import one_weekday
from rules.vocabulary import Kind


# headed_days: Tháng 6/2024: Thứ Ba 4, thứ Ba 18 | tháng 6: Chủ nhật 9
def headed_days(c: Cursor) -> p.Dates | None:
    """Weekdays with the number of their day, in the month of the heading before them."""
    return shared.headed_days(c, _LANGUAGE)


# heading: Tháng 6/2024
def heading(c: Cursor) -> p.Aside | None:
    """A month on a line of its own whose days stand below says nothing more: each of them has it."""
    return shared.heading(c, _LANGUAGE)


def _month(c: Cursor) -> int | None:
    named = c.accept(Kind.MONTH_NAME)
    if named is not None:
        return named.number
    return free_number(c, 1, 12, named=True) if c.accept(Kind.MONTH) else None


def _day(c: Cursor) -> int | None:
    return free_number(c, 1, 31)


_LANGUAGE = shared.Language(_month, one_weekday, _day)
