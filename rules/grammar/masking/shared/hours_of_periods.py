"""Hours at the ends of a period of days: "từ ngày 25/8 đến 17 giờ ngày 10/9". A period has none.

At its last day, and at both, they only say when it begins and closes: that is told. At the first day alone
("từ 19h ngày 26/4 đến hết ngày 1/5"), and beside a time of day, it may be more: that is a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind

_OF_CLOCKS = frozenset({Kind.HOUR, Kind.COLON, Kind.DAYPART})


class Hour(NamedTuple):
    """An hour within the words of a period: its place.

    `edge` where it only says that the day is whole; `doubtful` where it may be a time of day as well.
    """

    start: int
    end: int
    edge: bool
    doubtful: bool


def hours_of_periods(parts: Sequence[p.Part], tokens: Sequence[Token]) -> Iterator[Hour]:
    """The hours within the periods of days among these parts."""
    timed = any(isinstance(part.meaning, p.Clock) for part in parts)
    for part in parts:
        if isinstance(part.meaning, p.DateRange):
            yield from _hours([token for token in tokens if part.start <= token.start < part.end], timed)


def _hours(inside: Sequence[Token], others: bool) -> Iterator[Hour]:
    timed = [at for at in range(len(inside) - 1) if _hour(inside, at)]
    middle = next((at for at, token in enumerate(inside) if token.kind in (Kind.TO, Kind.DASH)), 0)
    closes = any(at > middle for at in timed)
    for at in timed:
        end = at + 1
        while end + 1 < len(inside) and inside[end + 1].glued:
            end += 1
        edge = _edge_of_a_day(inside, at)
        yield Hour(inside[at].start, inside[end].end, edge, not edge and (others or not closes))


def _hour(inside: Sequence[Token], at: int) -> bool:
    return inside[at].kind is Kind.NUMBER and inside[at + 1].kind in _OF_CLOCKS


def _edge_of_a_day(inside: Sequence[Token], at: int) -> bool:
    """True at 24:00, and at 0:00 where it is the first that a period says."""
    if inside[at].text == "24":
        return True
    first = all(token.kind in (Kind.FROM, Kind.AT, Kind.FILLER) for token in inside[:at])
    behind = inside[at + 2] if at + 2 < len(inside) else None
    full = behind is None or behind.kind is not Kind.NUMBER or behind.number == 0
    return first and full and inside[at].number == 0
