"""From wall time to instant, where the wall clock is set forward or back."""

from datetime import UTC, date, datetime

import pytest

from scheduler.errors import Invalid
from scheduler.store.instants import ends_at, starts_at, zone

HANOI, BERLIN, APIA = zone("Asia/Ho_Chi_Minh"), zone("Europe/Berlin"), zone("Pacific/Apia")


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
    ("start", "end", "expected"),
    [
        (datetime(2024, 1, 17, 17, 45), datetime(2024, 1, 17, 17, 57), utc("2024-01-17T10:57")),
        (datetime(2024, 1, 17, 23, 50), datetime(2024, 1, 18, 0, 2), utc("2024-01-17T17:02")),
        (datetime(2024, 1, 17, 17, 45), None, None),
        (date(2024, 1, 17), None, utc("2024-01-17T17:00")),
        (date(2024, 2, 1), date(2024, 2, 29), utc("2024-02-29T17:00")),
        (date(9999, 12, 1), date.max, datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_ends(start: date, end: date | None, expected: datetime | None) -> None:
    assert ends_at(start, end, HANOI) == expected


def test_an_end_is_never_before_its_start() -> None:
    # 02:50 lies in the gap and counts as 03:50 of summer; 03:10 has no gap before it.
    start, end = datetime(2024, 3, 31, 2, 50), datetime(2024, 3, 31, 3, 10)
    assert ends_at(start, end, BERLIN) == starts_at(start, BERLIN) == utc("2024-03-31T01:50")


def test_a_day_that_a_zone_left_out_has_its_place() -> None:
    # Samoa went from 29 to 31 December 2011.
    assert starts_at(date(2011, 12, 31), APIA) == ends_at(date(2011, 12, 29), None, APIA)


@pytest.mark.parametrize("name", ["Asia/Hanoi", "", "../etc/passwd", "Hanoi", "a\0b", "Asia"])
def test_an_unknown_zone_is_refused_with_an_example(name: str) -> None:
    with pytest.raises(Invalid, match="Asia/Ho_Chi_Minh"):
        zone(name)
