"""A part of the day that is out on some days ("trừ sáng Chủ nhật"): its times have a rule of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.choices import Assembling
from rules.grammar.drafting.drafts import Rule, Slot
from rules.grammar.terms.shared.hours import hour_in


def by_part_of_day(a: Assembling, rules: Sequence[Rule]) -> list[Rule]:
    """The rules; times that are out on some days ("trừ sáng Chủ nhật") have a rule of their own."""
    found: list[Rule] = []
    for rule in rules:
        parted = [one for one in rule.exceptions if one.part is not None]
        if not parted:
            found.append(rule)
            continue
        within = tuple(slot for slot in rule.slots if lies_in(slot, parted[0].part or ""))
        if not within or len({one.part for one in parted}) > 1 or rule.replays:
            a.fault("not-understood/does-not-fit", parted[0].span)
        others = tuple(slot for slot in rule.slots if slot not in within)
        kept = tuple(one for one in rule.exceptions if one.part is None)
        groups = [replace(rule, slots=within), replace(rule, slots=others, exceptions=kept)]
        groups = groups[:1] if not others else groups
        found += groups if within[:1] == rule.slots[:1] else groups[::-1]
    return found


def lies_in(slot: Slot, part: str) -> bool:
    """True for a time that is in a part of the day to its end."""
    if slot.clock is None or not slot.clock.sure:
        return False
    begin = 60 * slot.clock.at.hour + slot.clock.at.minute
    last = begin + max((slot.clock.minutes or 0) - 1, 0)
    return all(hour_in(minute // 60, part) == minute // 60 for minute in (begin, last))
