"""Where a replay lies: always counted from the day of its premiere."""

from __future__ import annotations

from datetime import date, timedelta

from rules.schedule import Check, DaysLater, OnWeekday, ReplayDay, ReplayWeek, WeekConvention
from rules.weeks import is_in_week, monday_of, week_days


def replay_day(day: ReplayDay, premiere: date, weeks: WeekConvention) -> date | None:
    """The day of a replay of the premiere on that day; None where the month lacks the week or weekday."""
    if isinstance(day, DaysLater):
        return _later(premiere, day.days)
    if isinstance(day, OnWeekday):
        if day.week is ReplayWeek.FOLLOWING:
            return _later(premiere, (day.weekday - premiere.weekday() - 1) % 7 + 1)
        monday = monday_of(premiere)
        return _later(monday, day.weekday + (7 if day.week is ReplayWeek.NEXT else 0))
    bounds = week_days(weeks, premiere.year, premiere.month, day.week)
    if bounds is None:
        return None
    found = _later(bounds[0], (day.weekday - bounds[0].weekday()) % 7)
    return found if found <= bounds[1] else None


def agrees(check: Check, premiere: date, replay: date, weeks: WeekConvention) -> bool:
    """True when the replay's day is what the office wrote beside it."""
    if check.weekday is not None and replay.weekday() != check.weekday:
        return False
    if check.days is not None and (replay - premiere).days != check.days:
        return False
    return check.week is None or is_in_week(weeks, replay, check.week)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise ValueError(
            f"A replay {days} days after {day} is beyond the calendar, which ends on {date.max}: "
            "choose a range that ends earlier."
        ) from None
