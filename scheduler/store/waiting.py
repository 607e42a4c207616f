"""What waits for a person: how much is late, which windows close soon, which mails go out next."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from scheduler.store.occurrences.read_model import (
    Occurrence,
    OccurrenceFilter,
    all_occurrences,
    in_range,
    occurrences_by_id,
)
from scheduler.store.tables import item, occurrence, outlet, plan, reminder, subscriber


class DueMail(NamedTuple):
    """Mails about one subject that wait to be sent: how many, and when the first is due (plan time).

    kind, subject   "occurrence" and its id, or what else they are about
    """

    kind: str
    subject: str
    mails: int
    due_at: datetime


def count_of(connection: Connection, wanted: OccurrenceFilter) -> int:
    """How many occurrences the filter asks for; a window counts by its first day."""
    question = (
        select(func.count())
        .select_from(
            occurrence.join(plan, plan.c.id == occurrence.c.plan_id)
            .join(item, item.c.id == occurrence.c.item_id)
            .outerjoin(outlet, outlet.c.id == item.c.outlet_id)
        )
        .where(in_range(wanted))
    )
    return int(connection.scalar(question) or 0)


def last_due(connection: Connection, wanted: OccurrenceFilter, limit: int) -> list[Occurrence]:
    """Of what the filter asks for those that are due last (a window on its last day), the last one first."""
    due = case((occurrence.c.kind == "window", occurrence.c.end_day), else_=occurrence.c.start_day)
    question = (
        select(occurrence.c.id)
        .select_from(
            occurrence.join(plan, plan.c.id == occurrence.c.plan_id)
            .join(item, item.c.id == occurrence.c.item_id)
            .outerjoin(outlet, outlet.c.id == item.c.outlet_id)
        )
        .where(in_range(wanted))
        .order_by(due.desc(), occurrence.c.starts_at.desc(), occurrence.c.id.desc())
        .limit(limit)
    )
    ids = list(connection.scalars(question))
    found = occurrences_by_id(connection, ids)
    return [found[each] for each in ids]


def closing_windows(
    connection: Connection, wanted: OccurrenceFilter, first: date, last: date
) -> list[Occurrence]:
    """The windows that have begun by `first` and end from then to `last`, the first to close at the head."""
    found = all_occurrences(
        connection,
        wanted,
        occurrence.c.kind == "window",
        occurrence.c.orphaned.is_(False),
        occurrence.c.start_day <= first,
        occurrence.c.end_day.between(first, last),
    )
    return sorted(found, key=lambda one: (one.end or one.start, one.starts_at, one.id))


def due_mails(
    connection: Connection, office_id: int, until: datetime, limit: int
) -> tuple[list[DueMail], int]:
    """What goes out to an office's readers by `until` (plan time), by when; and how many mails in all."""
    waiting = (
        reminder.c.state == "due",
        reminder.c.due_at < until,
        reminder.c.useful_until > reminder.c.due_at,
        subscriber.c.office_id == office_id,
    )
    of = reminder.join(subscriber, subscriber.c.id == reminder.c.subscriber_id)
    first = func.min(reminder.c.due_at).label("first")
    question = (
        select(reminder.c.subject_kind, reminder.c.subject, func.count(), first)
        .select_from(of)
        .where(*waiting)
        .group_by(reminder.c.subject_kind, reminder.c.subject)
        .order_by(first, reminder.c.subject)
        .limit(limit)
    )
    total = select(func.count()).select_from(of).where(*waiting)
    return [DueMail(*row) for row in connection.execute(question)], int(connection.scalar(total) or 0)
