"""A tree with its scopes -> the rules that it writes down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.drafting.bounds import bind, put, put_check, stands_alone
from rules.grammar.drafting.clauses import relate
from rules.grammar.drafting.drafts import Draft, Lasting, Rule, Slot
from rules.grammar.drafting.exceptions import take_out
from rules.grammar.drafting.facts import facts, working
from rules.grammar.drafting.places import Places
from rules.grammar.drafting.replays import add_replays
from rules.grammar.messages import problem
from rules.grammar.sentences.scopes import Scoped
from rules.grammar.sentences.trees import Bound, Day, Group, Time
from rules.grammar.terms import parts as p
from rules.schedule import DaysLater

_INSTEAD = frozenset({p.Instead(), p.Instead(True)})
_TIMELESS = frozenset({p.Timeless(), p.Timeless(True)})
_SAME_DAY = p.When(DaysLater(0))


def draft_of(tree: Scoped, places: Places) -> Draft:
    """The rules of a tree, each with its times, bounds, exceptions and replays."""
    draft = Draft()
    facts(draft, places)
    by_group: list[list[Rule]] = []
    for group in tree.groups:
        by_group.append(_rules(places, group) if group.days else [])
    _over_breaks(draft, tree, places)
    _give_times(draft, tree, places, by_group)
    last = -9
    for bound, held in tree.bounds:
        rules = [rule for k in held for rule in by_group[k]]
        if stands_alone(draft, bound, rules, tree, places):
            by_group.append(_periods(draft, places, [bound]))
        else:
            own = all(places.clause(one.first) != places.clause(bound.first) for one in tree.groups)
            bind(draft, bound, rules, places, listed=places.goes_on(last, bound), alone=own)
        last = bound.last
    if not tree.groups:
        by_group = [_periods(draft, places, [bound for bound, _ in tree.bounds])]
    draft.rules = sorted((rule for rules in by_group for rule in rules), key=lambda rule: rule.start)
    for out, held in tree.outs:
        rules = [rule for k in held for rule in by_group[k]]
        beside = [rule for rule in draft.rules if rule.run == places.clause(out.first)]
        if _of_the_last_line(places, tree, out.first):
            span = places.span(out.first, out.last)
            draft.problems.append(problem("not-understood/does-not-fit", *span))
        take_out(draft, out, rules if tree.groups else beside or draft.rules, places)
    for replays, held in tree.replays:
        add_replays(draft, replays, [rule for k in held for rule in by_group[k]], places)
    _lasting(draft, places)
    draft.rules = draft.rules or [Rule(lead_channels=places.owners.leading.get(0, []))]
    for rule in draft.rules:
        if rule.workdays == p.Workdays(()) and rule.weekdays is not None:
            rule.workdays = None
            working(draft, *rule.span)
    relate(draft, places)
    return draft


def _of_the_last_line(places: Places, tree: Scoped, at: int) -> bool:
    """True where days are taken out on the last of several lines of times: of that time, or of all?"""
    clause = places.clause(at)
    return any(
        places.clause(group.times[-1].at) == clause != places.clause(group.times[0].at)
        for group in tree.groups
        if group.times
    )


def _over_breaks(draft: Draft, tree: Scoped, places: Places) -> None:
    """Days over a break that share a time, beside others that do not: it may be the last one's alone."""
    timed = [group for group in tree.groups if group.times]
    for group in timed if len(tree.groups) > 1 else ():
        joints = [places.row[day.first - 1] for day in group.days[1:]]
        if any(joint.breaks for joint in joints):
            first = group.days[0]
            worded = any(places.row[day.first].worded for day in group.days[1:])
            key = "not-understood/does-not-fit" if worded else "which-time"
            draft.problems.append(problem(key, *places.span(first.first, first.last)))


def _rules(places: Places, group: Group) -> list[Rule]:
    slots = [_slot(places, time) for time in group.times]
    return [_rule(places, group, day, slots) for day in group.days]


def _rule(places: Places, group: Group, day: Day, slots: list[Slot]) -> Rule:
    leading = places.leading(day.first)
    last = group.last if day is group.days[-1] else day.last
    rule = Rule(
        run=places.clause(group.first),
        start=places.start(day.first if group.order != "times" else group.first),
        end=places.end(max(last, day.last)),
        days_first=group.order != "times",
        limit_first=day.leads,
        heading=day.leads and places.heads(day.first),
        instead=bool(group.marks & _INSTEAD),
        instead_behind=p.Instead(True) in group.marks,
        adds=p.Also() in group.marks,
        timeless=bool(group.marks & _TIMELESS),
        due=day.due,
        joined=places.joint_before(day.first) == "and",
        led=places.led(group.first),
        worded=places.row[day.first].worded,
        event_time=group.order == "times" and places.touches_days(group.times[-1].at),
        slots=[replace(slot, channels=slot.channels or list(leading)) for slot in slots],
        lead_channels=list(leading),
        words=places.words(group.first if day is group.days[0] else day.first, last),
    )
    for meaning in (*day.named, *day.bounds):
        put(rule, meaning)
    for check in day.checks:
        put_check(rule, check)
    return rule


