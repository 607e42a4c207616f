"""The frozen values of counting: an item with what it owes and what appeared, and its row of a report."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal, TypeAlias

State: TypeAlias = Literal["planned", "delivered", "missed", "cancelled"]
Kind: TypeAlias = Literal["premiere", "replay", "window"]
Band: TypeAlias = Literal["good", "fair", "low"]


@dataclass(frozen=True, slots=True)
class Obligation:
    """One piece owed: a premiere, due on its day, or a window, due on its last day.

    id          of its occurrence
    first, due  the first and the last day as the plan says; of an airing both are its day
    held        the last day as a person moved it, else `due`
    added       a person added it beside the phrase, so the plan's budget knows nothing of it
    channel     on which it is to appear, where the plan says so
    A replay is handed in as well, so that what was given for it can be told from a piece that was owed.
    """

    id: str
    kind: Kind
    state: State
    first: date
    due: date
    held: date
    added: bool = False
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What really appeared. Withdrawn ones are never handed in.

    count       how many of its unit, such as 3 photos
    of          the occurrence that it was given for, or None
    makes_good  the missed occurrence that it stands in for, or None
    channel     on which it appeared, where somebody said so, else that of its occurrence
    id          of the stored piece; None of what was delivered without one
    """

    day: date
    count: int = 1
    unit: str | None = None
    of: str | None = None
    makes_good: str | None = None
    channel: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """How many pieces of one unit an item owes without dates, in all of its days."""

    count: int
    unit: str | None


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One item of a plan. `unit` is that of its obligations; an item has those or targets.

    first, last   the days of the plan on which the item is valid, both inclusive: its pace runs through them
    budget        whole đồng
    replays_paid  the item says that a replay is a piece of its own
    """

    item: str
    first: date
    last: date
    unit: str | None = None
    budget: int | None = None
    obligations: tuple[Obligation, ...] = ()
    targets: tuple[Target, ...] = ()
    pieces: tuple[Piece, ...] = ()
    replays_paid: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """The whole numbers of a row; what each means is said in `counting`.

    planned = kept + missed + cancelled + moved + unconfirmed + coming, where the row counts obligations.
    delivered = kept - ahead + early + late + extra, always.
    """

    planned: int = 0
    open: int = 0
    delivered: int = 0
    kept: int = 0
    missed: int = 0
    cancelled: int = 0
    moved: int = 0
    unconfirmed: int = 0
    coming: int = 0
    ahead: int = 0
    early: int = 0
    late: int = 0
    extra: int = 0
    made_good: int = 0
    expected: int = 0
    before_signature: int = 0
    after_cut_off: int = 0


COUNTED = tuple(field.name for field in fields(Count))


@dataclass(frozen=True, slots=True)
class Row:
    """One item and unit in a period.

    dated     it counts obligations; else it is a quota, or pieces that nothing asked for
    pace      of a quota the floor of what was due by today, as an exact fraction gives it
    band      of a quota, for a colour: good from 0.95 of its pace, fair from 0.75, low below
    behind    a quota that has delivered less than its pace
    percent   delivered of planned, "83.3"; None where nothing is planned
    value_due, value_delivered   whole đồng; None without a budget, and for quotas
    """

    item: str
    unit: str | None
    dated: bool
    count: Count
    pace: int | None = None
    band: Band | None = None
    behind: bool = False
    percent: str | None = None
    value_due: int | None = None
    value_delivered: int | None = None

    @property
    def due(self) -> int:
        """What should be there by today: all that is planned but what is coming; of a quota its pace."""
        return self.count.planned - self.count.coming if self.pace is None else self.pace

    @property
    def lateness(self) -> int:
        """How many are late: unconfirmed, or missed and not made good; of a quota behind its pace."""
        if self.pace is not None:
            return max(0, self.pace - self.count.delivered)
        return self.count.unconfirmed + max(0, self.net_missed)

    @property
    def net_missed(self) -> int:
        """What was missed and not made good; the miss itself is kept."""
        return self.count.missed - self.count.made_good

    @property
    def complete_though_missed(self) -> bool:
        """True where the percentage alone would hide a miss."""
        full = self.count.planned > 0 and self.count.delivered >= self.count.planned
        return full and self.count.missed > 0
