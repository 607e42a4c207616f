"""Plans and what belongs to them: items, quotas, outlets and channels. Reading and saving.

Saving compares first: what is the same is not written again, so `updated_at` tells of real changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from rules.schedule import Period, Quota, WeekConvention
from scheduler.errors import NotFound
from scheduler.store.search import fold
from scheduler.store.tables import channel, item, office, outlet, plan, quota


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the document with its printed subtotal in đồng, where one is printed."""

    number: str
    title: str
    subtotal: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's own facts. `first_day` and `last_day` are inclusive; `signed` is a day or None.

    language is that of its phrases, `total` and `groups` are the printed sums and headings.

    id, revision, created_at and updated_at are the store's; they do not take part in comparison.
    `revision` rises with any change of the plan, its items or its occurrences.
    """

    slug: str
    title: str
    office: str
    year: int
    first_day: date
    last_day: date
    timezone: str = "Asia/Ho_Chi_Minh"
    weeks: WeekConvention = WeekConvention.BLOCKS
    number: str | None = None
    signed: date | None = None
    public: bool = False
    language: str = "vi"
    total: int | None = None
    groups: tuple[Group, ...] = ()
    id: int = field(default=0, compare=False)
    revision: int = field(default=0, compare=False)
    created_at: datetime | None = field(default=None, compare=False)
    updated_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered line of a plan. Budget in whole đồng; `minutes` where the phrase gives none.

    phrase, target   exactly as the office wrote them
    group_number     of the heading it stands under
    shift            what to do on a day off, as the plan file says it; None: nothing
    reading          which reading of an ambiguous phrase a person chose
    responsible, cooperating   cơ quan chủ trì, cơ quan phối hợp
    weeks            where the item's week convention is not the plan's
    digest           of what its occurrences were made from, None before they are
    withdrawn        no longer in the document; kept because a person's work hangs on it
    """

    number: str
    title: str
    position: int
    product: str | None = None
    outlet: str | None = None
    phrase: str | None = None
    target: str | None = None
    budget: int | None = None
    minutes: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    shift: str | None = None
    reading: str | None = None
    responsible: str | None = None
    cooperating: str | None = None
    note: str | None = None
    quotas: tuple[Quota, ...] = ()
    withdrawn: bool = False
    weeks: str | None = None
    group_number: str | None = None
    id: int = field(default=0, compare=False)
    digest: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Channel:
    """One outlet's line; `code` is how phrases name it."""

    code: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who carries airings and publications, with its channels in order of their codes."""

    name: str
    channels: tuple[Channel, ...] = ()


# --- reading --------------------------------------------------------------------------------


def list_plans(connection: Connection, public_only: bool = False) -> list[Plan]:
    """All plans, the latest year first, then by slug."""
    question = _plans().order_by(plan.c.year.desc(), plan.c.slug)
    if public_only:
        question = question.where(plan.c.public.is_(True))
    return [_read_plan(row) for row in connection.execute(question)]


def get_plan(connection: Connection, slug: str) -> Plan:
    """The plan of that slug; raises NotFound. One indexed row: a feed poll asks no more than this."""
    found = find_plan(connection, slug)
    if found is None:
        raise NotFound(
            "plan-not-found",
            f"There is no plan {slug!r}. The plans that are here: airslot plan show.",
            f"Không có kế hoạch {slug!r}. Xem các kế hoạch đang có: airslot plan show.",
            where="plan",
        )
    return found


def find_plan(connection: Connection, slug: str, *, lock: bool = False) -> Plan | None:
    """The plan of that slug, or None. `lock` holds other writers of the plan off until the commit."""
    question = _plans().where(plan.c.slug == slug)
    if lock:
        question = question.with_for_update(of=plan)
    row = connection.execute(question).first()
    return None if row is None else _read_plan(row)


def plan_items(connection: Connection, slug: str, *, withdrawn: bool = False) -> list[Item]:
    """The items of a plan in order of the document; withdrawn ones only where asked for."""
    of_plan = select(plan.c.id).where(plan.c.slug == slug).scalar_subquery()
    question = (
        select(item, outlet.c.name.label("outlet_name"))
        .select_from(item.outerjoin(outlet, outlet.c.id == item.c.outlet_id))
        .where(item.c.plan_id == of_plan)
        .order_by(item.c.position, item.c.id)
    )
    if not withdrawn:
        question = question.where(item.c.withdrawn.is_(False))
    quotas = _quotas_of(connection, of_plan)
    return [_read_item(row, quotas.get(row.id, ())) for row in connection.execute(question)]


def list_outlets(connection: Connection, office_name: str | None = None) -> list[Outlet]:
    """The outlets by name, of one office or of all."""
    question = (
        select(outlet.c.id, outlet.c.name, channel.c.code, channel.c.name.label("channel_name"))
        .select_from(outlet.outerjoin(channel, channel.c.outlet_id == outlet.c.id))
        .order_by(outlet.c.name, outlet.c.id, channel.c.code)
    )
    if office_name is not None:
        question = question.join(office, office.c.id == outlet.c.office_id).where(
            office.c.name == office_name
        )
    names: dict[int, str] = {}
    lines: dict[int, list[Channel]] = {}
    for row in connection.execute(question):
        names[row.id] = row.name
        lines.setdefault(row.id, [])
        if row.code is not None:
            lines[row.id].append(Channel(row.code, row.channel_name))
    return [Outlet(name, tuple(lines[outlet_id])) for outlet_id, name in names.items()]


# --- saving ---------------------------------------------------------------------------------


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
        **{name: getattr(wanted, name) for name in _PLAN_FACTS},
        "weeks": wanted.weeks.value,
        "groups": [[one.number, one.title, one.subtotal] for one in wanted.groups],
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


def save_items(connection: Connection, plan_id: int, wanted: Sequence[Item], at: datetime) -> dict[str, int]:
    """Make or change items of a plan by number; gives the ids of all of `wanted` by number.

    The outlets that they name must have been saved. Items that are stored and not in `wanted` stay.
    """
    stored = {row.number: row for row in _stored_items(connection, plan_id)}
    ids = _outlet_ids(connection, plan_id)
    new = [_item_facts(one, plan_id, ids) for one in wanted if one.number not in stored]
    if new:
        written = {"created_at": at, "updated_at": at}
        connection.execute(insert(item), [facts | written for facts in new])
    for one in wanted:
        if one.number in stored and stored[one.number] != one:
            change = update(item).where(item.c.id == stored[one.number].id)
            connection.execute(change.values(**_item_facts(one, plan_id, ids), updated_at=at))
    rows = connection.execute(select(item.c.number, item.c.id).where(item.c.plan_id == plan_id))
    numbers = {number: int(item_id) for number, item_id in rows}
    changed = [o for o in wanted if o.number not in stored or stored[o.number].quotas != o.quotas]
    _save_quotas(connection, {numbers[one.number]: one.quotas for one in changed})
    return {one.number: numbers[one.number] for one in wanted}


def find_item(connection: Connection, plan_id: int, number: str) -> Item | None:
    """The item of that number, withdrawn or not; reads no other item."""
    question = (
        select(item, outlet.c.name.label("outlet_name"))
        .select_from(item.outerjoin(outlet, outlet.c.id == item.c.outlet_id))
        .where(item.c.plan_id == plan_id, item.c.number == number)
    )
    row = connection.execute(question).first()
    if row is None:
        return None
    quotas = connection.execute(select(quota).where(quota.c.item_id == row.id).order_by(quota.c.position))
    return _read_item(row, tuple(Quota(q.count, q.unit, Period(q.period)) for q in quotas))


def add_items(connection: Connection, plan_id: int, wanted: Sequence[Item], at: datetime) -> dict[str, int]:
    """Store new items; gives their ids by number. The outlets that they name must have been saved."""
    if not wanted:
        return {}
    outlets = _outlet_ids(connection, plan_id)
    written = {"created_at": at, "updated_at": at}
    connection.execute(
        insert(item),
        [_item_facts(one, plan_id, outlets) | written | {"digest": one.digest} for one in wanted],
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
    values = [
        _item_facts(one, plan_id, outlets) | {"of_id": one.id, "updated_at": at, "digest": one.digest}
        for one in wanted
    ]
    connection.execute(update(item).where(item.c.id == bindparam("of_id")), values)
    _save_quotas(connection, {one.id: one.quotas for one in wanted})


def renumber_items(connection: Connection, wanted: Sequence[Item]) -> None:
    """Take away the numbers of items that get another one: they may exchange them among themselves."""
    if wanted:
        values = [{"of_id": one.id, "number": f"\u2026{one.id}"} for one in wanted]
        connection.execute(update(item).where(item.c.id == bindparam("of_id")), values)


def delete_items(connection: Connection, item_ids: Sequence[int]) -> None:
    """Delete items with their quotas. Their occurrences must be gone before: the database refuses else."""
    if item_ids:
        connection.execute(delete(item).where(item.c.id.in_(item_ids)))


# --- rows and values ------------------------------------------------------------------------

_PLAN_FACTS = (
    "slug", "title", "number", "year", "first_day", "last_day", "signed", "timezone", "public",
    "language", "total",
)  # fmt: skip
_ITEM_FACTS = (
    "number", "position", "title", "product", "phrase", "target", "budget", "minutes", "valid_from",
    "valid_until", "shift", "reading", "responsible", "cooperating", "note", "withdrawn",
    "weeks", "group_number",
)  # fmt: skip


def _plans() -> Select[Any]:
    return select(plan, office.c.name.label("office_name")).join_from(plan, office)


def _read_plan(row: Any) -> Plan:
    return Plan(
        office=row.office_name,
        weeks=WeekConvention(row.weeks),
        groups=tuple(Group(*group) for group in row.groups),
        id=row.id,
        revision=row.revision,
        created_at=row.created_at,
        updated_at=row.updated_at,
        **{name: getattr(row, name) for name in _PLAN_FACTS},
    )


def _read_item(row: Any, quotas: tuple[Quota, ...]) -> Item:
    facts = {name: getattr(row, name) for name in _ITEM_FACTS}
    return Item(outlet=row.outlet_name, quotas=quotas, id=row.id, digest=row.digest, **facts)


def _item_facts(one: Item, plan_id: int, outlet_ids: dict[str, int]) -> dict[str, Any]:
    searched = (one.number, one.title, one.product, one.outlet, one.phrase, one.responsible, one.cooperating)
    return {
        "plan_id": plan_id,
        "outlet_id": None if one.outlet is None else outlet_ids[one.outlet],
        "search": fold(" ".join(text for text in searched if text)),
        **{name: getattr(one, name) for name in _ITEM_FACTS},
    }


def _stored_items(connection: Connection, plan_id: int) -> list[Item]:
    slug = connection.execute(select(plan.c.slug).where(plan.c.id == plan_id)).scalar_one()
    return plan_items(connection, slug, withdrawn=True)


def _outlet_ids(connection: Connection, plan_id: int) -> dict[str, int]:
    of_office = select(plan.c.office_id).where(plan.c.id == plan_id).scalar_subquery()
    rows = connection.execute(select(outlet.c.name, outlet.c.id).where(outlet.c.office_id == of_office))
    return {name: int(outlet_id) for name, outlet_id in rows}


def _quotas_of(connection: Connection, of_plan: Any) -> dict[int, tuple[Quota, ...]]:
    question = (
        select(quota.c.item_id, quota.c.count, quota.c.unit, quota.c.period)
        .join_from(quota, item)
        .where(item.c.plan_id == of_plan)
        .order_by(quota.c.item_id, quota.c.position)
    )
    found: dict[int, tuple[Quota, ...]] = {}
    for item_id, count, unit, period in connection.execute(question):
        found[item_id] = (*found.get(item_id, ()), Quota(count, unit, Period(period)))
    return found


def _save_quotas(connection: Connection, wanted: dict[int, tuple[Quota, ...]]) -> None:
    if not wanted:
        return
    connection.execute(delete(quota).where(quota.c.item_id.in_(list(wanted))))
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
