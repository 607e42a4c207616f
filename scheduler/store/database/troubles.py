"""What the drivers raise about the database itself, as sentences."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from scheduler.errors import Unavailable

READ_ONLY = "database-read-only"
_RETRY_AFTER = 10

# What SQLite calls a number and PostgreSQL a state (SQLSTATE), and the name that both have here.
_SQLITE = {
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_IOERR: "disk",
}
_POSTGRESQL = {
    "XX001": "damaged",
    "XX002": "damaged",
    "53100": "full",
    "55P03": "locked",
    "40P01": "locked",
    "40001": "locked",
    "25006": "read-only",
    "58030": "disk",
    "57014": "timeout",
    "25P03": "timeout",
    "53300": "busy",
}
# Each kind: what is told in English and Vietnamese, and after how many seconds it may be tried again.
_SENTENCES = {
    "full": (
        "There is no room left on the database's disk: nothing can be written, what is stored can still"
        " be read. Whoever runs the service: make room on that disk; nothing needs to be started again.",
        "Đĩa của cơ sở dữ liệu đã đầy: không ghi được gì, nhưng vẫn đọc được những gì đã lưu. Người quản"
        " trị: hãy giải phóng chỗ trên đĩa đó; không cần khởi động lại.",
        60,
    ),
    "locked": (
        "Somebody else is writing to the database and kept it locked: nothing was changed. Try again; if"
        " it stays so, whoever runs the service ends the program that holds it.",
        "Một nơi khác đang ghi và khóa cơ sở dữ liệu: chưa có gì thay đổi. Hãy thử lại; nếu vẫn vậy,"
        " người quản trị hãy dừng chương trình đang giữ khóa.",
        10,
    ),
    "read-only": (
        "The database can be read now and not written: nothing was changed. Whoever runs the service: a"
        " SQLite file and its folder must be writable for its user; a PostgreSQL server is a standby, or"
        " is set so.",
        "Hiện chỉ đọc được cơ sở dữ liệu, không ghi được: chưa có gì thay đổi. Người quản trị: với"
        " SQLite, tệp và thư mục phải ghi được; với PostgreSQL, máy chủ đang là bản dự phòng hoặc được đặt"
        " chỉ đọc.",
        60,
    ),
    "timeout": (
        "The database did not finish in time: nothing was changed. Try again; if it happens again,"
        " whoever runs the service looks for what keeps it so busy, or locked.",
        "Cơ sở dữ liệu không làm xong kịp thời: chưa có gì thay đổi. Hãy thử lại; nếu lặp lại, người quản"
        " trị hãy tìm xem điều gì làm nó bận hoặc bị khóa.",
        10,
    ),
    "disk": (
        "The database's disk fails: what was asked could not be read or written. Whoever runs the"
        " service: look into the machine's own log, and have the last backup at hand.",
        "Đĩa của cơ sở dữ liệu bị lỗi: không đọc hoặc không ghi được. Người quản trị: hãy xem nhật ký của"
        " máy và chuẩn bị bản sao lưu gần nhất.",
        60,
    ),
    "busy": (
        "All connections to the database are in use. Try again shortly.",
        "Mọi kết nối đến cơ sở dữ liệu đều đang bận. Hãy thử lại sau giây lát.",
        10,
    ),
}


def trouble_of(error: SQLAlchemyError, database: str) -> Unavailable | None:
    """The sentence for what a driver raised; None where it is about the statement. `database` is shown."""
    if isinstance(error, PoolTimeout):
        return _told("busy")
    if not isinstance(error, DBAPIError):
        return None
    said = " ".join(str(error.orig).split())
    kind = _kind(error)
    if kind == "damaged":
        return damaged(database, said)
    if kind is not None:
        return _told(kind)
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


def _kind(error: DBAPIError) -> str | None:
    number = getattr(error.orig, "sqlite_errorcode", None)
    if number is not None:
        return _SQLITE.get(number & 0xFF)  # without what SQLite adds to it
    return _POSTGRESQL.get(getattr(error.orig, "sqlstate", None) or "")


def _told(kind: str) -> Unavailable:
    en, vi, retry_after = _SENTENCES[kind]
    where = "AIRSLOT_DATABASE_URL"
    return Unavailable(f"database-{kind}", en, vi, where=where, retry_after=retry_after, for_all=True)


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
