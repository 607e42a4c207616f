"""How fast the parts are, and all of them together with every commit: measured by the benches' own code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bench import mails as bench_mails
from bench import reminders as bench_reminders
from scheduler.store.database.engine import open_engine
from scheduler.store.database.schema import migrate
from tests.postgres_server import PostgresServer, postgres_server
from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import counting_relay

pytestmark = pytest.mark.long
ROUNDS = 5  # the best of them: where the kernel puts two processes on two cores decides by a factor of two
RENDER, LINE, WHOLE = 100_000, 4_000, 1_000
MAILS = 6_000


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL that writes what it commits to the disk, as in use."""
    with postgres_server(options="") as opened:
        yield opened


@pytest.fixture
def durable(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated database whose commits are on the disk."""
    if database_kind == "sqlite":
        url = f"sqlite:///{tmp_path / 'durable.db'}"
    else:
        opened: PostgresServer = request.getfixturevalue("server")
        url = opened.url(opened.create())
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    return url


def opened(url: str) -> Engine:
    return open_engine(url)


def test_claim_and_finish_in_batches(durable: str, database_kind: str, measured: Measured) -> None:
    engine = opened(durable)
    bench_reminders.fill(engine)
    best = 0.0
    for _ in range(ROUNDS):
        bench_reminders.owe(engine)
        bench_reminders.settle(engine)
        best = max(best, bench_reminders.claim_and_finish(engine))
    engine.dispose()

    least = bench_reminders.LINES[database_kind]
    measured("speed", database_kind, f"claim and finish {best:,.0f} rows/s", best >= least)
    assert best >= least


def test_mails_are_filled_in(measured: Measured) -> None:
    filled, whole, _ = bench_mails.filling()

    measured("speed", "", f"render {filled:,.0f}/s ({whole:,.0f}/s with its links and ids)", filled >= RENDER)
    assert filled >= RENDER


def test_the_smtp_line_alone(measured: Measured) -> None:
    carried = [bench_mails.carrying(2_000) for _ in range(ROUNDS)]

    told = f"the SMTP line {max(carried):,.0f} mails/s (the slowest of {ROUNDS} runs {min(carried):,.0f})"
    measured("speed", "", told, max(carried) >= LINE)
    assert max(carried) >= LINE


@pytest.mark.parametrize("lines", [1, 4])
def test_end_to_end_with_every_commit(
    lines: int, durable: str, database_kind: str, tmp_path: Path, measured: Measured
) -> None:
    engine = opened(durable)
    with (
        counting_relay(keep=False) as relay,
        workers(durable, relay.port, tmp_path, AIRSLOT_SMTP_CONNECTIONS=str(lines)) as team,
    ):
        scene.subscribers(engine, MAILS)
        team.start()
        relay.wait_for(MAILS, deadline=180)
        # Not the start of the process and of the first batch; everything that is sent thereafter.
        began, ended = relay.taken[MAILS // 6], relay.taken[-1]
        speed = (MAILS - 1 - MAILS // 6) / (ended.at - began.at)
    engine.dispose()

    measured(
        "speed",
        database_kind,
        f"one worker, {lines} line{'s' * (lines > 1)}, end to end {speed:,.0f} mails/s",
        speed >= WHOLE or lines == 1,
    )
    assert lines == 1 or speed >= WHOLE
