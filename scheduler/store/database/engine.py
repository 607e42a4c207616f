"""The database behind one address, and the ways to use it: `transaction`, `at_once`, `one_statement` and
`reading`.

SQLite and PostgreSQL run the same statements. What differs between them is set here and nowhere else.
"""

from __future__ import annotations

import select
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InvalidatePoolError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from scheduler.database_address import read_url
from scheduler.store.database.database_file import DatabaseFile
from scheduler.store.database.patience import LONGEST_STATEMENT, Patience
from scheduler.store.database.troubles import READ_ONLY, trouble_of

_BUSY_MS = 10_000
_SHORTLY_MS = 250
_SQLITE_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    "PRAGMA cache_size = -65536",  # KiB, used as needed: the indexes of a large load do not fit into 2 MB
)
_WAL_PAUSE = 0.02  # seconds
_WRITES = "airslot_writes"
_PATIENCE = "airslot_patience"
# A page out of order costs hardly more on a disk of today: as PostgreSQL has it by default, it reads a table
# of thousands of rows whole to find four of them.
_POSTGRESQL_OPTIONS = "-c timezone=UTC -c random_page_cost=1.1"
_RESTS_SINCE = "airslot_rests_since"
_TRUSTED_FOR = 5.0  # seconds


def open_engine(url: str, longest_statement: float = LONGEST_STATEMENT) -> Engine:
    """The engine for a database address; opens no connection yet. Raises Invalid for a bad address.

    On PostgreSQL a statement may take so many seconds.
    """
    address = read_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    return _postgresql(address, Patience(longest_statement))


def hurry(engine: Engine) -> None:
    """Wait but shortly for the database from now on: the process is to stop."""
    patience: Patience | None = engine.get_execution_options().get(_PATIENCE)
    if patience is not None:
        patience.hurry()


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One connection in one transaction that writes: committed at the end, rolled back on any error.

    Raises Unavailable where the database cannot be reached, is locked or is not migrated.
    """
    with _speaking(engine), engine.connect() as connection:
        connection = connection.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def at_once(engine: Engine) -> Iterator[Connection]:
    """`transaction`, for what is not worth waiting for: it fails where another keeps its rows locked."""
    with _speaking(engine), engine.connect() as connection:
        connection = connection.execution_options(**{_WRITES: True})
        if engine.dialect.name == "postgresql":
            with connection.begin():
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_SHORTLY_MS}")
                yield connection
            return
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA busy_timeout = {_SHORTLY_MS}")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")


@contextmanager
def one_statement(engine: Engine) -> Iterator[Connection]:
    """One connection for a single statement that writes and is committed by itself. Raises Unavailable.

    On PostgreSQL it is one question and one answer, where a transaction around it asks two more.
    """
    if engine.dialect.name != "postgresql":
        with transaction(engine) as connection:
            yield connection
        return
    with _speaking(engine), engine.connect() as connection:
        yield connection.execution_options(isolation_level="AUTOCOMMIT")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One connection that sees one state of the database and never writes. Raises Unavailable as above."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with _speaking(engine, writes=False), engine.connect() as connection:
        yield connection.execution_options(**options)
        if options:
            # Read only as it is. Rolled back, psycopg would forget what it has prepared, and plan it anew.
            connection.commit()


def shown(engine: Engine) -> str:
    """The address as a person writes it: without the driver, its password hidden."""
    address = engine.url.set(drivername=engine.url.get_backend_name())
    return address.render_as_string(hide_password=True)


def _postgresql(address: URL, patience: Patience) -> Engine:
    """Connections are looked at before they are used; a question to the server each time would cost a third
    of a short transaction."""
    # Whoever works with SQLite does not wait until psycopg is loaded.
    from scheduler.store.database.patient_connection import PatientConnection

    engine = create_engine(
        address,
        pool_use_lifo=True,  # the one used last has its statements prepared
        execution_options={_PATIENCE: patience},
    )

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: object, _record: object, arguments: Any, named: dict[str, Any]) -> Any:
        ours = {**patience.connect_arguments, **named}  # what the address says itself counts
        ours["options"] = f"{patience.limits} {named.get('options', '')} {_POSTGRESQL_OPTIONS}"
        connection = PatientConnection.connect(*arguments, **ours)
        connection.patience = patience
        return connection

    @event.listens_for(engine, "checkin")
    def rest(_: Any, record: Any) -> None:
        record.info[_RESTS_SINCE] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def look(connection: Any, record: Any, _: object) -> None:
        since = record.info.pop(_RESTS_SINCE, None)
        # A server that cut the connection has said so; a network that is gone says nothing.
        if since is None or (time.monotonic() - since < _TRUSTED_FOR and not _has_word(connection)):
            return
        try:
            with connection.briefly():
                engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as trouble:
            raise InvalidatePoolError from trouble

    return engine


def _has_word(connection: Any) -> bool:
    """Whether the server said something to a connection that asked nothing."""
    try:
        return bool(select.select([connection], [], [], 0)[0])
    except (OSError, ValueError, connection.OperationalError):
        return True


def _sqlite(address: URL) -> Engine:
    file = DatabaseFile(Path(str(address.database)))

    def connect() -> sqlite3.Connection:
        with file.opening():
            connection = sqlite3.connect(file.uri, uri=True, timeout=_BUSY_MS / 1000, check_same_thread=False)
            connection.isolation_level = None  # the driver's own BEGIN comes too late for DDL and for locks
            for pragma in _SQLITE_PRAGMAS:
                connection.execute(pragma)
            _write_ahead(connection)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # now the log is there
        return connection

    engine = create_engine(address, creator=connect)

    event.listen(engine, "connect", lambda *_: file.note_opened())
    event.listen(engine, "close", lambda *_: file.note_closed())

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        look(connection)
        # A writer takes its place at once: a lock that is raised later fails instead of waiting.
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "commit")
    def look(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        file.require_same(driver)

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers beside one writer. The mode stays in the file, so that only a new one is ever switched.

    SQLite does not wait for that lock: it holds a read lock by then, and two who wait so would wait for ever
    (sqlite3BtreeBeginTrans asks the busy handler only where nothing is held). So the wait is here.
    """
    give_up = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as trouble:
            if trouble.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
        else:
            return
        time.sleep(_WAL_PAUSE)


@contextmanager
def _speaking(engine: Engine, *, writes: bool = True) -> Iterator[None]:
    """Turn what the drivers raise about the database itself into a sentence.

    A write where there is only reading is a fault of ours and stays what it is.
    """
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        trouble = trouble_of(error, shown(engine))
        if trouble is None or (trouble.code == READ_ONLY and not writes):
            raise
        raise trouble from error
