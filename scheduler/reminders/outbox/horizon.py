"""The rolling horizon: what comes due soon is written into the outbox, and what is owed no more is taken out.

One pass reads readers and occurrences, works out all that is owed up to the horizon (`owed`), and writes
the difference to what is stored. The unique key of a row makes it idempotent: two workers that pass at once,
or one that dies half-way, leave the same rows. What was changed back is due again if it was never sent.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, func, select

from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders import notes, paces, weekly_lists
from scheduler.reminders.due.lead import Lead, Quiet
from scheduler.reminders.due.owed import Key, Owed, Span, Wishes, owed, spread
from scheduler.reminders.outbox import notices
from scheduler.reminders.outbox.owed_rows import Ending, end_due, rewrite, write_owed
from scheduler.reminders.transport.relay import per_minute
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, announced, occurrences_by_id
from scheduler.store.occurrences.selection import Selection
from scheduler.store.outbox.reminders import FIRST_DUE, IS_DUE
from scheduler.store.plans.sight import plans_told
from scheduler.store.plans.zone_rules import zones_lacking
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import plan, reminder, subscriber

log = logging.getLogger("airslot.reminders")

FULL_PASS = timedelta(minutes=10)

_AT_ONCE = 2_000  # rows in one transaction: other writers do not wait long
# What a pass works out anew each time; changes are `notices`' own and a confirmation is made once.
_WORKED_OUT = ("reminder", "opening", "closing", "digest", "quota")
_ABOUT_DATES = ("reminder", "opening", "closing")


def materialise(engine: Engine, now: datetime, settings: Settings, machine_time: MachineTime = utcnow) -> int:
    """Bring the outbox up to `now` (plan time) and the horizon; how many messages are newly owed."""
    span = span_until(now, now + timedelta(hours=settings.horizon_hours), settings)
    at, made = machine_time(), 0
    with transaction(engine) as connection:
        weekly_lists.enlist(connection, at)
    with reading(engine) as connection:
        stored, lacking = stored_in(connection, span), zones_lacking(connection)
        wanted, late = _paced(wanted_in(connection, span, lacking), now, settings)
        changes = notices.read(connection, now, timedelta(minutes=settings.change_delay_minutes), lacking)
        gone = [row for key, row in stored.items() if key not in wanted]
        endings = endings_of(connection, gone, lacking)
    if late:
        pace = per_minute(settings)
        log.warning("%d of %d reminders cannot go out in time at %g mails a minute", late, len(wanted), pace)
    fresh = [message for key, message in wanted.items() if key not in stored]
    shifted = [
        (row.id, message)
        for key, message in wanted.items()
        if (row := stored.get(key)) is not None and row.attempts == 0 and _differs(row, message)
    ]
    for ended in in_chunks(list(endings.items()), _AT_ONCE):
        with transaction(engine) as connection:
            end_due(connection, dict(ended), at)
    for new in in_chunks(fresh, _AT_ONCE):
        with transaction(engine) as connection:
            made += write_owed(connection, new, at)
    for other in in_chunks(shifted, _AT_ONCE):
        with transaction(engine) as connection:
            for reminder_id, message in other:
                rewrite(connection, reminder_id, message, at)
    with transaction(engine) as connection:
        return made + notices.write(connection, changes, at)


class Horizon:
    """Passes when something changed, and now and then without; remembers only when it last did so."""

    def __init__(self) -> None:
        self._seen: Any = None
        self._passed: datetime | None = None

    def keep_up(
        self, engine: Engine, now: datetime, settings: Settings, machine_time: MachineTime = utcnow
    ) -> int | None:
        """Pass where plans or readers changed since, or the last pass is a while ago; None: no need."""
        with reading(engine) as connection:
            seen = _state_of_affairs(connection)
        every = min(FULL_PASS, timedelta(hours=settings.horizon_hours) / 4)
        if seen == self._seen and self._passed is not None and self._passed <= now < self._passed + every:
            return None
        made = materialise(engine, now, settings, machine_time)
        self._seen, self._passed = seen, now
        return made


def _state_of_affairs(connection: Connection) -> Any:
    plans = connection.execute(select(func.count(), func.sum(plan.c.revision), func.max(plan.c.id))).one()
    readers = select(func.count(), func.sum(subscriber.c.revision), func.max(subscriber.c.updated_at))
    return tuple(plans), tuple(connection.execute(readers).one())


# --- what is wanted -------------------------------------------------------------------------


def span_until(now: datetime, until: datetime, settings: Settings) -> Span:
    """What is looked at in a pass at `now` that reaches to `until` (both plan time)."""
    return Span(now, until, timedelta(hours=settings.catch_up_hours), settings.day_hour)


def wanted_in(connection: Connection, span: Span, lacking: frozenset[str]) -> dict[Key, Owed]:
    """All that is owed in the span, by key: due in it, or due before it and still useful.

    Nothing can be worked out in the zones that this machine is `lacking`.
    """
    readers = readers_by_wishes(connection, lacking)
    longest = max((lead.length for wishes in readers for lead in wishes.leads), default=timedelta())
    # A nominal day before may be nearly two days before, and quiet hours move a day further.
    found = announced(connection, span.now, span.until + longest + timedelta(days=3))
    found = [one for one in found if one.timezone not in lacking]
    told = notices.told_ahead(connection, span.now)
    behind = paces.all_behind(connection, span) if readers else []
    wanted: dict[Key, Owed] = {one.key: one for one in weekly_lists.lists_owed(connection, span)}
    for wishes, ids in readers.items():
        for message in (*owed(wishes, found, span), *paces.quotas_owed(behind, wishes, span)):
            for reader in ids:
                if not told.covers(reader, message, span.now):
                    one = message.to(reader)
                    wanted[one.key] = one
    return wanted


def readers_by_wishes(connection: Connection, lacking: frozenset[str]) -> dict[Wishes, list[str]]:
    """The active readers' ids by what they wish."""
    told = plans_told(connection)
    columns = ("id", "office_id", "leads", "filters", "timezone", "quiet_from", "quiet_until", "digest")
    question = select(*(subscriber.c[name] for name in columns)).where(subscriber.c.state == "active")
    known: dict[str, Wishes] = {}
    readers: dict[Wishes, list[str]] = {}
    for row in connection.execute(question.order_by(subscriber.c.id)):
        if row.timezone in lacking:
            continue
        said = repr(tuple(row)[1:])
        if said not in known:
            known[said] = _wishes(row, None if told is None else told[row.office_id])
        readers.setdefault(known[said], []).append(row.id)
    return readers


