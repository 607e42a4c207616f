"""The schema's version: migrating up and down, and asking where the database stands.

The Alembic environment lives in the `migrations` package, so that an installed wheel carries it too.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from scheduler.errors import Unavailable
from scheduler.private_files import make_file, make_folder
from scheduler.store.database.engine import reading, shown, transaction
from scheduler.store.database.patience import without_limit

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 2_024_101  # any number that is ours: only one process migrates a PostgreSQL database at a time


# The last migration, said here so that a command need not load Alembic to check; a test keeps it true.
HEAD = "2026_12_01_proof_inbox"
FOREIGN = ("database-newer", "database-not-migrated")  # the codes that `require_current` raises


def current(engine: Engine) -> str | None:
    """The revision that the database stands at; None where it was never migrated. Raises Unavailable."""
    with reading(engine) as connection:
        return stands_at(connection)


def is_newer(revision: str | None) -> bool:
    """Whether a database at this revision was made by a release after this one."""
    ours = files("migrations").joinpath("versions").iterdir()
    return revision is not None and f"{revision}.py" not in {file.name for file in ours}


def require_current(engine: Engine) -> None:
    """Raise Unavailable where the database does not stand at the revision that this version needs."""
    with reading(engine) as connection:
        require_within(connection)


def require_within(connection: Connection) -> str:
    """The same within a transaction that goes on with it; gives the revision."""
    engine, found = connection.engine, stands_at(connection)
    if found == HEAD:
        return HEAD
    if is_newer(found):
        raise _newer(engine, found)
    raise Unavailable(
        "database-not-migrated",
        f"The database {shown(engine)} stands at {found or 'nothing'}, and this version needs {HEAD}."
        " Run: airslot migrate",
        f"Cơ sở dữ liệu {shown(engine)} đang ở bản {found or 'trống'}, còn phiên bản này cần {HEAD}."
        " Hãy chạy: airslot migrate",
        where="AIRSLOT_DATABASE_URL",
    )


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a revision in one transaction; a SQLite file is made where it is missing."""
    from alembic import command

    if engine.dialect.name == "sqlite":
        path = Path(str(engine.url.database))
        make_folder(path.parent)
        make_file(path)  # what SQLite writes beside it has the same rights
    _run(engine, lambda config: command.upgrade(config, revision))


def raise_within(connection: Connection, revision: str = "head") -> None:
    """Bring the database up to a revision within a transaction that does more than that."""
    from alembic import command

    command.upgrade(_config(connection), revision)


def migrating_alone(connection: Connection) -> None:
    """Let no other process migrate or restore this PostgreSQL database before the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database down to a revision, or to ``base``, which drops every table and all data."""
    from alembic import command

    _run(engine, lambda config: command.downgrade(config, revision))


def _run(engine: Engine, step: Callable[[Config], None]) -> None:
    with transaction(engine) as connection, without_limit(connection):
        migrating_alone(connection)
        found = stands_at(connection)
        if is_newer(found):
            raise _newer(engine, found)
        step(_config(connection))


def stands_at(connection: Connection) -> str | None:
    """The same within a transaction that asks more."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def day_of(revision: str | None) -> str:
    """The day that a migration's name begins with: a release of that day or later knows it."""
    return "-".join((revision or "").split("_")[:3])


def _newer(engine: Engine, revision: str | None) -> Unavailable:
    since = day_of(revision)
    return Unavailable(
        "database-newer",
        f"The database {shown(engine)} is newer than this program: it stands at {revision}, and Airslot"
        f" {version('airslot')} knows no more than {HEAD}. Use a release of {since} or later, or stop every"
        " airslot program and restore a backup from before the upgrade.",
        f"Cơ sở dữ liệu {shown(engine)} mới hơn chương trình này: nó đang ở bản {revision}, còn Airslot"
        f" {version('airslot')} chỉ biết đến {HEAD}. Hãy dùng phiên bản từ {since} trở đi, hoặc dừng mọi"
        " chương trình airslot và khôi phục bản sao lưu từ trước khi nâng cấp.",
        where="AIRSLOT_DATABASE_URL",
    )


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
