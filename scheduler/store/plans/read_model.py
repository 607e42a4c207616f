"""Plans and what belongs to them: items, quotas, outlets and channels. `plan_rows` writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from rules.schedule import Period, Quota, WeekConvention
from scheduler.day_off import DayOff
from scheduler.errors import NotFound
from scheduler.store.plans.sight import EVERYTHING, Sight
from scheduler.store.tables import channel, item, office, outlet, plan, quota


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the document with its printed subtotal in đồng, where one is printed."""

    number: str
    title: str
    subtotal: int | None = None

    def __str__(self) -> str:
        return f"{self.number} {self.title} {self.subtotal or ''}".strip()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's own facts. `first_day` and `last_day` are inclusive; `signed` is a day or None.

    language is that of its phrases, `total` and `groups` are the printed sums and headings; `country` is
    whose public holidays count, `days_off` what the plan says of single days; `framable` lets other sites
    show its calendar in a frame; `conflicts` is note, warn or refuse.

    id, office_id, revision, created_at and updated_at are the store's; they do not take part in comparison.
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
    framable: bool = False
    conflicts: str = "warn"
    language: str = "vi"
    total: int | None = None
    groups: tuple[Group, ...] = ()
    country: str = "VN"
    days_off: tuple[DayOff, ...] = ()
    id: int = field(default=0, compare=False)
    office_id: int = field(default=0, compare=False)
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
    fingerprint           of what its occurrences were made from, None before they are
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
    fingerprint: str | None = field(default=None, compare=False)


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


def list_plans(connection: Connection, sight: Sight = EVERYTHING) -> list[Plan]:
    """All plans, the latest year first, then by slug."""
    question = _plans().order_by(plan.c.year.desc(), plan.c.slug)
    if not sight.all:
        question = question.where(sight.test)
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


def only_office(connection: Connection) -> str | None:
    """The name of the office, where there is one alone."""
    names = connection.scalars(select(office.c.name).limit(2)).all()
    return names[0] if len(names) == 1 else None


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
    quotas = _quotas(connection, item.c.plan_id == of_plan)
    return [_read_item(row, quotas.get(row.id, ())) for row in connection.execute(question)]


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
    return _read_item(row, _quotas(connection, quota.c.item_id == row.id).get(row.id, ()))


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


# --- rows and values ------------------------------------------------------------------------

# Columns that are fields of the same name and type.
PLAN_FACTS = (
    "slug", "title", "number", "year", "first_day", "last_day", "signed", "timezone", "public", "framable",
    "conflicts", "language", "total", "country",
)  # fmt: skip
ITEM_FACTS = (
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
        days_off=tuple(DayOff(date.fromisoformat(day), *facts) for day, *facts in row.days_off or ()),
        id=row.id,
        office_id=row.office_id,
        revision=row.revision,
        created_at=row.created_at,
        updated_at=row.updated_at,
        **{name: getattr(row, name) for name in PLAN_FACTS},
    )


def _read_item(row: Any, quotas: tuple[Quota, ...]) -> Item:
    facts = {name: getattr(row, name) for name in ITEM_FACTS}
    return Item(outlet=row.outlet_name, quotas=quotas, id=row.id, fingerprint=row.fingerprint, **facts)


def _quotas(connection: Connection, of_items: ColumnElement[bool]) -> dict[int, tuple[Quota, ...]]:
    question = (
        select(quota.c.item_id, quota.c.count, quota.c.unit, quota.c.period)
        .join_from(quota, item)
        .where(of_items)
        .order_by(quota.c.item_id, quota.c.position)
    )
    found: dict[int, tuple[Quota, ...]] = {}
    for item_id, count, unit, period in connection.execute(question):
        found[item_id] = (*found.get(item_id, ()), Quota(count, unit, Period(period)))
    return found
