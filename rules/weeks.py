"""The one place that knows what "week 3", "last week", "quarter II" and "half" are.

Sources of the five conventions of a week of the month:

blocks       Week n is days 7n-6 to 7n, so that a weekday of week n is the n-th such weekday:
             RFC 5545, section 3.3.10, BYDAY with a number ("3WE"). Week 5 is days 29 to the end. The last
             week is the last seven days ("-1WE"), the one before it the seven days before those.
monday       Calendar weeks from Monday, week 1 holds the 1st: java.time.temporal.WeekFields, week of month,
             with first day Monday and 1 minimal day.
sunday       The same from Sunday: WeekFields with first day Sunday and 1 minimal day (SUNDAY_START).
monday-full  Week 1 begins on the first Monday: WeekFields with first day Monday and 7 minimal days; within a
             year this is week %W of POSIX strftime, where the days before it are in week 0.
iso          Week 1 is the first with 4 days in the month, the rule of ISO 8601 for a year's weeks applied
             to a month: WeekFields.ISO, week of month.

The weeks of the last four count on from week 1, each clipped to the month; days before week 1 are in none.
The last week must hold as many days of the month as the first: the last day's own week for monday and
sunday, the last whole week for monday-full, the last with 4 days for iso. From it -2, -3 ... count back.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeAlias

from rules.schedule import Period, WeekConvention

DayNumbers: TypeAlias = tuple[int, int]

_SEVEN = 7
_MONDAY, _SUNDAY = 0, 6

# First weekday of a week, and how many days of the month week 1 and the last week hold at the least.
_WEEK_FIELDS = {
    WeekConvention.MONDAY: (_MONDAY, 1),
    WeekConvention.SUNDAY: (_SUNDAY, 1),
    WeekConvention.MONDAY_FULL: (_MONDAY, 7),
    WeekConvention.ISO: (_MONDAY, 4),
}


def week_days(convention: WeekConvention, year: int, month: int, week: int) -> tuple[date, date] | None:
    """First and last day of a numbered week, clipped to the month; None where the month has no such week.

    `week` is 1, 2 ... or -1 for the last week, -2 for the one before it. Raises ValueError for week 0.
    """
    first_weekday, length = calendar.monthrange(year, month)
    numbers = week_numbers(convention, first_weekday, length, week)
    if numbers is None:
        return None
    return date(year, month, numbers[0]), date(year, month, numbers[1])


def week_numbers(convention: WeekConvention, first_weekday: int, length: int, week: int) -> DayNumbers | None:
    """`week_days` as day numbers, for a month of `length` days whose 1st is a `first_weekday`."""
    if week == 0:
        raise ValueError("There is no week 0: weeks count from 1, or from -1 for the last.")
    first_start, last_start = _week_starts(convention, first_weekday, length)
    start = first_start + (week - 1) * _SEVEN if week > 0 else last_start + (week + 1) * _SEVEN
    before_the_first = start < first_start and convention is not WeekConvention.BLOCKS
    if before_the_first or start > length or start + _SEVEN <= 1:
        return None
    return max(start, 1), min(start + _SEVEN - 1, length)


def max_weeks(convention: WeekConvention) -> int:
    """The highest week number that any month has in this convention."""
    return 6 if convention in (WeekConvention.MONDAY, WeekConvention.SUNDAY) else 5


def is_in_week(convention: WeekConvention, day: date, week: int) -> bool:
    """True when the day lies in that week of its own month."""
    bounds = week_days(convention, day.year, day.month, week)
    return bounds is not None and bounds[0] <= day <= bounds[1]


def _week_starts(convention: WeekConvention, first_weekday: int, length: int) -> DayNumbers:
    """Day numbers on which week 1 and the last week begin; week 1 may begin before the 1st."""
    if convention is WeekConvention.BLOCKS:
        return 1, length - _SEVEN + 1
    week_begins, minimal_days = _WEEK_FIELDS[convention]
    gone = (first_weekday - week_begins) % _SEVEN
    first = 1 - gone if _SEVEN - gone >= minimal_days else 1 - gone + _SEVEN
    gone = (first_weekday + length - 1 - week_begins) % _SEVEN
    last = length - gone if gone + 1 >= minimal_days else length - gone - _SEVEN
    return first, last


# --- the other periods --------------------------------------------------------------------


def monday_of(day: date) -> date:
    """Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def period_days(period: Period, day: date) -> tuple[date, date]:
    """First and last day of the period that holds the day; a week runs from Monday to Sunday.

    The very last week of the calendar ends with it, on 9999-12-31.
    """
    if period is Period.DAY:
        return day, day
    if period is Period.WEEK:
        monday = monday_of(day)
        return monday, date.fromordinal(min(monday.toordinal() + _SEVEN - 1, date.max.toordinal()))
    months = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF: 6, Period.YEAR: 12}[period]
    first_month = day.month - (day.month - 1) % months
    return date(day.year, first_month, 1), month_end(day.year, first_month + months - 1)


def period_label(period: Period, day: date) -> str:
    """Name of the period that holds the day: "2024", "2024-H1", "2024-Q1", "2024-01", or a day.

    A week is named by its Monday.
    """
    if period is Period.YEAR:
        return f"{day.year:04}"
    if period is Period.HALF:
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if period is Period.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if period is Period.MONTH:
        return day.isoformat()[:7]
    return (monday_of(day) if period is Period.WEEK else day).isoformat()


def month_end(year: int, month: int) -> date:
    """Last day of the month."""
    return date(year, month, calendar.monthrange(year, month)[1])
