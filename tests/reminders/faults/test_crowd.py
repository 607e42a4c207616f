"""Many workers on one database: each row is one worker's, and none of them dies of the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.reminders import samples
from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import Relay


@pytest.mark.parametrize(
    ("mails", "processes"), [(200, 3), pytest.param(4_000, 8, marks=pytest.mark.long)], ids=["short", "long"]
)
def test_no_row_is_claimed_by_two_workers(
    mails: int,
    processes: int,
    engine: Engine,
    database_kind: str,
    database_url: str,
    relay: Relay,
    tmp_path: Path,
    measured: Measured,
) -> None:
    with workers(database_url, relay.port, tmp_path) as team:
        airing = samples.add_airing(engine, samples.add_plan(engine))
        first = [team.start() for _ in range(processes)]
        # All of them are up before there is anything to share out.
        scene.until(lambda: all("worker" in one.said() for one in first), relay)
        scene.add_owed_people(engine, airing, mails)
        states = scene.settled(engine, relay, mails, deadline=180)
        died = processes - len(team.running())
        ends = Counter(worker.stop() for worker in first)
        found = scene.account(engine, relay)

    lines = len({one.line for one in relay.taken})
    held = states == {"accepted": mails} and found.doubled == 0 and died == 0
    measured(
        "crowd",
        database_kind,
        f"{processes} processes, {mails:,} mails over {lines} lines:"
        f" claimed twice {found.doubled}, died {died}",
        held,
    )
    assert held, (states, found, died)
    assert ends == {0: processes}
