"""The row that says when old rows were last removed, and from which instant their age was reckoned.

Machine time throughout. Of several workers one has the night.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.store.tables import upkeep

# However far the clock goes ahead, in a night rows grow older by no more than this.
MOST_A_NIGHT = timedelta(days=7)

_DAY = timedelta(days=1)
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # nothing is as old as that


@dataclass(frozen=True, slots=True)
class Night:
    """The last run. `ended_at` is None while it works, or where it did not come to its end."""

    begun_at: datetime
    ended_at: datetime | None
    reckoned_at: datetime
    removed: Mapping[str, int]


def find_night(connection: Connection) -> Night | None:
    """The last run; None before the first."""
    row = connection.execute(select(upkeep)).first()
    return None if row is None else Night(row.begun_at, row.ended_at, row.reckoned_at, row.removed or {})


def is_due(found: Night | None, at: datetime, night: time) -> bool:
    """Whether it is time for a run: `night` is over and none has begun since, or one in the future."""
    return found is None or not _last(at, night) <= found.begun_at <= at


def begin_night(connection: Connection, at: datetime, night: time) -> datetime | None:
    """Take the night; from which instant ages are reckoned, or None where it is not due, or another's.

    A clock that went ahead makes rows older by a week at most, and the first night by nothing at all: what it
    could not remove yet, later ones do.
    """
    before = find_night(connection)
    if not is_due(before, at, night):
        return None
    if before is None:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        first = dialect.insert(upkeep).values(id=1, begun_at=at, reckoned_at=at)
        made = connection.execute(first.on_conflict_do_nothing()).rowcount
        return _NEVER if made else None
    reckoned = min(at, before.reckoned_at + MOST_A_NIGHT)
    mine = update(upkeep).where(upkeep.c.begun_at == before.begun_at)
    step = mine.values(begun_at=at, ended_at=None, reckoned_at=reckoned)
    return reckoned if connection.execute(step).rowcount else None


def end_night(connection: Connection, at: datetime, removed: Mapping[str, int]) -> None:
    """Write down that the run is over, and how many rows of each kind it removed."""
    connection.execute(update(upkeep).values(ended_at=at, removed=dict(removed)))


def database_bytes(connection: Connection) -> int:
    """How much the database takes on the disk."""
    if connection.dialect.name == "postgresql":
        return connection.scalar(select(func.pg_database_size(func.current_database()))) or 0
    pages, size = (
        connection.exec_driver_sql(f"PRAGMA {word}").scalar() for word in ("page_count", "page_size")
    )
    return int(pages or 0) * int(size or 0)


def _last(at: datetime, night: time) -> datetime:
    """The last instant at which a night began."""
    today = datetime.combine(at.astimezone(UTC).date(), night, UTC)
    return today if today <= at else today - _DAY
