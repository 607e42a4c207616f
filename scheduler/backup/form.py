"""The form of a backup: a ZIP file of tables, each as lines of JSON, and what they are in `manifest.json`.

Nothing in it belongs to one database: a column is of one of eight kinds, each written in one way, so that
what SQLite gave is what PostgreSQL takes. docs/backup.md describes it for whoever opens one without us.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import JSON, BigInteger, Boolean, Date, Integer, LargeBinary, Table, Text, Time
from sqlalchemy.types import TypeEngine

from scheduler.store.tables import Instant

FORMAT, VERSION = "airslot-backup", 1
MANIFEST = "manifest.json"


def entry_of(table: str) -> str:
    """Where in the file a table stands."""
    return f"tables/{table}.jsonl"


class Kind(NamedTuple):
    """How values of a kind are kept by a database, written to a line, and read from it.

    `read` raises ValueError or TypeError for what is no such value.
    """

    type: Callable[[bool], TypeEngine[Any]]
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _as_it_is(value: Any) -> Any:
    return value


def _only(wanted: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not wanted:  # True is an int in Python and in no table
            raise TypeError(f"{value!r} is no {wanted.__name__}")
        return value

    return read


def _write_instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_instant(value: str) -> datetime:
    found = datetime.fromisoformat(value)
    if found.tzinfo is None:
        raise ValueError(f"{value!r} has no zone")
    return found.astimezone(UTC)


def _read_bytes(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None


KINDS: Mapping[str, Kind] = {
    "integer": Kind(lambda _: BigInteger(), _as_it_is, _only(int)),
    "text": Kind(lambda _: Text(), _as_it_is, _only(str)),
    "boolean": Kind(lambda _: Boolean(), _as_it_is, _only(bool)),
    "date": Kind(lambda _: Date(), date.isoformat, date.fromisoformat),
    "time": Kind(lambda _: Time(), time.isoformat, time.fromisoformat),
    "instant": Kind(lambda _: Instant(), _write_instant, _read_instant),
    # Where a column may be empty, null is that; else it is JSON's own.
    "json": Kind(lambda nullable: JSON(none_as_null=nullable), _as_it_is, _as_it_is),
    "bytes": Kind(lambda _: LargeBinary(), lambda value: base64.b64encode(value).decode(), _read_bytes),
}
_OF_TYPES: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (Instant, "instant"),
    (Boolean, "boolean"),
    (Integer, "integer"),
    (Date, "date"),
    (Time, "time"),
    (JSON, "json"),
    (LargeBinary, "bytes"),
    (Text, "text"),
)


def kind_of(its_type: TypeEngine[Any]) -> str:
    """The kind of a column's type; raises LookupError for one that has none yet."""
    for known, kind in _OF_TYPES:
        if isinstance(its_type, known):
            return kind
    raise LookupError(f"a backup knows no {its_type!r}: give it a kind")


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """A column: its kind, and whether it may be empty."""

    name: str
    kind: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table as it stands in a backup. Its lines are in the order of `key`.

    last_id   the last number that was given, where rows are numbered and none is given twice
    """

    name: str
    columns: tuple[ColumnForm, ...]
    key: tuple[str, ...]
    rows: int = 0
    sha256: str = ""
    last_id: int | None = None

    @property
    def at_once(self) -> int:
        """How many rows are held in memory at a time; those with bytes may be files of some megabytes."""
        return 10 if any(one.kind == "bytes" for one in self.columns) else 2_000


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is: of which release and schema, when it was made, its tables in the order of restoring.

    made_at     machine time; `plan_time` is the plan's
    zone_data   the version of the time zones there, None where it is not known
    secret      the fingerprint of the installation's secret; None where there was none
    """

    schema: str
    release: str
    made_at: datetime
    plan_time: datetime
    database: str
    zone_data: str | None
    secret: str | None
    tables: tuple[TableForm, ...]

    @property
    def rows(self) -> int:
        """How many there are in all tables."""
        return sum(table.rows for table in self.tables)


def form_of(table: Table) -> TableForm:
    """How a table stands in a backup. What the database works out by itself is left out."""
    kept = [column for column in table.columns if column.computed is None]
    columns = tuple(ColumnForm(one.name, kind_of(one.type), bool(one.nullable)) for one in kept)
    return TableForm(table.name, columns, tuple(column.name for column in table.primary_key))


def manifest_object(manifest: Manifest) -> dict[str, Any]:
    """The manifest as JSON."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "release": manifest.release,
        "schema": manifest.schema,
        "made_at": _write_instant(manifest.made_at),
        "plan_time": _write_instant(manifest.plan_time),
        "database": manifest.database,
        "zone_data": manifest.zone_data,
        "secret_fingerprint": manifest.secret,
        "tables": [
            {
                "name": table.name,
                "file": entry_of(table.name),
                "rows": table.rows,
                "sha256": table.sha256,
                "last_id": table.last_id,
                "key": list(table.key),
                "columns": [
                    {"name": one.name, "kind": one.kind, "nullable": one.nullable} for one in table.columns
                ],
            }
            for table in manifest.tables
        ],
    }


def read_manifest(said: Any) -> Manifest:
    """The manifest of its JSON; raises LookupError, TypeError or ValueError where it is none of these."""
    if said["format"] != FORMAT or said["version"] != VERSION:
        raise ValueError("another format")
    return Manifest(
        schema=str(said["schema"]),
        release=str(said["release"]),
        made_at=_read_instant(said["made_at"]),
        plan_time=_read_instant(said["plan_time"]),
        database=str(said["database"]),
        zone_data=said["zone_data"],
        secret=said["secret_fingerprint"],
        tables=tuple(_read_table(table) for table in said["tables"]),
    )


def _read_table(said: Any) -> TableForm:
    columns = tuple(ColumnForm(one["name"], one["kind"], one["nullable"]) for one in said["columns"])
    unknown = {one.kind for one in columns} - KINDS.keys()
    if unknown:
        raise LookupError(f"kinds that are not known: {', '.join(sorted(unknown))}")
    return TableForm(said["name"], columns, tuple(said["key"]), said["rows"], said["sha256"], said["last_id"])
