"""Workers that are killed with SIGKILL in the middle of sending: nothing is lost and nothing comes twice."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured
from tests.reminders.faults.processes import Worker, workers
from tests.reminders.faults.relay import Relay, counting_relay

CONNECTIONS = 4  # that one worker uses at a time


class Trap:
    """Holds the relay before it answers `verb` for the n-th time, until what sent it is dead."""

    def __init__(self) -> None:
        self.verb, self.left = "", 0
        self.held, self.dead = threading.Event(), threading.Event()

    def set(self, verb: str, count: int) -> None:
        self.held.clear()
        self.dead.clear()
        self.verb, self.left = verb, count

    def __call__(self, verb: str, line: int) -> None:
        if verb != self.verb:
            return
        self.left -= 1
        if self.left == 0:
            self.held.set()
            assert self.dead.wait(scene.DEADLINE)

    def kill(self, worker: Worker) -> None:
        assert self.held.wait(scene.DEADLINE), worker.said()
        worker.kill()
        self.dead.set()


def test_a_worker_killed_at_a_verb_leaves_that_mail_unknown_and_no_other(
    engine: Engine, database_url: str, tmp_path: Path
) -> None:
    trap = Trap()
    with counting_relay(before=trap) as relay, workers(database_url, relay.port, tmp_path) as team:
        scene.subscribers(engine, 40)
        for verb in ("MAIL", "DATA", "TAKEN"):
            trap.set(verb, 7)
            trap.kill(team.start())
            scene.end_leases(engine)
        team.start()
        states = scene.settled(engine, relay, 40)
        assert team.all[-1].stop() == 0, team.all[-1].said()
        found = scene.account(engine, relay)

    assert states == {"accepted": 37, "unknown": 3}
    assert (found.lost, found.doubled) == (0, 0)
    # The third was whole when its sender died, and is delivered: why nobody sends an unknown one unasked.
    assert len(relay.taken) == 38


@pytest.mark.long
def test_repeated_kills_lose_nothing_and_double_nothing(
    engine: Engine,
    database_kind: str,
    database_url: str,
    relay: Relay,
    tmp_path: Path,
    measured: Measured,
) -> None:
    mails, kills = 3_000, 12
    chance = random.Random(20240402)  # noqa: S311
    moments = sorted(chance.sample(range(mails // 20, mails - mails // 10), kills))
    lines = {"AIRSLOT_SMTP_CONNECTIONS": str(CONNECTIONS)}
    with workers(database_url, relay.port, tmp_path, **lines) as team:
        scene.subscribers(engine, mails)
        alive = [team.start(), team.start()]
        for moment in moments:
            relay.wait_for(moment)
            alive.pop(0).kill()
            alive.append(team.start())
        scene.settled(engine, relay, mails, deadline=180)
        ends = [worker.stop() for worker in alive]
        found = scene.account(engine, relay)

    most = kills * CONNECTIONS
    held = (found.lost, found.doubled) == (0, 0) and found.unknown <= most
    measured(
        "kills",
        database_kind,
        f"{kills} kills over {mails:,} mails: lost {found.lost}, doubled {found.doubled},"
        f" unknown {found.unknown} (<= {most}), all listed",
        held,
    )
    assert held, found
    assert ends == [0, 0]
