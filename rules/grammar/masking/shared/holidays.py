"""Holidays in a list with weekdays: "Saturday, Sunday, national holidays, 9am".

Which days these are, no rule says. The weekdays are read, and the word waits for a person to confirm.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.shared.asides import HOLIDAYS
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT

_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})
_JOINS = frozenset({Kind.COMMA, Kind.AND})
_BEFORE_TIMES = frozenset({Kind.COMMA, Kind.COLON, Kind.AT, Kind.FROM})
_TIMED = frozenset({Kind.COLON, Kind.HOUR, Kind.DAYPART, Kind.DOT, Kind.DASH})
_DENIED = frozenset({Kind.EXCEPT, Kind.SHIFT_IF, Kind.SHIFT_TO})


def unnamed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such holidays as a name that is in doubt."""
    if not any(token.kind is Kind.DAY_OFF for token in tokens):
        return tokens
    if any(token.kind in _DENIED or token.value == OUT for token in tokens):
        return tokens
    row = Row(tokens)
    return [
        token._replace(kind=Kind.NAME, value=HOLIDAYS) if _listed(row, at) else token
        for at, token in enumerate(tokens)
    ]


def _listed(row: Row, at: int) -> bool:
    """Behind a weekday and before a time of day: what ends the list is the time of all its days."""
    if row.kind(at) is not Kind.DAY_OFF or row[at].value is not True:
        return False
    before = at - 2 if row.kind(at - 1) is Kind.TEXT else at - 1
    begin = at + 1
    while row.kind(begin) in _BEFORE_TIMES and begin < at + 3:
        begin += 1
    timed = row.kind(begin) is Kind.NUMBER and row.kind(begin + 1) in _TIMED
    return row.kind(before) in _JOINS and row.kind(before - 1) in _WEEKDAYS and timed
