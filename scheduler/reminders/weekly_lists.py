"""The weekly list of what nobody has confirmed, to those of each office who may confirm it.

It goes through the outbox like every mail, so each who may confirm stands among the subscribers: with the
reminders they asked for, or for this list alone (`asked` false, and as "unsubscribed" to nothing else). It is
a digest whose row says `UNCONFIRMED` where a reminder has its lead. What it tells is read when it is written.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from scheduler.accounts.confirmers import Confirmer, confirmers
from scheduler.reminders.due.digests import periods
from scheduler.reminders.due.lead import Quiet, on_day
from scheduler.reminders.due.owed import Owed, Span, in_span
from scheduler.reminders.readers.subscription import DEFAULT_ZONE
from scheduler.store.occurrences.overdue import OVERDUE, todays
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, all_occurrences
from scheduler.store.outbox import subscribers as store
from scheduler.store.plans.sight import EVERYTHING
from scheduler.store.plans.zone_rules import is_lacking
from scheduler.store.tables import plan, subscriber

UNCONFIRMED = "unconfirmed"

_DAY = timedelta(days=1)
_ID_BYTES, _SALT_BYTES = 12, 16


def is_weekly_list(what: str, lead: str) -> bool:
    """Whether a row of the outbox is such a list."""
    return what == "digest" and lead == UNCONFIRMED


def enlist(connection: Connection, at: datetime) -> int:
    """Let everybody who may confirm stand among the subscribers, in their language; how many are new.

    `at` is machine time.
    """
    rows = {(row.email, row.office_id): row for row in connection.execute(_STANDING)}
    new = 0
    for one in confirmers(connection):
        row = rows.get((one.email, one.office_id))
        if row is None:
            new += store.insert_subscriber(connection, _row(connection, one), at)
        elif not row.asked and row.language != one.language:
            store.change_subscriber(connection, row.id, {"language": one.language}, at)
    return new


def lists_owed(connection: Connection, span: Span) -> Iterator[Owed]:
    """The lists that are due in the span: on Mondays, to whom anything will be unconfirmed by then."""
    who = confirmers(connection)
    if not who:
        return
    rows = {(row.email, row.office_id): row for row in connection.execute(_STANDING)}
    known: dict[tuple[int, date], list[Occurrence]] = {}
    for one in who:
        row = rows.get((one.email, one.office_id))
        if row is None or row.state == "suppressed" or is_lacking(row.timezone):
            continue
        for message in _of_row(row, span):
            day = date.fromisoformat(message.subject.partition("/")[0])
            if (one.office_id, day) not in known:
                known[one.office_id, day] = unconfirmed_in(connection, one.office_id, message.due_at)
            if any(one.confirms(each.outlet) for each in known[one.office_id, day]):
                yield message


def unconfirmed_for(connection: Connection, subscriber_id: str, now: datetime) -> list[Occurrence] | None:
    """What is theirs to confirm at `now` (plan time), the oldest first; None where nothing ever is."""
    row = store.subscriber_row(connection, subscriber_id)
    if row is None:
        return None
    who = [one for one in confirmers(connection, row["email"]) if one.office_id == row["office_id"]]
    if not who:
        return None
    return [one for one in unconfirmed_in(connection, row["office_id"], now) if who[0].confirms(one.outlet)]


def unconfirmed_in(connection: Connection, office_id: int, now: datetime) -> list[Occurrence]:
    """All that is overdue at `now` (plan time) in the office's plans, by the day on which it was due."""
    days = todays(connection, OVERDUE, now)
    wanted = OccurrenceFilter(state=OVERDUE, todays=days, sight=EVERYTHING)
    found = all_occurrences(connection, wanted, plan.c.office_id == office_id)
    return sorted(found, key=lambda one: (due_day(one), one.starts_at, one.id))


def due_day(one: Occurrence) -> date:
    """The day after which it is overdue: of a window the last one."""
    due = one.end if one.kind == "window" and one.end is not None else one.start
    return due.date() if isinstance(due, datetime) else due


_STANDING = select(
    subscriber.c.id,
    subscriber.c.email,
    subscriber.c.office_id,
    subscriber.c.language,
    subscriber.c.timezone,
    subscriber.c.state,
    subscriber.c.asked,
    subscriber.c.quiet_from,
    subscriber.c.quiet_until,
)


def _of_row(row: Any, span: Span) -> Iterator[Owed]:
    zone = ZoneInfo(row.timezone)
    quiet = None if row.quiet_from is None else Quiet(row.quiet_from, row.quiet_until, zone)
    for period in periods("weekly", zone, span.now - span.late, span.until + _DAY):
        target = period.due_at(zone, span.day_hour)
        due = quiet.before(target) if quiet else target
        # Of its own day alone: what is unconfirmed a day later is another list.
        end = min(due + span.late, on_day(period.first + _DAY, zone, time()))
        owed = Owed("digest", "period", str(period), UNCONFIRMED, target, due, end, None, row.id)
        message = in_span(owed, quiet, span)
        if message is not None:
            yield message


def _row(connection: Connection, one: Confirmer) -> dict[str, Any]:
    zones = select(plan.c.timezone).where(plan.c.office_id == one.office_id).order_by(plan.c.id.desc())
    return {
        "id": f"sub_{secrets.token_hex(_ID_BYTES)}",
        "office_id": one.office_id,
        "email": one.email,
        "language": one.language,
        "state": "unsubscribed",
        "timezone": connection.scalar(zones.limit(1)) or DEFAULT_ZONE,
        "leads": [],
        "filters": {},
        "notices": False,
        "link_salt": secrets.token_urlsafe(_SALT_BYTES),
        "asked": False,
    }
