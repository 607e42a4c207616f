"""Digests: one mail a day or a week of all that is ahead.

A digest is due at the day hour in the reader's own zone, a weekly one on Mondays. It covers its days and
the morning after them, which the next digest would tell too late. Its subject is an ISO 8601 interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from scheduler.reminders.due.lead import on_day
from scheduler.store.occurrences.read_model import Occurrence, announced
from scheduler.store.occurrences.selection import Selection

_DAYS = {"daily": 1, "weekly": 7}
_DAY = timedelta(days=1)
_UTC = ZoneInfo("UTC")
# The days of two zones begin at most this far apart.
_ZONES_APART = timedelta(hours=26)


@dataclass(frozen=True, slots=True)
class Period:
    """The days of one digest: `first` and as many as `days`; text such as ``2024-04-15/P7D``."""

    first: date
    days: int

    @classmethod
    def read(cls, text: str) -> Period:
        """The period of a row's subject."""
        first, _, length = text.partition("/P")
        return cls(date.fromisoformat(first), int(length.removesuffix("D")))

    def __str__(self) -> str:
        """The text that `read` takes back."""
        return f"{self.first.isoformat()}/P{self.days}D"

    @property
    def last(self) -> date:
        """The last day it covers: the one on which the next digest comes."""
        return self.first + self.days * _DAY

    def due_at(self, zone: ZoneInfo, day_hour: time) -> datetime:
        """When its mail is due, quiet hours aside."""
        return on_day(self.first, zone, day_hour)


def periods(rhythm: str, zone: ZoneInfo, since: datetime, until: datetime) -> Iterator[Period]:
    """The periods that begin on the days from `since` to `until`, in the reader's zone."""
    days = _DAYS[rhythm]
    day, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    while day <= last:
        if days == 1 or day.weekday() == 0:
            yield Period(day, days)
        day += _DAY


def contents(
    found: Iterable[Occurrence], period: Period, wanted: Selection, zone: ZoneInfo
) -> list[Occurrence]:
    """What a digest tells of `found`: what fits the selection and touches the period's days."""
    after = on_day(period.last + _DAY, zone, time())
    return [one for one in found if wanted.fits(one) and one.starts_at < after]


def ahead(connection: Connection, period: Period, now: datetime) -> list[Occurrence]:
    """Everything that digests of the period may tell, for readers in any zone."""
    return announced(connection, now, on_day(period.last + _DAY, _UTC, time()) + _ZONES_APART)
