"""A stored plan edited as a document: what goes in is read, checked and loaded like a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from scheduler.desk.desk import Desk
from scheduler.desk.documents import PlanDone, store
from scheduler.errors import Fault, Invalid
from scheduler.planning.loading.loading import preview
from scheduler.planning.plan_file.document import read_plan, write_plan
from scheduler.planning.plan_file.entries import ItemEntry, OutletEntry, PlanDocument
from scheduler.planning.plan_file.stored_document import stored_document
from scheduler.store.plans.read_model import Plan, find_plan, list_outlets


def put(
    desk: Desk,
    document: PlanDocument,
    action: str,
    *,
    names: Mapping[str, str],
    item: str | None = None,
    include_past: bool = False,
    dry_run: bool = False,
    more: dict[str, Any] | None = None,
    note: str | None = None,
) -> PlanDone:
    """Load an edited document, or with `dry_run` compare it only.

    Raises Invalid with the faults that reading it as a file finds, those of `item` under the caller's own
    names of fields (`names`: document's key -> name).
    """
    try:
        read = read_plan(write_plan(document).encode("utf-8", "replace"), document.slug)
    except Invalid as wrong:
        faults = [_own(fault, names, item) for fault in wrong.faults]
        # What is wrong with the fields that were given comes before what follows from it, such as sums.
        raise Invalid.of(sorted(faults, key=lambda fault: fault.where not in names.values())) from None
    if dry_run:
        changes = preview(desk.connection, read, desk.clock, include_past=include_past)
        done = PlanDone(
            changes, (*read.notices, *changes.notices), False, find_plan(desk.connection, read.slug)
        )
    else:
        done = store(desk, read, action, include_past=include_past, more=more, note=note)
    about = tuple(one for one in done.notices if item is None or one[0] == item)
    return replace(done, notices=about)


def editable(desk: Desk, plan: Plan, outlet: str | None = None) -> PlanDocument:
    """The stored plan as a document; an `outlet` of the office that no item names yet is added to it."""
    document = stored_document(desk.connection, plan.slug)
    if outlet is None or outlet in {one.name for one in document.outlets}:
        return document
    stored = {one.name: one for one in list_outlets(desk.connection, plan.office)}
    if outlet not in stored:
        return document
    codes = tuple(channel.code for channel in stored[outlet].channels)
    return replace(document, outlets=(*document.outlets, OutletEntry(outlet, codes)))


def with_items(document: PlanDocument, items: Sequence[ItemEntry]) -> PlanDocument:
    """The document with other items; its printed sums follow by as much as the budgets change."""

    def change(group: str | None = None) -> int:
        after, before = (
            sum(one.budget or 0 for one in some if group is None or one.group == group)
            for some in (items, document.items)
        )
        return after - before

    groups = tuple(
        one if one.subtotal is None else replace(one, subtotal=one.subtotal + change(one.number))
        for one in document.groups
    )
    total = None if document.total is None else document.total + change()
    return replace(document, items=tuple(items), groups=groups, total=total)


def heading(document: PlanDocument, number: str) -> str | None:
    """The group that an item's number alone says: the longest heading that it begins with."""
    parts = number.rstrip(".").split(".")
    known = {group.number for group in document.groups}
    heads = (".".join(parts[:size]) for size in range(len(parts), 0, -1))
    return next((head for head in heads if head in known), None)


def _own(fault: Fault, names: Mapping[str, str], item: str | None) -> Fault:
    where = fault.where or ""
    place, _, key = where.rpartition(", ")
    if (place == f"item {item}" if item is not None else not place) and key in names:
        where = names[key]
    return replace(fault, where=where or None, line=None, column=None)
