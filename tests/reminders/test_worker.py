"""The worker: its ticks, its stop, and a real process that is asked to end."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, text, update

from api.app import create_app
from scheduler.clock import FixedClock
from scheduler.errors import Unavailable
from scheduler.reminders.outbox import claiming
from scheduler.reminders.sending import handing_over
from scheduler.reminders.transport.sink import Accepted, Outcome, StillWanted, always
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.database.schema import HEAD
from scheduler.store.tables import plan, reminder
from scheduler.worker import Worker, run_worker
from tests.postgres_server import PostgresServer
from tests.reminders.samples import (
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    many_owed,
    states,
)
from tests.store.line import line_to
from tests.store.read_only import read_only

SOON = 30  # seconds that a test waits at most for what should come at once


def worker(engine: Engine, sink: CountingSink, settings: Settings | None = None) -> Worker:
    return Worker(engine, FixedClock(NOW), sink, PlainRenderer(), settings or Settings())


class Waiting(CountingSink):
    """Says when it has taken as many as were hoped for."""

    def __init__(self, count: int, answer: Callable[[str], Outcome] = lambda _: Accepted()) -> None:
        super().__init__(answer)
        self._count = count
        self.done = threading.Event()

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        outcome = super().send(message, sender, recipient)
        if len(self.tried) >= self._count:
            self.done.set()
        return outcome


def test_each_tick_can_be_called_by_itself(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    sink = CountingSink()
    ticks = worker(engine, sink)

    ticks.look_ahead()
    ticks.deliver()
    ticks.release()

    assert len(sink.taken) == 1
    assert states(engine) == {"accepted": 1}


def test_a_started_worker_sends_by_itself_and_lets_go_when_it_stops(engine: Engine) -> None:
    many_owed(engine, 25)
    sink = Waiting(25)
    ticks = worker(engine, sink)

    ticks.start()
    assert sink.done.wait(SOON)
    ticks.stop()

    assert states(engine) == {"accepted": 25}
    assert sink.closed == 1


def test_a_stop_waits_for_the_mail_that_is_being_sent_and_gives_back_the_rest(engine: Engine) -> None:
    many_owed(engine, 25)
    begun, go_on = threading.Event(), threading.Event()

    def slow(_: str) -> Outcome:
        begun.set()
        assert go_on.wait(SOON)
        return Accepted()

    sink = CountingSink(slow)
    ticks = worker(engine, sink)
    ticks.start()
    assert begun.wait(SOON)
    stopping = threading.Thread(target=ticks.stop)
    stopping.start()
    ticks._stopping.wait(SOON)
    go_on.set()
    stopping.join(SOON)

    assert not stopping.is_alive()
    assert states(engine) == {"accepted": 1, "due": 24}


def test_what_a_dead_worker_held_is_freed_and_said(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    many_owed(engine, 2)
    first, _ = claiming.claim(engine, NOW, 2, "dead")
    with transaction(engine) as connection:
        handing_over.hand_over_all(connection, [(first, None)], NOW)
        connection.execute(update(reminder).values(lease_until=datetime(2001, 1, 1, tzinfo=UTC)))

    worker(engine, CountingSink()).release()

    assert states(engine) == {"due": 1, "unknown": 1}
    assert "airslot reminders unknown" in caplog.text


def test_zone_data_that_cannot_be_taken_keep_no_lease(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    many_owed(engine, 2)
    claiming.claim(engine, NOW, 2, "dead")
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(lease_until=datetime(2001, 1, 1, tzinfo=UTC)))
        connection.execute(update(plan).values(timezone="Nowhere/City"))
    ticks = worker(engine, CountingSink())

    for _ in range(3):
        ticks.release()

    assert states(engine) == {"due": 2}
    assert [record.levelname for record in caplog.records if record.name == "airslot.worker"].count(
        "ERROR"
    ) == 1


def test_a_database_that_is_away_ends_no_worker_and_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = open_engine(f"sqlite:///{tmp_path / 'gone.db'}")
    ticks = worker(gone, CountingSink())

    for _ in range(3):
        ticks.deliver()
        ticks.look_ahead()
        ticks.release()

    gone.dispose()
    assert caplog.text.count("does not answer") == 1


def test_a_database_that_takes_no_changes_is_said_once_and_its_end_too(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "airslot.worker")
    many_owed(engine, 2)
    sink = CountingSink()
    ticks = worker(engine, sink)

    def all_ticks() -> None:
        for _ in range(5):
            ticks.release()
            ticks.look_ahead()
            ticks.deliver()

    with read_only(engine):
        all_ticks()
    assert [record.levelname for record in caplog.records if record.name == "airslot.worker"] == ["ERROR"]
    assert "can be read now and not written" in caplog.text
    assert sink.tried == []

    all_ticks()
    assert caplog.text.count("all goes well again") == 1
    assert len(sink.taken) == 2


def test_a_fault_of_ours_is_told_once_with_its_place_until_it_is_over(
    engine: Engine, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO, "airslot.worker")
    ticks = worker(engine, CountingSink())
    with monkeypatch.context() as patched:
        patched.setattr("scheduler.worker.release_expired_leases", lambda *_, **__: 1 / 0)
        for _ in range(3):
            ticks.release()
            ticks.deliver()
    assert caplog.text.count("Traceback") == 1

    ticks.release()
    assert caplog.text.count("all goes well again") == 1


def test_all_rests_when_another_release_migrates_the_database(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    many_owed(engine, 3)
    sink = CountingSink()
    ticks = worker(engine, sink)
    ticks.release()

    def stand_at(revision: str) -> None:
        with transaction(engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :at"), {"at": revision})

    stand_at("2099_01_05_later")
    for _ in range(3):
        ticks.release()
        ticks.look_ahead()
        ticks.deliver()
    assert sink.tried == []
    assert caplog.text.count("is newer than this program") == 1

    stand_at(HEAD)
    ticks.release()
    ticks.deliver()
    assert len(sink.taken) == 3


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_nothing_is_sent_from_a_file_that_was_replaced(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    many_owed(engine, 3)
    file = Path(str(engine.url.database))
    shutil.copyfile(file, other := file.with_name("backup.db"))
    other.replace(file)
    sink = CountingSink()
    ticks = worker(engine, sink)

    for _ in range(3):
        ticks.deliver()
        ticks.look_ahead()

    assert sink.tried == []
    assert caplog.text.count("is not the one any more that this program opened") == 1


def test_a_worker_refuses_a_database_that_is_not_migrated(bare_url: str) -> None:
    with pytest.raises(Unavailable, match="airslot migrate"):
        run_worker(Settings(database_url=bare_url, secret=SecretStr("x" * 32)))


def process_settings(database_url: str, tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AIRSLOT_")}
    return kept | {
        "AIRSLOT_DATABASE_URL": database_url,
        "AIRSLOT_NOW": NOW.isoformat(),
        "AIRSLOT_MAIL_FOLDER": str(tmp_path / "mail"),
        "AIRSLOT_SECRET": "0123456789abcdef" * 2,
    }


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_process_ends_well_when_it_is_asked_to(
    engine: Engine, database_url: str, tmp_path: Path, number: signal.Signals
) -> None:
    many_owed(engine, 40)
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "worker"],
        env=process_settings(database_url, tmp_path),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert "the worker runs" in process.stderr.readline()

    process.send_signal(number)
    said = process.communicate(timeout=SOON)[1]

    assert process.returncode == 0
    assert "Traceback" not in said
    found = states(engine)
    assert set(found) <= {"accepted", "due"}
    assert found["accepted"] == len(list((tmp_path / "mail").glob("*.eml")))


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("command", "up"), [("worker", "the worker runs"), ("serve", "Application startup complete")]
)
def test_a_process_ends_also_when_the_database_says_nothing(
    database_url: str, postgres: PostgresServer, tmp_path: Path, command: str, up: str
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with line_to(postgres) as line:
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli", command],
            env=process_settings(line.url(database_url), tmp_path) | {"AIRSLOT_PORT": port},
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stderr is not None
            while up not in process.stderr.readline():
                assert process.poll() is None
            line.go_silent()
            assert line.unanswered.wait(SOON)

            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=SOON)[1]
        finally:
            process.kill()
            process.wait()

    # The server gives itself the signal again when it is done.
    assert process.returncode in (0, -signal.SIGTERM)
    assert "Traceback" not in said


def test_the_service_sends_while_it_runs_if_it_is_told_to(
    engine: Engine, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many_owed(engine, 3)
    sink = Waiting(3)
    monkeypatch.setattr("scheduler.worker.open_sink", lambda settings: sink)
    settings = Settings(database_url=database_url, now=NOW, secret=SecretStr("0123456789abcdef" * 2))

    app = create_app(settings, engine=engine, with_worker=True)

    async def live() -> None:
        async with app.router.lifespan_context(app):
            assert await asyncio.to_thread(sink.done.wait, SOON)

    asyncio.run(live())

    assert sink.closed == 1
    assert states(engine) == {"accepted": 3}
