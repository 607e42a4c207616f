"""What counting needs of a plan's occurrences: their days as the plan says and as people moved them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from scheduler.store.tables import occurrence, override


class OwedRow(NamedTuple):
    """One occurrence. Of an airing `first`, `due` and `held` are its day, of a window its first and last.

    first, due   as the plan says; held: the last day as a person moved it
    """

    id: str
    item_id: int
    slot: str
    kind: str
    state: str
    orphaned: bool
    channel: str | None
    first: date
    due: date
    held: date


def owed_rows(connection: Connection, plan_id: int, only: Sequence[int] | None = None) -> list[OwedRow]:
    """All occurrences of a plan, or of some items, by item and start.

    Few columns: a report reads every one of a year.
    """
    window = occurrence.c.kind == "window"
    # Of a window that a person moved, the override remembers the last day that the phrase gives.
    last = func.coalesce(override.c.original_end_day, occurrence.c.end_day)
    question = (
        select(
            occurrence.c.id,
            occurrence.c.item_id,
            occurrence.c.slot,
            occurrence.c.kind,
            occurrence.c.state,
            occurrence.c.orphaned,
            occurrence.c.channel,
            occurrence.c.original_day,
            case((window, last), else_=occurrence.c.original_day),
            case((window, occurrence.c.end_day), else_=occurrence.c.start_day),
        )
        .outerjoin(override, override.c.occurrence_id == occurrence.c.id)
        .where(occurrence.c.plan_id == plan_id)
        .order_by(occurrence.c.item_id, occurrence.c.starts_at, occurrence.c.id)
    )
    if only is not None:
        question = question.where(occurrence.c.item_id.in_(only))
    return [OwedRow._make(row) for row in connection.execute(question)]
