"""Windows and spans: the first and the last day that a piece has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rules.days import (
    bound_day,
    clip,
    complete_range,
    find_days,
    has_season,
    in_season,
    months_between,
)
from rules.schedule import (
    CalendarDay,
    DateRange,
    DayRange,
    DaysOff,
    EachPeriod,
    Instance,
    Limits,
    MonthWeeks,
    Period,
    Span,
    WeekConvention,
    Window,
)
from rules.weeks import period_days, period_label, week_numbers


def window_instances(
    window: Window, first: date, last: date, weeks: WeekConvention, slot: str, days_off: DaysOff
) -> list[Instance]:
    """One instance for each window that touches the range and has a day within the limits."""
    year = window.limits.year or first.year
    # As keys, since week 4 and the last week of a short February are one window.
    found = {
        Instance("window", opens, closes, window.channel, None, None, slot, period): None
        for opens, closes, period in _windows(window, first, last, weeks, year)
        if opens <= last and closes >= first and _has_day(window.limits, opens, closes, weeks, days_off)
    }
    return list(found)


def span_instances(span: Span, first: date, last: date, slot: str) -> list[Instance]:
    """The one instance of a span that touches the range; none for "regularly", which names no day."""
    if span.of is None:
        return []
    opens, closes = range_days(span.of, first.year)
    if closes < first or opens > last:
        return []
    return [Instance("span", opens, closes, span.channel, None, None, slot, f"{opens.year:04}")]


def range_days(of: DateRange, year: int) -> tuple[date, date]:
    """First and last day of a range; what has no year is in `year`, or in the next across new year."""
    opens, closes = complete_range(of.first, of.last, year)
    return _day(opens, opening=True), _day(closes, opening=False)


def _windows(
    window: Window, first: date, last: date, weeks: WeekConvention, year: int
) -> Iterator[tuple[date, date, str]]:
    """Candidates with the name of their period: all that touch the range are among them."""
    of = window.of
    if isinstance(of, EachPeriod):
        for opens, closes, period in _periods(of, first, last):
            within = _within(window.limits, opens, closes)
            if within is not None:
                yield *within, period
    elif isinstance(of, DateRange):
        opens, closes = range_days(of, year)
        yield opens, closes, f"{opens.year:04}"
    else:
        for shape, days in months_between(first, last):
            for opens_on, closes_on in _month_windows(of, weeks, shape // 4, len(days)):
                yield days[opens_on - 1], days[closes_on - 1], period_label(Period.MONTH, days[0])


def _periods(of: EachPeriod, first: date, last: date) -> Iterator[tuple[date, date, str]]:
    opens, period = first, of.period
    origin = 0 if of.anchor is None else _number_of(period, of.anchor)
    while True:
        opens, closes = period_days(period, opens)
        if of.interval == 1 or (_number_of(period, opens) - origin) % of.interval == 0:
            yield opens, closes, period_label(period, opens)
        if closes >= last:
            return
        opens = date.fromordinal(closes.toordinal() + 1)


def _number_of(period: Period, day: date) -> int:
    """The week or month of a day, counted from the calendar's first."""
    return (day.toordinal() - 1) // 7 if period is Period.WEEK else day.year * 12 + day.month


def _month_windows(
    of: MonthWeeks | DayRange, weeks: WeekConvention, first_weekday: int, length: int
) -> Iterator[tuple[int, int]]:
    if isinstance(of, MonthWeeks):
        for week in of.weeks:
            numbers = week_numbers(weeks, first_weekday, length, week)
            if numbers is not None:
                yield numbers
        return
    opens = of.first if of.first > 0 else max(length + 1 + of.first, 1)
    closes = min(of.last, length) if of.last > 0 else length + 1 + of.last
    if opens <= closes:
        yield opens, closes


def _within(limits: Limits, opens: date, closes: date) -> tuple[date, date] | None:
    """From the first to the last day of a period that the limits let in: "yearly, from 15/9 to 15/10"."""
    bounds = clip(limits, opens, closes)
    if bounds is None or not (limits.months or has_season(limits)):
        return bounds
    days = list(_days_within(limits, *bounds))
    return (days[0], days[-1]) if days else None


def _has_day(limits: Limits, opens: date, closes: date, weeks: WeekConvention, days_off: DaysOff) -> bool:
    """True when some day of the window is within the limits and no exception names it."""
    bounds = clip(limits, opens, closes)
    if bounds is None:
        return False
    if not (limits.months or limits.exceptions or has_season(limits)):
        return True
    excepted = {
        day for unless in limits.exceptions for day in find_days(unless, *bounds, weeks, None, days_off)
    }
    return any(day not in excepted for day in _days_within(limits, *bounds))


def _days_within(limits: Limits, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` in the months and the season that the limits name."""
    for page in months_between(first, last):
        if not limits.months or page.days[0].month in limits.months:
            yield from (day for day in page.days if first <= day <= last and in_season(limits, day))


def _day(day: CalendarDay, *, opening: bool) -> date:
    assert day.year is not None  # noqa: S101 - complete_range gives every day its year
    return bound_day(day, day.year, opening=opening)
