"""What a plan's items cost together, by heading; and how many dates each item has."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import item, occurrence


def group_budgets(connection: Connection, plan_ids: Sequence[int]) -> dict[int, dict[str | None, int]]:
    """By plan and heading the sum of the items' budgets, whole đồng; None: items under no heading.

    A heading of which no item names a budget is left out, and so is what was withdrawn.
    """
    found: dict[int, dict[str | None, int]] = {}
    for some in in_chunks(plan_ids):
        question = (
            select(item.c.plan_id, item.c.group_number, func.sum(item.c.budget))
            .where(item.c.plan_id.in_(some), item.c.withdrawn.is_(False), item.c.budget.is_not(None))
            .group_by(item.c.plan_id, item.c.group_number)
        )
        for plan_id, group, budget in connection.execute(question):
            found.setdefault(plan_id, {})[group] = int(budget)
    return found


def date_counts(connection: Connection, plan_id: int) -> dict[int, int]:
    """By item id how many dates it has, without what is cancelled."""
    question = (
        select(occurrence.c.item_id, func.count())
        .where(occurrence.c.plan_id == plan_id, occurrence.c.state != "cancelled")
        .group_by(occurrence.c.item_id)
    )
    return {row.item_id: int(row[1]) for row in connection.execute(question)}
