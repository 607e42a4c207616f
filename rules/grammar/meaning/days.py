"""The days of a rule: its pattern, its limits, and what is checked of them."""

from __future__ import annotations

import calendar as _calendar
from dataclasses import replace
from datetime import date, timedelta

from rules import schedule as s
from rules.grammar.choices import Assembling, option
from rules.grammar.drafting.drafts import Rule
from rules.grammar.meaning.alternating import first_day, first_week
from rules.grammar.meaning.habits import HABITS
from rules.grammar.messages import WeekdayName
from rules.grammar.terms import parts as p
from rules.grammar.verifying.consistency import contradiction
from rules.schedule import NO_LIMITS, CalendarDay, MissingDay, Period
from rules.weeks import max_weeks

_MONTHS_OF = {Period.QUARTER: 3, Period.HALF: 6, Period.YEAR: 12}


def year_of(rule: Rule) -> int | None:
    """The year that a rule names."""
    if rule.months is not None and rule.months.year is not None:
        return rule.months.year
    return rule.year.year if rule.year is not None else None


def ordered(day: CalendarDay) -> tuple[int, int, int]:
    """A key by which days that have years sort; the last day of the month comes last."""
    return (day.year or 0, day.month, 32 if day.day < 0 else day.day)


def days_of(a: Assembling, rule: Rule) -> s.Days | None:
    """The day pattern of a rule; None where no days are named."""
    daily = rule.daily
    if rule.nth is not None:
        if rule.year == p.Year(None) and not (rule.each or rule.months or rule.of_period):
            a.fault("not-understood/does-not-fit", rule.span)  # of each month, or of the year?
        return s.MonthWeekdays(rule.nth.ordinals, rule.nth.weekdays)
    if rule.weekdays is not None and rule.day_range is not None:
        a.fault("weekday-and-day", rule.span)
    if rule.workdays is not None:
        return _workdays(a, rule, rule.workdays.ordinals)
    if rule.weeks is not None:
        weekdays = rule.weekdays.days if rule.weekdays else ()
        return _month_weeks(a, rule, rule.weeks.weeks, weekdays or (s.ALL_WEEKDAYS if daily else ()))
    if rule.month_days is not None:
        return _month_days(a, rule, rule.month_days.days)
    if rule.dates is not None:
        return s.Dates(rule.dates.days)
    if rule.day_range is not None and rule.has_clock:
        first, last = rule.day_range.first, rule.day_range.last
        if first > 0 and last == -1:  # "to the end": no month lacks a day
            return s.MonthDays(tuple(range(first, 32)))
        if first < 1 or last < first:
            a_date = 1 <= last <= _MONTHS_OF[Period.YEAR]  # 15-8
            key = "impossible-range/days-or-date" if a_date else "impossible-range/days"
            a.fault(key, rule.span, first=first, last=last)
            return None
        return _month_days(a, rule, tuple(range(first, last + 1)))
    if rule.weekdays is not None:
        return _weekly(a, rule, rule.weekdays.days)
    if (begins := first_day(a, rule)) is not None:
        return _weekly(a, rule, (begins.weekday(),))
    return s.Weekly(s.ALL_WEEKDAYS) if daily else None


def limits_of(a: Assembling, rule: Rule) -> s.Limits:
    """Months, year, bounds and exceptions of a rule; all twelve months are no limit."""
    months = rule.months.months if rule.months else ()
    if len(months) == 12:
        months = ()
    if rule.between is not None:
        range_checked(a, rule, rule.between)
    since = rule.between.first if rule.between else None
    until = rule.between.last if rule.between else None
    if since and until and since.year and until.year and ordered(until) < ordered(since):
        a.fault("impossible-range/period", rule.span)
    named = (one for one in rule.exceptions if not one.empty)
    exceptions = tuple(_exception(a, out) for one in named for out in _each_out(one))
    year = year_of(rule)
    if not (months or since or until or exceptions or year):
        return NO_LIMITS
    return s.Limits(months, year, since, until, tuple(dict.fromkeys(exceptions)))


def _each_out(rule: Rule) -> tuple[Rule, ...]:
    """ "August and 23 December": both are out; a date within the month stays beside it, and is a fault."""
    if rule.dates is None or rule.months is None or rule.weekdays is not None:
        return (rule,)
    if {day.month for day in rule.dates.days} & set(rule.months.months):
        return (rule,)
    return rule.without(p.Dates), rule.without(p.Months)


def _exception(a: Assembling, rule: Rule) -> s.DaySet:
    if rule.dates is not None and rule.months is not None:
        a.fault("not-understood/except-what", rule.span)
    if contradiction(rule, excepted=True):
        a.fault("not-understood/contradicts", rule.span)
    limits = limits_of(a, rule)
    days = days_of(a, rule)
    if days is not None:
        days = weekday_checked(a, rule, days)
    if isinstance(days, s.MonthWeeks) and not days.weekdays:
        days = replace(days, weekdays=s.ALL_WEEKDAYS)
    return s.DaySet(days if days is not None else s.Weekly(s.ALL_WEEKDAYS), limits)


