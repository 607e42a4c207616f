"""One tick of a worker: claim what is due, write the mail, hand over, send, write down what became of it.

For each mail `handing_over` is committed before the relay hears of it, and with it that the relay has taken
the mail before. Before each hand-over the row is looked at once more (`verdict`, `hand_over`),
so that nothing goes out that was moved, cancelled or unsubscribed in the meantime.
"""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, func, select

from scheduler.clock import Clock
from scheduler.errors import Unavailable
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders import digests, outbox, relay
from scheduler.reminders.lines import Lines, Parcel
from scheduler.reminders.notices import version
from scheduler.reminders.outbox import Claimed
from scheduler.reminders.owed_rows import IS_DUE, MOVED, in_parts
from scheduler.reminders.sink import (
    Accepted,
    Failed,
    Letter,
    Mail,
    Outcome,
    RelayDown,
    Renderer,
    Retry,
    Sink,
    StillWanted,
    Unknown,
)
from scheduler.settings import Settings
from scheduler.store.engine import reading, transaction
from scheduler.store.occurrences import Occurrence
from scheduler.store.selection import Selection
from scheduler.store.sight import plans_told
from scheduler.store.tables import plan, reminder, subscriber

log = logging.getLogger("airslot.reminders")

BATCH = 200
# Seconds: a relay that is as quick as that leaves no room for a change in between.
_AT_ONCE = 0.002
# A relay that puts off so many in a row is away; the others need not be tried now.
_MOST_RETRIES = 10
_AFTER_A_FAULT = timedelta(minutes=5)


@dataclass(slots=True)
class Counts:
    """What a tick did, in mails. `ended` expired or was cancelled; `put_back` is due again, unsent."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    unknown: int = 0
    ended: int = 0
    put_back: int = 0
    relay_down: int = 0

    def __bool__(self) -> bool:
        """True where anything happened."""
        return any(asdict(self).values())


@dataclass(frozen=True, slots=True)
class Drop:
    """Not to be sent: the state it ends in, and why."""

    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not to be sent yet: when, and why."""

    due_at: datetime
    reason: str


Verdict: TypeAlias = Drop | Later | None


def verdict(claimed: Claimed, now: datetime, change_delay: timedelta) -> Verdict:
    """Whether a claimed reminder may go out now (None), later, or not at all."""
    wanted = "pending" if claimed.what == "confirm" else "active"
    if claimed.recipient is None or claimed.subscriber_state is None:
        return Drop("cancelled", "the person's data is deleted")
    if claimed.subscriber_state != wanted:
        return Drop("cancelled", f"the reader is {claimed.subscriber_state}")
    if claimed.subject_kind == "occurrence":
        stale = _stale(claimed, now, change_delay)
        if stale is not None:
            return stale
    if claimed.quiet is not None and claimed.quiet.holds(now) and claimed.what != "confirm":
        end = claimed.quiet.after(now)
        said = f"the reader's quiet hours last until {end:%Y-%m-%d %H:%M} UTC"
        return Later(end, said) if end < claimed.useful_until else Drop("expired", said)
    return None


def _stale(claimed: Claimed, now: datetime, change_delay: timedelta) -> Verdict:
    about = claimed.occurrence
    if claimed.what == "change":
        # It was edited again: the horizon rewrites the notice, which then rests once more.
        fresh = claimed.lead == version(about)
        return None if fresh else Later(now + max(change_delay, timedelta(minutes=1)), "it was edited again")
    if about is None:
        return Drop("cancelled", "the plan no longer holds what it is about")
    if about.state != "planned":
        return Drop("cancelled", f"what it is about is {about.state}")
    if (about.ends_at if claimed.what == "closing" else about.starts_at) != claimed.target_start:
        return Drop("expired", MOVED)
    return None


def deliver_due(
    engine: Engine,
    clock: Clock,
    sink: Sink,
    renderer: Renderer,
    settings: Settings,
    machine_time: MachineTime = utcnow,
) -> Counts:
    """Send all that is due now, once; what a single tick of a worker does."""
    return Delivery(engine, clock, sink, renderer, settings, machine_time).deliver()


