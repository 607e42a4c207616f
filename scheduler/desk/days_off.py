"""What an office says of single days, and what that moves in its plans.

The country's calendar lies beneath; what the office says of a day replaces what it said before. Its plans are
brought in line in the same transaction, as `airslot plan refresh` would do it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scheduler.accounts.audit import record
from scheduler.accounts.offices import get_office
from scheduler.accounts.rights import Actor, Right, require
from scheduler.day_off import DayOff
from scheduler.desk.desk import Desk, open_plan, same_revision
from scheduler.desk.documents import store
from scheduler.desk.texts import sane_days, text
from scheduler.errors import Conflict, Invalid
from scheduler.planning.diff.changes_object import changes_object
from scheduler.planning.diff.plan_changes import Changes
from scheduler.planning.loading.refreshing import changed_plans, document_again
from scheduler.planning.office_calendar.office_days import (
    MAX_NAME,
    enter_day_off,
    forget_day_off,
    only_office,
)
from scheduler.store.plans.days_off import list_days_off
from scheduler.store.plans.plan_rows import save_office
from scheduler.store.plans.read_model import list_plans


@dataclass(frozen=True, slots=True)
class DaysDone:
    """What a deed says of days, or has said where `applied`.

    days       what the office says of each day before and after; None: nothing, the calendar holds
    changes    of each plan of which dates move, come or go
    unread     slugs of plans that this version cannot read: they stay as they are
    revision   of all this; whoever agrees to it hands it back
    """

    days: tuple[tuple[DayOff | None, DayOff | None], ...]
    changes: tuple[Changes, ...]
    unread: tuple[str, ...]
    revision: str
    applied: bool


def say_days(
    desk: Desk, entries: Sequence[DayOff], *, agreed: str | None = None, dry_run: bool = False
) -> DaysDone:
    """Say what days are, two of them at once where they are swapped.

    Where dates of plans follow, it takes `agreed`, the revision of the dry run. Raises SignInNeeded,
    Forbidden; Invalid for a holiday without a name; Conflict `consent-needed` without `agreed`,
    `changed-since` for an old one.
    """
    return _put(desk, {one.day: one for one in _checked(entries)}, agreed, dry_run)


def forget_day(desk: Desk, day: date, *, agreed: str | None = None, dry_run: bool = False) -> DaysDone:
    """Take back what the office said of a day. Raises as `say_days`; NotFound where it said nothing."""
    sane_days(day=day)
    return _put(desk, {day: None}, agreed, dry_run)


def _put(desk: Desk, wanted: Mapping[date, DayOff | None], agreed: str | None, dry_run: bool) -> DaysDone:
    actor = require(desk.actor, Right.PLAN)
    connection = desk.connection
    office = only_office(connection) if actor.office_id is None else get_office(connection, actor.office_id)
    # Held until the commit, so that what is compared is what is stored.
    for plan in list_plans(connection):
        if plan.office == office:
            open_plan(desk, plan.slug)
    if dry_run:
        savepoint = desk.connection.begin_nested()
        try:
            return _write(desk, office, wanted)
        finally:
            savepoint.rollback()
    done = replace(_write(desk, office, wanted), applied=True)
    _agreed(done, agreed)
    for changes in done.changes:
        store(desk, document_again(desk.connection, changes.slug), "refresh")
    _write_down(desk, actor, office, done)
    return done


def _write(desk: Desk, office: str, wanted: Mapping[date, DayOff | None]) -> DaysDone:
    """Write the days, and compare the plans with them."""
    connection = desk.connection
    known = {one.day: one for one in list_days_off(connection, office, min(wanted), max(wanted))}
    days = tuple((known.get(day), _write_day(desk, office, day, entry)) for day, entry in wanted.items())
    found = changed_plans(connection, office, desk.clock)
    revision = _revision(days, found.changed)
    return DaysDone(days, tuple(found.changed), tuple(found.unread), revision, applied=False)


def _checked(entries: Sequence[DayOff]) -> list[DayOff]:
    found = []
    for one in entries:
        sane_days(day=one.day)
        found.append(DayOff(one.day, one.kind, text("name", one.name, MAX_NAME, lines=False)))
    if len({one.day for one in found}) < len(found):
        raise Invalid(
            "same-day",
            "The two days of a swap are the same; give another one.",
            "Hai ngày hoán đổi trùng nhau; hãy chọn ngày khác.",
            where="worked",
        )
    return found


def _write_day(desk: Desk, office: str, day: date, entry: DayOff | None) -> DayOff | None:
    if entry is None:
        forget_day_off(desk.connection, office, day, machine_time=desk.machine_time)
        return None
    return enter_day_off(desk.connection, office, entry, machine_time=desk.machine_time)


def _revision(days: tuple[Any, ...], changed: Sequence[Changes]) -> str:
    plans = [(one.revision, changes_object(one, (), applied=False)) for one in changed]
    told = json.dumps([[str(one) for pair in days for one in pair], plans], ensure_ascii=False)
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


def _agreed(done: DaysDone, agreed: str | None) -> None:
    if agreed is not None:
        same_revision(done.revision, agreed, "day")
    elif done.changes:
        raise Conflict(
            "consent-needed",
            "Dates of plans would change with it. Look at them first, then agree.",
            "Việc này làm thay đổi ngày trong kế hoạch. Hãy xem trước rồi đồng ý.",
            where="day",
        )


def _write_down(desk: Desk, actor: Actor, office: str, done: DaysDone) -> None:
    office_id = save_office(desk.connection, office, desk.machine_time())
    for before, after in done.days:
        one = after or before
        if one is None or before == after:
            continue
        record(
            desk.connection,
            actor,
            "remove" if after is None else "add" if before is None else "change",
            "day-off",
            one.day.isoformat(),
            machine_time=desk.machine_time,
            office_id=office_id,
            before=_facts(before),
            after=_facts(after),
        )


def _facts(one: DayOff | None) -> dict[str, Any] | None:
    return None if one is None else {"kind": one.kind, "name": one.name}
