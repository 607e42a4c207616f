"""What a phrase says once, wherever it stands: counts, a shift, a convention."""

from __future__ import annotations

from rules.grammar.drafting.drafts import Draft
from rules.grammar.drafting.places import Places
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.schedule import ShiftTo


def facts(draft: Draft, places: Places) -> None:
    """Put them to the draft; two that differ are a problem."""
    draft.heading_channels = places.owners.heading
    draft.loose_parts = places.owners.loose
    for at, part in enumerate(places.parts):
        match part.meaning:
            case p.Quota():
                draft.quotas.append((part.meaning, part.start, part.end))
            case p.Stay():
                draft.stay = part.meaning
            case p.Regular():
                draft.regular = True
            case p.Target(quotas):
                draft.target = quotas
            case p.Convention(weeks):
                draft.weeks = weeks
            case p.DayOff() if not _excepted(places, at):
                draft.problems.append(problem("not-understood/day-off", part.start, part.end))
            case p.Shift():
                _shift(draft, places, at, part.meaning)


def _excepted(places: Places, at: int) -> bool:
    """True where "except" stands before it in its clause."""
    clause = places.owners.clauses
    return any(isinstance(places.parts[k].meaning, p.Except) and clause[k] == clause[at] for k in range(at))


def _shift(draft: Draft, places: Places, at: int, shift: p.Shift) -> None:
    """A phrase has one shift; a time directly behind it would be of the shifted days alone."""
    part = places.parts[at]
    if draft.shift not in (None, shift):
        draft.problems.append(problem("not-understood/does-not-fit", part.start, part.end))
    draft.shift = shift
    own = at + 1
    while own < len(places.parts) and isinstance(places.parts[own].meaning, p.Joint):
        own += 1
    earlier = any(isinstance(one.meaning, p.Clock) for one in places.parts[:at])
    if own < len(places.parts) and isinstance(places.parts[own].meaning, p.Clock) and earlier:
        clock = places.parts[own]
        draft.problems.append(problem("not-understood/does-not-fit", clock.start, clock.end))
    numbers = {
        day for one in places.parts if isinstance(one.meaning, p.MonthDays) for day in one.meaning.days
    }
    if not numbers >= set(shift.numbers):
        draft.problems.append(problem("not-understood/contradicts", part.start, part.end))


def working(draft: Draft, start: int, end: int) -> None:
    """Weekdays that are said to be working days: a holiday among them is left out."""
    if draft.shift is not None and (draft.shift.to is not ShiftTo.SKIP or draft.shift.weekends_only):
        draft.problems.append(problem("not-understood/does-not-fit", start, end))
        return
    draft.shift = draft.shift or p.Shift(ShiftTo.SKIP, True)
