"""What a feed says once, before its occurrences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from scheduler.feeds.text import clean, line, text_line
from scheduler.feeds.wording import Language, wording_for
from scheduler.feeds.zone import vtimezone
from scheduler.store.occurrences.read_model import Occurrence

PRODUCT = "-//Airslot//Feed//EN"
# Often enough for a plan that people change by day; the service answers an unchanged feed with one row.
REFRESH = "PT1H"
COLOR = "steelblue"
Method = Literal["PUBLISH", "CANCEL"]
_BEGIN = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\nCALSCALE:GREGORIAN\r\n"


@dataclass(frozen=True, slots=True)
class FeedHead:
    """A feed's plan and the settings that its text depends on.

    public_url       address of the service without a slash at its end
    default_minutes  shown length of a timed airing whose duration nobody wrote
    day_hour         from where alarms count on a day without a time
    alarms           leads, longest first; none unless the address asks
    overdue_on       the day on which it says what is overdue; none unless the address asks
    """

    slug: str
    title: str
    timezone: str
    public_url: str
    lang: Language = "vi"
    default_minutes: int = 30
    day_hour: time = time(8, 0)
    alarms: tuple[timedelta, ...] = ()
    overdue_on: date | None = None

    @property
    def address(self) -> str:
        """The plan's page; of a feed across plans the first page."""
        return f"{self.public_url}/plans/{self.slug}" if self.slug else f"{self.public_url}/"

    def occurrence_address(self, occurrence_id: str) -> str:
        """The occurrence's page."""
        return f"{self.public_url}/occurrences/{occurrence_id}"


def opening(head: FeedHead, occurrences: Sequence[Occurrence]) -> str:
    """The calendar's own lines and a VTIMEZONE for each zone, up to the first VEVENT."""
    words = wording_for(head.lang)
    return "".join(
        (
            _BEGIN,
            text_line("NAME", head.title),
            text_line("X-WR-CALNAME", head.title),
            text_line("X-WR-CALDESC", words.feed.format(head.timezone)),
            line("X-WR-TIMEZONE", clean(head.timezone)),
            f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}\r\nX-PUBLISHED-TTL:{REFRESH}\r\n",
            f"COLOR:{COLOR}\r\n",
            line("URL", head.address),
            zones(head, occurrences),
        )
    )


def file_opening(method: Method | None = None) -> str:
    """The same of a document that nobody follows, up to its zones. By a name it would be a calendar."""
    return _BEGIN + (f"METHOD:{method}\r\n" if method else "")


def zones(head: FeedHead, occurrences: Sequence[Occurrence]) -> str:
    """A VTIMEZONE for each zone."""
    first, last = years_of(occurrences)
    names = dict.fromkeys((head.timezone, *sorted({occurrence.timezone for occurrence in occurrences})))
    return "".join(vtimezone(name, first, last) for name in names)


def years_of(occurrences: Sequence[Occurrence]) -> tuple[int, int]:
    """The first and last year that the feed's wall times lie in; of an empty feed, any year."""
    if not occurrences:
        return 2024, 2024
    years = {occurrence.start.year for occurrence in occurrences}
    years |= {occurrence.original_start.year for occurrence in occurrences}
    ends = [occurrence.end for occurrence in occurrences if occurrence.end is not None]
    return min(years), max(years | {end.year for end in ends})


def day_of(at: date | datetime) -> date:
    """The day of a wall time or of a day."""
    return at.date() if isinstance(at, datetime) else at
