"""The outbox on both databases: claiming and finishing in batches, and whole ticks with every commit.

    python -m bench.reminders

Wall time, the best of several rounds; the rows are written before the clock runs. Handing over is one commit
a mail and is measured in the whole tick alone: with a mail writer and a relay that cost nothing, what is left
is the outbox.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, insert, select, text, update

from scheduler.clock import FixedClock
from scheduler.reminders.outbox.claiming import claim
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.outbox.outbox import finish_accepted
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.sink import Accepted, Letter, Mail, Outcome, StillWanted, always
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.database.schema import migrate
from scheduler.store.instants import zone
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.plans.plan_rows import add_items, save_plan
from scheduler.store.plans.read_model import Item, Plan
from scheduler.store.tables import office, reminder, reminder_log, subscriber
from tests.postgres_server import CannotStartError, postgres_server

READERS, BATCH, ROUNDS = 20_000, 500, 3
NOW = datetime.fromisoformat("2024-04-16T08:00+07:00")
AT = datetime(2026, 1, 5, tzinfo=UTC)
LINES = {"sqlite": 25_000, "postgresql": 30_000}
WHOLE_TICK = 1_000


class NoRenderer:
    """Writes the same mail each time."""

    def mail(self, letter: Letter, at: datetime) -> Mail:
        return Mail("<one@bench>", "lich@example.org", letter.recipient.email, b"mail")


class NoSink:
    """Takes everything."""

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        return Accepted("250 OK")

    def close(self) -> None:
        pass


def fill(engine: Engine) -> None:
    """One plan with an airing tomorrow, and readers who want to be told a day before."""
    migrate(engine)
    start = datetime(2024, 4, 17, 17, 45)
    with transaction(engine) as connection:
        plan = Plan("bench", "Kế hoạch", "Sở", 2024, start.date(), start.date())
        saved = save_plan(connection, plan, AT)
        ids = add_items(connection, saved.id, [Item("1", "Chuyên mục", 1)], AT)
        airing = OccurrenceRow(
            "occ_bench", "bench@airslot.example", saved.id, ids["1"], "1", "2024-04", "premiere", start
        )
        insert_rows(connection, [airing], zone(saved.timezone), AT)
        facts: dict[str, Any] = {
            "office_id": connection.scalar(select(office.c.id)),
            "language": "vi",
            "state": "active",
            "timezone": saved.timezone,
            "leads": ["P1D"],
            "filters": {},
            "notices": True,
            "link_salt": "salt",
            "created_at": AT,
            "updated_at": AT,
        }
        people = [facts | {"id": f"sub_{n:06}", "email": f"{n}@example.org"} for n in range(READERS)]
        connection.execute(insert(subscriber), people)


def owe(engine: Engine) -> float:
    """Make everything owed anew; rows a second that the horizon writes."""
    with transaction(engine) as connection:
        connection.execute(delete(reminder_log))
        connection.execute(delete(reminder))
    began = time.perf_counter()
    made = materialise(engine, NOW, Settings())
    took = time.perf_counter() - began
    assert made == READERS, made
    return READERS / took


def settle(engine: Engine) -> None:
    """What autovacuum does in use: the rows that the round before deleted here are none of an outbox."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE reminder"))


def claim_and_finish(engine: Engine) -> float:
    """Rows a second through claim and finish, in batches; what lies between them is not counted."""
    took, done = 0.0, 0
    while True:
        began = time.perf_counter()
        claimed = claim(engine, NOW, BATCH, "bench")
        took += time.perf_counter() - began
        if not claimed:
            break
        with transaction(engine) as connection:
            mine = update(reminder).where(reminder.c.token == claimed[0].token)
            connection.execute(mine.values(state="handing_over"))
        began = time.perf_counter()
        with transaction(engine) as connection:
            done += finish_accepted(connection, [(one, Accepted("250 OK")) for one in claimed])
        took += time.perf_counter() - began
    assert done == READERS, done
    return done / took


def whole_ticks(engine: Engine) -> float:
    """Mails a second from due to accepted, each hand-over in a commit of its own."""
    delivery = Delivery(engine, FixedClock(NOW), NoSink(), NoRenderer(), Settings())
    began = time.perf_counter()
    sent = 0
    # Asked after each mail, so the figure is a part of the rows; the rest would only take longer.
    sent = delivery.deliver(lambda: time.perf_counter() - began > 3).sent
    return sent / (time.perf_counter() - began)


@contextmanager
def databases() -> Iterator[list[Engine]]:
    """A SQLite file and, where it can start, a PostgreSQL that syncs to the disk as in use."""
    with tempfile.TemporaryDirectory() as folder:
        sqlite = Path(folder) / "bench.db"
        first = open_engine(f"sqlite:///{sqlite}")
        try:
            with postgres_server(options="") as server:
                name = server.create()
                second = open_engine(server.url(name))
                yield [first, second]
                second.dispose()
        except CannotStartError as why:
            print(f"  PostgreSQL is left out: {why}")
            yield [first]
        finally:
            first.dispose()


def main() -> bool:
    """Measure and print; False where a line was missed."""
    print(f"  reminders, rows a second ({READERS:,} rows, batches of {BATCH})")
    good = True
    with databases() as engines:
        for engine in engines:
            fill(engine)
            name = engine.dialect.name
            owed, batched, ticked = 0.0, 0.0, 0.0
            for _ in range(ROUNDS):
                owed = max(owed, owe(engine))
                settle(engine)
                batched = max(batched, claim_and_finish(engine))
            owe(engine)
            ticked = whole_ticks(engine)
            for what, found, line in (
                ("horizon", owed, 0),
                ("claim and finish", batched, LINES[name]),
                ("whole tick, a commit a mail", ticked, WHOLE_TICK),
            ):
                kept = found >= line
                good = good and kept
                against = f"{'>=' if kept else 'MISSED'} {line:,}" if line else ""
                print(f"    {name:11} {what:28} {found:10,.0f}  {against}")
    return good


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
