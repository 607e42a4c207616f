"""A person's change to one occurrence: move, retime, cancel, restore, a note.

A change of the phrase never undoes it. A premiere that is moved takes along those of its replays that
nobody moved. Each function is one step in the caller's transaction and gives the occurrence as it is
then. Changes of start, end, place or cancellation raise SEQUENCE by one; a note does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.errors import Conflict
from scheduler.machine_time import MachineTime, utcnow
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.by_hand.overriding import Overriding, not_found, plan_zone
from scheduler.planning.by_hand.placing import Wall
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.occurrences.row import Override
from scheduler.store.occurrences.rows import delete_rows, get_row, replace_rows, replay_rows, save_overrides
from scheduler.store.pieces import has_pieces
from scheduler.store.plans.plan_rows import bump_plan


def move(
    connection: Connection,
    occurrence_id: str,
    start: Wall,
    *,
    end: date | None = None,
    channel: str | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    """Hold it at another time (naive wall time in the plan's zone), or on another channel as well.

    A day alone keeps the time of day of a timed airing. For a window, `start` is the real day, which
    must lie inside it; with `end` the window itself goes to those days.
    Raises NotFound; Conflict where it is delivered, missed or cancelled; Invalid for a start that it
    cannot have.
    """
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
    """Give an airing another time on its day, another duration in minutes, or both. Raises as `move` does."""
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
    """Cancel it; it stays and is shown as cancelled. Its replays stay planned. A second time changes nothing.

    Raises NotFound; Conflict where it is delivered or missed.
    """
    return _one(
        connection,
        occurrence_id,
        machine_time,
        lambda many: many.cancel(occurrence_id, clock, reason=reason),
    )


def restore(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    """Take back a person's move, duration, channel and cancellation: the phrase decides again. A note stays.

    Raises NotFound; Conflict where it is delivered or missed, or where the phrase no longer names it.
    """
    return _one(connection, occurrence_id, machine_time, lambda many: many.restore(occurrence_id))


def note(
    connection: Connection, occurrence_id: str, text: str | None, *, machine_time: MachineTime = utcnow
) -> Occurrence:
    """Write a note beside it, or take it away with None. Raises NotFound, and Invalid for one too long."""
    return _one(connection, occurrence_id, machine_time, lambda many: many.note(occurrence_id, text))


def discard(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> None:
    """Delete what is orphaned, or was added beside the phrase: the one way in which a person's work goes.

    Raises NotFound; Conflict where the phrase gives it, where it is delivered or missed, or has evidence.
    """
    row, at = get_row(connection, occurrence_id, lock=True), machine_time()
    if row is None:
        raise not_found(occurrence_id)
    own = row.orphaned or is_one_off(row.slot)
    if not own or row.state in ("delivered", "missed"):
        raise Conflict(
            "not-orphaned",
            "Only an occurrence that the plan no longer gives can be discarded; cancel this one.",
            "Chỉ loại bỏ được lần phát, lần đăng mà kế hoạch không còn; hãy hủy thay vì loại bỏ.",
            where=occurrence_id,
        )
    if has_pieces(connection, occurrence_id):
        raise Conflict(
            "has-evidence",
            "It carries evidence, which is kept; cancel it instead.",
            "Lần này có minh chứng và minh chứng được giữ lại; hãy hủy thay vì loại bỏ.",
            where=occurrence_id,
        )
    save_overrides(connection, [Override(occurrence_id)], at)
    replays = replay_rows(connection, [occurrence_id]).get(occurrence_id, ())
    replays = [replace(one, premiere_id=None) for one in replays]
    replace_rows(connection, replays, plan_zone(connection, row.plan_id), at)
    delete_rows(connection, [occurrence_id], at)
    bump_plan(connection, row.plan_id, at)


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
