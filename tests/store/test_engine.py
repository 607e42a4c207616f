"""The engine and its two ways to use it, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from scheduler.database_address import read_url
from scheduler.errors import Invalid, Unavailable
from scheduler.store.database.engine import open_engine, reading, shown, transaction
from scheduler.store.plans.plan_rows import save_plan
from scheduler.store.plans.read_model import find_plan, get_plan
from scheduler.store.tables import office, plan
from tests.store.samples import AT, PLAN

ROW = {"name": "Sở Nội vụ", "created_at": AT, "updated_at": AT}


def count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(office)).scalar_one()


def test_transaction_commits_at_its_end(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(office).values(ROW))
    assert count(engine) == 1


def test_transaction_leaves_nothing_half_written(engine: Engine) -> None:
    with pytest.raises(RuntimeError), transaction(engine) as connection:
        connection.execute(insert(office).values(ROW))
        raise RuntimeError
    assert count(engine) == 0


def test_constraints_reach_the_caller_as_they_are(engine: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        connection.execute(insert(office).values(ROW))
        connection.execute(insert(office).values(ROW))


def test_reading_sees_one_state_while_another_writes(engine: Engine) -> None:
    with reading(engine) as before:
        assert before.execute(select(func.count()).select_from(office)).scalar_one() == 0
        with transaction(engine) as writer:
            writer.execute(insert(office).values(ROW))
        assert before.execute(select(func.count()).select_from(office)).scalar_one() == 0
    assert count(engine) == 1


def test_reading_never_writes(engine: Engine) -> None:
    try:
        with reading(engine) as connection:
            connection.execute(insert(office).values(ROW))
    except Exception as refused:
        assert "read-only" in str(refused)
    assert count(engine) == 0


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10000)],
)
def test_sqlite_is_set_to_lose_nothing(engine: Engine, pragma: str, value: object) -> None:
    with reading(engine) as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_postgresql_speaks_utc(engine: Engine) -> None:
    with reading(engine) as connection:
        assert connection.execute(text("SHOW timezone")).scalar() == "UTC"


def test_missing_sqlite_file_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "mistyped.db"
    with pytest.raises(Unavailable) as told, reading(open_engine(f"sqlite:///{path}")):
        pass
    assert told.value.code == "database-unavailable"
    assert "mistyped.db" in told.value.en
    assert "airslot migrate" in told.value.en
    assert not path.exists()


def test_postgresql_away_is_told_without_the_password() -> None:
    engine = open_engine("postgresql://airslot:secret@/airslot?host=/nonexistent")
    with pytest.raises(Unavailable) as told, transaction(engine):
        pass
    assert told.value.retry_after == 10
    assert "secret" not in told.value.en + told.value.vi
    assert "airslot:***@" in told.value.en
    engine.dispose()


def test_database_without_tables_is_told(bare_url: str) -> None:
    engine = open_engine(bare_url)
    if bare_url.startswith("sqlite"):
        path = Path(bare_url.removeprefix("sqlite:///"))
        path.parent.mkdir()
        path.touch()
    with pytest.raises(Unavailable) as told, reading(engine) as connection:
        connection.execute(select(office))
    assert told.value.code == "database-not-migrated"
    engine.dispose()


@pytest.mark.parametrize(
    "url", ["", "airslot.db", "sqlite://", "sqlite:///:memory:", "mysql://host/name", "nonsense://x/y", "://"]
)
def test_address_that_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(Invalid, match=r"sqlite:///path/to/file\.db"):
        open_engine(url)


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///var/airslot.db", "sqlite+pysqlite"),
        ("postgres://airslot@db/airslot", "postgresql+psycopg"),
        ("postgresql://airslot@db/airslot", "postgresql+psycopg"),
    ],
)
def test_address_gets_the_driver(url: str, driver: str) -> None:
    assert read_url(url).drivername == driver


@pytest.mark.parametrize(
    ("url", "as_shown"),
    [
        ("postgresql://airslot:secret@db/airslot", "postgresql://airslot:***@db/airslot"),
        ("sqlite:///var/airslot.db", "sqlite:///var/airslot.db"),
    ],
)
def test_address_is_shown_as_it_is_written_without_the_password(url: str, as_shown: str) -> None:
    assert shown(open_engine(url)) == as_shown


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_a_connection_that_was_cut_is_replaced(engine: Engine, database_url: str) -> None:
    assert count(engine) == 0
    other = open_engine(database_url)
    with transaction(other) as connection:
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
        connection.execute(text(cut + "datname = current_database()"))
    left = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
    with other.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while connection.scalar(left) != 1:
            pass  # a server that ends a connection says so, and then it is gone
    other.dispose()
    assert count(engine) == 0


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_a_connection_that_is_cut_in_use_is_told(engine: Engine, database_url: str) -> None:
    other = open_engine(database_url)
    with pytest.raises(Unavailable) as told, transaction(engine) as connection:
        connection.execute(insert(office).values(ROW))
        with transaction(other) as second:
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
            second.execute(text(cut + "datname = current_database()"))
        connection.execute(insert(office).values(ROW))
    assert told.value.retry_after == 10
    assert count(engine) == 0
    other.dispose()


def test_writers_wait_for_each_other(engine: Engine) -> None:
    """Each reads, then writes what it read plus one; none is lost."""
    with transaction(engine) as connection:
        plan_id = save_plan(connection, PLAN, AT).id

    def raise_revision(_: int) -> None:
        for _ in range(10):
            with transaction(engine) as connection:
                found = find_plan(connection, PLAN.slug, lock=True)
                assert found is not None
                change = update(plan).where(plan.c.id == plan_id)
                connection.execute(change.values(revision=found.revision + 1))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(raise_revision, range(4)))
    with reading(engine) as connection:
        assert get_plan(connection, PLAN.slug).revision == 41


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_a_database_that_is_not_there_is_told(database_url: str) -> None:
    engine = open_engine(database_url.replace("/airslot_", "/mistyped_"))
    with pytest.raises(Unavailable, match=r'"mistyped_.*does not exist') as told, reading(engine):
        pass
    assert told.value.code == "database-unavailable"
    engine.dispose()


@pytest.mark.parametrize("_", range(20))
def test_many_may_be_the_first_to_open_a_new_file(_: int, tmp_path: Path) -> None:
    """Each switches the file to write-ahead on its first connection, and SQLite lets none of them wait."""
    file = tmp_path / "new.db"
    file.touch()
    together = Barrier(6)

    def write(_: int) -> None:
        engine = open_engine(f"sqlite:///{file}")
        together.wait()
        with transaction(engine) as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS note (word TEXT)"))
            connection.execute(text("INSERT INTO note VALUES ('here')"))
        engine.dispose()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(write, range(6)))
    engine = open_engine(f"sqlite:///{file}")
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM note")) == 6
    engine.dispose()
