"""The occurrence as it is stored, for whoever changes it: reading rows, replacing, deleting.

A change is a new value: ``row.changed(start=...)`` gives the row as it shall be, with SEQUENCE raised
where a reader of the feed must notice, and `replace_rows` writes it only over the revision it was read at.
New rows are stored by `insertion`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.engine import Row

from scheduler.errors import Conflict
from scheduler.store.instants import end_of, starts_at
from scheduler.store.occurrences.read_model import Wall, wall, wall_or_none
from scheduler.store.occurrences.row import OccurrenceRow, Override
from scheduler.store.occurrences.series import Rise, facts_of, touch_series
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import occurrence, override

T = TypeVar("T")


# --- occurrences ----------------------------------------------------------------------------


def item_rows(connection: Connection, item_ids: Sequence[int]) -> list[OccurrenceRow]:
    """All rows of the items, by item and start."""
    found: list[OccurrenceRow] = []
    for some in in_chunks(item_ids):
        question = select(occurrence).where(occurrence.c.item_id.in_(some))
        question = question.order_by(occurrence.c.item_id, occurrence.c.starts_at, occurrence.c.id)
        found += [_read(row) for row in connection.execute(question)]
    return found


def get_row(connection: Connection, occurrence_id: str, *, lock: bool = False) -> OccurrenceRow | None:
    """The row of that id, or None; `lock` holds other writers off until the commit."""
    question = select(occurrence).where(occurrence.c.id == occurrence_id)
    row = connection.execute(question.with_for_update() if lock else question).first()
    return None if row is None else _read(row)


def rows_by_id(connection: Connection, ids: Iterable[str], *, lock: bool = False) -> dict[str, OccurrenceRow]:
    """The rows of those ids that are there, by id; `lock` holds other writers off until the commit."""
    found: dict[str, OccurrenceRow] = {}
    for some in in_chunks(sorted(ids)):
        question = select(occurrence).where(occurrence.c.id.in_(some)).order_by(occurrence.c.id)
        rows = connection.execute(question.with_for_update() if lock else question)
        found |= {row.id: _read(row) for row in rows}
    return found


def replay_rows(connection: Connection, premiere_ids: Sequence[str]) -> dict[str, list[OccurrenceRow]]:
    """The replays of some premieres by the premiere's id, each premiere's by slot and start."""
    found: dict[str, list[OccurrenceRow]] = {}
    for some in in_chunks(premiere_ids):
        question = select(occurrence).where(occurrence.c.premiere_id.in_(some))
        question = question.order_by(occurrence.c.slot, occurrence.c.starts_at, occurrence.c.id)
        for row in connection.execute(question):
            found.setdefault(row.premiere_id, []).append(_read(row))
    return found


def replay_ids(connection: Connection, premiere_ids: Sequence[str]) -> list[str]:
    """The ids of all replays of some premieres."""
    found: list[str] = []
    for some in in_chunks(premiere_ids):
        found += connection.scalars(select(occurrence.c.id).where(occurrence.c.premiere_id.in_(some)))
    return found


def slot_ids(connection: Connection, occurrence_id: str) -> list[str]:
    """The ids of everything that the same slot of the same item gave, of the same kind, by start."""
    one = occurrence.alias("one")
    same = (
        (occurrence.c.item_id == one.c.item_id)
        & (occurrence.c.slot == one.c.slot)
        & (occurrence.c.kind == one.c.kind)
    )
    question = select(occurrence.c.id).join(one, same).where(one.c.id == occurrence_id)
    return list(connection.scalars(question.order_by(occurrence.c.starts_at, occurrence.c.id)))


def replace_rows(connection: Connection, rows: Iterable[OccurrenceRow], zone: ZoneInfo, at: datetime) -> int:
    """Write rows over the revision that each was read at; gives how many.

    Raises Conflict where a row has changed or gone since; roll the transaction back then.
    """
    wanted, values, rise = list(rows), [], Rise()
    if not wanted:
        return 0
    before = facts_of(connection, [row.id for row in wanted])
    for row in wanted:
        facts = _facts(row, zone, at)
        values.append(facts | {"of_id": row.id, "at_revision": row.revision, "revision": row.revision + 1})
        if row.id in before:
            rise.change(before[row.id], row)
    statement = update(occurrence).where(
        occurrence.c.id == bindparam("of_id"), occurrence.c.revision == bindparam("at_revision")
    )
    if connection.execute(statement, values).rowcount != len(values):
        raise Conflict(
            "occurrence-changed",
            "Somebody else has changed an occurrence since it was read; nothing was written."
            " Read it again, then make the change.",
            "Có người khác vừa sửa lần phát, lần đăng này; chưa ghi gì cả. Hãy đọc lại rồi sửa.",
        )
    rise.write(connection, at)
    return len(values)


def delete_rows(connection: Connection, ids: Sequence[str], at: datetime) -> None:
    """Delete occurrences. The database refuses one that carries a person's override."""
    rise = Rise()
    for was in facts_of(connection, ids).values():
        rise.remove(was)
    for some in in_chunks(ids):
        connection.execute(delete(occurrence).where(occurrence.c.id.in_(some)))
    rise.write(connection, at)


