"""A number that is written twice, in digits and in words: "four (4) issues", "04 (bốn) số", "năm (05) số"."""

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
        kept.append(tokens[at])
        at += 1
    return kept


def _repeats(tokens: list[Token], at: int) -> bool:
    """True at brackets with just the value of the number before them, one of the two in words."""
    if tokens[at].kind is not Kind.OPEN or at + 2 >= len(tokens) or tokens[at + 2].kind is not Kind.CLOSE:
        return False
    before, inside = tokens[at - 1], tokens[at + 1]
    digits = {before.kind is Kind.NUMBER, inside.kind is Kind.NUMBER}
    counts = all(one.kind in _COUNTS or one.kind is Kind.YEAR for one in (before, inside))
    return counts and digits == {True, False} and before.value == inside.value
