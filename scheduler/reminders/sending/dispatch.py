"""One tick of a worker: claim what is due, write the mail, hand over, send, write down what became of it.

For each mail `handing_over` is committed before the relay hears of it, and with it that the relay has taken
the mail before. Before each hand-over the row is looked at once more (`verdict`, `hand_over_all`),
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

from sqlalchemy import Connection, Engine, select

from scheduler.clock import Clock
from scheduler.errors import Unavailable
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.outbox import outbox
from scheduler.reminders.outbox.claiming import Claimed, claim
from scheduler.reminders.sending.handing_over import hand_over_all, still_wanted
from scheduler.reminders.sending.verdicts import Drop, Later
from scheduler.reminders.sending.writing import Writer
from scheduler.reminders.transport import relay
from scheduler.reminders.transport.lines import Lines, Parcel
from scheduler.reminders.transport.relay_watch import RelayWatch, of_a_round
from scheduler.reminders.transport.sink import (
    Accepted,
    Failed,
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
from scheduler.store.database.engine import one_statement, reading, transaction
from scheduler.store.outbox.reminders import IS_DUE
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import reminder

log = logging.getLogger("airslot.reminders")

BATCH = 200
# Seconds: a relay that is as quick as that leaves no room for a change in between. Ten milliseconds do: an
# edit is on the disk before, and in a long run a mail that was no longer true went out.
_AT_ONCE = 0.002
# A relay that puts off so many in a row is away; the others need not be tried now.
_MOST_RETRIES = 10
# Seconds after which a mail that was written ahead is written anew.
_FRESH = 1.0
# What is due no longer is looked for once so often: that reads all that is due.
_OVERDUE_EVERY = timedelta(seconds=5)


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


class Delivery:
    """A worker's ticks. It keeps what it knows and the database does not yet: what the relay has taken, how
    other mails ended, and which were never offered to the relay, though they may count as handed over."""

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
        self._writer = Writer(engine, renderer, settings, machine_time)
        self._ahead: dict[int, Mail] = {}
        self._settings = settings
        self._machine_time = machine_time
        self._batch = batch
        self._lease = timedelta(seconds=settings.lease_seconds)
        # The relay may take its time over one mail; a row that is over too early would look lost.
        self._handing_lease = self._lease + timedelta(seconds=settings.smtp_timeout)
        self._name = f"{socket.gethostname()}/{os.getpid()}"
        self._taken: list[tuple[Claimed, Accepted]] = []
        self._ends: list[tuple[Claimed, Outcome]] = []
        self._left: list[Claimed] = []
        self._unoffered: list[Claimed] = []
        self._relay_stopped = False
        self._watch = RelayWatch()
        self._overdue_after: datetime | None = None

    def deliver(self, stopping: Callable[[], bool] = lambda: False) -> Counts:
        """Send all that is due until nothing is, or until `stopping` says so; then let go of the rest."""
        counts = Counts()
        self._overdue_after = None
        self._settle(counts)
        while not stopping():
            claimed = self._claim(counts)
            if not claimed:
                break
            left = list(claimed)
            try:
                going = self._send_all(left, counts, stopping)
            finally:
                self._left += left
                self._settle(counts)
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
            if self._overdue_after is None or at >= self._overdue_after:
                counts.ended += outbox.expire_overdue(connection, now, machine_time=self._machine_time)
                self._overdue_after = at + _OVERDUE_EVERY
            if stopped is not None and not stopped.is_over(at):
                return []
            # A relay that was down is tried with one mail.
            wanted = 1 if stopped else self._batch
            granted = relay.take_quota(connection, wanted, self._settings, at)
        if not granted:
            return []
        claimed = claim(
            self._engine, now, granted, self._name, lease=self._lease, machine_time=self._machine_time
        )
        if len(claimed) < granted and relay.per_minute(self._settings):
            with transaction(self._engine) as connection:
                relay.return_quota(connection, granted - len(claimed))
        return claimed

    def _send_all(self, left: list[Claimed], counts: Counts, stopping: Callable[[], bool]) -> bool:
        """Send a batch, taking out of it what was looked at; False where the tick should end: asked to stop,
        relay away."""
        began, in_a_row = self._machine_time(), 0
        self._ahead.clear()
        rounds = list(in_chunks(tuple(left), len(self._lines)))
        for some, following in zip(rounds, [*rounds[1:], ()], strict=True):
            if stopping():
                return False
            if self._machine_time() - began > self._lease / 2:
                return True  # what is left is given back and claimed anew
            del left[: len(some)]
            outcomes = self._send_some(some, following, counts)
            if self._stopped_by(outcomes):
                return False
            for outcome in outcomes:
                in_a_row = in_a_row + 1 if isinstance(outcome, Retry) else 0
                if isinstance(outcome, Retry) and in_a_row >= _MOST_RETRIES:
                    log.warning("the relay puts everything off: %s", outcome.reason)
                    return False
        return True

    def _send_some(
        self, some: Sequence[Claimed], following: Sequence[Claimed], counts: Counts
    ) -> Sequence[Outcome]:
        """Send one mail on each line, and write the following ones meanwhile; what became of those sent."""
        now = self._clock.now()
        try:
            going = self._handed_over(self._written(some, now, counts), now, counts)
        except Exception:
            # The database's answer is lost, and with it whether they count as handed over. None was offered.
            self._unoffered += some
            raise
        began = time.monotonic()
        outcomes = of_a_round(
            self._lines.send(
                [Parcel(mail, self._still_wanted(claimed, now)) for claimed, mail in going],
                meanwhile=lambda: self._write_ahead(following),
            )
        )
        if time.monotonic() - began > _FRESH:
            self._ahead.clear()
        for (claimed, _), outcome in zip(going, outcomes, strict=True):
            if isinstance(outcome, Accepted):
                self._taken.append((claimed, outcome))
                counts.sent += 1
            else:
                self._ends.append((claimed, outcome))
        self._write_ends(counts)
        return outcomes

    def _written(self, some: Sequence[Claimed], now: datetime, counts: Counts) -> list[tuple[Claimed, Mail]]:
        """Their mails; those that get none now are laid aside."""
        ready: list[tuple[Claimed, Mail]] = []
        for claimed in some:
            said = self._ahead.pop(claimed.id, None) or self._writer.written(claimed, now)
            if isinstance(said, Mail):
                ready.append((claimed, said))
            else:
                self._lay_aside(claimed, said, counts)
        return ready

    def _lay_aside(self, claimed: Claimed, said: Drop | Later | None, counts: Counts) -> None:
        with transaction(self._engine) as connection:
            if isinstance(said, Drop):
                ours = outbox.drop(
                    connection, claimed, said.state, said.reason, machine_time=self._machine_time
                )
                if said.state == "failed":
                    counts.failed += ours
                else:
                    counts.ended += ours
            else:
                counts.put_back += outbox.put_back(
                    connection,
                    claimed,
                    due_at=said.due_at if said else None,
                    reason=said.reason if said else "",
                    machine_time=self._machine_time,
                )

    def _write_ahead(self, following: Sequence[Claimed]) -> None:
        now = self._clock.now()
        for claimed in following:
            said = self._writer.written(claimed, now)
            if isinstance(said, Mail):
                self._ahead[claimed.id] = said

    def _still_wanted(self, claimed: Claimed, now: datetime) -> StillWanted:
        """Looks again where the relay took its time before the content is handed over."""
        began = time.monotonic()

        def ask() -> bool:
            if time.monotonic() - began < _AT_ONCE:
                return True
            try:
                with reading(self._engine) as connection:
                    return still_wanted(connection, claimed, now)
            except Unavailable:
                return False  # it could not be written down either

        return ask

    def _handed_over(
        self, ready: Sequence[tuple[Claimed, Mail]], now: datetime, counts: Counts
    ) -> list[tuple[Claimed, Mail]]:
        """Those whose rows say that they go out now, one for each line: what a kill can leave open."""
        if self._relay_stopped:
            self._write_taken()
        if self._relay_stopped and ready and not self._may_probe():
            for claimed, _ in ready:
                self._lay_aside(claimed, None, counts)
            return []
        if not ready:
            return []
        with one_statement(self._engine) as connection:
            # What was taken goes into the commit that is due anyway, so that a worker that dies leaves open
            # what it was at alone.
            ours = hand_over_all(
                connection,
                [(claimed, mail.message_id) for claimed, mail in ready],
                now,
                taken=self._taken,
                lease=self._handing_lease,
                machine_time=self._machine_time,
            )
        self._taken = []
        for claimed, _ in ready:
            if claimed.id not in ours:
                # Not ours, or changed since it was claimed: it is looked at anew.
                self._lay_aside(claimed, None, counts)
        return [one for one in ready if one[0].id in ours]

    # --- what became of it ------------------------------------------------------------------

    def settle(self) -> None:
        """Tell the database what is known here and not there; a worker's last word."""
        self._settle(Counts())

    def _settle(self, counts: Counts) -> None:
        """Where the database is away, all is kept for the next tick, which begins with it."""
        self._write_taken()
        self._write_ends(counts)
        if self._left or self._unoffered:
            with transaction(self._engine) as connection:
                both = [*self._left, *self._unoffered]
                outbox.give_back(connection, both, machine_time=self._machine_time)
                outbox.take_back(connection, self._unoffered, machine_time=self._machine_time)
            self._left, self._unoffered = [], []

    def _write_ends(self, counts: Counts) -> None:
        while self._ends:
            self._finish(*self._ends[0], counts)
            del self._ends[0]

    def _finish(self, claimed: Claimed, outcome: Outcome, counts: Counts) -> None:
        with transaction(self._engine) as connection:
            state = outbox.finish(
                connection, claimed, outcome, self._clock.now(), machine_time=self._machine_time
            )
            # It answered for this reader: it works.
            resumed = isinstance(outcome, Failed) and self._relay_stopped and relay.resume(connection)
        if resumed:
            self._relay_stopped = False
        if isinstance(outcome, RelayDown):
            counts.relay_down += 1
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

    def _stopped_by(self, outcomes: Sequence[Outcome]) -> bool:
        """Stop the relay for all workers where this round says that it takes no mail."""
        down = self._watch.fault(outcomes, self._relay_stopped)
        if down is None:
            return False
        with transaction(self._engine) as connection:
            stop = relay.stop(connection, down.reason, self._machine_time(), away=down.away)
        log.error(
            "the relay takes no mail: %s; nothing is sent until it does, next try at %s",
            down.reason,
            stop.resume_after.isoformat(timespec="seconds"),
        )
        return True

    def _may_probe(self) -> bool:
        with transaction(self._engine) as connection:
            return relay.take_probe(connection, self._machine_time())

    def _write_taken(self) -> None:
        if not self._taken:
            return
        with transaction(self._engine) as connection:
            outbox.finish_accepted(connection, self._taken, self._machine_time)
            resumed = self._relay_stopped and relay.resume(connection)
        self._taken = []
        if resumed:
            self._relay_stopped = False
            log.info("the relay takes mail again")


def _anything_due(connection: Connection, now: datetime) -> bool:
    question = select(reminder.c.id).where(IS_DUE, reminder.c.due_at <= now).limit(1)
    return connection.scalar(question) is not None
