"""What will go, to whom and when, before it is due: worked out by the rules by which messages are made.

Rows that ended (sent, called off by hand) are left out, so this is what the outbox will send if nothing
changes until then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from scheduler.accounts.rights import Actor, Right
from scheduler.locale import Words
from scheduler.planning.by_hand.occurrence_object import instant
from scheduler.reminders.due.lead import day_of
from scheduler.reminders.due.owed import Key, Owed, owed
from scheduler.reminders.explaining.telling import message_name
from scheduler.reminders.outbox.horizon import readers_by_wishes, span_until, wanted_in
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.outbox.reminders import IS_DUE
from scheduler.store.plans.read_model import get_plan
from scheduler.store.plans.zone_rules import zones_lacking
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import item, reminder, subscriber

MOST_DAYS = 31
_HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Coming:
    """One message that will go at `due_at` (plan time) to `to`, which is masked for who may not see readers.

    occurrence   None for a digest, a list and a quota; `item` is then the quota's, where it is one
    """

    due_at: datetime
    to: str
    language: str
    what: str
    lead: str
    occurrence: Occurrence | None
    item: str | None

    @property
    def name(self) -> Words:
        """What it is, in words."""
        return message_name(self.what, self.lead)


def coming(
    connection: Connection, actor: Actor, now: datetime, settings: Settings, *, days: int
) -> list[Coming]:
    """What will go to the readers of the actor's office in so many days, the first first."""
    span = span_until(now, now + timedelta(days=min(days, MOST_DAYS)), settings)
    return _of(connection, actor, wanted_in(connection, span, zones_lacking(connection)).values(), now)


def coming_about(
    connection: Connection, actor: Actor, about: Occurrence, now: datetime, settings: Settings
) -> list[Coming]:
    """What will go about one occurrence, however far ahead; digests that will tell of it aside."""
    signed = get_plan(connection, about.plan).signed
    if about.state != "planned" or (signed is not None and day_of(about.start) < signed):
        return []
    span = span_until(now, (about.ends_at or about.starts_at) + timedelta(days=1), settings)
    found = []
    for wishes, ids in readers_by_wishes(connection, zones_lacking(connection)).items():
        if wishes.digest and not wishes.leads:
            continue
        alone = replace(wishes, digest=None)
        found += [message.to(reader) for message in owed(alone, [about], span) for reader in ids]
    return _of(connection, actor, found, now)


def coming_object(one: Coming) -> dict[str, Any]:
    """One of them as JSON."""
    about = one.occurrence
    return {
        "due_at": instant(one.due_at),
        "to": one.to,
        "language": one.language,
        "what": one.what,
        "lead": one.lead or None,
        "occurrence": about.id if about else None,
        "plan": about.plan if about else None,
        "item": about.item if about else one.item,
        "start": about.start.isoformat() if about else None,
    }


def masked(email: str) -> str:
    """An address by which only who knows it tells it from others: b…@dai.example."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}{_HIDDEN}@{domain}"


def _of(connection: Connection, actor: Actor, messages: Iterable[Owed], now: datetime) -> list[Coming]:
    messages = list(messages)
    people = _people(connection, actor, {one.subscriber for one in messages})
    ended = _ended(connection, {one.subject for one in messages})
    left = [one for one in messages if one.subscriber in people and one.key not in ended]
    about = occurrences_by_id(connection, {one.subject for one in left if one.subject_kind == "occurrence"})
    numbers = _numbers(connection, {int(one.subject) for one in left if one.subject_kind == "item"})
    whole = actor.may(Right.TELL)
    found = []
    for one in left:
        email, language = people[one.subscriber]
        to = email if whole else masked(email)
        number = numbers.get(int(one.subject)) if one.subject_kind == "item" else None
        due = max(one.due_at, now)
        found.append(Coming(due, to, language, one.what, one.lead, about.get(one.subject), number))
    return sorted(found, key=lambda one: (one.due_at, one.to, one.what, one.lead))


def _people(connection: Connection, actor: Actor, ids: set[str]) -> dict[str, tuple[str, str]]:
    """Address and language of those readers who are of the actor's office."""
    found: dict[str, tuple[str, str]] = {}
    for some in in_chunks(sorted(ids)):
        question = select(subscriber).where(subscriber.c.id.in_(some))
        for row in connection.execute(question):
            if actor.sees(row.office_id):
                found[row.id] = (row.email, row.language)
    return found


def _ended(connection: Connection, subjects: set[str]) -> set[Key]:
    """The keys of messages that wait no more: they went, or a person or the relay ended them."""
    found: set[Key] = set()
    for some in in_chunks(sorted(subjects)):
        question = select(reminder).where(reminder.c.subject.in_(some), ~IS_DUE)
        for row in connection.execute(question.where(reminder.c.state.not_in(("cancelled", "expired")))):
            found.add((row.subscriber_id, row.what, row.subject, row.lead, row.target_start))
    return found


def _numbers(connection: Connection, ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    question = select(item.c.id, item.c.number).where(item.c.id.in_(ids))
    return {row.id: row.number for row in connection.execute(question)}
