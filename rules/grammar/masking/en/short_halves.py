"""English: "1p-5p", "10a to 3:30p": am and pm by their first letters, where both ends of a range have one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_RUN_TOGETHER = re.compile(r"(\d{1,2})([aApP])")
_HALVES = {"a": "am", "p": "pm"}
_RANGE = frozenset({Kind.DASH, Kind.TO})


def written_out(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such letters as parts of the day."""
    if not any(_letter(token) for token in tokens):
        return tokens
    apart = [one for token in tokens for one in _apart(token)]
    row, made = Row(apart), list(apart)
    for at in range(len(apart)):
        if not (_half(row, at) and row.kind(at + 1) in _RANGE):
            continue
        end = next((k for k in range(at + 3, at + 6) if _half(row, k)), None)
        if end is not None and all(_of_a_time(row[k]) for k in range(at + 2, end)):
            for k in (at, end):
                made[k] = apart[k]._replace(kind=Kind.DAYPART, value=_HALVES[apart[k].text.lower()])
    return made if any(one is not other for one, other in zip(made, apart, strict=True)) else tokens


def _letter(token: Token) -> bool:
    joined = token.kind is Kind.BAD_NUMBER and _RUN_TOGETHER.fullmatch(token.text) is not None
    return joined or (token.glued and token.text.lower() in _HALVES)


def _apart(token: Token) -> Sequence[Token]:
    """10a: a number and its letter."""
    written = _RUN_TOGETHER.fullmatch(token.text) if token.kind is Kind.BAD_NUMBER else None
    if written is None:
        return (token,)
    digits, letter = written.groups()
    cut = token.start + len(digits)
    number = token._replace(kind=Kind.NUMBER, value=int(digits), text=digits, end=cut)
    return number, token._replace(kind=Kind.TEXT, value=None, text=letter, start=cut, glued=True)


def _half(row: Row, at: int) -> bool:
    return row.kind(at - 1) is Kind.NUMBER and row[at].glued and row[at].text.lower() in _HALVES


def _of_a_time(token: Token) -> bool:
    return token.kind in (Kind.NUMBER, Kind.COLON, Kind.DOT)
