"""A person's word on mails of which nobody knows whether they arrived: on one, or on all of a kind.

A kind is what a relay's fault leaves behind: the same sort of mail with the same last words.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, case, func, select, update

from scheduler.errors import Conflict, NotFound
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders import notes
from scheduler.reminders.outbox.outbox import log_steps
from scheduler.store.outbox.reminder_counts import count_decided
from scheduler.store.outbox.reminders import IS_UNKNOWN
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import reminder, subscriber


@dataclass(frozen=True, slots=True)
class Kind:
    """Mails of one kind that wait for a decision.

    what, said   of which sort, and what was noted last
    too_late     how many of `count` would come too late if they were sent again now
    first, last  when the first and the last of them went out (plan time)
    """

    what: str
    said: str
    count: int
    too_late: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Which:
    """Which of the unknown mails are meant; None is all. Not what became so after `until` (machine time).

    sent_from, sent_until   when it went out or was due then (plan time), `sent_until` no longer
    """

    what: str | None = None
    said: str | None = None
    until: datetime | None = None
    office_id: int | None = None
    sent_from: datetime | None = None
    sent_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """How many were decided about, and how many stay, since sent again now they would come too late."""

    count: int
    too_late: int = 0


def unknown_kinds(connection: Connection, now: datetime, office_id: int | None = None) -> list[Kind]:
    """The kinds of mails of which nobody knows, the largest first. `now` is plan time."""
    said = func.coalesce(reminder.c.last_error, "")
    late = func.sum(case((reminder.c.useful_until <= now, 1), else_=0))
    facts = (func.count(), late, func.min(reminder.c.sent_at), func.max(reminder.c.sent_at))
    question = select(reminder.c.what, said, *facts).where(IS_UNKNOWN).group_by(reminder.c.what, said)
    rows = connection.execute(_of_office(question, office_id))
    return sorted((Kind(*row) for row in rows), key=lambda kind: (-kind.count, kind.what, kind.said))


def count_unknown(connection: Connection) -> int:
    """How many mails wait for a person's word."""
    return connection.scalar(select(func.count()).select_from(reminder).where(IS_UNKNOWN)) or 0


def resolve_all(
    connection: Connection,
    which: Which,
    arrived: bool,
    now: datetime,
    *,
    machine_time: MachineTime = utcnow,
) -> Decided:
    """The same word on all unknown mails that are meant; what would come too late is left as it is."""
    question = _of_office(select(reminder.c.id, reminder.c.useful_until).where(IS_UNKNOWN), which.office_id)
    if which.what is not None:
        question = question.where(reminder.c.what == which.what)
    if which.said is not None:
        question = question.where(func.coalesce(reminder.c.last_error, "").in_(notes.spellings(which.said)))
    if which.until is not None:
        question = question.where(reminder.c.updated_at <= which.until)
    if which.sent_from is not None:
        question = question.where(reminder.c.sent_at >= which.sent_from)
    if which.sent_until is not None:
        question = question.where(reminder.c.sent_at < which.sent_until)
    found = connection.execute(question.order_by(reminder.c.id)).all()
    meant = [row.id for row in found if arrived or row.useful_until > now]
    decided = _decide(connection, meant, arrived, now, machine_time())
    return Decided(len(decided), len(found) - len(meant))


def resolve_unknown(
    connection: Connection,
    reminder_id: int,
    arrived: bool,
    now: datetime,
    *,
    machine_time: MachineTime = utcnow,
) -> None:
    """A person's word on a mail of which nobody knows: it arrived, or send it again.

    Raises NotFound; Conflict where it is not unknown, or where sending it again would be too late.
    """
    row = connection.execute(
        select(reminder.c.state, reminder.c.useful_until).where(reminder.c.id == reminder_id)
    ).first()
    if row is None:
        raise NotFound(
            "reminder-not-found",
            f"There is no reminder {reminder_id}. List those to decide on: airslot reminders unknown",
            f"Không có nhắc việc {reminder_id}. Xem những thư cần quyết định: airslot reminders unknown",
            where="id",
        )
    if row.state == "unknown" and not arrived and row.useful_until <= now:
        raise Conflict(
            "reminder-too-late",
            f"Reminder {reminder_id} would come too late if it were sent now; say that it arrived,"
            " or leave it.",
            f"Nhắc việc {reminder_id} gửi lại lúc này là quá muộn; hãy xác nhận đã đến, hoặc để nguyên.",
            where=str(reminder_id),
        )
    if not _decide(connection, [reminder_id], arrived, now, machine_time()):
        raise Conflict(
            "reminder-not-unknown",
            f"Reminder {reminder_id} is {row.state}; there is nothing to decide.",
            f"Nhắc việc {reminder_id} đang ở trạng thái {row.state}; không có gì phải quyết định.",
            where=str(reminder_id),
        )


def _decide(
    connection: Connection, ids: Collection[int], arrived: bool, now: datetime, at: datetime
) -> list[int]:
    """Take the step where they are unknown still; the ids of those that were."""
    state = "accepted" if arrived else "due"
    values: dict[str, Any] = {"state": state, "token": None, "updated_at": at}
    if not arrived:
        values |= {"sent_at": None, "due_at": now}
    decided: list[int] = []
    for some in in_chunks(list(ids)):
        step = update(reminder).where(reminder.c.id.in_(some), reminder.c.state == "unknown")
        decided += connection.scalars(step.values(**values).returning(reminder.c.id))
    said = notes.ARRIVED if arrived else notes.SEND_AGAIN
    log_steps(connection, decided, "unknown", state, said, at)
    if arrived:
        for some in in_chunks(decided):
            count_decided(connection, some)
    return decided


def _of_office(question: Select[Any], office_id: int | None) -> Select[Any]:
    if office_id is None:
        return question
    theirs = select(subscriber.c.id).where(subscriber.c.office_id == office_id)
    # Not by its readers: what is unknown is less than what they were ever sent.
    return question.where(func.coalesce(reminder.c.subscriber_id, "").in_(theirs))
