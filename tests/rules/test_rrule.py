from __future__ import annotations

from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings

from rules.instances import starts
from rules.rrule import day_rules, rrules
from rules.schedule import (
    NO_LIMITS,
    CalendarDay,
    Dates,
    Days,
    DaySet,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    Recurrence,
    Schedule,
    Shift,
    ShiftTo,
    Slot,
    WeekConvention,
    Weekly,
)
from tests.rules.strategies import airings

FIRST, LAST = date(2023, 1, 1), date(2032, 12, 31)
AT = time(17, 45)


def airing(days: Days, limits: Limits = NO_LIMITS, weeks: WeekConvention = WeekConvention.BLOCKS) -> Schedule:
    return Schedule(recurrences=(Recurrence(DaySet(days, limits), (Slot(AT),)),), weeks=weeks)


@pytest.mark.parametrize(
    ("schedule", "rules"),
    [
        (airing(MonthWeeks((3,), (2,))), ["FREQ=MONTHLY;BYDAY=3WE"]),
        (airing(MonthWeeks((1, -1), (0, 4))), ["FREQ=MONTHLY;BYDAY=1MO,1FR,-1MO,-1FR"]),
        (airing(MonthWeeks((1,), (0,)), Limits(months=(5, 7))), ["FREQ=MONTHLY;BYDAY=1MO;BYMONTH=5,7"]),
        (airing(MonthWeekdays((2,), (5,))), ["FREQ=MONTHLY;BYDAY=2SA"]),
        (
            airing(MonthWeeks((3,), (2,)), weeks=WeekConvention.MONDAY),
            ["FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=11,12,13,14,15,16,17"],
        ),
        (
            airing(MonthWeeks((-1,), (2,)), weeks=WeekConvention.MONDAY),
            ["FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=-5,-4,-3,-2,-1"],
        ),
        (airing(Weekly((0, 2))), ["FREQ=WEEKLY;BYDAY=MO,WE"]),
        (airing(Weekly((0,), 2, date(2024, 1, 1))), ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"]),
        (airing(Weekly(tuple(range(7))), Limits(year=2024)), ["FREQ=DAILY;UNTIL=20241231T235959"]),
        (airing(MonthDays((1, 15, -1))), ["FREQ=MONTHLY;BYMONTHDAY=1,15,-1"]),
        (
            airing(MonthDays((1, 30), MissingDay.LAST)),
            ["FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"],
        ),
        (
            airing(Weekly((0,)), Limits(since=CalendarDay(11, 1), until=CalendarDay(2, -1))),
            ["FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,11,12"],
        ),
    ],
)
def test_rule_text(schedule: Schedule, rules: list[str]) -> None:
    assert rrules(schedule) == rules
    assert by_dateutil(rules, starts(schedule, FIRST, LAST)) == starts(schedule, FIRST, LAST)


@pytest.mark.parametrize(
    "schedule",
    [
        airing(Dates((CalendarDay(5, 1),))),
        airing(MonthDays((31,), MissingDay.NEXT)),
        airing(Weekly((0,)), Limits(since=CalendarDay(3, 15))),
        airing(Weekly((0,)), Limits(until=CalendarDay(3, 15))),
        airing(Weekly((0,)), Limits(exceptions=(DaySet(MonthDays((1,))),))),
        airing(MonthWeeks((-5,), (6,)), weeks=WeekConvention.ISO),
        Schedule(recurrences=airing(Weekly((0,))).recurrences, shift=Shift(ShiftTo.NEXT)),
        Schedule(
            recurrences=airing(Weekly((0,))).recurrences + airing(Dates((CalendarDay(5, 1),))).recurrences
        ),
        Schedule(),
    ],
)
def test_no_rule_where_none_would_be_true(schedule: Schedule) -> None:
    assert rrules(schedule) == []


def test_until_is_a_day_where_no_time_is_written() -> None:
    on = DaySet(MonthWeeks((3,), (2,)), Limits(until=CalendarDay(6, -1, 2024)))
    assert day_rules(on, WeekConvention.BLOCKS, timed=False) == ["FREQ=MONTHLY;BYDAY=3WE;UNTIL=20240630"]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(airings())
def test_every_rule_gives_the_premieres_in_dateutil_too(schedule: Schedule) -> None:
    for recurrence in schedule.recurrences:
        one = Schedule(
            recurrences=(Recurrence(recurrence.on, (Slot(AT),)),), shift=schedule.shift, weeks=schedule.weeks
        )
        rules, found = rrules(one), starts(one, FIRST, LAST)
        if rules and found:
            assert by_dateutil(rules, found) == found


def by_dateutil(rules: list[str], found: list[date | datetime]) -> list[datetime]:
    """The rules' starts in the range, from the first that was found on."""
    end = datetime.combine(LAST, time.max)
    begin = datetime.fromisoformat(found[0].isoformat())
    return sorted(
        {start for rule in rules for start in rrulestr(rule, dtstart=begin).between(begin, end, inc=True)}
    )
