from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.instances import expand, left_out, starts
from rules.schedule import CalendarDay, Dates, DaysOff, Schedule, ShiftTo, WeekConvention
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


@few
@given(airings(), ranges(), days_off())
def test_airings_by_the_day_of_their_rule_equal_a_walk(
    schedule: Schedule, within: tuple[date, date], off: DaysOff
) -> None:
    found = expand(schedule, *within, off, by_rule=True)
    assert found == brute_force.expand(schedule, *within, off, by_rule=True)


@settings(few, max_examples=150)
@given(airings(), ranges(800), days_off())
def test_no_shifted_airing_lies_on_a_day_off(
    schedule: Schedule, within: tuple[date, date], off: DaysOff
) -> None:
    for one in expand(schedule, *within, off):
        if one.kind != "premiere" or schedule.shift is None:
            continue
        day = one.start.date() if isinstance(one.start, datetime) else one.start
        shift = schedule.shift
        if shift.weekends_only and (one.shifted_from is None or shift.to in (ShiftTo.MONDAY, ShiftTo.FRIDAY)):
            assert day.weekday() < 5 or not off.is_off(day)
            continue
        left_alone = shift.holidays_only and (one.shifted_from is None or shift.to is ShiftTo.WEEK)
        assert not (off.is_holiday(day) if left_alone else off.is_off(day))


@settings(few, max_examples=150)
@given(airings(), ranges(800), days_off())
def test_every_day_of_the_rule_is_aired_moved_or_told(
    schedule: Schedule, within: tuple[date, date], off: DaysOff
) -> None:
    """Nothing falls out in silence, and nothing is told that is there."""
    plain = replace(schedule, shift=None)
    due = {(one.start, one.channel) for one in expand(plain, *within, off) if one.kind == "premiere"}
    airings = [one for one in expand(schedule, *within, off, by_rule=True) if one.kind == "premiere"]
    aired = {(one.shifted_from or one.start, one.channel) for one in airings}
    told = {(one.start, one.channel) for one in left_out(schedule, *within, off, by_rule=True)}
    assert aired <= due <= aired | told
    assert not aired & told


@CONVENTIONS
def test_windows_equal_a_walk_over_all_days(convention: WeekConvention) -> None:
    @few
    @given(window_schedules(st.just(convention)), ranges(), days_off())
    def holds(schedule: Schedule, within: tuple[date, date], off: DaysOff) -> None:
        assert expand(schedule, *within, off) == brute_force.expand(schedule, *within, off)

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
