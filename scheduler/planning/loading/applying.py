"""Carries out a comparison: items, occurrences and overrides are written, and the plan's revision rises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from rules.schedule import Instance
from scheduler.errors import Conflict
from scheduler.planning.by_hand.placing import follow, given_before, given_by, remember
from scheduler.planning.diff.changes import ItemDiff, Pair, Stored
from scheduler.planning.loading.storing import PremiereIds, mint_new, new_rows
from scheduler.planning.loading.work import ItemWork, Work
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.row import OccurrenceRow, Override
from scheduler.store.occurrences.rows import (
    delete_rows,
    item_rows,
    overrides_by_id,
    replace_rows,
    replay_rows,
    save_overrides,
    touch_items,
)
from scheduler.store.pieces import items_with_pieces
from scheduler.store.plans.plan_rows import (
    add_items,
    bump_plan,
    delete_items,
    renumber_items,
    replace_items,
    save_outlets,
    save_plan,
)
from scheduler.store.plans.read_model import Item, Plan, find_plan, plan_items

# What a calendar shows of an item beside its dates: when one changes, its entries must be fetched again.
_SHOWN = ("number", "title", "product", "outlet", "minutes", "target")


def apply_work(connection: Connection, work: Work, uid_domain: str, at: datetime) -> None:
    """Do what `work` says. `at` is machine time."""
    plan = _save_plan(connection, work, at)
    save_outlets(connection, work.plan.office, work.outlets, at)
    zone = ZoneInfo(plan.timezone)
    ids = _write_items(connection, plan.id, work.items, at)
    new = mint_new([item.diff.added for item in work.items], uid_domain, at)
    writer = _RowWriter()
    for item, occurrences in zip(work.items, new, strict=True):
        writer.take(item, occurrences.premieres)
    for item in work.withdrawn:
        writer.take(item, {})
    replace_rows(connection, writer.rows, zone, at)
    save_overrides(connection, writer.overrides, at)
    delete_rows(connection, writer.dropped, at)
    rows = (
        new_rows(plan.id, ids[item.wanted.number], occurrences)
        for item, occurrences in zip(work.items, new, strict=True)
    )
    insert_rows(connection, chain.from_iterable(rows), zone, at)
    _let_replays_follow(connection, work.items, zone, at)
    _withdraw(connection, plan.id, work.withdrawn, at)
    touch_items(connection, [item.wanted.id for item in work.items if _shows_change(item)], at)
    if work.rezoned:
        _derive_again(connection, plan.slug, zone, at)
    if (work.items or work.withdrawn or work.rezoned) and work.stored is not None:
        bump_plan(connection, plan.id, at)


def _save_plan(connection: Connection, work: Work, at: datetime) -> Plan:
    """Store the plan's own facts; raises Conflict where somebody else made a plan of that slug meanwhile."""
    slug = work.plan.slug
    try:
        if work.stored is not None or find_plan(connection, slug) is None:
            return save_plan(connection, work.plan, at)
    except IntegrityError:
        pass
    raise Conflict(
        "plan-changed",
        f"Somebody else has just loaded a plan {slug}; nothing was written. Load yours again.",
        f"Có người khác vừa nạp kế hoạch {slug}; chưa ghi gì cả. Hãy nạp lại.",
        where=slug,
    )


def _write_items(
    connection: Connection, plan_id: int, items: Sequence[ItemWork], at: datetime
) -> dict[str, int]:
    new = [item.wanted for item in items if item.stored is None]
    renumber_items(
        connection, [i.wanted for i in items if i.stored is not None and i.stored.number != i.wanted.number]
    )
    replace_items(connection, plan_id, [item.wanted for item in items if item.stored is not None], at)
    ids = add_items(connection, plan_id, new, at)
    return ids | {item.wanted.number: item.wanted.id for item in items if item.stored is not None}


def _withdraw(connection: Connection, plan_id: int, items: Sequence[ItemWork], at: datetime) -> None:
    """Items without any occurrence left go, unless pieces hang on them; the others stay, as withdrawn."""
    bare = [item.wanted.id for item in items if len(item.diff.dropped) == len(item.rows)]
    proven = items_with_pieces(connection, bare)
    empty = [item_id for item_id in bare if item_id not in proven]
    delete_items(connection, empty)
    replace_items(connection, plan_id, [item.wanted for item in items if item.wanted.id not in empty], at)


def _shows_change(item: ItemWork) -> bool:
    old: Item | None = item.stored
    return old is not None and any(getattr(old, name) != getattr(item.wanted, name) for name in _SHOWN)


