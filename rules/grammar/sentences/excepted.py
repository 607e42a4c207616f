"""Exceptions that leave the weekday out: "Tuesdays except the last in the month" means the last Tuesday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.meaning.choices import Assembling
from rules.grammar.messages import problem
from rules.grammar.sentences.drafts import Draft, Rule, Slot
from rules.grammar.terms.shared.clock import hour_in


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


def by_part_of_day(a: Assembling, rules: Sequence[Rule]) -> list[Rule]:
    """The rules; times that are out on some days ("trừ sáng Chủ nhật") have a rule of their own."""
    found: list[Rule] = []
    for rule in rules:
        parted = [one for one in rule.exceptions if one.part is not None]
        if not parted:
            found.append(rule)
            continue
        within = [slot for slot in rule.slots if _lies_in(slot, parted[0].part or "")]
        if not within or len({one.part for one in parted}) > 1 or rule.replays:
            a.fault("not-understood/does-not-fit", parted[0].span)
        others = [slot for slot in rule.slots if slot not in within]
        kept = [one for one in rule.exceptions if one.part is None]
        groups = [replace(rule, slots=within), replace(rule, slots=others, exceptions=kept)]
        groups = groups[:1] if not others else groups
        found += groups if within[:1] == rule.slots[:1] else groups[::-1]
    return found


def _lies_in(slot: Slot, part: str) -> bool:
    """True for a time that is in a part of the day to its end."""
    if slot.clock is None or not slot.clock.sure:
        return False
    begin = 60 * slot.clock.at.hour + slot.clock.at.minute
    last = begin + max((slot.clock.minutes or 0) - 1, 0)
    return all(hour_in(minute // 60, part) == minute // 60 for minute in (begin, last))
