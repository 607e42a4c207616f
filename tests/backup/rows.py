"""Rows of any content for every table there is, as its columns, references and checks allow.

A table that comes later gets its rows without a word here, unless it has a check of a new form.
"""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Table,
    UniqueConstraint,
    insert,
)

from scheduler.backup.form import kind_of
from scheduler.backup.numbers import go_on_from
from scheduler.store.all_tables import metadata

MOST = 9
TEXTS = (
    "", "a", "Đài PT-TH tỉnh", "e\u0301 ế", "it's \"quoted\"", "back\\slash \\u0041 \\n",
    "two\nlines\r\n\ttab",
    "🎙️ \u202eright to left\u200f", "{\"json\": null}", "null", "%s :name ?", "\u2028\x7f\x1b", "Z" * 3_000,
)  # fmt: skip


def fill(connection: Connection, seed: int) -> dict[str, list[dict[str, Any]]]:
    """Write rows into every table; they are given back by table."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    written: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        rows: list[dict[str, Any]] = []
        for _ in range(dice.randint(2, MOST)):
            row = _row(table, dice, written | {table.name: rows}, len(rows) + 1)
            if _is_new(table, row, rows):
                rows.append(row)
        connection.execute(insert(table), rows)
        written[table.name] = rows
    # Numbers were given here and not by the database, which goes on from them as if it had.
    go_on_from(connection, {})
    return written


def _row(
    table: Table, dice: random.Random, written: dict[str, list[dict[str, Any]]], n: int
) -> dict[str, Any]:
    kept = [column for column in table.columns if column.computed is None]
    row = {column.name: _value(column, dice, n) for column in kept}
    for constraint in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
        there = written[constraint.referred_table.name]
        other = dice.choice(there) if there else None
        for element in constraint.elements:
            if element.parent.nullable and (other is None or dice.random() < 0.3):
                row[element.parent.name] = None
            else:
                assert other is not None
                row[element.parent.name] = other[element.column.name]
    checks = [str(one.sqltext) for one in table.constraints if isinstance(one, CheckConstraint)]
    # The words that a column may hold decide what others may; two in order come last.
    for check in sorted(checks, key=lambda check: (" IN (" not in check, "=" in check.split()[1], check)):
        _obey(check, row, dice)
    return row


def _value(column: Column[Any], dice: random.Random, n: int) -> Any:
    if column.nullable and dice.random() < 0.3:
        return None
    if column.primary_key and kind_of(column.type) == "integer":
        return n * dice.randint(1, 3) + n * 3  # with gaps, and rising
    return _of_kind(kind_of(column.type), dice, f"{column.name}_{n}_{dice.randrange(10**9)}")


def _of_kind(kind: str, dice: random.Random, unique: str) -> Any:
    match kind:
        case "text":
            return dice.choice(TEXTS) + unique if dice.random() < 0.8 else unique
        case "integer":
            return dice.choice((1, 2, 60, dice.randrange(1, 2**31 - 1)))
        case "boolean":
            return dice.random() < 0.5
        case "date":
            return date(1970, 1, 1) + timedelta(days=dice.randrange(100_000))
        case "time":
            return time(dice.randrange(24), dice.randrange(60), microsecond=dice.choice((0, 1, 999_999)))
        case "instant":
            whole = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(10**10))
            return dice.choice(
                (whole, whole + timedelta(microseconds=123_456), datetime.max.replace(tzinfo=UTC))
            )
        case "json":
            return dice.choice(
                (
                    {},
                    [],
                    "text",
                    0,
                    -1.5,
                    True,
                    2**60,
                    {"b": [None, {"ä": dice.choice(TEXTS)}], "a": "half \ud83d"},
                )
            )
        case "bytes":
            return dice.randbytes(dice.randrange(40))
    raise AssertionError(f"no value for {kind}")


def _obey(check: str, row: dict[str, Any], dice: random.Random) -> None:
    """Let a row be as a check wants it; those of one form each are obeyed by their form."""
    if found := re.fullmatch(r"(\w+) IN \((.*)\)", check):
        name, words = found[1], re.findall(r"'([^']*)'", found[2])
        row[name] = None if row[name] is None else dice.choice(words)
    elif found := re.fullmatch(r"(\w+) (<=|>=) ([a-z]\w+)", check):
        low, high = (found[1], found[3]) if found[2] == "<=" else (found[3], found[1])
        if None not in (row[low], row[high]):
            row[low], row[high] = sorted((row[low], row[high]))
    elif found := re.fullmatch(r"id = 1", check):
        row["id"] = 1
    elif re.fullmatch(r"\w+ >=? 0", check):
        return  # every number here is
    else:
        _OF_MORE[check](row)


def _window(row: dict[str, Any]) -> None:
    if row["kind"] == "window":
        row["start_time"] = row["end_time"] = None
        row["end_day"] = row["end_day"] or row["start_day"]


def _replay(row: dict[str, Any]) -> None:
    if row["kind"] != "replay":
        row["premiere_id"] = None


def _quiet(row: dict[str, Any]) -> None:
    if row["quiet_from"] is None or row["quiet_until"] is None:
        row["quiet_from"] = row["quiet_until"] = None


def _holiday(row: dict[str, Any]) -> None:
    row["name"] = row["name"] or "Tết"


def _withdrawn(row: dict[str, Any]) -> None:
    if row["withdrawn_at"] is None or row["withdrawn_by"] is None:
        row["withdrawn_at"] = row["withdrawn_by"] = None


def _dated(row: dict[str, Any]) -> None:
    row["day"] = row["day"] or date(2024, 1, 1)


def _timed(row: dict[str, Any]) -> None:
    row["time"] = None if row["day"] is None else row["time"]


def _one_reason(row: dict[str, Any]) -> None:
    row["makes_good"] = row["makes_good"] if row["occurrence_id"] is None else None


_OF_MORE = {
    "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)": _withdrawn,
    "day IS NOT NULL OR occurrence_id IS NOT NULL": _dated,
    "time IS NULL OR day IS NOT NULL": _timed,
    "occurrence_id IS NULL OR makes_good IS NULL": _one_reason,
    "kind = 'replay' OR premiere_id IS NULL": _replay,
    "kind <> 'window' OR (start_time IS NULL AND end_day IS NOT NULL AND end_time IS NULL)": _window,
    "(quiet_from IS NULL) = (quiet_until IS NULL)": _quiet,
    "kind <> 'holiday' OR name IS NOT NULL": _holiday,
}


def _is_new(table: Table, row: dict[str, Any], rows: list[dict[str, Any]]) -> bool:
    keys = [tuple(column.name for column in table.primary_key)]
    keys += [(column.name,) for column in table.columns if column.unique]
    keys += [
        tuple(column.name for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return all(
        [row[name] for name in key] not in [[other[name] for name in key] for other in rows] for key in keys
    )
