"""The three-way diff: what is stored, what the phrase gives now, and what a person changed.

An occurrence is a row with a UID that somebody's calendar knows. When a phrase changes, the rows that
answer for the same piece are found again, so that they move and are not replaced:

1. what has the same kind, start and channel is kept;
2. of the rest, what a slot lost and gained in one period of its rule is paired in order of start, and moved;
3. what is left is added or dropped. A dropped row that carries a person's work is orphaned: it stays
   and is shown, and a later phrase may take it up again.

Rows that are delivered or missed or have evidence never change; planned ones of the past only where
that is asked for. They still answer for their piece, so that nothing is added in their place.
`docs/decisions/identity.md` gives the reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from rules.schedule import Instance
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.by_hand.placing import (
    Placing,
    Wall,
    follow,
    given_before,
    given_by,
    held,
    held_by,
    in_order,
    is_past,
    last_day,
)
from scheduler.store.occurrences.row import OccurrenceRow, Override

Why: TypeAlias = Literal["delivered", "missed", "evidence", "past", "premiere"]


@dataclass(frozen=True, slots=True)
class Stored:
    """An occurrence as it is stored, with what a person did to it."""

    row: OccurrenceRow
    override: Override | None = None
    evidence: bool = False

    @property
    def given(self) -> Placing:
        """What the phrase gave when it was last written."""
        return given_before(self.row, self.override)

    @property
    def touched(self) -> bool:
        """True when it carries a person's work."""
        return self.override is not None or self.evidence or is_one_off(self.row.slot)


@dataclass(frozen=True, slots=True)
class Pair:
    """A stored occurrence and the instance that it answers for from now on.

    `place` is where it will be held; `conflict` is set where a person's own change holds although
    the phrase has moved away from under it; `past` where what was planned for the past changes.
    """

    stored: Stored
    instance: Instance
    place: Placing
    conflict: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Untouched:
    """What the phrase would change but may not: a row, an instance of the past, or both; and why."""

    stored: Stored | None
    instance: Instance | None
    why: Why


@dataclass(frozen=True, slots=True)
class ItemDiff:
    """What a phrase does to one item's occurrences. Law 1 names the parts."""

    kept: tuple[Pair, ...] = ()
    moved: tuple[Pair, ...] = ()
    added: tuple[Instance, ...] = ()
    dropped: tuple[Stored, ...] = ()
    orphaned: tuple[Stored, ...] = ()
    untouched: tuple[Untouched, ...] = ()

    @property
    def changes_rows(self) -> bool:
        """True when an occurrence is moved, added, dropped or orphaned."""
        return bool(self.moved or self.added or self.dropped or self.orphaned)


NO_DIFF = ItemDiff()


def diff_item(
    stored: Sequence[Stored],
    instances: Sequence[Instance],
    now: datetime,
    zone: ZoneInfo,
    *,
    include_past: bool = False,
    new: bool = False,
) -> ItemDiff:
    """Compare an item's stored occurrences with the instances of its phrase at `now` (wall time in `zone`).

    A `new` item gets all instances, those of the past too: a plan may be signed after its first dates.
    Spans and quotas have no occurrences and are passed over.
    """
    wanted = [instance for instance in instances if instance.kind != "span"]
    if new:
        return ItemDiff(added=tuple(wanted))
    pairs, lost, gained = _pair(stored, wanted)
    return _Sorting(now, zone, include_past).sort(pairs, lost, gained)


# --- which row answers for which instance ---------------------------------------------------

_Pairs: TypeAlias = list[tuple[Stored, Instance]]


def _pair(
    stored: Sequence[Stored], wanted: Sequence[Instance]
) -> tuple[_Pairs, list[Stored], list[Instance]]:
    same, lost, gained = _keep_same(stored, wanted)
    moved, lost, gained = _pair_in_order(lost, gained)
    return same + moved, lost, gained


def _keep_same(
    stored: Sequence[Stored], wanted: Sequence[Instance]
) -> tuple[_Pairs, list[Stored], list[Instance]]:
    """Pair what has the same kind, start and channel; among several the one of the same slot first."""
    found: dict[tuple[str, Wall, str | None], list[Stored]] = defaultdict(list)
    for one in stored:
        given = one.given
        found[one.row.kind, given.start, given.channel].append(one)
    pairs: _Pairs = []
    gained = []
    by_slot = sorted(wanted, key=lambda i: _slot_differs(i, found[i.kind, i.start, i.channel]))
    for instance in by_slot:
        candidates = found[instance.kind, instance.start, instance.channel]
        if not candidates:
            gained.append(instance)
            continue
        best = min(candidates, key=lambda one: (one.row.slot != instance.slot, one.row.id))
        candidates.remove(best)
        pairs.append((best, instance))
    lost = [one for rest in found.values() for one in rest]
    return pairs, lost, gained


def _slot_differs(instance: Instance, candidates: Iterable[Stored]) -> bool:
    return all(one.row.slot != instance.slot for one in candidates)


