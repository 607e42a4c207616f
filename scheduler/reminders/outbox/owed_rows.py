"""Writing what is owed into the outbox, and ending what is owed no more. `at` is machine time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, insert, or_, update
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.reminders.due.owed import Owed
from scheduler.store.outbox.reminders import IS_DUE
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import reminder, reminder_log

T = TypeVar("T")
Ending: TypeAlias = tuple[str, str]  # state, reason

_KEY = ("subscriber_id", "what", "subject", "lead", "target_start")
_AGAIN = ("due_at", "useful_until", "occurrence_sequence", "facts", "updated_at")


def write_owed(connection: Connection, messages: Iterable[Owed], at: datetime) -> int:
    """Store what is owed; how many are new. What ended unsent, by a change or a clock ahead, is due again."""
    rows = [row_of(message) | {"state": "due", "created_at": at, "updated_at": at} for message in messages]
    if not rows:
        return 0
    statement = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(reminder)
    again = statement.on_conflict_do_update(
        index_elements=list(_KEY),
        set_={name: statement.excluded[name] for name in _AGAIN}
        | {"state": "due", "first_due_at": None, "last_error": None, "token": None},
        where=or_(reminder.c.state == "cancelled", reminder.c.state == "expired"),
    )
    return len(connection.scalars(again.returning(reminder.c.id), rows).all())


def rewrite(connection: Connection, reminder_id: int, message: Owed, at: datetime) -> None:
    """Let a row that still waits say something else."""
    step = update(reminder).where(reminder.c.id == reminder_id, IS_DUE)
    connection.execute(step.values(**row_of(message), first_due_at=None, updated_at=at))


def end_due(connection: Connection, endings: Mapping[int, Ending], at: datetime) -> int:
    """End rows that still wait, each with its reason; how many did."""
    ended = []
    for state, reason in sorted(set(endings.values())):
        facts = {"at": at, "from_state": "due", "to_state": state, "detail": reason}
        for ids in in_chunks([one for one, ending in endings.items() if ending == (state, reason)]):
            step = update(reminder).where(reminder.c.id.in_(ids), IS_DUE)
            step = step.values(state=state, last_error=reason, updated_at=at)
            ended += [
                facts | {"reminder_id": one} for one in connection.scalars(step.returning(reminder.c.id))
            ]
    if ended:
        connection.execute(insert(reminder_log), ended)
    return len(ended)


def row_of(message: Owed) -> dict[str, Any]:
    """The columns that say what is owed, to whom and when."""
    return {
        "subscriber_id": message.subscriber,
        "what": message.what,
        "subject_kind": message.subject_kind,
        "subject": message.subject,
        "lead": message.lead,
        "target_start": message.target_start,
        "due_at": message.due_at,
        "useful_until": message.useful_until,
        "occurrence_sequence": message.sequence,
        "facts": message.facts,
    }
