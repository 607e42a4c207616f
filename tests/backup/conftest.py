"""Backups for the tests, and a bare database of either kind to restore them into."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from scheduler.backup.form import Manifest
from scheduler.backup.reading import open_backup
from scheduler.backup.restoring import restore
from scheduler.backup.writing import write_backup
from scheduler.store.database.engine import open_engine
from tests.conftest import MACHINE_TIME, PLAN_TIME
from tests.postgres_server import PostgresServer


@pytest.fixture(params=["into sqlite", "into postgresql"])
def target_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which there is nothing; on SQLite not even the file is there."""
    if request.param == "into sqlite":
        yield f"sqlite:///{tmp_path / 'target' / 'airslot.db'}"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        name = server.create()
        yield server.url(name)
        server.drop(name)


def backed_up(engine: Engine, secret: str | None = None) -> tuple[bytes, Manifest]:
    """The backup of a database, as bytes, and what it says of itself."""
    out = io.BytesIO()
    manifest = write_backup(engine, out, MACHINE_TIME, PLAN_TIME, secret)
    return out.getvalue(), manifest


def nothing_held(_: Connection) -> int:
    return 0


def restored(
    url: str,
    content: bytes,
    afterwards: Callable[[Connection], int] = nothing_held,
    *,
    replace: bool = False,
) -> int:
    with open_backup(io.BytesIO(content), "the backup") as backup:
        return restore(url, backup, afterwards, replace=replace)


def held(url: str) -> Manifest:
    """What a database holds, as its backup says it."""
    engine = open_engine(url)
    try:
        return backed_up(engine)[1]
    finally:
        engine.dispose()
