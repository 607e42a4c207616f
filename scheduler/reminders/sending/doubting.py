"""After a restore: what was due by then may have gone out after the backup was made, and nobody here knows.

So it is as with a mail whose worker died: it becomes `unknown`, and a person says whether it arrived. All
that is owed up to the restore is worked out for it once; what is due later goes as ever.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import JSON, BigInteger, Connection, Integer, Text, func, literal, select, update

from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.notes import IN_DOUBT
from scheduler.reminders.outbox import notices
from scheduler.reminders.outbox.horizon import endings_of, span_until, stored_in, wanted_in
from scheduler.reminders.outbox.outbox import log_steps
from scheduler.reminders.outbox.owed_rows import end_due, write_owed
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import occurrences_by_id
from scheduler.store.outbox.reminders import FIRST_DUE, IS_OPEN
from scheduler.store.plans.zone_rules import zones_lacking
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.statements.given import as_given, given
from scheduler.store.tables import reminder


def doubt(
    connection: Connection, now: datetime, settings: Settings, machine_time: MachineTime = utcnow
) -> int:
    """Let nobody send what was due at `now` (plan time) before a person says so; how many are `unknown`.

    What is of no more use ends as `expired`, and says why.
    """
    at = machine_time()
    _write_due(connection, now, settings, at)
    doubted = _doubt_due(connection, now, at)
    # Of what was changed before the backup, whoever had been told may have been told that too.
    changes = notices.read(connection, now, timedelta(), zones_lacking(connection))
    write_owed(connection, [replace(one, due_at=now) for one in changes.new], at)
    return doubted + _doubt_due(connection, now, at)


def _write_due(connection: Connection, now: datetime, settings: Settings, at: datetime) -> None:
    """Write down all that is owed by now, as a worker's pass does; what it had put off is due as well."""
    until = now + timedelta(hours=settings.horizon_hours)
    stored, lacking = stored_in(connection, span_until(now, until, settings)), zones_lacking(connection)
    wanted = wanted_in(connection, span_until(now, now, settings), lacking)
    gone = [row for key, row in stored.items() if key not in wanted and row.due_at <= now]
    end_due(connection, endings_of(connection, gone, lacking), at)
    due = {key: replace(one, due_at=min(one.due_at, now)) for key, one in wanted.items()}
    write_owed(connection, [one for key, one in due.items() if key not in stored], at)
    for some in in_chunks([row.id for key, row in stored.items() if key in wanted and row.due_at > now]):
        connection.execute(update(reminder).where(reminder.c.id.in_(some)).values(due_at=now))


def _doubt_due(connection: Connection, now: datetime, at: datetime) -> int:
    columns = (reminder.c.id, reminder.c.state, reminder.c.subject_kind, reminder.c.subject, reminder.c.facts)
    due = select(*columns, reminder.c.useful_until).where(IS_OPEN, now >= FIRST_DUE)
    rows = connection.execute(due.order_by(reminder.c.state, reminder.c.id)).all()
    # A relay may have it, whatever use it is of.
    doubted = [row for row in rows if row.useful_until > now or row.state == "handing_over"]
    late = [row for row in rows if row.useful_until <= now and row.state != "handing_over"]
    for some in in_chunks(doubted):
        _let_doubt(connection, some, at)
    ended = {"state": "expired", "last_error": IN_DOUBT, "token": None, "lease_until": None, "updated_at": at}
    for ids in in_chunks([row.id for row in late]):
        connection.execute(update(reminder).where(reminder.c.id.in_(ids)).values(**ended))
    for those, state in ((doubted, "unknown"), (late, "expired")):
        for came_from, of_it in groupby(those, key=lambda row: str(row.state)):
            log_steps(connection, [row.id for row in of_it], came_from, state, IN_DOUBT, at)
    return len(doubted)


def _let_doubt(connection: Connection, rows: Sequence[Any], at: datetime) -> None:
    """Let rows count as sent when they were due, with what the mail would have told: changes go by that."""
    found = occurrences_by_id(connection, {row.subject for row in rows if row.subject_kind == "occurrence"})
    said: list[Mapping[str, Any]] = []
    for row in rows:
        about = found.get(row.subject)
        told = {} if about is None else {**(row.facts or {}), **notices.told_facts(about)}
        said.append({"id": row.id, "sequence": about and about.sequence, "told": told or None})
    those = given(connection.dialect.name, {"id": BigInteger(), "sequence": Integer(), "told": JSON()})
    step = (
        update(reminder)
        .where(reminder.c.id == those.c.id)
        .values(
            state="unknown",
            token=None,
            lease_until=None,
            sent_at=func.coalesce(reminder.c.sent_at, reminder.c.due_at),
            occurrence_sequence=func.coalesce(those.c.sequence, reminder.c.occurrence_sequence),
            facts=func.coalesce(those.c.told, reminder.c.facts),
            last_error=literal(IN_DOUBT, Text()),
            updated_at=at,
        )
    )
    connection.execute(step, as_given(said))
