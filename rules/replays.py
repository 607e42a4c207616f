"""Where a replay lies: always counted from the day of its premiere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rules.schedule import Check, DaysLater, InMonthWeek, OnWeekday, ReplayDay, ReplayWeek, WeekConvention
from rules.weeks import is_in_week, monday_of, week_days


def replay_days(rule: ReplayDay, premieres: Sequence[date], weeks: WeekConvention) -> Sequence[date | None]:
    """For each day of a premiere the day of its replay; None where the month lacks that week or weekday."""
    try:
        if isinstance(rule, DaysLater):
            later = timedelta(days=rule.days)
            return [day + later for day in premieres]
        if isinstance(rule, OnWeekday):
            return [_on_weekday(rule, day) for day in premieres]
        return [_in_month_week(rule, day, weeks) for day in premieres]
    except OverflowError:
        raise ValueError(
            f"A replay would lie beyond the calendar, whose last day is {date.max}: "
            "choose a range that ends earlier."
        ) from None


def agrees(check: Check, premiere: date, replay: date, weeks: WeekConvention) -> bool:
    """True when the replay's day is what the office wrote beside it."""
    if check.weekday is not None and replay.weekday() != check.weekday:
        return False
    if check.days is not None and (replay - premiere).days != check.days:
        return False
    return check.week is None or is_in_week(weeks, replay, check.week)


def _on_weekday(rule: OnWeekday, premiere: date) -> date:
    if rule.week is ReplayWeek.FOLLOWING:
        return premiere + timedelta(days=(rule.weekday - premiere.weekday() - 1) % 7 + 1)
    weeks_later = 1 if rule.week is ReplayWeek.NEXT else 0
    return monday_of(premiere) + timedelta(days=rule.weekday, weeks=weeks_later)


def _in_month_week(rule: InMonthWeek, premiere: date, weeks: WeekConvention) -> date | None:
    bounds = week_days(weeks, premiere.year, premiere.month, rule.week)
    if bounds is None:
        return None
    first, last = bounds
    offset = (rule.weekday - first.weekday()) % 7
    return first + timedelta(days=offset) if offset <= (last - first).days else None
