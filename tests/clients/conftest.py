"""A running service over the plan that ships, on SQLite."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.clock import FixedClock
from scheduler.store.database.engine import open_engine
from tests.clients.house import House, opened
from tests.clients.programs import Evolution, Khal, evolution


@pytest.fixture
def house(sqlite_template: Path, tmp_path: Path, clock: FixedClock) -> Iterator[House]:
    path = tmp_path / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    with opened(engine, clock) as found:
        yield found
    engine.dispose()


@pytest.fixture
def data_server(tmp_path: Path) -> Iterator[Evolution]:
    folder = tmp_path / "evolution"
    folder.mkdir()
    with evolution(folder) as found:
        yield found


@pytest.fixture(params=["evolution", "khal"])
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Evolution | Khal]:
    """Each program that follows an address."""
    folder = tmp_path / "client"
    folder.mkdir()
    if request.param == "khal":
        yield Khal(folder)
        return
    with evolution(folder) as found:
        yield found