def touch_items(connection: Connection, item_ids: Sequence[int], at: datetime) -> None:
    """Mark the occurrences of items as changed: what a calendar shows beside their dates is another now."""
    for some in in_chunks(item_ids):
        change = update(occurrence).where(occurrence.c.item_id.in_(some))
        connection.execute(change.values(revision=occurrence.c.revision + 1, updated_at=at))
        touch_series(connection, some, at)


# --- overrides ------------------------------------------------------------------------------


def item_overrides(connection: Connection, item_ids: Sequence[int]) -> dict[str, Override]:
    """What people have changed in the items' occurrences, by occurrence id."""
    found: dict[str, Override] = {}
    for some in in_chunks(item_ids):
        question = select(override).join(occurrence, occurrence.c.id == override.c.occurrence_id)
        for row in connection.execute(question.where(occurrence.c.item_id.in_(some))):
            found[row.occurrence_id] = _read_override(row)
    return found


def overrides_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Override]:
    """What people have changed in those occurrences, by occurrence id."""
    found: dict[str, Override] = {}
    for some in in_chunks(sorted(ids)):
        question = select(override).where(override.c.occurrence_id.in_(some))
        found |= {row.occurrence_id: _read_override(row) for row in connection.execute(question)}
    return found


def save_overrides(connection: Connection, wanted: Sequence[Override], at: datetime) -> None:
    """Write people's changes in place of what they changed before; empty ones are taken away."""
    stored = overrides_by_id(connection, [one.occurrence_id for one in wanted])
    differ = [one for one in wanted if one != stored.get(one.occurrence_id)]
    gone = [one.occurrence_id for one in differ if one.empty and one.occurrence_id in stored]
    for some in in_chunks(gone):
        connection.execute(delete(override).where(override.c.occurrence_id.in_(some)))
    new, old = [], []
    for one in differ:
        if one.empty:
            continue
        facts = _override_facts(one) | {"updated_at": at}
        if one.occurrence_id in stored:
            old.append(facts | {"of_id": one.occurrence_id})
        else:
            new.append(facts | {"created_at": at})
    if new:
        connection.execute(insert(override), new)
    if old:
        connection.execute(update(override).where(override.c.occurrence_id == bindparam("of_id")), old)


# --- rows and values ------------------------------------------------------------------------

_SAME = (
    "id", "uid", "plan_id", "item_id", "slot", "period", "kind", "channel", "minutes", "minutes_max",
    "end_written", "premiere_id", "state", "reason", "orphaned", "cancelled_at", "sequence", "revision",
)  # fmt: skip
_ORIGINALS = (
    "original_end_day", "original_minutes", "original_minutes_max", "original_end_written",
    "original_channel",
)  # fmt: skip


def _facts(row: OccurrenceRow, zone: ZoneInfo, at: datetime) -> dict[str, Any]:
    original = row.start if row.original_start is None else row.original_start
    end = end_of(row.start, row.end, row.minutes, row.end_written, zone)
    return {
        **{name: getattr(row, name) for name in _SAME},
        **pair("start", row.start),
        **pair("end", end.wall),
        **pair("original", original),
        **pair("shifted_from", row.shifted_from),
        "starts_at": starts_at(row.start, zone),
        "ends_at": end.at,
        "updated_at": at,
    }


def _override_facts(one: Override) -> dict[str, Any]:
    return {
        "occurrence_id": one.occurrence_id,
        **pair("start", one.start),
        **pair("end", one.end),
        "minutes": one.minutes,
        "channel": one.channel,
        "cancelled": one.cancelled,
        "reason": one.reason,
        "note": one.note,
        **{name: getattr(one, name) for name in _ORIGINALS},
    }


def pair(name: str, value: Wall | None) -> dict[str, Any]:
    """The two columns of a wall time or a day, `name`_day and `name`_time."""
    if isinstance(value, datetime):
        return {f"{name}_day": value.date(), f"{name}_time": value.time()}
    return {f"{name}_day": value, f"{name}_time": None}


def _read(row: Row[Any]) -> OccurrenceRow:
    return OccurrenceRow(
        start=wall(row.start_day, row.start_time),
        end=row.end_day if row.start_time is None else None,
        original_start=wall(row.original_day, row.original_time),
        shifted_from=wall_or_none(row.shifted_from_day, row.shifted_from_time),
        **{name: getattr(row, name) for name in _SAME},
    )


def _read_override(row: Row[Any]) -> Override:
    return Override(
        occurrence_id=row.occurrence_id,
        start=wall_or_none(row.start_day, row.start_time),
        end=wall_or_none(row.end_day, row.end_time),
        minutes=row.minutes,
        channel=row.channel,
        cancelled=row.cancelled,
        reason=row.reason,
        note=row.note,
        **{name: getattr(row, name) for name in _ORIGINALS},
    )
