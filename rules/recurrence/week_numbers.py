"""Yearly rules with BYWEEKNO: each year of weeks is one interval, wherever its days lie."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, datetime

from rules.recurrence.text import Rule
from rules.recurrence.times import chosen, listed_times


def by_week_number(rule: Rule, origin: datetime, first: int, last: int) -> Iterator[datetime]:
    """The starts in the years of weeks from `first` to `last`; times that are not written are `origin`'s."""
    times = listed_times(rule, origin) or []
    for year in range(max(first, 2), min(last, date.max.year - 1) + 1):
        begin, after = _first_week(year, rule.week_start), _first_week(year + 1, rule.week_start)
        weeks = (after - begin) // 7
        numbers = {n if n > 0 else weeks + 1 + n for n in rule.week_numbers}
        days = [
            date.fromordinal(begin + 7 * (number - 1) + offset)
            for number in sorted(numbers)
            if 0 < number <= weeks
            for offset in sorted((weekday - rule.week_start) % 7 for _, weekday in rule.weekdays)
        ]
        moments = [datetime.combine(day, at) for day in days if _is_within(rule, day) for at in times]
        yield from chosen(moments, rule.positions) if rule.positions else moments


def _first_week(year: int, week_start: int) -> int:
    """The first day (its ordinal) of week 1: the week with at least four days in the year."""
    fourth = date(year, 1, 4)
    return fourth.toordinal() - (fourth.weekday() - week_start) % 7


def _is_within(rule: Rule, day: date) -> bool:
    """True where BYMONTH, BYMONTHDAY and BYYEARDAY let the day through."""
    month_length = monthrange(day.year, day.month)[1]
    place, length = day.timetuple().tm_yday, 365 + isleap(day.year)
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.month_days or bool({day.day, day.day - month_length - 1} & set(rule.month_days)))
        and (not rule.year_days or bool({place, place - length - 1} & set(rule.year_days)))
    )
