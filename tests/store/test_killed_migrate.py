"""A migration that is killed changes nothing, and the next one goes on from where it stood."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text, update

from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.schema import HEAD, current, downgrade, migrate
from scheduler.store.tables import plan
from tests.backup.conftest import backed_up
from tests.postgres_server import PostgresServer
from tests.store.samples import AT, a_month
from tests.store.test_schema import revisions, somebody

ROOT = Path(__file__).resolve().parents[2]
OLD = "2026_11_23_first_tables"
# Migrates as the command does, and kills itself before or after the n-th statement or at the commit.
KILLED = """
import os, signal, sys
from sqlalchemy import event
from scheduler.store.database.engine import open_engine
from scheduler.store.database.schema import migrate

engine, last = open_engine(sys.argv[1]), int(sys.argv[2])
count = 0
def die(*_):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)
for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
    event.listen(engine, moment, die)
migrate(engine)
print(count)
"""


@pytest.fixture
def old(engine: Engine, database_url: str) -> str:
    """A database at the first schema with a plan in it."""
    a_month(engine)
    somebody(engine)
    downgrade(engine, OLD)
    engine.dispose()
    return database_url


def migrating(url: str, last: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, url, str(last)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def copies(url: str, count: int, tmp_path: Path, request: pytest.FixtureRequest) -> list[str]:
    if url.startswith("sqlite"):
        paths = [tmp_path / f"copy-{n}.db" for n in range(count)]
        for path in paths:
            shutil.copyfile(url.removeprefix("sqlite:///"), path)
        return [f"sqlite:///{path}" for path in paths]
    server: PostgresServer = request.getfixturevalue("postgres")
    template = url.partition("@/")[2].partition("?")[0]
    return [server.url(server.create(template)) for _ in range(count)]


@pytest.mark.parametrize(
    ("tries", "seed"), [(3, 1), pytest.param(60, 2, marks=pytest.mark.long)], ids=["short", "long"]
)
def test_a_killed_migrate_goes_on(
    old: str,
    tries: int,
    seed: int,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    told: Callable[[str], None],
) -> None:
    whole, *others = copies(old, tries + 1, tmp_path, request)
    done = migrating(whole, 0)
    assert done.returncode == 0, done.stderr
    moments, expected = int(done.stdout), content(whole)
    dice, survived = random.Random(seed), 0  # noqa: S311 - no secret
    for url in others:
        last = dice.randint(1, moments)

        killed = migrating(url, last)

        assert killed.returncode == -signal.SIGKILL, killed.stderr
        engine = open_engine(url)
        assert current(engine) in (OLD, HEAD), f"half done at {last} of {moments}"
        with reading(engine) as connection:
            assert connection.scalar(text("SELECT count(*) FROM occurrence")) == 5
        migrate(engine)
        engine.dispose()
        assert content(url) == expected, last
        survived += 1
    counts = f"tried {tries}, survived {survived}, lost 0, doubled 0, let in 0"
    told(f"14 a migrate that is killed: {counts}, of {moments} moments, half done 0, seed {seed}")


def content(url: str) -> list[tuple[str, int, str]]:
    engine = open_engine(url)
    with transaction(engine) as connection:
        # A migration that changes what feeds hold says when: the machine's hour.
        connection.execute(update(plan).values(updated_at=AT))
    _, manifest = backed_up(engine)
    engine.dispose()
    return [(table.name, table.rows, table.sha256) for table in manifest.tables]


def test_the_first_schema_is_the_first() -> None:
    assert revisions()[0] == OLD
