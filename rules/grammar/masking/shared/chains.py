"""Times in a chain of dashes: "5h - 6h15 - 17h30" are three times, no range and a time.

Two times with a dash are a range; so are two of four where the dash within is written closer than the one
between them ("7h30-11h - 13h30-17h"). Four that are all written alike may be either: the dash in the middle
is left to be told as not understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind


def listed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with the dashes of such chains as commas; as `BETWEEN` where ranges may be meant."""
    row, made = Row(tokens), list(tokens)
    at, found = 0, False
    while at < len(row):
        dashes, end = _chain(row, at)
        if len(dashes) > 1 and len({(row[k].glued, row[k + 1].glued) for k in dashes}) == 1:
            found = True
            kind = Kind.COMMA if len(dashes) % 2 == 0 else Kind.BETWEEN
            for k in dashes if kind is Kind.COMMA else dashes[1::2]:
                made[k] = made[k]._replace(kind=kind, value=None)
        at = max(end, at + 1)
    return made if found else tokens


def _chain(row: Row, at: int) -> tuple[list[int], int]:
    """The places of the dashes of a row of times, and where the row ends."""
    dashes: list[int] = []
    end = _time(row, at)
    if end is None:
        return dashes, at
    while row.kind(end) is Kind.DASH and (behind := _time(row, end + 1)) is not None:
        dashes.append(end)
        end = behind
    return dashes, end


def _time(row: Row, at: int) -> int | None:
    """Where a time ends that its words alone make one: 6h, 9h30, 9 giờ 30 phút, 17:00, 5pm, 8h sáng."""
    if row.kind(at) is not Kind.NUMBER:
        return None
    end = at + 1
    if row.kind(end) is Kind.HOUR:
        end += 1
        minutes = row.kind(end) is Kind.NUMBER and (row[end].glued or row.kind(end + 1) is Kind.MINUTE)
        end += minutes
        end += minutes and row.kind(end) is Kind.MINUTE
    elif row.kind(end) is Kind.COLON and row[end].glued and row.kind(end + 1) is Kind.NUMBER:
        end += 2
    elif row.kind(end) is not Kind.DAYPART:
        return None
    return end + (row.kind(end) is Kind.DAYPART)
