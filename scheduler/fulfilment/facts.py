"""What is stored of a plan, as the values that are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from sqlalchemy import Connection

from rules.schedule import PER_YEAR, Period, Quota
from scheduler.fulfilment.units import item_units
from scheduler.fulfilment.values import ItemFacts, Kind, Obligation, Piece, State, Target
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.store.occurrences.owed import OwedRow, owed_rows
from scheduler.store.pieces import CountedPiece, counted_pieces
from scheduler.store.plans.read_model import Item, Plan, plan_items


def plan_facts(connection: Connection, plan: Plan) -> list[tuple[Item, ItemFacts]]:
    """Every item of the plan in its order, with what it owes and what appeared; withdrawn items too."""
    return _facts(connection, plan, plan_items(connection, plan.slug, withdrawn=True))


def quota_facts(connection: Connection, plan: Plan) -> list[tuple[Item, ItemFacts]]:
    """The same of the items that owe pieces without dates, without what was withdrawn."""
    items = [item for item in plan_items(connection, plan.slug) if item.quotas]
    return _facts(connection, plan, items, [item.id for item in items]) if items else []


def _facts(
    connection: Connection, plan: Plan, items: list[Item], only: list[int] | None = None
) -> list[tuple[Item, ItemFacts]]:
    rows: dict[int, list[OwedRow]] = defaultdict(list)
    for row in owed_rows(connection, plan.id, only):
        rows[row.item_id].append(row)
    pieces: dict[int, list[CountedPiece]] = defaultdict(list)
    for piece in counted_pieces(connection, plan.id):
        pieces[piece.item_id].append(piece)
    return [(item, _item(plan, item, rows[item.id], pieces[item.id])) for item in items]


def _item(plan: Plan, item: Item, rows: list[OwedRow], pieces: list[CountedPiece]) -> ItemFacts:
    units = item_units(item, plan.language)
    first = max(plan.first_day, item.valid_from or plan.first_day)
    last = min(plan.last_day, item.valid_until or plan.last_day)
    return ItemFacts(
        item.number,
        min(first, last),
        last,
        unit=units[0] if len(units) == 1 else None,
        budget=item.budget,
        # Where a quota is owed, what a person put on days are only the days on which a piece is expected.
        obligations=() if item.quotas else tuple(_obligations(rows)),
        targets=_targets(plan, item.quotas),
        pieces=tuple(_pieces(rows, pieces)),
    )


def _obligations(rows: Iterable[OwedRow]) -> Iterable[Obligation]:
    """What the plan gives; what it no longer gives is owed only where a person has spoken of it."""
    for row in rows:
        if row.orphaned and row.state in ("planned", "cancelled"):
            continue
        kind, state = cast(Kind, row.kind), cast(State, row.state)
        added = is_one_off(row.slot)
        yield Obligation(row.id, kind, state, row.first, row.due, row.held, added, row.channel)


def _pieces(rows: Iterable[OwedRow], stored: Iterable[CountedPiece]) -> Iterable[Piece]:
    """The pieces; one without a day appeared when it was due, and so did what was delivered without any."""
    known = {row.id: row for row in rows}
    shown = set()
    for one in stored:
        shown.add(one.of)
        due = known.get(one.of or "")
        day = one.day or (None if due is None else due.held)
        if day is not None:
            channel = one.channel or (None if due is None else due.channel)
            yield Piece(day, one.count, one.unit, one.of, one.makes_good, channel, one.id)
    for row in known.values():
        if row.state == "delivered" and row.id not in shown:
            yield Piece(row.held, of=row.id, channel=row.channel)


def _targets(plan: Plan, quotas: Iterable[Quota]) -> tuple[Target, ...]:
    """How many of each unit the whole plan owes; what is said twice of one unit is counted once."""
    found: dict[str | None, Target] = {}
    for quota in quotas:
        found.setdefault(quota.unit, Target(_in_plan(plan, quota), quota.unit))
    return tuple(found.values())


def _in_plan(plan: Plan, quota: Quota) -> int:
    """A quota of a month counts once for each month of the plan, and so on."""
    if quota.period is Period.YEAR:
        return quota.count
    first, last = plan.first_day, plan.last_day
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return max(1, quota.count * PER_YEAR[quota.period] * months // 12)
