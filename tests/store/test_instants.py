"""From wall time to instant, where the wall clock is set forward or back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import Invalid
from scheduler.store.instants import airing_end, end_of, starts_at, zone

HANOI, BERLIN, APIA = zone("Asia/Ho_Chi_Minh"), zone("Europe/Berlin"), zone("Pacific/Apia")
NEW_YORK = zone("America/New_York")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_wall_time_becomes_utc() -> None:
    assert starts_at(datetime(2024, 1, 17, 5, 45), HANOI) == utc("2024-01-16T22:45")


def test_a_day_begins_at_its_local_midnight() -> None:
    assert starts_at(date(2024, 1, 17), HANOI) == utc("2024-01-16T17:00")


def test_a_time_inside_the_spring_gap_counts_with_the_offset_before_it() -> None:
    assert starts_at(datetime(2024, 3, 31, 2, 30), BERLIN) == utc("2024-03-31T01:30")


def test_a_time_that_happens_twice_is_the_first() -> None:
    assert starts_at(datetime(2024, 10, 27, 2, 30), BERLIN) == utc("2024-10-27T00:30")


@pytest.mark.parametrize(
    ("start", "last", "minutes", "wall", "at"),
    [
        (datetime(2024, 1, 17, 17, 45), None, 12, datetime(2024, 1, 17, 17, 57), utc("2024-01-17T10:57")),
        (datetime(2024, 1, 17, 23, 50), None, 12, datetime(2024, 1, 18, 0, 2), utc("2024-01-17T17:02")),
        (datetime(2024, 1, 17, 17, 45), None, None, None, None),
        (date(2024, 1, 17), None, None, None, utc("2024-01-17T17:00")),
        (date(2024, 1, 17), None, 12, None, utc("2024-01-17T17:00")),
        (date(2024, 2, 1), date(2024, 2, 29), None, date(2024, 2, 29), utc("2024-02-29T17:00")),
        (date(9999, 12, 1), date.max, None, date.max, datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_ends(start: date, last: date | None, minutes: int | None, wall: object, at: object) -> None:
    assert end_of(start, last, minutes, False, HANOI) == (wall, at)
    assert end_of(start, last, minutes, True, HANOI) == (wall, at)


@pytest.mark.parametrize(
    ("local", "start", "minutes", "written", "wall", "hours"),
    [
        # From Saturday 10 pm to Sunday 6 am, and eight hours from Saturday 10 pm.
        (BERLIN, "2026-03-28T22:00", 480, True, "2026-03-29T06:00", 7),
        (BERLIN, "2026-03-28T22:00", 480, False, "2026-03-29T07:00", 8),
        (BERLIN, "2026-10-24T22:00", 480, True, "2026-10-25T06:00", 9),
        (BERLIN, "2026-10-24T22:00", 480, False, "2026-10-25T05:00", 8),
        (NEW_YORK, "2026-03-07T23:00", 240, True, "2026-03-08T03:00", 3),
        (NEW_YORK, "2026-03-07T23:00", 240, False, "2026-03-08T04:00", 4),
        # Half an hour from a time that does not exist, and from one that comes twice.
        (BERLIN, "2026-03-29T02:30", 30, False, "2026-03-29T04:00", 0.5),
        (BERLIN, "2026-10-25T02:30", 30, False, "2026-10-25T02:00", 0.5),
        (BERLIN, "2026-03-29T02:30", 60, True, "2026-03-29T04:30", 1),
        (BERLIN, "2026-10-25T02:30", 30, True, "2026-10-25T03:00", 1.5),
        # To a time that does not exist, and to one that comes twice.
        (BERLIN, "2026-03-29T01:30", 60, True, "2026-03-29T02:30", 1),
        (BERLIN, "2026-10-25T01:30", 60, True, "2026-10-25T02:30", 1),
        (BERLIN, "2026-10-25T01:30", 120, False, "2026-10-25T02:30", 2),
    ],
)
def test_a_written_end_is_a_wall_time_and_a_length_passes(
    local: ZoneInfo, start: str, minutes: int, written: bool, wall: str, hours: float
) -> None:
    begins = datetime.fromisoformat(start)
    end = airing_end(begins, minutes, written, local)
    assert tuple(end) == (datetime.fromisoformat(wall), starts_at(begins, local) + timedelta(hours=hours))
    assert end.wall.fold == 0


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    st.integers(1, 3000),
    st.booleans(),
    st.sampled_from([HANOI, BERLIN, NEW_YORK, zone("Australia/Lord_Howe"), zone("Africa/Casablanca")]),
)
def test_an_airing_ends_after_its_start_and_a_length_is_what_passes(
    start: datetime, minutes: int, written: bool, local: ZoneInfo
) -> None:
    end = airing_end(start, minutes, written, local)
    passed = end.at - starts_at(start, local)
    assert passed > timedelta()
    if not written:
        assert passed == timedelta(minutes=minutes)
        assert end.wall == end.at.astimezone(local).replace(tzinfo=None)


def test_where_a_written_end_would_not_be_after_its_start_its_length_holds() -> None:
    # 02:50 lies in the gap and counts as 03:50 of summer; 03:10 has no gap before it.
    start = datetime(2024, 3, 31, 2, 50)
    assert airing_end(start, 20, True, BERLIN).at == starts_at(start, BERLIN) + timedelta(minutes=20)


def test_a_day_that_a_zone_left_out_has_its_place() -> None:
    # Samoa went from 29 to 31 December 2011.
    assert starts_at(date(2011, 12, 31), APIA) == end_of(date(2011, 12, 29), None, None, False, APIA).at


@pytest.mark.parametrize("name", ["Asia/Hanoi", "", "../etc/passwd", "Hanoi", "a\0b", "Asia"])
def test_an_unknown_zone_is_refused_with_an_example(name: str) -> None:
    with pytest.raises(Invalid, match="Asia/Ho_Chi_Minh"):
        zone(name)
