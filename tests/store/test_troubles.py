"""What goes wrong with the database itself has a sentence of its own, the same for both databases."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, insert, text, update
from sqlalchemy.exc import OperationalError

from scheduler.errors import Unavailable
from scheduler.store.database.engine import at_once, reading, transaction
from scheduler.store.database.troubles import trouble_of
from scheduler.store.tables import office
from tests.store.read_only import read_only
from tests.store.samples import AT

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


def an_office(engine: Engine, name: str = "Sở") -> None:
    with transaction(engine) as connection:
        connection.execute(insert(office).values(name=name, created_at=AT, updated_at=AT))


def test_a_database_that_takes_no_changes_is_told_and_read(engine: Engine) -> None:
    an_office(engine)
    with read_only(engine):
        with pytest.raises(Unavailable, match="can be read now and not written") as told:
            an_office(engine, "another")
        with reading(engine) as connection:
            assert connection.scalar(text("SELECT count(*) FROM office")) == 1
    assert (told.value.code, told.value.retry_after, told.value.for_all) == ("database-read-only", 60, True)
    an_office(engine, "another")


def test_what_another_keeps_locked_is_told(engine: Engine) -> None:
    an_office(engine)
    with transaction(engine) as held:
        held.execute(update(office).values(name="one"))
        with pytest.raises(Unavailable, match="kept it locked") as told, at_once(engine) as second:
            second.execute(update(office).values(name="two"))
    assert told.value.code == "database-locked"
    with at_once(engine) as connection:
        connection.execute(update(office).values(name="three"))


@on_sqlite
def test_a_lock_is_waited_for_again_after_a_write_that_did_not(engine: Engine) -> None:
    with at_once(engine) as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 250
    with reading(engine) as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000


@on_sqlite
def test_a_full_disk_is_told(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def no_more(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    with pytest.raises(Unavailable, match="no room left on the database's disk") as told:
        an_office(engine, "x" * 100_000)
    assert told.value.code == "database-full"


@on_sqlite
def test_a_disk_that_fails_is_told(engine: Engine) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC  # only a broken disk says so

    told = trouble_of(OperationalError("COMMIT", {}, error), "sqlite:///airslot.db")

    assert told is not None and told.code == "database-disk"


@on_postgresql
@pytest.mark.parametrize(
    ("state", "code", "piece"),
    [
        ("53100", "database-full", "no room left"),
        ("58030", "database-disk", "disk fails"),
        ("XX001", "database-damaged", "is damaged"),
        ("53300", "database-busy", "All connections"),
        ("40P01", "database-locked", "kept it locked"),
        ("57014", "database-timeout", "did not finish in time"),
    ],
)
def test_each_state_of_postgresql_has_its_sentence(engine: Engine, state: str, code: str, piece: str) -> None:
    say_so = f"DO $$ BEGIN RAISE EXCEPTION 'as the server says it' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(Unavailable, match=piece) as told, transaction(engine) as connection:
        connection.exec_driver_sql(say_so)
    assert told.value.code == code


def test_no_connection_being_free_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.pool, "_timeout", 0.1)
    with ExitStack() as held:
        for _ in range(15):
            held.enter_context(engine.connect())
        with pytest.raises(Unavailable, match="All connections to the database are in use"):
            an_office(engine)


@on_sqlite
def test_what_strangers_may_read_names_nothing_of_the_inside(engine: Engine) -> None:
    with read_only(engine), pytest.raises(Unavailable) as told:
        an_office(engine)
    assert Path(str(engine.url.database)).name not in told.value.en + told.value.vi
