"""A person's note beside one occurrence, and the end of one that the plan no longer gives.

Each function is one step in the caller's transaction. What else a person changes: `overriding`.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from scheduler.errors import Conflict
from scheduler.machine_time import MachineTime, utcnow
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.by_hand.overriding import Overriding, not_found, plan_zone
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.occurrences.row import Override
from scheduler.store.occurrences.rows import delete_rows, get_row, replace_rows, replay_rows, save_overrides
from scheduler.store.pieces import has_pieces
from scheduler.store.plans.plan_rows import bump_plan


def note(
    connection: Connection, occurrence_id: str, text: str | None, *, machine_time: MachineTime = utcnow
) -> Occurrence:
    """Write a note beside it, or take it away with None. Raises NotFound, and Invalid for one too long."""
    many = Overriding(connection, [occurrence_id], machine_time)
    many.note(occurrence_id, text)
    many.write()
    return get_occurrence(connection, occurrence_id)


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
