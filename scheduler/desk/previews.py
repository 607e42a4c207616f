"""A deed tried in a savepoint that is rolled back: what it would change, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rules.schedule import DaysOff
from scheduler.desk.conflicts import around
from scheduler.desk.deeds import Done, RowChange
from scheduler.desk.desk import Desk
from scheduler.planning.by_hand.placing import day_of
from scheduler.planning.office_calendar.office_days import plan_days_off
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.outbox.outbox_readers import readers_told
from scheduler.store.plans.read_model import get_plan

_NOTICED = ("start", "end", "channel", "state")


@dataclass(frozen=True, slots=True)
class DayOff:
    """An occurrence that would be held on a day off. `name` of a public holiday; None: a weekend."""

    occurrence: Occurrence
    day: date
    name: str | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a deed would do.

    overlaps   pairs on one channel, each with at least one of the changed rows
    notices    how many change notices would be owed to readers who were told of the old start
    """

    done: Done
    overlaps: tuple[tuple[Occurrence, Occurrence], ...]
    days_off: tuple[DayOff, ...]
    notices: int


def preview(desk: Desk, deed: Callable[[Desk], Done]) -> Preview:
    """What `deed` would change, as in ``preview(desk, lambda d: move(d, id, start))``; nothing is kept.

    Raises what the deed raises.
    """
    savepoint = desk.connection.begin_nested()
    try:
        done = deed(desk)
        return Preview(
            done, _overlaps(desk, done.changes), _days_off(desk, done.changes), _notices(desk, done.changes)
        )
    finally:
        savepoint.rollback()


def _overlaps(desk: Desk, changes: Sequence[RowChange]) -> tuple[tuple[Occurrence, Occurrence], ...]:
    """Clashes that the deed makes or leaves with the rows that it places."""
    return tuple(around(desk, [change for change in changes if _noticed(change)]))


def _days_off(desk: Desk, changes: Sequence[RowChange]) -> tuple[DayOff, ...]:
    by_plan: dict[str, DaysOff] = {}
    found = []
    for change in changes:
        after = change.after
        if after is None or after.state != "planned" or not _noticed(change):
            continue
        if after.plan not in by_plan:
            by_plan[after.plan] = plan_days_off(desk.connection, get_plan(desk.connection, after.plan))
        days_off, day = by_plan[after.plan], day_of(after.start)
        if days_off.is_off(day) and (after.kind != "window" or after.end == after.start):
            found.append(DayOff(after, day, days_off.holidays.get(day)))
    return tuple(found)


def _notices(desk: Desk, changes: Sequence[RowChange]) -> int:
    changed = {change.id for change in changes if change.before is not None and _noticed(change)}
    return readers_told(desk.connection, changed, desk.clock.now())


def _noticed(change: RowChange) -> bool:
    if change.before is None or change.after is None:
        return True
    sequence = change.before.sequence, change.after.sequence
    return sequence[0] != sequence[1] and any(name in _NOTICED for name in change.fields)
