from __future__ import annotations

from datetime import date, datetime, time

import pytest

from rules.instances import disagreements, expand, starts
from rules.schedule import (
    NO_LIMITS,
    CalendarDay,
    Check,
    DateRange,
    Dates,
    DayRange,
    Days,
    DaySet,
    DaysLater,
    DaysOff,
    EachPeriod,
    InMonthWeek,
    Instance,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    OnWeekday,
    Period,
    Recurrence,
    Replay,
    ReplayDay,
    ReplayWeek,
    Schedule,
    Shift,
    ShiftTo,
    Slot,
    Span,
    WeekConvention,
    Weekly,
    Window,
)

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
YEAR_2024 = date(2024, 1, 1), date(2024, 12, 31)
EVERY_DAY = Weekly(tuple(range(7)))
ALL_JULY = DaySet(EVERY_DAY, Limits(months=(7,)))


def on_days(days: Days, limits: Limits = NO_LIMITS, *slots: Slot) -> Schedule:
    return Schedule(recurrences=(Recurrence(DaySet(days, limits), slots or (Slot(),)),))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(f"2024-{text}")


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


# --- the plan of Kiên Giang, 2024 ---------------------------------------------------------


def test_item_2_2_is_the_third_wednesday_and_the_day_after() -> None:
    slot = Slot(time(17, 45), "KG", 12, replays=(Replay(DaysLater(1), time(6), "KG"),))
    schedule = on_days(MonthWeeks((3,), (WEDNESDAY,)), NO_LIMITS, slot)
    premiere, replay = expand(schedule, day("02-01"), day("02-29"))
    assert premiere == Instance(
        "premiere", wall("02-21T17:45"), wall("02-21T17:57"), "KG", 12, None, "1", "2024-02"
    )
    assert replay == Instance(
        "replay",
        wall("02-22T06:00"),  # the fourth Thursday: never "the Thursday of week 3"
        wall("02-22T06:12"),
        "KG",
        12,
        None,
        "1.1",
        "2024-02",
        wall("02-21T17:45"),
    )
    assert len(expand(schedule, *YEAR_2024)) == 24


def test_item_2_1_airs_on_the_first_monday_of_may_and_july() -> None:
    replays = (Replay(DaysLater(1), time(6, 30), "KG"), Replay(DaysLater(1), time(7, 30), "KG1"))
    slot = Slot(time(17, 45), "KG", replays=replays)
    schedule = on_days(MonthWeeks((1,), (MONDAY,)), Limits(months=(5, 7)), slot)
    found = [(one.start, one.channel, one.slot) for one in expand(schedule, *YEAR_2024)]
    assert found == [
        (wall("05-06T17:45"), "KG", "1"),
        (wall("05-07T06:30"), "KG", "1.1"),
        (wall("05-07T07:30"), "KG1", "1.2"),
        (wall("07-01T17:45"), "KG", "1"),
        (wall("07-02T06:30"), "KG", "1.1"),
        (wall("07-02T07:30"), "KG1", "1.2"),
    ]


def test_item_1_1_has_the_first_and_the_last_week_of_each_month() -> None:
    found = expand(Schedule(windows=(Window(MonthWeeks((1, -1))),)), *YEAR_2024)
    assert len(found) == 24
    assert found[2:4] == [
        Instance("window", day("02-01"), day("02-07"), None, None, None, "1", "2024-02"),
        Instance("window", day("02-23"), day("02-29"), None, None, None, "1", "2024-02"),
    ]


def test_item_2_4_is_one_window_and_2_3_four() -> None:
    november_on = Window(DateRange(CalendarDay(11, 1, 2024), CalendarDay(12, -1, 2024)))
    schedule = Schedule(windows=(november_on, Window(EachPeriod(Period.QUARTER))))
    found = [(one.start, one.end, one.slot, one.period) for one in expand(schedule, *YEAR_2024)]
    assert (day("11-01"), day("12-31"), "1", "2024") in found
    assert (day("04-01"), day("06-30"), "2", "2024-Q2") in found
    assert len(found) == 5


