"""What happens to the outbox's rows when their subscriber goes. Claiming and sending are the outbox's own.

`at` is machine time.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, literal, null, select, update

from scheduler.store.tables import reminder, reminder_log


def owe(connection: Connection, facts: dict[str, Any], at: datetime) -> int:
    """Store one row that is due; gives its id."""
    row = insert(reminder).values(**facts, state="due", created_at=at, updated_at=at)
    return int(connection.execute(row.returning(reminder.c.id)).scalar_one())


def is_owed(connection: Connection, subscriber_id: str, what: str) -> bool:
    """Whether a row of that kind waits to be sent to the subscriber."""
    waiting = (
        reminder.c.subscriber_id == subscriber_id,
        reminder.c.what == what,
        reminder.c.state.in_(("due", "claimed")),
    )
    return connection.scalar(select(reminder.c.id).where(*waiting).limit(1)) is not None


def cancel_due(connection: Connection, subscriber_id: str, detail: str, at: datetime) -> int:
    """Cancel what is owed to a subscriber and not claimed; what is claimed is asked again before sending."""
    unsent = (reminder.c.subscriber_id == subscriber_id) & (reminder.c.state == "due")
    rows = select(
        reminder.c.id,
        literal(at, reminder_log.c.at.type),
        literal("due"),
        literal("cancelled"),
        literal(detail),
    )
    columns = ["reminder_id", "at", "from_state", "to_state", "detail"]
    connection.execute(insert(reminder_log).from_select(columns, rows.where(unsent)))
    change = update(reminder).where(unsent).values(state="cancelled", updated_at=at)
    return connection.execute(change).rowcount


def reminder_rows(connection: Connection, subscriber_id: str) -> list[RowMapping]:
    """All reminders of a subscriber, by when they were due."""
    question = select(reminder).where(reminder.c.subscriber_id == subscriber_id)
    return list(connection.execute(question.order_by(reminder.c.due_at, reminder.c.id)).mappings())


def log_rows(connection: Connection, subscriber_id: str) -> list[RowMapping]:
    """All steps of all reminders of a subscriber, oldest first."""
    question = select(reminder_log).join(reminder).where(reminder.c.subscriber_id == subscriber_id)
    return list(connection.execute(question.order_by(reminder_log.c.id)).mappings())


def let_go(connection: Connection, subscriber_id: str, at: datetime) -> None:
    """Cut the history from its person: what was sent stays to be counted, nothing says to whom.

    Rows that never left and those that are about the person alone are removed. Answers of a relay may
    quote an address, so no text of theirs is kept.
    """
    theirs = reminder.c.subscriber_id == subscriber_id
    unsent = reminder.c.state.in_(("due", "claimed", "expired", "cancelled"))
    connection.execute(delete(reminder).where(theirs, unsent | (reminder.c.subject_kind == "subscriber")))
    kept = select(reminder.c.id).where(theirs)
    connection.execute(update(reminder_log).where(reminder_log.c.reminder_id.in_(kept)).values(detail=None))
    connection.execute(
        update(reminder)
        .where(theirs)
        .values(subscriber_id=None, message_id=None, last_error=None, facts=null(), updated_at=at)
    )
