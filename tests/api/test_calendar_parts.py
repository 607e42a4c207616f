"""The calendar's own arithmetic: overlaps, bars, the week's axis and lanes, the year's shades."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.calendar import hours
from api.pages.calendar.entries import Entry, as_day, bars_of
from api.pages.calendar.hours import HEAD_ROWS, axis_of, hours_of, style_sheet
from api.pages.calendar.year import legend_of, months_of
from rules.schedule import DaysOff
from scheduler.planning.expanding.overlaps import overlapping
from scheduler.store.occurrences.calendar import DayCount
from scheduler.store.occurrences.read_model import Occurrence

MONDAY = date(2024, 1, 15)
NOW = datetime(2024, 1, 17, 18, 0)
Make = Callable[..., Occurrence]


def occurrence(start: date | datetime, minutes: int | None = None, **facts: object) -> Occurrence:
    end = start + timedelta(minutes=minutes) if isinstance(start, datetime) and minutes else None
    day = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)
    values = {
        "id": f"occ_{start.isoformat()}_{minutes}",
        "kind": "premiere",
        "state": "planned",
        "outlet": "Đài",
        "channel": "KG",
        "start": start,
        "end": end,
        "original_start": start,
        "starts_at": day.replace(tzinfo=UTC),
        "ends_at": end.replace(tzinfo=UTC) if isinstance(end, datetime) else None,
        "minutes": minutes,
    } | facts
    rest = {name: None for name in Occurrence.__dataclass_fields__ if name not in values}
    return Occurrence(**(rest | values))  # type: ignore[arg-type]


def at(text: str, minutes: int | None = 30, **facts: object) -> Occurrence:
    return occurrence(datetime.fromisoformat(f"2024-01-17T{text}"), minutes, **facts)


def entries(*found: Occurrence) -> list[Entry]:
    return [Entry(one, None, ()) for one in found]


# --- overlaps -------------------------------------------------------------------------------


def test_intervals_are_half_open() -> None:
    first, second, third = at("20:00"), at("20:29", 1), at("20:30")
    found = overlapping([third, first, second], 30)
    assert found == {first.id: (second,), second.id: (first,)}


def test_a_long_airing_meets_every_one_within_it() -> None:
    long, one, two = at("20:00", 120), at("20:10", 5), at("21:00", 5)
    assert overlapping([long, one, two], 30) == {long.id: (one, two), one.id: (long,), two.id: (long,)}


def test_without_a_length_the_one_that_calendars_show_counts() -> None:
    unknown = at("20:00", None)
    assert overlapping([unknown, at("20:30")], 30) == {}
    same, before, during = at("20:00", 5), at("19:50", 15), at("20:29")
    assert set(overlapping([unknown, same, before, during], 30)) >= {
        unknown.id,
        same.id,
        before.id,
        during.id,
    }
    assert set(overlapping([unknown, during], 29)) == set()


@pytest.mark.parametrize(
    "other",
    [
        {"channel": "KG1"},
        {"outlet": "Báo"},
        {"channel": None},
        {"state": "cancelled"},
        {"state": "missed"},
    ],
)
def test_elsewhere_nothing_overlaps(other: dict[str, object]) -> None:
    assert overlapping([at("20:00"), at("20:10", 5, **other)], 30) == {}


def test_days_overlap_nothing() -> None:
    assert overlapping([occurrence(date(2024, 1, 17)), at("20:00")], 30) == {}


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(1, 90)), max_size=12))
def test_overlaps_are_those_of_each_pair(spans: list[tuple[int, int]]) -> None:
    found = [
        occurrence(datetime(2024, 1, 1) + timedelta(minutes=begin), length, id=f"occ_{n}")
        for n, (begin, length) in enumerate(spans)
    ]
    expected = {
        (one.id, other.id)
        for (begin, length), one in zip(spans, found, strict=True)
        for (start, lasts), other in zip(spans, found, strict=True)
        if one is not other and begin < start + lasts and start < begin + length
    }
    told = {(key, other.id) for key, others in overlapping(found, 30).items() for other in others}
    assert told == expected


# --- days and bars --------------------------------------------------------------------------


def test_a_day_begins_with_what_has_no_time() -> None:
    untimed, early, late = occurrence(date(2024, 1, 17)), at("06:00"), at("20:00")
    day = as_day(date(2024, 1, 17), entries(late, early, untimed), NOW, DaysOff())
    assert [entry.one for entry in day.entries] == [untimed, early, late]
    assert day.today and day.now_before == 2 and day.off is None


def test_a_holiday_says_its_name_and_a_worked_weekend_is_no_day_off() -> None:
    off = DaysOff({date(2024, 1, 1): "Tết Dương lịch"}, frozenset({date(2024, 1, 6)}))
    assert [as_day(date(2024, 1, day), (), NOW, off).off for day in (1, 2, 6, 7)] == [
        "Tết Dương lịch",
        None,
        None,
        "",
    ]


@pytest.mark.parametrize(
    ("first", "last", "bar"),
    [
        ("2024-01-15", "2024-01-21", (1, 7, False, False)),
        ("2024-01-01", "2024-01-31", (1, 7, True, True)),
        ("2024-01-21", "2024-01-22", (7, 1, False, True)),
        ("2024-01-10", "2024-01-15", (1, 1, True, False)),
        ("2024-01-22", "2024-01-25", None),
        ("2024-01-10", "2024-01-14", None),
    ],
)
def test_a_bar_is_the_part_within_the_week(
    first: str, last: str, bar: tuple[int, int, bool, bool] | None
) -> None:
    window = occurrence(date.fromisoformat(first), kind="window", end=date.fromisoformat(last))
    found = bars_of(entries(window), MONDAY, MONDAY + timedelta(days=6))
    assert [(one.column, one.span, one.begun, one.goes_on) for one in found] == ([bar] if bar else [])


# --- the week's hours -----------------------------------------------------------------------


def week(*found: Occurrence) -> hours.Hours:
    days = []
    for n in range(7):
        day = MONDAY + timedelta(days=n)
        own = [entry for entry in entries(*found) if entry.day == day]
        days.append(as_day(day, own, NOW, DaysOff()))
    return hours_of(days, NOW)


def test_hours_without_anything_are_one_gap() -> None:
    assert [(hour.hour, hour.row, hour.gap, hour.until) for hour in axis_of({6, 7, 20})] == [
        (6, 3, False, 0),
        (7, 15, False, 0),
        (8, 27, True, 20),
        (20, 28, False, 0),
    ]


def test_two_that_overlap_stand_side_by_side() -> None:
    grid = week(at("20:00", 30), at("20:10", 5), at("20:20", 30), at("21:00", 5))
    first, second = grid.clusters[2]
    assert [(one.lane, one.row, one.rows) for one in first.placed] == [(1, 1, 6), (2, 3, 1), (2, 5, 6)]
    assert (first.row, first.rows, first.stacked) == (HEAD_ROWS + 1, 10, False)
    assert (second.row, second.rows) == (HEAD_ROWS + 13, 1)


def test_three_at_once_are_stacked() -> None:
    (cluster,) = week(at("20:00"), at("20:05"), at("20:10")).clusters[2]
    assert cluster.stacked and len(cluster.placed) == 3


def test_midnight_cuts_an_airing_off() -> None:
    grid = week(at("23:50", 30))
    assert [hour.hour for hour in grid.axis] == [23] and grid.rows == 12
    assert (grid.clusters[2][0].row, grid.clusters[2][0].rows) == (HEAD_ROWS + 11, 2)
    assert grid.clusters[3] == ()


@pytest.mark.parametrize(
    ("times", "row"), [(["18:00"], 3), (["06:00", "20:00"], 15), (["20:00"], 3), (["06:00"], 14)]
)
def test_now_is_on_the_axis_or_at_its_nearest_end(times: list[str], row: int) -> None:
    assert week(*(at(time) for time in times)).now == (row, 3)


def test_a_week_without_times_has_no_axis() -> None:
    assert week(occurrence(MONDAY)) == hours.Hours((), 0, ((),) * 7, None)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 300)), min_size=1, max_size=15)
)
def test_nothing_covers_anything_else_and_every_row_has_its_class(spans: list[tuple[int, int, int]]) -> None:
    grid = week(
        *(
            occurrence(
                datetime(2024, 1, 15 + day) + timedelta(minutes=begin), length, id=f"occ_{n}", channel=f"{n}"
            )
            for n, (day, begin, length) in enumerate(spans)
        )
    )
    assert 0 < grid.rows <= hours.MOST_ROWS
    for clusters in grid.clusters:
        until = 0
        for cluster in clusters:
            assert cluster.row >= until
            until = cluster.row + cluster.rows
            assert until <= HEAD_ROWS + grid.rows + 1
            taken = [(one.lane, row) for one in cluster.placed for row in range(one.row, one.row + one.rows)]
            assert len(taken) == len(set(taken))


def test_the_style_sheet_of_rows_is_the_one_that_is_served() -> None:
    served = Path(hours.__file__).parents[2] / "static" / "minutes.css"
    assert served.read_text() == style_sheet()


# --- the year -------------------------------------------------------------------------------


def counts(*numbers: int) -> dict[date, DayCount]:
    return {date(2024, 2, day): DayCount(number, 0) for day, number in enumerate(numbers, 1)}


@pytest.mark.parametrize(
    ("numbers", "legend"),
    [
        ((), []),
        ((7, 7, 7), [(4, 1, 7)]),
        ((1, 2, 3, 4), [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)]),
        ((1, 1, 1, 1, 1, 9), [(3, 1, 1), (4, 2, 9)]),
        ((1, 2, 2, 3, 5, 8, 13, 21), [(1, 1, 2), (2, 3, 3), (3, 4, 8), (4, 9, 21)]),
    ],
)
def test_shades_are_quarters_of_the_days(
    numbers: tuple[int, ...], legend: list[tuple[int, int, int]]
) -> None:
    found = counts(*numbers)
    assert [(shade.number, shade.least, shade.most) for shade in legend_of(found)] == legend
    february = months_of(2024, found)[1]
    days = [day for row in february.weeks for day in row if day is not None]
    assert len(days) == 29 and february.count.all == sum(numbers)
    for day in days:
        expected = next((number for number, least, most in legend if least <= day.count <= most), 0)
        assert day.shade == expected
