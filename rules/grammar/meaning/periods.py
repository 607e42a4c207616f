"""Rules that name no days: the windows in which a piece is due, the spans that a programme goes on for."""

from __future__ import annotations

from typing import NamedTuple

from rules import schedule as s
from rules.grammar.choices import Assembling
from rules.grammar.drafting.drafts import Rule
from rules.grammar.meaning.alternating import every_period
from rules.grammar.meaning.counts import once_in
from rules.grammar.meaning.days import days_of_longer, ordered, year_of
from rules.grammar.meaning.slots import slots_of
from rules.grammar.terms import parts as p
from rules.grammar.verifying.checks import count_agrees, length_agrees
from rules.schedule import CalendarDay, Period

_ALL_MONTHS = 12
_IN_A_YEAR = {Period.YEAR: 1, Period.HALF: 2, Period.QUARTER: 4}


class Made(NamedTuple):
    """What the rules of a phrase make, in their order."""

    recurrences: list[s.Recurrence]
    windows: list[s.Window]
    spans: list[s.Span]


def each_of_all(window: s.Window) -> bool:
    """True for a window in each period of the year."""
    return isinstance(window.of, s.EachPeriod) and window.limits == s.NO_LIMITS


def bounds_apart(rule: Rule) -> bool:
    """True for a part of the year that is a rule of its own."""
    whole = rule.months is not None and len(rule.months.months) == _ALL_MONTHS
    limited = rule.between is not None or (rule.months is not None and not whole)
    return limited and not (rule.has_days or rule.each or rule.day_range or rule.one_piece)


def without_days(a: Assembling, rule: Rule, limits: s.Limits, made: Made) -> None:
    """A rule that names no days: each day of a range that a time is given for, a window, or spans."""
    channel, once = next(iter(rule.lead_channels), None), once_in(a.draft)
    length_agrees(a, rule)
    if rule.replays and not (rule.has_clock and rule.between is not None):
        no_day(a, rule)
    elif rule.has_clock and rule.every is not None:
        a.fault("needs-anchor/weekday", rule.span)
    elif rule.has_clock:
        _each_day(a, rule, limits, made)
    elif once is not None and rule.each is None and rule.every is None:
        made.windows.append(s.Window(s.EachPeriod(once), limits, channel))
    elif rule.day_range is not None:
        if 0 < rule.day_range.last < rule.day_range.first:
            a.fault("impossible-range/days", rule.span, first=rule.day_range.first, last=rule.day_range.last)
        days, limits = days_of_longer(rule, rule.day_range, limits)
        made.windows.append(s.Window(days, limits, channel))
    elif rule.each is not None and _one_for_each(rule, rule.each.period):
        made.windows.extend(s.Window(of.of) for of in _spans(a, rule, channel) if of.of is not None)
    elif rule.each is not None:
        made.windows.append(s.Window(s.EachPeriod(rule.each.period), limits, channel))
    elif rule.every is not None:
        every = every_period(a, rule, rule.every.count, rule.every.period)
        made.windows.extend([s.Window(every, limits, channel)] if every is not None else [])
    elif rule.one_piece:
        found = _spans(a, rule, channel)
        made.windows.extend(s.Window(of.of, s.NO_LIMITS, of.channel) for of in found if of.of is not None)
    else:
        made.spans.extend(_spans(a, rule, channel))


def _each_day(a: Assembling, rule: Rule, limits: s.Limits, made: Made) -> None:
    """A time is that of each day of a range, and of every day where pieces are counted by the day."""
    by_day = any(quota.period is Period.DAY for quota, _, _ in a.draft.facts.quotas)  # "mỗi ngày 3 bản tin"
    if by_day or (rule.between is not None and rule.between.first and rule.between.last):
        every_day = s.Weekly(s.ALL_WEEKDAYS)
        count_agrees(a, rule, every_day, limits)
        made.recurrences.append(s.Recurrence(s.DaySet(every_day, limits), slots_of(a, rule, every_day)))
    else:
        no_day(a, rule)


def _one_for_each(rule: Rule, period: Period) -> bool:
    """ "Half-yearly, in May and November": as many months as periods, one for each.

    "Each year in June and December" is each of the months, too, and no window from the one to the other.
    """
    runs = 0 if rule.months is None else len(rule.months.runs)
    once = rule.each is not None and rule.each.once
    return runs == _IN_A_YEAR.get(period) if once else runs > 1 and period is Period.YEAR


def no_day(a: Assembling, rule: Rule) -> None:
    """Report a time without a day, at the time."""
    a.fault("no-day", next((slot.span for slot in rule.slots), rule.span))


def _spans(a: Assembling, rule: Rule, channel: str | None) -> list[s.Span]:
    """The periods that a rule names: from a date to a date, months, or a year."""
    year = year_of(rule)
    if rule.between is not None:
        return _between(a, rule, rule.between, channel)
    if rule.months is not None:
        return [
            s.Span(s.DateRange(CalendarDay(first, 1, year), CalendarDay(last, -1, year)), channel)
            for first, last in rule.months.runs
        ]
    if rule.year is not None:
        return [s.Span(s.DateRange(CalendarDay(1, 1, year), CalendarDay(12, -1, year)), channel)]
    return []


def _between(a: Assembling, rule: Rule, between: p.DateRange, channel: str | None) -> list[s.Span]:
    first, last, year = between.first, between.last, year_of(rule)
    if first is None or last is None:
        a.fault("open-span", rule.span)
        return []
    if year is not None:
        first, last = s.with_year(first, year), s.with_year(last, year)
    if first.year is not None and last.year is not None and ordered(last) < ordered(first):
        a.fault("impossible-range/period", rule.span)
    return [s.Span(s.DateRange(first, last), channel)]
