"""A backup that somebody hands in: what it says of itself, and its rows, looked at while they are read."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from scheduler.backup.form import KINDS, MANIFEST, ColumnForm, Manifest, TableForm, entry_of, read_manifest
from scheduler.errors import Invalid
from scheduler.store.database import schema

LONGEST_LINE = 64 * 1024 * 1024  # bytes; a row that is longer was never written


class Backup:
    """An open backup. Whatever is wrong with it is raised as Invalid, with the table and the line."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self.name = archive, name
        self.manifest = _manifest(archive, name)

    def rows(self, table: TableForm) -> Iterator[dict[str, Any]]:
        """The rows of a table as values. Raises at its end where they are not those that were written."""
        digest, count = hashlib.sha256(), 0
        readers = {one.name: one for one in table.columns}
        for line in self._lines(table):
            count += 1
            digest.update(line)
            try:
                said = json.loads(line)
                if said.keys() != readers.keys():
                    raise ValueError("other columns than the manifest names")
                row = {name: _value(readers[name], value) for name, value in said.items()}
            except (ValueError, TypeError, AttributeError) as error:
                raise self.damaged(f"table {table.name}, line {count}: {error}") from None
            yield row
        if count != table.rows:
            raise self.damaged(f"table {table.name} has {count} rows and not {table.rows}")
        if digest.hexdigest() != table.sha256:
            raise self.damaged(f"table {table.name} is not as it was written")

    def damaged(self, what: str) -> Invalid:
        """What is told where the file is not as it was made."""
        return Invalid(
            "backup-damaged",
            f"The backup {self.name} is damaged: {what}. Nothing of it can be relied on; take another one.",
            f"Bản sao lưu {self.name} bị hỏng: {what}. Không thể tin cậy tệp này; hãy dùng bản khác.",
            where=self.name,
        )

    def _lines(self, table: TableForm) -> Iterator[bytes]:
        try:
            with self._archive.open(entry_of(table.name)) as entry:
                while line := entry.readline(LONGEST_LINE):
                    yield line
        except KeyError:
            raise self.damaged(f"table {table.name} is missing") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise self.damaged(f"table {table.name}: {error}") from None


@contextmanager
def open_backup(file: IO[bytes], name: str) -> Iterator[Backup]:
    """The backup in a file in which one can go back. Raises Invalid where it is none of ours, or newer."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise _no_backup(name) from None
    with archive:
        backup = Backup(archive, name)
        _require_known(backup)
        yield backup


def is_backup(path: Path) -> bool:
    """Whether a file is a backup of ours, whole or not."""
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def _value(column: ColumnForm, value: Any) -> Any:
    if value is not None:
        return KINDS[column.kind].read(value)
    if column.nullable or column.kind == "json":
        return None
    raise ValueError(f"{column.name} is empty")


def _manifest(archive: zipfile.ZipFile, name: str) -> Manifest:
    try:
        return read_manifest(json.loads(archive.read(MANIFEST)))
    except (KeyError, LookupError, TypeError, ValueError, zipfile.BadZipFile, zlib.error, EOFError):
        raise _no_backup(name) from None


def _require_known(backup: Backup) -> None:
    stands_at = backup.manifest.schema
    if not schema.is_newer(stands_at):
        return
    release, since = backup.manifest.release, schema.day_of(stands_at)
    raise Invalid(
        "backup-newer",
        f"The backup {backup.name} was made by a newer release ({release}, schema {stands_at}). Use a release"
        f" of {since} or later, or an older backup.",
        f"Bản sao lưu {backup.name} do phiên bản mới hơn tạo ({release}, lược đồ {stands_at}). Hãy dùng phiên"
        f" bản từ {since} trở đi, hoặc một bản sao lưu cũ hơn.",
        where=backup.name,
    )


def _no_backup(name: str) -> Invalid:
    return Invalid(
        "backup-unknown",
        f"{name} is no backup of Airslot, or only a part of one. Name a file that airslot backup made.",
        f"{name} không phải là bản sao lưu của Airslot, hoặc chỉ là một phần. Hãy chọn tệp do airslot backup"
        " tạo.",
        where=name,
    )
