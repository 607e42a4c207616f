"""What a phrase says twice must agree: how often, on how many days, in which year."""

from __future__ import annotations

import calendar as _calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rules import schedule as s
from rules.days import find_days, resolve
from rules.grammar.choices import Assembling, option
from rules.grammar.drafting.drafts import Mark, Rule
from rules.schedule import CalendarDay, Period
from rules.windows import window_instances

_COMMON_YEAR = 2001
_SHORT_RANGE = 10  # days
# Fewer weekdays than this do not make "every day" ("hằng ngày từ thứ Hai đến thứ Sáu").
_WORKING_DAYS = 5
_OF_A_SERIES = frozenset(
    {"tập", "kỳ", "buổi", "số", "số báo", "episodes", "sessions", "issues", "programmes", "talks"}
)
# How often the shorter period comes in the longer one, at least and at most.
_WITHIN: dict[tuple[Period | None, Period | None], tuple[int, int]] = {
    (Period.WEEK, Period.DAY): (7, 7),
    (Period.MONTH, Period.WEEK): (4, 5),
    (Period.MONTH, Period.DAY): (28, 31),
}
_AS_OFTEN = frozenset({None, "kỳ", "kì", "lần", "buổi", "ngày", "times", "sessions"})


def agrees(a: Assembling, rule: Rule) -> None:
    """Report "hằng tuần" beside a week of the month, "hằng ngày" beside a weekday."""
    period = None if rule.each is None else rule.each.period
    counted = (
        rule.nth
        or rule.month_days
        or rule.day_range
        or rule.dates
        or (rule.workdays and rule.workdays.ordinals)
    )
    fits = True
    if period is Period.WEEK:
        fits = not (counted or rule.weeks)
    elif period is Period.DAY:
        fits = not counted and (rule.weekdays is None or len(rule.weekdays.days) >= _WORKING_DAYS)
    elif period is Period.MONTH:
        fits = rule.dates is None
    if not fits:
        a.fault("not-understood/contradicts", rule.span)


def dates_stated(a: Assembling, rule: Rule, days: s.Days, limits: s.Limits) -> tuple[s.Days, s.Limits]:
    """Verify "thứ Sáu tuần 1 tháng 3 (ngày 01/3)"; where one date differs, both readings are given."""
    if rule.stated is None:
        return days, limits
    year = a.around.year
    stated = [resolve(day, day.year or year) for day in rule.stated.days] if year is not None else []
    weekdays = rule.stated.weekdays or tuple(None for _ in stated)
    agree = all(
        day is not None and weekday in (None, day.weekday())
        for day, weekday in zip(stated, weekdays, strict=bool(stated))
    )
    if year is None or not agree:
        a.fault("not-understood/contradicts", rule.span)
        return days, limits
    found = find_days(s.DaySet(days, limits), date(year, 1, 1), date(year, 12, 31), a.around.weeks, year)
    if set(found) == set(stated):
        return days, limits
    if len(found) != 1 or len(stated) != 1:
        a.fault("not-understood/contradicts", rule.span)
        return days, limits
    by_date = a.pick(
        [
            option(True, "weekday-contradicts-date/date", day=stated[0]),
            option(False, "weekday-contradicts-date/week", day=found[0]),
        ]
    )
    return (s.Dates(rule.stated.days), s.NO_LIMITS) if by_date else (days, limits)


def week_stated(a: Assembling, rule: Rule, window: s.Window) -> None:
    """Verify "tuần 2 tháng 5 (từ 8/5 đến 14/5)": days as short as a week are no limit but say which week."""
    if rule.stated is not None:
        a.fault("not-understood/contradicts", rule.span)
    since, until, year = window.limits.since, window.limits.until, a.around.year
    if since is None or until is None or Mark.WHICH_WEEK not in rule.marks:
        return
    if (_length(since, until) or 0) > _SHORT_RANGE:
        return
    if year is None:
        return  # no plan's year to verify it in: a limit
    whole = replace(window, limits=replace(window.limits, since=None, until=None))
    first, last = resolve(since, year), resolve(until, year)
    found = window_instances(whole, date(year, 1, 1), date(year, 12, 31), a.around.weeks, "1", s.NO_DAYS_OFF)
    if [(one.start, one.end) for one in found] != [(first, last)]:
        a.fault("not-understood/contradicts", rule.span)


def dates_in_months(a: Assembling, rule: Rule) -> None:
    """Report "the revolution of August 1945, on 2 September": a date out of the months that are named."""
    if rule.dates is None or rule.months is None:
        return
    if any(day.month not in rule.months.months for day in rule.dates.days):
        a.fault("not-understood/contradicts", rule.span)


def dates_exist(a: Assembling, rule: Rule, days: s.Days) -> None:
    """Report the 29th of February in a plan's year that has none."""
    year = a.around.year
    if not isinstance(days, s.Dates) or year is None or _calendar.isleap(year):
        return
    for day in days.days:
        if day == CalendarDay(2, 29):
            a.fault("impossible-date/leap-day", rule.span)


