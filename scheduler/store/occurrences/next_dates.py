"""The next occurrence of each item of a plan, in one question however many items there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from scheduler.store.occurrences.read_model import AHEAD, values_at, wall
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import item, occurrence


class NextDate(NamedTuple):
    """What comes next: a wall time, or a day where no time is written."""

    id: str
    kind: str
    start: date | datetime


def next_dates(connection: Connection, item_ids: Sequence[int], now: datetime) -> dict[int, NextDate]:
    """By item id, the first occurrence that starts at or after `now` (plan time) and is not cancelled.

    Items with nothing ahead are left out.
    """
    first = (
        select(occurrence.c.id)
        .where(occurrence.c.item_id == item.c.id, AHEAD, occurrence.c.state != "cancelled")
        .order_by(occurrence.c.starts_at, occurrence.c.id)
        .limit(1)
        .correlate(item)
        .scalar_subquery()
    )
    columns = (occurrence.c[name] for name in ("id", "item_id", "kind", "start_day", "start_time"))
    question = select(*columns).select_from(item).join(occurrence, occurrence.c.id == first)
    found: dict[int, NextDate] = {}
    for some in in_chunks(item_ids):
        for row in connection.execute(question.where(item.c.id.in_(some)), values_at(now)):
            found[row.item_id] = NextDate(row.id, row.kind, wall(row.start_day, row.start_time))
    return found
