"""The SQLite file behind an engine: is it still the one that was opened?

An open file stays open when its name is removed or given to another file, which is what people do to restore
a backup. SQLite goes on with the file that nobody can reach any more, and all that is written there is lost.
The log beside it (`-wal`) knows nothing of its file: left beside a backup, SQLite plays it into that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from scheduler.errors import Unavailable

Identity: TypeAlias = tuple[int, int]  # device and inode

_BESIDE = ("-wal", "-shm")
_FORMER = ".former"


class DatabaseFile:
    """One file for the life of an engine. Safe to use from many threads."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._opened: Identity | None = None
        # SQLite follows links, and writes the log where the file really is.
        self._beside = {end: Path(f"{self._path.resolve()}{end}") for end in _BESIDE}
        self._lock = Lock()
        self._connections = 0
        self._log: Identity | None = None
        self._log_is_lost = False

    @property
    def uri(self) -> str:
        """What SQLite opens. mode=rw: a mistyped path is an error, not a new and empty database."""
        return f"{self._path.as_uri()}?mode=rw"

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Around the opening of a connection: all of an engine are to the same file. Raises Unavailable."""
        before = _identity(self._path)
        if self._opened not in (None, before):
            raise self._replaced()
        if self._log_is_lost:
            raise self._without_log()
        yield
        if _identity(self._path) != before or self._opened not in (None, before):
            raise self._replaced()
        self._opened = before

    def note_opened(self) -> None:
        """Count a connection. The first begins the log, which stays as long as one is open."""
        with self._lock:
            if self._connections == 0:
                self._log = _identity(self._beside["-wal"])
            self._connections += 1

    def note_closed(self) -> None:
        """Count it off."""
        with self._lock:
            self._connections -= 1

    def require_same(self, connection: sqlite3.Connection) -> None:
        """Raise Unavailable where the name leads to another file by now, or the log is gone.

        What was committed is written into the file that is open, so that no kill takes it away.
        """
        has_its_log = self._log == _identity(self._beside["-wal"])
        if _identity(self._path) != self._opened:
            self._save(connection)
            if has_its_log:
                self._set_aside()
            raise self._replaced()
        if not has_its_log or self._log_is_lost:
            self._save(connection)
            # A new connection would begin another log beside those that are open.
            self._log_is_lost = True
            raise self._without_log()

    def _save(self, connection: sqlite3.Connection) -> None:
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _set_aside(self) -> None:
        """Take the former file's log away from the file that has its name now."""
        for file in self._beside.values():
            with suppress(OSError):
                file.replace(f"{file}{_FORMER}")

    def _replaced(self) -> Unavailable:
        path, name = self._path, self._path.name
        return Unavailable(
            "database-replaced",
            f"The database file {path} is not the one any more that this program opened: it was removed, or"
            " another was put in its place. Nothing is read, written or sent. Put it back; or, to go on with"
            f" the file that is there: stop every airslot program, remove {name}-wal and {name}-shm where"
            " they are left, run airslot doctor, and start again.",
            f"Tệp cơ sở dữ liệu {path} không còn là tệp mà chương trình đã mở: tệp đã bị xóa, hoặc bị thay"
            " bằng tệp khác. Không đọc, ghi hay gửi gì nữa. Hãy đặt tệp cũ lại chỗ cũ; hoặc, để dùng tệp đang"
            f" có: dừng mọi chương trình airslot, xóa {name}-wal và {name}-shm nếu còn, chạy airslot doctor,"
            " rồi khởi động lại.",
            where="AIRSLOT_DATABASE_URL",
        )

    def _without_log(self) -> Unavailable:
        path = self._path
        return Unavailable(
            "database-replaced",
            f"The file {path}-wal was removed or replaced while this program worked with it. What was in it"
            f" is kept in {path.name}. Nothing is read, written or sent until every airslot program was"
            " stopped and started again.",
            f"Tệp {path}-wal đã bị xóa hoặc bị thay khi chương trình đang dùng. Nội dung của nó vẫn còn trong"
            f" {path.name}. Không đọc, ghi hay gửi gì nữa cho đến khi mọi chương trình airslot được dừng và"
            " khởi động lại.",
            where="AIRSLOT_DATABASE_URL",
        )


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
