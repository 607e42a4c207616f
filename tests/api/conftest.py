"""A service over the plan that ships, on both databases; the tests of this folder only read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.occurrences.row import OccurrenceRow
from tests.api.broadcasts import broadcasting
from tests.api.browser import chromium, opened_page
from tests.api.service import Service, running
from tests.api.small_office import Office, small_office

PLAN = Path(__file__).parents[2] / "plans" / "kien-giang-2024.yaml"
NOW = datetime.fromisoformat("2024-04-02T08:00+07:00")
MACHINE_TIME = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)


def fill(engine: Engine) -> None:
    """Load the plan that ships, and a private copy of it under another slug."""
    public = PLAN.read_bytes()
    private = public.replace(b"slug: kien-giang-2024", b"slug: private-2024").replace(
        b"public: true", b"public: false"
    )
    for source in (public, private):
        with transaction(engine) as connection:
            load(
                connection,
                read_plan(source, "plan"),
                FixedClock(NOW),
                uid_domain="airslot.example",
                machine_time=lambda: MACHINE_TIME,
            )


@pytest.fixture(scope="session")
def filled_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    path = tmp_path_factory.mktemp("filled") / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    fill(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Both databases, filled once."""
    if request.param == "sqlite":
        yield request.getfixturevalue("filled_sqlite")
        return
    server = request.getfixturevalue("postgres")
    name = server.create(request.getfixturevalue("postgres_template"))
    engine = open_engine(server.url(name))
    fill(engine)
    yield engine
    engine.dispose()
    server.drop(name)


@pytest.fixture(scope="session")
def client(filled_engine: Engine) -> Iterator[httpx.Client]:
    """A client of the service, on each database; plan time stands at the morning of the signature."""
    with running(filled_engine, FixedClock(NOW), lambda: MACHINE_TIME, now=NOW) as service:
        yield service.client


@pytest.fixture(scope="session")
def service(filled_sqlite: Engine) -> Iterator[Service]:
    """The service on SQLite, for what does not depend on the database."""
    with running(filled_sqlite, FixedClock(NOW), lambda: MACHINE_TIME, now=NOW) as started:
        yield started


@pytest.fixture(scope="session")
def public_service(filled_sqlite: Engine) -> Iterator[Service]:
    """The service as strangers see it."""
    known_by = {"public_url": "https://lich.example.org", "allow_public_listen": True}
    with running(filled_sqlite, FixedClock(NOW), lambda: MACHINE_TIME, **known_by) as started:
        yield started


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[Office]:
    """A service over a small plan of the test's own, which the test may change."""
    with small_office(sqlite_template, tmp_path) as opened:
        yield opened


# For a module alone: as long as it is open, no other test of the thread can run an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, service: Service) -> Iterator[Page]:
    """A page of the service, which fails its test on anything that the browser complains of."""
    with opened_page(browser, service.url) as opened:
        yield opened


@pytest.fixture(scope="module")
def broadcasts(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Service, dict[str, OccurrenceRow]]]:
    """A service over one busy month, and its rows by name."""
    with broadcasting(sqlite_template, tmp_path_factory.mktemp("broadcasts")) as opened:
        yield opened
