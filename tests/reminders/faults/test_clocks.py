"""Clocks that jump by an hour, and a worker that stands still past its lease: nothing comes twice."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Engine

from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured, in_both_runs
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import counting_relay
from tests.reminders.faults.shifted_worker import CLOCK, set_clock

HOUR = 3600
SHIFTED_WORKER = ("-m", "tests.reminders.faults.shifted_worker")
MAILS = {"daily": 60, "long": 600}


@in_both_runs
def test_a_clock_that_jumps_doubles_nothing(
    run: str, engine: Engine, database_kind: str, database_url: str, tmp_path: Path, measured: Measured
) -> None:
    mails, clocks = MAILS[run], [tmp_path / "one", tmp_path / "other"]
    with counting_relay() as relay, workers(database_url, relay.port, tmp_path) as team:
        for clock in clocks:
            set_clock(clock, 0)
        scene.subscribers(engine, mails)
        pair = [team.start(SHIFTED_WORKER, **{CLOCK: str(clock)}) for clock in clocks]
        for part, (clock, seconds) in enumerate(
            [(clocks[0], HOUR), (clocks[1], -HOUR), (clocks[0], -HOUR), (clocks[1], HOUR)], start=1
        ):
            relay.wait_for(mails * part // 6)
            set_clock(clock, seconds)
        relay.wait_for(mails * 5 // 6)
        for clock in clocks:
            set_clock(clock, 0)
        states = scene.settled(engine, relay, mails)
        ends = [worker.stop() for worker in pair]
        found = scene.account(engine, relay)

    held = (found.lost, found.doubled) == (0, 0)
    measured(
        "clocks",
        database_kind,
        f"two workers' clocks by +1 h and -1 h, four times over {mails} mails: doubled {found.doubled},"
        f" lost {found.lost}, unknown {found.unknown}",
        held,
    )
    assert held, (states, found)
    assert ends == [0, 0]


@in_both_runs
def test_a_worker_that_wakes_after_its_lease_doubles_nothing(
    run: str, engine: Engine, database_kind: str, database_url: str, tmp_path: Path, measured: Measured
) -> None:
    mails = MAILS[run]
    held, woken = threading.Event(), threading.Event()

    def wait_at_the_third(verb: str, line: int) -> None:
        if verb == "TAKEN" and line == 1 and len(relay.taken) == 3:
            held.set()
            assert woken.wait(scene.DEADLINE)

    with (
        counting_relay(before=wait_at_the_third) as relay,
        workers(database_url, relay.port, tmp_path) as team,
    ):
        scene.subscribers(engine, mails)
        # It must not take its own standing still for the relay's silence.
        sleeper = team.start(AIRSLOT_SMTP_TIMEOUT="600")
        assert held.wait(scene.DEADLINE), sleeper.said()
        sleeper.freeze()
        scene.end_leases(engine)
        other = team.start()
        # All but the mail that the frozen one was at; of that one nobody else can know.
        asleep = scene.settled(engine, relay, mails)
        woken.set()
        sleeper.wake()
        scene.until(lambda: scene.states(engine)["unknown"] == 0, relay, said=lambda: sleeper.said())
        ends = [sleeper.stop(), other.stop()]
        found = scene.account(engine, relay)

    doubled, lost = found.doubled, found.lost
    measured(
        "clocks",
        database_kind,
        f"frozen past its lease, then woken: doubled {doubled}, lost {lost};"
        f" unknown {asleep['unknown']}, once it woke {found.states['unknown']}",
        (doubled, lost) == (0, 0),
    )
    assert asleep == {"accepted": mails - 1, "unknown": 1}
    assert found.states == {"accepted": mails}
    assert (doubled, lost) == (0, 0)
    assert ends == [0, 0]
