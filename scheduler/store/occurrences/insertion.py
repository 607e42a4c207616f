"""New occurrences into the table, many at a time.

A first load writes hundreds of thousands of rows, so each becomes a plain tuple for the driver's
`executemany`: one SQL text for both databases, each distinct moment turned into columns once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Dialect

from scheduler.store.instants import end_of, starts_at
from scheduler.store.occurrences.read_model import Wall
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.occurrences.series import Rise
from scheduler.store.tables import occurrence

_COLUMNS = (
    "id", "uid", "plan_id", "item_id", "slot", "period", "kind", "state", "channel",
    "start_day", "start_time", "end_day", "end_time", "starts_at", "ends_at", "original_day", "original_time",
    "minutes", "minutes_max", "end_written", "premiere_id", "shifted_from_day", "shifted_from_time", "reason",
    "orphaned", "cancelled_at", "sequence", "revision", "created_at", "updated_at",
)  # fmt: skip
_AT_ONCE = 20_000


def insert_rows(connection: Connection, rows: Iterable[OccurrenceRow], zone: ZoneInfo, at: datetime) -> int:
    """Store new occurrences; gives how many. `zone` is the plan's, `at` machine time."""
    statement = _statement(connection.dialect)
    values = _Values(connection.dialect, zone)
    written = values.instant(at)
    waiting, count, rise = iter(rows), 0, Rise()
    while some := list(islice(waiting, _AT_ONCE)):
        connection.exec_driver_sql(statement, [values.of(row, written) for row in some])
        for row in some:
            rise.add(row)
        count += len(some)
    rise.write(connection, at)
    return count


def _statement(dialect: Dialect) -> str:
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(_COLUMNS))
    return f"INSERT INTO occurrence ({', '.join(_COLUMNS)}) VALUES ({marks})"  # noqa: S608 - names of ours


class _Values:
    """Values as the driver takes them; the columns of a moment are worked out once."""

    def __init__(self, dialect: Dialect, zone: ZoneInfo) -> None:
        self.zone = zone
        self.moments: dict[tuple[object, ...], tuple[Any, ...]] = {}
        self.bind = {
            name: occurrence.c[name].type.dialect_impl(dialect).bind_processor(dialect)
            for name in ("start_day", "start_time", "starts_at")
        }

    def of(self, row: OccurrenceRow, written: Any) -> tuple[Any, ...]:
        """The row in the order of the columns."""
        key = row.start, row.end, row.minutes, row.end_written, row.original_start
        moment = self.moments.get(key)
        if moment is None:
            moment = self.moments[key] = self._moment(row)
        shifted_from, cancelled_at = row.shifted_from, row.cancelled_at
        return (
            row.id, row.uid, row.plan_id, row.item_id, row.slot, row.period, row.kind, row.state, row.channel,
            *moment,
            row.minutes, row.minutes_max, row.end_written, row.premiere_id,
            *((None, None) if shifted_from is None else self._wall(shifted_from)), row.reason, row.orphaned,
            None if cancelled_at is None else self.instant(cancelled_at), row.sequence, row.revision,
            written, written,
        )  # fmt: skip

    def instant(self, at: datetime | None) -> Any:
        """An instant as the driver takes it."""
        return self._bound("starts_at", at)

    def _moment(self, row: OccurrenceRow) -> tuple[Any, ...]:
        start, original = row.start, row.original_start
        end = end_of(start, row.end, row.minutes, row.end_written, self.zone)
        return (
            *self._wall(start),
            *((None, None) if end.wall is None else self._wall(end.wall)),
            self.instant(starts_at(start, self.zone)),
            self.instant(end.at),
            *self._wall(start if original is None else original),
        )

    def _wall(self, wall: Wall) -> tuple[Any, Any]:
        if isinstance(wall, datetime):
            return self._bound("start_day", wall.date()), self._bound("start_time", wall.time())
        return self._bound("start_day", wall), None

    def _bound(self, column: str, value: date | Any) -> Any:
        bind = self.bind[column]
        return value if bind is None or value is None else bind(value)
