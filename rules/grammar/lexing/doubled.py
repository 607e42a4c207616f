"""Numbers written twice, in digits and in words: "four (4) issues", "04 (bốn) số", "second (2nd) Monday"."""

from __future__ import annotations

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_COUNTS = frozenset({Kind.NUMBER, Kind.NUMBER_WORD, Kind.TIMES_WORD})


def once(tokens: list[Token]) -> list[Token]:
    """The tokens without the brackets that only repeat the number before them; *năm* before (5) is five."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if kept and _repeats(tokens, at):
            before = kept[-1]
            kept[-1] = before._replace(kind=Kind.NUMBER_WORD) if before.kind is Kind.YEAR else before
            at += 3
            continue
        if kept and _same_place(tokens, at):
            at += 4
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _same_place(tokens: list[Token], at: int) -> bool:
    """True at brackets with just the ordinal before them in digits: "second (2nd)"."""
    opened, number, suffix, closed = (*tokens[at : at + 4], *[tokens[at]] * 3)[:4]
    digits = number.kind is Kind.NUMBER and suffix.text.lower() in ("st", "nd", "rd", "th") and suffix.glued
    if opened.kind is not Kind.OPEN or not digits or closed.kind is not Kind.CLOSE:
        return False
    return tokens[at - 1].kind is Kind.ORDINAL and tokens[at - 1].value == number.value


def _repeats(tokens: list[Token], at: int) -> bool:
    """True at brackets with just the value of the number before them, one of the two in words."""
    if tokens[at].kind is not Kind.OPEN or at + 2 >= len(tokens) or tokens[at + 2].kind is not Kind.CLOSE:
        return False
    before, inside = tokens[at - 1], tokens[at + 1]
    digits = {before.kind is Kind.NUMBER, inside.kind is Kind.NUMBER}
    counts = all(one.kind in _COUNTS or one.kind is Kind.YEAR for one in (before, inside))
    return counts and digits == {True, False} and before.value == inside.value
