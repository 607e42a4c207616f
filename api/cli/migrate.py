"""`airslot migrate`: bring the database to this version's schema."""

from __future__ import annotations

from api.cli.terminal import language, note, working


def migrate() -> None:
    """Bring the database up to this version; a new SQLite file is made where it is missing."""
    from scheduler.desk.deriving import derive_again, require_zones
    from scheduler.errors import Unavailable
    from scheduler.settings import load_settings
    from scheduler.store.database import schema
    from scheduler.store.database.engine import open_engine, shown

    engine = open_engine(load_settings().database_url)
    try:
        with working("Migrating the database"):
            schema.migrate(engine)
            derived = derive_again(engine)
        for one in derived:
            if one.moved:
                note(f"{one.zone}: {one.moved} dates are another instant by the zone data {one.now.source}.")
        note(f"The database {shown(engine)} is at the newest schema.")
        try:
            require_zones(engine)
        except Unavailable as trouble:
            note(trouble.text(language()))
    finally:
        engine.dispose()
