"""Times and lengths that are rounded: "about 9 pm", "khoảng 30 phút": read with a remark.

Before a date, a count or a weekday such a word stays what it is: no day is about another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.kinds import ABOUT

_NAMED = frozenset({Kind.NAMED_TIME, Kind.PAST})
_MARKS = frozenset({Kind.COLON, Kind.DOT})
_AMOUNTS = frozenset({Kind.MEASURE, Kind.UNIT, Kind.COUNTED, Kind.SLASH, Kind.MONTH_NAME})
_LENGTHS = frozenset({Kind.MINUTE, Kind.HOUR})
_RANGE = frozenset({Kind.DASH, Kind.TO})
_OF_MINUTES = 2  # digits


def rounded(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such words directly before a time of day or a length as `ABOUT`."""
    return _about(tokens, _timed)


def rounded_lengths(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such words before minutes as `ABOUT`; "khoảng 13 giờ" may be a time."""
    return _about(tokens, _minutes)


def _about(tokens: Sequence[Token], begins: Callable[[Row, int], bool]) -> Sequence[Token]:
    if not any(token.value == ABOUT for token in tokens):
        return tokens
    row = Row(tokens)
    return [
        token._replace(kind=Kind.ABOUT) if token.value == ABOUT and begins(row, at + 1) else token
        for at, token in enumerate(tokens)
    ]


def _minutes(row: Row, at: int) -> bool:
    return row.kind(at) is Kind.NUMBER and row.kind(at + 1) is Kind.MINUTE


def _timed(row: Row, at: int) -> bool:
    """A time of day, a range of two, or minutes and hours begin here."""
    if row.kind(at) in _NAMED or (row.kind(at) is Kind.NUMBER_WORD and row.kind(at + 1) is Kind.PAST):
        return True
    article = row.kind(at) is Kind.FILLER and row[at].text.lower() in ("a", "an")
    if article and row.kind(at + 1) in _LENGTHS | {Kind.HALF}:
        return True
    if row.kind(at) not in (Kind.NUMBER, Kind.NUMBER_WORD):
        return False
    end = at + 1
    marked = row.kind(end) in _MARKS and row[end].glued and row.kind(end + 1) is Kind.NUMBER
    if marked and len(row[end + 1].text) == _OF_MINUTES:
        return row.kind(end + 2) not in _AMOUNTS
    if row.kind(end) in _RANGE:
        end += 2
    return row.kind(end) is Kind.DAYPART or row.kind(end) in _LENGTHS
