"""Days that are taken out of rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rules.grammar.drafting.bounds import with_terms
from rules.grammar.drafting.drafts import DAYS, Draft, Place, Rule
from rules.grammar.drafting.facts import skip
from rules.grammar.drafting.places import Places
from rules.grammar.messages import problem
from rules.grammar.sentences.trees import Day, Out
from rules.grammar.terms import parts as p

_COUNTED = DAYS - {p.Weekdays} | {p.Every}


def take_out(draft: Draft, out: Out, places: Places, rules: Sequence[Rule]) -> list[Rule]:
    """The rules without the days, which are their exceptions; days off are a shift that skips."""
    span = places.span(out.first, out.last)
    if out.day_off is not None:
        skip(draft, span, holidays_only=out.day_off.holidays_only)
    if out.days and all(rule.empty for rule in rules):
        draft.problems.append(problem("not-understood/pause", *span))
        return list(rules)
    instead = places.row[out.first].meaning == p.Instead()
    if instead and not places.ends(out.last):
        draft.problems.append(problem("not-understood/pause", *span))
    exceptions = tuple(_exception(places, out, day) for day in out.days)
    found = [
        rule if rule.empty else replace(rule, exceptions=(*rule.exceptions, *exceptions)) for rule in rules
    ]
    named = (one for rule in found if not rule.empty for one in rule.exceptions)
    # An exception before this one that is no "except": "closed Mondays except 6 May" is open on 6 May.
    if out.word.but and any(one.start < span[0] for one in named):
        draft.problems.append(problem("not-understood/except-what", *span))
    return found


def _exception(places: Places, out: Out, day: Day) -> Rule:
    first, last = places.part(out.first), places.part(day.last) + 1
    part = next((name for k, name in places.owners.days.items() if first <= k <= last), None)
    return with_terms(Rule(place=Place(0, *places.span(out.first, out.last)), part=part), day)


def with_weekdays(draft: Draft, rules: Sequence[Rule]) -> Iterable[Rule]:
    """The rules; an exception that leaves its weekday out has the one weekday of its clause.

    "Tuesdays except the last in the month" means the last Tuesday; with several it stays open which is meant.
    """
    for rule in rules:
        if all(one.nth is None or one.nth.weekdays for one in rule.exceptions):
            yield rule
            continue
        clause = [one for one in rules if one.clause == rule.clause and one.has_days]
        weekdays = {one.weekdays.days if _weekly(one) and one.weekdays else () for one in clause}
        days = weekdays.pop() if len(weekdays) == 1 else ()
        yield replace(rule, exceptions=tuple(_with_weekday(draft, one, days) for one in rule.exceptions))


def _with_weekday(draft: Draft, exception: Rule, days: tuple[int, ...]) -> Rule:
    nth = exception.nth
    if nth is None or nth.weekdays:
        return exception
    if len(days) != 1:
        draft.problems.append(problem("not-understood/does-not-fit", *exception.span))
        return exception
    return exception.having(replace(nth, weekdays=days))


def _weekly(rule: Rule) -> bool:
    return rule.terms.keys().isdisjoint(_COUNTED) and not rule.daily
