"""The days of a `DaySet` within a range, by arithmetic on months and weeks, never by a walk over days.

A month is one of 28 shapes: its first weekday and its length. What a pattern gives in each shape is looked
up in a table; the dates themselves come from the pages of the calendar, which are kept for the years in use.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rules.schedule import (
    ALL_WEEKDAYS,
    NO_DAYS_OFF,
    NO_LIMITS,
    CalendarDay,
    Dates,
    Days,
    DaySet,
    DaysOff,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    Period,
    RuleDays,
    WeekConvention,
    Weekly,
    Workdays,
)
from rules.weeks import monday_of, month_end, period_label, week_numbers

ByShape: TypeAlias = tuple[tuple[int, ...], ...]

_SHORTEST_MONTH = 28
_SHAPES = [(weekday, length) for weekday in range(7) for length in range(_SHORTEST_MONTH, 32)]


class Month(NamedTuple):
    """A page of the calendar: the month's shape (first weekday x length) and its days."""

    shape: int
    days: tuple[date, ...]


@lru_cache(maxsize=256)
def months_of(year: int) -> tuple[Month, ...]:
    """The twelve pages of a year."""
    pages = []
    for month in range(1, 13):
        first_weekday, length = calendar.monthrange(year, month)
        days = tuple(date(year, month, day) for day in range(1, length + 1))
        pages.append(Month(first_weekday * 4 + length - _SHORTEST_MONTH, days))
    return tuple(pages)


def months_between(first: date, last: date) -> Sequence[Month]:
    """The pages of every month that the range touches."""
    if first.year == last.year:
        return months_of(first.year)[first.month - 1 : last.month]
    pages = list(months_of(first.year)[first.month - 1 :])
    for year in range(first.year + 1, last.year):
        pages += months_of(year)
    pages += months_of(last.year)[: last.month]
    return pages


# --- day sets -----------------------------------------------------------------------------


def find_days(
    on: DaySet,
    first: date,
    last: date,
    weeks: WeekConvention,
    year: int | None,
    days_off: DaysOff = NO_DAYS_OFF,
) -> list[date]:
    """The days of the set from `first` to `last`, both inclusive, in order and each once.

    A date without a year is taken in `year`; where that is None (within exceptions) in every year.
    `days_off` says which days are working days.
    """
    limits = on.limits
    if limits is NO_LIMITS or limits == NO_LIMITS:
        return _pattern_days(on.days, first, last, weeks, year, (), days_off)
    bounds = clip(limits, first, last)
    if bounds is None:
        return []
    days = _pattern_days(on.days, *bounds, weeks, limits.year or year, limits.months, days_off)
    days = [day for day in days if in_season(limits, day)] if has_season(limits) else days
    return without_exceptions(days, limits.exceptions, weeks, days_off)


def without_exceptions(
    days: list[date], exceptions: tuple[DaySet, ...], weeks: WeekConvention, days_off: DaysOff
) -> list[date]:
    """The days that no exception names."""
    if not (days and exceptions):
        return days
    ends = days[0], days[-1]
    named = {day for unless in exceptions for day in find_days(unless, *ends, weeks, None, days_off)}
    return [day for day in days if day not in named]


def rule_periods(on: DaySet, days: Sequence[date]) -> list[str]:
    """For each of these days of the set, in order, the name of the period of the rule it answers for."""
    pattern = on.days
    if isinstance(pattern, RuleDays):
        period = _rule_period(pattern.text)
        return [period_label(period, day) for day in days]
    if isinstance(pattern, Weekly):
        daily = pattern.weekdays == ALL_WEEKDAYS and pattern.interval == 1
        return [period_label(Period.DAY if daily else Period.WEEK, day) for day in days]
    if isinstance(pattern, Workdays) and not pattern.ordinals:
        return [period_label(Period.DAY, day) for day in days]
    if isinstance(pattern, MonthDays) and pattern.missing is MissingDay.NEXT:
        return [_month_answered(pattern, on.limits.months, day) for day in days]
    if not days:
        return []
    names = {year: _month_names(year) for year in range(days[0].year, days[-1].year + 1)}
    return [names[day.year][day.month - 1] for day in days]


def _rule_period(text: str) -> Period:
    """The period that a recurrence text repeats in; a text that only lists days is read as by month."""
    from rules.recurrence.canonical import read_canonical

    rule = read_canonical(text).rule
    repeats = {"YEARLY": Period.YEAR, "MONTHLY": Period.MONTH, "WEEKLY": Period.WEEK}
    return Period.MONTH if rule is None else repeats.get(rule.frequency, Period.DAY)


