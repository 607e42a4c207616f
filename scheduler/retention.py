"""What is old goes: once a night, for as long as the settings say, a few rows a transaction.

Of reminders only what can cause and prevent no mail any more (`_outbox`). Ages are by the machine's clock, so
that plan time makes nothing old; that of a reminder by both, so that it makes nothing young either.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    or_,
    select,
)

from scheduler.accounts import creations, rates
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.readers import subscribers
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.settings import Settings
from scheduler.store.account_tables import api_token, attempt, audit, idempotency, session, sign_in_link
from scheduler.store.database.engine import reading, transaction
from scheduler.store.files import remove_unnamed
from scheduler.store.inbox_tables import inbox_link, proposal
from scheduler.store.outbox.reminder_counts import count_all, keep_counts
from scheduler.store.outbox.reminder_removal import remove
from scheduler.store.outbox.reminders import IS_OPEN, IS_UNKNOWN
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import feed, link_token, occurrence, reminder, subscriber
from scheduler.store.upkeep import begin_night, end_night, find_night, is_due

log = logging.getLogger("airslot.worker")

_AT_ONCE = 500  # rows in one transaction: other writers do not wait long
_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class Old:
    """What is old: written before `at` (machine time), and of plan time before `plan`."""

    at: datetime
    plan: datetime


def keep_house(
    engine: Engine,
    now: datetime,
    settings: Settings,
    machine_time: MachineTime = utcnow,
    stopping: Callable[[], bool] = lambda: False,
) -> Mapping[str, int] | None:
    """Remove what is old and count the outbox, where the night for it has come; how many rows of each kind.

    None where it has not, or another worker does it. `now` is plan time. Asked to stop, it leaves the rest to
    the next night.
    """
    with reading(engine) as connection:
        if not is_due(find_night(connection), machine_time(), settings.upkeep_at):
            return None
    with transaction(engine) as connection:
        reckoned = begin_night(connection, machine_time(), settings.upkeep_at)
    if reckoned is None:
        return None
    removed: dict[str, int] = {}
    for name, count in _removing(engine, now, reckoned, settings, machine_time):
        removed[name] = removed.get(name, 0) + count
        if stopping():
            return removed
    with reading(engine) as connection:
        until, counts = count_all(connection)
    with transaction(engine) as connection:
        keep_counts(connection, until, counts)
        end_night(connection, machine_time(), removed)
    told = ", ".join(f"{count} {name}" for name, count in removed.items() if count) or "nothing"
    log.info("the night's upkeep is over; removed: %s", told)
    return removed


def _removing(
    engine: Engine, now: datetime, reckoned: datetime, settings: Settings, machine_time: MachineTime
) -> Iterator[tuple[str, int]]:
    """Remove one kind after the other, yielding after each transaction how many rows that took."""

    def old(days: int) -> Old | None:
        kept = timedelta(days=days)
        return Old(reckoned - kept, min(now, reckoned) - kept) if days else None

    if (of_outbox := old(settings.keep_outbox_days)) is not None:
        for count in _outbox(engine, of_outbox):
            yield "reminders", count
    if (of_audit := old(settings.keep_audit_days)) is not None:
        yield from _emptied(engine, "deeds", audit, _oldest(audit, audit.c.at < of_audit.at))
    if (unconfirmed := old(settings.keep_unconfirmed_days)) is not None:
        for count in _unconfirmed(engine, unconfirmed.at, reckoned, settings, machine_time):
            yield "unconfirmed subscribers", count
    if (ended := old(settings.keep_sessions_days)) is not None:
        yield from _emptied(engine, "sessions", session, session.c.expires_at < ended.at)
        yield from _emptied(engine, "links", sign_in_link, sign_in_link.c.expires_at < ended.at)
        yield from _emptied(engine, "links", link_token, link_token.c.expires_at < ended.at)
    if (keys := old(settings.keep_keys_days)) is not None:
        dead = or_(api_token.c.revoked_at < keys.at, api_token.c.expires_at < keys.at)
        # With its token gone, a feed would not be known to have ended with it.
        by_token = feed.c.token_id.in_(select(api_token.c.id).where(dead))
        yield from _emptied(engine, "calendar addresses", feed, or_(feed.c.revoked_at < keys.at, by_token))
        yield from _emptied(engine, "tokens", api_token, dead)
        yield from _emptied(engine, "links of the inbox", inbox_link, _ended_links(keys.at))
        for count in _unnamed_files(engine, keys.at):
            yield "files", count
    answered = idempotency.c.created_at < reckoned - creations.KEPT
    yield from _emptied(engine, "answers", idempotency, answered)
    yield from _emptied(engine, "tries", attempt, attempt.c.at < reckoned - rates.QUIET)


def _ended_links(before: datetime) -> ColumnElement[bool]:
    """Links of the inbox that ended, by which nothing came that still waits for a person."""
    waits = exists().where(proposal.c.link_id == inbox_link.c.id, proposal.c.state == "waiting")
    return and_(or_(inbox_link.c.revoked_at < before, inbox_link.c.expires_at < before), ~waits)


def _unnamed_files(engine: Engine, before: datetime) -> Iterator[int]:
    """Remove the files of what was declined, once its link is gone."""
    while True:
        with transaction(engine) as connection:
            count = remove_unnamed(connection, before, _AT_ONCE // 10)
        yield count
        if not count:
            return


def _emptied(
    engine: Engine, name: str, table: Table, which: ColumnElement[bool]
) -> Iterator[tuple[str, int]]:
    """Delete the rows that are meant, some at a time."""
    key: Any = next(iter(table.primary_key.columns))
    some = select(key).where(which).limit(_AT_ONCE)
    while True:
        with transaction(engine) as connection:
            # Meant again: others may have the same key, and an hour may have passed.
            count = connection.execute(delete(table).where(key.in_(some), which)).rowcount
        yield name, count
        if count < _AT_ONCE:
            return


def _oldest(table: Table, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Of a table whose rows are written in order: only its first rows are looked at."""
    first = select(table).order_by(table.c.id).limit(_AT_ONCE).subquery()
    return and_(table.c.id.in_(select(first.c.id)), which)


