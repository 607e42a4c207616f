"""Schedules for property tests: canonical values only, as the reader of phrases makes them.

Tuples are sorted and without doubles; negative numbers (from the end) come last; a part that would change
nothing (every month, the policy for a day that no month lacks) is left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from rules.schedule import (
    NO_LIMITS,
    CalendarDay,
    DateRange,
    Dates,
    DayRange,
    Days,
    DaySet,
    DaysLater,
    DaysOff,
    EachPeriod,
    InMonthWeek,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    OnWeekday,
    Period,
    Quota,
    Recurrence,
    Replay,
    ReplayWeek,
    Schedule,
    Shift,
    ShiftTo,
    Slot,
    Span,
    WeekConvention,
    Weekly,
    Window,
    Workdays,
)
from rules.weeks import max_weeks

CHANNELS = ("KG", "KG1")
SEVERAL_WORKDAYS = ((), (1, 2, 3, 4), (-1, -2, -3))
DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def in_canonical_order(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers, key=lambda number: (number < 0, abs(number))))


def some_of(*values: int, most: int = 7) -> st.SearchStrategy[tuple[int, ...]]:
    return st.sets(st.sampled_from(values), min_size=1, max_size=most).map(in_canonical_order)


weekdays = some_of(*range(7))
conventions = st.sampled_from(list(WeekConvention))
times = st.builds(time, st.integers(0, 23), st.sampled_from((0, 5, 30, 45)))
# Few years, so that ranges, limits and dates meet.
years = st.integers(2023, 2027)
days = st.dates(date(2023, 1, 1), date(2027, 12, 31))
channels = st.none() | st.sampled_from(CHANNELS)


@st.composite
def calendar_days(draw: st.DrawFn, year: int | None) -> CalendarDay:
    month = draw(st.integers(1, 12))
    return CalendarDay(month, draw(st.integers(1, DAYS_IN_MONTH[month - 1])), year)


@st.composite
def weekly(draw: st.DrawFn) -> Weekly:
    interval = draw(st.sampled_from((1, 1, 2, 3)))
    return Weekly(draw(weekdays), interval, draw(days) if interval > 1 else None)


@st.composite
def month_days(draw: st.DrawFn) -> MonthDays:
    numbers = draw(some_of(*range(1, 29), *(29, 30, 31) * 6, -1, -2, most=3))
    missing = draw(st.sampled_from(list(MissingDay))) if max(numbers) > 28 else MissingDay.SKIP
    return MonthDays(numbers, missing)


@st.composite
def dates(draw: st.DrawFn) -> Dates:
    year = draw(st.none() | years)
    found = draw(st.sets(calendar_days(year), min_size=1, max_size=4))
    return Dates(tuple(sorted(found, key=lambda day: (day.month, day.day))))


def month_weeks(
    convention: WeekConvention, within: st.SearchStrategy[tuple[int, ...]]
) -> st.SearchStrategy[MonthWeeks]:
    numbers = some_of(*range(1, max_weeks(convention) + 1), -1, -2, most=3)
    return st.builds(MonthWeeks, numbers, within)


def patterns(convention: WeekConvention) -> st.SearchStrategy[Days]:
    return st.one_of(
        month_weeks(convention, weekdays),
        st.builds(MonthWeekdays, some_of(1, 2, 3, 4, 5, -1, -2, most=3), weekdays),
        weekly(),
        month_days(),
        st.builds(Workdays, st.sampled_from(SEVERAL_WORKDAYS) | some_of(1, 2, 3, 7, 15, -1, -2, most=3)),
        dates(),
    )


@st.composite
def limits(draw: st.DrawFn, convention: WeekConvention, *, exceptions: bool = True) -> Limits:
    months = draw(st.just(()) | some_of(*range(1, 13), most=11))
    year = draw(st.sampled_from((None, None, None, 2024, 2027)))
    since, until = draw(bounds()) if year is None else (None, None)
    unless: tuple[DaySet, ...] = ()
    if exceptions and draw(st.booleans()):
        unless = (DaySet(draw(patterns(convention)), draw(limits(convention, exceptions=False))),)
    return Limits(months, year, since, until, unless)


@st.composite
def bounds(draw: st.DrawFn) -> tuple[CalendarDay | None, CalendarDay | None]:
    """First and last day: none, one or both; both with years in order, or both without."""
    if draw(st.booleans()):
        begin, end = sorted((draw(days), draw(days)))
        since = CalendarDay(begin.month, begin.day, begin.year)
        until = CalendarDay(end.month, draw(st.sampled_from((end.day, -1))), end.year)
    else:
        since, until = draw(calendar_days(None)), draw(calendar_days(None))
    keep = draw(st.sampled_from(("none", "since", "until", "both", "both")))
    return since if keep in ("since", "both") else None, until if keep in ("until", "both") else None


@st.composite
def day_sets(draw: st.DrawFn, convention: WeekConvention) -> DaySet:
    pattern = draw(patterns(convention))
    if isinstance(pattern, Dates) or draw(st.booleans()):
        return DaySet(pattern, NO_LIMITS)
    return DaySet(pattern, draw(limits(convention)))


def replay_days(convention: WeekConvention) -> st.SearchStrategy[DaysLater | OnWeekday | InMonthWeek]:
    return st.one_of(
        st.builds(DaysLater, st.integers(0, 10)),
        st.builds(OnWeekday, st.integers(0, 6), st.sampled_from(list(ReplayWeek))),
        st.builds(
            InMonthWeek, st.sampled_from((*range(1, max_weeks(convention) + 1), -1)), st.integers(0, 6)
        ),
    )


@st.composite
def slots(draw: st.DrawFn, convention: WeekConvention) -> Slot:
    minutes = draw(st.none() | st.integers(1, 120))
    most = draw(st.none() | st.integers(minutes + 1, 150)) if minutes else None
    replays = st.builds(Replay, replay_days(convention), st.none() | times, channels)
    at = draw(st.none() | times)
    end_written = draw(st.booleans()) if at is not None and minutes and not most else False
    if end_written:
        minutes = draw(st.integers(1, 720) | st.integers(1, 4000))
    return Slot(
        at,
        draw(channels),
        minutes,
        most,
        tuple(draw(st.lists(replays, max_size=2))),
        due=draw(st.sampled_from((False, False, False, True))),
        end_written=end_written,
    )


@st.composite
def recurrences(draw: st.DrawFn, convention: WeekConvention) -> Recurrence:
    on = draw(day_sets(convention))
    found = draw(st.lists(slots(convention), min_size=1, max_size=2))
    return Recurrence(on, tuple(found))


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    if draw(st.booleans()):
        return DateRange(draw(calendar_days(None)), draw(calendar_days(None)))
    begin, end = sorted((draw(days), draw(days)))
    return DateRange(
        CalendarDay(begin.month, begin.day, begin.year), CalendarDay(end.month, end.day, end.year)
    )


@st.composite
def alternate_periods(draw: st.DrawFn) -> EachPeriod:
    """Every n-th week or month, from the first day of one that counts."""
    day = draw(st.dates(date(2023, 1, 1), date(2026, 12, 31)))
    period = draw(st.sampled_from((Period.WEEK, Period.MONTH)))
    first = day - timedelta(day.weekday()) if period is Period.WEEK else day.replace(day=1)
    return EachPeriod(period, draw(st.integers(2, 6)), first)


@st.composite
def windows(draw: st.DrawFn, convention: WeekConvention) -> Window:
    first, last = sorted((draw(st.integers(1, 31)), draw(st.integers(1, 31))))
    of = draw(
        st.one_of(
            month_weeks(convention, st.just(())),
            st.builds(EachPeriod, st.sampled_from(list(Period))),
            alternate_periods(),
            st.builds(DayRange, st.just(first), st.sampled_from((last, -1))),
            date_ranges(),
        )
    )
    within = NO_LIMITS if isinstance(of, DateRange) else draw(st.just(NO_LIMITS) | limits(convention))
    if of == EachPeriod(Period.YEAR):
        within = replace(within, months=())  # "hằng năm tháng 1" is January, not the year that holds it
    return Window(of, within, draw(channels))


shifts = st.one_of(
    st.builds(Shift, st.sampled_from((ShiftTo.SKIP, ShiftTo.NEXT, ShiftTo.PREVIOUS)), st.booleans()),
    st.builds(
        Shift,
        st.sampled_from([to for to in ShiftTo if to is not ShiftTo.WEEK]),
        weekends_only=st.just(True),
    ),
    st.just(Shift(ShiftTo.WEEK, holidays_only=True)),
)
quotas = st.builds(
    Quota,
    st.integers(1, 60),
    st.none() | st.sampled_from(("bài", "số", "clip")),
    st.sampled_from(list(Period)),
)


@st.composite
def airings(draw: st.DrawFn, weeks: st.SearchStrategy[WeekConvention] = conventions) -> Schedule:
    """One or two recurrences, at times with a shift."""
    convention = draw(weeks)
    found = draw(st.lists(recurrences(convention), min_size=1, max_size=2))
    return Schedule(recurrences=tuple(found), shift=draw(st.none() | shifts | shifts), weeks=convention)


@st.composite
def window_schedules(draw: st.DrawFn, weeks: st.SearchStrategy[WeekConvention] = conventions) -> Schedule:
    """One or two windows, or a span."""
    convention = draw(weeks)
    if draw(st.integers(0, 4)) == 0:
        return Schedule(spans=(Span(draw(st.none() | date_ranges()), draw(channels)),), weeks=convention)
    found = draw(st.lists(windows(convention), min_size=1, max_size=2))
    return Schedule(windows=tuple(found), weeks=convention)


def schedules(weeks: st.SearchStrategy[WeekConvention] = conventions) -> st.SearchStrategy[Schedule]:
    """Any schedule that names days."""
    return airings(weeks) | window_schedules(weeks)


@st.composite
def ranges(draw: st.DrawFn, most: int = 3653) -> tuple[date, date]:
    """A range of days, of ten years at the most."""
    first = draw(days)
    later = draw(st.integers(0, most))
    return first, date.fromordinal(first.toordinal() + later)


@st.composite
def days_off(draw: st.DrawFn) -> DaysOff:
    """Holidays of one to nine days that come every year, and weekend days that are worked."""
    holidays: dict[date, str] = {}
    for _ in range(draw(st.integers(0, 4))):
        begin, name = draw(calendar_days(None)), draw(st.sampled_from(("Quốc khánh", "Giỗ Tổ")))
        length = draw(st.integers(1, 9))
        for year in range(2022, 2039):
            opens = date(year, begin.month, begin.day).toordinal()
            holidays |= {date.fromordinal(opens + more): name for more in range(length)}
    return DaysOff(holidays, draw(st.frozensets(days, max_size=10)))
