"""A backup into a database that has no table yet: the schema it was made with, its rows, today's schema."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, column, insert, inspect, table
from sqlalchemy.exc import DataError, IntegrityError

from scheduler.backup.form import KINDS, TableForm
from scheduler.backup.numbers import go_on_from
from scheduler.backup.reading import Backup
from scheduler.errors import Invalid
from scheduler.store.database.schema import raise_within

_VERSION = "alembic_version"  # where the schema stands; it is the database's own


def fill(connection: Connection, backup: Backup) -> None:
    """Write everything, in the transaction of this connection. Raises Invalid where it cannot be restored.

    The rows go into the schema that they were taken out of, so that migrations change them as they changed
    those of everybody else.
    """
    manifest = backup.manifest
    raise_within(connection, manifest.schema)
    _require_same_tables(connection, backup)
    for form in manifest.tables:
        try:
            _fill_table(connection, form, backup.rows(form))
        except (IntegrityError, DataError) as error:
            raise _refused(backup, form.name, error.orig) from None
    _require_references(connection, backup)
    go_on_from(connection, {form.name: form.last_id for form in manifest.tables if form.last_id})
    raise_within(connection)


def _fill_table(connection: Connection, form: TableForm, rows: Iterator[dict[str, Any]]) -> None:
    columns = [column(one.name, KINDS[one.kind].type(one.nullable)) for one in form.columns]
    statement = insert(table(form.name, *columns))
    while some := list(islice(rows, form.at_once)):
        connection.execute(statement, some)


def _require_same_tables(connection: Connection, backup: Backup) -> None:
    look = inspect(connection)
    there = {
        name: {one["name"] for one in look.get_columns(name) if "computed" not in one}
        for name in look.get_table_names()
        if name != _VERSION
    }
    held = {form.name: {one.name for one in form.columns} for form in backup.manifest.tables}
    other = [name for name in sorted(there.keys() | held.keys()) if there.get(name) != held.get(name)]
    if other:
        raise backup.damaged(f"its tables are not those of its schema: {', '.join(other)}")


def _require_references(connection: Connection, backup: Backup) -> None:
    """Whatever is looked at last is looked at now: while that is open, PostgreSQL changes no table."""
    if connection.dialect.name == "sqlite":
        for name, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(1):
            raise _refused(backup, name, "it names rows that are not there")
        return
    try:
        connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        raise _refused(backup, "occurrence", error.orig) from None


def _refused(backup: Backup, table_name: str, why: object) -> Invalid:
    said = (str(why).splitlines() or ["no further text"])[0]
    return Invalid(
        "backup-refused",
        f"The backup {backup.name} cannot be restored: the database refuses a row of {table_name}: {said}",
        f"Không khôi phục được bản sao lưu {backup.name}: cơ sở dữ liệu từ chối một hàng của {table_name}:"
        f" {said}",
        where=backup.name,
    )