# --- weeks --------------------------------------------------------------------------------


def _month_weeks(
    a: Assembling, rule: Rule, weeks: tuple[int, ...], weekdays: tuple[int, ...]
) -> s.MonthWeeks:
    most = max_weeks(a.around.weeks)
    if any(week > most for week in weeks):
        convention = a.around.weeks.value
        a.fault("impossible-week/convention", rule.span, week=max(weeks), most=most, convention=convention)
    return s.MonthWeeks(weeks, weekdays)


def _weekly(a: Assembling, rule: Rule, weekdays: tuple[int, ...]) -> s.Days:
    longer = rule.each is not None and rule.each.period not in (Period.DAY, Period.WEEK)
    if longer or rule.of_period is not None:
        a.fault("which-week", rule.span)
    if rule.every is None:
        return s.Weekly(weekdays)
    if rule.every.period is not Period.WEEK:
        a.fault("needs-anchor/weeks", rule.span)
        return s.Weekly(weekdays)
    return s.Weekly(weekdays, rule.every.count, first_week(a, rule, rule.every.count, weekdays))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


# --- days of the month --------------------------------------------------------------------


def _month_days(a: Assembling, rule: Rule, days: tuple[int, ...]) -> s.MonthDays:
    """A day that some month lacks is a question: leave it out, the last day, or the next."""
    if rule.missing is not None:
        return s.MonthDays(days, rule.missing)
    monthly = any(quota.period is Period.MONTH for quota, _, _ in a.draft.facts.quotas)
    # "the 28th; when the 28th falls at a weekend …" comes again and again.
    monthly = monthly or a.draft.facts.shift is not None
    bare = not (rule.each or rule.months or rule.of_period or rule.every or monthly)
    if HABITS[a.around.lang].day_of_a_month and len(days) == 1 and days[0] > 0 and bare:
        a.fault("which-month", rule.span)  # "on the 2nd at 9:00"
    months = rule.months.months if rule.months else range(1, 13)
    shortest = min(_days_in(month, year_of(rule)) for month in months)
    if max(days) <= shortest:
        return s.MonthDays(days)
    return s.MonthDays(days, a.pick([option(policy, f"missing-day/{policy}") for policy in MissingDay]))


def _days_in(month: int, year: int | None) -> int:
    """Days of a month; February of an unknown year counts as short, so that the 29th is asked for."""
    return _calendar.monthrange(2001 if year is None else year, month)[1]


def _workdays(a: Assembling, rule: Rule, ordinals: tuple[int, ...]) -> s.Workdays:
    """Counted in the month; the first of a week is another day in a week with a holiday."""
    weekly = rule.of_period is Period.WEEK or (rule.each is not None and rule.each.period is Period.WEEK)
    if ordinals and weekly:
        a.fault("not-understood/working-day-of-week", rule.span)
    return s.Workdays(ordinals)


# --- longer periods -----------------------------------------------------------------------


def in_quarter(a: Assembling, rule: Rule, days: s.Days, limits: s.Limits) -> tuple[s.Days, s.Limits]:
    """Weeks, weekdays and days counted in a quarter, half or year are those of its first or last month."""
    match days:
        case s.MonthWeeks(weeks):
            numbers = weeks
        case s.MonthWeekdays(ordinals):
            numbers = ordinals
        case s.Workdays(ordinals) if ordinals:
            numbers = ordinals
        case s.MonthDays(month_days):
            numbers = month_days
        case _:
            return days, limits
    period = _counted_in(a, rule)
    if period is not None and _only_so_often(a, rule, period):
        return days, _month_of_each(a, rule, period, limits)
    if period is None or period not in _MONTHS_OF:
        return days, limits
    step = _MONTHS_OF[period]
    both_ends = len({n > 0 for n in numbers}) != 1
    if both_ends or (isinstance(days, s.MonthDays) and step > 3):
        a.fault("not-understood/two-ends", rule.span)
        return days, limits
    months = tuple(range(1 if numbers[0] > 0 else step, 13, step))
    if rule.months is not None:
        # Months that are named themselves ("mỗi quý một lần, ngày 3 các tháng 3, 6, 9, 12") stay.
        months = tuple(m for m in months if m in rule.months.months) or rule.months.months
    return days, replace(limits, months=months)


def days_of_longer(rule: Rule, days: p.DayRange, limits: s.Limits) -> tuple[s.DayRange, s.Limits]:
    """ "3 ngày đầu mỗi quý": of the quarter's first month, "3 ngày cuối" of its last."""
    period = rule.of_period or (None if rule.each is None else rule.each.period)
    if period in _MONTHS_OF and rule.months is None:  # months that are named themselves stay
        step = _MONTHS_OF[period]
        limits = replace(limits, months=tuple(range(1 if days.first > 0 else step, 13, step)))
    return s.DayRange(days.first, days.last), limits


def _counted_in(a: Assembling, rule: Rule) -> Period | None:
    """The period in which a rule counts; a named quarter alone is a question."""
    if rule.of_period is not None:
        return rule.of_period
    if rule.each is not None:
        return rule.each.period
    if rule.months is None or not rule.months.by_quarter:
        return None
    return a.pick(
        [
            option(Period.MONTH, "month-or-quarter/month"),
            option(Period.QUARTER, "month-or-quarter/quarter"),
        ]
    )


