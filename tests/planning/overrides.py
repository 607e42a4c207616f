"""A person's change of one occurrence, by itself: what the desk does to many at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.machine_time import MachineTime, utcnow
from scheduler.planning.by_hand.overrides import discard, note
from scheduler.planning.by_hand.overriding import Overriding
from scheduler.planning.by_hand.placing import Wall
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence

__all__ = ["cancel", "discard", "move", "note", "restore", "retime"]


def move(
    connection: Connection,
    occurrence_id: str,
    start: Wall,
    *,
    end: date | None = None,
    channel: str | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    return _one(
        connection,
        occurrence_id,
        machine_time,
        lambda many: many.place(occurrence_id, start=start, end=end, channel=channel),
    )


def retime(
    connection: Connection,
    occurrence_id: str,
    *,
    at: time | None = None,
    minutes: int | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    return _one(
        connection,
        occurrence_id,
        machine_time,
        lambda many: many.place(occurrence_id, at=at, minutes=minutes),
    )


def cancel(
    connection: Connection,
    occurrence_id: str,
    clock: Clock,
    *,
    reason: str | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    return _one(
        connection,
        occurrence_id,
        machine_time,
        lambda many: many.cancel(occurrence_id, clock, reason=reason),
    )


def restore(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    return _one(connection, occurrence_id, machine_time, lambda many: many.restore(occurrence_id))


def _one(
    connection: Connection,
    occurrence_id: str,
    machine_time: MachineTime,
    change: Callable[[Overriding], None],
) -> Occurrence:
    many = Overriding(connection, [occurrence_id], machine_time)
    change(many)
    many.write()
    return get_occurrence(connection, occurrence_id)
