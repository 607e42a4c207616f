"""Schedules to dates: W1 (one year), W2 (ten years), whole instances, and one schedule with its replay.

python -m bench expansion
"""

from __future__ import annotations

import calendar
import statistics
import time as clock
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

from bench.race import Line, Runner, race
from rules.instances import expand, starts
from rules.schedule import DaySet, DaysLater, MonthWeeks, Recurrence, Replay, Schedule, Slot

SCHEDULES = 10_000
PEER_SCHEDULES = 200  # the peers are slow enough to be measured on fewer
FEED_SCHEDULES = 10
AT = time(17, 45)
RULE = "FREQ=MONTHLY;BYDAY=3WE"
FIRST = date(2024, 1, 1)
CALLS = 1_000
LIMIT_MICROSECONDS = 50

FIRST_WEEKDAY = {
    (year, month): calendar.monthrange(year, month)[0] for year in range(2024, 2034) for month in range(1, 13)
}
THIRD_WEDNESDAY = [15 + (2 - weekday) % 7 for weekday in range(7)]
DATES = {month: date(*month, THIRD_WEDNESDAY[weekday]) for month, weekday in FIRST_WEEKDAY.items()}


def third_wednesday(slot: Slot) -> Schedule:
    on = DaySet(MonthWeeks((3,), (2,)))
    return Schedule(recurrences=(Recurrence(on, (slot,)),))


def table_floor(last: date) -> list[datetime]:
    """The least that pure Python does: look the first weekday of the month up, make the wall time."""
    return [
        datetime(year, month, THIRD_WEDNESDAY[FIRST_WEEKDAY[year, month]], AT.hour, AT.minute)
        for year in range(FIRST.year, last.year + 1)
        for month in range(1, 13)
    ]


def memoised_floor(last: date) -> list[datetime]:
    """The same where every date was made before."""
    return [
        datetime.combine(DATES[year, month], AT)
        for year in range(FIRST.year, last.year + 1)
        for month in range(1, 13)
    ]


def by_dateutil(last: date) -> list[datetime]:
    text = f"DTSTART:20240101T174500\nRRULE:{RULE};UNTIL={last:%Y%m%d}T235959"
    return list(rrulestr(text))


def by_dateutil_values(last: date) -> list[datetime]:
    """The same with a start that need not be parsed: the fastest way to ask dateutil."""
    begin, end = datetime.combine(FIRST, time.min), datetime.combine(last, time.max)
    return rrulestr(RULE, dtstart=datetime.combine(FIRST, AT)).between(begin, end, inc=True)


def by_recurring_ical_events(last: date) -> list[datetime]:
    event = icalendar.Event()
    event.add("uid", "third-wednesday")
    event.add("dtstart", datetime(2024, 1, 17, 17, 45))
    event.add("rrule", icalendar.vRecur.from_ical(RULE))
    document = icalendar.Calendar()
    document.add_component(event)
    found = recurring_ical_events.of(document).between(FIRST, last + timedelta(days=1))
    return sorted(one.start for one in found)


def repeated(times: int, call: Callable[[date], object], last: date) -> Callable[[], None]:
    def run() -> None:
        for _ in range(times):
            call(last)

    return run


def race_years(years: int, schedules: list[Schedule]) -> bool:
    last = date(FIRST.year + years - 1, 12, 31)
    due = table_floor(last)
    ways = (memoised_floor, by_dateutil, by_dateutil_values, by_recurring_ical_events)
    if any(way(last) != due for way in ways) or starts(schedules[0], FIRST, last) != due:
        raise AssertionError("The runners do not give the same starts.")

    def ours() -> None:
        for schedule in schedules:
            starts(schedule, FIRST, last)

    def whole_instances() -> None:
        for schedule in schedules:
            expand(schedule, FIRST, last)

    counted = len(due) * len(schedules)
    dateutil = Runner("dateutil", repeated(PEER_SCHEDULES, by_dateutil, last), len(due) * PEER_SCHEDULES)
    with_start = Runner(
        "dateutil, its start given", repeated(PEER_SCHEDULES, by_dateutil_values, last), dateutil.units
    )
    beside = [
        Runner("floor: table", repeated(len(schedules), table_floor, last), counted),
        Runner("floor: memoised dates", repeated(len(schedules), memoised_floor, last), counted),
        dateutil,
        with_start,
        Runner(
            "recurring-ical-events",
            repeated(FEED_SCHEDULES, by_recurring_ical_events, last),
            len(due) * FEED_SCHEDULES,
        ),
    ]
    title = f"{len(schedules):,} schedules over {years} year{'s' * (years > 1)}"
    fast = race(title, "starts", [Runner("starts", ours, counted), *beside], [Line(0.6, "floor: table")])
    lines = [Line(10, "dateutil")]
    whole = race(
        title, "instances", [Runner("expand", whole_instances, counted), dateutil, with_start], lines
    )
    return fast and whole


def one_schedule() -> bool:
    """Item 2.2 of the plan of Kiên Giang for a year: twelve premieres, each with its replay."""
    schedule = third_wednesday(Slot(AT, "KG", 12, replays=(Replay(DaysLater(1), time(6), "KG"),)))
    last = date(2024, 12, 31)
    taken = []
    for _ in range(11):
        begin = clock.process_time()
        for _ in range(CALLS):
            expand(schedule, FIRST, last)
        taken.append((clock.process_time() - begin) / CALLS * 1e6)
    median = statistics.median(taken)
    verdict = "ok    " if median <= LIMIT_MICROSECONDS else "MISSED"
    print(f"  one parsed schedule over a year, 24 instances: {median:.1f} µs")
    print(f"    {verdict} at most {LIMIT_MICROSECONDS} µs")
    return median <= LIMIT_MICROSECONDS


def main() -> bool:
    """Measure and print; False where a line was missed."""
    schedules = [third_wednesday(Slot(AT)) for _ in range(SCHEDULES)]
    w1 = race_years(1, schedules)
    w2 = race_years(10, schedules)
    return one_schedule() and w1 and w2
