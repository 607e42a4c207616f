"""The step that is committed before the relay hears of a mail, and the same question asked once more.

In one statement: the row is still this worker's, it is still useful, the reader is still to be written to at
this address, and the occurrence is still as the mail says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    Text,
    Update,
    bindparam,
    exists,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.claiming import LEASE, Claimed
from scheduler.reminders.notices import told_facts
from scheduler.reminders.outbox import accepting, as_taken, finish_accepted
from scheduler.reminders.sink import Accepted
from scheduler.reminders.verdicts import wanted_state
from scheduler.store.given import as_given, given
from scheduler.store.reminders import lease_end, lease_values
from scheduler.store.tables import Instant, occurrence, reminder, subscriber

_NO_OCCURRENCE = -1
_ASKED: dict[str, TypeEngine[Any]] = {
    "id": BigInteger(),
    "token": Text(),
    "email": Text(),
    "language": Text(),
    "link_salt": Text(),
    "wanted": Text(),
    "about": Text(),
    "revision": Integer(),
}
_TOLD: dict[str, TypeEngine[Any]] = {"message_id": Text(), "sequence": Integer(), "told": JSON()}


def hand_over(
    connection: Connection,
    claimed: Claimed,
    now: datetime,
    *,
    message_id: str | None = None,
    lease: timedelta = LEASE,
    machine_time: MachineTime = utcnow,
) -> bool:
    """Say that the mail goes out now; commit before the relay hears of it. False: do not send it.

    `message_id` is kept with the row.
    """
    mails = [(claimed, message_id)]
    return bool(hand_over_all(connection, mails, now, lease=lease, machine_time=machine_time))


def hand_over_all(
    connection: Connection,
    mails: Sequence[tuple[Claimed, str | None]],
    now: datetime,
    *,
    taken: Sequence[tuple[Claimed, Accepted]] = (),
    lease: timedelta = LEASE,
    machine_time: MachineTime = utcnow,
) -> set[int]:
    """The same for some mails by one statement, each with its Message-ID; the ids of those that may go.

    `taken` are mails before these that the relay took: that is written down in the same commit.
    """
    rows = [
        {**_asked(claimed), **_told(claimed), "message_id": message_id}
        for claimed, message_id in mails
        if claimed.recipient is not None
    ]
    at, database = machine_time(), connection.dialect.name
    facts = {**as_given(rows), "now": now, "at": at, **lease_values(database, at, lease)}
    if database == "postgresql" and rows and len({claimed.token for claimed, _ in taken}) == 1:
        return set(connection.scalars(_finishing_and_handing_over(), {**facts, **as_taken(taken)}))
    finish_accepted(connection, taken, machine_time)
    return set(connection.scalars(_handing_over(database), facts)) if rows else set()


def still_wanted(connection: Connection, claimed: Claimed, now: datetime) -> bool:
    """Whether a mail that is handed over may still go out: nothing that `hand_over` asked has changed."""
    facts = {**as_given([_asked(claimed)]), "now": now}
    return connection.scalar(_still_wanted(connection.dialect.name), facts) is not None


def _asked(claimed: Claimed) -> dict[str, Any]:
    about, reader = claimed.occurrence, claimed.recipient
    assert reader is not None  # noqa: S101 - nobody hands over a mail to nobody
    return {
        "id": claimed.id,
        "token": claimed.token,
        "email": reader.email,
        "language": reader.language,
        "link_salt": reader.link_salt,
        "wanted": wanted_state(claimed),
        "about": claimed.subject,
        "revision": about.revision if about else _NO_OCCURRENCE,
    }


def _told(claimed: Claimed) -> Mapping[str, Any]:
    """What the mail says, kept with the row: who was told what decides about notices of changes."""
    about = claimed.occurrence
    if about is None:
        return {}
    return {"sequence": about.sequence, "told": {**claimed.facts, **told_facts(about)}}


def _as_claimed(state: str, asked: FromClause) -> tuple[ColumnElement[bool], ...]:
    """The row is this worker's and in this state, useful, and reader and occurrence are as they were."""
    stored = select(occurrence.c.revision).where(occurrence.c.id == asked.c.about)
    return (
        reminder.c.id == asked.c.id,
        reminder.c.token == asked.c.token,
        reminder.c.state == literal_column(repr(state)),
        reminder.c.useful_until > bindparam("now"),
        exists().where(
            subscriber.c.id == reminder.c.subscriber_id,
            subscriber.c.email == asked.c.email,
            subscriber.c.language == asked.c.language,
            subscriber.c.link_salt == asked.c.link_salt,
            subscriber.c.state == asked.c.wanted,
        ),
        # Its revision as it is now, or a number that none has.
        func.coalesce(stored.scalar_subquery(), _NO_OCCURRENCE) == asked.c.revision,
    )


@cache
def _still_wanted(database: str) -> Select[Any]:
    return select(reminder.c.id).where(*_as_claimed("handing_over", given(database, _ASKED)))


@cache
def _handing_over(database: str) -> Update:
    """The step, built once: to build it anew takes longer than to run it."""
    asked = given(database, {**_ASKED, **_TOLD})
    values = {
        "state": "handing_over",
        "attempts": reminder.c.attempts + 1,
        "message_id": asked.c.message_id,
        "sent_at": bindparam("now"),
        "updated_at": bindparam("at", type_=Instant()),
        "lease_until": lease_end(database),
        # Nothing given where there is no occurrence: then they stay.
        "occurrence_sequence": func.coalesce(asked.c.sequence, reminder.c.occurrence_sequence),
        "facts": func.coalesce(asked.c.told, reminder.c.facts),
    }
    return update(reminder).where(*_as_claimed("claimed", asked)).values(values).returning(reminder.c.id)


@cache
def _finishing_and_handing_over() -> Update:
    """What was taken and what goes out now, in one question. SQLite changes rows in no WITH, nor needs to."""
    return _handing_over("postgresql").add_cte(accepting("postgresql").cte("written_down"))