def test_item_5_is_a_span_and_regularly_names_no_day() -> None:
    second_quarter = Span(DateRange(CalendarDay(4, 1), CalendarDay(6, -1)))
    (span,) = expand(Schedule(spans=(second_quarter, Span())), *YEAR_2024)
    assert span == Instance("span", day("04-01"), day("06-30"), None, None, None, "1", "2024")


# --- days ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "limits", "found"),
    [
        (MonthWeekdays((2, -1), (FRIDAY,)), Limits(months=(3,)), "03-08 03-29"),
        (MonthDays((31,)), Limits(until=CalendarDay(4, -1)), "01-31 03-31"),
        (MonthDays((30,), MissingDay.LAST), Limits(months=(1, 2)), "01-30 02-29"),
        (MonthDays((31,), MissingDay.NEXT), Limits(months=(4,)), "05-01"),
        (Dates((CalendarDay(2, 29), CalendarDay(9, 2))), NO_LIMITS, "02-29 09-02"),
        (Weekly((MONDAY,), 2, date(2024, 1, 3)), Limits(until=CalendarDay(2, 1, 2024)), "01-01 01-15 01-29"),
        (Weekly((SUNDAY,)), Limits(since=CalendarDay(12, 20), until=CalendarDay(1, 10)), "01-07 12-22 12-29"),
        (
            Weekly((TUESDAY,)),
            Limits(months=(1,), exceptions=(DaySet(MonthWeeks((2, 3))), DaySet(Dates((CalendarDay(1, 2),))))),
            "01-23 01-30",
        ),
    ],
)
def test_days_in_2024(days: Days, limits: Limits, found: str) -> None:
    assert starts(on_days(days, limits), *YEAR_2024) == [day(text) for text in found.split()]


def test_a_date_without_a_year_takes_the_limits_year_else_that_of_the_range() -> None:
    ten_years = date(2024, 1, 1), date(2033, 12, 31)
    holiday = Dates((CalendarDay(9, 2),))
    assert starts(on_days(holiday), *ten_years) == [date(2024, 9, 2)]
    assert starts(on_days(holiday, Limits(year=2026)), *ten_years) == [date(2026, 9, 2)]


def test_an_excepted_date_without_a_year_is_excepted_every_year() -> None:
    on = Limits(months=(9,), exceptions=(DaySet(Dates((CalendarDay(9, 2),))),))
    found = starts(on_days(MonthDays((2, 3)), on), date(2024, 1, 1), date(2025, 12, 31))
    assert found == [date(2024, 9, 3), date(2025, 9, 3)]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (CalendarDay(11, 30, 2023), CalendarDay(2, 29)),
        (CalendarDay(11, 30), CalendarDay(2, 29, 2024)),
    ],
)
def test_a_bound_without_a_year_is_the_nearest_to_one_that_has_it(
    since: CalendarDay, until: CalendarDay
) -> None:
    schedule = on_days(MonthDays((-1,)), Limits(since=since, until=until))
    found = starts(schedule, date(2020, 1, 1), date(2030, 1, 1))
    assert found == [date(2023, 11, 30), date(2023, 12, 31), date(2024, 1, 31), date(2024, 2, 29)]


def test_the_convention_decides_the_day() -> None:
    recurrences = on_days(MonthWeeks((1,), (MONDAY,)), Limits(months=(5,))).recurrences
    found = {
        str(weeks): starts(Schedule(recurrences=recurrences, weeks=weeks), *YEAR_2024)
        for weeks in WeekConvention
    }
    sixth = [day("05-06")]
    assert found == {"blocks": sixth, "monday": [], "sunday": [], "monday-full": sixth, "iso": []}


def test_first_day_of_the_next_month_answers_for_the_month_that_lacked_it() -> None:
    found = expand(on_days(MonthDays((1, 31), MissingDay.NEXT), Limits(months=(4, 6))), *YEAR_2024)
    assert [(one.start, one.period) for one in found] == [
        (day("04-01"), "2024-04"),
        (day("05-01"), "2024-04"),
        (day("06-01"), "2024-06"),
        (day("07-01"), "2024-06"),
    ]


