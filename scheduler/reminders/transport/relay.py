"""The relay as all workers see it: whether it is stopped, and how much of its quota is taken.

Machine time throughout: a relay knows nothing of plan time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.settings import Settings
from scheduler.store.tables import relay_state

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_MARGIN = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Stop:
    """The relay took nothing; since when, why, and from when on it is tried again with one mail."""

    stopped_at: datetime
    reason: str
    resume_after: datetime

    def is_over(self, at: datetime) -> bool:
        """Whether it is time to try; also where a clock that was ahead said when."""
        return not at < self.resume_after <= at + LONGEST_WAIT


def find_stop(connection: Connection) -> Stop | None:
    """Why nothing is sent, or None where the relay works as far as is known."""
    row = connection.execute(select(relay_state)).first()
    if row is None or row.stopped_at is None:
        return None
    return Stop(row.stopped_at, row.reason or "", row.resume_after)


def stop(connection: Connection, reason: str, at: datetime, *, away: bool = False) -> Stop:
    """Stop sending for all workers; each stop in a row waits longer before the relay is tried again.

    One that is merely `away` is tried every minute: it may be back at any time, and what waits for it must
    not end unsent a quarter of an hour after it came back. Each further wrong password nears a lock-out.
    """
    _ensure(connection)
    before = find_stop(connection)
    since = min(before.stopped_at, at) if before else at
    wait = FIRST_WAIT if away else min(max(FIRST_WAIT, (at - since) * 2), LONGEST_WAIT)
    change = update(relay_state).values(stopped_at=since, reason=reason, resume_after=at + wait)
    connection.execute(change)
    return Stop(since, reason, at + wait)


def take_probe(connection: Connection, at: datetime) -> bool:
    """Whether this worker may try the stopped relay with one mail now: one of all workers may."""
    until = relay_state.c.resume_after
    over = or_(until <= at, until > at + LONGEST_WAIT)
    change = update(relay_state).where(relay_state.c.stopped_at.is_not(None), over)
    return connection.execute(change.values(resume_after=at + FIRST_WAIT)).rowcount == 1


def resume(connection: Connection) -> bool:
    """Send again; False where nothing was stopped."""
    change = update(relay_state).where(relay_state.c.stopped_at.is_not(None))
    return connection.execute(change.values(stopped_at=None, reason=None, resume_after=None)).rowcount == 1


def per_minute(settings: Settings) -> float:
    """How many mails a minute the relay takes in the long run; 0 for no limit."""
    limits = [limit for limit in (settings.relay_per_minute, settings.relay_per_hour / 60) if limit]
    return min(limits, default=0)


def take_quota(connection: Connection, wanted: int, settings: Settings, at: datetime) -> int:
    """How many of the wanted mails may be sent now; they count as sent. All workers share one quota."""
    limits = ((settings.relay_per_minute, "minute", _MINUTE), (settings.relay_per_hour, "hour", _HOUR))
    if not any(limit for limit, _, _ in limits):
        return wanted
    _ensure(connection)
    row = connection.execute(select(relay_state).with_for_update()).mappings().one()
    taken: dict[str, tuple[datetime, int]] = {}
    granted = wanted
    for limit, name, length in limits:
        began, count = row[f"{name}_from"], row[f"{name}_taken"]
        if began is None or not began - _MARGIN <= at < began + length:
            began, count = at, 0
        taken[name] = began, count
        if limit:
            granted = min(granted, max(0, limit - count))
    facts = {f"{name}_from": began for name, (began, _) in taken.items()}
    counts = {f"{name}_taken": count + granted for name, (_, count) in taken.items()}
    if granted:
        connection.execute(update(relay_state).values(**facts, **counts))
    return granted


def return_quota(connection: Connection, unused: int) -> None:
    """Give back what was taken and not needed."""
    columns = relay_state.c
    change = update(relay_state).where(columns.minute_taken >= unused, columns.hour_taken >= unused)
    connection.execute(
        change.values(minute_taken=columns.minute_taken - unused, hour_taken=columns.hour_taken - unused)
    )


def _ensure(connection: Connection) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(relay_state).values(id=1).on_conflict_do_nothing())
