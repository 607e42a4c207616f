from __future__ import annotations

from datetime import date, timedelta

import pytest

from rules.schedule import Period, WeekConvention
from rules.weeks import (
    is_in_week,
    max_weeks,
    period_days,
    period_label,
    week_days,
)
from tests.rules import brute_force

BLOCKS, MONDAY, SUNDAY, MONDAY_FULL, ISO = WeekConvention
MONTHS = [(year, month) for year in range(2023, 2035) for month in range(1, 13)]


# May 2024 begins on a Wednesday and has 31 days: its Mondays are the 6th, 13th, 20th and 27th.
@pytest.mark.parametrize(
    ("convention", "week", "first", "last"),
    [
        (BLOCKS, 1, 1, 7),
        (BLOCKS, 5, 29, 31),
        (BLOCKS, -1, 25, 31),
        (BLOCKS, -2, 18, 24),
        (MONDAY, 1, 1, 5),
        (MONDAY, 3, 13, 19),
        (MONDAY, 5, 27, 31),
        (MONDAY, -1, 27, 31),
        (SUNDAY, 1, 1, 4),
        (SUNDAY, 2, 5, 11),
        (SUNDAY, -1, 26, 31),
        (MONDAY_FULL, 1, 6, 12),
        (MONDAY_FULL, 4, 27, 31),
        (MONDAY_FULL, -1, 20, 26),
        (ISO, 1, 1, 5),
        (ISO, 5, 27, 31),
        (ISO, -1, 27, 31),
    ],
)
def test_weeks_of_may_2024(convention: WeekConvention, week: int, first: int, last: int) -> None:
    assert week_days(convention, 2024, 5, week) == (date(2024, 5, first), date(2024, 5, last))


def test_iso_weeks_need_four_days_at_both_ends() -> None:
    # March 2024: 1-3 are the end of a week, 25-31 a whole one. April ends with Monday and Tuesday.
    assert week_days(ISO, 2024, 3, 1) == (date(2024, 3, 4), date(2024, 3, 10))
    assert week_days(ISO, 2024, 4, -1) == (date(2024, 4, 22), date(2024, 4, 28))
    assert week_days(ISO, 2024, 4, 5) == (date(2024, 4, 29), date(2024, 4, 30))


def test_a_short_february_has_no_fifth_block() -> None:
    assert week_days(BLOCKS, 2023, 2, 5) is None
    assert week_days(BLOCKS, 2024, 2, 5) == (date(2024, 2, 29), date(2024, 2, 29))
    assert week_days(BLOCKS, 2023, 2, -1) == week_days(BLOCKS, 2023, 2, 4)


@pytest.mark.parametrize("convention", list(WeekConvention))
def test_every_week_equals_a_walk_over_the_month(convention: WeekConvention) -> None:
    for year, month in MONTHS:
        days = brute_force.same_month(date(year, month, 1))
        for week in (*range(1, 7), *range(-6, 0)):
            inside = [day for day in days if brute_force.in_week(convention, day, week)]
            expected = (inside[0], inside[-1]) if inside else None
            assert week_days(convention, year, month, week) == expected
            assert [day for day in days if is_in_week(convention, day, week)] == inside


@pytest.mark.parametrize("convention", list(WeekConvention))
def test_highest_week_of_a_month_and_of_all(convention: WeekConvention) -> None:
    highest = set()
    for year, month in MONTHS:
        there = [week for week in range(1, 8) if week_days(convention, year, month, week) is not None]
        assert there == list(range(1, there[-1] + 1))
        highest.add(there[-1])
    assert max(highest) == max_weeks(convention)


def test_week_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="There is no week 0"):
        week_days(BLOCKS, 2024, 1, 0)


def test_quarters_and_halves() -> None:
    assert period_days(Period.QUARTER, date(2024, 6, 30)) == (date(2024, 4, 1), date(2024, 6, 30))
    assert period_days(Period.HALF, date(2024, 7, 1)) == (date(2024, 7, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("period", "label", "first", "last"),
    [
        (Period.YEAR, "2024", date(2024, 1, 1), date(2024, 12, 31)),
        (Period.HALF, "2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        (Period.QUARTER, "2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
        (Period.MONTH, "2024-05", date(2024, 5, 1), date(2024, 5, 31)),
        (Period.WEEK, "2024-04-29", date(2024, 4, 29), date(2024, 5, 5)),
        (Period.DAY, "2024-05-01", date(2024, 5, 1), date(2024, 5, 1)),
    ],
)
def test_period_of_a_day(period: Period, label: str, first: date, last: date) -> None:
    assert period_label(period, date(2024, 5, 1)) == label
    assert period_days(period, date(2024, 5, 1)) == (first, last)


def test_the_last_week_of_the_calendar_ends_with_it() -> None:
    assert period_days(Period.WEEK, date.max) == (date.max - timedelta(days=4), date.max)