@pytest.mark.parametrize(
    ("days", "period"),
    [
        (EVERY_DAY, "2024-05-01"),
        (Weekly((WEDNESDAY,)), "2024-04-29"),
        (MonthDays((1,)), "2024-05"),
        (Dates((CalendarDay(5, 1),)), "2024-05"),
    ],
)
def test_period_of_the_rule(days: Days, period: str) -> None:
    (premiere,) = expand(on_days(days), day("05-01"), day("05-01"))
    assert premiere.period == period


# --- replays ------------------------------------------------------------------------------


# The premiere is on Wednesday, 21 February 2024.
@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (DaysLater(0), ["02-21"]),
        (DaysLater(9), ["03-01"]),
        (OnWeekday(THURSDAY), ["02-22"]),
        (OnWeekday(WEDNESDAY), ["02-28"]),
        (OnWeekday(MONDAY, ReplayWeek.SAME), ["02-19"]),
        (OnWeekday(MONDAY, ReplayWeek.NEXT), ["02-26"]),
        (InMonthWeek(4, TUESDAY), ["02-27"]),
        (InMonthWeek(5, TUESDAY), []),
    ],
)
def test_replay_days(rule: ReplayDay, found: list[str]) -> None:
    slot = Slot(replays=(Replay(rule),))
    schedule = on_days(MonthWeeks((3,), (WEDNESDAY,)), Limits(months=(2,)), slot)
    replays = [one.start for one in expand(schedule, *YEAR_2024) if one.kind == "replay"]
    assert replays == [day(text) for text in found]


def test_what_is_not_written_of_a_replay_stays_missing() -> None:
    slot = Slot(time(5, 45), "KG", 10, 12, (Replay(DaysLater(0)),))
    schedule = on_days(Dates((CalendarDay(1, 18),)), NO_LIMITS, slot)
    replay, premiere = expand(schedule, *YEAR_2024)
    assert (replay.start, replay.end, replay.channel) == (day("01-18"), None, None)
    assert (premiere.end, premiere.minutes, premiere.minutes_max) == (wall("01-18T05:55"), 10, 12)


def test_a_replay_belongs_to_the_range_of_its_premiere() -> None:
    schedule = on_days(Dates((CalendarDay(1, 31),)), NO_LIMITS, Slot(replays=(Replay(DaysLater(1)),)))
    assert [one.start for one in expand(schedule, *YEAR_2024)] == [day("01-31"), day("02-01")]
    assert len(expand(schedule, day("01-31"), day("01-31"))) == 2
    assert expand(schedule, day("02-01"), day("02-29")) == []


@pytest.mark.parametrize(
    ("check", "disagree"),
    [
        (Check(weekday=TUESDAY, week=1), ["05-06"]),
        (Check(weekday=TUESDAY), []),
        (Check(weekday=WEDNESDAY), ["05-06", "07-01"]),
        (Check(days=2), ["05-06", "07-01"]),
        (Check(week=-1), ["05-06", "07-01"]),
        (None, []),
    ],
)
def test_disagreements(check: Check | None, disagree: list[str]) -> None:
    # In calendar weeks from Sunday, Tuesday 7 May is in week 2 and Tuesday 2 July in week 1.
    slot = Slot(replays=(Replay(DaysLater(1), check=check),))
    recurrences = on_days(MonthWeekdays((1,), (MONDAY,)), Limits(months=(5, 7)), slot).recurrences
    schedule = Schedule(recurrences=recurrences, weeks=WeekConvention.SUNDAY)
    assert [premiere for premiere, _ in disagreements(schedule, *YEAR_2024)] == [day(t) for t in disagree]


# --- overlaps, order, shifts --------------------------------------------------------------


def test_recurrences_that_overlap_give_one_instance() -> None:
    first = Recurrence(DaySet(Dates((CalendarDay(5, 6),))), (Slot(time(8), "KG", 10),))
    second = Recurrence(DaySet(MonthDays((6,)), Limits(months=(5,))), (Slot(time(8), "KG"), Slot(time(8))))
    found = expand(Schedule(recurrences=(first, second)), *YEAR_2024)
    assert [(one.channel, one.slot, one.minutes) for one in found] == [("KG", "1", 10), (None, "3", None)]


