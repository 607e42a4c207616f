"""Rules that name no day at all: each part of them is clear, but together they leave nothing.

"4 to 8 March, 20 March", "every Tuesday except Tuesdays": an empty calendar would say that all is well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rules import schedule as s
from rules.days import find_days
from rules.grammar.drafting.drafts import Mark, Place, Rule
from rules.grammar.terms import parts as p
from rules.schedule import NO_LIMITS, MissingDay, WeekConvention
from rules.windows import window_instances

# All shapes of years come up within these, which are looked at where no plan's year is known.
_ALL_SHAPES = range(2000, 2028)
_LAST_YEAR = 9998


def no_days(on: s.DaySet, plan: int | None, weeks: WeekConvention) -> bool:
    """True where a day set has no day in the plan's year, nor in any year that it names itself."""
    days = on.days
    ways = [on]
    if isinstance(days, s.MonthDays):  # a month that lacks the day is a question of its own
        ways.append(replace(on, days=replace(days, missing=MissingDay.LAST)))
    if on.limits == NO_LIMITS and not isinstance(days, (s.MonthWeeks, s.MonthWeekdays)):
        return False
    return not any(
        find_days(way, date(year, 1, 1), date(year, 12, 31), weeks, year)
        for year in _years(on, plan)
        for way in ways
    )


def takes_nothing_out(recurrences: Sequence[s.Recurrence], plan: int | None, weeks: WeekConvention) -> bool:
    """True where an exception has none of the days of any rule: "the third Thursday, except February on the
    fourth" says when it is instead. "Closed Mondays" beside other weekdays is only said twice.
    """
    exceptions = {out for one in recurrences for out in one.on.limits.exceptions if not _bare_weekdays(out)}
    ruled = [one.on for one in recurrences if one.on.limits.exceptions]
    return any(all(_apart_ever(on, out, plan, weeks) for on in ruled) for out in exceptions)


def _bare_weekdays(out: s.DaySet) -> bool:
    return isinstance(out.days, s.Weekly) and out.limits == NO_LIMITS


def _apart_ever(on: s.DaySet, out: s.DaySet, plan: int | None, weeks: WeekConvention) -> bool:
    """True where two day sets have no day in common, in a year of any shape."""
    bare = replace(on, limits=replace(on.limits, exceptions=()))
    for year in dict.fromkeys((*_years(on, plan), *_years(out, plan), *_ALL_SHAPES)):
        first, last = date(year, 1, 1), date(year, 12, 31)
        found = set(find_days(bare, first, last, weeks, year))
        if found & set(find_days(out, first, last, weeks, year)):
            return False
    return True


def no_window(window: s.Window, plan: int | None, weeks: WeekConvention) -> bool:
    """True where a window with limits is never open."""
    if window.limits == NO_LIMITS:
        return False
    return not any(
        window_instances(window, date(year, 1, 1), date(year, 12, 31), weeks, "1", s.NO_DAYS_OFF)
        for year in _years(s.DaySet(s.Weekly(s.ALL_WEEKDAYS), window.limits), plan)
    )


def outside(days: s.Dates, limits: s.Limits, plan: int | None) -> bool:
    """True where one of the dates lies outside the bounds beside them: it would be dropped unseen."""
    if limits.since is limits.until is None:
        return False
    within = s.Limits(since=limits.since, until=limits.until)
    return any(no_days(s.DaySet(s.Dates((day,)), within), plan, WeekConvention.BLOCKS) for day in days.days)


def apart(rules: Sequence[Rule], plan: int | None) -> list[Rule]:
    """The rules; a range with dates that all lie outside it is a rule of its own.

    "Exhibition 4 to 8 March, concert on 20 March at 19:00"; with a time before the dates it stays open whose
    the time is, and the rule stays as it is, without a day.
    """
    parted: list[Rule] = []
    for rule in rules:
        between = rule.between
        whole = between is not None and between.first is not None and between.last is not None
        timed_before = rule.has_clock and not rule.marks & {Mark.DAYS_FIRST, Mark.EVENT_TIME}
        if (
            between is None
            or rule.dates is None
            or Mark.HEADING in rule.marks
            or timed_before
            or not (whole and Mark.LIMIT_FIRST in rule.marks)
            or not all(
                outside(s.Dates((day,)), s.Limits(since=between.first, until=between.last), plan)
                for day in rule.dates.days
            )
        ):
            parted.append(rule)
            continue
        alone = Rule(place=Place(0, rule.start, rule.end), lead_channels=rule.lead_channels)
        parted.append(alone.having(between))
        # A clause of its own, for the range is no limit of the dates.
        own = rule.place._replace(clause=rule.clause + len(rules) + 1)
        parted.append(replace(rule.without(p.DateRange), place=own))
    return parted


def _years(on: s.DaySet, plan: int | None) -> Iterator[int]:
    """The plan's year, or all shapes of years; then those that the days or their limits name."""
    yield from _ALL_SHAPES if plan is None else (plan,)
    limits = on.limits
    bounds = [day for day in (limits.since, limits.until) if day is not None]
    dates = on.days.days if isinstance(on.days, s.Dates) else ()
    named = {limits.year, *(day.year for day in (*bounds, *dates))}
    known = sorted(year for year in named if year is not None and year <= _LAST_YEAR)
    for year in known:
        yield from (year, year + 1)  # what begins late in one year may come in the next
    open_ended = limits.since is not None and limits.since.year is not None
    if known and open_ended:
        last = known[-1] if len(known) > 1 else _LAST_YEAR
        yield from range(known[0], min(last, known[0] + len(_ALL_SHAPES)))
