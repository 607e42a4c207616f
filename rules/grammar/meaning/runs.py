"""How long a rule goes on where the phrase counts days, weeks or times instead of naming the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rules import schedule as s
from rules.days import complete_range, resolve
from rules.grammar.choices import Assembling
from rules.grammar.drafting.drafts import Rule
from rules.schedule import CalendarDay, Period


def run_out(a: Assembling, rule: Rule, days: s.Days | None, limits: s.Limits) -> s.Limits:
    """The limits with the end that a count gives ("for six weeks from 6 May"), or the count verified."""
    lasts = rule.lasts
    if lasts is None:
        return limits
    if isinstance(days, s.Dates):
        _verify(a, rule, lasts.count, len(days.days))
        return limits
    first = _first(a, rule, limits.since)
    if first is None or limits.since is None:
        return limits
    length = lasts.count if lasts.period is not Period.WEEK else 7 * lasts.count
    if lasts.period is None and (last := _last(limits, first)) is not None and _days_in_a_row(days):
        weekdays = days.weekdays if isinstance(days, s.Weekly) else s.ALL_WEEKDAYS
        listed = (first + timedelta(k) for k in range((last - first).days + 1))
        _verify(a, rule, lasts.count, sum(day.weekday() in weekdays for day in listed))
        return limits
    if lasts.period is None:
        if not isinstance(days, s.Weekly) or len(days.weekdays) != 1:
            a.fault("count-disagrees/run", rule.span)
            return limits
        wait = (days.weekdays[0] - first.weekday()) % 7
        length = wait + 7 * days.interval * (lasts.count - 1) + 1
    if limits.until is not None:
        last = _last(limits, first)
        found = 0 if last is None else (last - first).days + 1
        if lasts.period is Period.WEEK:
            _verify(a, rule, lasts.count, -(-found // 7))
        else:
            _verify(a, rule, length, found)
        return limits
    last = first + timedelta(length - 1)
    bounds = [CalendarDay(day.month, day.day, day.year) for day in (first, last)]
    return replace(limits, since=bounds[0], until=bounds[1])


def _days_in_a_row(days: s.Days | None) -> bool:
    """Each day of a period, or several weekdays of each of its weeks."""
    return days is None or (isinstance(days, s.Weekly) and len(days.weekdays) > 1 and days.interval == 1)


def _last(limits: s.Limits, first: date) -> date | None:
    if limits.since is None or limits.until is None:
        return None
    _, until = complete_range(limits.since, limits.until, first.year)
    return None if until.year is None else resolve(until, until.year)


def weekly_from(a: Assembling, rule: Rule, days: s.Days, limits: s.Limits) -> tuple[s.Days, s.Limits]:
    """ "Wednesday 10 January, and weekly thereafter", "then every two weeks": from the date on."""
    if not rule.thereafter:
        return days, limits
    day = days.days[0] if isinstance(days, s.Dates) and len(days.days) == 1 else None
    first = None if day is None else _first(a, rule, day)
    if first is None:
        a.fault("not-understood/does-not-fit", rule.span)
        return days, limits
    since = CalendarDay(first.month, first.day, first.year)
    if rule.every is None:
        return s.Weekly((first.weekday(),)), replace(limits, since=since)
    monday = first - timedelta(first.weekday())
    return s.Weekly((first.weekday(),), rule.every.count, monday), replace(limits, since=since)


def own_years(days: s.Days, limits: s.Limits) -> tuple[s.Days, s.Limits]:
    """ "9 January and 12 March in 2024": the year is each date's own."""
    if not isinstance(days, s.Dates) or limits.year is None:
        return days, limits
    dated = s.Dates(tuple(s.with_year(day, limits.year) for day in days.days))
    return dated, replace(limits, year=None)


def _first(a: Assembling, rule: Rule, since: CalendarDay | None) -> date | None:
    year = None if since is None else since.year or a.around.year
    first = None if since is None or year is None else resolve(since, year)
    if first is None:
        a.fault("count-disagrees/run", rule.span)
    return first


def _verify(a: Assembling, rule: Rule, said: int, found: int) -> None:
    if said != found:
        a.fault("count-disagrees", rule.span, count=said, found=found)
