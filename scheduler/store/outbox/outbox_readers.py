"""Who has been told of an occurrence and hears of changes: counted before a change is made."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, select

from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import reminder, subscriber


def readers_told(connection: Connection, occurrence_ids: Collection[str], now: datetime) -> int:
    """How many pairs of reader and occurrence would be owed a notice if the occurrences changed at `now`.

    Readers who are active and want notices, told of a start that is still ahead. `now` is plan time.
    """
    found = 0
    for some in in_chunks(sorted(occurrence_ids)):
        told = (
            select(reminder.c.subscriber_id, reminder.c.subject)
            .join(subscriber, subscriber.c.id == reminder.c.subscriber_id)
            .where(
                reminder.c.subject.in_(some),
                reminder.c.subject_kind == "occurrence",
                reminder.c.state.in_(("accepted", "unknown")),
                reminder.c.target_start > now,
                subscriber.c.state == "active",
                subscriber.c.notices,
            )
            .distinct()
        )
        found += connection.scalar(select(func.count()).select_from(told.subquery())) or 0
    return found
