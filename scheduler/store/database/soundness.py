"""Whether the database is whole. PostgreSQL looks after itself; a SQLite file is looked through."""

from __future__ import annotations

from sqlalchemy import Engine

from scheduler.store.database.engine import reading, shown
from scheduler.store.database.troubles import damaged

_WELL = "ok"


def require_sound(engine: Engine) -> None:
    """Raise Unavailable where a SQLite file is damaged. It reads the whole file."""
    if engine.dialect.name != "sqlite":
        return
    with reading(engine) as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != _WELL:
        # SQLite names the database first, on a line of its own.
        raise damaged(shown(engine), " ".join(str(found).removeprefix("*** in database main ***").split()))
