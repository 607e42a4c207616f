"""Items of a plan."""

from __future__ import annotations

from scheduler.desk.desk import Desk
from scheduler.errors import NotFound
from scheduler.store.plans import Item, Plan, find_item


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
