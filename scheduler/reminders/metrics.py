"""Counts of the outbox for monitoring, in the text form that Prometheus reads (version 0.0.4).

They are asked of the database when somebody looks, so every process of an installation tells the same and
none of them has to be asked twice. The form is three lines a measure: a library would bring counters of
one process, which are the wrong ones here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from scheduler.machine_time import MachineTime
from scheduler.reminders.sending.pulse import Pulse, find_pulse
from scheduler.store.outbox.reminder_counts import LATE_SECONDS, ends
from scheduler.store.outbox.reminders import FIRST_DUE, IS_OPEN, IS_UNKNOWN, was_due
from scheduler.store.tables import REMINDER_STATES, WHATS, relay_state, reminder

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Sent or still waiting this long after it was due, a reminder counts as late.
LATE_AFTER = timedelta(seconds=LATE_SECONDS)
COUNTED = tuple(what for what in WHATS if what != "confirm")
# Where a row stays for good, so that its count only rises.
_ENDS = {"accepted": "sent", "failed": "failed", "expired": "expired", "cancelled": "cancelled"}


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """What the outbox holds at `now` (plan time). Mails that ask to confirm are counted with none of it.

    by_state     every state, and under it every `what`, how many rows
    late         sent more than LATE_AFTER after they were due; `what` -> how many
    waiting      due at `now` and not claimed, also where a relay put it off
    overdue      of these, due for longer than LATE_AFTER
    oldest_due   when the first of them was due for the first time; None where none waits
    stopped_at   when the relay was stopped (machine time), None while it runs; `stopped_for` says why
    pulse        the last sign of a worker; None where none ever ran
    """

    now: datetime
    by_state: Mapping[str, Mapping[str, int]]
    late: Mapping[str, int]
    waiting: int = 0
    overdue: int = 0
    oldest_due: datetime | None = None
    stopped_at: datetime | None = None
    stopped_for: str | None = None
    pulse: Pulse | None = None

    def of(self, state: str) -> int:
        """How many rows are in that state."""
        return sum(self.by_state[state].values())

    @property
    def oldest_due_age(self) -> timedelta:
        """How long the longest waiting one has been due; nothing where none waits."""
        return timedelta() if self.oldest_due is None else self.now - self.oldest_due


def count_outbox(connection: Connection, now: datetime) -> OutboxCounts:
    """Count the outbox at `now` (plan time); how reminders ended is counted since the last night alone."""
    by_state = {state: dict.fromkeys(COUNTED, 0) for state in REMINDER_STATES}
    lates = dict.fromkeys(COUNTED, 0)
    counted = reminder.c.what != "confirm"
    for which in (IS_OPEN, IS_UNKNOWN):
        question = select(reminder.c.state, reminder.c.what, func.count()).where(which, counted)
        for state, what, count in connection.execute(question.group_by(reminder.c.state, reminder.c.what)):
            by_state[state][what] = count
    for one in ends(connection):
        by_state[one.state][one.what] += one.number
        lates[one.what] += one.late
    waiting, oldest = connection.execute(
        select(func.count(), func.min(FIRST_DUE)).where(was_due(now), counted)
    ).one()
    relay = connection.execute(select(relay_state.c.stopped_at, relay_state.c.reason)).first()
    return OutboxCounts(
        now,
        by_state,
        lates,
        waiting,
        count_overdue(connection, now),
        oldest,
        relay.stopped_at if relay else None,
        relay.reason if relay and relay.stopped_at else None,
        find_pulse(connection),
    )


def count_overdue(connection: Connection, now: datetime) -> int:
    """How many reminders have waited for longer than LATE_AFTER since they were due."""
    counted = reminder.c.what != "confirm"
    return connection.scalar(select(func.count()).where(was_due(now - LATE_AFTER), counted)) or 0


def exposition(counts: OutboxCounts, machine_time: MachineTime) -> str:
    """The counts as Prometheus reads them; gauges in seconds, counters with `_total`."""
    return "".join(f"{line}\n" for line in _lines(counts, machine_time()))


def _lines(counts: OutboxCounts, at: datetime) -> Iterator[str]:
    yield from _measure(
        "airslot_reminders_due", "gauge", "Reminders due now and not yet taken.", counts.waiting
    )
    yield from _measure(
        "airslot_reminders_overdue",
        "gauge",
        f"Of these, due for more than {LATE_AFTER.seconds} seconds.",
        counts.overdue,
    )
    yield from _measure(
        "airslot_reminders_oldest_due_seconds",
        "gauge",
        "How long the longest waiting reminder has been due; 0 where none waits.",
        counts.oldest_due_age.total_seconds(),
    )
    yield from _measure(
        "airslot_reminders_ahead",
        "gauge",
        "Reminders made and not yet due.",
        counts.of("due") - counts.waiting,
    )
    yield from _measure(
        "airslot_reminders_under_way",
        "gauge",
        "Reminders that a worker holds.",
        counts.of("claimed") + counts.of("handing_over"),
    )
    yield from _measure(
        "airslot_reminders_unknown",
        "gauge",
        "Mails of which nobody knows whether they arrived; a person decides.",
        counts.of("unknown"),
    )
    for state, name in _ENDS.items():
        yield from _by_what(f"airslot_reminders_{name}_total", f"Reminders {name}.", counts.by_state[state])
    yield from _by_what(
        "airslot_reminders_late_total",
        f"Reminders sent more than {LATE_AFTER.seconds} seconds after they were due.",
        counts.late,
    )
    stopped = counts.stopped_at
    yield from _measure(
        "airslot_relay_stopped",
        "gauge",
        "1 while no mail is handed to the relay.",
        0 if stopped is None else 1,
    )
    yield from _measure(
        "airslot_relay_stopped_seconds",
        "gauge",
        "How long the relay has been stopped.",
        0 if stopped is None else max(0.0, (at - stopped).total_seconds()),
    )
    pulse = counts.pulse
    if pulse is not None:
        yield from _measure(
            "airslot_worker_silent_seconds",
            "gauge",
            "How long ago a worker gave a sign.",
            pulse.age(at).total_seconds(),
        )
    yield from _measure(
        "airslot_worker_held",
        "gauge",
        "1 while nothing is sent because the machine's clock jumped.",
        0 if pulse is None or pulse.held is None else 1,
    )


def _measure(name: str, kind: str, told: str, value: float) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} {kind}"
    yield f"{name} {value if isinstance(value, int) else format(value, '.3f')}"


def _by_what(name: str, told: str, values: Mapping[str, int]) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} counter"
    for what, value in values.items():
        yield f'{name}{{what="{what}"}} {value}'
