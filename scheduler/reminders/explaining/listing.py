"""The outbox as lists for people and programs, and the log's answer as JSON: the same at every door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from scheduler.errors import Invalid, NotFound
from scheduler.planning.by_hand.occurrence_object import instant
from scheduler.planning.expanding.expansion import moment
from scheduler.reminders.explaining.log import Answer, Message
from scheduler.reminders.explaining.telling import Line
from scheduler.reminders.notes import noted
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.outbox.outbox_pages import page_ids
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import REMINDER_STATES, WHATS, reminder, subscriber

COUNTED = tuple(what for what in WHATS if what != "confirm")


@dataclass(frozen=True, slots=True)
class ReminderFilter:
    """Which rows of the outbox are asked for; None asks for all. Raises Invalid for an unknown word.

    subscriber, occurrence   ids
    office_id                of the subscriber; what is about nobody any more belongs to no office
    """

    subscriber: str | None = None
    occurrence: str | None = None
    state: str | None = None
    what: str | None = None
    office_id: int | None = None

    def __post_init__(self) -> None:
        for field, value, words in (("state", self.state, REMINDER_STATES), ("what", self.what, COUNTED)):
            if value is not None and value not in words:
                raise Invalid(
                    f"{field}-unknown",
                    f"{value[:40]!r} is no {field} of a reminder. Write one of: {', '.join(words)}.",
                    f"{value[:40]!r} không hợp lệ cho {field}. Hãy ghi một trong: {', '.join(words)}.",
                    where=field,
                )


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the outbox with the names of what it belongs to. `email` None: the person's data is deleted.

    target_start, due_at, useful_until, sent_at are plan time; `start` is the wall time of what it is about as
    it is now, None where that is gone or where it is a digest.
    """

    id: int
    subscriber: str | None
    email: str | None
    what: str
    lead: str
    state: str
    occurrence: Occurrence | None
    subject: str
    target_start: datetime
    due_at: datetime
    useful_until: datetime
    sent_at: datetime | None
    attempts: int
    last_error: str | None
    message_id: str | None


def find_reminders(
    connection: Connection, wanted: ReminderFilter, after: int | None = None, limit: int = 100
) -> tuple[list[Listed], int | None]:
    """A page of the outbox, newest row first, and the id after which the next one begins; None: the last."""
    ids = page_ids(
        connection,
        limit + 1,
        subscriber_id=wanted.subscriber,
        office_id=wanted.office_id,
        subject=wanted.occurrence,
        state=wanted.state,
        what=wanted.what,
        after=after,
    )
    found = _read(connection, ids[:limit])
    return found, found[-1].id if len(ids) > limit else None


def get_reminder(connection: Connection, reminder_id: int, *, office_id: int | None = None) -> Listed:
    """One row of the outbox, of an office's subscriber where one is named. Raises NotFound."""
    found = _read(connection, [reminder_id], office_id)
    if found:
        return found[0]
    raise NotFound(
        "reminder-not-found",
        f"There is no reminder {reminder_id}.",
        f"Không có nhắc việc {reminder_id}.",
        where="id",
    )


def _read(connection: Connection, ids: Sequence[int], office_id: int | None = None) -> list[Listed]:
    """The rows of those ids, newest first; of an office where one is named."""
    rows: list[Any] = []
    for some in in_chunks(ids):
        question = (
            select(reminder, subscriber.c.email)
            .join(subscriber, subscriber.c.id == reminder.c.subscriber_id, isouter=True)
            .where(reminder.c.id.in_(some), reminder.c.what != "confirm")
            .order_by(reminder.c.id.desc())
        )
        if office_id is not None:
            question = question.where(subscriber.c.office_id == office_id)
        rows += connection.execute(question)
    about = occurrences_by_id(connection, {row.subject for row in rows if row.subject_kind == "occurrence"})
    return [_listed(row, about.get(row.subject)) for row in rows]


def unknown_reminders(connection: Connection) -> list[Listed]:
    """Every mail of which nobody knows whether it arrived."""
    found, following = find_reminders(connection, ReminderFilter(state="unknown"))
    while following is not None:
        more, following = find_reminders(connection, ReminderFilter(state="unknown"), following)
        found += more
    return found


def reminder_object(one: Listed) -> dict[str, Any]:
    """A row of the outbox as REST and the command line write it."""
    about = one.occurrence
    return {
        "id": str(one.id),
        "subscriber": one.subscriber,
        "to": one.email,
        "what": one.what,
        "lead": one.lead if one.what == "reminder" else None,
        "state": one.state,
        "occurrence": about.id if about else None,
        "plan": about.plan if about else None,
        "item": about.item if about else None,
        "kind": about.kind if about else None,
        "start": moment(about.start) if about else None,
        "target_start": instant(one.target_start),
        "due_at": instant(one.due_at),
        "useful_until": instant(one.useful_until),
        "sent_at": instant(one.sent_at),
        "attempts": one.attempts,
        "last_error": noted(one.last_error).en if one.last_error is not None else None,
        "message_id": one.message_id,
    }


def answer_object(answer: Answer) -> dict[str, Any]:
    """The answer to "why did she not get it?" as REST and the command line write it."""
    about, reader = answer.occurrence, answer.subscriber
    return {
        "subscriber": {"id": reader.id, "email": reader.email, "state": reader.state},
        "occurrence": {
            "id": answer.occurrence_id,
            "plan": about.plan if about else None,
            "item": about.item if about else None,
            "kind": about.kind if about else None,
            "state": about.state if about else None,
            "start": moment(about.start) if about else None,
        },
        "reasons": _lines(answer.lines),
        "messages": [_message(message) for message in answer.messages],
    }


def _message(message: Message) -> dict[str, Any]:
    return {
        "id": None if message.id is None else str(message.id),
        "what": message.what,
        "lead": message.lead if message.what == "reminder" else None,
        "state": message.state,
        "due_at": instant(message.due_at),
        "sent_at": instant(message.sent_at),
        "message_id": message.message_id,
        "reasons": _lines(message.lines),
        "steps": [
            {"at": instant(step.at), "from": step.came_from, "to": step.state, "detail": step.detail}
            for step in message.steps
        ],
    }


def _lines(lines: Sequence[Line]) -> list[dict[str, str]]:
    return [{"code": line.code, "en": line.text.en, "vi": line.text.vi} for line in lines]


def _listed(row: Any, about: Occurrence | None) -> Listed:
    return Listed(
        id=row.id,
        subscriber=row.subscriber_id,
        email=row.email,
        what=row.what,
        lead=row.lead,
        state=row.state,
        occurrence=about,
        subject=row.subject,
        target_start=row.target_start,
        due_at=row.due_at,
        useful_until=row.useful_until,
        sent_at=row.sent_at,
        attempts=row.attempts,
        last_error=row.last_error,
        message_id=row.message_id,
    )
