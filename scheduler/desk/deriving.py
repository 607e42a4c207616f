"""New zone data: the instants of what is stored are derived again from the wall times, which stay.

Where the rules of a plan's zone are others than those its rows were derived with, rows whose instant is
another now are written: SEQUENCE rises for what readers' calendars still hold, the mails that tell the same
wall time go with it, the plan's revision rises, and its history says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, bindparam, case, select, update

from scheduler.accounts.audit import record
from scheduler.accounts.rights import ZONE_DATA, Actor
from scheduler.errors import Conflict
from scheduler.machine_time import MachineTime, utcnow
from scheduler.store.database.engine import reading, transaction
from scheduler.store.instants import end_of, starts_at
from scheduler.store.occurrences.read_model import wall
from scheduler.store.occurrences.rows import pair
from scheduler.store.plans.plan_rows import bump_plan
from scheduler.store.plans.zone_rules import (
    LackingError,
    Rules,
    lacking_trouble,
    rules_now,
    save_rules,
    stored_rules,
    zones_in_use,
)
from scheduler.store.tables import occurrence, plan, reminder


@dataclass(frozen=True, slots=True)
class Derived:
    """A zone whose rules are others than before (`was` None: nobody knows), and how many rows moved."""

    zone: str
    was: Rules | None
    now: Rules
    moved: int


def other_rules(connection: Connection) -> dict[str, tuple[Rules | None, Rules]]:
    """The zones of plans whose rules are not those that their rows were derived with.

    One that this machine lacks is left out (`require_zones` tells of it).
    """
    stored = stored_rules(connection)
    others = {}
    for zone in zones_in_use(connection):
        with suppress(LackingError):
            rules = rules_now(zone)
            if zone not in stored or stored[zone].digest != rules.digest:
                others[zone] = (stored.get(zone), rules)
    return others


def require_zones(engine: Engine) -> None:
    """Raises Unavailable where this machine lacks the data of a zone that a plan has, and says what helps."""
    with reading(engine) as connection:
        lacking = []
        for zone in zones_in_use(connection):
            try:
                rules_now(zone)
            except LackingError:
                lacking.append(zone)
        if lacking:
            raise lacking_trouble(connection, lacking)


def derive_again(
    engine: Engine, machine_time: MachineTime = utcnow, seen: dict[str, str] | None = None
) -> list[Derived]:
    """Derive what other zone data make another instant; each zone in one transaction.

    `seen` are the digests of a former look of the same process: what it has seen already it leaves, so that
    two machines with other data do not derive by turns. Raises Conflict where somebody else changes a row
    meanwhile; try again then.
    """
    seen = {} if seen is None else seen
    with reading(engine) as connection:
        others = other_rules(connection)
    others = {zone: pair for zone, pair in others.items() if seen.get(zone) != pair[1].digest}
    if not others:
        return []
    ZoneInfo.clear_cache()  # this process may have read the former ones
    found = []
    for zone, (was, now) in others.items():
        with transaction(engine) as connection:
            moved = _derive_zone(connection, zone, was, now, machine_time)
        seen[zone] = now.digest
        found.append(Derived(zone, was, now, moved))
    return found


def _derive_zone(
    connection: Connection, zone: str, was: Rules | None, now: Rules, machine_time: MachineTime
) -> int:
    plans = connection.execute(
        select(plan.c.id, plan.c.slug, plan.c.office_id).where(plan.c.timezone == zone)
    )
    at, moved = machine_time(), 0
    for one in plans.all():
        rows = _moved_rows(connection, one.id, ZoneInfo(zone))
        _write(connection, rows, at)
        moved += len(rows)
        # The feed's VTIMEZONE is another, even where no date of the plan is.
        if rows or was is not None:
            bump_plan(connection, one.id, at)
            record(
                connection, Actor(ZONE_DATA, "admin", "cli"), "derive", "plan", one.slug,
                machine_time=machine_time, office_id=one.office_id, plan=one.slug,
                before={"zone_data": was.source if was else None},
                after={"zone_data": now.source, "dates": len(rows)},
            )  # fmt: skip
    save_rules(connection, zone, now, at)
    return moved


def _moved_rows(connection: Connection, plan_id: int, zone: ZoneInfo) -> list[dict[str, Any]]:
    """What is to be written of each row of a plan whose instant is another now."""
    c = occurrence.c
    columns = (
        c.id, c.revision, c.sequence, c.state, c.start_day, c.start_time, c.end_day, c.minutes,
        c.end_written, c.starts_at, c.ends_at,
    )  # fmt: skip
    found = []
    for row in connection.execute(select(*columns).where(c.plan_id == plan_id)):
        start = wall(row.start_day, row.start_time)
        last = row.end_day if row.start_time is None else None
        begins, end = starts_at(start, zone), end_of(start, last, row.minutes, row.end_written, zone)
        if (begins, end.at) == (row.starts_at, row.ends_at):
            continue
        found.append(
            {
                "of_id": row.id,
                "at_revision": row.revision,
                "old_sequence": row.sequence,
                "old_start": row.starts_at,
                "old_end": row.ends_at,
                "starts_at": begins,
                "ends_at": end.at,
                **pair("end", end.wall),
                # What was delivered or missed is over for every calendar.
                "sequence": row.sequence + (row.state in ("planned", "cancelled")),
            }
        )
    return found


def _write(connection: Connection, rows: Sequence[dict[str, Any]], at: datetime) -> None:
    if not rows:
        return
    c = occurrence.c
    names = ("starts_at", "ends_at", "end_day", "end_time", "sequence")
    step = update(occurrence).where(c.id == bindparam("of_id"), c.revision == bindparam("at_revision"))
    values = {c[name]: bindparam(f"new_{name}", type_=c[name].type) for name in names}
    step = step.values({**values, c.revision: c.revision + 1, c.updated_at: at})
    facts = [{f"new_{name}": row[name] for name in names} | _place(row) for row in rows]
    if connection.execute(step, facts).rowcount != len(rows):
        raise Conflict(
            "occurrence-changed",
            "Somebody has changed an occurrence while zone data were taken over; it is tried again.",
            "Có người vừa sửa một lần phát, lần đăng trong khi cập nhật dữ liệu múi giờ; sẽ thử lại.",
        )
    _let_mails_follow(connection, rows, at)


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {"of_id": row["of_id"], "at_revision": row["at_revision"]}


def _let_mails_follow(connection: Connection, rows: Sequence[dict[str, Any]], at: datetime) -> None:
    """What was told, and what waits, is about the same wall time at its new instant: no row is another's."""
    c = reminder.c
    moves = [
        (c.what != "closing", "old_start", "starts_at"),
        (c.what == "closing", "old_end", "ends_at"),
    ]
    for which, old, new in moves:
        before, after = (
            bindparam("before", type_=c.target_start.type),
            bindparam("after", type_=c.target_start.type),
        )
        other = reminder.alias()
        same = (
            (other.c.subscriber_id == c.subscriber_id)
            & (other.c.what == c.what)
            & (other.c.subject == c.subject)
            & (other.c.lead == c.lead)
            & (other.c.target_start == after)
        )
        step = update(reminder).where(
            c.subject == bindparam("of_id"),
            c.subject_kind == "occurrence",
            which,
            c.target_start == before,
            ~select(other.c.id).where(same).exists(),
        )
        step = step.values(
            target_start=after,
            useful_until=case((c.useful_until == before, after), else_=c.useful_until),
            occurrence_sequence=case(
                (c.occurrence_sequence == bindparam("old_sequence"), bindparam("new_sequence")),
                else_=c.occurrence_sequence,
            ),
            updated_at=at,
        )
        facts = [
            {
                "of_id": row["of_id"],
                "before": row[old],
                "after": row[new],
                "old_sequence": row["old_sequence"],
                "new_sequence": row["sequence"],
            }
            for row in rows
            if row[old] is not None and row[new] is not None and row[old] != row[new]
        ]
        if facts:
            connection.execute(step, facts)