def _wishes(row: Any, plans: frozenset[str] | None) -> Wishes:
    zone = ZoneInfo(row.timezone)
    return Wishes(
        leads=tuple(Lead.parse(text) for text in row.leads),
        selection=Selection.from_json(row.filters),
        zone=zone,
        quiet=None if row.quiet_from is None else Quiet(row.quiet_from, row.quiet_until, zone),
        digest=row.digest,
        plans=plans,
    )


def _paced(wanted: dict[Key, Owed], now: datetime, settings: Settings) -> tuple[dict[Key, Owed], int]:
    speed = per_minute(settings)
    if not speed or not wanted:
        return wanted, 0
    messages, late = spread(list(wanted.values()), now, speed)
    return {message.key: message for message in messages}, late


# --- what is stored -------------------------------------------------------------------------


def stored_in(connection: Connection, span: Span) -> dict[Key, Any]:
    """The rows of the outbox that wait, are still useful, and that a pass works out, by key."""
    columns = ("id", "subscriber_id", "what", "subject", "lead", "target_start", "useful_until", "attempts")
    question = select(*(reminder.c[name] for name in columns), FIRST_DUE.label("due_at")).where(
        IS_DUE,
        reminder.c.due_at <= span.until,
        reminder.c.useful_until > span.now,
        reminder.c.what.in_(_WORKED_OUT),
    )
    return {
        (row.subscriber_id, row.what, row.subject, row.lead, row.target_start): row
        for row in connection.execute(question)
    }


def _differs(row: Any, message: Owed) -> bool:
    return bool(row.due_at != message.due_at or row.useful_until != message.useful_until)


def endings_of(connection: Connection, gone: Sequence[Any], lacking: frozenset[str]) -> dict[int, Ending]:
    """How rows end that are owed no more. Where a zone is lacking nobody knows of which that is true."""
    found = occurrences_by_id(connection, {row.subject for row in gone if row.what in _ABOUT_DATES})
    if lacking:
        waiting = select(subscriber.c.id).where(subscriber.c.timezone.in_(lacking))
        theirs = set(connection.scalars(waiting))
        gone = [
            row
            for row in gone
            if row.what in _ABOUT_DATES and row.subscriber_id not in theirs
            if (about := found.get(row.subject)) is None or about.timezone not in lacking
        ]
    return {row.id: _ending(row, found.get(row.subject)) for row in gone}


def _ending(row: Any, about: Occurrence | None) -> Ending:
    if weekly_lists.is_weekly_list(row.what, row.lead):
        return "cancelled", notes.NOTHING_TO_CONFIRM
    if row.what == "quota":
        return "cancelled", notes.ON_PACE
    if row.what == "digest":
        return "cancelled", notes.NOT_ASKED_FOR
    if about is None:
        return "cancelled", notes.SUBJECT_GONE
    if about.state != "planned":
        return "cancelled", notes.about_subject(about.state)
    if (about.ends_at if row.what == "closing" else about.starts_at) != row.target_start:
        return "expired", notes.MOVED
    return "cancelled", notes.NOT_ASKED_FOR
