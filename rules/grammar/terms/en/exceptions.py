"""English: exceptions that leave the weekday out: "Tuesdays except the last in the month".

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import exceptions
from rules.grammar.terms.shared.calendar import ordinal
from rules.vocabulary import Kind


# last_of_rule: Tuesdays except the last in the month | every Monday, but not the first one of the month
def last_of_rule(c: Cursor) -> p.NthWeekdays | p.Either | None:
    """The n-th of the days of the rule in the month."""
    return exceptions.last_of_rule(c, _number)


def _number(c: Cursor) -> int | None:
    c.skip(Kind.FILLER)
    found = ordinal(c)
    if found is not None and c.kind(1) in (Kind.EACH, Kind.AND, Kind.COMMA):
        one = c.kind() is Kind.NUMBER_WORD and c.peek().number == 1
        if one or c.kind() in (Kind.UNIT, Kind.TIMES_A):
            c.take()
    return found
