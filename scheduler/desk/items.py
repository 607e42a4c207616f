"""Items of a plan: add, change, withdraw; the diff of their occurrences first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rules.schedule import Schedule
from scheduler.accounts.rights import Right
from scheduler.desk.desk import Desk, open_plan, same_revision
from scheduler.desk.documents import PlanDone, checked_facts
from scheduler.desk.editing import editable, heading, put, with_items
from scheduler.desk.plans import week_convention
from scheduler.desk.texts import text
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.planning.plan_file.entries import ItemEntry, PlanDocument
from scheduler.store.plans.read_model import Item, Plan, find_item

# As the doors name them -> as a document does.
FACTS = {
    "number": "number",
    "title": "title",
    "product": "product",
    "outlet": "outlet",
    "phrase": "when",
    "target": "target",
    "reading": "reading",
    "budget": "budget",
    "group": "group",
    "valid_from": "valid_from",
    "valid_until": "valid_until",
    "shift": "shift",
    "weeks": "weeks",
    "minutes": "minutes",
    "responsible": "responsible",
    "cooperating": "cooperating",
    "note": "note",
}
# A plan file's keys -> the names above.
_NAMES = {"when": "phrase", "from": "valid_from", "until": "valid_until"} | {
    each: each for each in FACTS if each not in ("phrase", "valid_from", "valid_until")
}
_PARTS = re.compile(r"\d+|[^\W\d_]+")


def add_item(
    desk: Desk,
    slug: str,
    facts: Mapping[str, Any],
    *,
    include_past: bool = False,
    dry_run: bool = False,
    if_revision: int | None = None,
) -> PlanDone:
    """Add an item, with the names of FACTS (number, title and phrase are needed), in its place by number.

    It gets all its dates, those of the past too, as an item of a new plan does. Printed sums follow. Raises
    Invalid with every fault (an ambiguous phrase's with its `choices`), Conflict for a number in use, and as
    every deed; `if_revision` is the plan's.
    """
    plan = open_plan(desk, slug, Right.PLAN, if_revision=if_revision)
    document = editable(desk, plan, _named(facts))
    item = _changed(ItemEntry(number="", title="", when="", schedule=Schedule()), facts)
    if item.group is None:
        item = replace(item, group=heading(document, item.number))
    if item.number in {one.number for one in document.items}:
        raise Conflict(
            "item-exists",
            f"The plan has an item {item.number} already; change that one, or choose another number.",
            f"Kế hoạch đã có mục {item.number}; hãy sửa mục đó hoặc chọn số khác.",
            where="number",
        )
    place = next(
        (index for index, one in enumerate(document.items) if _order(one.number) > _order(item.number)),
        len(document.items),
    )
    items = [*document.items[:place], item, *document.items[place:]]
    return _put(desk, with_items(document, items), "add-item", item.number, include_past, dry_run)


def change_item(
    desk: Desk,
    slug: str,
    number: str,
    facts: Mapping[str, Any],
    *,
    include_past: bool = False,
    dry_run: bool = False,
    if_revision: str | None = None,
) -> PlanDone:
    """Change an item, with the names of FACTS; None takes a fact away. Printed sums follow the budget.

    `if_revision` is `item_revision` as the person saw it. Raises as `add_item`; NotFound.
    """
    plan, _ = _open(desk, slug, number, if_revision)
    document = editable(desk, plan, _named(facts))
    before = _entry(document, number)
    item = _changed(before, facts)
    if "group" not in facts and before.group == heading(document, number):
        item = replace(item, group=heading(document, item.number))
    if item.number != number and item.number in {one.number for one in document.items}:
        raise Conflict(
            "item-exists",
            f"The plan has an item {item.number} already.",
            f"Kế hoạch đã có mục {item.number}.",
            where="number",
        )
    items = [item if one.number == number else one for one in document.items]
    return _put(desk, with_items(document, items), "change-item", item.number, include_past, dry_run)


def withdraw_item(
    desk: Desk,
    slug: str,
    number: str,
    *,
    reason: str | None = None,
    include_past: bool = False,
    dry_run: bool = False,
    if_revision: str | None = None,
) -> PlanDone:
    """Take an item out of the plan; what people worked on stays and is shown. Printed sums follow."""
    reason = text("reason", reason)
    plan, _ = _open(desk, slug, number, if_revision)
    document = editable(desk, plan)
    items = [one for one in document.items if one.number != _entry(document, number).number]
    return _put(desk, with_items(document, items), "withdraw-item", number, include_past, dry_run, reason)


def item_revision(item: Item) -> str:
    """A word that changes whenever the item does; the ETag of an item."""
    facts = replace(item, position=0, fingerprint=None)
    return hashlib.blake2b(repr(facts).encode(), digest_size=8).hexdigest()


def find_open_item(desk: Desk, plan: Plan, number: str) -> Item:
    """The item of that number, withdrawn or not; raises NotFound."""
    found = find_item(desk.connection, plan.id, number)
    if found is None:
        raise NotFound(
            "item-not-found",
            f"The plan {plan.slug} has no item {number!r}.",
            f"Kế hoạch {plan.slug} không có mục {number!r}.",
            where="item",
        )
    return found


def _open(desk: Desk, slug: str, number: str, if_revision: str | None) -> tuple[Plan, Item]:
    plan = open_plan(desk, slug, Right.PLAN)
    item = find_open_item(desk, plan, number)
    same_revision(item_revision(item), if_revision, number)
    if item.withdrawn:
        raise Conflict(
            "item-withdrawn",
            f"Item {number} is no longer in the plan; add it again.",
            f"Mục {number} không còn trong kế hoạch; hãy thêm lại.",
            where="item",
        )
    return plan, item


def _put(
    desk: Desk,
    document: PlanDocument,
    action: str,
    number: str,
    include_past: bool,
    dry_run: bool,
    note: str | None = None,
) -> PlanDone:
    return put(
        desk,
        document,
        action,
        names=_NAMES,
        item=number,
        include_past=include_past,
        dry_run=dry_run,
        more={"item": number},
        note=note,
    )


def _entry(document: PlanDocument, number: str) -> ItemEntry:
    return next(one for one in document.items if one.number == number)


def _named(facts: Mapping[str, Any]) -> str | None:
    outlet = facts.get("outlet")
    return outlet.strip() if isinstance(outlet, str) else None


def _changed(item: ItemEntry, facts: Mapping[str, Any]) -> ItemEntry:
    values = checked_facts(facts, FACTS)
    for name, own in (("number", "number"), ("title", "title"), ("phrase", "when")):
        if not values.get(own, getattr(item, own)):
            raise Invalid(
                "value-missing", f"“{name}” needs a value.", f"“{name}” phải có giá trị.", where=name
            )
    if values.get("weeks") is not None:
        values["weeks"] = week_convention(values["weeks"])
    if "shift" in values:
        values["shift"] = values["shift"] or "none"
    if "when" in values and values["when"] != item.when and "reading" not in values:
        values["reading"] = None  # it was a reading of the phrase before
    return replace(item, **values)


def _order(number: str) -> list[tuple[bool, int, str, str]]:
    """Sorts "2.10" behind "2.9"."""
    parts = _PARTS.findall(number)
    bare = [part.lstrip("0") if part.isdecimal() else "" for part in parts]
    # Of two numbers the longer one is more, however many digits it has.
    return [(not part.isdecimal(), len(one), one, part) for part, one in zip(parts, bare, strict=True)]
