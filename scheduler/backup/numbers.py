"""The numbers that a database gives to new rows.

One that was given is not given again, whatever became of its row, so they are part of a backup.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, inspect, text


def last_numbers(connection: Connection) -> dict[str, int]:
    """The last number given, by table, of those whose rows are numbered by the database."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
        return {row.name: row.seq for row in rows}
    found = {}
    for table, sequence in _sequences(connection).items():
        question = f"SELECT last_value, is_called FROM {sequence}"  # noqa: S608 - as PostgreSQL itself calls it
        last, is_called = connection.exec_driver_sql(question).one()
        found[table] = last if is_called else 0
    return found


def go_on_from(connection: Connection, last: Mapping[str, int]) -> None:
    """Give higher numbers than these from now on, and than any row has that is there."""
    if connection.dialect.name == "sqlite":
        # SQLite has seen the rows themselves. Of a table that keeps no such number there is nothing to say.
        rows = [{"name": name, "last": number} for name, number in last.items() if _keeps(connection, name)]
        for step in _RAISE if rows else ():
            connection.execute(step, rows)
        return
    for table, sequence in _sequences(connection).items():
        name, column = connection.dialect.identifier_preparer.quote(table), _numbered(connection, table)
        highest = f"SELECT max({column}) FROM {name}"  # noqa: S608 - names of the schema
        number = max(connection.exec_driver_sql(highest).scalar() or 0, last.get(table, 0))
        if number:
            connection.execute(
                text("SELECT setval(CAST(:of AS regclass), :n)"), {"of": sequence, "n": number}
            )


_RAISE = (
    text(
        "INSERT INTO sqlite_sequence (name, seq) SELECT :name, 0"
        " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :name)"
    ),
    text("UPDATE sqlite_sequence SET seq = max(seq, :last) WHERE name = :name"),
)


def _keeps(connection: Connection, table: str) -> bool:
    made = text("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :name")
    return "AUTOINCREMENT" in (connection.scalar(made, {"name": table}) or "")


def _sequences(connection: Connection) -> dict[str, str]:
    """PostgreSQL's sequence behind each table that has one."""
    quote = connection.dialect.identifier_preparer.quote
    question = text("SELECT pg_get_serial_sequence(:table, :column)")
    found = {}
    for table in inspect(connection).get_table_names():
        column = _numbered(connection, table)
        sequence = column and connection.scalar(question, {"table": quote(table), "column": column})
        if sequence:
            found[table] = str(sequence)
    return found


def _numbered(connection: Connection, table: str) -> str | None:
    key = inspect(connection).get_pk_constraint(table)["constrained_columns"]
    return key[0] if len(key) == 1 else None