def a_day_later(a: Assembling, rule: Rule, days: s.Days) -> s.Days:
    """The days that follow, for times that the phrase gives to the day before: "24h thứ Sáu"."""
    timed = [slot for slot in rule.slots if slot.clock is not None]
    match days:
        case s.Weekly(weekdays, 1):
            later: s.Days = s.Weekly(tuple(sorted((day + 1) % 7 for day in weekdays)))
        case s.MonthDays(numbers) if min(numbers) > 0 and max(numbers) < 28:
            later = s.MonthDays(tuple(day + 1 for day in numbers))
        case s.Dates(dates) if all(day.day < _days_in(day.month, day.year) for day in dates):
            later = s.Dates(tuple(replace(day, day=day.day + 1) for day in dates))
        case _:
            later = days
    bounded = rule.months or rule.between or rule.exceptions
    several = not all(slot.clock and slot.clock.next_day for slot in timed)
    if several or bounded or rule.replays or (later == days and days != s.Weekly(s.ALL_WEEKDAYS)):
        a.fault("midnight", next(slot.span for slot in timed if slot.clock and slot.clock.next_day))
    return later


def _only_so_often(a: Assembling, rule: Rule, period: Period) -> bool:
    """ "quarterly on the 10th", unlike "on the 10th of each quarter", does not say in which month."""
    often = rule.each is not None and not rule.each.of and rule.of_period is None
    return often and HABITS[a.around.lang].adverbs_of_rate and period in _MONTHS_OF


def _month_of_each(a: Assembling, rule: Rule, period: Period, limits: s.Limits) -> s.Limits:
    """The months of a quarterly day: those that are named, else asked; of a year no month is a guess."""
    if rule.months is not None or rule.every is not None:
        return limits
    if period is not Period.QUARTER:
        a.fault("which-month/period", rule.span)
        return limits
    months = a.pick([option(tuple(range(k, 13, 3)), "month-or-quarter/of-quarter", n=k) for k in range(1, 4)])
    return replace(limits, months=months)


# --- a weekday beside a date --------------------------------------------------------------


def weekday_checked(a: Assembling, rule: Rule, days: s.Days) -> s.Days:
    """A date beside a weekday is verified; where they disagree, both readings are given."""
    if rule.weekdays is not None and isinstance(days, s.MonthDays) and not _falls_on(a, rule, days):
        a.fault("weekday-and-day", rule.span)
    if rule.dates is None or not isinstance(days, s.Dates):
        return days
    of_all = rule.weekdays.days if rule.weekdays is not None else ()
    own = rule.dates.weekdays or tuple(None for _ in days.days)
    if of_all and any(weekday is not None and weekday not in of_all for weekday in own):
        a.fault("not-understood/contradicts", rule.span)
    written = [of_all if weekday is None else (weekday,) for weekday in own]
    checked = [
        _day_or_weekday(a, rule, day, weekdays) if weekdays else day
        for day, weekdays in zip(days.days, written, strict=True)
    ]
    if checked == list(days.days):
        return days
    return s.Dates(tuple(sorted(checked, key=lambda day: (day.year or 0, day.month, day.day))))


def range_checked(a: Assembling, rule: Rule, between: p.DateRange) -> None:
    """A range whose first or last day is beside another weekday than its own is refused."""
    for day, weekday in ((between.first, between.first_weekday), (between.last, between.last_weekday)):
        if day is None or weekday is None or day.day < 0:
            continue
        year = day.year or year_of(rule) or a.around.year
        if year is not None and date(year, day.month, day.day).weekday() != weekday:
            of = date(year, day.month, day.day)
            told = WeekdayName(of.weekday())
            a.fault("weekday-contradicts-date/range", rule.span, day=of, weekday=told)


def _falls_on(a: Assembling, rule: Rule, days: s.MonthDays) -> bool:
    """True where each day in each named month of the year has a weekday that the phrase names."""
    year = year_of(rule) or a.around.year
    if year is None or rule.months is None or rule.weekdays is None:
        return False
    return all(
        0 < day <= _days_in(month, year) and date(year, month, day).weekday() in rule.weekdays.days
        for month in rule.months.months
        for day in days.days
    )


def _day_or_weekday(a: Assembling, rule: Rule, day: CalendarDay, weekdays: tuple[int, ...]) -> CalendarDay:
    """The date, or the weekday of its week: asked where its weekday is another."""
    year = day.year or year_of(rule) or a.around.year
    if year is None or day.day > _days_in(day.month, year):
        return day
    written = date(year, day.month, day.day)
    if written.weekday() in weekdays:
        return day
    other = _monday(written) + timedelta(days=weekdays[0])
    return a.pick(
        [
            option(day, "weekday-contradicts-date/date", day=written),
            option(
                CalendarDay(other.month, other.day, other.year), "weekday-contradicts-date/weekday", day=other
            ),
        ]
    )
