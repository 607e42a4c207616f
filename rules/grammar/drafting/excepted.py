"""Exceptions that leave the weekday out: "Tuesdays except the last in the month" means the last Tuesday."""

from __future__ import annotations

from dataclasses import replace

from rules.grammar.drafting.drafts import Draft, Rule
from rules.grammar.messages import problem


def name_weekdays(draft: Draft) -> None:
    """Give such exceptions the one weekday of their clause; with several it stays open which is meant."""
    for rule in draft.rules:
        for at, exception in enumerate(rule.exceptions):
            nth = exception.nth
            if nth is None or nth.weekdays:
                continue
            clause = [one for one in draft.rules if one.run == rule.run and one.has_days]
            weekdays = {one.weekdays.days if _weekly(one) and one.weekdays else () for one in clause}
            days = weekdays.pop() if len(weekdays) == 1 else ()
            if len(days) != 1:
                draft.problems.append(problem("not-understood/does-not-fit", *exception.span))
                continue
            rule.exceptions[at] = replace(exception, nth=replace(nth, weekdays=days))


def _weekly(rule: Rule) -> bool:
    counted = (rule.nth, rule.weeks, rule.month_days, rule.dates, rule.workdays, rule.day_range, rule.every)
    return not (rule.daily or any(counted))
