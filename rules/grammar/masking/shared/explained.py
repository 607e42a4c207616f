"""Words behind a date that say only after what it is: "29/1, ngay sau khi …", "6 October after a break".

A date with its month is that date, whatever it follows; a weekday would be another one each time.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_AFTER = frozenset({"after", "following", "sau", "ngay sau"})
_INSIDE = frozenset(
    {
        Kind.TEXT, Kind.UNIT, Kind.FILLER, Kind.OF, Kind.NUMBER_WORD, Kind.NUMBER, Kind.DASH, Kind.YEAR,
        Kind.MEASURE, Kind.COUNTED, Kind.LABEL, Kind.HEDGE, Kind.THING,
    }
)  # fmt: skip
_OVER = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.DOT, Kind.CLOSE, Kind.END})
_MARKS = frozenset({Kind.SLASH, Kind.DASH})
_LONGEST = 16  # tokens
_OF_A_YEAR = 4  # digits


def set_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with such words as `NAME`."""
    places = [at for at, token in enumerate(tokens) if at and token.text.lower() in _AFTER]
    if not places:
        return tokens
    row, made = Row(tokens), list(tokens)
    for at in places:
        end = _end(row, at)
        if end is not None and _dated(row, at - 1):
            made[at:end] = [one._replace(kind=Kind.NAME, value=None) for one in tokens[at:end]]
    return made


def _end(row: Row, at: int) -> int | None:
    """Where the words end, none of which says a day or a time."""
    led = row[at].text.lower() in ("sau", "ngay sau")
    if led and row[at + 1].text.lower() != "khi":
        return None
    end = at + 1
    while row.kind(end) in _INSIDE and end < at + _LONGEST:
        if row.kind(end) is Kind.NUMBER and row.kind(end + 1) not in (Kind.TEXT, Kind.UNIT, Kind.MEASURE):
            return None
        end += 1
    return end if row.kind(end) in _OVER and end > at + 1 else None


def _dated(row: Row, last: int) -> bool:
    """A day and a month end here: 29/1/2026, 29-1, 6 October, October 6-8, each perhaps with its year."""
    if row.kind(last) is Kind.NUMBER and len(row[last].text) == _OF_A_YEAR:
        last -= 1 + (row.kind(last - 1) in (Kind.COMMA, *_MARKS))
    if row.kind(last) is Kind.NUMBER and row.kind(last - 1) is Kind.SLASH:
        return row.kind(last - 2) is Kind.NUMBER
    if row.kind(last) is Kind.NUMBER and row.kind(last - 1) is Kind.DASH:
        last -= 2
    return {row.kind(last), row.kind(last - 1)} == {Kind.NUMBER, Kind.MONTH_NAME}
