"""English: plain words in brackets, "(news releases, columns, letters)": no day, no time, no condition."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.letters import split_words
from rules.vocabulary.licences import NEVER, senses

_INSIDE = frozenset({Kind.TEXT, Kind.UNIT, Kind.COMMA, Kind.AND, Kind.OF, Kind.DOT, Kind.COUNTED})
_FEWEST = 2  # words


def set_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with brackets that hold such words alone as `NAME`."""
    made: list[Token] | None = None
    opened: int | None = None
    for at, token in enumerate(tokens):
        if token.kind is Kind.OPEN:
            opened = at
        elif token.kind is Kind.CLOSE and opened is not None:
            if _plain(tokens[opened + 1 : at]):
                made = made or list(tokens)
                made[opened : at + 1] = [
                    one._replace(kind=Kind.NAME, value=None) for one in tokens[opened : at + 1]
                ]
            opened = None
        elif token.kind not in _INSIDE:
            opened = None
    return tokens if made is None else made


def _plain(inside: Sequence[Token]) -> bool:
    """Two small words or more, none of which may change a date."""
    words = [word for token in inside if token.kind is not Kind.COMMA for word in split_words(token.text)]
    if sum(token.kind in (Kind.TEXT, Kind.UNIT) for token in inside) < _FEWEST:
        return False
    said = f" {' '.join(words)} ".lower()
    table = senses("en")
    notes = (one for word in words for one in table.get(word.lower(), ()))
    doubtful = any(one.sense in NEVER and f" {' '.join(one.words)} " in said for one in notes)
    return not doubtful and said == f" {' '.join(words)} "
