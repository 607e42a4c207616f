"""A calendar file: dates that are handed over once, where a feed is followed.

What a mail brings has a METHOD as well (RFC 5546): by it the reader's program adds the event, moves the one
that it has, or takes it out, and asks for no answer. ORGANIZER, which a method requires, sends the mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parseaddr

from scheduler.feeds.events import Events
from scheduler.feeds.head import FeedHead, file_opening, zones
from scheduler.feeds.text import clean, escape, line
from scheduler.feeds.times import Times, stamp
from scheduler.feeds.wording import summary, wording_for
from scheduler.feeds.zone import vtimezone
from scheduler.store.occurrences.read_model import Occurrence

_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Gone:
    """What is known of an occurrence that is no longer stored; `at` dates the event (machine time)."""

    uid: str
    sequence: int
    at: datetime
    start: date
    item: str
    title: str


def calendar_file(head: FeedHead, occurrences: Sequence[Occurrence]) -> bytes:
    """The whole document. Each VEVENT is the one of the plan's feed in the language of `head`."""
    write, opening = Events(head, occurrences).write, file_opening() + zones(head, occurrences)
    return b"".join((opening.encode(), *(write(one) for one in occurrences), _END))


def announcement(head: FeedHead, one: Occurrence, sender: str) -> bytes:
    """The document by which a program adds or moves the event, or takes out one that is cancelled.

    One event alone: programs look for the first and write all the others over it.
    """
    opening = file_opening("CANCEL" if one.state == "cancelled" else "PUBLISH") + zones(head, [one])
    return b"".join((opening.encode(), Events(head, [one], _organizer(sender)).write(one), _END))


def withdrawal(head: FeedHead, gone: Gone, sender: str) -> bytes:
    """The document by which a program takes out what the plan no longer holds."""
    words, year = wording_for(head.lang), gone.start.year
    lines = (
        file_opening("CANCEL"),
        vtimezone(head.timezone, year, year),
        "BEGIN:VEVENT\r\n",
        line("UID", gone.uid),
        f"DTSTAMP:{stamp(gone.at)}\r\nSEQUENCE:{gone.sequence}\r\n",
        f"DTSTART{Times(head, year, year).value(gone.start)}\r\n",
        _organizer(sender),
        line("SUMMARY", escape(summary(words, gone.item, gone.title, cancelled=True))),
        "STATUS:CANCELLED\r\nEND:VEVENT\r\n",
    )
    return "".join(lines).encode() + _END


def _organizer(sender: str) -> str:
    """The line for an address with or without a name; no name can hold a quote (RFC 5545, 3.2)."""
    name, address = parseaddr(sender)
    shown = clean(name).replace('"', "'").strip()
    return line(f'ORGANIZER;CN="{shown}"' if shown else "ORGANIZER", f"mailto:{address}")
