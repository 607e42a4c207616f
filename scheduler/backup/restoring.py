"""A backup in the place of what is there, on SQLite or PostgreSQL: all of it, or nothing.

PostgreSQL does it in one transaction. SQLite fills a new file, which then takes the name: the former one
stays beside it, and a program that should have it open all the same notices (`store.database_file`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection, inspect, text

from scheduler.backup.filling import fill
from scheduler.backup.reading import Backup
from scheduler.database_address import read_url
from scheduler.errors import Conflict, Unavailable
from scheduler.private_files import make_file, make_folder
from scheduler.store.database.engine import open_engine, reading, shown, transaction
from scheduler.store.database.patience import without_limit
from scheduler.store.database.schema import migrating_alone, stands_at

Afterwards: TypeAlias = Callable[[Connection], int]

# What a service writes by itself, before anybody has done anything.
_BY_ITSELF = frozenset(
    {"attempt", "relay_state", "reminder_count", "sign_in_link", "upkeep", "worker_pulse", "zone_rules"}
)
_BESIDE = ("-wal", "-shm", "-journal")


def restore(url: str, backup: Backup, afterwards: Afterwards, *, replace: bool = False) -> int:
    """Put a backup into the database of that address; gives what `afterwards` gives, in the same transaction.

    Raises Conflict where there is data and `replace` is not given, or where it is in use; Invalid where the
    backup is not good; Unavailable.
    """
    address = read_url(url)
    if address.get_backend_name() == "sqlite":
        return _into_file(Path(str(address.database)).resolve(), backup, afterwards, replace)
    engine = open_engine(url)
    try:
        with transaction(engine) as connection, without_limit(connection):
            migrating_alone(connection)
            _require_unused(connection)
            if not replace and _has_data(connection):
                raise _not_empty(shown(engine))
            _drop_all(connection)
            fill(connection, backup)
            return afterwards(connection)
    finally:
        engine.dispose()


# --- SQLite ---------------------------------------------------------------------------------


def _into_file(path: Path, backup: Backup, afterwards: Afterwards, replace: bool) -> int:
    url = f"sqlite:///{path}"
    if path.exists():
        if not replace and _file_has_data(url):
            raise _not_empty(url)
        _close_file(path)
    else:
        make_folder(path.parent)
    new = path.with_name(f"{path.name}.restoring")
    _remove(new)  # what a restore that was killed left
    make_file(new)
    engine = open_engine(f"sqlite:///{new}")
    try:
        with transaction(engine) as connection:
            fill(connection, backup)
            found = afterwards(connection)
    except BaseException:
        engine.dispose()
        _remove(new)
        raise
    engine.dispose()  # now all of it is in the one file
    _take_its_name(new, path)
    return found


def _file_has_data(url: str) -> bool:
    """Also where it cannot be read: somebody may still want to mend it."""
    engine = open_engine(url)
    try:
        with reading(engine) as connection:
            return _has_data(connection)
    except Unavailable:
        return True
    finally:
        engine.dispose()


def _close_file(path: Path) -> None:
    """Write the log into the file and end it, which SQLite does for the last one alone who has it open.

    Raises Conflict where another program has. A file that is no sound database has nothing to write.
    """
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=1)
    except sqlite3.Error:
        return
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.DatabaseError as trouble:
        if trouble.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise _in_use(f"another program has {path} open", f"chương trình khác đang mở {path}") from None
    finally:
        connection.close()


def _take_its_name(new: Path, path: Path) -> None:
    """Never is there no file of that name, and never half of one."""
    former = path.with_name(f"{path.name}.former")
    if path.exists():
        _remove(former)
        os.link(path, former)
    for end in _BESIDE:
        # Of a damaged file alone something is left: it belongs to that and not to this one.
        with suppress(FileNotFoundError):
            Path(f"{path}{end}").replace(f"{former}{end}")
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _remove(path: Path) -> None:
    for end in ("", *_BESIDE):
        Path(f"{path}{end}").unlink(missing_ok=True)


# --- PostgreSQL -----------------------------------------------------------------------------


def _require_unused(connection: Connection) -> None:
    """A service keeps connections open as long as it runs, so whoever is connected may be one."""
    question = text(
        "SELECT coalesce(nullif(application_name, ''), usename::text) || ' (pid ' || pid || ')'"
        " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND usename IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'"
        " ORDER BY pid"
    )
    others = connection.scalars(question).all()
    if others:
        who = ", ".join(others[:5])
        raise _in_use(f"others are connected to it: {who}", f"còn kết nối khác: {who}")


def _drop_all(connection: Connection) -> None:
    """Take away every table, also those of a newer release. Only in a database that is Airslot's."""
    names = inspect(connection).get_table_names()
    if not names:
        return
    if stands_at(connection) is None:
        raise Conflict(
            "database-of-others",
            f"The database {shown(connection.engine)} holds tables that are not Airslot's:"
            f" {', '.join(names[:5])}. Name another one in AIRSLOT_DATABASE_URL.",
            f"Cơ sở dữ liệu {shown(connection.engine)} chứa các bảng không phải của Airslot:"
            f" {', '.join(names[:5])}. Hãy chọn cơ sở dữ liệu khác ở AIRSLOT_DATABASE_URL.",
            where="AIRSLOT_DATABASE_URL",
        )
    quote = connection.dialect.identifier_preparer.quote
    connection.exec_driver_sql(f"DROP TABLE {', '.join(quote(name) for name in names)} CASCADE")
    functions = text(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
        " AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')"
    )
    for one in connection.scalars(functions).all():
        connection.exec_driver_sql(f"DROP FUNCTION {one}")


# --- what is there --------------------------------------------------------------------------


def _has_data(connection: Connection) -> bool:
    """Whether somebody has done anything in it; a table of another release counts."""
    for name in inspect(connection).get_table_names():
        if name in _BY_ITSELF or name == "alembic_version":
            continue
        quoted = connection.dialect.identifier_preparer.quote(name)
        if connection.exec_driver_sql(f"SELECT 1 FROM {quoted} LIMIT 1").first():  # noqa: S608 - the schema's own
            return True
    return False


def _not_empty(where: str) -> Conflict:
    return Conflict(
        "database-not-empty",
        f"The database {where} holds data already; nothing was changed. To put the backup in its place, say"
        " --replace; or name an empty database in AIRSLOT_DATABASE_URL.",
        f"Cơ sở dữ liệu {where} đã có dữ liệu; chưa có gì thay đổi. Muốn thay bằng bản sao lưu, hãy thêm"
        " --replace; hoặc chọn một cơ sở dữ liệu trống ở AIRSLOT_DATABASE_URL.",
        where="AIRSLOT_DATABASE_URL",
    )


def _in_use(en: str, vi: str) -> Conflict:
    return Conflict(
        "database-in-use",
        f"The database is in use: {en}. Nothing was changed. Stop every airslot program and whatever else"
        " works on it, then restore again.",
        f"Cơ sở dữ liệu đang được dùng: {vi}. Chưa có gì thay đổi. Hãy dừng mọi chương trình airslot và những"
        " gì khác đang dùng nó, rồi khôi phục lại.",
        where="AIRSLOT_DATABASE_URL",
    )
