"""Parts of one rule that say different things of its days: to choose would drop one of them in silence."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar import parts as p
from rules.grammar.drafts import Rule


def contradiction(rule: Rule, excepted: bool = False) -> bool:
    """True where a rule names its days in two ways ("the 2nd of each month, 23 August").

    A weekday beside a date is no such case: it is verified. Days that are excepted may have two limits.
    """
    kinds = (rule.nth, rule.workdays, rule.weeks, rule.month_days, rule.dates, rule.day_range)
    placed = [kind for kind in kinds if kind is not None]
    if len(placed) > 1 or _other_weekday(rule):
        return True
    return not excepted and _other_months(rule)


def lost_exception(rules: Sequence[Rule]) -> Rule | None:
    """An exception that no days carry: "three articles a week, except July"."""
    for rule in rules:
        named = [exception for exception in rule.exceptions if not exception.empty]
        if named and not (rule.has_days or rule.has_clock or rule.each):
            return named[0]
    return None


def other_year(rule: Rule, plan: int | None) -> bool:
    """A year beside plain words that is not the plan's: "World Cup 2026", "1984 by Orwell"."""
    year = rule.year
    return year is not None and year.in_name and plan is not None and year.year != plan


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