@lru_cache(maxsize=256)
def _month_names(year: int) -> tuple[str, ...]:
    return tuple(period_label(Period.MONTH, date(year, month, 1)) for month in range(1, 13))


def _month_answered(pattern: MonthDays, months: tuple[int, ...], day: date) -> str:
    """The day's own month, or the month before where that lacked a day."""
    length = month_end(day.year, day.month).day
    named = (day.day in pattern.days or day.day - length - 1 in pattern.days) and (
        not months or day.month in months
    )
    return period_label(Period.MONTH, day if named else date.fromordinal(day.toordinal() - 1))


def _pattern_days(
    pattern: Days,
    first: date,
    last: date,
    weeks: WeekConvention,
    year: int | None,
    months: tuple[int, ...],
    days_off: DaysOff,
) -> list[date]:
    """The days of a pattern in a range, of the given months only (none given: of every month)."""
    if isinstance(pattern, Weekly):
        days = _weekly_days(pattern, first, last)
        return [day for day in days if day.month in months] if months else days
    if isinstance(pattern, Dates):
        days = _single_days(pattern, first, last, year)
        return [day for day in days if day.month in months] if months else days
    if isinstance(pattern, MonthDays) and pattern.missing is MissingDay.NEXT:
        return _days_or_next(pattern, first, last, months)
    if isinstance(pattern, Workdays):
        return _working_days(pattern.ordinals, first, last, months, days_off)
    if isinstance(pattern, RuleDays):
        days = _rule_days(pattern, first, last)
        return [day for day in days if day.month in months] if months else days
    return _table_days(days_by_shape(pattern, weeks), first, last, months)


def _working_days(
    ordinals: tuple[int, ...], first: date, last: date, months: tuple[int, ...], days_off: DaysOff
) -> list[date]:
    """The working days of each month, or those of the given ordinals."""
    found: list[date] = []
    for page in months_between(first, last):
        if months and page.days[0].month not in months:
            continue
        worked = [day for day in page.days if not days_off.is_off(day)]
        if ordinals:
            places = {n - 1 if n > 0 else len(worked) + n for n in ordinals}
            worked = [worked[place] for place in sorted(places) if 0 <= place < len(worked)]
        found += worked
    return cut(found, first, last)


def _rule_days(pattern: RuleDays, first: date, last: date) -> list[date]:
    from rules.recurrence.starts import days_by_time  # dateutil is loaded where such a text is met

    return days_by_time(pattern.text, first, last).get(pattern.at, [])


def _table_days(table: ByShape, first: date, last: date, months: tuple[int, ...]) -> list[date]:
    pages = months_between(first, last)
    if months:
        pages = [page for page in pages if page.days[0].month in months]
    return cut([days[index] for shape, days in pages for index in table[shape]], first, last)


def cut(days: list[date], first: date, last: date) -> list[date]:
    """The part of ordered days that lies in the range."""
    if not days or (days[0] >= first and days[-1] <= last):
        return days
    return days[bisect_left(days, first) : bisect_right(days, last)]


def _weekly_days(pattern: Weekly, first: date, last: date) -> list[date]:
    if pattern.interval > 1 and pattern.anchor is None:
        raise ValueError(f"A rule of every {pattern.interval} weeks needs a day of one week that counts.")
    step = 7 * pattern.interval
    origin = monday_of(pattern.anchor).toordinal() if pattern.anchor else 1  # 0001-01-01 is a Monday
    begin, end = first.toordinal(), last.toordinal()
    ordinals = [
        ordinal
        for weekday in pattern.weekdays
        for ordinal in range(begin + (origin + weekday - begin) % step, end + 1, step)
    ]
    return list(map(date.fromordinal, sorted(ordinals)))


def _single_days(pattern: Dates, first: date, last: date, year: int | None) -> list[date]:
    found = set()
    for day in pattern.days:
        own = day.year or year
        for in_year in (own,) if own else range(first.year, last.year + 1):
            resolved = resolve(day, in_year)
            if resolved is not None and first <= resolved <= last:
                found.add(resolved)
    return sorted(found)


def _days_or_next(pattern: MonthDays, first: date, last: date, months: tuple[int, ...]) -> list[date]:
    """Days of the month; where a month lacks one, the first day of the month after it."""
    before = date.fromordinal(max(first.toordinal() - first.day, 1))  # in the month before
    found = set(_table_days(days_by_shape(pattern, WeekConvention.BLOCKS), before, last, months))
    for page in months_between(before, last):
        end = page.days[-1]
        missed = any(day > end.day for day in pattern.days) and (not months or end.month in months)
        if missed and end < last:
            found.add(date.fromordinal(end.toordinal() + 1))
    return cut(sorted(found), first, last)