def _let_replays_follow(
    connection: Connection, items: Iterable[ItemWork], zone: ZoneInfo, at: datetime
) -> None:
    """A replay that the phrase newly gives goes where a person holds its premiere."""
    moved = {
        pair.stored.row.id: pair
        for item in items
        if any(instance.kind == "replay" for instance in item.diff.added)
        for pair in (*item.diff.kept, *item.diff.moved)
        if pair.instance.kind == "premiere" and pair.place.start != pair.instance.start
    }
    replays = replay_rows(connection, list(moved))
    fresh = [row for rows in replays.values() for row in rows if row.revision == 1]
    own = overrides_by_id(connection, [row.id for row in fresh])
    rows = []
    for row in fresh:
        if row.id in own or row.premiere_id is None:
            continue
        pair = moved[row.premiere_id]
        place = follow(given_before(row, None), pair.instance.start, pair.place.start)
        rows.append(replace(row, start=place.start))
    replace_rows(connection, rows, zone, at)


def _derive_again(connection: Connection, slug: str, zone: ZoneInfo, at: datetime) -> None:
    """The plan's zone has changed: wall times stay, their instants do not."""
    ids = [item.id for item in plan_items(connection, slug, withdrawn=True)]
    rows = [
        replace(row, sequence=row.sequence + (row.state in ("planned", "cancelled")))
        for row in item_rows(connection, ids)
    ]
    replace_rows(connection, rows, zone, at)


class _RowWriter:
    """Collects the rows to be written over, the overrides to be brought up to date, and the ids to delete."""

    def __init__(self) -> None:
        self.rows: list[OccurrenceRow] = []
        self.overrides: list[Override] = []
        self.dropped: list[str] = []

    def take(self, item: ItemWork, premieres: PremiereIds) -> None:
        """Take what becomes of one item's stored occurrences; `premieres` gains those that are stored."""
        # They were orphaned while the item was withdrawn, and are not any more.
        self.rows += [replace(one.row, orphaned=False) for one in item.one_offs if one.row.orphaned]
        if not item.rows:
            return
        diff = item.diff
        dropped = {one.row.id for one in diff.dropped}
        self.dropped += dropped
        premieres.update(_premiere_ids(diff))
        for pair in diff.kept:
            self._write(pair, _paired(pair, premieres))
        for pair in diff.moved:
            self._write(pair, replace(_paired(pair, premieres), sequence=pair.stored.row.sequence + 1))
        orphaned = {one.row.id for one in diff.orphaned}
        paired = {pair.stored.row.id for pair in (*diff.kept, *diff.moved)}
        for one in item.rows:
            row = one.row
            if row.id in dropped or row.id in paired:
                continue
            left = replace(
                row,
                orphaned=row.orphaned or row.id in orphaned,
                premiere_id=None if row.premiere_id in dropped else row.premiere_id,
            )
            if left != row:
                self.rows.append(left)

    def _write(self, pair: Pair, row: OccurrenceRow) -> None:
        stored: Stored = pair.stored
        if row != stored.row:
            self.rows.append(row)
        if stored.override is not None:
            override = remember(stored.override, given_by(pair.instance))
            if override != stored.override:
                self.overrides.append(override)


def _premiere_ids(diff: ItemDiff) -> PremiereIds:
    """The stored premieres that instances are answered by, so that new replays hang on them."""
    ids: PremiereIds = {}
    answered: Iterable[tuple[Stored, Instance]] = [
        *((pair.stored, pair.instance) for pair in (*diff.kept, *diff.moved)),
        *((one.stored, one.instance) for one in diff.untouched if one.stored and one.instance),
    ]
    for stored, instance in answered:
        if instance.kind == "premiere":
            ids[instance.slot, instance.start] = stored.row.id
    return ids


def _paired(pair: Pair, premieres: PremiereIds) -> OccurrenceRow:
    instance, place, row = pair.instance, pair.place, pair.stored.row
    premiere_id = None
    if instance.kind == "replay" and instance.premiere is not None:
        premiere_id = premieres.get((instance.slot.partition(".")[0], instance.premiere))
    return replace(
        row,
        kind=instance.kind,
        slot=instance.slot,
        period=instance.period,
        start=place.start,
        end=place.end,
        channel=place.channel,
        minutes=place.minutes,
        minutes_max=place.minutes_max,
        end_written=place.end_written,
        original_start=instance.start,
        shifted_from=instance.shifted_from,
        reason=instance.reason,
        orphaned=False,
        premiere_id=premiere_id,
    )
