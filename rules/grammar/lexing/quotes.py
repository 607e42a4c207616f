"""Single quotation marks, told from the mark of minutes ("30'") and from apostrophes ("o'clock", "May's")."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_OPENING, _CLOSING = frozenset("'‘‚"), frozenset("'’‘")
_LONGEST_TITLE = 14  # tokens
_MARKS = frozenset(
    {Kind.COMMA, Kind.SEMICOLON, Kind.COLON, Kind.DOT, Kind.CLOSE, Kind.OPEN, Kind.DASH, Kind.QUOTE}
)


def paired(tokens: list[Token]) -> list[Token]:
    """The tokens, with pairs of single marks around words as quotation marks."""
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at) if _opens(tokens, at) else None
        if end is not None:
            for place in (at, end):
                tokens[place] = tokens[place]._replace(kind=Kind.QUOTE, value=None)
            at = end
        at += 1
    return tokens


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """A mark with a space or another mark before it, and a word at it."""
    if tokens[at].text not in _OPENING or at + 1 >= len(tokens) or not tokens[at + 1].glued:
        return False
    return not tokens[at].glued or at == 0 or tokens[at - 1].kind in _MARKS


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the mark that closes it: at a word of the same line, and no word at it."""
    for end in range(at + 2, min(at + _LONGEST_TITLE, len(tokens))):
        if tokens[end].text == "\n":
            return None
        behind = tokens[end + 1] if end + 1 < len(tokens) else None
        free = behind is None or not behind.glued or behind.kind in _MARKS
        minutes = tokens[end - 1].kind is Kind.NUMBER
        if tokens[end].text in _CLOSING and tokens[end].glued and free and not minutes:
            return end
    return None
