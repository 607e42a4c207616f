"""PostgreSQL that is cut off and started again under its workers: they go on, at the pace they had."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import Engine

from scheduler.store.database.engine import open_engine
from scheduler.store.database.schema import migrate
from tests.postgres_server import CannotStartError, PostgresServer, postgres_server
from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import Relay, counting_relay

PACE = 0.01  # seconds that the relay takes over a mail: the line is its, not this machine's
BACK_WITHIN = 20.0  # seconds


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL that keeps what it committed, whatever becomes of it."""
    try:
        with postgres_server(options="") as opened:
            yield opened
    except CannotStartError as why:
        pytest.skip(str(why))


@pytest.fixture
def own(server: PostgresServer) -> Iterator[tuple[str, Engine]]:
    """The address of a migrated database on it, and the database."""
    url = server.url(server.create())
    engine = open_engine(url)
    migrate(engine)
    yield url, engine
    engine.dispose()


def rate(relay: Relay, began: float, ended: float) -> float:
    """Mails a second that were taken between two moments."""
    return sum(began <= one.at < ended for one in relay.taken) / (ended - began)


def pause(relay: Relay, seconds: float) -> None:
    """Let mails come for a while."""
    end = time.monotonic() + seconds
    scene.until(lambda: time.monotonic() >= end, relay)


@pytest.mark.parametrize(
    ("mails", "waits"),
    [(900, (1,)), pytest.param(18_000, (5, 10, 40, 5, 20, 8), marks=pytest.mark.long)],
    ids=["short", "long"],
)
def test_workers_outlive_a_database_that_restarts(
    mails: int,
    waits: tuple[int, ...],
    server: PostgresServer,
    own: tuple[str, Engine],
    tmp_path: Path,
    measured: Measured,
) -> None:
    url, engine = own
    pace = scene.Pace(PACE)
    with counting_relay(before=pace, keep=False) as relay, workers(url, relay.port, tmp_path) as team:
        scene.subscribers(engine, mails)
        pair = [team.start(), team.start()]
        scene.until(lambda: len({one.line for one in relay.taken}) == 2, relay)
        began = time.monotonic()
        pause(relay, max(waits[0], 2))
        before = rate(relay, began, time.monotonic())
        rates, gaps = [], []
        for wait in waits:
            server.restart()
            up, count = time.monotonic(), len(relay.taken)
            if len(waits) == 1:
                # What the cut connection left claimed is due again once its lease is over.
                scene.end_leases(engine)
            # Both are back at work once each of them has sent.
            scene.until(
                lambda seen=count: len({one.line for one in relay.taken[seen:]}) == 2,  # type: ignore[misc] # of this turn
                relay,
                BACK_WITHIN,
            )
            back = time.monotonic()
            gaps.append(back - up)
            pause(relay, wait)
            if len(relay.taken) < mails - 100:
                rates.append(rate(relay, back, time.monotonic()))
        engine.dispose()
        states = scene.settled(engine, relay, mails, deadline=300)
        died = 2 - len(team.running())
        ends = [worker.stop() for worker in pair]
        found = scene.account(engine, relay)

    share = median(rates) / before if rates else 1.0
    held = died == 0 and found.doubled == 0 and found.lost == 0
    measured(
        "restarts",
        "postgresql",
        f"{len(waits)} restarts: throughput {share:.0%} of that before, both back after"
        f" {max(gaps):.1f} s at most, exits {died}; lost {found.lost}, doubled {found.doubled},"
        f" unknown {found.unknown}",
        held and share >= 0.95,
    )
    assert held, (states, found)
    assert ends == [0, 0]
    if len(waits) > 1:
        assert share >= 0.95, (before, rates)
