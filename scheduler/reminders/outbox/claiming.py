"""Taking what is due out of the outbox: a batch to one worker, by one statement, nothing to two."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Engine, Select, Update, bindparam, select, update

from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.due.lead import Quiet
from scheduler.reminders.transport.sink import Recipient
from scheduler.reminders.weekly_lists import is_weekly_list
from scheduler.store.database.engine import transaction
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.outbox.reminders import IS_DUE, lease_end, lease_values
from scheduler.store.statements.given import as_given, given
from scheduler.store.tables import Instant, reminder, subscriber

LEASE = timedelta(seconds=60)


class Claimed(NamedTuple):
    """A reminder that this worker may hand over while its lease holds, with what it is about as of now.

    recipient        None where the person's data is deleted
    occurrence       None where there is none (a digest) or where it is gone
    subscriber_state, quiet   as of the claim
    """

    id: int
    token: str
    what: str
    subject_kind: str
    subject: str
    lead: str
    target_start: datetime
    due_at: datetime
    useful_until: datetime
    attempts: int
    facts: Mapping[str, Any]
    recipient: Recipient | None
    subscriber_state: str | None
    quiet: Quiet | None
    occurrence: Occurrence | None

    @property
    def wanted_state(self) -> str:
        """The state in which its reader may be written to: only who is asked to confirm has not done so.

        The list of what is unconfirmed goes to whoever may confirm it, subscribed or not.
        """
        if self.what == "confirm":
            return "pending"
        if is_weekly_list(self.what, self.lead) and self.subscriber_state not in (None, "suppressed"):
            return str(self.subscriber_state)
        return "active"

    @property
    def key(self) -> str:
        """The idempotency key as text: the same at every try."""
        reader = self.recipient.id if self.recipient else ""
        return "|".join((reader, self.what, self.subject, self.lead, self.target_start.isoformat()))


def claim(
    engine: Engine,
    now: datetime,
    limit: int,
    worker: str,
    *,
    lease: timedelta = LEASE,
    machine_time: MachineTime = utcnow,
) -> list[Claimed]:
    """Take up to `limit` reminders that are due at `now` (plan time), the longest due first.

    Any number of workers may ask at once: no row is given to two. `worker` begins the token, for people
    who look at the table.
    """
    token, at, database = f"{worker}:{os.urandom(12).hex()}", machine_time(), engine.dialect.name
    facts = {"now": now, "most": limit, "its_token": token, "at": at, **lease_values(database, at, lease)}
    with transaction(engine) as connection:
        if database == "postgresql":
            connection.exec_driver_sql(_BY_THE_INDEXES)
        taken = connection.execute(_taking(database), facts).all()
        if not taken:
            return []
        if database != "postgresql":
            taken = connection.execute(_looked_up(), as_given([{"id": row.id} for row in taken])).all()
        # By position: a name costs a row of a batch as much as all else that is done with it here.
        taken = sorted(taken, key=itemgetter(_DUE_AT, _ID))
        subjects = {row[_SUBJECT] for row in taken if row[_KIND] == "occurrence"}
        found = occurrences_by_id(connection, subjects)
    return [_claimed(token, row, found) for row in taken]


# What a claim needs and no more: reading an instant costs as much as all the rest of a row.
_OWN = (
    reminder.c.id,
    reminder.c.what,
    reminder.c.subject_kind,
    reminder.c.subject,
    reminder.c.lead,
    reminder.c.target_start,
    reminder.c.due_at,
    reminder.c.useful_until,
    reminder.c.attempts,
    reminder.c.facts,
    reminder.c.subscriber_id,
)
# Where very much falls due at once, PostgreSQL's numbers are from before: it would read and sort all of it.
_BY_THE_INDEXES = "; ".join(
    f"SET LOCAL enable_{way} = off" for way in ("sort", "bitmapscan", "seqscan", "hashjoin")
)
_ID, _KIND, _SUBJECT, _DUE_AT = 0, 2, 3, 6
_READER = (
    subscriber.c.email,
    subscriber.c.language,
    subscriber.c.timezone,
    subscriber.c.link_salt,
    subscriber.c.quiet_from,
    subscriber.c.quiet_until,
    subscriber.c.state.label("subscriber_state"),
)
_WITH_READER = reminder.outerjoin(subscriber, subscriber.c.id == reminder.c.subscriber_id)


@cache
def _taking(database: str) -> Update:
    """The claim. PostgreSQL gives the whole rows back with it, SQLite can give back the reminder's alone."""
    at_once = database == "postgresql"
    due = select(reminder.c.id, *_READER).select_from(_WITH_READER) if at_once else select(reminder.c.id)
    wanted = (
        due.where(IS_DUE, reminder.c.due_at <= bindparam("now"), reminder.c.useful_until > bindparam("now"))
        .order_by(reminder.c.due_at, reminder.c.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=reminder)
        .cte("wanted")
    )
    step = (
        update(reminder)
        .where(reminder.c.id == wanted.c.id if at_once else reminder.c.id.in_(select(wanted.c.id)))
        .values(
            state="claimed",
            token=bindparam("its_token"),
            lease_until=lease_end(database),
            updated_at=bindparam("at", type_=Instant()),
        )
    )
    if not at_once:
        return step.returning(reminder.c.id)
    readers = (wanted.c[column.name] for column in _READER)
    return step.returning(*_OWN, *readers)


@cache
def _looked_up() -> Select[Any]:
    those = given("sqlite", {"id": BigInteger()})
    return select(*_OWN, *_READER).select_from(_WITH_READER).where(reminder.c.id.in_(select(those.c.id)))


def _claimed(token: str, row: Any, occurrences: Mapping[str, Occurrence]) -> Claimed:
    (
        row_id, what, subject_kind, subject, lead, target_start, due_at, useful_until, attempts, facts,
        reader_id, email, language, timezone, link_salt, quiet_from, quiet_until, state,
    ) = row  # fmt: skip
    reader = None if email is None else Recipient(reader_id, email, language, timezone, link_salt)
    quiet = None if quiet_from is None else Quiet(quiet_from, quiet_until, ZoneInfo(timezone))
    return Claimed(
        row_id, token, what, subject_kind, subject, lead, target_start, due_at, useful_until, attempts,
        facts or {}, reader, state, quiet, occurrences.get(subject),
    )  # fmt: skip
