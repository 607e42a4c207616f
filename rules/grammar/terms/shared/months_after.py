"""Both languages: the first month behind a period that a report is about."""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import Kind

NEXT_AFTER: dict[Period, p.Each | p.Months] = {
    Period.MONTH: p.Each(Period.MONTH),
    Period.QUARTER: p.Months(((1, 1), (4, 4), (7, 7), (10, 10))),
    Period.HALF: p.Months(((1, 1), (7, 7))),
    Period.YEAR: p.Months(((1, 1),)),
}


def named_behind(c: Cursor, ahead: int = 0) -> bool:
    """True where a number says which quarter it is."""
    return c.kind(ahead) in (Kind.NUMBER, Kind.NUMBER_WORD) or isinstance(c.peek(ahead).value, int)
