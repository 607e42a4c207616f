"""What stands behind a figure: the obligations and the pieces that a row counts, one by one.

`counting` adds up what is told apart here, so a figure and the list that it opens to cannot differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias, get_args

from scheduler.fulfilment.periods import ReportPeriod
from scheduler.fulfilment.values import ItemFacts, Obligation, Piece

Fate: TypeAlias = Literal["kept", "missed", "cancelled", "moved", "unconfirmed", "coming"]
Figure: TypeAlias = Literal["planned", "due", "open", "delivered"] | Fate
FATES: tuple[Fate, ...] = get_args(Fate)
FIGURES: tuple[str, ...] = ("planned", "due", "open", "delivered", *FATES)


def owed(facts: ItemFacts) -> list[Obligation]:
    """All obligations but replays, unless the item is paid for those."""
    return [one for one in facts.obligations if one.kind != "replay" or facts.replays_paid]


def paid(facts: ItemFacts) -> list[Piece]:
    """All pieces but what was given for a replay: that is proof, unless the item says otherwise."""
    if facts.replays_paid:
        return list(facts.pieces)
    replays = {one.id for one in facts.obligations if one.kind == "replay"}
    return [piece for piece in facts.pieces if piece.of not in replays]


def first_days(owed: Sequence[Obligation], pieces: Sequence[Piece]) -> dict[str, date]:
    """When each delivered obligation was met: the day of its first piece that makes nothing else good."""
    delivered = {one.id for one in owed if one.state == "delivered"}
    found: dict[str, date] = {}
    for piece in pieces:
        if piece.of in delivered and piece.makes_good is None:
            found[piece.of] = min(piece.day, found.get(piece.of, piece.day))
    return found


def state_of(one: Obligation, appeared: date | None, period: ReportPeriod, today: date) -> Fate:
    """Exactly one of the six, for what is due in the period."""
    if one.state in ("missed", "cancelled"):
        return "missed" if one.state == "missed" else "cancelled"
    if appeared is not None:
        return "kept" if appeared <= period.last else "moved"
    if one.held > period.last:
        return "moved"
    return "unconfirmed" if one.held < today else "coming"


def is_open(one: Obligation, appeared: date | None, period: ReportPeriod) -> bool:
    """A window begun by the period's end, due later, and not delivered."""
    if one.kind != "window" or one.state in ("missed", "cancelled"):
        return False
    begun = one.first <= period.last < one.due
    return begun and (appeared is None or appeared > period.last)


def obligations_behind(
    facts: ItemFacts, figure: str, period: ReportPeriod, today: date
) -> list[tuple[Obligation, Fate]]:
    """The obligations that a figure of the item counts, each with what became of it; none of a quota.

    `due` are those whose day is over or that somebody has spoken of: all that is planned but what is coming.
    """
    if facts.targets:
        return []
    every = owed(facts)
    appeared = first_days(every, paid(facts))
    found = []
    for one in every:
        there = appeared.get(one.id)
        fate = state_of(one, there, period, today)
        if figure == "open":
            wanted = is_open(one, there, period)
        else:
            wanted = period.has(one.due) and (
                figure in ("planned", fate) or (figure == "due" and fate != "coming")
            )
        if wanted:
            found.append((one, fate))
    return found


def pieces_behind(facts: ItemFacts, unit: str | None, period: ReportPeriod) -> list[Piece]:
    """The pieces that `delivered` counts in the row of a unit.

    Where an item has one unit alone, every piece is of it, whatever the unit was called when it was given.
    """
    return [
        piece
        for piece in paid(facts)
        if period.has(piece.day) and (len(facts.targets) < 2 or piece.unit == unit)
    ]
