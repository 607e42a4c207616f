"""Rules with times of their own, of which one has some of the other's days: it adds, or it replaces.

"Thursdays 7 pm; on the first Thursday at 6 pm": whether the first Thursday has both times is asked, once for
all such rules of a phrase. "Also" settles it, and so do "riêng", "hằng tuần" in a clause of its own, and
channels or titles that differ.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rules import schedule as s
from rules.days import find_days
from rules.grammar.choices import Assembling, option
from rules.grammar.drafting.drafts import Mark, Rule
from rules.grammar.drafting.titles import two_programmes
from rules.grammar.terms import parts as p
from rules.overlaps import may_compete, may_fall_within
from rules.schedule import NO_LIMITS, Period, WeekConvention

_SAID = frozenset({Mark.INSTEAD, Mark.TIMELESS})
# Where no plan's year is known: years of all shapes.
_ALL_SHAPES = range(2000, 2028)


def begun(a: Assembling, rules: Sequence[Rule]) -> list[Rule]:
    """The rules; of one that begins later ("from 1 September at 10:00") it is asked whether another one ends.

    That is out, then, from the beginning on.
    """
    kept = list(rules)
    for rule in rules:
        between = rule.between
        begins = Mark.BOUND_FIRST in rule.marks and between is not None and between.last is None
        said = rule.marks & {Mark.INSTEAD, Mark.ALSO}
        if not begins or said or not (rule.has_days and rule.has_clock) or between is None:
            continue
        for at, other in enumerate(kept):
            if not _may_end(other, rule):
                continue
            if a.pick([option(True, "adds-or-replaces/replaces"), option(False, "adds-or-replaces/adds")]):
                out = Rule().having(p.DateRange(between.first, None))
                kept[at] = replace(other, exceptions=(*other.exceptions, out))
    return kept


def _may_end(other: Rule, rule: Rule) -> bool:
    """True for a rule of another clause before, with days and a time, and no bounds of its own."""
    before = other.clause != rule.clause and other.start <= rule.start
    bounded = other.exceptions or other.between or other.months or other.dates
    return before and other.has_days and other.has_clock and not bounded


def settled(a: Assembling, owners: Sequence[Rule], recurrences: Sequence[s.Recurrence]) -> list[s.Recurrence]:
    """The recurrences, in the reading that replaces without the days that another one has."""
    pairs = [] if a.problems else list(_pairs(a, owners, recurrences))
    if not pairs:
        return list(recurrences)
    if any(recurrences[special].on.limits.exceptions for _, special in pairs):
        a.fault("not-understood/does-not-fit", owners[pairs[0][1]].span)
    if not a.pick([option(True, "adds-or-replaces/replaces"), option(False, "adds-or-replaces/adds")]):
        return list(recurrences)
    kept = list(recurrences)
    for general, special in pairs:
        kept[general] = _without(kept[general], recurrences[special].on)
    return kept


def _pairs(
    a: Assembling, owners: Sequence[Rule], recurrences: Sequence[s.Recurrence]
) -> Iterator[tuple[int, int]]:
    """(general, special) for each two that compete for days that both have."""
    by_days: dict[s.DaySet, list[int]] = {}
    for at, recurrence in enumerate(recurrences):
        by_days.setdefault(recurrence.on, []).append(at)
    for one, other in itertools.combinations(by_days, 2):
        if not may_compete(one, other):
            continue
        general, special = (other, one) if may_fall_within(one, other) else (one, other)
        two = [
            (g, k)
            for g in by_days[general]
            for k in by_days[special]
            if not _told_apart(owners[min(g, k)], owners[max(g, k)])
            and not _apart(recurrences[g], recurrences[k])
        ]
        if two and _meet(general, special, a.around.year, a.around.weeks):
            yield from two


def _told_apart(before: Rule, rule: Rule) -> bool:
    """True where the words say that both hold, or where one is taken out of the other already."""
    begins = rule.between is not None and rule.between.last is None and before.between is None
    said = Mark.ALSO in rule.marks or not (rule.marks | before.marks).isdisjoint(_SAID)
    if said or begins or two_programmes(before, rule):
        return True
    weekly = rule.every is not None or (rule.each is not None and rule.each.period is Period.WEEK)
    return weekly and rule.clause != before.clause  # "; Chủ nhật hằng tuần 19h"


def _apart(one: s.Recurrence, other: s.Recurrence) -> bool:
    """True where none has a time, both have the same, or each has channels of its own."""
    if not (one.timed or other.timed):
        return True
    return _same_times(one, other) or _own_channels(one, other)


def _same_times(one: s.Recurrence, other: s.Recurrence) -> bool:
    times, others = ({(slot.at, slot.channel) for slot in rec.slots} for rec in (one, other))
    return times == others


def _own_channels(one: s.Recurrence, other: s.Recurrence) -> bool:
    channels, others = ({slot.channel for slot in rec.slots} for rec in (one, other))
    return None not in channels | others and not channels & others


def _meet(one: s.DaySet, other: s.DaySet, plan: int | None, weeks: WeekConvention) -> bool:
    years = _ALL_SHAPES if plan is None else (plan,)
    for year in years:
        found, others = (
            find_days(on, date(year, 1, 1), date(year, 12, 31), weeks, year) for on in (one, other)
        )
        if not set(found).isdisjoint(others):
            return True
    return False


def _without(recurrence: s.Recurrence, out: s.DaySet) -> s.Recurrence:
    limits = recurrence.on.limits
    bare = out if isinstance(out.days, s.Dates) else replace(out, limits=replace(out.limits, exceptions=()))
    exceptions = (*limits.exceptions, bare if bare.limits != NO_LIMITS else s.DaySet(bare.days))
    return replace(recurrence, on=replace(recurrence.on, limits=replace(limits, exceptions=exceptions)))
