"""This one, this and what follows, or all that the same slot of an item gives."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from scheduler.desk.deeds import Left, Scope, WhyLeft
from scheduler.desk.desk import Desk
from scheduler.planning.by_hand.placing import is_past
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.occurrences.rows import slot_ids


def chosen(
    desk: Desk, one: Occurrence, scope: Scope, *, include_past: bool = False, cancelled: bool = False
) -> tuple[list[Occurrence], list[Left]]:
    """The others of the scope beside `one`, and those that are left alone with the reason.

    What is delivered, missed or orphaned is never touched, what is past only with `include_past`, what is
    cancelled only with `cancelled`.
    """
    if scope == "this":
        return [], []
    ids = [each for each in slot_ids(desk.connection, one.id) if each != one.id]
    found = occurrences_by_id(desk.connection, ids)
    now = local_now(desk, one.timezone)
    others: list[Occurrence] = []
    left: list[Left] = []
    for other in (found[each] for each in ids):
        if scope == "following" and other.starts_at < one.starts_at:
            continue
        why = _why_left(other, now, include_past, cancelled)
        if why is None:
            others.append(other)
        else:
            left.append(Left(other, why))
    return others, left


def local_now(desk: Desk, timezone: str) -> datetime:
    """Plan time as naive wall time of the plan."""
    return desk.clock.now().astimezone(ZoneInfo(timezone)).replace(tzinfo=None)


def _why_left(one: Occurrence, now: datetime, include_past: bool, cancelled: bool) -> WhyLeft | None:
    if one.state in ("delivered", "missed"):
        return "delivered" if one.state == "delivered" else "missed"
    if one.state == "cancelled" and not cancelled:
        return "cancelled"
    if one.orphaned:
        return "orphaned"
    if not include_past and is_past(one.start, one.end, now):
        return "past"
    return None
