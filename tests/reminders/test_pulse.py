"""The worker's pulse, by which a health check tells that it works: database, ticks and mails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from api.cli.worker import touch
from scheduler.clock import FixedClock
from scheduler.errors import Invalid
from scheduler.reminders.transport.sink import Accepted, Outcome
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine
from scheduler.worker import Worker
from tests.reminders.samples import NOW, CountingSink, PlainRenderer, many_owed

BEGAN = datetime(2030, 1, 1, tzinfo=UTC)
SETTINGS = Settings(lease_seconds=60, smtp_timeout=60)


class Pulsing:
    """A worker to which time passes as told, and how often its pulse was felt."""

    def __init__(self, engine: Engine, sink: CountingSink | None = None) -> None:
        self.passed, self.beats = timedelta(), 0
        self.worker = Worker(
            engine,
            FixedClock(NOW),
            sink or CountingSink(),
            PlainRenderer(),
            SETTINGS,
            lambda: BEGAN,
            self.beat,
            passed=lambda: self.passed.total_seconds(),
        )

    def beat(self) -> None:
        self.beats += 1


def test_a_worker_with_nothing_to_send_has_a_pulse(engine: Engine) -> None:
    pulsing = Pulsing(engine)
    for _ in range(3):
        pulsing.worker.deliver()
        pulsing.worker.release()
        pulsing.passed += timedelta(minutes=10)
    assert pulsing.beats == 3


def test_without_a_database_there_is_no_pulse(tmp_path: Path) -> None:
    gone = open_engine(f"sqlite:///{tmp_path / 'gone.db'}")
    pulsing = Pulsing(gone)
    pulsing.worker.deliver()
    pulsing.worker.release()
    gone.dispose()
    assert pulsing.beats == 0


def test_a_tick_that_stands_still_ends_the_pulse(engine: Engine) -> None:
    pulsing = Pulsing(engine)
    pulsing.worker.deliver()
    pulsing.passed += timedelta(seconds=119)
    pulsing.worker.release()
    assert pulsing.beats == 1
    pulsing.passed += timedelta(seconds=1)
    pulsing.worker.release()
    assert pulsing.beats == 1


def test_a_long_tick_keeps_the_pulse_while_its_mails_go_out(engine: Engine) -> None:
    many_owed(engine, 5)

    def slow(_: str) -> Outcome:
        pulsing.passed += timedelta(seconds=50)
        pulsing.worker.release()
        return Accepted()

    pulsing = Pulsing(engine, CountingSink(slow))
    pulsing.worker.deliver()
    assert pulsing.beats == 5


def test_a_file_that_cannot_be_touched_is_refused_before_any_mail(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be written"):
        touch(tmp_path / "missing" / "pulse")
    touch(tmp_path / "pulse")
    assert (tmp_path / "pulse").exists()
