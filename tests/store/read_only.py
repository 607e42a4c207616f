"""A database that takes no changes, as a standby or a file without the right to write takes none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    """As long as the block lasts."""
    postgresql = engine.dialect.name == "postgresql"

    def refuse(connection: Connection) -> None:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY" if postgresql else "PRAGMA query_only = ON")

    event.listen(engine, "begin", refuse)
    try:
        yield
    finally:
        event.remove(engine, "begin", refuse)
        engine.dispose()  # SQLite's connections would stay as they are
