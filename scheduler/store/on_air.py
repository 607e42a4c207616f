"""What is on air now: airings that have begun and are not over, by plan time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, or_

from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, all_occurrences
from scheduler.store.tables import occurrence

# No airing lasts longer than a plan's minutes can say; it lets the index by start lead.
_LONGEST = timedelta(days=2)


def on_air(
    connection: Connection, now: datetime, wanted: OccurrenceFilter, default_minutes: int
) -> list[Occurrence]:
    """The airings with a time that have begun and are not over at `now` (plan time, aware), by start.

    Half-open: what ends now is over. One whose length nothing says lasts as long as calendars show it. What
    is cancelled or missed is on no air, unless the filter asks for that state.
    """
    return all_occurrences(connection, wanted, _running(now, default_minutes, wanted.state))


def _running(now: datetime, default_minutes: int, state: str | None) -> ColumnElement[bool]:
    assumed = now - timedelta(minutes=default_minutes)
    tests = [
        occurrence.c.kind != "window",
        occurrence.c.start_time.is_not(None),
        occurrence.c.starts_at <= now,
        occurrence.c.starts_at > now - _LONGEST,
        or_(
            occurrence.c.ends_at > now,
            and_(occurrence.c.ends_at.is_(None), occurrence.c.starts_at > assumed),
        ),
    ]
    if state is None:
        tests.append(occurrence.c.state.not_in(("cancelled", "missed")))
    return and_(*tests)
