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
                problems.extend(_other_shift(places, at, part.meaning, facts.shift))
                facts = replace(facts, shift=part.meaning)
    return facts, problems


def _excepted(places: Places, at: int) -> bool:
    """True where "except" stands before it in its clause."""
    clause = places.owners.clauses
    return any(isinstance(places.parts[k].meaning, p.Except) and clause[k] == clause[at] for k in range(at))


def _other_shift(places: Places, at: int, shift: p.Shift, before: p.Shift | None) -> Iterator[Problem]:
    """A phrase has one shift; a time directly behind it would be of the shifted days alone."""
    part = places.parts[at]
    if before not in (None, shift):
        yield problem("not-understood/does-not-fit", part.start, part.end)
    own = at + 1
    while own < len(places.parts) and isinstance(places.parts[own].meaning, p.Joint):
        own += 1
    earlier = any(isinstance(one.meaning, p.Clock) for one in places.parts[:at])
    if own < len(places.parts) and isinstance(places.parts[own].meaning, p.Clock) and earlier:
        clock = places.parts[own]
        yield problem("not-understood/does-not-fit", clock.start, clock.end)
    numbers = {
        day for one in places.parts if isinstance(one.meaning, p.MonthDays) for day in one.meaning.days
    }
    if not numbers >= set(shift.numbers):
        yield problem("not-understood/contradicts", part.start, part.end)


def skip(draft: Draft, span: tuple[int, int], *, holidays_only: bool) -> None:
    """Days off among the days are left out; a shift that moves them says something else."""
    before = draft.facts.shift
    if before is not None and (before.to is not ShiftTo.SKIP or before.weekends_only):
        draft.problems.append(problem("not-understood/does-not-fit", *span))
        return
    only = holidays_only and (before is None or before.holidays_only)
    draft.facts = replace(draft.facts, shift=p.Shift(ShiftTo.SKIP, only))
