"""Overdue: planned, its day over by plan time, and nobody has said what became of it.

It is no state of a row but follows from the clock. A replay is never overdue (it is proof, and owed to
nobody), nor is what the phrase no longer gives. `scheduler.fulfilment.counting` calls the same unconfirmed.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, case, false, or_

from scheduler.store.plans.zone_rules import is_lacking, zones_in_use
from scheduler.store.tables import occurrence, plan

OVERDUE = "overdue"  # asked for as a state; no row has it
# The local day in each zone that a plan has.
Todays: TypeAlias = tuple[tuple[str, date], ...]


def todays(connection: Connection, state: str | None, now: datetime) -> Todays:
    """What day it is in the plans' zones, where the state asked for needs it; `now` is plan time, aware.

    In one that this machine lacks nobody knows, and nothing is overdue.
    """
    if state != OVERDUE:
        return ()
    return tuple(
        (zone, now.astimezone(ZoneInfo(zone)).date())
        for zone in zones_in_use(connection)
        if not is_lacking(zone)
    )


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
