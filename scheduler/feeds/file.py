"""A calendar file: dates that are handed over once, where a feed is followed."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.feeds.events import Events
from scheduler.feeds.head import FeedHead, file_opening
from scheduler.store.occurrences import Occurrence


def calendar_file(head: FeedHead, occurrences: Sequence[Occurrence]) -> bytes:
    """The whole document. Each VEVENT is the one of the plan's feed in the language of `head`."""
    write = Events(head, occurrences).write
    opening = file_opening(head, occurrences).encode()
    return b"".join((opening, *(write(one) for one in occurrences), b"END:VCALENDAR\r\n"))
