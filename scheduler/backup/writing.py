"""Making a backup: every table in one reading of the database, line by line, while the service goes on."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import IO, Any
from zoneinfo import TZPATH

from sqlalchemy import Connection, Engine, Select, Table, Text, select

from scheduler.backup.form import (
    KINDS,
    MANIFEST,
    Manifest,
    TableForm,
    entry_of,
    form_of,
    manifest_object,
)
from scheduler.backup.numbers import last_numbers
from scheduler.store.all_tables import metadata
from scheduler.store.database import schema
from scheduler.store.database.engine import reading
from scheduler.store.database.patience import without_limit
from scheduler.store.plans.zone_rules import version_in

# Made once: `json.dumps` makes one for each row.
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_README = """\
This is a backup of Airslot, the whole of it: addresses of readers and everything that the office wrote.
manifest.json says what it is, tables/ holds each table as lines of JSON, one row a line, in UTF-8.
Restore it with: airslot restore FILE. Look whether it is whole with: airslot doctor --backup FILE.

Đây là bản sao lưu đầy đủ của Airslot: địa chỉ người nhận và mọi nội dung của cơ quan.
manifest.json mô tả bản sao lưu; thư mục tables/ chứa từng bảng, mỗi dòng JSON là một hàng, mã UTF-8.
Khôi phục bằng: airslot restore TỆP. Kiểm tra bằng: airslot doctor --backup TỆP.
"""


def write_backup(
    engine: Engine, out: IO[bytes], made_at: datetime, plan_time: datetime, secret: str | None
) -> Manifest:
    """Write all that is stored into `out`, which need not be able to go back; gives what was written.

    `made_at` is machine time, `secret` the fingerprint of the installation's. Raises Unavailable.
    """
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        reading(engine) as connection,
        without_limit(connection),
    ):
        archive.writestr(_entry("README.txt", made_at), _README)
        numbers = last_numbers(connection)
        manifest = Manifest(
            schema=schema.require_within(connection),
            release=version("airslot"),
            made_at=made_at,
            plan_time=plan_time,
            database=engine.dialect.name,
            zone_data=zone_data(),
            secret=secret,
            tables=tuple(
                _write_table(connection, archive, table, numbers, made_at) for table in metadata.sorted_tables
            ),
        )
        said = json.dumps(manifest_object(manifest), ensure_ascii=False, indent=1)
        archive.writestr(_entry(MANIFEST, made_at), f"{said}\n")
    return manifest


def zone_data() -> str | None:
    """The version of the time zones that this process reads, such as 2025b; None where nothing says it."""
    for folder in map(Path, TZPATH):
        if (found := version_in(folder)) is not None:
            return found
    # Where the system has none, the package is read.
    if any(Path(folder, "UTC").exists() for folder in TZPATH):
        return None
    return version_in(Path(str(files("tzdata") / "zoneinfo")))


def _write_table(
    connection: Connection,
    archive: zipfile.ZipFile,
    table: Table,
    numbers: Mapping[str, int],
    made_at: datetime,
) -> TableForm:
    form = form_of(table)
    writers = [(one.name, KINDS[one.kind].write) for one in form.columns]
    digest, count = hashlib.sha256(), 0
    options = {"yield_per": form.at_once}
    rows = connection.execute(_in_order(connection, table, form), execution_options=options)
    with archive.open(_entry(entry_of(table.name), made_at), "w", force_zip64=True) as entry:
        for some in rows.partitions(form.at_once):
            lines = b"".join(_line(writers, row) for row in some)
            entry.write(lines)
            digest.update(lines)
            count += len(some)
    return replace(form, rows=count, sha256=digest.hexdigest(), last_id=numbers.get(table.name))


def _in_order(connection: Connection, table: Table, form: TableForm) -> Select[Any]:
    """The rows by their key: the same content is the same file. Text goes by its bytes, as it does in SQLite;
    PostgreSQL would ask the language that the database was made with."""
    of_words = connection.dialect.name == "postgresql"
    keys = [table.c[name] for name in form.key]
    return select(*(table.c[one.name] for one in form.columns)).order_by(
        *(key.collate("C") if of_words and isinstance(key.type, Text) else key for key in keys)
    )


def _line(writers: list[tuple[str, Any]], row: Any) -> bytes:
    said = {
        name: None if value is None else write(value)
        for (name, write), value in zip(writers, row, strict=True)
    }
    try:
        return _ENCODE(said).encode() + b"\n"
    except UnicodeEncodeError:  # half a pair of UTF-16, which JSON can say and UTF-8 cannot
        return json.dumps(said, separators=(",", ":")).encode() + b"\n"


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
