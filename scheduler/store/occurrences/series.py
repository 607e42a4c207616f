"""What calendars are told of a series: its UID, SEQUENCE and the time of its last change, which only rise.

A series is what one slot of an item gives of one kind. Its rows come and go; a program that has seen it lets
go of what is gone only where SEQUENCE and time say that something is newer (RFC 5546, 2.1.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, case, insert, select, update

from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import item, occurrence, plan, series

# A cancelled row that feeds no longer showed counted one; it leaves more behind than it takes.
BROUGHT_BACK = 2


class SeriesKey(NamedTuple):
    """What tells one series from another."""

    item_id: int
    slot: str
    kind: str


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """The series as it is told; the instants are machine time."""

    uid: str
    sequence: int
    created_at: datetime
    changed_at: datetime


class RowFacts(NamedTuple):
    """What of a stored row decides how far its series rises."""

    key: SeriesKey
    sequence: int
    cancelled_at: datetime | None


def key_of(row: OccurrenceRow) -> SeriesKey:
    """The series that the row belongs to."""
    return SeriesKey(row.item_id, row.slot, row.kind)


def series_of_plan(connection: Connection, slug: str) -> dict[tuple[str, str, str], StoredSeries]:
    """All series of a plan, by item number, slot and kind."""
    columns = (series.c.uid, series.c.sequence, series.c.created_at, series.c.changed_at)
    joined = series.join(item, item.c.id == series.c.item_id).join(plan, plan.c.id == item.c.plan_id)
    question = select(item.c.number, series.c.slot, series.c.kind, *columns).select_from(joined)
    rows = connection.execute(question.where(plan.c.slug == slug)).all()
    return {(number, slot, kind): StoredSeries(*facts) for number, slot, kind, *facts in rows}


def facts_of(connection: Connection, ids: Sequence[str]) -> dict[str, RowFacts]:
    """What the rows of those ids are before they change, by id."""
    columns = (occurrence.c.item_id, occurrence.c.slot, occurrence.c.kind)
    question = select(occurrence.c.id, *columns, occurrence.c.sequence, occurrence.c.cancelled_at)
    found: dict[str, RowFacts] = {}
    for some in in_chunks(ids):
        for id_, *key, sequence, cancelled_at in connection.execute(
            question.where(occurrence.c.id.in_(some))
        ):
            found[id_] = RowFacts(SeriesKey(*key), sequence, cancelled_at)
    return found


class Rise:
    """How far each series rises by what one writing does; `write` stores it."""

    def __init__(self) -> None:
        self.by: dict[SeriesKey, int] = {}
        self.oldest: dict[SeriesKey, OccurrenceRow] = {}  # whose UID a new series takes

    def add(self, row: OccurrenceRow) -> None:
        """A row that is new."""
        key = key_of(row)
        known = self.oldest.get(key)
        if known is None:
            self.by[key] = self.by.get(key, 0) + 1
        if known is None or _place(row) < _place(known):
            self.oldest[key] = row

    def change(self, was: RowFacts, row: OccurrenceRow) -> None:
        """A row that is another than before: by as much as its own SEQUENCE."""
        key = key_of(row)
        if key != was.key:
            self.remove(was)
            self.add(row)
            return
        back = was.cancelled_at is not None and row.cancelled_at != was.cancelled_at
        raised = max(row.sequence - was.sequence, 0) + BROUGHT_BACK * back
        self.by[key] = self.by.get(key, 0) + raised

    def remove(self, was: RowFacts) -> None:
        """A row that is gone."""
        self.by[was.key] = self.by.get(was.key, 0) + 1

    def write(self, connection: Connection, at: datetime) -> None:
        """Raise the series that are stored, and store the new ones; `at` is machine time."""
        known = _known(connection, {key.item_id for key in self.by})
        raised = [_named(key) | {"raised": by} for key, by in self.by.items() if key in known]
        if raised:
            this = (
                (series.c.item_id == bindparam("of_item"))
                & (series.c.slot == bindparam("of_slot"))
                & (series.c.kind == bindparam("of_kind"))
            )
            change = update(series).where(this)
            sequence = series.c.sequence + bindparam("raised")
            connection.execute(change.values(sequence=sequence, changed_at=_later(at)), raised)
        made = [_made(key, row, at) for key, row in self.oldest.items() if key not in known]
        if made:
            connection.execute(insert(series), made)


def touch_series(connection: Connection, item_ids: Sequence[int], at: datetime) -> None:
    """Mark the series of some items (few enough for one statement) as changed, but for their dates."""
    connection.execute(update(series).where(series.c.item_id.in_(item_ids)).values(changed_at=_later(at)))


def _later(at: datetime) -> ColumnElement[datetime]:
    """The machine's clock may have been put back since."""
    return case((series.c.changed_at < at, at), else_=series.c.changed_at)


def _known(connection: Connection, item_ids: Iterable[int]) -> set[SeriesKey]:
    ids, found = sorted(item_ids), set[SeriesKey]()
    for some in in_chunks(ids):
        question = select(series.c.item_id, series.c.slot, series.c.kind).where(series.c.item_id.in_(some))
        found |= {SeriesKey(*row) for row in connection.execute(question)}
    return found


def _named(key: SeriesKey) -> dict[str, object]:
    return {"of_item": key.item_id, "of_slot": key.slot, "of_kind": key.kind}


def _made(key: SeriesKey, oldest: OccurrenceRow, at: datetime) -> dict[str, object]:
    # With the slot: a row that has moved from another one may have given that its UID.
    told = {"uid": f"series-{key.slot}-{oldest.uid}", "sequence": oldest.sequence}
    return {**key._asdict(), **told, "created_at": at, "changed_at": at}


def _place(row: OccurrenceRow) -> tuple[str, str]:
    return (row.start if row.original_start is None else row.original_start).isoformat(), row.uid
