"""The series form: another program's expansion of it is the same set as the expanded form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.feeds.document import Form, render
from scheduler.feeds.pattern import find_pattern
from scheduler.store.occurrences.read_model import Occurrence
from tests.calendars.reading import check_lines, expanded, listed, parse
from tests.calendars.rows import HEAD, WRITTEN, by_start, column, placed, row, series_of, third, window

FIRST, AFTER = date(2023, 1, 1), date(2027, 1, 1)
TODAY = date(2024, 4, 2)


def same_in_both_forms(rows: list[Occurrence], head: Any = HEAD) -> list[Any]:
    """Assert it, and give the VEVENTs of the series form."""
    rows = by_start(rows)
    series = render(head, rows, form="series", today=TODAY, series=series_of(rows))
    check_lines(series)
    assert b"RDATE" not in series, "many programs do not read it"
    assert expanded(series, FIRST, AFTER) == listed(render(head, rows, today=TODAY))
    return list(parse(series).walk("VEVENT"))


def rule_of(event: Any) -> str:
    """The text of its RRULE with COUNT at the end, as we write it."""
    parts = event["RRULE"].to_ical().decode().split(";")
    return ";".join(sorted(parts, key=lambda part: part.startswith("COUNT")))


def changed(rows: list[Occurrence], number: int, **facts: Any) -> list[Occurrence]:
    """The rows with other facts at one place."""
    return [*rows[:number], replace(rows[number], **facts), *rows[number + 1 :]]


def moved(one: Occurrence, to: datetime, **facts: Any) -> dict[str, Any]:
    return {"start": to, "end": to + timedelta(minutes=12), "sequence": one.sequence + 1, **facts}


def test_regular_slot_is_one_rule_and_so_are_its_replays() -> None:
    premieres, replays = same_in_both_forms(column())
    assert rule_of(premieres) == "FREQ=MONTHLY;BYDAY=3WE;COUNT=12"
    # The day after the third Wednesday: the fourth Thursday in February and August.
    assert rule_of(replays) == "FREQ=MONTHLY;BYDAY=TH;BYMONTHDAY=16,17,18,19,20,21,22;COUNT=12"
    assert replays["RELATED-TO"] == premieres["UID"]
    assert premieres["URL"] == "http://127.0.0.1:8000/plans/kien-giang-2024"


def test_moved_occurrence_is_a_replacement_at_its_place() -> None:
    rows = column()
    rows = changed(rows, 4, **moved(rows[4], datetime(2024, 3, 22, 20, 0)))
    master, replacement, _ = same_in_both_forms(rows)
    assert replacement["UID"] == master["UID"]
    assert replacement["RECURRENCE-ID"].dt.replace(tzinfo=None) == rows[4].original_start
    assert replacement["URL"].endswith(rows[4].id)
    assert "Đã dời từ 17:45 20/03/2024" in replacement["DESCRIPTION"]


def test_moved_first_occurrence_keeps_the_beginning_of_the_series() -> None:
    rows = column()
    rows = changed(rows, 0, **moved(rows[0], datetime(2024, 1, 2, 8, 0)))
    master = same_in_both_forms(rows)[0]
    assert master["DTSTART"].dt.replace(tzinfo=None) == rows[0].original_start


def test_other_channel_of_one_day_is_a_replacement() -> None:
    master, replacement, _ = same_in_both_forms(changed(column(), 6, channel="KG1", sequence=1))
    assert (master["LOCATION"], replacement["LOCATION"]) == ("KG", "KG1")


def test_dropped_day_is_excepted() -> None:
    rows = column()
    del rows[8]
    master = same_in_both_forms(rows)[0]
    assert master["EXDATE"].dts[0].dt.date() == date(2024, 5, 15)


def test_added_day_stands_alone_beside_the_rule() -> None:
    events = same_in_both_forms([*column(), row(300, datetime(2024, 6, 5, 17, 45))])
    assert [str(one["UID"]) for one in events if "RRULE" not in one] == ["0000012c@airslot.example"]


def test_days_that_follow_no_rule_are_events_of_their_own() -> None:
    """The day after the last Tuesday is the first of the next month in some months."""
    days = [third(1, month) + timedelta(days=7) for month in range(1, 13)]
    last = [day + timedelta(days=7 * ((day + timedelta(days=7)).month == day.month)) for day in days]
    rows = [row(n, datetime.combine(day + timedelta(days=1), time(6))) for n, day in enumerate(last)]
    events = same_in_both_forms(rows)
    assert not any("RRULE" in one for one in events)
    assert [str(one["UID"]) for one in events] == [one.uid for one in rows]


@pytest.mark.parametrize("after", [0, 1])
@pytest.mark.parametrize(
    ("months", "every"),
    [((1, 2, 4, 5, 7, 9, 10, 12), "BYMONTH=1,2,4,5,7,9,10,12"), ((1, 4, 7, 10), "INTERVAL=3")],
)
def test_some_months_are_a_rule_too(months: tuple[int, ...], every: str, after: int) -> None:
    days = [third(2, month, year) + timedelta(days=after) for year in (2024, 2025) for month in months]
    (event,) = same_in_both_forms([row(n, datetime.combine(day, time(6))) for n, day in enumerate(days)])
    assert {every, f"COUNT={2 * len(months)}"} <= set(rule_of(event).split(";"))


def test_day_before_the_last_friday_counts_from_the_end_of_the_month() -> None:
    days = []
    for month in range(1, 13):
        friday = third(4, month) + timedelta(days=7)
        friday += timedelta(days=7 * ((friday + timedelta(days=7)).month == month))
        days.append(friday - timedelta(days=1))
    (event,) = same_in_both_forms([row(n, datetime.combine(day, time(6))) for n, day in enumerate(days)])
    assert rule_of(event) == "FREQ=MONTHLY;BYDAY=TH;BYMONTHDAY=-8,-7,-6,-5,-4,-3,-2;COUNT=12"


@pytest.mark.parametrize(("day", "left"), [(date(2024, 3, 20), 0), (date(2024, 2, 1), 1)])
def test_cancelled_is_shown_for_thirty_days_then_excepted(day: date, left: int) -> None:
    at = datetime.combine(day, time(3, 0), UTC)
    events = same_in_both_forms(changed(column(), 2, state="cancelled", cancelled_at=at, sequence=1))
    assert sum(event["STATUS"] == "CANCELLED" for event in events) == 1 - left
    assert ("EXDATE" in events[0]) == bool(left)


def test_shift_off_a_holiday_is_a_replacement_at_the_rules_day() -> None:
    rows = column()
    start = datetime(2024, 4, 19, 17, 45)
    facts = moved(
        rows[6], start, original_start=start, shifted_from=rows[6].start, reason="Giỗ Tổ", sequence=0
    )
    master, replacement, _ = same_in_both_forms(changed(rows, 6, **facts))
    assert replacement["RECURRENCE-ID"].dt.date() == date(2024, 4, 17)
    assert "RRULE" in master


def test_phrase_edited_in_mid_year_gives_dates_of_both_times() -> None:
    rows = [
        replace(one, start=at, end=at + timedelta(minutes=12), original_start=at, sequence=1)
        if one.kind == "premiere" and one.start > datetime(2024, 6, 1)
        else one
        for one in column()
        for at in [datetime.combine(one.start, time(18, 0))]
    ]
    same_in_both_forms(rows)


def test_day_without_a_time_stands_alone_among_timed_ones() -> None:
    events = same_in_both_forms([*column(), row(300, date(2024, 6, 5))])
    assert sorted(event["UID"] for event in events)[0] == "0000012c@airslot.example"


def test_windows_of_months_are_a_rule_with_their_own_lengths() -> None:
    months = [
        window(
            m,
            date(2024, m, 1),
            date(2024, m % 12 + 1, 1) - timedelta(days=1) if m < 12 else date(2024, 12, 31),
        )
        for m in range(1, 13)
    ]
    events = same_in_both_forms(months)
    assert not any("RECURRENCE-ID" in one for one in events)
    rules = {str(one["UID"]): rule_of(one) for one in events if "RRULE" in one}
    assert rules == {
        "series-31d-00000001@airslot.example": "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=1,3,5,7,8,10,12;COUNT=7",
        "series-30d-00000001@airslot.example": "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=4,6,9,11;COUNT=4",
    }
    assert len(events) == 3, "February stands alone"


def test_first_and_last_week_of_the_month_are_one_rule() -> None:
    rows = []
    for month in range(1, 13):
        last = date(2024 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        rows.append(window(month, date(2024, month, 1), date(2024, month, 7)))
        rows.append(window(20 + month, last - timedelta(days=6), last))
    (event,) = same_in_both_forms(rows)
    assert rule_of(event) == "FREQ=MONTHLY;BYMONTHDAY=1,-7;COUNT=24"


def meets_a_change(one: Occurrence, zone: ZoneInfo) -> bool:
    """True where a wall time of it is skipped or shown twice, or the clock is changed within it."""
    walls = [wall for wall in (one.start, one.end) if isinstance(wall, datetime)]
    return len({wall.replace(tzinfo=zone, fold=n).utcoffset() for wall in walls for n in (0, 1)}) > 1


@pytest.mark.parametrize("at", [time(2, 30), time(1, 45)])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
def test_slot_at_an_hour_at_which_the_clock_is_changed_follows_no_rule(zone: str, at: time) -> None:
    """A rule does not count what is skipped (RFC 5545, 3.3.10), which programs read in two ways, and an
    exception in an hour that comes twice is not found by node-ical: it showed that airing double."""
    sundays = [date(2024, 1, 7) + timedelta(days=7 * n) for n in range(52)]
    rows = [placed(row(n, datetime.combine(day, at)), zone) for n, day in enumerate(sundays)]
    head = replace(HEAD, timezone=zone)
    document = render(head, rows, form="series", today=TODAY, series=series_of(rows))
    events = parse(document).walk("VEVENT")
    met = any(meets_a_change(one, ZoneInfo(zone)) for one in rows)
    assert [str(one["UID"]) for one in events if "RRULE" not in one] == [one.uid for one in rows] * met


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Sydney"])
def test_forms_agree_across_summer_time(zone: str) -> None:
    same_in_both_forms([placed(one, zone) for one in column()], replace(HEAD, timezone=zone))


def test_row_that_leaves_by_age_raises_its_series_as_one_that_is_deleted_does() -> None:
    rows = changed(column(), 2, state="cancelled", cancelled_at=datetime(2024, 3, 1, tzinfo=UTC), sequence=1)

    def master(today: date, ahead: timedelta = timedelta()) -> Any:
        stored = series_of(rows, sequence=8)
        document = render(HEAD, by_start(rows), form="series", today=today, series=stored, ahead=ahead)
        return parse(document).walk("VEVENT")[0]

    before, after = master(date(2024, 3, 31)), master(date(2024, 4, 1))
    assert (int(before["SEQUENCE"]), before["LAST-MODIFIED"].dt) == (8, WRITTEN)
    assert int(after["SEQUENCE"]) == 9
    # The row left at midnight, which by the machine's clock was two years later.
    later = master(date(2024, 4, 1), ahead=-timedelta(days=730))
    assert later["LAST-MODIFIED"].dt == datetime(2026, 3, 31, 17, 0, tzinfo=UTC)


DAYS = st.integers(1, 60).flatmap(
    lambda step: st.lists(st.integers(0, 400 // step), min_size=1, max_size=30, unique=True).map(
        lambda places: sorted(date(2024, 1, 1) + timedelta(days=step * place) for place in places)
    )
)


@given(DAYS)
def test_pattern_and_its_misfits_say_exactly_the_days(days: list[date]) -> None:
    pattern = find_pattern(days)
    if pattern is not None:
        assert pattern.days[0] == days[0]
        assert pattern.misfit(days) < len(days)
        assert f"COUNT={len(pattern.days)}" in pattern.rule


@given(
    DAYS,
    st.sampled_from([time(17, 45), None]),
    st.lists(
        st.tuples(st.integers(0, 29), st.integers(-9, 9), st.sampled_from(["move", "cancel", "note"])),
        max_size=4,
    ),
)
def test_any_days_with_any_changes_agree_in_both_forms(
    days: list[date], at: time | None, changes: list[tuple[int, int, str]]
) -> None:
    starts = [day if at is None else datetime.combine(day, at) for day in days]
    rows = [row(number, start) for number, start in enumerate(starts)]
    for place, by, what in changes:
        one = rows[place % len(rows)]
        if what == "move":
            to = one.start + timedelta(days=by)
            end = to + timedelta(minutes=12) if isinstance(to, datetime) else None
            one = replace(one, start=to, end=end, sequence=one.sequence + 1)
        elif what == "cancel":
            one = replace(
                one, state="cancelled", cancelled_at=datetime(2024, 3 - (by > 0) * 2, 20, tzinfo=UTC)
            )
        else:
            one = replace(one, note="Gọi trước")
        rows[place % len(rows)] = one
    same_in_both_forms(rows)


def test_seeds_plan_agrees_in_both_forms() -> None:
    rows = column()
    number = 1000
    for month in range(1, 13):
        day = third(3, month)
        at = datetime.combine(day, time(5, 45))
        unknown = {"item": "2.6", "channel": None, "minutes": None, "end": None}
        rows.append(row(number, at, **unknown))
        rows.append(row(number + 1, at.replace(hour=11), kind="replay", slot="1.1", **unknown))
        number += 2
    found = same_in_both_forms(rows)
    assert Counter(rule_of(event) for event in found) == {
        "FREQ=MONTHLY;BYDAY=3WE;COUNT=12": 1,
        "FREQ=MONTHLY;BYDAY=3TH;COUNT=12": 2,
        "FREQ=MONTHLY;BYDAY=TH;BYMONTHDAY=16,17,18,19,20,21,22;COUNT=12": 1,
    }


def test_pattern_finds_every_second_week_and_every_day() -> None:
    start = date(2024, 1, 1)
    fortnights = [start + timedelta(days=14 * n) for n in range(9)]
    daily = [start + timedelta(days=n) for n in range(30)]
    quarters = [date(2024, month, 1) for month in (1, 4, 7, 10)]
    assert [find_pattern(days).rule for days in (fortnights, daily, quarters)] == [
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO;COUNT=9",
        "FREQ=DAILY;COUNT=30",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1;COUNT=4",
    ]


BUSY: dict[str, Callable[[int], dict[str, Any]]] = {
    "three times a day": lambda number: {"slot": str(number % 3)},
    "one slot": lambda number: {},
    "half noted": lambda number: {"note": "x" if number % 2 else None},
    "half cancelled": lambda number: {"state": "cancelled" if number % 2 else "planned"},
    "several titles": lambda number: {"title": f"T{number % 5}"},
    "a slot each": lambda number: {"slot": str(number)},
    "a slot for three": lambda number: {"slot": str(number // 3)},
}


@pytest.mark.parametrize("facts", BUSY.values(), ids=BUSY)
def test_a_large_series_takes_no_longer_a_row_than_a_small_one(facts: Any) -> None:
    """Twenty thousand rows took two minutes of anybody who asked."""
    begin = datetime(2024, 1, 1, 6)
    rows = [row(n, begin + timedelta(hours=8 * n), **facts(n)) for n in range(21_912)]
    before = process_time()
    render(HEAD, rows, form="series", today=TODAY, series=series_of(rows))
    assert process_time() - before < 5


def busy(name: str) -> list[Occurrence]:
    begin = datetime(2024, 1, 1, 6)
    return [row(n, begin + timedelta(hours=8 * n), **BUSY[name](n)) for n in range(4_000)]


def windows_of_any_length() -> list[Occurrence]:
    """Windows that have a slot, and an end, of their own."""
    firsts = [date(2024, 1, 1) + timedelta(days=n // 2) for n in range(4_000)]
    return [window(n, first, first + timedelta(days=n % 30), slot=str(n)) for n, first in enumerate(firsts)]


def at_any_hour() -> list[Occurrence]:
    """One slot whose time is another on each date."""
    begin = datetime(2024, 1, 1)
    return [row(n, begin + timedelta(days=n, minutes=n * 7919 % 1440)) for n in range(4_000)]


@pytest.mark.parametrize(
    "made",
    [*(partial(busy, name) for name in BUSY), windows_of_any_length, at_any_hour],
    ids=[*BUSY, "windows", "any hour"],
)
def test_the_series_form_takes_about_as_long_as_the_other(made: Callable[[], list[Occurrence]]) -> None:
    """At most twice as long, with room for a machine that does other things."""
    rows = made()
    stored = series_of(rows)

    def taken(form: Form) -> float:
        before = process_time()
        render(HEAD, rows, form=form, today=TODAY, series=stored)
        return process_time() - before

    assert min(taken("series") for _ in range(5)) < 3 * min(taken("expanded") for _ in range(5))
