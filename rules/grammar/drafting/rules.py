"""A tree with its scopes -> the rules that it writes down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from rules.grammar.drafting.bounds import Binding, bind, with_terms
from rules.grammar.drafting.clauses import relate
from rules.grammar.drafting.drafts import Draft, Lasting, Mark, Place, Rule, Slot
from rules.grammar.drafting.exceptions import take_out
from rules.grammar.drafting.facts import facts_of, skip
from rules.grammar.drafting.places import Places
from rules.grammar.drafting.replays import add_replays
from rules.grammar.drafting.times import give_times, slots_of
from rules.grammar.messages import problem
from rules.grammar.sentences.days import whole
from rules.grammar.sentences.scopes import Scoped
from rules.grammar.sentences.trees import Bound, Day, Group, Out
from rules.grammar.terms import parts as p

_MARKS: dict[p.Meaning, Mark] = {
    p.Instead(): Mark.INSTEAD, p.Instead(True): Mark.INSTEAD, p.Also(): Mark.ALSO,
    p.Timeless(): Mark.TIMELESS, p.Timeless(True): Mark.TIMELESS,
}  # fmt: skip


def draft_of(tree: Scoped, places: Places) -> Draft:
    """The rules of a tree, each with its times, bounds, exceptions and replays."""
    facts, problems = facts_of(places)
    draft = Draft(facts=facts, problems=problems)
    for period, held in tree.unsure:
        fault = problem("which-period", *places.span(period.first, period.last))
        if places.of_a_line(period):  # where a line ends there may be no clause at all: nothing to ask
            draft.problems.append(fault)
        else:
            draft.unsure[fault] = held
    by_group = [_rules(places, group) for group in tree.groups]
    _over_breaks(draft, tree, places)
    _months_of_the_last(draft, tree, places)
    give_times(draft, tree, places, by_group)
    _bounded(draft, tree, places, by_group)
    for out, held in tree.outs:
        if _of_the_last_line(places, tree, out.first):
            span = places.span(out.first, out.last)
            draft.problems.append(problem("not-understood/does-not-fit", *span))
        if any(_over_a_break(places, tree.groups[k], out) for k in held if k < len(tree.groups)):
            draft.problems.append(problem("not-understood/does-not-fit", *places.span(out.first, out.last)))
        of = _of_clause(by_group, places.clause(out.first), held if tree.groups else ())
        _change(by_group, of, partial(take_out, draft, out, places))
    for replays, held in tree.replays:
        _change(by_group, held, partial(add_replays, draft, replays, places))
    draft.rules = sorted((rule for rules in by_group for rule in rules), key=lambda rule: rule.start)
    draft.durations = list(_durations(draft.rules, places))
    draft.rules = draft.rules or [Rule(lead_channels=places.leading_in(0))]
    draft.rules = [_on_working_days(draft, rule) for rule in draft.rules]
    relate(draft, places)
    return draft


def _change(
    by_group: list[list[Rule]], held: Sequence[int], change: Callable[[list[Rule]], Sequence[Rule]]
) -> None:
    """Put what becomes of the rules of some groups in their place."""
    changed = iter(change([rule for k in held for rule in by_group[k]]))
    for k in held:
        by_group[k] = [next(changed) for _ in by_group[k]]


def _of_clause(by_group: Sequence[Sequence[Rule]], clause: int, held: Sequence[int]) -> Sequence[int]:
    """What days of a clause are taken out of: what they hold for, else its periods, else all."""
    if any(by_group[k][0].clause == clause for k in held if by_group[k]):
        return held
    every = [k for k, rules in enumerate(by_group) if rules]
    return [k for k in every if by_group[k][0].clause == clause] or held or every


def _bounded(draft: Draft, tree: Scoped, places: Places, by_group: list[list[Rule]]) -> None:
    """Bind the rules by what bounds them; a period that bounds none of them is a rule of its own."""
    last = -9
    for bound, held in tree.bounds:
        own = all(places.clause(one.first) != places.clause(bound.first) for one in tree.groups)
        span = places.span(bound.first, bound.last)
        if own and held and _with_a_count(draft, places, bound):
            draft.problems.append(problem("which-period", *span))
        lost = bool(held) and not any(by_group[k] for k in held)  # of times that other days have
        if lost and not draft.problems:
            draft.problems.append(problem("not-understood/does-not-fit", *span))
        binding = Binding(bound, span, places.goes_on(last, bound), own)
        _change(by_group, held, partial(bind, draft, binding, places))
        last = bound.last
    for period in tree.periods:
        by_group.append(_rules(places, Group(period.first, period.last, period.days, (), "")))


def _with_a_count(draft: Draft, places: Places, bound: Bound) -> bool:
    """ "Ngày 15 hằng tháng; tháng 12 hai số": what is due in the months, and no bound of the days before."""
    clause = places.clause(bound.first)
    counts = {start for _, start, _ in draft.facts.quotas}
    within = {
        part.start for part, at in zip(places.parts, places.owners.clauses, strict=True) if at == clause
    }
    return any(isinstance(one, p.Months) for one in bound.bounds) and not counts.isdisjoint(within)


def _of_the_last_line(places: Places, tree: Scoped, at: int) -> bool:
    """True where days are taken out on the last of several lines of times: of that time, or of all?"""
    clause = places.clause(at)
    return any(
        places.clause(group.times[-1].at) == clause != places.clause(group.times[0].at)
        for group in tree.groups
        if group.times
    )


def _over_a_break(places: Places, group: Group, out: Out) -> bool:
    """ "8h thứ Hai; thứ Sáu nghỉ tháng 8": days over a break share a time, and which of them are out?"""
    clauses = [places.clause(day.first) for day in group.days]
    return len(set(clauses)) > 1 and out.first == group.days[-1].last + 1


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


def _months_of_the_last(draft: Draft, tree: Scoped, places: Places) -> None:
    """ "First and third Tuesday, second Tuesday in December at 8pm": the weekday anew may be another rule."""
    for group in tree.groups:
        for before, day in pairwise(group.days) if group.times else ():
            within = any(isinstance(one, p.Months) for one in day.bounds) and not (before.leads or day.leads)
            again = _counted(before) and _counted(before) == _counted(day) and before.bounds == day.bounds
            if within and again and places.joint_before(day.first) == ",":
                draft.problems.append(problem("which-period", *places.span(before.first, before.last)))


def _counted(day: Day) -> tuple[int, ...]:
    """The weekdays that a day counts in the month."""
    nth = next((one.weekdays for one in day.named if isinstance(one, p.NthWeekdays)), ())
    weekly = next((one.days for one in day.named if isinstance(one, p.Weekdays)), ())
    return nth or (weekly if p.Weeks in day.kinds() else ())


def _rules(places: Places, group: Group) -> list[Rule]:
    slots = slots_of(places, group)
    return [_rule(places, group, day, slots) for day in group.days]


def _rule(places: Places, group: Group, day: Day, slots: Sequence[Slot]) -> Rule:
    leading = places.leading(day.first)
    last = group.last if day is group.days[-1] else day.last
    timed_first = group.order == "times" and day is group.days[0]
    start = places.start(group.first if timed_first else day.first)
    rule = Rule(
        marks=frozenset(_marks(places, group, day)),
        place=Place(places.clause(group.first), start, places.end(max(last, day.last))),
        slots=tuple(replace(slot, channels=slot.channels or leading) for slot in slots),
        lead_channels=leading,
        words=places.words(group.first if day is group.days[0] else day.first, last),
    )
    return with_terms(rule, day)


def _marks(places: Places, group: Group, day: Day) -> Iterator[Mark]:
    yield from (_MARKS[mark] for mark in group.marks if mark in _MARKS)
    said = {
        Mark.INSTEAD_BEHIND: p.Instead(True) in group.marks,
        Mark.DAYS_FIRST: group.order != "times",
        Mark.LIMIT_FIRST: day.leads,
        Mark.WEEK_FIRST: isinstance(next(iter(day.named), None), p.Weeks),
        Mark.HEADING: day.leads and places.heads(day.first),
        Mark.DUE: day.due,
        Mark.JOINED: places.joint_before(day.first) == "and",
        Mark.WORDED: places.row[day.first].worded,
        Mark.WHICH_WEEK: not whole(day) and any(map(places.range_apart, range(day.first, day.last + 1))),
        Mark.EVENT_TIME: group.order == "times" and places.touches_days(group.times[-1].at),
    }
    yield from (mark for mark, true in said.items() if true)


def _durations(rules: Sequence[Rule], places: Places) -> Iterator[Lasting]:
    """The durations, each with the time that it stands behind."""
    slots = {slot.span: slot for rule in rules for slot in rule.slots}
    last: Slot | None = None
    for at, part in enumerate(places.parts):
        clause = places.owners.clauses[at]
        if at and clause != places.owners.clauses[at - 1]:
            last = None
        own = (part.start, part.end) in slots
        last = slots.get((part.start, part.end), last)
        if isinstance(part.meaning, p.Duration):
            yield Lasting(part.meaning, last, clause, places.clock_ahead(at))
        elif isinstance(part.meaning, p.Clock) and part.meaning.minutes and not own:
            yield Lasting(p.Duration(part.meaning.minutes), None, clause, False)


def _on_working_days(draft: Draft, rule: Rule) -> Rule:
    """ "Ngày làm việc từ thứ Hai đến thứ Sáu": weekdays, and a holiday among them is left out."""
    if rule.workdays != p.Workdays(()) or rule.weekdays is None:
        return rule
    skip(draft, rule.span, holidays_only=True)
    return rule.without(p.Workdays)
