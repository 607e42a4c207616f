"""Whether a backup can be relied on: it is restored, into a database that is gone with the process."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from scheduler.backup.filling import fill
from scheduler.backup.reading import Backup


def check(backup: Backup) -> None:
    """Raise Invalid where any line of it is not as it was written, or it could not be restored."""
    engine = create_engine("sqlite://", creator=_passing, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    try:
        with engine.connect() as connection:
            fill(connection, backup)
            connection.rollback()
    finally:
        engine.dispose()


def _passing() -> sqlite3.Connection:
    # No name: SQLite makes a file that nobody else can open and that is removed before it is written to, so
    # that no kill leaves readers' addresses behind.
    connection = sqlite3.connect("", check_same_thread=False)
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    return connection
