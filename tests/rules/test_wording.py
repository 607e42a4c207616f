"""The canonical phrase: it reads back to its schedule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.grammar.verifying.emptiness import takes_nothing_out
from rules.instances import expand
from rules.phrases import Context, parse, read
from rules.schedule import (
    NO_LIMITS,
    Check,
    Dates,
    DaySet,
    DaysLater,
    InMonthWeek,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeeks,
    OnWeekday,
    Period,
    Recurrence,
    Replay,
    ReplayWeek,
    Schedule,
    Slot,
    Stay,
    WeekConvention,
    Weekly,
)
from rules.vocabulary import Lang
from rules.wording import wording
from tests.rules import strategies as values

LANGUAGES: tuple[Lang, ...] = ("vi", "en")


def in_words(limits: Limits) -> Limits:
    """Twelve months are every month; the phrase of an exception names no exception of its own."""
    months = () if len(limits.months) == 12 else limits.months
    unless = tuple(
        DaySet(e.days)
        if isinstance(e.days, Dates)
        else DaySet(sayable_days(e.days), replace(e.limits, exceptions=()))
        for e in limits.exceptions
    )
    return replace(limits, months=months, exceptions=unless)


def sayable_days(days: Any) -> Any:
    """The policy for a missing day is said only where some month lacks the day."""
    if isinstance(days, MonthDays) and max(days.days) <= 28:
        return replace(days, missing=MissingDay.SKIP)
    return days


def sayable_replay(slot: Slot, on: DaySet, replay: Replay) -> Replay | None:
    """A replay that a person can mean: after its premiere."""
    same_day = replay.day == DaysLater(0)
    if same_day and (slot.at is None or replay.at is None or replay.at <= slot.at):
        return None
    weekdays = getattr(on.days, "weekdays", ())
    same_week = isinstance(replay.day, OnWeekday) and replay.day.week is ReplayWeek.SAME
    if same_week and not (weekdays and replay.day.weekday >= max(weekdays)):
        return None
    if isinstance(replay.day, InMonthWeek):
        later = isinstance(on.days, MonthWeeks) and 0 < max(on.days.weeks) < replay.day.week
        if not later or min(on.days.weeks) < 0:
            return None
    return replay


def in_month_week(replay: Replay) -> bool:
    return isinstance(replay.day, InMonthWeek)


def sayable(schedule: Schedule) -> Schedule:
    """The schedule with what no phrase says taken out."""
    found: dict[DaySet, tuple[Slot, ...]] = {}
    for recurrence in schedule.recurrences:
        on = DaySet(sayable_days(recurrence.on.days), in_words(recurrence.on.limits))
        if isinstance(on.days, Dates) or (isinstance(on.days, Weekly) and on.days.interval > 1):
            on = replace(on, limits=replace(on.limits, since=None, until=None))
        for slot in recurrence.slots:
            replays = [sayable_replay(slot, on, r) for r in slot.replays]
            said = replace(slot, replays=tuple(dict.fromkeys(r for r in replays if r is not None)))
            if schedule.shift:  # moved behind its replay's week, the premiere would be asked for
                said = replace(said, replays=tuple(r for r in said.replays if not in_month_week(r)))
            if slot.at is None:
                said = replace(said, replays=tuple(r for r in said.replays if r.day != DaysLater(0)))
            found[on] = tuple(dict.fromkeys((*found.get(on, ()), said)))
    windows = tuple(dict.fromkeys(replace(w, limits=in_words(w.limits)) for w in schedule.windows))
    return replace(
        schedule, recurrences=tuple(Recurrence(on, slots) for on, slots in found.items()), windows=windows
    )


def alone(schedule: Schedule) -> Iterator[Schedule]:
    """Each rule of a schedule by itself."""
    yield from (Schedule(recurrences=(one,), weeks=schedule.weeks) for one in schedule.recurrences)
    yield from (Schedule(windows=(one,), weeks=schedule.weeks) for one in schedule.windows)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=400)
@given(schedule=values.schedules().map(sayable))
def test_wording_of_any_schedule_reads_back_to_it(schedule: Schedule, lang: Lang) -> None:
    assume(not takes_nothing_out(schedule.recurrences, None, schedule.weeks))  # no phrase has that meaning
    text = wording(schedule, lang)
    found = read(text)
    if {one.code for one in found.problems} == {"no-dates"}:
        empty = (not expand(one, date(2000, 1, 1), date(2027, 12, 31)) for one in alone(schedule))
        assert any(empty), text
    else:
        assert found.schedule == schedule, (text, found.problems)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(
    quotas=st.lists(values.quotas, min_size=1, max_size=2, unique_by=lambda q: q.unit),
    stay=st.none() | st.builds(Stay, st.integers(1, 9), st.sampled_from((Period.YEAR, Period.MONTH))),
)
def test_wording_of_counts_reads_back(quotas: list[object], stay: Stay | None, lang: Lang) -> None:
    if len(quotas) == 2 and any(q.unit is None for q in quotas):  # type: ignore[attr-defined]
        quotas = quotas[:1]
    schedule = Schedule(quotas=tuple(quotas), stay=stay)  # type: ignore[arg-type]
    assert parse(wording(replace(schedule, stay=None), lang)) == replace(schedule, stay=None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_wording_keeps_a_stated_check(lang: Lang) -> None:
    on = DaySet(MonthWeeks((1,), (0,)), NO_LIMITS)
    replay = Replay(DaysLater(1), time(6, 30), "KG", Check(1, None))
    schedule = Schedule((Recurrence(on, (Slot(time(17, 45), "KG", replays=(replay,)),)),))
    assert parse(wording(schedule, lang), Context(year=2024)) == schedule


@pytest.mark.parametrize(
    ("phrase", "vi", "en"),
    [
        (
            "Saturdays 22:00 - 06:00",
            "22:00 đến 06:00 thứ Bảy hằng tuần",
            "10:00 pm to 6:00 am Saturday every week",
        ),
        (
            "from Friday 18:00 to Sunday 16:00",
            "18:00 thứ Sáu hằng tuần, thời lượng 2760 phút theo đồng hồ",
            "6:00 pm Friday every week, lasting 2760 minutes by the clock",
        ),
    ],
)
def test_a_written_end_is_told_from_a_length(phrase: str, vi: str, en: str) -> None:
    schedule = parse(phrase)
    assert (wording(schedule, "vi"), wording(schedule, "en")) == (vi, en)
    assert parse(vi) == parse(en) == schedule


def test_wording_is_what_an_editor_would_write() -> None:
    schedule = parse(
        "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau, "
        "thời lượng 12 phút"
    )
    assert wording(schedule, "vi") == (
        "17:45 thứ Tư tuần 3 hằng tháng, kênh KG, thời lượng 12 phút, phát lại 06:00 ngày hôm sau kênh KG"
    )
    assert wording(schedule, "en") == (
        "5:45 pm Wednesday week 3 of each month, on channel KG, lasting 12 minutes, "
        "replay 6:00 am the next day on channel KG"
    )


@pytest.mark.parametrize("convention", [c for c in WeekConvention if c is not WeekConvention.BLOCKS])
def test_wording_names_a_convention_other_than_blocks(convention: WeekConvention) -> None:
    schedule = parse("thứ Tư tuần 3", Context(weeks=convention))
    assert parse(wording(schedule, "vi")) == schedule
    assert parse(wording(schedule, "en")) == schedule


def test_dates_are_said_in_both_languages() -> None:
    schedule = parse("ngày 15/5/2024")
    assert isinstance(schedule.recurrences[0].on.days, Dates)
    assert wording(schedule, "en") == "on 15 May 2024"
