"""Taking reminders out of the outbox: those that are old, and those of a person who is forgotten.

`at` is machine time.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, null, select, update

from scheduler.store.outbox.reminder_counts import count_gone, is_late
from scheduler.store.tables import reminder, reminder_log


def remove(connection: Connection, which: ColumnElement[bool]) -> int:
    """Delete reminders with their log; how many. They stay counted."""
    columns = (reminder.c.id, reminder.c.what, reminder.c.state, is_late(connection).label("late"))
    rows = connection.execute(delete(reminder).where(which).returning(*columns)).all()
    count_gone(connection, rows)
    return len(rows)


def let_go(connection: Connection, subscriber_id: str, at: datetime) -> None:
    """Cut the history from its person: what was sent stays to be counted, nothing says to whom.

    Rows that never left and those that are about the person alone are removed. Answers of a relay may
    quote an address, so no text of theirs is kept.
    """
    theirs = reminder.c.subscriber_id == subscriber_id
    unsent = reminder.c.state.in_(("due", "claimed", "expired", "cancelled"))
    remove(connection, and_(theirs, unsent | (reminder.c.subject_kind == "subscriber")))
    kept = select(reminder.c.id).where(theirs)
    connection.execute(update(reminder_log).where(reminder_log.c.reminder_id.in_(kept)).values(detail=None))
    connection.execute(
        update(reminder)
        .where(theirs)
        .values(
            subscriber_id=None, message_id=None, answer=None, last_error=None, facts=null(), updated_at=at
        )
    )
