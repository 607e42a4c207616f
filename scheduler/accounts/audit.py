"""The log of who did what: written in the transaction of the deed, never changed (the database refuses)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select

from scheduler.accounts.offices import the_only_office
from scheduler.accounts.rights import Actor, Door
from scheduler.machine_time import MachineTime
from scheduler.store.account_tables import audit
from scheduler.store.statements.chunks import in_chunks


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed. `before` and `after` hold what changed, as JSON; `at` is machine time.

    act   what was written down together shares it; None of what is older than acts
    """

    id: int
    at: datetime
    office_id: int | None
    person_id: str | None
    who: str
    door: Door
    action: str
    subject_kind: str
    subject: str
    plan: str | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    note: str | None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed to be written down; fields as in `Entry`."""

    action: str
    subject_kind: str
    subject: str
    plan: str | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    note: str | None = None


def record(
    connection: Connection,
    actor: Actor,
    action: str,
    subject_kind: str,
    subject: str,
    *,
    machine_time: MachineTime,
    office_id: int | None = None,
    plan: str | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    note: str | None = None,
    act: str | None = None,
) -> None:
    """Write one deed down. `office_id` is the subject's, where the actor has none (the command line)."""
    deed = Deed(action, subject_kind, subject, plan, before, after, note)
    record_all(connection, actor, [deed], machine_time=machine_time, office_id=office_id, act=act)


def record_all(
    connection: Connection,
    actor: Actor,
    deeds: Iterable[Deed],
    *,
    machine_time: MachineTime,
    office_id: int | None = None,
    act: str | None = None,
) -> None:
    """Write deeds down, in their order and in one statement."""
    at = machine_time()
    office_id = actor.office_id if actor.office_id is not None else office_id
    if office_id is None and actor.door == "cli":
        office_id = the_only_office(connection)  # what is of no office would be read by nobody
    rows = [
        {
            "at": at,
            "office_id": office_id,
            "person_id": actor.person_id,
            "who": actor.who,
            "door": actor.door,
            "action": deed.action,
            "subject_kind": deed.subject_kind,
            "subject": deed.subject,
            "plan": deed.plan,
            "before": None if deed.before is None else dict(deed.before),
            "after": None if deed.after is None else dict(deed.after),
            "note": deed.note,
            "act": act,
        }
        for deed in deeds
    ]
    if rows:
        connection.execute(insert(audit), rows)


def entries(
    connection: Connection,
    office_id: int,
    *,
    subject_kind: str | None = None,
    subject: str | None = None,
    plan: str | None = None,
    person_id: str | None = None,
    hidden: Collection[str] = (),
    before_id: int | None = None,
    limit: int = 50,
) -> tuple[list[Entry], int | None]:
    """An office's deeds, newest first, a page at a time; the number is the `before_id` of the next page.

    Deeds on subjects of the kinds `hidden` are left out.
    """
    question = select(audit).where(audit.c.office_id == office_id).order_by(audit.c.id.desc())
    if hidden:
        question = question.where(audit.c.subject_kind.not_in(hidden))
    for column, value in (
        (audit.c.subject_kind, subject_kind),
        (audit.c.subject, subject),
        (audit.c.plan, plan),
        (audit.c.person_id, person_id),
    ):
        if value is not None:
            question = question.where(column == value)
    if before_id is not None:
        question = question.where(audit.c.id < before_id)
    rows = connection.execute(question.limit(limit + 1)).mappings().all()
    found = [_entry(row) for row in rows[:limit]]
    return found, found[-1].id if len(rows) > limit else None


def act_entries(connection: Connection, office_id: int, act: str) -> list[Entry]:
    """All lines of one act in an office, in the order in which they were written."""
    question = select(audit).where(audit.c.act == act, audit.c.office_id == office_id).order_by(audit.c.id)
    return [_entry(row) for row in connection.execute(question).mappings()]


def get_entry(connection: Connection, office_id: int, entry_id: int) -> Entry | None:
    """The line of that id in an office's log, or None."""
    question = select(audit).where(audit.c.id == entry_id, audit.c.office_id == office_id)
    row = connection.execute(question).mappings().first()
    return None if row is None else _entry(row)


def latest_acts(
    connection: Connection, subject_kind: str, subjects: Collection[str]
) -> dict[str, tuple[str | None, str]]:
    """Of the last line about each of some subjects its act and its action."""
    found: dict[str, tuple[str | None, str]] = {}
    for some in in_chunks(sorted(subjects)):
        last = select(func.max(audit.c.id)).where(
            audit.c.subject_kind == subject_kind, audit.c.subject.in_(some)
        )
        ids = last.group_by(audit.c.subject)
        question = select(audit.c.subject, audit.c.act, audit.c.action).where(audit.c.id.in_(ids))
        found |= {row.subject: (row.act, row.action) for row in connection.execute(question)}
    return found


def _entry(row: RowMapping) -> Entry:
    return Entry(**{name: row[name] for name in Entry.__dataclass_fields__})
