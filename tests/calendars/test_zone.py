from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.tz import tzical

from scheduler.feeds.document import render
from scheduler.feeds.times import Times
from scheduler.feeds.zone import vtimezone, wall_offset
from scheduler.store.occurrences.read_model import Occurrence
from tests.calendars.reading import parse
from tests.calendars.rows import HEAD, placed, row
from tests.calendars.zones import ZONES

HO_CHI_MINH = (
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize("years", [(2024, 2024), (1990, 2060)])
def test_zone_of_vietnam_is_constant(years: tuple[int, int]) -> None:
    assert vtimezone("Asia/Ho_Chi_Minh", *years) == HO_CHI_MINH


def test_regular_summer_time_is_two_yearly_rules() -> None:
    text = vtimezone("Europe/Berlin", 2024, 2024)
    assert text.count("BEGIN:DAYLIGHT") == text.count("BEGIN:STANDARD") == 1
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n" in text
    assert "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n" in text


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        ("Asia/Ho_Chi_Minh", 2024, 2024),
        ("Europe/Berlin", 2024, 2026),
        ("America/New_York", 2005, 2009),  # the rule changed in 2007
        ("Australia/Sydney", 2024, 2025),
        ("Europe/Dublin", 2024, 2024),  # its winter is the exception
        ("Europe/Istanbul", 2014, 2018),  # summer time for good since 2016
        ("Africa/Casablanca", 2023, 2025),  # follows Ramadan
        ("America/Caracas", 2015, 2017),  # half an hour on one day in 2016
        ("Australia/Lord_Howe", 2024, 2024),  # half an hour of summer time
        ("Asia/Kathmandu", 2024, 2024),
        ("Pacific/Apia", 2010, 2012),  # left out a day
        ("Asia/Ho_Chi_Minh", 1974, 1976),
    ],
)
def test_component_gives_the_offset_of_every_wall_time_of_its_years(zone: str, first: int, last: int) -> None:
    component = icalendar.Timezone.from_ical(vtimezone(zone, first, last))
    assert isinstance(component, icalendar.Timezone)
    true, read = ZoneInfo(zone), component.to_tz(lookup_tzid=False)
    at = datetime(first, 1, 1)
    while at.year <= last:
        wall = at.replace(tzinfo=true)
        if _happens_once(wall):
            assert at.replace(tzinfo=read).utcoffset() == wall.utcoffset(), at
        at += timedelta(hours=5, minutes=30)


def around_changes(zone: str, first: int, last: int) -> list[Occurrence]:
    """Airings of several lengths at each half hour around each change, and some in every month."""
    local = ZoneInfo(zone)
    rows: list[Occurrence] = []
    day = datetime(first, 1, 1)
    while day.year <= last:
        changes = (
            day.replace(tzinfo=local).utcoffset() != (day + timedelta(1)).replace(tzinfo=local).utcoffset()
        )
        for half_hour in range(-6, 12) if changes else (34,) if day.day in (1, 15) else ():
            start = day + timedelta(minutes=30 * half_hour)
            for minutes, written in ((30, False), (90, False), (480, True)):
                rows.append(placed(row(len(rows), start, minutes=minutes), zone, written=written))
        day += timedelta(1)
    return rows


@pytest.mark.parametrize("zone", ZONES)
def test_every_instant_of_a_feed_is_that_of_zoneinfo(zone: str) -> None:
    rows = around_changes(zone, *ZONES[zone])
    document = render(replace(HEAD, timezone=zone), rows)
    for mark in (b"\nTZID:", b";TZID="):  # no program knows that zone: the component alone says what it is
        document = document.replace(mark + zone.encode(), mark + f"Made-Up/{zone}".encode())
    calendar = parse(document)
    events = calendar.walk("VEVENT")
    told: dict[str, Any] = {str(one["UID"]): (one["DTSTART"].dt, one["DTEND"].dt) for one in events}
    assert len(told) == len(rows)
    wrong = [one.start for one in rows if _instants(told[one.uid]) != (one.starts_at, one.ends_at)]
    assert wrong == []
    # Where it stands, the library turns what is in UTC into that zone, and loses which hour of two it was.
    del calendar["X-WR-TIMEZONE"]
    found = recurring_ical_events.of(calendar).between(
        rows[0].starts_at, rows[-1].ends_at or rows[-1].starts_at
    )
    assert {_instants((one["DTSTART"].dt, one["DTEND"].dt)) for one in found} == {
        (one.starts_at, one.ends_at) for one in rows
    }


@pytest.mark.parametrize("zone", ZONES)
def test_python_dateutil_reads_the_same_instants(zone: str) -> None:
    rows = around_changes(zone, *ZONES[zone])
    read = tzical(StringIO(vtimezone(zone, *ZONES[zone]).replace("\r\n", "\n"))).get()
    times = Times(replace(HEAD, timezone=zone), *ZONES[zone])
    for one in rows:
        for line in times.span(one).splitlines():
            _, _, value = line.partition(":")
            at = datetime.fromisoformat(value)
            instant = at if at.tzinfo else at.replace(tzinfo=read)
            assert instant.astimezone(UTC) == (
                one.starts_at if line.startswith("DTSTART") else one.ends_at
            ), line


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_what_a_change_of_the_clock_touches_is_in_utc_at_both_ends_and_nothing_else(zone: str) -> None:
    local = ZoneInfo(zone)
    times = Times(replace(HEAD, timezone=zone), *ZONES[zone])
    for one in around_changes(zone, *ZONES[zone]):
        begins, ends = (line.endswith("Z") for line in times.span(one).splitlines())
        walls = [one.start, one.end]
        clear = all(_happens_once(at.replace(tzinfo=local)) for at in walls if isinstance(at, datetime))
        assert begins == ends == (not clear), one


def _instants(pair: tuple[datetime, datetime]) -> tuple[datetime, ...]:
    return tuple(at.astimezone(UTC) for at in pair)


def _happens_once(wall: datetime) -> bool:
    """False inside a gap or an hour that is repeated, where readers may differ."""
    return wall.utcoffset() == wall.replace(fold=1).utcoffset()


def test_each_onset_is_a_block_and_none_is_a_date() -> None:
    for zone in ZONES:
        assert "RDATE" not in vtimezone(zone, *ZONES[zone])
    assert vtimezone("Africa/Casablanca", 2024, 2024).count("BEGIN:DAYLIGHT") == 4
    first = vtimezone("Europe/Berlin", 2024, 2024).index("DTSTART:20220327T020000")
    assert first > 0


def test_offset_is_one_only_where_it_does_not_change() -> None:
    assert wall_offset("Asia/Ho_Chi_Minh", 2024, 2024) == timedelta(hours=7)
    assert wall_offset("Europe/Berlin", 2024, 2024) is None
