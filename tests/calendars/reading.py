"""Judges of a feed: a strict reader of its lines, and two libraries that are not ours."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from typing import Any

import icalendar
import recurring_ical_events

_NAME = re.compile(r"[A-Z][A-Z0-9-]*(;[A-Z-]+=([^:;,\"]+|\"[^\"]*\"))*:", re.ASCII)


def check_lines(document: bytes) -> list[str]:
    """The unfolded lines; fails on anything that RFC 5545, 3.1 forbids."""
    assert document.startswith(b"BEGIN:VCALENDAR\r\n")
    assert document.endswith(b"END:VCALENDAR\r\n")
    unfolded: list[bytes] = []
    for octets in document[:-2].split(b"\r\n"):
        assert len(octets) <= 75, octets
        assert not re.search(rb"[\x00-\x1f\x7f]", octets), octets
        octets.decode()  # a fold inside a character is no UTF-8
        assert octets.strip(), "an empty line"
        if octets.startswith(b" "):
            unfolded[-1] += octets[1:]
        else:
            unfolded.append(octets)
    lines = [octets.decode() for octets in unfolded]
    open_components: list[str] = []
    for line in lines:
        assert _NAME.match(line), line
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_components.append(value)
        elif name == "END":
            assert open_components.pop() == value
    assert open_components == []
    return lines


def parse(document: bytes) -> icalendar.Calendar:
    """The document as the icalendar library reads it; fails where it had to overlook an error."""
    calendar = icalendar.Calendar.from_ical(document)
    assert isinstance(calendar, icalendar.Calendar)
    assert not [error for part in calendar.walk() for error in part.errors]
    return calendar


def listed(document: bytes) -> Counter[tuple[Any, ...]]:
    """(item, start, end, channel, minutes, kind, status) of each VEVENT, taken as it stands."""
    return Counter(_facts(one) for one in parse(document).walk("VEVENT"))


def expanded(document: bytes, first: date, after: date) -> Counter[tuple[Any, ...]]:
    """The same of each occurrence that recurring-ical-events finds."""
    found = recurring_ical_events.of(parse(document)).between(first, after)
    return Counter(_facts(one) for one in found)


def _facts(one: Any) -> tuple[Any, ...]:
    location, minutes = one.get("LOCATION"), one.get("X-AIRSLOT-MINUTES")
    return (
        str(one["X-AIRSLOT-ITEM"]),
        _plain(one["DTSTART"].dt),
        _plain(one["DTEND"].dt),
        None if location is None else str(location),
        None if minutes is None else int(minutes),
        str(one["X-AIRSLOT-KIND"]),
        str(one["STATUS"]),
    )


def _plain(at: date | datetime) -> str:
    return at.astimezone(at.tzinfo).isoformat() if isinstance(at, datetime) else at.isoformat()
