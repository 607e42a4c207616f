from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from scheduler.feeds.zone import vtimezone, wall_offset

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


def _happens_once(wall: datetime) -> bool:
    """False inside a gap or an hour that is repeated, where readers may differ."""
    return wall.utcoffset() == wall.replace(fold=1).utcoffset()


def test_offset_is_one_only_where_it_does_not_change() -> None:
    assert wall_offset("Asia/Ho_Chi_Minh", 2024, 2024) == timedelta(hours=7)
    assert wall_offset("Europe/Berlin", 2024, 2024) is None
