"""Leads: how long before a start a reader is told, and the hours in which nobody is.

A lead of days is nominal: P1D is the day before, at the office's day hour, whatever the time of the
airing. Hours and minutes are exact: PT2H is two hours before the start. Written as in RFC 5545, 3.3.6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler.errors import Invalid
from scheduler.store.instants import clock_comes_to, starts_at
from scheduler.store.occurrences.read_model import Wall

LONGEST = timedelta(days=90)
# A mail that is moved out of the quiet hours is due this long before they begin: sending takes time.
MARGIN = timedelta(minutes=15)

_DAY = timedelta(days=1)
_WRITTEN = re.compile(
    r"P(?:(?P<weeks>\d{1,2})W|(?:(?P<days>\d{1,3})D)?(?:T(?=\d)(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,6})M)?)?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Lead:
    """`days` nominal days and `clock` exact time before a start; at least one of them is not nothing."""

    days: int = 0
    clock: timedelta = timedelta()

    @classmethod
    def parse(cls, text: str) -> Lead:
        """The lead of a text such as P7D, P1W, P1D, PT2H or PT90M. Raises Invalid."""
        found = _WRITTEN.fullmatch(text.strip().upper())
        if found:
            weeks, days, hours, minutes = (int(part or 0) for part in found.groups())
            lead = cls(days + 7 * weeks, timedelta(hours=hours, minutes=minutes))
            if timedelta() < lead.length <= LONGEST:
                return lead
        shown = text.strip()[:40]
        raise Invalid(
            "lead-unknown",
            f"{shown!r} is no lead. Write how long before, such as P7D, P1D, PT2H or PT30M,"
            f" up to {LONGEST.days} days.",
            f"{shown!r} không phải là khoảng báo trước. Hãy ghi ví dụ P7D, P1D, PT2H hay PT30M,"
            f" không quá {LONGEST.days} ngày.",
            where="lead",
        )

    def __str__(self) -> str:
        """The shortest text that `parse` takes back as this value."""
        hours, minutes = divmod(int(self.clock.total_seconds()) // 60, 60)
        clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
        return "P" + (f"{self.days}D" if self.days else "") + (f"T{clock}" if clock else "")

    @property
    def length(self) -> timedelta:
        """How long it is, a nominal day counted as 24 hours."""
        return self.days * _DAY + self.clock

    @property
    def for_days(self) -> bool:
        """True where it makes sense before a day that has no time of day."""
        return self.length >= _DAY


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which a reader wants no mail, in their own zone; `until` is the first moment after them.

    They may pass midnight (21:00 to 06:00). Equal times are no quiet hours at all.
    """

    begins: time
    until: time
    zone: ZoneInfo

    def holds(self, at: datetime) -> bool:
        """True where the instant lies within."""
        wall = at.astimezone(self.zone).time()
        if self.begins <= self.until:
            return self.begins <= wall < self.until
        return wall >= self.begins or wall < self.until

    def before(self, at: datetime) -> datetime:
        """`at`, or a while before the quiet hours that it lies in."""
        if not self.holds(at):
            return at
        local = at.astimezone(self.zone)
        day = local.date() if local.time() >= self.begins else local.date() - _DAY
        return clock_comes_to(datetime.combine(day, self.begins), self.zone) - MARGIN

    def after(self, at: datetime) -> datetime:
        """`at`, or the end of the quiet hours that it lies in."""
        if not self.holds(at):
            return at
        local = at.astimezone(self.zone)
        day = local.date() if local.time() < self.until else local.date() + _DAY
        return clock_comes_to(datetime.combine(day, self.until), self.zone, since=at)


def due_at(
    start: Wall, lead: Lead, zone: ZoneInfo, day_hour: time, quiet: Quiet | None = None
) -> datetime | None:
    """When the reminder is due (UTC); None where the lead does not apply to this start.

    `start` is naive wall time in `zone`, or a day without a time: that is counted from `day_hour`, and a
    lead shorter than a day does not apply to it. Quiet hours move it earlier, never later.
    """
    if lead.days:
        due = on_day(day_of(start) - lead.days * _DAY, zone, day_hour) - lead.clock
    elif isinstance(start, datetime):
        due = starts_at(start, zone) - lead.clock
    elif lead.for_days:
        due = on_day(start, zone, day_hour) - lead.clock
    else:
        return None
    return quiet.before(due) if quiet else due


def on_day(day: date, zone: ZoneInfo, day_hour: time) -> datetime:
    """The instant of the day hour on that day."""
    return starts_at(datetime.combine(day, day_hour), zone)


def day_of(start: Wall) -> date:
    """The day of a start."""
    return start.date() if isinstance(start, datetime) else start
