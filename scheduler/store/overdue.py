"""Overdue: planned, its day over by plan time, and nobody has said what became of it.

It is no state of a row but follows from the clock. A replay is never overdue (it is proof, and owed to
nobody), nor is what the phrase no longer gives. `scheduler.fulfilment.counting` calls the same unconfirmed.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, case, false, or_

from scheduler.store.tables import occurrence, plan
from scheduler.store.zone_rules import zones_in_use

if TYPE_CHECKING:
    from scheduler.store.occurrences import Occurrence

OVERDUE = "overdue"  # asked for as a state; no row has it
# The local day in each zone that a plan has.
Todays: TypeAlias = tuple[tuple[str, date], ...]


def todays(connection: Connection, state: str | None, now: datetime) -> Todays:
    """What day it is in the plans' zones, where the state asked for needs it; `now` is plan time, aware."""
    if state != OVERDUE:
        return ()
    return tuple((zone, now.astimezone(ZoneInfo(zone)).date()) for zone in zones_in_use(connection))


def overdue(days: Todays) -> ColumnElement[bool]:
    """The condition, for a statement that joins occurrence and plan."""
    due = case((occurrence.c.kind == "window", occurrence.c.end_day), else_=occurrence.c.start_day)
    over = [and_(plan.c.timezone == zone, due < day) for zone, day in days]
    return and_(
        occurrence.c.state == "planned",
        occurrence.c.kind != "replay",
        occurrence.c.orphaned.is_(False),
        or_(false(), *over),
    )


def is_overdue(one: Occurrence, now: datetime) -> bool:
    """The same of one occurrence; `now` is plan time, aware."""
    return is_overdue_on(one, now.astimezone(ZoneInfo(one.timezone)).date())


def is_overdue_on(one: Occurrence, today: date) -> bool:
    """The same on a day in the zone of its plan."""
    if one.state != "planned" or one.kind == "replay" or one.orphaned:
        return False
    due = one.end if one.kind == "window" and one.end is not None else one.start
    day = due.date() if isinstance(due, datetime) else due
    return day < today


def is_open(one: Occurrence, now: datetime) -> bool:
    """A window that has begun, is not over and is still owed: named, and not late."""
    begun = one.kind == "window" and one.state == "planned" and not one.orphaned and one.starts_at <= now
    return begun and not is_overdue(one, now)
