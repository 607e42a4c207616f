"""The address of the database: which ones can be used, and by which driver."""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from scheduler.errors import Invalid


def read_url(url: str) -> URL:
    """The address as SQLAlchemy's value, with its driver; raises Invalid where it cannot be used."""
    try:
        address = make_url(url)
        backend = address.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        backend = ""
    if backend in ("postgresql", "postgres"):
        return address.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and address.database not in (None, "", ":memory:"):
        return address.set(drivername="sqlite+pysqlite")
    raise Invalid(
        "database-url",
        "The database address cannot be used. Write sqlite:///path/to/file.db"
        " or postgresql://user:password@host/name.",
        "Địa chỉ cơ sở dữ liệu không dùng được. Hãy ghi sqlite:///đường/dẫn/tệp.db"
        " hoặc postgresql://người-dùng:mật-khẩu@máy-chủ/tên.",
        where="AIRSLOT_DATABASE_URL",
    )
