"""Parts of one rule that say different things of its days: to choose would drop one of them in silence."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.drafting.drafts import Rule
from rules.grammar.terms import parts as p

_A_PLAN_LOOKS = 20  # years; a date further away is a day that is remembered


def contradiction(rule: Rule, excepted: bool = False) -> bool:
    """True where a rule names its days in two ways ("the 2nd of each month, 23 August").

    A weekday beside a date is no such case: it is verified. Days that are excepted may have two limits.
    """
    kinds = (rule.nth, rule.workdays, rule.weeks, rule.month_days, rule.dates, rule.day_range)
    placed = [kind for kind in kinds if kind is not None]
    if len(placed) > 1 or _other_weekday(rule):
        return True
    if rule.day_range is not None and rule.every is not None:
        return True  # "every 2 weeks at the end of the month"
    return not excepted and _other_months(rule)


def lost_exception(rules: Sequence[Rule]) -> Rule | None:
    """An exception that no days carry: "three articles a week, except July"."""
    for rule in rules:
        named = [exception for exception in rule.exceptions if not exception.empty]
        if named and not (rule.has_days or rule.has_clock or rule.each):
            return named[0]
    return None


def out_twice(rules: Sequence[Rule]) -> Rule | None:
    """A date that is out beside its whole month: "except in July, but not 12 July" means that it holds."""
    for rule in rules:
        whole = [one for one in rule.exceptions if one.months and not one.has_days]
        months = {month for one in whole if one.months for month in one.months.months}
        for one in rule.exceptions:
            if one.dates is not None and {day.month for day in one.dates.days} & months:
                return one
    return None


def other_year(rule: Rule, plan: int | None) -> bool:
    """A year in a name that is not the plan's ("World Cup 2026"), or far from it ("14 March 1930")."""
    year = rule.year
    if plan is None:
        return False
    dates = rule.dates.days if rule.dates is not None else ()
    between = (rule.between.first, rule.between.last) if rule.between is not None else ()
    named = [day.year for day in (*dates, *between) if day is not None]
    named += [year.year if year is not None else None, rule.months.year if rule.months is not None else None]
    if any(one is not None and abs(one - plan) > _A_PLAN_LOOKS for one in named):
        return True
    return year is not None and year.in_name and year.year != plan


def _other_months(rule: Rule) -> bool:
    """A date, or a range of dates, outside the months beside it."""
    if rule.months is None:
        return False
    named = set(rule.months.months)
    if rule.dates is not None:
        return not {day.month for day in rule.dates.days} <= named
    between = rule.between
    whole = not (rule.has_days or rule.each or rule.one_piece)  # else both limit the days
    if not whole or between is None or between.first is None or between.last is None:
        return False
    return not set(p.months_between(between.first.month, between.last.month)) <= named


def _other_weekday(rule: Rule) -> bool:
    """More weekdays than dates: one of them is no check of a date."""
    return (
        rule.dates is not None
        and rule.weekdays is not None
        and len(rule.weekdays.days) > len(rule.dates.days)
    )
