"""Subscribers, occurrences and outbox rows for the tests of reminders."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from scheduler.clock import Clock
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.sending.dispatch import Counts, Delivery
from scheduler.reminders.transport.sink import (
    Accepted,
    Letter,
    Mail,
    Outcome,
    Renderer,
    Sink,
    StillWanted,
    always,
)
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.outbox.reminders import steps_of
from scheduler.store.tables import office, reminder, subscriber
from tests.store import samples

AT = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)  # machine time
NOW = datetime.fromisoformat("2024-04-16T08:00+07:00")  # plan time
AIRING = datetime(2024, 4, 17, 17, 45)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text + "+07:00")


def add_plan(engine: Engine, **facts: Any) -> samples.Stored:
    with transaction(engine) as connection:
        return samples.store(connection, replace(samples.PLAN, **facts))


def add_airing(
    engine: Engine,
    stored: samples.Stored,
    start: date | datetime = AIRING,
    timezone: str = samples.PLAN.timezone,
    **facts: Any,
) -> OccurrenceRow:
    row = samples.airing(stored, start, **{"channel": "KG", **facts})
    with transaction(engine) as connection:
        samples.write(connection, row, timezone=timezone)
    return row


def add_window(engine: Engine, stored: samples.Stored, first: date, last: date) -> OccurrenceRow:
    row = samples.window(stored, first, last)
    with transaction(engine) as connection:
        samples.write(connection, row)
    return row


def subscriber_facts(name: str, office_id: int, **facts: Any) -> dict[str, Any]:
    return {
        "id": f"sub_{name}",
        "office_id": office_id,
        "email": f"{name}@example.org",
        "language": "vi",
        "state": "active",
        "timezone": "Asia/Ho_Chi_Minh",
        "leads": ["P1D", "PT2H"],
        "filters": {},
        "quiet_from": None,
        "quiet_until": None,
        "digest": None,
        "notices": True,
        "link_salt": "salt",
        "created_at": AT,
        "updated_at": AT,
        **facts,
    }


def add_subscriber(engine: Engine, name: str = "an", **facts: Any) -> str:
    with transaction(engine) as connection:
        office_id = connection.scalar(select(office.c.id)) or 0
        row = subscriber_facts(name, office_id, **facts)
        connection.execute(insert(subscriber), row)
    return str(row["id"])


def owed(
    subscriber_id: str, about: OccurrenceRow | str, due_at: datetime = NOW, **facts: Any
) -> dict[str, Any]:
    """A row of the outbox that is due."""
    start = local(AIRING.isoformat())
    return {
        "subscriber_id": subscriber_id,
        "what": "reminder",
        "subject_kind": "occurrence",
        "subject": about if isinstance(about, str) else about.id,
        "lead": "P1D",
        "target_start": start,
        "state": "due",
        "due_at": due_at,
        "useful_until": start,
        "attempts": 0,
        "created_at": AT,
        "updated_at": AT,
        **facts,
    }


def add_owed(engine: Engine, *rows: Mapping[str, Any]) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(reminder), list(rows))


def many_owed(engine: Engine, count: int, **facts: Any) -> OccurrenceRow:
    """One airing and as many subscribers as rows are owed."""
    airing = add_airing(engine, add_plan(engine))
    with transaction(engine) as connection:
        office_id = connection.scalar(select(office.c.id)) or 0
        people = [subscriber_facts(f"{n:06}", office_id) for n in range(count)]
        connection.execute(insert(subscriber), people)
        connection.execute(insert(reminder), [owed(one["id"], airing, **facts) for one in people])
    return airing


def spread(engine: Engine, dice: Random, hours: float) -> None:
    """Let each row of the outbox be due at a moment of the next hours."""
    with transaction(engine) as connection:
        for reminder_id in connection.scalars(select(reminder.c.id)).all():
            step = update(reminder).where(reminder.c.id == reminder_id)
            connection.execute(step.values(due_at=later(dice.random() * hours)))


def rows(engine: Engine, *columns: str, **where: Any) -> list[Any]:
    """The outbox by due time: whole rows, or the columns named."""
    chosen: list[Any] = [reminder.c[name] for name in columns] or [reminder]
    question = select(*chosen).order_by(reminder.c.due_at, reminder.c.id).filter_by(**where)
    with reading(engine) as connection:
        return [tuple(row) if columns else row for row in connection.execute(question)]


def states(engine: Engine) -> Counter[str]:
    return Counter(row.state for row in rows(engine))


def steps(connection: Connection, reminder_id: int) -> list[tuple[str, str]]:
    found = connection.execute(steps_of(select(reminder.c.id).where(reminder.c.id == reminder_id)))
    return [(row.from_state, row.to_state) for row in found]


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


class PlainRenderer:
    """Mails of one line that say what they are about."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []

    def mail(self, letter: Letter, at: datetime) -> Mail:
        self.letters.append(letter)
        return Mail(f"<{letter.key}@test>", "lich@example.org", letter.recipient.email, letter.key.encode())


class CountingSink:
    """Takes every mail, or answers what `answer` says; remembers all that it took."""

    def __init__(self, answer: Callable[[str], Outcome] = lambda _: Accepted("250 OK")) -> None:
        self.answer = answer
        self.tried: list[str] = []
        self.taken: list[str] = []
        self.closed = 0
        self._lock = threading.Lock()

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        outcome = self.answer(recipient)
        with self._lock:
            self.tried.append(recipient)
            if isinstance(outcome, Accepted):
                self.taken.append(message.decode())
        return outcome

    def close(self) -> None:
        self.closed += 1


def later(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)
