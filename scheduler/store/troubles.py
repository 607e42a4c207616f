"""What the drivers raise about the database itself, as sentences."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from scheduler.errors import Unavailable

_RETRY_AFTER = 10
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def trouble_of(error: DBAPIError, database: str) -> Unavailable | None:
    """The sentence for what a driver raised; None where it is about the statement. `database` is shown."""
    said = " ".join(str(error.orig).split())
    if _sqlite_code(error) in _DAMAGED:
        return damaged(database, said)
    if type(error.orig).__name__ in ("UndefinedTable", "UndefinedColumn") or "no such " in said:
        return _too_old(database)
    if isinstance(error, OperationalError) or error.connection_invalidated:
        return _away(database, said)
    return None


def damaged(database: str, said: str) -> Unavailable:
    """What is told where a file is no sound database."""
    return Unavailable(
        "database-damaged",
        f"The database {database} is damaged: {said}. Stop every airslot program, keep the file with what"
        " lies beside it for whoever may mend it, put the last backup in its place, and run: airslot doctor",
        f"Cơ sở dữ liệu {database} bị hỏng: {said}. Hãy dừng mọi chương trình airslot, giữ lại tệp này cùng"
        " các tệp bên cạnh cho người sửa, đặt bản sao lưu gần nhất vào chỗ đó, rồi chạy: airslot doctor",
        where="AIRSLOT_DATABASE_URL",
    )


def _sqlite_code(error: DBAPIError) -> int | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF  # without what SQLite adds to it


def _too_old(database: str) -> Unavailable:
    return Unavailable(
        "database-not-migrated",
        f"The database {database} lacks tables that this version needs. Run: airslot migrate",
        f"Cơ sở dữ liệu {database} thiếu bảng mà phiên bản này cần. Hãy chạy: airslot migrate",
        where="AIRSLOT_DATABASE_URL",
    )


def _away(database: str, said: str) -> Unavailable:
    return Unavailable(
        "database-unavailable",
        f"The database {database} does not answer: {said}. Check AIRSLOT_DATABASE_URL and that the"
        " database runs; a new database is made by: airslot migrate",
        f"Cơ sở dữ liệu {database} không trả lời: {said}. Hãy kiểm tra AIRSLOT_DATABASE_URL và xem"
        " cơ sở dữ liệu có đang chạy không; tạo mới bằng: airslot migrate",
        where="AIRSLOT_DATABASE_URL",
        retry_after=_RETRY_AFTER,
    )