def test_a_day_without_a_time_stands_before_its_times() -> None:
    slots = (Slot(time(0), "KG"), Slot(None, "web"), Slot(time(6), "KG"))
    window = Window(DayRange(2, 2), Limits(months=(5,)))
    recurrence = Recurrence(DaySet(Dates((CalendarDay(5, 1), CalendarDay(5, 2)))), slots)
    found = expand(Schedule(recurrences=(recurrence,), windows=(window,)), *YEAR_2024)
    assert [(one.start.day, one.slot) for one in found] == [
        (1, "2"), (1, "1"), (1, "3"), (2, "2"), (2, "4"), (2, "1"), (2, "3"),
    ]  # fmt: skip


HOLIDAYS = DaysOff(
    {day("04-29"): "Nghỉ bù", day("04-30"): "Giải phóng miền Nam", day("05-01"): "Quốc tế Lao động"},
    worked=frozenset({day("05-04")}),
)


@pytest.mark.parametrize(
    ("shift", "on", "to"),
    [
        (Shift(ShiftTo.NEXT), "04-30", "05-02"),
        (Shift(ShiftTo.PREVIOUS), "05-01", "04-26"),
        (Shift(ShiftTo.NEXT), "05-04", "05-04"),
        (Shift(ShiftTo.NEXT), "05-05", "05-06"),
        (Shift(ShiftTo.NEXT, holidays_only=True), "05-05", "05-05"),
        (Shift(ShiftTo.PREVIOUS, holidays_only=True), "04-29", "04-26"),
        (Shift(ShiftTo.MONDAY, weekends_only=True), "04-28", "04-29"),
        (Shift(ShiftTo.NEXT, weekends_only=True), "04-28", "05-02"),
        (Shift(ShiftTo.MONDAY, weekends_only=True), "04-30", "04-30"),
        (Shift(ShiftTo.FRIDAY, weekends_only=True), "05-05", "05-03"),
        (Shift(ShiftTo.WEEK, holidays_only=True), "04-30", "05-07"),
        (Shift(ShiftTo.WEEK, holidays_only=True), "05-07", "05-07"),
    ],
)
def test_shift_to_a_working_day(shift: Shift, on: str, to: str) -> None:
    month, number = map(int, on.split("-"))
    recurrences = on_days(Dates((CalendarDay(month, number),))).recurrences
    (found,) = expand(Schedule(recurrences=recurrences, shift=shift), *YEAR_2024, HOLIDAYS)
    assert found.start == day(to)
    assert (found.shifted_from, found.reason) == (
        (None, None) if on == to else (day(on), HOLIDAYS.holidays.get(day(on), "weekend"))
    )


def test_skip_leaves_the_airing_and_its_replays_out() -> None:
    slot = Slot(replays=(Replay(DaysLater(1)),))
    recurrences = on_days(MonthDays((1,)), Limits(months=(5, 7)), slot).recurrences
    found = expand(Schedule(recurrences=recurrences, shift=Shift(ShiftTo.SKIP)), *YEAR_2024, HOLIDAYS)
    assert [one.start for one in found] == [day("07-01"), day("07-02")]


def test_replays_follow_a_shifted_premiere_which_keeps_its_period() -> None:
    slot = Slot(time(8), replays=(Replay(DaysLater(1), time(6)),))
    recurrences = on_days(MonthDays((-1,)), Limits(months=(4,)), slot).recurrences
    schedule = Schedule(recurrences=recurrences, shift=Shift(ShiftTo.NEXT))
    premiere, replay = expand(schedule, *YEAR_2024, HOLIDAYS)
    assert (premiere.start, premiere.shifted_from) == (wall("05-02T08:00"), wall("04-30T08:00"))
    assert (replay.start, replay.premiere) == (wall("05-03T06:00"), wall("05-02T08:00"))
    assert premiere.period == replay.period == "2024-04"
    assert expand(schedule, day("05-01"), day("05-31"), HOLIDAYS) == [premiere, replay]
    assert expand(schedule, day("04-01"), day("04-30"), HOLIDAYS) == []


