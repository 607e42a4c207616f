"""Days and periods of any year, for the corpora whose sentences stand in several years.

From the standard library alone. Days are (month, day) pairs; weekdays count from Monday, 0.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import ALL, FRI, MON, SAT, SUN, THU, TUE, WED, days_of, weekly
from tests.phrases.almanac import span as span


def on(*days: tuple[int, int], year: int = 2024) -> list[date]:
    """Single days, each as (month, day)."""
    return [date(year, m, d) for m, d in days]


def nth(weekday: int, *numbers: int, months: tuple[int, ...] = ALL, year: int = 2024) -> list[date]:
    """The n-th such weekday of each month; -1 is the last. A month without a fifth has none."""
    found = []
    for m in months:
        same = [d for d in days_of(m, year) if d.weekday() == weekday]
        found += [same[n - 1 if n > 0 else n] for n in numbers if n <= len(same)]
    return found


def workdays(number: int, *months: int, year: int = 2024) -> list[date]:
    """The n-th day from Monday to Friday of each of the months; -1 is the last."""
    found = []
    for m in months:
        days = [d for d in days_of(m, year) if d.weekday() < SAT]
        found.append(days[number - 1 if number > 0 else number])
    return found


def each(*numbers: int, months: tuple[int, ...] = ALL, year: int = 2024) -> list[date]:
    """Days of each month; -1 is the last."""
    return [days_of(m, year)[n - 1 if n > 0 else n] for m in months for n in numbers]


def every(
    *weekdays: int, a: tuple[int, int] = (1, 1), b: tuple[int, int] = (12, 31), year: int = 2024
) -> list[date]:
    """Every such weekday from one (month, day) to another."""
    return weekly(*weekdays, first=date(year, *a), last=date(year, *b))


def stretch(first: tuple[int, int], last: tuple[int, int], *weekdays: int, year: int = 2024) -> list[date]:
    """Those weekdays, or every day where none is given, from one (month, day) to another."""
    return every(*(weekdays or range(7)), a=first, b=last, year=year)


def steps(
    first: tuple[int, int],
    days: int,
    last: tuple[int, int] = (12, 31),
    count: int | None = None,
    year: int = 2024,
) -> list[date]:
    """Every so many days from a first one, to a last one or so many times."""
    begin = date(year, *first)
    return [begin + timedelta(k) for k in range(0, (date(year, *last) - begin).days + 1, days)][:count]


def daily(a: tuple[int, int] = (1, 1), b: tuple[int, int] = (12, 31), year: int = 2024) -> list[date]:
    """Every day from one (month, day) to another."""
    return every(MON, TUE, WED, THU, FRI, SAT, SUN, a=a, b=b, year=year)


def months_whole(*months: int, year: int = 2024) -> set[tuple[date, date]]:
    """Each month as a period."""
    return {(days_of(m, year)[0], days_of(m, year)[-1]) for m in months}


def part(*numbers: int, months: tuple[int, ...] = ALL, year: int = 2024) -> set[tuple[date, date]]:
    """Weeks of the month in blocks of seven days; -1 is the last seven."""
    found = set()
    for m in months:
        days = days_of(m, year)
        for n in numbers:
            days_in = days[-7:] if n == -1 else days[7 * n - 7 : 7 * n]
            found.add((days_in[0], days_in[-1]))
    return found


def quarters(*numbers: int, year: int = 2024) -> set[tuple[date, date]]:
    """Each quarter as a period."""
    return {(days_of(3 * q - 2, year)[0], days_of(3 * q, year)[-1]) for q in numbers}


def to_monday(days: list[date]) -> list[date]:
    """Saturdays and Sundays moved to the Monday behind them."""
    return [d + timedelta(max(0, 7 - d.weekday())) if d.weekday() >= SAT else d for d in days]


def moved(days: list[date], saturday: int, sunday: int) -> list[date]:
    """Each day, or so many days from it where it is a Saturday or a Sunday."""
    by_weekday = {SAT: saturday, SUN: sunday}
    return [d + timedelta(by_weekday.get(d.weekday(), 0)) for d in days]


def out_of(days: list[date], *months: int) -> list[date]:
    """Without the days of these months."""
    return [d for d in days if d.month not in months]


def fortnightly(a: tuple[int, int], b: tuple[int, int] = (12, 31), year: int = 2024) -> list[date]:
    """Every other week from a first day on."""
    return steps(a, 14, b, year=year)
