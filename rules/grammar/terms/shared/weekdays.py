"""A list of weekdays as it is written: its entries, and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind

_SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SLASH})


def listed(found: Sequence[int | tuple[int, int]], taken: Sequence[Token]) -> tuple[p.Listed, ...]:
    """The entries of a list of weekdays as they are written, each with the mark before it."""
    marks: list[str] = []
    for k, token in enumerate(taken):
        if token.kind not in _SEPARATORS:
            continue
        mark = "," if token.kind is Kind.COMMA else "and"
        if k and taken[k - 1].kind in _SEPARATORS and marks:
            marks[-1] = mark  # "thứ Hai, và thứ Tư"
        else:
            marks.append(mark)
    if len(marks) != len(found) - 1:
        return ()
    entries = (
        (one,) if isinstance(one, int) else tuple((one[0] + k) % 7 for k in range((one[1] - one[0]) % 7 + 1))
        for one in found
    )
    return tuple(p.Listed(days, mark) for days, mark in zip(entries, ["", *marks], strict=True))