def _pair_in_order(
    lost: Sequence[Stored], gained: Sequence[Instance]
) -> tuple[_Pairs, list[Stored], list[Instance]]:
    """Pair what one slot lost and gained in one period of its rule, in order of start."""
    free: dict[tuple[str, str], list[Instance]] = defaultdict(list)
    for instance in sorted(gained, key=lambda instance: in_order(instance.start), reverse=True):
        free[instance.slot, instance.period].append(instance)
    pairs: _Pairs = []
    left = []
    for one in sorted(lost, key=lambda one: (in_order(one.given.start), one.row.id)):
        candidates = free[one.row.slot, one.row.period]
        if candidates and _may_become(one, candidates[-1]):
            pairs.append((one, candidates.pop()))
        else:
            left.append(one)
    rest = [instance for instances in free.values() for instance in instances]
    return pairs, left, sorted(rest, key=lambda instance: (in_order(instance.start), instance.slot))


def _may_become(one: Stored, instance: Instance) -> bool:
    """A window's real day is no start of an airing: a person's change is not carried across kinds."""
    return one.row.kind == instance.kind or one.override is None


# --- what becomes of each -------------------------------------------------------------------


class _Sorting:
    """Sorts pairs and rests into the parts of an `ItemDiff`, premieres before their replays."""

    def __init__(self, now: datetime, zone: ZoneInfo, include_past: bool) -> None:
        self.now = now
        self.zone = zone
        self.include_past = include_past
        self.kept: list[Pair] = []
        self.moved: list[Pair] = []
        self.added: list[Instance] = []
        self.dropped: list[Stored] = []
        self.orphaned: list[Stored] = []
        self.untouched: list[Untouched] = []
        # Where a person holds the premiere that (slot, start) names; None where it stays as it was.
        self.premieres: dict[tuple[str, Wall], Wall | None] = {}

    def sort(self, pairs: _Pairs, lost: Sequence[Stored], gained: Sequence[Instance]) -> ItemDiff:
        """Put each in its place."""
        for one, instance in sorted(
            pairs, key=lambda pair: (pair[1].kind == "replay", in_order(pair[1].start))
        ):
            self._settle(one, instance)
        for one in lost:
            self._lose(one)
        for instance in gained:
            self._gain(instance)
        return ItemDiff(
            tuple(self.kept),
            tuple(self.moved),
            tuple(self.added),
            tuple(self.dropped),
            tuple(self.orphaned),
            tuple(self.untouched),
        )

    def _settle(self, one: Stored, instance: Instance) -> None:
        stays = self._premiere_stays(instance)
        place = held(self._follow(instance), one.override)
        changed = _differs(one, instance, place, self.zone)
        why = self._protected(one) or ("premiere" if stays else None)
        if changed and why is not None:
            self.untouched.append(Untouched(one, instance, why))
            self._note_premiere(instance, None)
            return
        self._note_premiere(instance, one.row.start if why is not None else place.start)
        if not changed:
            self.kept.append(Pair(one, instance, place))
            return
        past = is_past(one.row.start, one.row.end, self.now) or is_past(place.start, place.end, self.now)
        self.moved.append(Pair(one, instance, place, conflict=_conflicts(one, instance), past=past))

    def _lose(self, one: Stored) -> None:
        why = self._protected(one)
        if why is not None:
            self.untouched.append(Untouched(one, None, why))
        elif not one.touched:
            self.dropped.append(one)
        elif not one.row.orphaned:
            self.orphaned.append(one)

    def _gain(self, instance: Instance) -> None:
        if self._premiere_stays(instance):
            self.untouched.append(Untouched(None, instance, "premiere"))
        elif is_past(instance.start, last_day(instance), self.now) and not self.include_past:
            self.untouched.append(Untouched(None, instance, "past"))
        else:
            self.added.append(instance)

    def _protected(self, one: Stored) -> Why | None:
        if one.row.state in ("delivered", "missed"):
            return "delivered" if one.row.state == "delivered" else "missed"
        if one.evidence:
            return "evidence"
        if not self.include_past and is_past(one.row.start, one.row.end, self.now):
            return "past"
        return None

    def _note_premiere(self, instance: Instance, start: Wall | None) -> None:
        if instance.kind == "premiere":
            self.premieres[instance.slot, instance.start] = start

    def _premiere_stays(self, instance: Instance) -> bool:
        key = _premiere_key(instance)
        return key is not None and key in self.premieres and self.premieres[key] is None

    def _follow(self, instance: Instance) -> Placing:
        key = _premiere_key(instance)
        start = None if key is None else self.premieres.get(key)
        if start is None or instance.premiere is None:
            return given_by(instance)
        return follow(given_by(instance), instance.premiere, start)


def _premiere_key(instance: Instance) -> tuple[str, Wall] | None:
    if instance.kind != "replay" or instance.premiere is None:
        return None
    return instance.slot.partition(".")[0], instance.premiere


def _differs(one: Stored, instance: Instance, place: Placing, zone: ZoneInfo) -> bool:
    same = one.given.like(given_by(instance), zone) and held_by(one.row).like(place, zone)
    return one.row.kind != instance.kind or not same


def _conflicts(one: Stored, instance: Instance) -> bool:
    """True where the phrase changes just what a person had set: the person's value goes on to hold."""
    own, before = one.override, one.given
    if own is None:
        return False
    return (
        (own.start is not None and before.start != instance.start)
        or (own.minutes is not None and before.minutes != instance.minutes)
        or (own.channel is not None and before.channel != instance.channel)
    )
