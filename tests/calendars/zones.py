"""The zones in which feeds are proved, and what is broadcast around the changes of their clocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from scheduler.store.occurrences.read_model import Occurrence
from tests.calendars.rows import placed, row

# Rules that hold, that follow the moon or a decree, that ended, half an hour, a quarter, a day left out.
ZONES = {
    "Europe/Berlin": (2026, 2026),
    "America/New_York": (2026, 2026),
    "Australia/Lord_Howe": (2026, 2026),
    "Africa/Casablanca": (2024, 2024),
    "America/Sao_Paulo": (2018, 2018),
    "Asia/Kathmandu": (2026, 2026),
    "Pacific/Apia": (2011, 2012),
    "Asia/Almaty": (2024, 2024),
    "America/Santiago": (2024, 2026),
    "Africa/Cairo": (2023, 2025),
    "America/Asuncion": (2024, 2025),
}
LENGTHS = ((30, False), (90, False), (480, True))  # minutes, and whether an end is written
WEEKS = range(-2, 3)


def changes(zone: str) -> Iterator[datetime]:
    """The hour before each change of the clock in the years of the zone, in wall time."""
    first, last = ZONES[zone]
    local = ZoneInfo(zone)
    days = [datetime(first, 1, 1) + timedelta(days=n) for n in range((last + 1 - first) * 366)]
    for day, next_day in pairwise(days):
        if _offset(day, local) != _offset(next_day, local):
            hours = [day + timedelta(hours=n) for n in range(25)]
            yield from (one for one, after in pairwise(hours) if _offset(one, local) != _offset(after, local))


def _offset(wall: datetime, local: ZoneInfo) -> timedelta | None:
    return wall.replace(tzinfo=local).utcoffset()


def weekly(zone: str) -> list[Occurrence]:
    """Airings at each half hour around each change, in each of two weeks before and behind it."""
    around = [change + timedelta(minutes=30 * n) for change in changes(zone) for n in range(-2, 7)]
    around.append(datetime.combine(date(ZONES[zone][0], 6, 7), time(17, 45)))  # where nothing changes
    rows: list[Occurrence] = []
    for slot, at in enumerate(around):
        minutes, written = LENGTHS[slot % len(LENGTHS)]
        for week in WEEKS:
            one = row(len(rows), at + timedelta(weeks=week), minutes=minutes, slot=str(slot))
            rows.append(placed(one, zone, written=written))
    return rows
