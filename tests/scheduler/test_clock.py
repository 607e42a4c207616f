"""Plan time and machine time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from scheduler.clock import Clock, FixedClock
from scheduler.machine_time import utcnow

START = datetime.fromisoformat("2024-04-02T08:00+07:00")


def test_plan_time_is_the_real_time_unless_it_is_set() -> None:
    before = utcnow()
    seen = [Clock().now(), Clock.starting_at(None).now()]
    after = utcnow()
    assert all(before <= at <= after for at in seen)
    assert all(at.tzinfo is UTC for at in seen)


def test_plan_time_runs_on_from_its_start() -> None:
    seconds = iter([100.0, 100.0, 163.5])
    clock = Clock.starting_at(START, monotonic=lambda: next(seconds))
    assert clock.now() == START
    assert clock.now() == START + timedelta(seconds=63.5)


def test_plan_time_is_given_in_utc() -> None:
    assert FixedClock(START).now().isoformat() == "2024-04-02T01:00:00+00:00"


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        ("2024-04-02T16:59:59+00:00", "Asia/Ho_Chi_Minh", date(2024, 4, 2)),
        ("2024-04-02T17:00:00+00:00", "Asia/Ho_Chi_Minh", date(2024, 4, 3)),
        ("2024-04-02T17:00:00+00:00", "Pacific/Honolulu", date(2024, 4, 2)),
    ],
)
def test_today_is_the_local_day(now: str, zone: str, day: date) -> None:
    assert FixedClock(datetime.fromisoformat(now)).today(zone) == day


def test_a_fixed_clock_moves_when_it_is_moved() -> None:
    clock = FixedClock(START)
    clock.advance(timedelta(hours=1))
    assert clock.now() == START + timedelta(hours=1)
    clock.move_to(START)
    assert clock.now() == START


@pytest.mark.parametrize("make", [FixedClock, Clock.starting_at, FixedClock(START).move_to])
def test_a_start_without_a_zone_is_no_instant(make: object) -> None:
    with pytest.raises(ValueError, match="has no zone"):
        make(datetime(2024, 4, 2, 8, 0))


def test_machine_time_is_utc() -> None:
    assert utcnow().tzinfo is UTC