def days_by_shape(pattern: MonthWeeks | MonthWeekdays | MonthDays, weeks: WeekConvention) -> ByShape:
    """For each of the 28 shapes of a month the pattern's days, as ordered indexes from 0 for the 1st."""
    if isinstance(pattern, MonthWeeks):
        return _week_table(weeks, pattern.weeks, pattern.weekdays or ALL_WEEKDAYS)
    if isinstance(pattern, MonthWeekdays):
        # The n-th weekday of a month is that weekday of block n.
        return _week_table(WeekConvention.BLOCKS, pattern.ordinals, pattern.weekdays)
    return _day_table(pattern.days, pattern.missing is MissingDay.LAST)


@lru_cache(maxsize=1024)
def _week_table(weeks: WeekConvention, numbers: tuple[int, ...], weekdays: tuple[int, ...]) -> ByShape:
    table = []
    for first_weekday, length in _SHAPES:
        days = set()
        for week in numbers:
            first, last = week_numbers(weeks, first_weekday, length, week) or (1, 0)
            for weekday in weekdays:
                day = first + (weekday - (first_weekday + first - 1)) % 7
                if day <= last:
                    days.add(day - 1)
        table.append(tuple(sorted(days)))
    return tuple(table)


@lru_cache(maxsize=1024)
def _day_table(numbers: tuple[int, ...], else_last: bool) -> ByShape:
    table = []
    for _, length in _SHAPES:
        days = set()
        for number in numbers:
            day = number if number > 0 else length + 1 + number
            if 1 <= day <= length:
                days.add(day - 1)
            elif day > length and else_last:
                days.add(length - 1)
        table.append(tuple(sorted(days)))
    return tuple(table)


# --- limits -------------------------------------------------------------------------------


def clip(limits: Limits, first: date, last: date) -> tuple[date, date] | None:
    """The range within the limits' year and dated bounds; None where nothing is left."""
    since, until = dated_bounds(limits)
    if limits.year is not None:
        first, last = max(first, date(limits.year, 1, 1)), min(last, date(limits.year, 12, 31))
    if since is not None and since.year is not None:
        first = max(first, bound_day(since, since.year, opening=True))
    if until is not None and until.year is not None:
        last = min(last, bound_day(until, until.year, opening=False))
    return (first, last) if first <= last else None


def has_season(limits: Limits) -> bool:
    """True when a bound has no year: the limits then open and close in every year."""
    return any(bound is not None and bound.year is None for bound in dated_bounds(limits))


def in_season(limits: Limits, day: date) -> bool:
    """True when the day lies within the bounds without a year; a season may run across new year."""
    since, until = dated_bounds(limits)
    place = (day.month, day.day)
    opened = since is None or since.year is not None or place >= _place(since, day.year)
    open_still = until is None or until.year is not None or place <= _place(until, day.year)
    if since is not None and until is not None and since.year is until.year is None:
        across = _place(since, day.year) > _place(until, day.year)
        return (opened or open_still) if across else (opened and open_still)
    return opened and open_still


def _place(bound: CalendarDay, year: int) -> tuple[int, int]:
    return bound.month, bound.day if bound.day > 0 else month_end(year, bound.month).day


def dated_bounds(limits: Limits) -> tuple[CalendarDay | None, CalendarDay | None]:
    """First and last day; where only one has a year, the other is the nearest that fits."""
    since, until = limits.since, limits.until
    if since is None or until is None or (since.year is None) == (until.year is None):
        return since, until
    return complete_range(since, until, None)


def complete_range(
    first: CalendarDay, last: CalendarDay, year: int | None
) -> tuple[CalendarDay, CalendarDay]:
    """Both days with a year: the one that lacks it is the nearest that keeps the order; else from `year`."""
    across = (first.month, first.day % 32) > (last.month, last.day % 32)  # -1 becomes 31
    first_year = first.year or (last.year - across if last.year is not None else year)
    last_year = last.year or (first_year + across if first_year is not None else None)
    return (
        CalendarDay(first.month, first.day, first_year),
        CalendarDay(last.month, last.day, last_year),
    )


def resolve(day: CalendarDay, year: int) -> date | None:
    """The date of a calendar day in a year; None where the month lacks it (29 February)."""
    length = calendar.monthrange(year, day.month)[1]
    if day.day > length:
        return None
    return date(year, day.month, day.day if day.day > 0 else length)


def bound_day(day: CalendarDay, year: int, *, opening: bool) -> date:
    """The date of a bound; a day that the month lacks opens with the next month or closes with this one."""
    exact = resolve(day, year)
    if exact is not None:
        return exact
    return date(year, day.month + 1, 1) if opening else month_end(year, day.month)
