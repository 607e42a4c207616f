"""A machine's clock that jumps: ticks go on, nothing ends for good, nothing is held for ever."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest
from sqlalchemy import Engine, select, update

from scheduler.clock import Clock, FixedClock
from scheduler.machine_time import Watch
from scheduler.reminders.outbox.claiming import claim
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.outbox.outbox import expire_overdue
from scheduler.reminders.sending.handing_over import hand_over_all
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import reminder, worker_pulse
from scheduler.ticks import TickExecutor
from scheduler.worker import Worker
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_owed,
    add_plan,
    add_subscriber,
    many_owed,
    owed,
    rows,
    states,
)

SOON = 30
FORTY_DAYS = timedelta(days=40)
JUMPS = [timedelta(seconds=-100), timedelta(hours=-1), timedelta(hours=1), FORTY_DAYS]


class Machine:
    """A worker on a machine whose clock can be wrong; time passes as told. Plan time is the clock's."""

    def __init__(self, engine: Engine) -> None:
        self.passed, self.wrong = timedelta(), timedelta()
        self.sink = CountingSink()
        self.worker = Worker(
            engine,
            Clock(lambda: NOW + self.passed + self.wrong),
            self.sink,
            PlainRenderer(),
            Settings(),
            self.time,
            watch=Watch(self.time, self.seconds),
            passed=self.seconds,
        )

    def time(self) -> datetime:
        return AT + self.passed + self.wrong

    def seconds(self) -> float:
        return self.passed.total_seconds()

    def go_on(self, seconds: float, step: float = 5) -> None:
        for _ in range(int(seconds / step)):
            self.passed += timedelta(seconds=step)
            self.worker.release()
            self.worker.look_ahead()
            self.worker.deliver()


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_clock_that_jumps_and_is_right_again_ends_and_sends_nothing_meanwhile(
    engine: Engine, jump: timedelta
) -> None:
    machine = Machine(engine)
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    machine.go_on(10)
    machine.wrong = jump
    before = rows(engine, "id", "state", "due_at")
    machine.go_on(60)
    assert rows(engine, "id", "state", "due_at") == before
    many: dict[str, Any] = {"state": "due", "due_at": NOW}
    add_owed(engine, owed(add_subscriber(engine, "binh"), str(rows(engine, "subject")[0][0]), **many))
    machine.wrong = timedelta()
    machine.go_on(10)

    assert set(rows(engine, "state", lead="P1D")) == {("accepted",)}


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_what_ended_under_a_clock_that_stood_by_its_jump_is_due_again(
    engine: Engine, jump: timedelta
) -> None:
    machine = Machine(engine)
    add_airing(engine, add_plan(engine))
    for name in ("an", "binh", "chi"):
        add_subscriber(engine, name)
    confirm = owed("sub_an", "sub_an", what="confirm", subject_kind="subscriber", lead="")
    machine.wrong = jump
    add_owed(engine, confirm | {"due_at": NOW + timedelta(minutes=20)})
    machine.go_on(6 * 60)
    machine.wrong = timedelta()
    machine.go_on(6 * 60)

    assert machine.worker.held_for() is None
    assert "expired" not in states(engine)
    assert set(rows(engine, "state", lead="P1D")) == {("accepted",)}
    assert len(machine.sink.taken) == len(set(machine.sink.taken)) >= 3


def test_a_hold_is_told_to_the_other_processes(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine(engine)
    machine.go_on(10)
    machine.wrong = timedelta(hours=1)
    machine.go_on(10)
    with reading(engine) as connection:
        held = connection.scalar(select(worker_pulse.c.held))
    machine.wrong = timedelta()
    machine.go_on(10)
    with reading(engine) as connection:
        after = connection.scalar(select(worker_pulse.c.held))

    assert (held, after) == ("the machine's clock jumped by +3600 s", None)
    assert caplog.text.count("clock jumped by +3600 s") == caplog.text.count("sending goes on") == 1


def test_what_a_worker_took_forty_days_ahead_is_freed_and_listed(engine: Engine) -> None:
    many_owed(engine, 3)
    ahead = NOW + FORTY_DAYS
    due = {"due_at": ahead - timedelta(hours=1), "useful_until": ahead + timedelta(days=9)}
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(**due))
    first, *_ = claim(engine, ahead, 3, "ahead", machine_time=lambda: AT + FORTY_DAYS)
    with transaction(engine) as connection:
        hand_over_all(connection, [(first, None)], ahead, machine_time=lambda: AT + FORTY_DAYS)
        # As with SQLite also where the database's clock was ahead.
        connection.execute(update(reminder).values(lease_until=datetime(2099, 1, 1, tzinfo=UTC)))

    machine = Machine(engine)
    machine.go_on(10)

    assert states(engine) == {"due": 2, "unknown": 1}


def test_a_plan_time_that_started_ahead_leaves_nothing_ended_for_good(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    people = [add_subscriber(engine, f"n{number}") for number in range(137)]
    settings, ahead = Settings(), NOW + FORTY_DAYS
    materialise(engine, NOW, settings, lambda: AT)
    with transaction(engine) as connection:
        assert expire_overdue(connection, ahead) == len(people)
    materialise(engine, ahead, settings, lambda: AT)

    again = Worker(engine, FixedClock(NOW), sink := CountingSink(), PlainRenderer(), settings, lambda: AT)
    again.release()
    again.look_ahead()
    again.deliver()

    assert len(sink.taken) == len(people)
    assert set(rows(engine, "state", lead="P1D")) == {("accepted",)}


def test_a_tick_runs_again_and_again_though_one_fails() -> None:
    ended, runs = threading.Event(), []

    class Job:
        name: str = "tick"
        args: tuple[()] = ()
        kwargs: ClassVar[dict[str, Any]] = {}

        def func(self) -> None:
            runs.append(1)
            if len(runs) == 5:
                ended.set()
            raise RuntimeError("a fault")

    executor = TickExecutor(0.001)
    executor._do_submit_job(Job(), [])
    assert ended.wait(SOON)
    executor.shutdown()
    assert len(runs) >= 5


_JUMPING = """
import resource, sys, threading
from datetime import datetime, timedelta
import apscheduler.schedulers.base as base
from apscheduler.triggers import interval

wrong = timedelta()
class Wrong(datetime):
    @classmethod
    def now(cls, zone=None):
        return datetime.now(zone) + wrong
base.datetime = interval.datetime = Wrong

from scheduler.settings import Settings
from scheduler.worker import Worker
went = threading.Semaphore(0)
class Idle(Worker):
    def __init__(self): self._settings = Settings()
    def look_ahead(self): pass
    def release(self): pass
    def deliver(self): went.release()
idle = Idle()
idle.start()
for seconds in [int(text) for text in sys.argv[1:]]:
    wrong = timedelta(seconds=seconds)
    for _ in range(3):
        assert went.acquire(timeout=10), f"no tick after the clock went by {seconds} s"
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
idle._ticks.shutdown()
"""


@pytest.mark.parametrize("jump", [-100, -3600, 3600, 40 * 86_400])
def test_ticks_go_on_and_memory_stays_whatever_the_clock_says(jump: int) -> None:
    def megabytes(*jumps: int) -> float:
        done = subprocess.run(
            [sys.executable, "-c", _JUMPING, *map(str, jumps)], capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return int(done.stdout) / 1024

    assert megabytes(0, jump, 0) < megabytes(0, 0, 0) + 20