def count_agrees(a: Assembling, rule: Rule, days: s.Days, limits: s.Limits) -> None:
    """Verify "ba kỳ, vào các ngày …", "mỗi tháng một lần" against the days that are named."""
    period, found = _days_named(days, limits)
    if found is None:
        return
    once = rule.each is not None and rule.each.once and rule.each.period is period
    said = rule.times.count if rule.times is not None else 1 if once else found
    in_all = {found}
    if period is Period.MONTH and rule.times is not None:
        in_all.add(found * (len(limits.months) or 12))  # "06 kỳ trong năm, tuần 2 các tháng chẵn"
    if said not in in_all:
        a.fault("count-disagrees", rule.span, count=said, found=found)


def length_agrees(a: Assembling, rule: Rule) -> None:
    """Verify "trong 5 ngày, từ 22/12 đến 26/12", "2 lần, tháng 6 và tháng 12"."""
    between, times = rule.between, rule.times
    if times is not None and not times.days and rule.months is not None:
        found = len(rule.months.runs)
        if times.count not in (found, len(rule.months.months)):
            a.fault("count-disagrees", rule.span, count=times.count, found=found)
    if times is None or not times.days or between is None or between.first is None or between.last is None:
        return
    days = _length(between.first, between.last)
    if days is not None and days != times.count:
        a.fault("count-disagrees", rule.span, count=times.count, found=days)


def quotas_agree(a: Assembling, recurrences: Sequence[s.Recurrence]) -> None:
    """Verify "3 lần/tuần" against the weekdays, and the times of day, that are named."""
    for quota, start, end in a.draft.facts.quotas:
        if quota.unit in _AS_OFTEN and quota.period is Period.YEAR:
            _yearly_agrees(a, recurrences, quota.count, (start, end))
        if quota.unit not in _AS_OFTEN or quota.period not in (Period.WEEK, Period.MONTH, Period.DAY):
            continue
        named = [
            (*_days_named(r.on.days, r.on.limits), len({slot.at for slot in r.slots})) for r in recurrences
        ]
        if not named or any(period is not quota.period or found is None for period, found, _ in named):
            continue
        days = sum(found or 0 for _, found, _ in named)
        airings = sum((found or 0) * slots for _, found, slots in named)
        replays = sum(
            (found or 0) * len(slot.replays)
            for (_, found, _), one in zip(named, recurrences, strict=True)
            for slot in one.slots
        )
        if quota.count not in (days, airings, airings + replays):
            a.fault("count-disagrees", (start, end), count=quota.count, found=days)


def _yearly_agrees(
    a: Assembling, recurrences: Sequence[s.Recurrence], count: int, span: tuple[int, int]
) -> None:
    """Verify "twice a year, the first Monday in May" against the months, or the dates, that are named."""
    found = 0
    for one in recurrences:
        period, days = _days_named(one.on.days, one.on.limits)
        if days is None or period not in (Period.MONTH, Period.YEAR):
            return
        found += days * (len(one.on.limits.months) or 12) if period is Period.MONTH else days
    if recurrences and found != count:
        a.fault("count-disagrees", span, count=count, found=found)


def days_to_choose(a: Assembling, recurrences: Sequence[s.Recurrence]) -> None:
    """Report "mỗi tháng 2 lần vào thứ Hai": a month has four Mondays at least, and nothing says which two."""
    for quota, start, end in a.draft.facts.quotas:
        for one in recurrences:
            period, found = _days_named(one.on.days, one.on.limits)
            fewest, most = _WITHIN.get((quota.period, period), (0, 0))
            if quota.count < fewest * (found or 0):
                a.fault("which-week", (start, end))
            airings = sum(1 + len(slot.replays) for slot in one.slots)
            if quota.unit in _AS_OFTEN and quota.count > most * (found or 0) * airings > 0:
                a.fault("count-disagrees", (start, end), count=quota.count, found=most * (found or 0))


def series_ends(a: Assembling, recurrences: Sequence[s.Recurrence]) -> None:
    """Report "30 tập, từ 5/3, 20h hằng ngày": the count has an end that no words give."""
    bounded = [one.on.limits for one in recurrences if one.on.limits.since is not None]
    if len(recurrences) != 1 or not bounded or bounded[0].until is not None:
        return
    for quota, start, end in a.draft.facts.quotas:
        if quota.period is None and quota.count > 1 and quota.unit in _OF_A_SERIES:
            a.fault("open-span/series", (start, end), count=quota.count)


def _days_named(days: s.Days, limits: s.Limits) -> tuple[Period | None, int | None]:
    """How many days are named in which period; None of both where that differs."""
    if limits.exceptions:
        return None, None
    match days:
        case s.Weekly(s.ALL_WEEKDAYS, 1) if limits.since and limits.until:
            return Period.YEAR, _length(limits.since, limits.until)
        case s.Weekly(s.ALL_WEEKDAYS, 1):
            return Period.DAY, 1
        case s.Weekly(weekdays, 1):
            return Period.WEEK, len(weekdays)
        case s.MonthWeeks(weeks, weekdays) | s.MonthWeekdays(weeks, weekdays):
            return Period.MONTH, len(weeks) * len(weekdays)
        case s.MonthDays(numbers):
            return Period.MONTH, len(numbers)
        case s.Dates(dates):
            return Period.YEAR, len(dates)
    return None, None


def _length(since: CalendarDay, until: CalendarDay) -> int | None:
    year = since.year or until.year or _COMMON_YEAR
    first, last = resolve(since, year), resolve(until, until.year or year)
    return None if first is None or last is None or last < first else (last - first).days + 1