class Delivery:
    """A worker's ticks. It keeps what the relay has taken and the database does not know yet."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        sink: Sink | Lines,
        renderer: Renderer,
        settings: Settings,
        machine_time: MachineTime = utcnow,
        *,
        batch: int = BATCH,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._lines = sink if isinstance(sink, Lines) else Lines([sink])
        self._renderer = renderer
        self._settings = settings
        self._machine_time = machine_time
        self._batch = batch
        self._lease = timedelta(seconds=settings.lease_seconds)
        # The relay may take its time over one mail; a row that is over too early would look lost.
        self._handing_lease = self._lease + timedelta(seconds=settings.smtp_timeout)
        self._name = f"{socket.gethostname()}/{os.getpid()}"
        self._taken: list[tuple[Claimed, Accepted]] = []
        self._relay_stopped = False
        self._digests: tuple[object, dict[str, list[Occurrence]]] = (None, {})

    def deliver(self, stopping: Callable[[], bool] = lambda: False) -> Counts:
        """Send all that is due until nothing is, or until `stopping` says so; then let go of the rest."""
        counts = Counts()
        self._flush()
        while not stopping():
            claimed = self._claim(counts)
            if not claimed:
                break
            try:
                going = self._send_all(claimed, counts, stopping)
            finally:
                self._flush()
                self._give_back(claimed)
            if not going:
                break
        return counts

    def _claim(self, counts: Counts) -> list[Claimed]:
        now, at = self._clock.now(), self._machine_time()
        with reading(self._engine) as connection:
            stopped = relay.find_stop(connection)
            self._relay_stopped = stopped is not None
            if not _anything_due(connection, now):
                return []
        with transaction(self._engine) as connection:
            counts.ended += outbox.expire_overdue(connection, now, machine_time=self._machine_time)
            if stopped is not None and at < stopped.resume_after:
                return []
            # A relay that was down is tried with one mail.
            wanted = 1 if stopped else self._batch
            granted = relay.take_quota(connection, wanted, self._settings, at)
        if not granted:
            return []
        claimed = outbox.claim(
            self._engine, now, granted, self._name, lease=self._lease, machine_time=self._machine_time
        )
        if len(claimed) < granted and relay.per_minute(self._settings):
            with transaction(self._engine) as connection:
                relay.return_quota(connection, granted - len(claimed))
        return claimed

    def _send_all(self, claimed: list[Claimed], counts: Counts, stopping: Callable[[], bool]) -> bool:
        """Send a batch; False where the tick should end: asked to stop, relay away, lease nearly over."""
        began, in_a_row = self._machine_time(), 0
        for some in in_parts(claimed, len(self._lines)):
            if stopping():
                return False
            if self._machine_time() - began > self._lease / 2:
                return True  # what is left is given back and claimed anew
            for outcome in self._send_some(some, counts):
                if isinstance(outcome, RelayDown):
                    return False
                in_a_row = in_a_row + 1 if isinstance(outcome, Retry) else 0
                if isinstance(outcome, Retry) and in_a_row >= _MOST_RETRIES:
                    log.warning("the relay puts everything off: %s", outcome.reason)
                    return False
        return True

    def _send_some(self, some: Sequence[Claimed], counts: Counts) -> list[Outcome]:
        """Send one mail on each line; what became of those that went out."""
        now = self._clock.now()
        ready: list[tuple[Claimed, Mail]] = []
        for claimed in some:
            said = self._written(claimed, now)
            if isinstance(said, Mail):
                ready.append((claimed, said))
            else:
                self._lay_aside(claimed, said, counts)
        going = self._handed_over(ready, now, counts)
        outcomes = self._lines.send(
            [Parcel(mail, self._still_wanted(claimed, now)) for claimed, mail in going]
        )
        ends = list(zip((claimed for claimed, _ in going), outcomes, strict=True))
        # First what is only kept here: the others are written at once, and the database may be away.
        for claimed, outcome in sorted(ends, key=lambda end: not isinstance(end[1], Accepted)):
            self._finish(claimed, outcome, counts)
        return outcomes

    def _lay_aside(self, claimed: Claimed, said: Drop | Later | None, counts: Counts) -> None:
        with transaction(self._engine) as connection:
            if isinstance(said, Drop):
                counts.ended += outbox.drop(
                    connection, claimed, said.state, said.reason, machine_time=self._machine_time
                )
            else:
                counts.put_back += outbox.put_back(
                    connection,
                    claimed,
                    due_at=said.due_at if said else None,
                    reason=said.reason if said else "",
                    machine_time=self._machine_time,
                )

    def _still_wanted(self, claimed: Claimed, now: datetime) -> StillWanted:
        """Looks again where the relay took its time before the content is handed over."""
        began = time.monotonic()

        def ask() -> bool:
            if time.monotonic() - began < _AT_ONCE:
                return True
            try:
                with reading(self._engine) as connection:
                    return outbox.still_wanted(connection, claimed, now)
            except Unavailable:
                return False  # it could not be written down either

        return ask

    def _written(self, claimed: Claimed, now: datetime) -> Mail | Drop | Later:
        """The mail, or what becomes of the row without one."""
        said = verdict(claimed, now, timedelta(minutes=self._settings.change_delay_minutes))
        if said is not None:
            return said
        try:
            letter = self._letter(claimed, now)
            return letter if isinstance(letter, Drop) else self._renderer.mail(letter, self._machine_time())
        except Exception:
            # One letter that cannot be written must not hold up all that are due after it.
            log.exception("reminder %s cannot be written; it is tried again later", claimed.id)
            return Later(now + _AFTER_A_FAULT, "the mail could not be written; the log says why")

    def _handed_over(
        self, ready: Sequence[tuple[Claimed, Mail]], now: datetime, counts: Counts
    ) -> list[tuple[Claimed, Mail]]:
        """Those whose rows say that they go out now, one for each line: what a kill can leave open."""
        if not ready:
            return []
        going = []
        with transaction(self._engine) as connection:
            # In the commit that is due anyway, so that a worker that dies leaves open what it was at alone.
            resumed = self._write_taken(connection)
            for claimed, mail in ready:
                ours = outbox.hand_over(
                    connection,
                    claimed,
                    now,
                    message_id=mail.message_id,
                    lease=self._handing_lease,
                    machine_time=self._machine_time,
                )
                if ours:
                    going.append((claimed, mail))
        self._forget_taken(resumed)
        sent_now = {claimed.id for claimed, _ in going}
        for claimed, _ in ready:
            if claimed.id not in sent_now:
                # Not ours, or changed since it was claimed: it is looked at anew.
                self._lay_aside(claimed, None, counts)
        return going

    def _letter(self, claimed: Claimed, now: datetime) -> Letter | Drop:
        assert claimed.recipient is not None  # noqa: S101 - `verdict` has looked
        occurrences: list[Occurrence] = []
        if claimed.what == "digest":
            occurrences = self._digest(claimed, now)
            if not occurrences:
                return Drop("cancelled", "nothing is ahead that the digest could tell")
        return Letter(
            reminder_id=claimed.id,
            key=claimed.key,
            what=claimed.what,
            lead="" if claimed.what == "change" else claimed.lead,
            recipient=claimed.recipient,
            target_start=claimed.target_start,
            now=now,
            occurrence=claimed.occurrence,
            occurrences=occurrences,
            facts=_facts(claimed),
        )

    def _digest(self, claimed: Claimed, now: datetime) -> list[Occurrence]:
        period = digests.Period.read(claimed.subject)
        assert claimed.recipient is not None  # noqa: S101 - `verdict` has looked
        with reading(self._engine) as connection:
            plans = connection.execute(select(func.count(), func.sum(plan.c.revision))).one()
            told = plans_told(connection)
            theirs = select(subscriber.c.filters, subscriber.c.office_id)
            row = connection.execute(theirs.where(subscriber.c.id == claimed.recipient.id)).first()
            wanted = Selection.from_json(row.filters if row else {})
            # Many readers' digests tell the same days; they are read again once a plan changes.
            seen = tuple(plans), now.replace(second=0, microsecond=0)
            if self._digests[0] != seen:
                self._digests = seen, {}
            known = self._digests[1]
            if claimed.subject not in known:
                known[claimed.subject] = digests.ahead(connection, period, now)
        found = known[claimed.subject]
        if told is not None and row is not None:
            found = [one for one in found if one.plan in told[row.office_id]]
        return digests.contents(found, period, wanted, ZoneInfo(claimed.recipient.timezone))

    # --- what became of it ------------------------------------------------------------------

    def _finish(self, claimed: Claimed, outcome: Outcome, counts: Counts) -> None:
        if isinstance(outcome, Accepted):
            counts.sent += 1
            self._taken.append((claimed, outcome))
            return
        now, at = self._clock.now(), self._machine_time()
        with transaction(self._engine) as connection:
            state = outbox.finish(connection, claimed, outcome, now, machine_time=self._machine_time)
            if isinstance(outcome, RelayDown):
                stop = relay.stop(connection, outcome.reason, at)
        if isinstance(outcome, RelayDown):
            counts.relay_down += 1
            log.error(
                "the relay takes no mail: %s; nothing is sent until it does, next try at %s",
                outcome.reason,
                stop.resume_after.isoformat(timespec="seconds"),
            )
        elif isinstance(outcome, Unknown):
            counts.unknown += 1
            log.warning("reminder %s may have arrived: %s; a person decides", claimed.id, outcome.reason)
        elif isinstance(outcome, Failed):
            counts.failed += 1
            log.warning("reminder %s is refused: %s", claimed.id, outcome.reason)
        elif state == "expired":
            counts.ended += 1
        else:
            counts.retried += 1

    def _flush(self) -> None:
        """Write down what the relay has taken. Where the database is away it is kept for the next tick."""
        if self._taken:
            with transaction(self._engine) as connection:
                resumed = self._write_taken(connection)
            self._forget_taken(resumed)

    def _write_taken(self, connection: Connection) -> bool:
        """Write down what the relay has taken; True where it had been stopped and is used again."""
        if not self._taken:
            return False
        outbox.finish_accepted(connection, self._taken, self._machine_time)
        return self._relay_stopped and relay.resume(connection)

    def _forget_taken(self, resumed: bool) -> None:
        self._taken = []
        if resumed:
            self._relay_stopped = False
            log.info("the relay takes mail again")

    def _give_back(self, claimed: list[Claimed]) -> None:
        with transaction(self._engine) as connection:
            outbox.give_back(connection, claimed[0].token, machine_time=self._machine_time)


def _facts(claimed: Claimed) -> dict[str, object]:
    if claimed.what != "digest":
        return dict(claimed.facts)
    period = digests.Period.read(claimed.subject)
    return {"first": period.first.isoformat(), "last": period.last.isoformat(), "days": period.days}


def _anything_due(connection: Connection, now: datetime) -> bool:
    question = select(reminder.c.id).where(IS_DUE, reminder.c.due_at <= now).limit(1)
    return connection.scalar(question) is not None
