"""What the tests share: a migrated database on both engines, the two clocks, Hypothesis profiles."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime
from scheduler.store.database.engine import open_engine
from scheduler.store.database.schema import migrate
from tests.postgres_server import CannotStartError, PostgresServer, postgres_server

IN_CI = os.environ.get("CI") == "true"
PLAN_TIME = datetime.fromisoformat("2024-04-02T08:00+07:00")
MACHINE_TIME = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)

settings.register_profile("quick", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if IN_CI else "quick")


@pytest.fixture
def clock() -> FixedClock:
    """Plan time stands at the morning on which the seed's plan was signed."""
    return FixedClock(PLAN_TIME)


@pytest.fixture
def machine_time() -> MachineTime:
    """Machine time stands still, in another year than plan time: a mix-up shows."""
    return lambda: MACHINE_TIME


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says a line at the end of the run: what was counted, the seed with which it can be repeated."""
    return lambda line: record_property("told", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what tests told; reports carry it, also from a process of several."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport) and report.when == "call":
                for line in (line for name, line in report.user_properties if name == "told"):
                    terminalreporter.write_line(str(line))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL. Where it cannot start the test is skipped, in CI it fails."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(postgres_server())
        except (CannotStartError, OSError, KeyError) as why:
            message = f"PostgreSQL for the tests cannot start here: {why}"
            if IN_CI:
                pytest.fail(message)
            pytest.skip(message)
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresServer) -> str:
    """The name of a migrated PostgreSQL database, to be copied."""
    name = postgres.create()
    _migrate(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "airslot.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both databases: each test that uses one runs on each."""
    return str(request.param)


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated and empty database of the test's own."""
    if database_kind == "sqlite":
        path = tmp_path / "airslot.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        name = server.create(request.getfixturevalue("postgres_template"))
        yield server.url(name)
        server.drop(name)


@pytest.fixture
def bare_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table; on SQLite not even the file is there."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'airslot.db'}"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        name = server.create()
        yield server.url(name)
        server.drop(name)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A migrated and empty database of the test's own, opened."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


def _migrate(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    # SQLite empties its write-ahead log into the file when the last connection closes.
    engine.dispose()
