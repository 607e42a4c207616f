"""The outbox: each reminder is one row, and a row is one step further only where nobody else took it there.

    due -> claimed -> handing_over -> accepted
     ^        |            |-> unknown -> accepted | due        a person says which
     |        |            |-> failed
     +--------+------------+   retry, lease over (claimed), relay down
    due | claimed | handing_over -> expired | cancelled        claimed -> failed: it cannot be written

Every step is one statement that compares id, token and state: no row changed means that it is somebody
else's now. `handing_over` is committed before the relay hears of the mail, so whatever dies afterwards
leaves a row that says so. Due and useful are plan time; leases and the log are machine time.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Text,
    Update,
    and_,
    bindparam,
    func,
    insert,
    literal_column,
    update,
)

from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders import notes
from scheduler.reminders.outbox.claiming import Claimed
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, RelayDown, Retry, Unknown
from scheduler.store.outbox.reminders import FIRST_DUE, IS_DUE, IS_LOST, IS_OPEN, lease_over
from scheduler.store.statements.given import as_given, given
from scheduler.store.tables import Instant, reminder, reminder_log

STEPS: Mapping[str, frozenset[str]] = {
    "due": frozenset({"claimed", "expired", "cancelled"}),
    "claimed": frozenset({"handing_over", "due", "expired", "cancelled", "failed"}),
    "handing_over": frozenset({"accepted", "unknown", "failed", "due", "expired"}),
    # A person decides, or the worker that learns late what the relay said.
    "unknown": frozenset({"accepted", "due", "failed", "expired"}),
    # Nothing of these was ever sent, so a change that is taken back makes them due again.
    "expired": frozenset({"due"}),
    "cancelled": frozenset({"due"}),
    "accepted": frozenset(),
    "failed": frozenset(),
}
CLOCKS_APART = timedelta(hours=2)
LONGEST_LEASE = timedelta(seconds=3600 + 600)  # that the settings allow, with a relay that takes its time
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=30)
LAST_TRY = timedelta(minutes=1)  # before a mail is of no more use


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
    log_steps(connection, ours, "handing_over", state, getattr(outcome, "reason", ""), at)
    if ours and isinstance(outcome, Failed) and outcome.suppress and claimed.recipient is not None:
        from scheduler.reminders.readers.subscribers import suppress

        suppress(connection, claimed.recipient.email, "bounce", machine_time=machine_time)
    return state if ours else None


def finish_accepted(
    connection: Connection,
    sent: Sequence[tuple[Claimed, Accepted]],
    machine_time: MachineTime = utcnow,
) -> int:
    """Write down many mails that the relay has taken, in one go; how many were this worker's."""
    at = machine_time()
    by_token: defaultdict[str, list[tuple[Claimed, Accepted]]] = defaultdict(list)
    for one in sent:
        by_token[one[0].token].append(one)
    step, ours = accepting(connection.dialect.name), 0
    for some in by_token.values():
        ours += connection.execute(step, {**as_taken(some), "at": at}).rowcount
    return ours


def as_taken(sent: Sequence[tuple[Claimed, Accepted]]) -> dict[str, Any]:
    """The values of `accepting` but for `at`; the rows are of one claim."""
    rows = [{"id": claimed.id, "answer": outcome.detail or None} for claimed, outcome in sent]
    return {**as_given(rows, _TAKEN), "its_token": sent[0][0].token}


_TAKEN = "taken"


