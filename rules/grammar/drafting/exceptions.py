"""Days that are taken out of rules."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.drafting.bounds import put, put_check
from rules.grammar.drafting.drafts import Draft, Rule
from rules.grammar.drafting.places import Places
from rules.grammar.messages import problem
from rules.grammar.sentences.trees import Day, Out
from rules.grammar.terms import parts as p
from rules.schedule import ShiftTo


def take_out(draft: Draft, out: Out, rules: Sequence[Rule], places: Places) -> None:
    """Give the days to the rules as exceptions; days off are a shift that skips."""
    span = places.span(out.first, out.last)
    if out.day_off is not None:
        _skip(draft, out.day_off, span)
    rules = [rule for rule in rules if not rule.empty]
    if out.days and not rules:
        draft.problems.append(problem("not-understood/pause", *span))
        return
    instead = places.row[out.first].meaning == p.Instead()
    if instead and not places.ends(out.last):
        draft.problems.append(problem("not-understood/pause", *span))
    for day in out.days:
        exception = _exception(places, out, day, heads=all(rule.start > span[0] for rule in rules))
        for rule in rules:
            rule.exceptions = [*rule.exceptions, exception]
    if out.word.but and any(_other(one, span) for rule in rules for one in rule.exceptions):
        draft.problems.append(problem("not-understood/except-what", *span))


def _other(exception: Rule, span: tuple[int, int]) -> bool:
    """An exception before this one that is no "except": "closed Mondays except 6 May" is open on 6 May."""
    return exception.start < span[0]


def _exception(places: Places, out: Out, day: Day, heads: bool) -> Rule:
    start, end = places.span(out.first, out.last)
    exception = Rule(start=start, end=end, sure=out.word.sure, heads=heads)
    for meaning in (*day.named, *day.bounds):
        put(exception, meaning)
    for check in day.checks:
        put_check(exception, check)
    first, last = places.part(out.first), places.part(day.last) + 1
    exception.part = next((name for k, name in places.owners.days.items() if first <= k <= last), None)
    return exception


def _skip(draft: Draft, day_off: p.DayOff, span: tuple[int, int]) -> None:
    before = draft.shift
    if before is not None and (before.to is not ShiftTo.SKIP or before.weekends_only):
        draft.problems.append(problem("not-understood/does-not-fit", *span))
        return
    only = day_off.holidays_only and (before is None or before.holidays_only)
    draft.shift = p.Shift(ShiftTo.SKIP, only)
