"""What became of an occurrence: delivered, missed, and both taken back.

Neither changes when or where it was planned, so SEQUENCE stays; the row's and the plan's revision rise.
Each function is one step in the caller's transaction and gives the occurrence as it is then.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from scheduler.errors import Conflict
from scheduler.machine_time import MachineTime, utcnow
from scheduler.store.instants import zone
from scheduler.store.occurrences import Occurrence, get_occurrence
from scheduler.store.plan_rows import bump_plan
from scheduler.store.rows import get_row, replace_rows
from scheduler.store.tables import plan


def deliver(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    """Say that it was aired or published. One that was held for missed may be delivered after all.

    Raises NotFound; Conflict where it is cancelled or delivered already.
    """
    return _turn(connection, occurrence_id, ("planned", "missed"), "delivered", machine_time)


def miss(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    """Say that it did not happen. Raises NotFound; Conflict unless it is planned."""
    return _turn(connection, occurrence_id, ("planned",), "missed", machine_time)


def take_back(
    connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow
) -> Occurrence:
    """Plan it again, delivered or missed as it was; its evidence stays. Raises NotFound; Conflict else."""
    return _turn(connection, occurrence_id, ("delivered", "missed"), "planned", machine_time)


def _turn(
    connection: Connection,
    occurrence_id: str,
    states: tuple[str, ...],
    wanted: str,
    machine_time: MachineTime,
) -> Occurrence:
    before = get_occurrence(connection, occurrence_id)
    row = get_row(connection, occurrence_id, lock=True)
    assert row is not None  # noqa: S101 - it has just been read, and rows of the plan are not deleted meanwhile
    if row.state not in states:
        raise Conflict(f"occurrence-{row.state}", *_SAID[row.state], where=occurrence_id)
    at = machine_time()
    local = zone(connection.execute(select(plan.c.timezone).where(plan.c.slug == before.plan)).scalar_one())
    replace_rows(connection, [row.changed(state=wanted)], local, at)
    bump_plan(connection, row.plan_id, at)
    return get_occurrence(connection, occurrence_id)


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
