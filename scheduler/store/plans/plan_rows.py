"""Writing plans, outlets and items. `at` is machine time; the caller's transaction holds it all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from rules.schedule import Quota
from scheduler.store.plans.read_model import (
    ITEM_FACTS,
    PLAN_FACTS,
    Channel,
    Item,
    Outlet,
    Plan,
    find_plan,
    get_plan,
)
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.statements.search import fold
from scheduler.store.tables import channel, item, office, outlet, plan, quota


def save_office(connection: Connection, name: str, at: datetime) -> int:
    """The id of the office of that name, which is made where it is missing. `at` is machine time."""
    found = connection.execute(select(office.c.id).where(office.c.name == name)).scalar()
    if found is not None:
        return int(found)
    return _insert(connection, office, {"name": name}, at)


def save_plan(connection: Connection, wanted: Plan, at: datetime) -> Plan:
    """Make or change the plan of that slug; gives what is stored now, with its id and revision."""
    stored = find_plan(connection, wanted.slug, lock=True)
    if stored == wanted and stored is not None:
        return stored
    facts = {
        "office_id": save_office(connection, wanted.office, at),
        **{name: getattr(wanted, name) for name in PLAN_FACTS},
        "weeks": wanted.weeks.value,
        "groups": [[one.number, one.title, one.subtotal] for one in wanted.groups],
        "days_off": [[str(one.day), one.kind, one.name] for one in wanted.days_off] or None,
    }
    if stored is None:
        _insert(connection, plan, {**facts, "revision": 1}, at)
    else:
        change = update(plan).where(plan.c.id == stored.id)
        connection.execute(change.values(**facts, revision=plan.c.revision + 1, updated_at=at))
    return get_plan(connection, wanted.slug)


def bump_plan(connection: Connection, plan_id: int, at: datetime) -> None:
    """Raise the plan's revision: something that belongs to it has changed."""
    change = update(plan).where(plan.c.id == plan_id)
    connection.execute(change.values(revision=plan.c.revision + 1, updated_at=at))


def save_outlets(
    connection: Connection, office_name: str, wanted: Iterable[Outlet], at: datetime
) -> dict[str, int]:
    """Make the outlets and channels that are missing and rename channels; gives ids by outlet name.

    What is stored and not named here stays: another plan may use it.
    """
    office_id = save_office(connection, office_name, at)
    rows = connection.execute(select(outlet.c.name, outlet.c.id).where(outlet.c.office_id == office_id))
    ids = {name: int(outlet_id) for name, outlet_id in rows}
    for one in wanted:
        if one.name not in ids:
            ids[one.name] = _insert(connection, outlet, {"office_id": office_id, "name": one.name}, at)
        _save_channels(connection, ids[one.name], one.channels, at)
    return ids


def add_items(connection: Connection, plan_id: int, wanted: Sequence[Item], at: datetime) -> dict[str, int]:
    """Store new items; gives their ids by number. The outlets that they name must have been saved."""
    if not wanted:
        return {}
    outlets = _outlet_ids(connection, plan_id)
    written = {"created_at": at, "updated_at": at}
    connection.execute(
        insert(item),
        [_item_facts(one, plan_id, outlets) | written for one in wanted],
    )
    rows = connection.execute(select(item.c.number, item.c.id).where(item.c.plan_id == plan_id))
    numbers = {number: int(item_id) for number, item_id in rows}
    ids = {one.number: numbers[one.number] for one in wanted}
    _save_quotas(connection, {ids[one.number]: one.quotas for one in wanted if one.quotas})
    return ids


def replace_items(connection: Connection, plan_id: int, wanted: Sequence[Item], at: datetime) -> None:
    """Write items over the stored ones of their ids; the outlets that they name must have been saved."""
    if not wanted:
        return
    outlets = _outlet_ids(connection, plan_id)
    values = [_item_facts(one, plan_id, outlets) | {"of_id": one.id, "updated_at": at} for one in wanted]
    connection.execute(update(item).where(item.c.id == bindparam("of_id")), values)
    _save_quotas(connection, {one.id: one.quotas for one in wanted})


def renumber_items(connection: Connection, wanted: Sequence[Item]) -> None:
    """Take away the numbers of items that get another one: they may exchange them among themselves."""
    if wanted:
        values = [{"of_id": one.id, "number": f"\u2026{one.id}"} for one in wanted]
        connection.execute(update(item).where(item.c.id == bindparam("of_id")), values)


def delete_items(connection: Connection, item_ids: Sequence[int]) -> None:
    """Delete items with their quotas. Their occurrences must be gone before: the database refuses else."""
    for some in in_chunks(item_ids):
        connection.execute(delete(item).where(item.c.id.in_(some)))


# --- rows and values ------------------------------------------------------------------------


def _item_facts(one: Item, plan_id: int, outlet_ids: dict[str, int]) -> dict[str, Any]:
    searched = (one.number, one.title, one.product, one.outlet, one.phrase, one.responsible, one.cooperating)
    return {
        "plan_id": plan_id,
        "outlet_id": None if one.outlet is None else outlet_ids[one.outlet],
        "search": fold(" ".join(text for text in searched if text)),
        "fingerprint": one.fingerprint,
        **{name: getattr(one, name) for name in ITEM_FACTS},
    }


def _outlet_ids(connection: Connection, plan_id: int) -> dict[str, int]:
    of_office = select(plan.c.office_id).where(plan.c.id == plan_id).scalar_subquery()
    rows = connection.execute(select(outlet.c.name, outlet.c.id).where(outlet.c.office_id == of_office))
    return {name: int(outlet_id) for name, outlet_id in rows}


def _save_quotas(connection: Connection, wanted: dict[int, tuple[Quota, ...]]) -> None:
    if not wanted:
        return
    for some in in_chunks(list(wanted)):
        connection.execute(delete(quota).where(quota.c.item_id.in_(some)))
    rows = [
        {"item_id": item_id, "position": position, "count": q.count, "unit": q.unit, "period": q.period.value}
        for item_id, quotas in wanted.items()
        for position, q in enumerate(quotas)
    ]
    if rows:
        connection.execute(insert(quota), rows)


def _save_channels(connection: Connection, outlet_id: int, wanted: tuple[Channel, ...], at: datetime) -> None:
    question = select(channel.c.code, channel.c.name).where(channel.c.outlet_id == outlet_id)
    stored = {code: name for code, name in connection.execute(question)}  # noqa: C416 - typed rows
    for one in wanted:
        if one.code not in stored:
            _insert(connection, channel, {"outlet_id": outlet_id, "code": one.code, "name": one.name}, at)
        elif stored[one.code] != one.name and one.name is not None:
            change = update(channel).where(channel.c.outlet_id == outlet_id, channel.c.code == one.code)
            connection.execute(change.values(name=one.name, updated_at=at))


def _insert(connection: Connection, table: Any, facts: dict[str, Any], at: datetime) -> int:
    made = connection.execute(insert(table).values(**facts, created_at=at, updated_at=at))
    return int(made.inserted_primary_key.id)  # type: ignore[union-attr] # None is for many rows at once
