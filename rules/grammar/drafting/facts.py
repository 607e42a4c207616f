"""What a phrase says once, wherever it stands: counts, a shift, a convention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.grammar.drafting.drafts import Draft, Facts
from rules.grammar.drafting.places import Places
from rules.grammar.lexing.tokens import Problem
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.schedule import ShiftTo

# Where a weekend goes, seen together with holidays: the Monday behind it is off in its turn, or is not.
_TO_WORK = {ShiftTo.MONDAY: ShiftTo.NEXT, ShiftTo.FRIDAY: ShiftTo.PREVIOUS}


def facts_of(places: Places) -> tuple[Facts, list[Problem]]:
    """The facts of a phrase; two that differ are a problem."""
    owners = places.owners
    facts = Facts(heading_channels=tuple(owners.heading), loose_parts=tuple(owners.loose))
    problems: list[Problem] = []
    for at in owners.astray:
        part = places.parts[at]
        problems.append(problem("not-understood/does-not-fit", part.start, part.end))
    for at, part in enumerate(places.parts):
        match part.meaning:
            case p.Quota():
                facts = replace(facts, quotas=(*facts.quotas, (part.meaning, part.start, part.end)))
            case p.Stay():
                facts = replace(facts, stay=part.meaning)
            case p.Regular():
                facts = replace(facts, regular=True)
            case p.Target(quotas):
                facts = replace(facts, target=quotas)
            case p.Convention(weeks):
                facts = replace(facts, weeks=weeks)
            case p.DayOff() if not _excepted(places, at):
                problems.append(problem("not-understood/day-off", part.start, part.end))
            case p.Shift():
                problems.extend(_at_odds(places, at, part.meaning))
                both = part.meaning if facts.shift is None else _both(facts.shift, part.meaning)
                if both is None:
                    problems.append(problem("not-understood/does-not-fit", part.start, part.end))
                facts = replace(facts, shift=both or facts.shift)
    return facts, problems


def _excepted(places: Places, at: int) -> bool:
    """True where "except" stands before it in its clause."""
    clause = places.owners.clauses
    return any(isinstance(places.parts[k].meaning, p.Except) and clause[k] == clause[at] for k in range(at))


def _at_odds(places: Places, at: int, shift: p.Shift) -> Iterator[Problem]:
    """A time behind a shift would be of the shifted days alone; one of some of the days is not of all."""
    part = places.parts[at]
    own = at + 1
    while own < len(places.parts) and isinstance(places.parts[own].meaning, p.Joint):
        own += 1
    earlier = any(isinstance(one.meaning, p.Clock) for one in places.parts[:at])
    if own < len(places.parts) and isinstance(places.parts[own].meaning, p.Clock) and earlier:
        clock = places.parts[own]
        yield problem("not-understood/does-not-fit", clock.start, clock.end)
    meanings = [one.meaning for one in places.parts]
    nth = [one for one in meanings if isinstance(one, p.NthWeekdays)]
    days = {day for one in meanings if isinstance(one, p.MonthDays) for day in one.days}
    weekdays = {day for one in meanings if isinstance(one, p.Weekdays) for day in one.days}
    weekdays |= {day for one in nth for day in one.weekdays}
    ordinals = {place for one in nth for place in one.ordinals}
    said = ((shift.numbers, days), (shift.weekdays, weekdays), (shift.ordinals, ordinals))
    if any(some and set(some) != each for some, each in said):
        yield problem("not-understood/contradicts", part.start, part.end)


def _both(one: p.Shift, other: p.Shift) -> p.Shift | None:
    """Two conditions in a row as one, where all that they leave goes in one direction: to a working day."""
    if (one.to, one.holidays_only, one.weekends_only) == (other.to, other.holidays_only, other.weekends_only):
        return one
    to, other_to = (_TO_WORK.get(each.to, each.to) for each in (one, other))
    if to is not other_to or to not in (ShiftTo.NEXT, ShiftTo.PREVIOUS, ShiftTo.SKIP):
        return None
    # Of the same days alone, one of the two is another target for them.
    same = (one.holidays_only and other.holidays_only) or (one.weekends_only and other.weekends_only)
    return None if same else p.Shift(to)


def skip(draft: Draft, span: tuple[int, int], *, holidays_only: bool) -> None:
    """Days off among the days are left out; a shift that moves them says something else."""
    before = draft.facts.shift
    if before is not None and (before.to is not ShiftTo.SKIP or before.weekends_only):
        draft.problems.append(problem("not-understood/does-not-fit", *span))
        return
    only = holidays_only and (before is None or before.holidays_only)
    draft.facts = replace(draft.facts, shift=p.Shift(ShiftTo.SKIP, only))
