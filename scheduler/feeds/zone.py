"""The VTIMEZONE of a feed: the offsets that hold in the years of its occurrences.

No history: a zone that has one offset through those years (Asia/Ho_Chi_Minh) is one STANDARD block,
because Outlook fails on a zone that begins with local mean time. A zone with summer time gets the changes of
its years, of two years before and of one after (RFC 5545, 3.6.5): a yearly rule where they are regular, else
a block for each. Never RDATE: ical.js, and so Thunderbird, leaves the block's own DTSTART out beside one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from scheduler.feeds.text import line, text_line

_STEP = timedelta(days=7)  # no zone has changed twice within it since it kept hours
_SECOND = timedelta(seconds=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORIGIN = datetime(1970, 1, 1)
_BACK, _AHEAD = 2, 1  # years of changes before the first wall time, and after the last


@dataclass(frozen=True, slots=True)
class _Offset:
    """What a zone holds at an instant."""

    utc: timedelta
    dst: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of offset; `onset` is the wall time, by the old offset, at which it happens."""

    onset: datetime
    before: _Offset
    after: _Offset

    @property
    def daylight(self) -> bool:
        """True where summer time begins; also where a zone counts its winter as the exception."""
        if self.before.dst == self.after.dst:
            return self.after.dst > timedelta()
        return self.after.dst > self.before.dst

    @property
    def alike(self) -> tuple[object, ...]:
        """What the changes that one yearly rule gives have in common."""
        onset = self.onset
        return self.before, self.after, onset.month, onset.weekday(), onset.time()


def wall_offset(zone: str, first_year: int, last_year: int) -> timedelta | None:
    """The one offset that the zone holds through those years, or None where it changes."""
    return _wall_offset(ZoneInfo(zone), first_year, last_year)


def vtimezone(zone: str, first_year: int, last_year: int) -> str:
    """The component, with line ends, that is right for every wall time in those years."""
    # Kept by the zone and not by its name: when zone data are read anew, it is another one.
    return _vtimezone(ZoneInfo(zone), first_year, last_year)


def _wall_offset(zone: ZoneInfo, first_year: int, last_year: int) -> timedelta | None:
    start, end = _start_of(first_year), _start_of(last_year + 1)
    return None if _changes(zone, start, end) else _offset(zone, start).utc


@lru_cache(maxsize=256)
def _vtimezone(zone: ZoneInfo, first_year: int, last_year: int) -> str:
    if _wall_offset(zone, first_year, last_year) is None:
        start, end = _start_of(first_year - _BACK), _start_of(last_year + _AHEAD + 1)
    else:
        start, end = _start_of(first_year), _start_of(last_year + 1)
    changes = _changes(zone, start, end)
    blocks = []
    if not changes or changes[0].onset.year >= first_year:
        holds = _offset(zone, start)
        blocks.append(_block(_Change(min(_ORIGIN, start.replace(tzinfo=None)), holds, holds), ""))
    runs: dict[tuple[object, ...], list[_Change]] = {}
    for change in changes:
        runs.setdefault(change.alike, []).append(change)
    for run in runs.values():
        rule = _yearly(run, last_year + _AHEAD)
        blocks += [_block(run[0], rule)] if rule else [_block(change, "") for change in run]
    return f"BEGIN:VTIMEZONE\r\n{text_line('TZID', zone.key)}{''.join(blocks)}END:VTIMEZONE\r\n"


def _start_of(year: int) -> datetime:
    """The year's first instant in UTC, less two days, so that no zone has come to it."""
    return datetime(min(max(year, 2), 9998), 1, 1, tzinfo=UTC) - timedelta(days=2)


def _offset(zone: ZoneInfo, instant: datetime) -> _Offset:
    local = instant.astimezone(zone)
    return _Offset(local.utcoffset() or timedelta(), local.dst() or timedelta(), local.tzname() or "")


@lru_cache(maxsize=256)
def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> tuple[_Change, ...]:
    """The zone's changes after `start` up to `end`, found by halving the week that holds each."""
    found: list[_Change] = []
    instant, before = start, _offset(zone, start)
    while instant < end:
        step = min(instant + _STEP, end)
        after = _offset(zone, step)
        if after != before:
            low, high = instant, step
            while high - low > _SECOND:
                middle = low + (high - low) // 2
                low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
            high = high.replace(microsecond=0)
            found.append(_Change((high + before.utc).replace(tzinfo=None), before, after))
        instant, before = step, after
    return tuple(found)


def _yearly(run: list[_Change], last_year: int) -> str:
    """The rule that gives the changes, where they have one that still holds in `last_year`; else "".

    A rule that has ended is none: its UNTIL would be in UTC beside a start that is not, which
    python-dateutil and what is built on it read wrong.
    """
    first, years = run[0].onset, [change.onset.year for change in run]
    ordinals = {(change.onset.day - 1) // 7 + 1 for change in run}
    if all((change.onset + timedelta(days=7)).month != first.month for change in run):
        ordinals = {-1}
    if len(run) < 2 or len(ordinals) > 1 or years != list(range(years[0], last_year + 1)):
        return ""
    day = f"{ordinals.pop()}{_WEEKDAYS[first.weekday()]}"
    return f"RRULE:FREQ=YEARLY;BYMONTH={first.month};BYDAY={day}\r\n"


def _block(change: _Change, recurrence: str) -> str:
    name = "DAYLIGHT" if change.daylight else "STANDARD"
    return (
        f"BEGIN:{name}\r\n"
        f"DTSTART:{change.onset.isoformat().replace('-', '').replace(':', '')}\r\n"
        f"{recurrence}"
        f"TZOFFSETFROM:{_signed(change.before.utc)}\r\n"
        f"TZOFFSETTO:{_signed(change.after.utc)}\r\n"
        f"{line('TZNAME', change.after.name)}"
        f"END:{name}\r\n"
    )


def _signed(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    tail = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}{tail}"
