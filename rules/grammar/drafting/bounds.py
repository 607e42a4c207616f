"""Putting days and bounds to a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.grammar.drafting.drafts import Draft, Mark, Place, Rule
from rules.grammar.drafting.places import Places
from rules.grammar.messages import problem
from rules.grammar.sentences.days import joined
from rules.grammar.sentences.trees import Bound, Day
from rules.grammar.terms import parts as p
from rules.schedule import Period


def put(rule: Rule, meaning: p.Meaning, listed: bool = False) -> Rule | None:
    """The rule with a term; None where it has one of the kind that says something else.

    `listed` months go on with those that the rule has.
    """
    match meaning:
        case p.OfPeriod(Period.MONTH) if rule.weekdays and rule.times and rule.times.days:
            return rule.having(p.Each(Period.MONTH))  # "một ngày thứ Hai trong tháng" is one of four
        case p.OfPeriod(Period.MONTH):
            return rule
        case p.Missing() | p.Anchor() | p.OfPeriod() | p.Thereafter() | p.OnePiece() | p.Times():
            return rule.having(meaning)
        case p.Months() if rule.months is not None and listed:
            year = meaning.year if meaning.year is not None else rule.months.year
            return rule.having(p.Months((*rule.months.runs, *meaning.runs), year, rule.months.by_quarter))
        case p.Every(_, Period.WEEK) if rule.every is None and rule.dates is not None:
            first = [p.Thereafter()] if len(rule.dates.days) == 1 else []  # "8 Jan, then every two weeks"
            return rule.without(p.Thereafter).having(meaning, *first)
    old = rule.terms.get(type(meaning))
    if old is None:
        return rule.having(meaning)
    both = joined((old,), meaning, rule.has_days)
    if both is None:
        return None
    return rule.having(*(one for one in both if one != p.OfPeriod(Period.MONTH)))


def with_terms(rule: Rule, day: Day) -> Rule:
    """A rule with all that a tree says of a day; what says it once more is a check."""
    for meaning in (*day.named, *day.bounds):
        rule = put(rule, meaning) or rule
    for meaning in day.checks:
        if isinstance(meaning, p.Dates | p.Stretch):
            rule = replace(rule, checks={**rule.checks, type(meaning): meaning})
        elif isinstance(meaning, p.Weekdays | p.Weeks) and type(meaning) not in rule.terms:
            rule = rule.having(meaning)
    return rule


class Binding(NamedTuple):
    """A bound, its characters, and how it stands.

    `listed` bounds go on with those before them; `alone` they have a clause of their own.
    """

    bound: Bound
    span: tuple[int, int]
    listed: bool
    alone: bool


def bind(draft: Draft, binding: Binding, places: Places, rules: Sequence[Rule]) -> list[Rule]:
    """The rules with the bounds that hold for them; one that a rule has otherwise is a fault."""
    bound, span = binding.bound, binding.span
    all_dated = all(rule.dates is not None for rule in rules)
    all_monthly = len(rules) == 1 or all(_monthly(rule) for rule in rules)
    if _of_months(bound) and places.last_of_times(bound.first - 1):
        draft.problems.append(problem("which-period", *span))  # "8pm, 9pm in June"
    found: list[Rule] = []
    for rule in rules:
        for meaning in bound.bounds:
            if not _says_it_itself(rule, meaning, binding, all_dated, all_monthly):
                rule = _bound(draft, rule, meaning, binding, places)
        before = span[0] < rule.start
        if before and rule.dates and Mark.WORDED in rule.marks and not rule.has_clock and _of_months(bound):
            draft.problems.append(problem("not-understood/two-events", *rule.span))  # "in May, … on 8/5"
        rule = _placed(rule, bound, before, places)
        if len(rules) == 1:
            start, end = min(rule.start, span[0]), max(rule.end, span[1])
            rule = replace(rule, place=Place(rule.clause, start, end))
        found.append(rule)
    return found


def _says_it_itself(
    rule: Rule, meaning: p.Meaning, binding: Binding, all_dated: bool, all_monthly: bool
) -> bool:
    """True for "hằng tháng" beside a month, not a period, of other days; and for a date: it has a month."""
    named = isinstance(meaning, p.Months) and all(first == last for first, last in meaning.runs)
    if named and _monthly(rule) and not (all_monthly or binding.alone):
        return True
    return isinstance(meaning, p.Months | p.DateRange) and rule.dates is not None and not all_dated


def _monthly(rule: Rule) -> bool:
    return rule.each is not None and rule.each.period is Period.MONTH


def _bound(draft: Draft, rule: Rule, meaning: p.Meaning, binding: Binding, places: Places) -> Rule:
    worded = places.row[binding.bound.first].worded
    if isinstance(meaning, p.Every) and rule.dates and worded:
        draft.problems.append(problem("not-understood/does-not-fit", *binding.span))
    if isinstance(meaning, p.Weeks) and (rule.nth or rule.dates or rule.month_days):
        draft.problems.append(problem("not-understood/does-not-fit", *binding.span))
    found = put(rule, meaning, binding.listed)
    if found is None:
        draft.problems.append(problem("not-understood/does-not-fit", *binding.span))
    return found or rule


def _placed(rule: Rule, bound: Bound, before: bool, places: Places) -> Rule:
    """The rule with the marks of where a bound stands: before its days, apart from them, as a heading."""
    kinds = set(map(type, bound.bounds))
    marks = set(rule.marks - {Mark.BOUND_APART})
    if before and kinds & {p.Months, p.DateRange, p.Year}:
        marks |= {Mark.LIMIT_FIRST, Mark.HEADING} if places.heads(bound.last) else {Mark.LIMIT_FIRST}
    if before and p.DateRange in kinds:
        marks.add(Mark.BOUND_FIRST)
    if not before and places.joint_before(bound.first) == ",":
        marks.add(Mark.BOUND_APART)
    return replace(rule, marks=frozenset(marks))


def _of_months(bound: Bound) -> bool:
    return any(isinstance(one, p.Months) for one in bound.bounds)
