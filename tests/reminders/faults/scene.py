"""The scene of the faults: one airing, many subscribers, and what the outbox says about them at the end."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, select, update

from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.tables import office, reminder, subscriber
from tests.reminders import samples
from tests.reminders.faults.relay import Relay

DEADLINE = 60.0
UNSETTLED = ("due", "claimed", "handing_over")


@dataclass(frozen=True, slots=True)
class Account:
    """What the outbox says was sent, held against what the relay took.

    lost      accepted here but never taken there, or nowhere at all
    doubled   copies too many that the relay took
    unknown   held for a person to decide
    """

    states: Counter[str]
    lost: int
    doubled: int
    unknown: int


class Pace:
    """A relay that takes its time over each mail; goes into `Relay.before`."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._never = seconds, threading.Event()

    def __call__(self, verb: str, line: int) -> None:
        if verb == "DOT":
            self._never.wait(self._seconds)


def subscribers(engine: Engine, count: int) -> OccurrenceRow:
    """One airing tomorrow and so many people who are due to be told of it now, by a lead of a day."""
    airing = samples.add_airing(engine, samples.add_plan(engine))
    add_people(engine, count)
    return airing


def add_people(engine: Engine, count: int, first: int = 0) -> None:
    """So many subscribers more, who are owed what the worker works out."""
    with transaction(engine) as connection:
        _insert_people(connection, count, first)


def add_owed_people(engine: Engine, airing: OccurrenceRow, count: int, first: int = 0) -> None:
    """So many subscribers more and what each is owed: due from the moment of the commit."""
    with transaction(engine) as connection:
        people = _insert_people(connection, count, first)
        connection.execute(insert(reminder), [samples.owed(person, airing) for person in people])


def _insert_people(connection: Connection, count: int, first: int) -> list[str]:
    office_id = connection.scalar(select(office.c.id)) or 0
    names = [f"{n:06}" for n in range(first, first + count)]
    people = [samples.subscriber_facts(name, office_id, leads=["P1D"]) for name in names]
    connection.execute(insert(subscriber), people)
    return [person["id"] for person in people]


def states(engine: Engine) -> Counter[str]:
    """How many reminders are in each state; notices of changes are left out."""
    counts = select(reminder.c.state, func.count()).where(reminder.c.what == "reminder")
    with reading(engine) as connection:
        found = connection.execute(counts.group_by(reminder.c.state))
        return Counter({row[0]: row[1] for row in found})


def settled(engine: Engine, relay: Relay, count: int, deadline: float = DEADLINE) -> Counter[str]:
    """The states once there are `count` rows and none is on its way any more."""
    found: Counter[str] = Counter()

    def done() -> bool:
        nonlocal found
        found = states(engine)
        return sum(found.values()) >= count and not any(found[state] for state in UNSETTLED)

    until(done, relay, deadline, lambda: f"the outbox is not settled: {dict(found)}")
    return found


def until(
    condition: Callable[[], bool], relay: Relay, deadline: float = DEADLINE, said: Callable[[], str] = str
) -> None:
    """Ask again whenever the relay has taken a mail, and at least some times a second."""
    end = time.monotonic() + deadline
    while not condition():
        assert time.monotonic() < end, said() or f"it did not come to pass within {deadline} s"
        with relay.changed:
            relay.changed.wait(0.1)


def end_leases(engine: Engine) -> None:
    """Let the leases of workers that are dead be over now."""
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(lease_until=datetime(2001, 1, 1, tzinfo=UTC)))


def account(engine: Engine, relay: Relay) -> Account:
    """Hold each row against what the relay took of it."""
    with reading(engine) as connection:
        rows = connection.execute(select(reminder.c.message_id, reminder.c.state)).all()
    copies = relay.copies()
    told = Counter(row.state for row in rows)
    lost = sum(row.state == "accepted" and copies[row.message_id] == 0 for row in rows)
    lost += sum(row.state not in ("accepted", "unknown") for row in rows)
    return Account(told, lost, relay.doubled(), told["unknown"])
