"""Start and end of an occurrence as iCalendar properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.feeds.head import FeedHead
from scheduler.feeds.zone import wall_offset
from scheduler.store.occurrences.read_model import Occurrence

_DAY = timedelta(days=1)


class Times:
    """Writes the times of one feed: its zone and the default length are looked up once."""

    def __init__(self, head: FeedHead, first_year: int, last_year: int) -> None:
        self.zone = ZoneInfo(head.timezone)
        self.fixed = wall_offset(head.timezone, first_year, last_year) is not None
        self.default = timedelta(minutes=head.default_minutes)
        self.timed = f";TZID={head.timezone}:"

    def value(self, at: date | datetime) -> str:
        """Parameters, colon and value of a property that holds this wall time or day."""
        if isinstance(at, datetime):
            return self.timed + basic(at)
        return f";VALUE=DATE:{basic(at)}"

    def span(self, occurrence: Occurrence) -> str:
        """The lines DTSTART and DTEND; DTEND is exclusive and always after DTSTART."""
        start = occurrence.start
        if not isinstance(start, datetime):
            after = start + self.length(occurrence)
            return f"DTSTART;VALUE=DATE:{basic(start)}\r\nDTEND;VALUE=DATE:{basic(after)}\r\n"
        if self.in_doubt(occurrence):
            begins, ends = occurrence.starts_at, occurrence.starts_at + self.length(occurrence)
            return f"DTSTART:{stamp(begins)}\r\nDTEND:{stamp(ends)}\r\n"
        return self.local_span(occurrence, start)

    def local_span(self, occurrence: Occurrence, start: datetime) -> str:
        """The same lines in local time, as a recurring event must have them."""
        after = start + self.length(occurrence) if self.fixed else self._end(occurrence)
        return f"DTSTART{self.timed}{basic(start)}\r\nDTEND{self.timed}{basic(after)}\r\n"

    def in_doubt(self, occurrence: Occurrence) -> bool:
        """True where a clock is changed over its start or end: programs differ there, and UTC says it."""
        if self.fixed or not isinstance(occurrence.start, datetime):
            return False
        moments = (occurrence.start, self._end(occurrence), occurrence.end)
        return any(isinstance(at, datetime) and not self._is_clear(at) for at in moments)

    def length(self, occurrence: Occurrence) -> timedelta:
        """How long the occurrence is shown, as time passes; a window's days."""
        start, end = occurrence.start, occurrence.end
        if not isinstance(start, datetime):
            return (end - start if type(end) is date and end > start else timedelta()) + _DAY
        return self.default if occurrence.ends_at is None else occurrence.ends_at - occurrence.starts_at

    def _end(self, occurrence: Occurrence) -> datetime:
        """What the clock shows when it ends."""
        ends = occurrence.starts_at + self.length(occurrence)
        return ends.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def _is_clear(self, at: datetime) -> bool:
        """False in a gap and in an hour that comes twice."""
        local = at.replace(tzinfo=self.zone)
        return local.utcoffset() == local.replace(fold=1).utcoffset()


def basic(at: date | datetime) -> str:
    """A wall time or day in the basic form: 20240117T174500, 20240117."""
    return at.isoformat().replace("-", "").replace(":", "")[:15]


def stamp(at: datetime) -> str:
    """An instant as UTC: 20240402T010000Z."""
    return basic(at.astimezone(UTC).replace(tzinfo=None, microsecond=0)) + "Z"