@cache
def accepting(database: str) -> Update:
    """The statement behind `finish_accepted`, whose values are `as_taken` and `at`."""
    taken = given(database, {"id": BigInteger(), "answer": Text()}, _TAKEN)
    return (
        update(reminder)
        .where(
            reminder.c.id == taken.c.id,
            reminder.c.token == bindparam("its_token"),
            reminder.c.state.in_([literal_column("'handing_over'"), literal_column("'unknown'")]),
        )
        .values(
            state="accepted",
            answer=taken.c.answer,
            lease_until=None,
            last_error=None,
            updated_at=bindparam("at", type_=Instant()),
        )
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
    next_try, last_try = now + wait, claimed.useful_until - LAST_TRY
    if now < last_try:
        next_try = min(next_try, last_try)
    if next_try >= claimed.useful_until:
        return "expired", {**told, "last_error": notes.with_detail(notes.NO_TIME_LEFT, outcome.reason)}
    return "due", {**told, "last_error": outcome.reason, "due_at": next_try, "first_due_at": FIRST_DUE}


def pause(attempts: int, jitter: float) -> timedelta:
    """How long to wait after a refused try: twice as long each time, a fifth more or less."""
    longest = min(FIRST_PAUSE * float(2 ** min(attempts, 16)), LONGEST_PAUSE)
    return longest * (0.8 + 0.4 * jitter)


# --- putting back, and letting go -------------------------------------------------------------


def give_back(
    connection: Connection, claimed: Sequence[Claimed], *, machine_time: MachineTime = utcnow
) -> int:
    """Let go of those that are this worker's still and not handed over; they are due as before."""
    freed = {"state": "due", "token": None, "lease_until": None}
    at = machine_time()
    return sum(
        len(_step(connection, ids, token, ("claimed",), freed, at)) for token, ids in _by_token(claimed)
    )


def take_back(
    connection: Connection, claimed: Sequence[Claimed], *, machine_time: MachineTime = utcnow
) -> int:
    """The same of those that the database has as handed over, or by now unknown: no relay was offered them.

    Only whoever handed them over can know that.
    """
    freed = {"state": "due", "token": None, "lease_until": None}
    untried = {**freed, "sent_at": None, "attempts": reminder.c.attempts - 1}
    at, back = machine_time(), list[int]()
    for token, ids in _by_token(claimed):
        back += _step(connection, ids, token, ("handing_over", "unknown"), untried, at)
    log_steps(connection, back, "handing_over", "due", "it was never offered to the relay", at)
    return len(back)


def _by_token(claimed: Sequence[Claimed]) -> Iterable[tuple[str, list[int]]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for one in claimed:
        found[one.token].append(one.id)
    return found.items()


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
        log_steps(connection, ours, "claimed", "due", reason, at)
    return bool(ours)


def drop(
    connection: Connection, claimed: Claimed, state: str, reason: str, *, machine_time: MachineTime = utcnow
) -> bool:
    """Let one that is not handed over end as `expired`, `cancelled` or `failed`."""
    at = machine_time()
    ended = {"state": state, "token": None, "lease_until": None, "last_error": reason}
    ours = _step(connection, [claimed.id], claimed.token, ("claimed",), ended, at)
    log_steps(connection, ours, "claimed", state, reason, at)
    return bool(ours)


def expire_overdue(connection: Connection, now: datetime, *, machine_time: MachineTime = utcnow) -> int:
    """End what is due but no longer useful; how many. Nothing is sent late, and nothing ends unsaid."""
    at, reason = machine_time(), notes.TOO_LATE
    step = (
        update(reminder)
        .where(IS_DUE, reminder.c.due_at <= now, reminder.c.useful_until <= now)
        .values(state="expired", last_error=func.coalesce(reminder.c.last_error, reason), updated_at=at)
        .returning(reminder.c.id)
    )
    ended = list(connection.scalars(step))
    log_steps(connection, ended, "due", "expired", reason, at)
    return len(ended)


def revive(connection: Connection, now: datetime, *, machine_time: MachineTime = utcnow) -> int:
    """Let what ended as too late under a clock ahead be due again where it is still useful; how many.

    Of what the horizon does not work out; it sees to the rest by itself.
    """
    at = machine_time()
    step = (
        update(reminder)
        .where(IS_LOST, reminder.c.useful_until > now)
        .values(state="due", last_error=None, updated_at=at)
        .returning(reminder.c.id)
    )
    back = list(connection.scalars(step))
    log_steps(connection, back, "expired", "due", "it is useful again", at)
    return len(back)


@dataclass(frozen=True, slots=True)
class Released:
    """What came of leases that were over: reminders due again, and mails of which nobody knows."""

    due: int = 0
    unknown: int = 0


def release_expired_leases(
    connection: Connection,
    now: datetime,
    *,
    longest: timedelta = LONGEST_LEASE,
    thorough: bool = False,
    machine_time: MachineTime = utcnow,
) -> Released:
    """Free what a worker held and no longer does: claimed is due again, handing over is `unknown`.

    `now` is plan time, `longest` how long a lease may be. What is held was due when it was taken, so it is
    looked for there; `thorough` also looks at what a worker took whose plan time was far ahead.
    """
    at = machine_time()
    over = and_(IS_OPEN, lease_over(connection.dialect.name, at, longest))
    if not thorough:
        over = and_(over, reminder.c.due_at <= now + CLOCKS_APART)
    freed = {"state": "due", "token": None, "lease_until": None, "updated_at": at}
    # The token of an unknown one stays: a worker that was only slow may still say what became of it.
    held = {"state": "unknown", "lease_until": None, "updated_at": at, "last_error": notes.VANISHED}

    def free(state: str, values: dict[str, Any]) -> list[int]:
        step = update(reminder).where(over, reminder.c.state == state).values(**values)
        return list(connection.scalars(step.returning(reminder.c.id)))

    back, lost = free("claimed", freed), free("handing_over", held)
    log_steps(connection, back, "claimed", "due", notes.LEASE_OVER, at)
    log_steps(connection, lost, "handing_over", "unknown", notes.VANISHED, at)
    return Released(len(back), len(lost))


# --- the steps themselves -------------------------------------------------------------------


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


def log_steps(
    connection: Connection, ids: Collection[int], came_from: str, state: str, detail: str, at: datetime
) -> None:
    """Write the same step of many rows into the log."""
    if ids:
        facts = {"at": at, "from_state": came_from, "to_state": state, "detail": detail or None}
        connection.execute(insert(reminder_log), [{**facts, "reminder_id": one} for one in ids])
