"""Every n weeks or months: which of them count. From the date that the phrase names, else a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from rules import schedule as s
from rules.grammar.choices import Assembling, option
from rules.grammar.drafting.drafts import Rule
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay, Period
from rules.weeks import monday_of, month_end

_MOST_ANCHORS = 6
_MONTHS = 12


def first_week(a: Assembling, rule: Rule, count: int, weekdays: tuple[int, ...]) -> date | None:
    """The Monday of a week that counts: that of the first such weekday from the date named on."""
    if rule.anchor is not None and rule.anchor.year is not None:
        return date(rule.anchor.year, rule.anchor.month, rule.anchor.day)
    since = _since(a, rule)
    if since is not None:
        return monday_of(since + timedelta(min((day - since.weekday()) % 7 for day in weekdays)))
    if a.around.year is None:
        a.fault("needs-anchor", rule.span)
        return None
    first = monday_of(date(a.around.year, 1, 1))
    mondays = [first + timedelta(weeks=k) for k in range(min(count, _MOST_ANCHORS))]
    return a.pick([option(monday, "needs-anchor/from", day=monday) for monday in mondays])


def first_day(a: Assembling, rule: Rule) -> date | None:
    """The date from which "every 6 weeks from 16 January 2024" counts: its weekday is meant.

    So it is in "weekly from Monday 6 May at 9 am", where the weekday is written.
    """
    named = rule.every is not None and rule.every.period is Period.WEEK and rule.anchor is None
    if rule.each is not None and rule.each.period is Period.WEEK and rule.between is not None:
        named = named or rule.lasts is not None or rule.between.first_weekday is not None
    by_month = rule.between is not None and rule.between.by_month
    return _since(a, rule) if named and not by_month else None


def _since(a: Assembling, rule: Rule) -> date | None:
    """The first day that the rule names, where its year is known."""
    since: CalendarDay | None = rule.between.first if rule.between is not None else None
    if since is None:
        return None
    year = since.year or a.around.year
    if year is None:
        a.fault("needs-anchor", rule.span)
        return None
    return min(date(year, since.month, since.day % 32), month_end(year, since.month))


def in_every_months(a: Assembling, rule: Rule, days: s.Days, limits: s.Limits) -> s.Limits:
    """The limits with every n-th month: asked, unless the phrase says where it begins."""
    every = rule.every
    if every is None or isinstance(days, s.Weekly):
        return limits
    if isinstance(days, s.Dates) and (rule.thereafter or _every_other_month(days, every)):
        return limits
    if every == p.Every(2, Period.WEEK) and isinstance(days, s.MonthWeekdays | s.MonthWeeks) and _apart(days):
        return limits
    if every.period is not Period.MONTH or _MONTHS % every.count or isinstance(days, s.Dates):
        a.fault("needs-anchor/months", rule.span)
        return limits
    begin = _first_month(a, rule, every.count)
    months = tuple(sorted((begin - 1 + k) % _MONTHS + 1 for k in range(0, _MONTHS, every.count)))
    if rule.months is not None:
        months = tuple(month for month in months if month in rule.months.months)
    return replace(limits, months=months)


def _apart(days: s.MonthWeekdays | s.MonthWeeks) -> bool:
    """ "Fortnightly on the second and fourth Thursday": which of them they are is said already."""
    numbers = days.ordinals if isinstance(days, s.MonthWeekdays) else days.weeks
    return numbers in ((1, 3), (2, 4)) and len(days.weekdays) == 1


def _every_other_month(days: s.Dates, every: p.Every) -> bool:
    """True for the dates that "every two months: 1 February, 1 April, 1 June" names itself."""
    months = [(day.year or 0) * _MONTHS + day.month for day in days.days]
    steps = {later - earlier for earlier, later in pairwise(months)}
    return every.period is Period.MONTH and steps == {every.count}


def _first_month(a: Assembling, rule: Rule, count: int) -> int:
    if rule.anchor is not None:
        return rule.anchor.month
    if rule.between is not None and rule.between.first is not None:
        return rule.between.first.month
    if rule.months is not None:
        return rule.months.runs[0][0]
    year = a.around.year or 2001  # only the month's name is shown
    return a.pick([option(k, "needs-anchor/month-from", first=date(year, k, 1)) for k in range(1, count + 1)])


def every_period(a: Assembling, rule: Rule, count: int, period: Period) -> s.EachPeriod | None:
    """Every n-th week or month as a window, where no day in it is named."""
    if period is Period.WEEK:
        week = first_week(a, rule, count, s.ALL_WEEKDAYS)
        return None if week is None else s.EachPeriod(period, count, monday_of(week))
    if period is not Period.MONTH:
        a.fault("needs-anchor/days" if period is Period.DAY else "needs-anchor/months", rule.span)
        return None
    dated = rule.anchor is None and rule.between is not None and not rule.between.by_month
    if dated and rule.between is not None and rule.between.first is not None and rule.between.first.day > 1:
        a.fault("needs-anchor/months", rule.span)  # "every three months from 5 January": on the 5th?
        return None
    anchored = rule.anchor or (rule.between.first if rule.between is not None else None)
    year = anchored.year if anchored is not None and anchored.year is not None else a.around.year
    first_unknown = anchored is None and rule.months is None and count > _MONTHS
    if year is None or first_unknown:
        a.fault("needs-anchor" if year is None else "needs-anchor/months", rule.span)
        return None
    return s.EachPeriod(period, count, date(year, _first_month(a, rule, count), 1))
