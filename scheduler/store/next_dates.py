"""The next occurrence of each item of a plan, in one question however many items there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, or_, select

from scheduler.store.occurrences import wall
from scheduler.store.tables import item, occurrence

# The longest local day: a day without a time is ahead until it is over.
_DAY = timedelta(hours=26)


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
        .where(
            occurrence.c.item_id == item.c.id,
            occurrence.c.starts_at >= now - _DAY,
            or_(
                occurrence.c.starts_at >= now,
                and_(
                    occurrence.c.start_time.is_(None),
                    occurrence.c.kind != "window",
                    occurrence.c.ends_at > now,
                ),
            ),
            occurrence.c.state != "cancelled",
        )
        .order_by(occurrence.c.starts_at, occurrence.c.id)
        .limit(1)
        .correlate(item)
        .scalar_subquery()
    )
    columns = (occurrence.c[name] for name in ("id", "item_id", "kind", "start_day", "start_time"))
    question = select(*columns).select_from(item).join(occurrence, occurrence.c.id == first)
    rows = connection.execute(question.where(item.c.id.in_(item_ids)))
    return {row.item_id: NextDate(row.id, row.kind, wall(row.start_day, row.start_time)) for row in rows}
