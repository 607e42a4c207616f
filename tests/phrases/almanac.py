"""Dates from the standard library's month tables alone: the second derivation that phrases are held to.

Nothing here comes from `rules`; a week n of the month is days 7n-6 to 7n, "the last week" the last seven.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta

YEAR = 2024
ALL = tuple(range(1, 13))
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def days_of(month: int, year: int = YEAR) -> list[date]:
    return [date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]


def in_week(weekday: int, week: int, months: tuple[int, ...] = ALL) -> list[date]:
    """A weekday in a numbered week, or in the last seven days (-1)."""
    found = []
    for month in months:
        days = days_of(month)
        part = days[-7:] if week == -1 else days[7 * week - 7 : 7 * week]
        found += [d for d in part if d.weekday() == weekday]
    return found


def weekly(*weekdays: int, first: date = date(YEAR, 1, 1), last: date = date(YEAR, 12, 31)) -> list[date]:
    count = (last - first).days + 1
    return [d for d in (first + timedelta(k) for k in range(count)) if d.weekday() in weekdays]


def monthly(day: int, months: tuple[int, ...] = ALL) -> list[date]:
    """A day of each month; -1 is the last."""
    return [days_of(m)[day - 1 if day > 0 else day] for m in months]


def at(days: list[date], clock: str) -> set[datetime]:
    return {datetime.combine(d, time.fromisoformat(clock)) for d in days}


def later(days: list[date], count: int) -> list[date]:
    return [d + timedelta(count) for d in days]


def following(days: list[date], weekday: int) -> list[date]:
    """The first such weekday after each day."""
    return [d + timedelta((weekday - d.weekday() - 1) % 7 + 1) for d in days]


def weeks(*numbers: int, months: tuple[int, ...] = ALL) -> set[tuple[date, date]]:
    found = set()
    for month in months:
        days = days_of(month)
        for n in numbers:
            part = days[-7:] if n == -1 else days[7 * n - 7 : 7 * n]
            if part:
                found.add((part[0], part[-1]))
    return found


def whole_months(*months: int) -> set[tuple[date, date]]:
    return {(days_of(m)[0], days_of(m)[-1]) for m in months}


def between(first: int, last: int) -> set[tuple[date, date]]:
    """From the first day of one month to the last of another."""
    return {(days_of(first)[0], days_of(last)[-1])}


def day_range(first: int, last: int, months: tuple[int, ...] = ALL) -> set[tuple[date, date]]:
    return {(days_of(m)[first - 1], days_of(m)[last - 1 if last > 0 else last]) for m in months}


WEEKDAYS = (MON, TUE, WED, THU, FRI)
QUARTERS = between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12)


def dates(*days: tuple[int, int]) -> list[date]:
    """Single days of the year, each as (month, day)."""
    return [date(YEAR, month, day) for month, day in days]


def but(*months: int) -> tuple[int, ...]:
    """The other months of the year."""
    return tuple(m for m in ALL if m not in months)


def at_each(days: list[date], *clocks: str) -> set[datetime]:
    """The same days at several times."""
    found: set[datetime] = set()
    for clock in clocks:
        found |= at(days, clock)
    return found


def span(first: tuple[int, int], last: tuple[int, int], year: int = 2024) -> set[tuple[date, date]]:
    return {(date(year, *first), date(year, *last))}


def run(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [first + timedelta(k) for k in range((last - first).days + 1)]


def weekly_in(year: int, *weekdays: int) -> list[date]:
    return weekly(*weekdays, first=date(year, 1, 1), last=date(year, 12, 31))


def monthly_in(year: int, day: int, months: tuple[int, ...] = ALL) -> list[date]:
    return [date(year, m, day if day > 0 else calendar.monthrange(year, m)[1]) for m in months]


def in_week_in(year: int, weekday: int, week: int, months: tuple[int, ...] = ALL) -> list[date]:
    found = []
    for m in months:
        size = calendar.monthrange(year, m)[1]
        low, high = (size - 6, size) if week == -1 else (7 * week - 6, min(7 * week, size))
        found += [date(year, m, d) for d in range(low, high + 1) if date(year, m, d).weekday() == weekday]
    return found


def only_in(days: list[date], *months: int) -> list[date]:
    return [d for d in days if d.month in months]


def without(days: list[date], *gone: date) -> list[date]:
    return [d for d in days if d not in gone]


DAILY = weekly(*range(7))
FIRST_OF_QUARTERS, MIDDLE_OF_QUARTERS, LAST_OF_QUARTERS = (1, 4, 7, 10), (2, 5, 8, 11), (3, 6, 9, 12)
ODD_MONTHS, EVEN_MONTHS = ALL[::2], ALL[1::2]