# --- windows ------------------------------------------------------------------------------


def test_a_window_that_touches_the_range_is_given_whole() -> None:
    schedule = Schedule(windows=(Window(EachPeriod(Period.QUARTER)),))
    (window,) = expand(schedule, day("05-10"), day("05-11"))
    assert (window.start, window.end) == (day("04-01"), day("06-30"))


@pytest.mark.parametrize(
    ("window", "found"),
    [
        (Window(EachPeriod(Period.HALF), Limits(months=(8,))), ["08-01"]),
        (Window(EachPeriod(Period.QUARTER), Limits(since=CalendarDay(5, 10))), ["05-10", "07-01", "10-01"]),
        (Window(DayRange(30, -1), Limits(until=CalendarDay(3, -1))), ["01-30", "03-30"]),
        (Window(MonthWeeks((4, -1)), Limits(months=(2,))), ["02-22", "02-23"]),
        (Window(DateRange(CalendarDay(12, 1), CalendarDay(2, 1))), ["12-01"]),
        (Window(EachPeriod(Period.MONTH), Limits((6, 7), exceptions=(ALL_JULY,))), ["06-01"]),
    ],
)
def test_windows_in_2024(window: Window, found: list[str]) -> None:
    assert [one.start for one in expand(Schedule(windows=(window,)), *YEAR_2024)] == [day(t) for t in found]


def test_week_4_and_the_last_week_of_a_short_february_are_one_window() -> None:
    schedule = Schedule(windows=(Window(MonthWeeks((4, -1))),))
    (window,) = expand(schedule, date(2023, 2, 1), date(2023, 2, 28))
    assert (window.start, window.end) == (date(2023, 2, 22), date(2023, 2, 28))


# --- edges --------------------------------------------------------------------------------


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        expand(Schedule(), day("02-01"), day("01-01"))
    with pytest.raises(ValueError, match="before it begins"):
        starts(Schedule(), day("02-01"), day("01-01"))


def test_five_thousand_years_of_months() -> None:
    assert len(starts(on_days(MonthWeeks((3,), (WEDNESDAY,))), date(1, 1, 1), date(5000, 12, 31))) == 60_000


def test_more_than_a_million_instances_are_refused() -> None:
    with pytest.raises(ValueError, match="more than 1,000,000"):
        starts(on_days(EVERY_DAY), date(1, 1, 1), date(5000, 12, 31))


@pytest.mark.parametrize(
    "days", [EVERY_DAY, MonthDays((31,), MissingDay.NEXT), MonthWeeks((5, -1), (FRIDAY,))]
)
def test_the_whole_calendar_has_a_first_and_a_last_day(days: Days) -> None:
    schedule = Schedule(
        recurrences=on_days(days).recurrences,
        windows=(Window(EachPeriod(Period.WEEK)),),
        shift=Shift(ShiftTo.SKIP),
    )
    assert expand(schedule, date.min, date(1, 1, 31))
    assert expand(schedule, date(9999, 12, 1), date.max)


@pytest.mark.parametrize(
    ("slot", "shift", "words"),
    [
        (Slot(replays=(Replay(DaysLater(1)),)), None, "beyond the calendar"),
        (Slot(time(23, 50), None, 20), None, "ends beyond the calendar"),
        (Slot(), Shift(ShiftTo.NEXT), "no working day"),
    ],
)
def test_beyond_the_last_day_of_the_calendar_is_refused(slot: Slot, shift: Shift | None, words: str) -> None:
    schedule = Schedule(recurrences=on_days(EVERY_DAY, NO_LIMITS, slot).recurrences, shift=shift)
    with pytest.raises(ValueError, match=words):
        expand(schedule, date.max, date.max, DaysOff({date.max: "Tất niên"}))


def test_every_other_week_without_a_week_that_counts_is_refused() -> None:
    with pytest.raises(ValueError, match="every 2 weeks"):
        starts(on_days(Weekly((MONDAY,), 2)), *YEAR_2024)
