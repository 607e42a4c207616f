"""New occurrences into the table, many at a time.

A first load writes hundreds of thousands of rows, so rows are made as plain tuples for the driver's
`executemany`: one SQL text for both databases, each distinct moment turned into columns once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Dialect

from rules.schedule import Instance
from scheduler.planning.placing import Wall
from scheduler.store.identity import mint
from scheduler.store.instants import ends_at, starts_at
from scheduler.store.tables import occurrence

# The id of the premiere that (slot, start as the phrase gives it) names, within one item.
PremiereIds: TypeAlias = dict[tuple[str, Wall], str]

COLUMNS = (
    "id", "uid", "plan_id", "item_id", "slot", "period", "kind", "state", "channel",
    "start_day", "start_time", "end_day", "end_time", "starts_at", "ends_at",
    "minutes", "minutes_max", "premiere_id", "original_day", "original_time",
    "shifted_from_day", "shifted_from_time", "reason", "orphaned", "sequence", "revision",
    "created_at", "updated_at",
)  # fmt: skip
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class NewOccurrences:
    """Instances of one item that become occurrences, with their minted (id, uid).

    `premieres` holds the ids of all premieres that the replays among them may belong to.
    """

    instances: Sequence[Instance]
    minted: Sequence[tuple[str, str]]
    premieres: PremiereIds = field(default_factory=dict)


def mint_new(added: Sequence[Sequence[Instance]], uid_domain: str, at: datetime) -> list[NewOccurrences]:
    """Mint id and UID for the new instances of each item, in one go."""
    minted = mint(sum(map(len, added)), uid_domain, at)
    found, begin = [], 0
    for instances in added:
        pairs = minted[begin : begin + len(instances)]
        begin += len(instances)
        found.append(NewOccurrences(instances, pairs, _premieres(instances, pairs)))
    return found


def _premieres(instances: Sequence[Instance], minted: Sequence[tuple[str, str]]) -> PremiereIds:
    return {
        (instance.slot, instance.start): ids[0]
        for instance, ids in zip(instances, minted, strict=True)
        if instance.kind == "premiere"
    }


def store_instances(
    connection: Connection,
    plan_id: int,
    new: Iterable[tuple[int, NewOccurrences]],
    zone: ZoneInfo,
    at: datetime,
) -> None:
    """Store new occurrences by item id. `zone` is the plan's, `at` machine time."""
    statement = _insert_text(connection.dialect)
    columns = _Columns(connection.dialect, zone)
    written = columns.instant(at)
    rows: list[tuple[Any, ...]] = []
    for item_id, occurrences in new:
        rows += columns.rows(plan_id, item_id, occurrences, written)
        if len(rows) >= _AT_ONCE:
            connection.exec_driver_sql(statement, rows)
            rows = []
    if rows:
        connection.exec_driver_sql(statement, rows)


def _insert_text(dialect: Dialect) -> str:
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(COLUMNS))
    return f"INSERT INTO occurrence ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608 - names of ours


class _Columns:
    """Values as the driver takes them; the columns of a moment are worked out once."""

    def __init__(self, dialect: Dialect, zone: ZoneInfo) -> None:
        self.zone = zone
        self.moments: dict[tuple[Wall, Wall | None], tuple[Any, ...]] = {}
        self.bind = {
            name: occurrence.c[name].type.dialect_impl(dialect).bind_processor(dialect)
            for name in ("start_day", "start_time", "starts_at")
        }

    def rows(self, plan_id: int, item_id: int, new: NewOccurrences, written: Any) -> list[tuple[Any, ...]]:
        """One tuple for each instance, in the order of COLUMNS."""
        moments, premieres = self.moments, new.premieres
        rows = []
        for instance, (row_id, uid) in zip(new.instances, new.minted, strict=True):
            kind, start, end, channel, minutes, most, slot, period, premiere, origin, reason = instance
            moment = moments.get((start, end)) or self._moment(start, end)
            premiere_id = None if premiere is None else premieres.get((slot.partition(".")[0], premiere))
            rows.append(
                (
                    row_id, uid, plan_id, item_id, slot, period, kind, "planned", channel,
                    *moment, minutes, most, premiere_id, moment[0], moment[1],
                    *((None, None) if origin is None else self._wall(origin)), reason, False, 0, 1,
                    written, written,
                )
            )  # fmt: skip
        return rows

    def instant(self, at: datetime | None) -> Any:
        """An instant as the driver takes it."""
        return self._bound("starts_at", at)

    def _moment(self, start: Wall, end: Wall | None) -> tuple[Any, ...]:
        moment = (
            *self._wall(start),
            *((None, None) if end is None else self._wall(end)),
            self.instant(starts_at(start, self.zone)),
            self.instant(ends_at(start, end, self.zone)),
        )
        self.moments[start, end] = moment
        return moment

    def _wall(self, wall: Wall) -> tuple[Any, Any]:
        if isinstance(wall, datetime):
            return self._bound("start_day", wall.date()), self._bound("start_time", wall.time())
        return self._bound("start_day", wall), None

    def _bound(self, column: str, value: date | Any) -> Any:
        bind = self.bind[column]
        return value if bind is None or value is None else bind(value)
