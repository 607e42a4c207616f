"""The calendar of Vietnam against what was announced, written down by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rules.schedule import DaysOff
from scheduler.day_off import DayOff
from scheduler.planning.office_calendar.days_off import days_off_between
from scheduler.planning.office_calendar.holidays import country_days_off, decided_until, is_country
from scheduler.reasons import Reason, read_reason, say_reason

# Days off of offices that lie on no weekend, as announced: first and last day of each run.
OFF = {
    2024: ["01-01", "02-08 02-09", "02-12 02-14", "04-18", "04-29 05-01", "09-02 09-03"],
    2025: ["01-01", "01-27 01-31", "04-07", "04-30 05-02", "09-01 09-02"],
    2026: ["01-01 01-02", "02-16 02-20", "04-27", "04-30 05-01", "08-31 09-02", "11-24"],
    # Not announced yet: what the law names, with the package's guess for the eve of Tết.
    2027: [
        "01-01", "02-04 02-05", "02-08 02-10", "04-16", "04-30", "05-03", "09-02 09-03", "11-24",
    ],
}  # fmt: skip
WORKED = {2024: ["05-04"], 2025: ["04-26"], 2026: ["01-10", "08-22"], 2027: []}


def days(year: int, runs: list[str]) -> list[date]:
    found = []
    for run in runs:
        first, _, last = run.partition(" ")
        day, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last or first}")
        while day <= end:
            found.append(day)
            day += timedelta(days=1)
    return found


@pytest.mark.parametrize("year", OFF)
def test_days_off_of_vietnam(year: int) -> None:
    off = country_days_off("VN", year, year)
    weekdays = sorted(day for day in off.holidays if day.weekday() < 5)
    assert weekdays == days(year, OFF[year])
    assert sorted(day for day in off.worked if day.year == year) == days(year, WORKED[year])


def test_tet_2024_lasts_seven_days() -> None:
    off = country_days_off("VN", 2024, 2024)
    assert sorted(day.day for day in off.holidays if day.month == 2) == [8, 9, 10, 11, 12, 13, 14]


def test_holidays_are_named_in_both_languages() -> None:
    off = country_days_off("VN", 2024, 2024)
    assert read_reason(off.holidays[date(2024, 9, 2)]) == Reason("Quốc khánh", "National Day")
    assert say_reason(off.holidays[date(2024, 4, 29)], "en") == "Day off (substituted from 2024-05-04)"


def test_a_reason_of_one_language_serves_both() -> None:
    assert Reason("Ngày truyền thống", "Ngày truyền thống").stored == "Ngày truyền thống"
    assert read_reason("Ngày truyền thống") == Reason("Ngày truyền thống", "Ngày truyền thống")
    assert (say_reason("weekend", "vi"), say_reason(None, "vi")) == ("cuối tuần", None)


def test_the_last_entry_for_a_day_holds() -> None:
    saturday, monday, ordinary = date(2024, 5, 4), date(2024, 4, 29), date(2024, 8, 12)
    base = days_off_between("VN", monday, saturday)
    assert (base.is_off(saturday), base.is_off(monday), base.is_off(ordinary)) == (False, True, False)
    office = [
        DayOff(saturday, "not-a-holiday"),
        DayOff(monday, "not-a-holiday"),
        DayOff(ordinary, "holiday", "Ngày truyền thống"),
    ]
    own = days_off_between("VN", monday, saturday, office)
    assert (own.is_off(saturday), own.is_off(monday), own.is_off(ordinary)) == (True, False, True)
    assert own.holidays[ordinary] == "Ngày truyền thống"
    plan = [DayOff(ordinary, "worked"), DayOff(date(2024, 9, 2), "worked")]
    both = days_off_between("VN", monday, saturday, office, plan)
    assert not both.is_off(ordinary) and not both.is_off(date(2024, 9, 2))


def test_a_weekend_is_the_country_s() -> None:
    off = country_days_off("SA", 2024, 2024)
    friday, sunday = date(2024, 5, 17), date(2024, 5, 19)
    assert off.is_off(friday) and not off.is_off(sunday)
    assert DaysOff().is_off(sunday)


def test_how_far_swapped_days_are_known() -> None:
    assert (decided_until("VN"), decided_until("DE-BY")) == (2026, None)


@pytest.mark.parametrize(
    ("code", "known"),
    [("VN", True), ("DE-BY", True), ("NO", True), ("XX", False), ("vn", False), ("DE-", False)],
)
def test_countries_are_known_by_their_code(code: str, known: bool) -> None:
    assert is_country(code) is known
