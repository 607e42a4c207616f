"""The trees of a sentence: immutable pieces, built from the terms upward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.grammar.terms import parts as p

Order: TypeAlias = Literal["days", "times", ""]


@dataclass(frozen=True, slots=True)
class Day:
    """One entry of a list of days: what names it, what bounds it, what is said of it once more.

    `first` and `last` are places in the row of the sentence. `leads` where a bound stands before its days.
    """

    first: int
    last: int
    named: tuple[p.Meaning, ...] = ()
    bounds: tuple[p.Meaning, ...] = ()
    checks: tuple[p.Meaning, ...] = ()
    leads: bool = False
    due: bool = False

    def kinds(self) -> frozenset[type[p.Meaning]]:
        """The kinds of terms that name it."""
        return frozenset(map(type, self.named))


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day at a place in the row."""

    at: int
    clock: p.Clock
    due: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Days with the times of each; `order` says what stands first."""

    first: int
    last: int
    days: tuple[Day, ...]
    times: tuple[Time, ...]
    order: Order
    marks: frozenset[p.Meaning] = frozenset()


@dataclass(frozen=True, slots=True)
class ReplayDay:
    """The day of a replay: seen from its premiere, a weekday, a date; and what checks it."""

    first: int
    last: int
    named: p.Meaning
    week: p.Meaning | None = None
    check: tuple[p.Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """Replays: each time on each day; no time is a day alone, no day is told by the time."""

    first: int
    last: int
    days: tuple[ReplayDay, ...]
    times: tuple[int, ...]
    order: Order


@dataclass(frozen=True, slots=True)
class Replays:
    """What stands behind one word for a replay."""

    first: int
    last: int
    groups: tuple[Again, ...]
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """Bounds of their own: they hold for groups before or behind.

    `left`, `right`: no joint parts them from what stands there; `heads`: a line or a clause begins with them,
    and a colon or the end of the line stands behind them.
    """

    first: int
    last: int
    bounds: tuple[p.Meaning, ...]
    left: bool
    right: bool
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Period(Bound):
    """All that is said of days in a clause: a group of its own, or bounds of the groups of other clauses.

    `pieces` are its bounds as they stand together, `days` what they name where it is a group.
    """

    pieces: tuple[Bound, ...] = ()
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Out:
    """Days that are taken out of groups before or behind."""

    first: int
    last: int
    days: tuple[Day, ...]
    word: p.Except
    part: str | None = None
    day_off: p.DayOff | None = None


Element: TypeAlias = Group | Replays | Bound | Out
