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

CONNECTIONS = 1  # that one worker holds at a time


class Stop:
    """Holds the relay before it answers `verb` for the n-th time, until what sent it is dead."""

    def __init__(self, verb: str, count: int) -> None:
        self.verb, self.left = verb, count
        self.held, self.dead = threading.Event(), threading.Event()

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


@pytest.mark.parametrize(
    ("verb", "taken"),
    [("MAIL", False), ("DATA", False), ("TAKEN", True)],
)
def test_a_worker_killed_at_a_verb_leaves_one_mail_unknown(
    verb: str, taken: bool, engine: Engine, database_url: str, tmp_path: Path
) -> None:
    stop = Stop(verb, 7)
    with counting_relay(before=stop) as relay, workers(database_url, relay.port, tmp_path) as team:
        scene.subscribers(engine, 20)
        stop.kill(team.start())
        team.start()
        states = scene.settled(engine, relay, 20)
        assert team.all[-1].stop() == 0, team.all[-1].said()

        found = scene.account(engine, relay)

    assert states == {"accepted": 19, "unknown": 1}
    assert (found.lost, found.doubled) == (0, 0)
    # A mail that was whole when its sender died is delivered: that is why nobody may send it again unasked.
    assert len(relay.taken) == 19 + taken


@pytest.mark.parametrize(
    ("mails", "kills"), [(150, 3), pytest.param(3_000, 12, marks=pytest.mark.long)], ids=["short", "long"]
)
def test_repeated_kills_lose_nothing_and_double_nothing(
    mails: int,
    kills: int,
    engine: Engine,
    database_kind: str,
    database_url: str,
    relay: Relay,
    tmp_path: Path,
    measured: Measured,
) -> None:
    chance = random.Random(20240402)  # noqa: S311
    moments = sorted(chance.sample(range(mails // 20, mails - mails // 10), kills))
    with workers(database_url, relay.port, tmp_path) as team:
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