def _slot(places: Places, time: Time) -> Slot:
    at = places.part(time.at)
    owners = places.owners
    return Slot(
        time.clock, list(owners.channels.get(at, ())), part=owners.parts.get(at), due=time.due,
        span=places.span(time.at, time.at),
    )  # fmt: skip


def _give_times(draft: Draft, tree: Scoped, places: Places, by_group: list[list[Rule]]) -> None:
    """Times without days of their own: those of the days before them, or a rule of those days."""
    for k, group in enumerate(tree.groups):
        if group.days:
            continue
        slots = [_slot(places, time) for time in group.times]
        clause = places.clause(group.first)
        before = [rule for rules in by_group[:k] for rule in rules]
        own = [rule for rule in before if rule.run == clause] or before
        bounded = any(held == (k,) and _of_months(bound) for bound, held in tree.bounds)
        out = any(one.last < group.first for one, _ in tree.outs)
        if own and _SAME_DAY in group.marks:
            own[-1].slots = [*own[-1].slots, *slots]
        elif own and out and not any(rule.has_clock for rule in own):
            for rule in own:
                rule.slots = slots
        elif own and bounded and not out:
            by_group[k] = [_again(rule, slots, places, group) for rule in own[-1:]]
        elif tree.outs and not any(one.days for one in tree.groups):
            pause = tree.outs[0][0]  # "No meeting on the first Monday at 19:00" tells no other meeting
            draft.problems.append(problem("not-understood/pause", *places.span(pause.first, pause.last)))
        elif not any(one.days for one in tree.groups):
            start, end = places.span(group.first, group.last)
            by_group[k] = [
                Rule(
                    run=clause, start=start, end=end, slots=slots, words=places.words(group.first, group.last)
                )
            ]
        else:
            draft.problems.append(problem("no-day", *places.span(group.first, group.last)))


def _of_months(bound: Bound) -> bool:
    return any(isinstance(one, p.Months | p.DateRange) for one in bound.bounds)


def _again(rule: Rule, slots: list[Slot], places: Places, group: Group) -> Rule:
    """A rule of the same days with times and bounds of its own."""
    start, end = places.span(group.first, group.last)
    return replace(
        rule, slots=slots, months=None, between=None, start=start, end=end, exceptions=[], replays=[]
    )


def _periods(draft: Draft, places: Places, bounds: Sequence[Bound]) -> list[Rule]:
    """Without days each bound is a period of its own; those of one clause that fit together are one."""
    rules: list[Rule] = []
    for bound in bounds:
        clause = places.clause(bound.first)
        start, end = places.span(bound.first, bound.last)
        last = rules[-1] if rules and rules[-1].run == clause else None
        tried = None if last is None else replace(last, end=end)
        if tried is not None and all(put(tried, meaning, listed=True) for meaning in bound.bounds):
            rules[-1] = tried
        else:
            tried = Rule(run=clause, start=start, end=end, lead_channels=list(places.leading(bound.first)))
            tried.words = places.words(bound.first, bound.last)
            if not all(put(tried, meaning) for meaning in bound.bounds):
                draft.problems.append(problem("not-understood/does-not-fit", start, end))
            rules.append(tried)
        named = any(isinstance(meaning, p.DateRange) for meaning in bound.bounds)
        rules[-1].which_week = rules[-1].which_week or (named and places.apart(bound))
    return rules


def _lasting(draft: Draft, places: Places) -> None:
    """The durations, each with the time that it stands behind."""
    slots = {slot.span: slot for rule in draft.rules for slot in rule.slots}
    last: Slot | None = None
    for at, part in enumerate(places.parts):
        clause = places.owners.clauses[at]
        if at and clause != places.owners.clauses[at - 1]:
            last = None
        last = slots.get((part.start, part.end), last)
        if isinstance(part.meaning, p.Duration):
            draft.durations.append(Lasting(part.meaning, last, clause, places.clock_ahead(at)))
        elif (
            isinstance(part.meaning, p.Clock) and part.meaning.minutes and (part.start, part.end) not in slots
        ):
            draft.durations.append(Lasting(p.Duration(part.meaning.minutes), None, clause, False))
