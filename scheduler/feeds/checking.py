"""Reads a calendar document as a client would, with a library that is not ours, and says what is wrong.

For documents of anybody: a feed of this service, one that went through a proxy, one that people bring.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from rules.zones import find_zone
from scheduler.calendar_reading import Part, day_or_time, read_calendars, several
from scheduler.feeds.head import day_of
from scheduler.feeds.octets import NO_CALENDAR, octet_findings

Grade: TypeAlias = Literal["error", "warning"]
# RFC 5545, 3.6: what a VCALENDAR and a VEVENT must have. A message (METHOD) may lack DTSTART; a feed is none.
OWED = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
}
TOLD = 20  # of one kind; a feed of ten thousand events has ten thousand times the same fault


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and where. An error: clients drop or misplace something; a warning: some do."""

    grade: Grade
    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a client finds in the document: how many entries, from when to when, and what is wrong."""

    name: str | None
    entries: int
    first: date | None
    last: date | None
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> bool:
        """Whether a client would drop or misplace something."""
        return any(finding.grade == "error" for finding in self.findings)


def check_calendar(document: bytes) -> Checked:
    """Check a whole iCalendar document (RFC 5545), as it came. Never raises, whatever the bytes are."""
    found = [Finding(*one) for one in octet_findings(document)]
    if found and found[0].code in NO_CALENDAR:
        return Checked(None, 0, None, None, tuple(found))
    try:
        calendars = read_calendars(document)
    except ValueError as error:
        found.append(Finding("error", "unreadable", "document", f"No calendar can be read: {error}."))
        return Checked(None, 0, None, None, tuple(found))
    if len(calendars) != 1 or calendars[0].name != "VCALENDAR":
        found.append(
            Finding(
                "error",
                "not-one-calendar",
                "document",
                f"It holds {len(calendars)} calendars where one is expected; clients read the first or none.",
            )
        )
    if not calendars:
        return Checked(None, 0, None, None, tuple(found))
    calendar: Part = calendars[0]
    events: list[Part] = list(calendar.walk("VEVENT"))
    days = sorted(day_of(start) for event in events if (start := day_or_time(event, "DTSTART")))
    return Checked(
        str(calendar["X-WR-CALNAME"]) if "X-WR-CALNAME" in calendar else None,
        len(events),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(_bounded([*found, *_calendar_findings(calendar, events)])),
    )


def _calendar_findings(calendar: Part, events: list[Part]) -> Iterator[Finding]:
    yield from _missing(calendar, "calendar")
    if "METHOD" in calendar:
        yield Finding(
            "warning",
            "method",
            "calendar",
            f"METHOD:{calendar['METHOD']} makes it a message (RFC 5546); some clients ask about each event"
            " instead of following the feed. Leave METHOD out.",
        )
    if not events:
        yield Finding(
            "warning", "empty", "calendar", "It has no event: whoever follows it sees an empty calendar."
        )
    yield from _identity_findings(events)
    for event in events:
        where = f"event {event.get('UID', 'without UID')}"
        yield from _missing(event, where)
        yield from _event_findings(event, where)
    yield from _zone_findings(calendar, events)


def _missing(part: Part, where: str) -> Iterator[Finding]:
    for name in OWED[str(part.name)]:
        if name not in part:
            yield Finding("error", "missing", where, f"{name} is missing (RFC 5545, 3.6).")
    for name, why in part.errors:
        yield Finding("error", "bad-value", where, f"{name} cannot be read: {why}")


def _identity_findings(events: list[Part]) -> Iterator[Finding]:
    """One event, one identity: UID, and RECURRENCE-ID for one date of a series."""
    keys = Counter(
        (str(event["UID"]), b",".join(one.to_ical() for one in several(event, "RECURRENCE-ID")))
        for event in events
        if "UID" in event
    )
    masters = {uid for uid, of in keys if not of}
    for (uid, of), count in keys.items():
        if count > 1:
            yield Finding(
                "error", "double", f"event {uid}", f"It stands {count} times with one UID; clients keep one."
            )
        if of and uid not in masters:
            yield Finding(
                "warning",
                "no-series",
                f"event {uid}",
                "A date of a series that is not in the document.",
            )


def _event_findings(event: Part, where: str) -> Iterator[Finding]:
    start, end = day_or_time(event, "DTSTART"), day_or_time(event, "DTEND")
    if start is None:
        return
    if "DTEND" in event and "DURATION" in event:
        yield Finding("error", "two-ends", where, "It has DTEND and DURATION; only one may stand.")
    if end is not None:
        if isinstance(start, datetime) != isinstance(end, datetime):
            yield Finding("error", "mixed-ends", where, "DTSTART is a day and DTEND a time, or the reverse.")
        elif _naive(start) != _naive(end):
            yield Finding("error", "mixed-ends", where, "One end has a zone and the other has none.")
        elif end < start:
            yield Finding("error", "ends-first", where, f"It ends ({end}) before it begins ({start}).")
        elif end == start and not isinstance(start, datetime):
            told = f"It ends on {end}, on which it begins: DTEND is the day after the last (RFC 5545, 3.6.1)."
            yield Finding("error", "ends-first", where, told)
    yield from _rule_findings(several(event, "RRULE"), start, where)


def _rule_findings(rules: list[Part], start: date, where: str) -> Iterator[Finding]:
    from dateutil.rrule import rrulestr

    if len(rules) > 1:
        yield Finding("warning", "two-rules", where, "It has several RRULE; most clients follow one.")
    # Whether a rule gives its own first date is a question of wall times: the zone is taken off both.
    wall = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime(*start.timetuple()[:3])
    for rule in rules:
        text = rule.to_ical().decode()
        try:
            first = next(iter(rrulestr(_without_until(text), dtstart=wall)), None)
        except (ValueError, TypeError) as error:
            yield Finding("error", "no-rule", where, f"RRULE:{text} cannot be followed: {error}")
            continue
        if first != wall:
            yield Finding(
                "warning",
                "start-not-in-rule",
                where,
                f"DTSTART is no date of RRULE:{text}; clients differ on whether it counts.",
            )


def _without_until(rule: str) -> str:
    """The rule without its end, whose zone has nothing to do with its first date."""
    return ";".join(part for part in rule.split(";") if not part.upper().startswith("UNTIL="))


def _zone_findings(calendar: Part, events: list[Part]) -> Iterator[Finding]:
    """A zone that is named must be there, and say the offsets that the zone of this name has."""
    from icalendar import Timezone

    zones = [zone for zone in calendar.walk("VTIMEZONE") if isinstance(zone, Timezone)]
    for zone in zones:
        yield from _missing(zone, "zone")
    given = {str(zone["TZID"]): zone for zone in zones if "TZID" in zone}
    for name in sorted({one for event in events for one in _zones_of(event)} - given.keys()):
        yield Finding(
            "error", "no-zone", f"zone {name}", "It is named by an event and has no VTIMEZONE; clients guess."
        )
    for name, zone in sorted(given.items()):
        known = find_zone(name)
        if known is None:
            continue
        try:
            said = zone.to_tz(lookup_tzid=False)
        except Exception as error:
            yield Finding("error", "bad-zone", f"zone {name}", f"Its VTIMEZONE cannot be followed: {error}")
            continue
        for wall in sorted({wall for event in events for wall in _walls_in(event, name)}):
            offsets = (wall.replace(tzinfo=said).utcoffset(), wall.replace(tzinfo=known).utcoffset())
            if offsets[0] != offsets[1]:
                yield Finding(
                    "error",
                    "wrong-offset",
                    f"zone {name}",
                    f"At {wall:%Y-%m-%d %H:%M} its VTIMEZONE says {_hours(offsets[0])},"
                    f" the zone has {_hours(offsets[1])}.",
                )


def _zones_of(event: Part) -> Iterator[str]:
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        zone = event[name].params.get("TZID") if day_or_time(event, name) else None
        if zone and str(zone) != "UTC":
            yield str(zone)


def _walls_in(event: Part, zone: str) -> Iterator[datetime]:
    for name in ("DTSTART", "DTEND"):
        wall = day_or_time(event, name)
        if isinstance(wall, datetime) and str(event[name].params.get("TZID")) == zone:
            yield wall.replace(tzinfo=None)


def _naive(value: date) -> bool:
    return isinstance(value, datetime) and value.tzinfo is None


def _hours(offset: timedelta | None) -> str:
    if offset is None:
        return "no offset"
    minutes = int(offset.total_seconds()) // 60
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _bounded(findings: list[Finding]) -> Iterator[Finding]:
    """The first of each kind, and how many more there are."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= TOLD:
            yield finding
    grades = {finding.code: finding.grade for finding in findings}
    for code, count in seen.items():
        if count > TOLD:
            yield Finding(grades[code], code, "document", f"{count - TOLD} more of this kind.")
