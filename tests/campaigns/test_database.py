"""Lines 9 to 12: a database that is cut, silent, read-only or another's at random while mails go out."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import OperationalError

from scheduler.clock import FixedClock
from scheduler.reminders.outbox.deciding import resolve_unknown
from scheduler.reminders.transport.lines import Lines
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.database.schema import HEAD
from scheduler.worker import Worker
from tests.campaigns.conftest import Begin, Fresh
from tests.postgres_server import PostgresServer
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import counting_relay
from tests.reminders.faults.scene import account, end_leases, settled, subscribers, until
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    later,
    many_owed,
    rows,
    spread,
    states,
)
from tests.store.line import Line, line_to
from tests.store.read_only import read_only

MAILS = 120
STEP = timedelta(seconds=20)
LATER_SCHEMA = "2099_01_05_later"


class Faults:
    """What goes wrong on one worker's way to the database, from a statement on that nobody chose."""

    def __init__(self, engine: Engine, dice: Random) -> None:
        self.dice, self.off = dice, False
        self.left, self.moment, self.cuts = -1, "", 0
        self._commit = engine.dialect.do_commit
        event.listen(engine, "engine_connect", self._connecting)
        event.listen(engine, "before_cursor_execute", self._before)
        event.listen(engine, "after_cursor_execute", self._after)
        engine.dialect.do_commit = self._committing  # type: ignore[method-assign,assignment]

    def cut_soon(self) -> None:
        self.left = self.dice.randint(1, 12)
        self.moment = self.dice.choice(("before", "after", "commit", "committed"))

    def _reached(self, moment: str) -> bool:
        if self.moment != moment or self.left < 0:
            return False
        self.left -= 1
        cut = self.left < 0
        self.off, self.cuts = self.off or cut, self.cuts + cut
        return cut

    def _connecting(self, connection: Any) -> None:
        if self.off:
            connection.close()
            raise OperationalError("", {}, Exception("the line is cut"))

    def _before(self, connection: Any, cursor: Any, statement: str, *_: object) -> None:
        if self._reached("before"):
            raise OperationalError(statement, {}, Exception("the line was cut"))

    def _after(self, connection: Any, cursor: Any, statement: str, *_: object) -> None:
        if self._reached("after"):
            raise OperationalError(statement, {}, Exception("the line was cut"))

    def _committing(self, connection: Any) -> None:
        if self._reached("commit"):
            raise OperationalError("COMMIT", {}, Exception("the line was cut"))
        self._commit(connection)
        if self._reached("committed"):
            raise OperationalError("COMMIT", {}, Exception("the answer was lost"))


