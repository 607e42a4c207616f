"""A stored plan as a document, for export: loading it again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from rules.phrases import Context
from rules.schedule import Schedule, WeekConvention
from scheduler.planning.plan_file.entries import (
    GroupEntry,
    ItemEntry,
    Lang,
    OutletEntry,
    PlanDocument,
    ShiftPolicy,
)
from scheduler.planning.plan_file.interpretation import interpret, phrase_context
from scheduler.store.plans.read_model import Item, Outlet, Plan, get_plan, list_outlets, plan_items

SHIFTS: tuple[ShiftPolicy, ...] = ("skip", "next", "previous")


def stored_document(connection: Connection, slug: str) -> PlanDocument:
    """The plan of that slug with its items that are not withdrawn, and the outlets that carry them.

    Raises NotFound. A phrase that this version reads otherwise than the one which stored it has an
    empty schedule here; its text is exported all the same.
    """
    plan = get_plan(connection, slug)
    items = plan_items(connection, slug)
    outlets = _used(list_outlets(connection, plan.office), items)
    channels = {outlet.name: outlet.channels for outlet in outlets}
    return PlanDocument(
        slug=plan.slug,
        title=plan.title,
        office=plan.office,
        first=plan.first_day,
        last=plan.last_day,
        timezone=plan.timezone,
        items=tuple(_entry(plan, item, channels.get(item.outlet or "", ())) for item in items),
        number=plan.number,
        signed=plan.signed,
        weeks=plan.weeks,
        language=_language(plan),
        public=plan.public,
        framable=plan.framable,
        conflicts=plan.conflicts,
        outlets=outlets,
        groups=tuple(GroupEntry(one.number, one.title, one.subtotal) for one in plan.groups),
        total=plan.total,
        country=plan.country,
        days_off=plan.days_off,
    )


def item_context(plan: Plan, item: Item, channels: tuple[str, ...]) -> Context:
    """What a stored item's phrase leans on; `channels` are the codes of its outlet's."""
    return phrase_context(
        _language(plan),
        (plan.first_day, plan.last_day),
        WeekConvention(item.weeks) if item.weeks else plan.weeks,
        item.target,
        channels,
        (item.valid_from, item.valid_until),
        plan.timezone,
    )


def _entry(plan: Plan, item: Item, channels: tuple[str, ...]) -> ItemEntry:
    found = interpret(item.phrase or "", item.reading, item_context(plan, item, channels))
    return ItemEntry(
        number=item.number,
        title=item.title,
        when=item.phrase or "",
        schedule=found.schedule or Schedule(),
        product=item.product,
        outlet=item.outlet,
        target=item.target,
        reading=item.reading,
        budget=item.budget,
        group=item.group_number,
        valid_from=item.valid_from,
        valid_until=item.valid_until,
        shift=next((shift for shift in SHIFTS if shift == item.shift), "none"),
        weeks=WeekConvention(item.weeks) if item.weeks else None,
        minutes=item.minutes,
        responsible=item.responsible,
        cooperating=item.cooperating,
        note=item.note,
        notices=found.notices,
    )


def _used(outlets: Sequence[Outlet], items: Sequence[Item]) -> tuple[OutletEntry, ...]:
    """The outlets that items name, in the order in which they first do."""
    stored = {outlet.name: outlet for outlet in outlets}
    names = dict.fromkeys(item.outlet for item in items if item.outlet is not None)
    return tuple(OutletEntry(name, tuple(one.code for one in stored[name].channels)) for name in names)


def _language(plan: Plan) -> Lang:
    return "en" if plan.language == "en" else "vi"
