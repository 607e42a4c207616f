"""Times of a tree -> slots; times without days of their own, and whose days they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.drafting.drafts import Draft, Place, Rule, Slot
from rules.grammar.drafting.places import Places
from rules.grammar.messages import problem
from rules.grammar.sentences.scopes import Scoped
from rules.grammar.sentences.trees import Bound, Group, Time
from rules.grammar.terms import parts as p
from rules.schedule import DaysLater

_SAME_DAY = p.When(DaysLater(0))


def slots_of(places: Places, group: Group) -> tuple[Slot, ...]:
    """The slots of a group's times."""
    return tuple(_slot(places, time) for time in group.times)


def _slot(places: Places, time: Time) -> Slot:
    at, owners = places.part(time.at), places.owners
    channels, span = tuple(owners.channels.get(at, ())), places.span(time.at, time.at)
    return Slot(time.clock, channels, owners.parts.get(at), time.due, span)


def give_times(draft: Draft, tree: Scoped, places: Places, by_group: list[list[Rule]]) -> None:
    """Times without days of their own: those of the days before them, or a rule of those days."""
    for k, group in enumerate(tree.groups):
        if group.days or _shared(tree, places, by_group, k):
            continue
        if any(one.days for one in tree.groups):
            draft.problems.append(problem("no-day", *places.span(group.first, group.last)))
        elif tree.outs:
            pause = tree.outs[0][0]  # "No meeting on the first Monday at 19:00" tells no other meeting
            draft.problems.append(problem("not-understood/pause", *places.span(pause.first, pause.last)))
        else:
            place = Place(places.clause(group.first), *places.span(group.first, group.last))
            words = places.words(group.first, group.last)
            by_group[k] = [Rule(place=place, slots=slots_of(places, group), words=words)]


def _shared(tree: Scoped, places: Places, by_group: list[list[Rule]], k: int) -> bool:
    """True where the rules before, or a rule of the last one's days with bounds of its own, get the times."""
    group = tree.groups[k]
    own = _before(by_group[:k], places.clause(group.first))
    if not own:
        return False
    leading = places.leading(group.first)
    slots = tuple(replace(slot, channels=slot.channels or leading) for slot in slots_of(places, group))
    bounded = any(held == (k,) and _of_months(bound) for bound, held in tree.bounds)
    out = any(one.last < group.first for one, _ in tree.outs)
    g, at = own[-1]
    last = by_group[g][at]
    if _SAME_DAY in group.marks:
        by_group[g][at] = replace(last, slots=(*last.slots, *slots))
    elif out and not any(by_group[g][at].has_clock for g, at in own):
        for g, at in own:
            by_group[g][at] = replace(by_group[g][at], slots=slots)
    elif bounded and not out:
        by_group[k] = [_again(last, slots, places, group)]
    else:
        return False
    return True


def _before(by_group: Sequence[Sequence[Rule]], clause: int) -> list[tuple[int, int]]:
    """The places of the rules before, of those in the same clause where there are any."""
    before = [(k, at) for k, rules in enumerate(by_group) for at in range(len(rules))]
    return [(k, at) for k, at in before if by_group[k][at].clause == clause] or before


def _of_months(bound: Bound) -> bool:
    return any(isinstance(one, p.Months | p.DateRange) for one in bound.bounds)


def _again(rule: Rule, slots: tuple[Slot, ...], places: Places, group: Group) -> Rule:
    """A rule of the same days with times and bounds of its own."""
    place = Place(rule.clause, *places.span(group.first, group.last))
    return replace(rule.without(p.Months, p.DateRange), slots=slots, place=place, exceptions=(), replays=())
