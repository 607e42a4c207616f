"""The outbox: each reminder is one row, and a row is one step further only where nobody else took it there.

    due -> claimed -> handing_over -> accepted
     ^        |            |-> unknown -> accepted | due        a person says which
     |        |            |-> failed
     +--------+------------+   retry, lease over (claimed), relay down
    due | claimed | handing_over -> expired | cancelled

Every step is one statement that compares id, token and state: no row changed means that it is somebody
else's now. `handing_over` is committed before the relay hears of the mail, so whatever dies afterwards
leaves a row that says so. Due and useful are plan time; leases and the log are machine time.
"""

from __future__ import annotations

import os
import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    DateTime,
    Engine,
    Interval,
    Update,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)

from scheduler.errors import Conflict, NotFound
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.lead import Quiet
from scheduler.reminders.notices import told_facts
from scheduler.reminders.sink import Accepted, Failed, Outcome, Recipient, RelayDown, Retry, Unknown
from scheduler.store.engine import transaction
from scheduler.store.occurrences import Occurrence, occurrences_by_id
from scheduler.store.tables import occurrence, reminder, reminder_log, subscriber

STEPS: Mapping[str, frozenset[str]] = {
    "due": frozenset({"claimed", "expired", "cancelled"}),
    "claimed": frozenset({"handing_over", "due", "expired", "cancelled"}),
    "handing_over": frozenset({"accepted", "unknown", "failed", "due", "expired"}),
    # A person decides, or the worker that learns late what the relay said.
    "unknown": frozenset({"accepted", "due", "failed", "expired"}),
    # Nothing of these was ever sent, so a change that is taken back makes them due again.
    "expired": frozenset({"due"}),
    "cancelled": frozenset({"due"}),
    "accepted": frozenset(),
    "failed": frozenset(),
}
LEASE = timedelta(seconds=60)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=30)

_NO_OCCURRENCE = -1
# Said as the partial indexes say it: a bound value would keep the databases from using them.
_IS_DUE = reminder.c.state == literal_column("'due'")
_IS_LEASED = reminder.c.state.in_([literal_column("'claimed'"), literal_column("'handing_over'")])


@dataclass(frozen=True, slots=True)
class Claimed:
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
    def key(self) -> str:
        """The idempotency key as text: the same at every try."""
        reader = self.recipient.id if self.recipient else ""
        return "|".join((reader, self.what, self.subject, self.lead, self.target_start.isoformat()))