# --- the outbox --------------------------------------------------------------------------------


def _outbox(engine: Engine, old: Old) -> Iterator[int]:
    """Remove reminders that are old, all about one thing together, none that waits or is in doubt.

    A row prevents a second mail as long as it is useful, or its start is ahead: then a pass of the horizon
    would make it anew. What a reader was told last decides about notices of changes, so nothing that was told
    of an occurrence goes while any of it is young, or the occurrence itself.
    """
    after: int | None = 0
    while after is not None:
        with reading(engine) as connection:
            ids, after = _old_ones(connection, after, old)
        for some in in_chunks(ids, _AT_ONCE):
            with transaction(engine) as connection:
                count = remove(connection, and_(reminder.c.id.in_(some), ~IS_OPEN, ~IS_UNKNOWN))
            yield count


def _old_ones(connection: Connection, after: int, old: Old) -> tuple[list[int], int | None]:
    """Of the rows after an id those to remove, and the id after which to go on; None: none is old."""
    question = select(reminder.c.id, reminder.c.subject, reminder.c.created_at).where(reminder.c.id > after)
    rows = connection.execute(question.order_by(reminder.c.id).limit(_LOOKED_AT)).all()
    if not any(row.created_at < old.at for row in rows):
        return [], None
    settled: set[str] = set()
    for some in in_chunks(sorted({row.subject for row in rows})):
        settled.update(connection.scalars(_settled(old).where(reminder.c.subject.in_(some))))
    return [row.id for row in rows if row.subject in settled], rows[-1].id


def _settled(old: Old) -> Any:
    """The question for subjects of which all is old."""
    waits = case((or_(IS_OPEN, IS_UNKNOWN), 1), else_=0)
    ends = func.coalesce(occurrence.c.ends_at, occurrence.c.starts_at)
    return (
        select(reminder.c.subject)
        .join(occurrence, occurrence.c.id == reminder.c.subject, isouter=True)
        .group_by(reminder.c.subject)
        .having(
            func.max(waits) == 0,
            func.max(reminder.c.created_at) < old.at,
            func.max(reminder.c.target_start) < old.plan,
            func.max(reminder.c.useful_until) < old.plan,
            func.coalesce(func.max(case((ends >= old.plan, 1), else_=0)), 0) == 0,
        )
    )


# --- readers -----------------------------------------------------------------------------------


def _unconfirmed(
    engine: Engine, before: datetime, reckoned: datetime, settings: Settings, machine_time: MachineTime
) -> Iterator[int]:
    """Forget who was asked to confirm and never did, once no link that was sent to them works."""
    works = exists().where(link_token.c.subscriber_id == subscriber.c.id, link_token.c.expires_at > reckoned)
    which = (subscriber.c.state == "pending", subscriber.c.updated_at < before, ~works)
    while True:
        with transaction(engine) as connection:
            question = select(subscriber.c.id, subscriber.c.email).where(*which).limit(_AT_ONCE // 10)
            found = connection.execute(question.with_for_update(skip_locked=True)).all()
            for row in found:
                subscribers.delete(connection, row.id, machine_time=machine_time)
        for row in found:
            forget_mails(settings, row.email)
        yield len(found)
        if not found:
            return
