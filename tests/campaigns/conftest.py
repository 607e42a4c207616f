"""How a campaign is begun, and a new database for each try."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import Engine

from scheduler.store.database.engine import open_engine
from tests.campaigns.campaign import Campaign
from tests.postgres_server import PostgresServer

Begin: TypeAlias = Callable[[str, int, int], AbstractContextManager[Campaign]]
Fresh: TypeAlias = Callable[[], AbstractContextManager[Engine]]


@pytest.fixture(params=["short", pytest.param("long", marks=pytest.mark.long)])
def campaign(request: pytest.FixtureRequest, told: Callable[[str], None]) -> Begin:
    """Begins one by its name, with how many tries it has every day and in a long run."""
    is_long = request.param == "long"

    @contextmanager
    def begin(name: str, short: int, long: int) -> Iterator[Campaign]:
        by_chance = random.SystemRandom().randrange(2**32) if is_long else 1
        seed = int(os.environ.get("CAMPAIGN_SEED") or by_chance)
        tries = int(os.environ.get("CAMPAIGN_TRIES") or (long if is_long else short))
        counted = Campaign(name, tries, seed)
        try:
            yield counted
        except BaseException as fault:
            counted.judge(wrong=f"{type(fault).__name__}: {fault}")
            raise
        finally:
            if is_long:
                told(counted.said())
        assert not counted.wrong, "\n".join([counted.said(), *counted.wrong])

    return begin


@pytest.fixture
def fresh(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Fresh:
    """Opens a migrated and empty database that is removed afterwards."""

    @contextmanager
    def opened() -> Iterator[Engine]:
        if database_kind == "sqlite":
            folder = tmp_path / "fresh"
            folder.mkdir()
            path = folder / "airslot.db"
            shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
            engine = open_engine(f"sqlite:///{path}")
            try:
                yield engine
            finally:
                engine.dispose()
                shutil.rmtree(folder)
        else:
            server: PostgresServer = request.getfixturevalue("postgres")
            name = server.create(request.getfixturevalue("postgres_template"))
            engine = open_engine(server.url(name))
            try:
                yield engine
            finally:
                engine.dispose()
                server.drop(name)

    return opened
