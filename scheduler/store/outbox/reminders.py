"""The outbox's rows: which of them are asked for, and the log of their steps. Claiming and sending are the
outbox's own.

`at` is machine time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Interval,
    RowMapping,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    union_all,
    update,
)

from scheduler.store.tables import Instant, reminder, reminder_log

# Said as the partial indexes say it: a bound value would keep the databases from using them.
IS_OPEN = reminder.c.phase == literal_column("'open'")
IS_DUE = and_(IS_OPEN, reminder.c.state == literal_column("'due'"))
IS_TOLD = reminder.c.phase.in_([literal_column("'sent'"), literal_column("'unknown'")])
IS_ENDED = reminder.c.phase.not_in([literal_column("'open'"), literal_column("'sent'")])
IS_UNKNOWN = and_(IS_ENDED, reminder.c.phase == literal_column("'unknown'"))
# What ended too late and no pass of the horizon works out anew.
IS_LOST = and_(
    reminder.c.phase == literal_column("'expired'"),
    reminder.c.what.in_([literal_column("'change'"), literal_column("'confirm'")]),
)
IS_APART = reminder.c.what != literal_column("'reminder'")  # of the whats that are few
# When it was due for the first time, however often it was put off since.
FIRST_DUE = func.coalesce(reminder.c.first_due_at, reminder.c.due_at, type_=Instant())


def was_due(at: datetime) -> ColumnElement[bool]:
    """Rows that wait and were due at that instant of plan time, also those that are put off until later."""
    return and_(IS_DUE, or_(reminder.c.due_at <= at, reminder.c.first_due_at <= at))


def lease_end(database: str) -> ColumnElement[datetime]:
    """When a lease ends, with `lease_values`: by PostgreSQL's own clock, which all machines share."""
    if database == "postgresql":
        return func.clock_timestamp(type_=Instant()) + bindparam("lease", type_=Interval())
    return bindparam("lease_end", type_=Instant())


def lease_over(database: str, at: datetime, longest: timedelta) -> ColumnElement[bool]:
    """Leases that have ended, by the clock of `lease_end`; also those of a clock that was ahead.

    None holds for longer than `longest`, so what ends later than that was never so long.
    """
    ends = reminder.c.lease_until
    if database != "postgresql":
        return or_(ends <= at, ends > at + longest)
    clock = func.clock_timestamp(type_=Instant())
    return or_(ends <= clock, ends > clock + literal(longest, Interval()))


def lease_values(database: str, at: datetime, lease: timedelta) -> dict[str, Any]:
    """The values of `lease_end` in a statement, for a lease that begins now; `at` is this machine's time."""
    return {"lease": lease} if database == "postgresql" else {"lease_end": at + lease}


def steps_of(rows: Select[tuple[int]]) -> CompoundSelect[Any]:
    """The steps of the reminders with those ids, oldest first: reminder_id, at, from_state, to_state, detail.

    That the relay took a mail is told by the row itself: it is what becomes of nearly all of them, and the
    last step of any.
    """
    line, own = reminder_log.c, reminder.c
    of_line = (line.reminder_id, line.at, line.from_state, line.to_state, line.detail)
    logged = select(*of_line, line.id.label("place"), literal_column("0").label("last")).where(
        line.reminder_id.in_(rows)
    )
    other = reminder_log.alias()
    told = exists().where(other.c.reminder_id == own.id, other.c.to_state == "accepted")
    taken = select(
        own.id,
        own.updated_at,
        literal("handing_over"),
        literal("accepted"),
        own.answer,
        own.id,
        literal_column("1"),
    ).where(own.id.in_(rows), own.state == "accepted", ~told)
    return union_all(logged, taken).order_by("last", "place")


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
    theirs = select(reminder.c.id).where(reminder.c.subscriber_id == subscriber_id)
    return list(connection.execute(steps_of(theirs)).mappings())
