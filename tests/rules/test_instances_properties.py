from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.instances import expand, starts
from rules.schedule import CalendarDay, Dates, DaysOff, Schedule, WeekConvention
from tests.rules import brute_force
from tests.rules.strategies import airings, days_off, ranges, schedules, window_schedules

few = settings(derandomize=True, deadline=None, max_examples=45)
CONVENTIONS = pytest.mark.parametrize("convention", list(WeekConvention))


@CONVENTIONS
def test_airings_equal_a_walk_over_all_days(convention: WeekConvention) -> None:
    @few
    @given(airings(st.just(convention)), ranges(), days_off())
    def holds(schedule: Schedule, within: tuple[date, date], off: DaysOff) -> None:
        assert expand(schedule, *within, off) == brute_force.expand(schedule, *within, off)

    holds()


@CONVENTIONS
def test_windows_equal_a_walk_over_all_days(convention: WeekConvention) -> None:
    @few
    @given(window_schedules(st.just(convention)), ranges())
    def holds(schedule: Schedule, within: tuple[date, date]) -> None:
        assert expand(schedule, *within) == brute_force.expand(schedule, *within)

    holds()


@few
@given(schedules(), ranges())
def test_starts_are_those_of_the_premieres(schedule: Schedule, within: tuple[date, date]) -> None:
    premieres = [one.start for one in expand(schedule, *within) if one.kind == "premiere"]
    assert starts(schedule, *within) == premieres


def has_own_years(schedule: Schedule) -> bool:
    """False where a date takes the year of the range, which a part of the range may begin with another."""
    return not any(
        isinstance(recurrence.on.days, Dates) and _without_year(recurrence.on.days.days)
        for recurrence in schedule.recurrences
    )


def _without_year(days: tuple[CalendarDay, ...]) -> bool:
    return any(day.year is None for day in days)


@few
@given(airings().filter(has_own_years), ranges(), st.integers(0, 4000))
def test_two_parts_of_a_range_give_the_premieres_of_the_whole(
    schedule: Schedule, within: tuple[date, date], cut: int
) -> None:
    first, last = within
    middle = min(first + timedelta(days=cut), last - timedelta(days=1))
    if middle < first:
        return
    parts = starts(schedule, first, middle) + starts(schedule, middle + timedelta(days=1), last)
    assert starts(schedule, first, last) == parts
