"""The slots of a rule: each time with its channels and duration, and the replays that hang on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from rules import schedule as s
from rules.grammar.choices import Assembling
from rules.grammar.drafting.drafts import Mark, Rule, Slot
from rules.grammar.meaning.replays import replays_of, whose_halves
from rules.grammar.meaning.times import Written, of_one_part, time_of
from rules.grammar.terms.parts import Duration


def slots_of(a: Assembling, rule: Rule, days: s.Days) -> tuple[s.Slot, ...]:
    """A slot for each time and channel of a rule."""
    slots: list[s.Slot] = []
    first_of_last = 0
    written: dict[time | None, time] = {}
    unsure = of_one_part(a, [Written(slot.clock, slot.part) for slot in rule.slots])
    for place, draft in enumerate(rule.slots or (Slot(channels=rule.lead_channels),)):
        first_of_last = len(slots)
        clock = draft.clock
        sure = clock is not None and clock.sure and place not in unsure
        at = None if clock is None else time_of(a, clock.at, sure, draft.part, draft.span)
        if clock is not None and sure and written.setdefault(at, clock.at) != clock.at:
            a.fault("not-understood/twice", draft.span, text=f"{clock.at:%H:%M}")  # "tối: 6h15 và 18h15"
        length, due = _length(a, rule, draft), Mark.DUE in rule.marks or draft.due
        for channel in a.channels(draft.channels):
            slots.append(
                s.Slot(at, channel, length.minutes, length.minutes_max, due=due, end_written=length.by_clock)
                if length is not None
                else s.Slot(at, channel, due=due)
            )
    # A replay hangs on the last slot, as a programme is replayed once it is out.
    for again in whose_halves(a, rule.replays):
        for replay in replays_of(a, again, slots[first_of_last], days):
            k = _followed(slots, replay, first_of_last)
            slots[k] = replace(slots[k], replays=(*slots[k].replays, replay))
    return tuple(slots)


def _followed(slots: list[s.Slot], replay: s.Replay, last: int) -> int:
    """A replay of the same day hangs on the latest slot before it."""
    if replay.day != s.DaysLater(0) or replay.at is None:
        return last
    before = [k for k, slot in enumerate(slots) if slot.at is not None and slot.at < replay.at]
    return max(before, key=lambda k: (slots[k].at or time(), -k)) if before else last


def _length(a: Assembling, rule: Rule, draft: Slot) -> Duration | None:
    """How long it lasts, to an end that is written or for a duration: that is its slot's.

    One that stands behind the last slot of its clause, or in a clause of its own, is every slot's.
    """
    if draft.clock is not None and draft.clock.minutes is not None:
        return Duration(draft.clock.minutes, by_clock=True)
    durations = a.draft.durations
    found = [d for d in durations if d.slot is draft]
    if not found:
        clause = [d for d in durations if d.clause == rule.clause]
        if len(clause) == 1 and (clause[0].slot is None or not clause[0].clock_follows):
            found = clause
    if not found and len(durations) == 1:
        timed = {r.clause for r in a.draft.rules if r.slots or r.has_days}
        found = [d for d in durations if d.clause not in timed]
    return found[-1].duration if found else None