# --- taking ---------------------------------------------------------------------------------


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
    token = f"{worker}:{os.urandom(12).hex()}"
    wanted = (
        select(reminder.c.id)
        .where(_IS_DUE, reminder.c.due_at <= now, reminder.c.useful_until > now)
        .order_by(reminder.c.due_at, reminder.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("wanted")
    )
    with transaction(engine) as connection:
        taking = (
            update(reminder)
            .where(reminder.c.id.in_(select(wanted.c.id)))
            .values(
                state="claimed",
                token=token,
                lease_until=lease_end(connection, machine_time(), lease),
                updated_at=machine_time(),
            )
        )
        return _read(connection, token) if connection.execute(taking).rowcount else []


# What a claim needs and no more: reading an instant costs as much as all the rest of a row.
_ROW = (
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
    subscriber.c.email,
    subscriber.c.language,
    subscriber.c.timezone,
    subscriber.c.link_salt,
    subscriber.c.quiet_from,
    subscriber.c.quiet_until,
    subscriber.c.state.label("subscriber_state"),
)
_OF_CLAIM = (
    select(*_ROW)
    .join(subscriber, subscriber.c.id == reminder.c.subscriber_id, isouter=True)
    .where(_IS_LEASED, reminder.c.token == bindparam("its_token"))
    .order_by(reminder.c.due_at, reminder.c.id)
)


def _read(connection: Connection, token: str) -> list[Claimed]:
    rows = connection.execute(_OF_CLAIM, {"its_token": token}).all()
    found = occurrences_by_id(connection, {row.subject for row in rows if row.subject_kind == "occurrence"})
    return [_claimed(token, row, found) for row in rows]


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


# --- handing over ---------------------------------------------------------------------------


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

    In one statement: it is still this worker's, it is still useful, the reader is still to be written to
    at this address, and the occurrence is still as the mail says. `message_id` is kept with the row.
    """
    if claimed.recipient is None:
        return False
    at, about = machine_time(), claimed.occurrence
    facts = {**_conditions(claimed, now), "its_message_id": message_id, "at": at}
    if about is not None:
        facts |= {"sequence": about.sequence, "told": {**claimed.facts, **told_facts(about)}}
    if connection.dialect.name == "postgresql":
        facts["lease"] = lease
    else:
        facts["until"] = at + lease
    step = _handing_over(connection.dialect.name, about is not None)
    return connection.execute(step, facts).rowcount == 1


def still_wanted(connection: Connection, claimed: Claimed, now: datetime) -> bool:
    """Whether a mail that is handed over may still go out: nothing that `hand_over` asked has changed."""
    return connection.scalar(_STILL_WANTED, _conditions(claimed, now)) is not None


def _conditions(claimed: Claimed, now: datetime) -> dict[str, Any]:
    about, reader = claimed.occurrence, claimed.recipient
    assert reader is not None  # noqa: S101 - nobody hands over a mail to nobody
    return {
        "its_id": claimed.id,
        "its_token": claimed.token,
        "now": now,
        "email": reader.email,
        "language": reader.language,
        "link_salt": reader.link_salt,
        "wanted": "pending" if claimed.what == "confirm" else "active",
        "about": claimed.subject,
        "its_revision": about.revision if about else _NO_OCCURRENCE,
    }


def _as_claimed(state: str) -> tuple[ColumnElement[bool], ...]:
    """The row is this worker's and in this state, useful, and reader and occurrence are as they were."""
    stored = select(occurrence.c.revision).where(occurrence.c.id == bindparam("about"))
    return (
        reminder.c.id == bindparam("its_id"),
        reminder.c.token == bindparam("its_token"),
        reminder.c.state == literal_column(repr(state)),
        reminder.c.useful_until > bindparam("now"),
        exists().where(
            subscriber.c.id == reminder.c.subscriber_id,
            subscriber.c.email == bindparam("email"),
            subscriber.c.language == bindparam("language"),
            subscriber.c.link_salt == bindparam("link_salt"),
            subscriber.c.state == bindparam("wanted"),
        ),
        # Its revision as it is now, or a number that none has.
        func.coalesce(stored.scalar_subquery(), _NO_OCCURRENCE) == bindparam("its_revision"),
    )


_STILL_WANTED = select(reminder.c.id).where(*_as_claimed("handing_over"))


@cache
def _handing_over(database: str, with_occurrence: bool) -> Update:
    """The step, built once: to build it anew takes longer than to run it, and there is one for each mail."""
    values = {
        "state": "handing_over",
        "attempts": reminder.c.attempts + 1,
        "message_id": bindparam("its_message_id"),
        "sent_at": bindparam("now"),
        "updated_at": bindparam("at"),
        "lease_until": bindparam("until"),
    }
    if database == "postgresql":
        values["lease_until"] = func.clock_timestamp() + bindparam("lease", type_=Interval())
    if with_occurrence:
        # What the mail says, kept with the row: who was told what decides about notices of changes.
        values |= {"occurrence_sequence": bindparam("sequence"), "facts": bindparam("told")}
    return update(reminder).where(*_as_claimed("claimed")).values(values)


# --- what became of it ----------------------------------------------------------------------


def finish(
    connection: Connection,
    claimed: Claimed,
    outcome: Outcome,
    now: datetime,
    *,
    machine_time: MachineTime = utcnow,
    jitter: float | None = None,
) -> str | None:
    """Write down what became of a mail that was handed over; the state it has now, or None if not ours.

    `jitter` (0 to 1) spreads the next try; random unless given. The worker that learns late, after its
    lease, still corrects `unknown` as long as nobody has decided about it.
    """
    if isinstance(outcome, Accepted):
        return "accepted" if finish_accepted(connection, [(claimed, outcome)], machine_time) else None
    at = machine_time()
    state, values = _end(claimed, outcome, now, random.random() if jitter is None else jitter)  # noqa: S311
    came_from = ("handing_over",) if state == "unknown" else ("handing_over", "unknown")
    ours = _step(connection, [claimed.id], claimed.token, came_from, {"state": state, **values}, at)
    _log(connection, ours, "handing_over", state, getattr(outcome, "reason", ""), at)
    if ours and isinstance(outcome, Failed) and outcome.suppress and claimed.recipient is not None:
        from scheduler.reminders.subscribers import suppress

        suppress(connection, claimed.recipient.email, "bounce", machine_time=machine_time)
    return state if ours else None


def finish_accepted(
    connection: Connection,
    sent: Sequence[tuple[Claimed, Accepted]],
    machine_time: MachineTime = utcnow,
) -> int:
    """Write down many mails that the relay has taken, in one go; how many were this worker's."""
    at = machine_time()
    by_token: defaultdict[str, list[int]] = defaultdict(list)
    for claimed, _ in sent:
        by_token[claimed.token].append(claimed.id)
    details = {claimed.id: outcome.detail for claimed, outcome in sent}
    ours: list[int] = []
    for token, ids in by_token.items():
        ours += connection.scalars(_ACCEPT, {"ids": ids, "its_token": token, "at": at})
    _log(connection, ours, "handing_over", "accepted", details, at)
    return len(ours)


_ACCEPT = (
    update(reminder)
    .where(
        reminder.c.id.in_(bindparam("ids", expanding=True)),
        reminder.c.token == bindparam("its_token"),
        reminder.c.state.in_([literal_column("'handing_over'"), literal_column("'unknown'")]),
    )
    .values(state="accepted", lease_until=None, last_error=None, updated_at=bindparam("at"))
    .returning(reminder.c.id)
)


def _end(claimed: Claimed, outcome: Outcome, now: datetime, jitter: float) -> tuple[str, dict[str, Any]]:
    """The state that an outcome leads to, and what else the row says then."""
    if isinstance(outcome, Unknown):
        # The token stays: the same worker may still learn what became of it.
        return "unknown", {"last_error": outcome.reason, "lease_until": None}
    told: dict[str, Any] = {"token": None, "lease_until": None, "sent_at": None}
    if isinstance(outcome, RelayDown):
        return "due", {**told, "last_error": outcome.reason, "attempts": claimed.attempts}
    if isinstance(outcome, Failed):
        return "failed", {**told, "last_error": outcome.reason}
    assert isinstance(outcome, Retry)  # noqa: S101 - for the type checker; Accepted never comes here
    wait = pause(claimed.attempts, jitter) if outcome.after is None else outcome.after
    next_try = now + wait
    if next_try >= claimed.useful_until:
        return "expired", {**told, "last_error": f"no time left to try again: {outcome.reason}"}
    return "due", {**told, "last_error": outcome.reason, "due_at": next_try}


def pause(attempts: int, jitter: float) -> timedelta:
    """How long to wait after a refused try: twice as long each time, a fifth more or less."""
    longest = min(FIRST_PAUSE * float(2 ** min(attempts, 16)), LONGEST_PAUSE)
    return longest * (0.8 + 0.4 * jitter)


# --- putting back, and letting go -------------------------------------------------------------


def give_back(connection: Connection, token: str, *, machine_time: MachineTime = utcnow) -> int:
    """Let go of all that this claim still holds and has not handed over; it is due as before."""
    freed = {"state": "due", "token": None, "lease_until": None, "updated_at": machine_time()}
    step = update(reminder).where(reminder.c.token == token, _IS_LEASED, reminder.c.state == "claimed")
    return connection.execute(step.values(**freed)).rowcount


def put_back(
    connection: Connection,
    claimed: Claimed,
    *,
    due_at: datetime | None = None,
    reason: str = "",
    machine_time: MachineTime = utcnow,
) -> bool:
    """Let go of one that is not handed over, to be due again, at `due_at` if it is given."""
    at = machine_time()
    freed = {"state": "due", "token": None, "lease_until": None, "due_at": due_at or claimed.due_at}
    ours = _step(connection, [claimed.id], claimed.token, ("claimed",), freed, at)
    if reason:
        _log(connection, ours, "claimed", "due", reason, at)
    return bool(ours)


def drop(
    connection: Connection, claimed: Claimed, state: str, reason: str, *, machine_time: MachineTime = utcnow
) -> bool:
    """Let one that is not handed over end as `expired` or `cancelled`."""
    at = machine_time()
    ended = {"state": state, "token": None, "lease_until": None, "last_error": reason}
    ours = _step(connection, [claimed.id], claimed.token, ("claimed",), ended, at)
    _log(connection, ours, "claimed", state, reason, at)
    return bool(ours)


def expire_overdue(connection: Connection, now: datetime, *, machine_time: MachineTime = utcnow) -> int:
    """End what is due but no longer useful; how many. Nothing is sent late, and nothing ends unsaid."""
    at, reason = machine_time(), "it was no longer useful when it could have been sent"
    step = (
        update(reminder)
        .where(_IS_DUE, reminder.c.due_at <= now, reminder.c.useful_until <= now)
        .values(state="expired", last_error=func.coalesce(reminder.c.last_error, reason), updated_at=at)
        .returning(reminder.c.id)
    )
    ended = list(connection.scalars(step))
    _log(connection, ended, "due", "expired", reason, at)
    return len(ended)


@dataclass(frozen=True, slots=True)
class Released:
    """What came of leases that were over: reminders due again, and mails of which nobody knows."""

    due: int = 0
    unknown: int = 0


def release_expired_leases(connection: Connection, *, machine_time: MachineTime = utcnow) -> Released:
    """Free what a worker held and no longer does: claimed is due again, handing over is `unknown`."""
    at = machine_time()
    over = and_(_IS_LEASED, reminder.c.lease_until <= lease_end(connection, at, timedelta()))
    freed = {"state": "due", "token": None, "lease_until": None, "updated_at": at}
    # The token of an unknown one stays: a worker that was only slow may still say what became of it.
    held = {"state": "unknown", "lease_until": None, "updated_at": at, "last_error": _VANISHED}
    back, lost = (
        list(connection.scalars(update(reminder).where(which).values(**values).returning(reminder.c.id)))
        for which, values in (
            (and_(over, reminder.c.state == "claimed"), freed),
            (and_(over, reminder.c.state == "handing_over"), held),
        )
    )
    _log(connection, back, "claimed", "due", "its worker's lease was over", at)
    _log(connection, lost, "handing_over", "unknown", _VANISHED, at)
    return Released(len(back), len(lost))


_VANISHED = "its worker ended or stood still while the relay was taking it"


def resolve_unknown(
    connection: Connection,
    reminder_id: int,
    arrived: bool,
    now: datetime,
    *,
    machine_time: MachineTime = utcnow,
) -> None:
    """A person's word on a mail of which nobody knows: it arrived, or send it again.

    Raises NotFound; Conflict where it is not unknown, or where sending it again would be too late.
    """
    row = connection.execute(
        select(reminder.c.state, reminder.c.useful_until).where(reminder.c.id == reminder_id)
    ).first()
    if row is None:
        raise NotFound(
            "reminder-not-found",
            f"There is no reminder {reminder_id}. List those to decide on: airslot reminders unknown",
            f"Không có nhắc việc {reminder_id}. Xem những thư cần quyết định: airslot reminders unknown",
            where="id",
        )
    if row.state == "unknown" and not arrived and row.useful_until <= now:
        raise Conflict(
            "reminder-too-late",
            f"Reminder {reminder_id} would come too late if it were sent now; say that it arrived,"
            " or leave it.",
            f"Nhắc việc {reminder_id} gửi lại lúc này là quá muộn; hãy xác nhận đã đến, hoặc để nguyên.",
            where=str(reminder_id),
        )
    at, state = machine_time(), "accepted" if arrived else "due"
    values: dict[str, Any] = {"state": state, "token": None, "updated_at": at}
    if not arrived:
        values |= {"sent_at": None, "due_at": now}
    step = update(reminder).where(reminder.c.id == reminder_id, reminder.c.state == "unknown")
    if connection.execute(step.values(**values)).rowcount != 1:
        raise Conflict(
            "reminder-not-unknown",
            f"Reminder {reminder_id} is {row.state}; there is nothing to decide.",
            f"Nhắc việc {reminder_id} đang ở trạng thái {row.state}; không có gì phải quyết định.",
            where=str(reminder_id),
        )
    said = "a person says that it arrived" if arrived else "a person asks to send it again"
    _log(connection, [reminder_id], "unknown", state, said, at)


# --- the steps themselves -------------------------------------------------------------------


def lease_end(connection: Connection, at: datetime, lease: timedelta) -> Any:
    """When a lease ends: by the database's own clock on PostgreSQL, which all machines share."""
    if connection.dialect.name == "postgresql":
        return func.clock_timestamp(type_=DateTime(timezone=True)) + lease
    return at + lease


def _step(
    connection: Connection,
    ids: Collection[int],
    token: str,
    came_from: tuple[str, ...],
    values: Mapping[str, Any],
    at: datetime,
) -> list[int]:
    """Take rows one step on where they are this worker's; the ids of those that were."""
    step = (
        update(reminder)
        .where(reminder.c.id.in_(ids), reminder.c.token == token, reminder.c.state.in_(came_from))
        .values(**values, updated_at=at)
        .returning(reminder.c.id)
    )
    return list(connection.scalars(step))


_LINE = insert(reminder_log)


def _log(
    connection: Connection,
    ids: Iterable[int],
    came_from: str,
    state: str,
    detail: str | Mapping[int, str],
    at: datetime,
) -> None:
    facts = {"at": at, "from_state": came_from, "to_state": state}
    texts = {one: (detail if isinstance(detail, str) else detail[one]) or None for one in ids}
    said = set(texts.values())
    if len(said) == 1 and len(texts) > 1:
        # One statement over the rows, where many say the same.
        columns = [reminder_log.c[name] for name in (*facts, "detail")]
        line = (reminder.c.id, *(bindparam(column.name, type_=column.type) for column in columns))
        which = select(*line).where(reminder.c.id.in_(bindparam("ids", expanding=True)))
        step = insert(reminder_log).from_select(["reminder_id", *facts, "detail"], which)
        connection.execute(step, {**facts, "detail": said.pop(), "ids": list(texts)})
    elif texts:
        lines = [{**facts, "reminder_id": one, "detail": text} for one, text in texts.items()]
        connection.execute(_LINE, lines)