class Office:
    """Two workers over one database, each by a way of its own, for whom time goes on."""

    def __init__(self, engine: Engine, url: str, dice: Random, line: Line | None) -> None:
        self.engine, self.dice, self.line = engine, dice, line
        self.passed, self.clock, self.sink = timedelta(), FixedClock(NOW), CountingSink()
        self.ways = [open_engine(url, longest_statement=0.5) for _ in range(2)]
        self.faults = [Faults(way, dice) for way in self.ways]
        self.workers = [self._worker(way) for way in self.ways]

    def _worker(self, way: Engine) -> Worker:
        lines = Lines([self.sink for _ in range(self.dice.randint(1, 3))])
        return Worker(
            way, self.clock, lines, PlainRenderer(), Settings(), lambda: AT + self.passed,
            passed=lambda: self.passed.total_seconds(),
        )  # fmt: skip

    def live(self) -> int:
        """A step under a fault, or without; how many mails went out that should not have."""
        chance, wrong = self.dice.random(), 0
        for fault in self.faults:
            fault.off = fault.off and self.dice.random() < 0.5
            if self.dice.random() < 0.4:
                fault.cut_soon()
        with ExitStack() as stack:
            if chance < 0.08:
                for way in self.ways:
                    stack.enter_context(read_only(way))
            elif chance < 0.16:
                stack.enter_context(self.at_a_later_schema())
                before = len(self.sink.tried)
                self.tick()
                wrong = len(self.sink.tried) - before
            elif chance < 0.2 and self.line is not None:
                stack.enter_context(silent(self.line))
            self.tick()
        return wrong

    def tick(self) -> None:
        for worker in self.workers:
            worker.release()
            worker.look_ahead()
            worker.deliver()
        self.passed += STEP
        self.clock.move_to(NOW + self.passed)

    @contextmanager
    def at_a_later_schema(self) -> Iterator[None]:
        """As another release's migration leaves it; the workers look before they send again."""
        for fault in self.faults:
            fault.off, fault.left = False, -1
        self._stand_at(LATER_SCHEMA)
        for worker in self.workers:
            worker.release()
        yield
        self._stand_at(HEAD)

    def _stand_at(self, revision: str) -> None:
        with transaction(self.engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :at"), {"at": revision})

    def settle(self) -> None:
        """No more faults; what a lease held is free, what is in doubt a person knows."""
        for fault in self.faults:
            fault.off, fault.left = False, -1
        for _ in range(10):
            self.tick()
        end_leases(self.engine)
        for _ in range(2):
            for row in rows(self.engine, state="unknown"):
                arrived = f"{row.subscriber_id.removeprefix('sub_')}@example.org" in self.sink.tried
                with transaction(self.engine) as connection:
                    resolve_unknown(connection, row.id, arrived, self.clock.now())
            for _ in range(10):
                self.tick()
        for way in self.ways:
            way.dispose()


@contextmanager
def silent(line: Line) -> Iterator[None]:
    line.go_silent()
    try:
        yield
    finally:
        line.speak_again()


# What is raised within SQLAlchemy's events leaves connections to nobody.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_fault_of_the_database_loses_or_doubles_a_mail(
    campaign: Begin,
    fresh: Fresh,
    request: pytest.FixtureRequest,
    database_kind: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL, "airslot.worker")
    with campaign("9-12 a database cut, silent, read-only, migrated at random", 1, 40) as counted:
        unknown = cuts = 0
        for dice in counted.each():
            with fresh() as engine, ExitStack() as stack:
                url, line = engine.url.render_as_string(hide_password=False), None
                if database_kind == "postgresql":
                    server: PostgresServer = request.getfixturevalue("postgres")
                    line = stack.enter_context(line_to(server))
                    url = line.url(f"postgresql://postgres@/{engine.url.database}")
                many_owed(engine, MAILS, useful_until=later(5))
                spread(engine, dice, 30 * STEP / timedelta(hours=1))
                office = Office(engine, url, dice, line)
                let_in = sum(office.live() for _ in range(30))
                unknown += states(engine)["unknown"]
                cuts += sum(fault.cuts for fault in office.faults)
                office.settle()
                tried = office.sink.tried
                wrong = "" if states(engine) == {"accepted": MAILS} else str(dict(states(engine)))
                lost, doubled = MAILS - len(set(tried)), len(tried) - len(set(tried))
                counted.judge(lost=lost, doubled=doubled, let_in=let_in, wrong=wrong)
        counted.beside += [f"{cuts} cuts", f"unknown {unknown}, each decided by a person"]


SENT = 60


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_file_that_is_taken_away_under_a_worker_and_put_back_costs_nothing(
    campaign: Begin, fresh: Fresh, tmp_path: Path
) -> None:
    """Its log removed, or the file moved away and another put there; then a kill, and the former one back."""
    with campaign("9 a SQLite file or its log taken away under a worker", 1, 12) as counted:
        unknown = 0
        for dice in counted.each():
            with fresh() as engine, counting_relay() as relay:
                subscribers(engine, SENT)
                path = Path(str(engine.url.database))
                engine.dispose()
                shutil.copyfile(path, backup := path.with_name("backup.db"))
                with workers(f"sqlite:///{path}", relay.port, tmp_path) as team:
                    one = team.start()
                    relay.wait_for(dice.randint(1, SENT - 10))
                    is_log = dice.random() < 0.5
                    if is_log:
                        Path(f"{path}-wal").unlink()
                    else:
                        path.rename(away := path.with_name("away.db"))
                        if dice.random() < 0.5:
                            backup.replace(path)
                    until(lambda one=one: "airslot.db" in one.said(), relay)  # type: ignore[misc]
                    held = len(relay.taken)
                    one.kill() if dice.random() < 0.5 else one.stop()
                    let_in = max(0, len(relay.taken) - held - 1)
                    if not is_log:
                        away.replace(path)
                    end_leases(engine)
                    team.start()
                    settled(engine, relay, SENT)
                    found = account(engine, relay)
                unknown += found.unknown
                counted.judge(lost=found.lost, doubled=found.doubled, let_in=let_in)
        counted.beside.append(f"unknown {unknown}")
