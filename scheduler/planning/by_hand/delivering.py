"""What became of an occurrence: delivered, missed, and both taken back.

Neither changes when or where it was planned, so SEQUENCE stays; the row's and the plan's revision rise.
Each function is one step in the caller's transaction. Those of one occurrence give it as it is then; of
many, all of them of one plan, the same few statements are asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from scheduler.errors import Conflict
from scheduler.machine_time import MachineTime, utcnow
from scheduler.store.instants import zone
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.occurrences.rows import replace_rows, rows_by_id
from scheduler.store.plans.plan_rows import bump_plan
from scheduler.store.tables import plan


def deliver(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    """Say that it was aired or published. One that was held for missed may be delivered after all.

    Raises NotFound; Conflict where it is cancelled or delivered already.
    """
    return _one(connection, occurrence_id, "delivered", machine_time)


def miss(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    """Say that it did not happen. Raises NotFound; Conflict unless it is planned."""
    return _one(connection, occurrence_id, "missed", machine_time)


def take_back(
    connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow
) -> Occurrence:
    """Plan it again, delivered or missed as it was; its evidence stays. Raises NotFound; Conflict else."""
    return _one(connection, occurrence_id, "planned", machine_time)


def turn(connection: Connection, ids: Sequence[str], wanted: str, machine_time: MachineTime = utcnow) -> None:
    """Do to many what one of the above does to one; `wanted` is the state that they shall have.

    Raises Conflict, having written nothing, where any of them cannot have it.
    """
    found = rows_by_id(connection, ids, lock=True)
    rows = [found[each] for each in ids]
    for row in rows:
        if row.state not in FROM[wanted]:
            raise Conflict(f"occurrence-{row.state}", *_SAID[row.state], where=row.id)
    if not rows:
        return
    at, plan_id = machine_time(), rows[0].plan_id
    local = zone(connection.execute(select(plan.c.timezone).where(plan.c.id == plan_id)).scalar_one())
    replace_rows(connection, [row.changed(state=wanted) for row in rows], local, at)
    bump_plan(connection, plan_id, at)


def _one(connection: Connection, occurrence_id: str, wanted: str, machine_time: MachineTime) -> Occurrence:
    get_occurrence(connection, occurrence_id)  # or raise NotFound
    turn(connection, [occurrence_id], wanted, machine_time)
    return get_occurrence(connection, occurrence_id)


# From which states each may be reached here.
FROM = {
    "delivered": ("planned", "missed"),
    "missed": ("planned",),
    "planned": ("delivered", "missed"),
}
_SAID = {
    "planned": (
        "It is planned: nothing has been confirmed that could be taken back.",
        "Lần này đang theo kế hoạch: chưa có xác nhận nào để rút lại.",
    ),
    "cancelled": ("It is cancelled; restore it first.", "Lần này đã bị hủy; hãy khôi phục trước."),
    "delivered": (
        "It has been delivered already; take that back first, or add evidence to it.",
        "Lần này đã được xác nhận thực hiện; hãy rút xác nhận trước, hoặc bổ sung minh chứng.",
    ),
    "missed": (
        "It was missed already; take that back first.",
        "Lần này đã ghi là không thực hiện; hãy rút lại trước.",
    ),
}
