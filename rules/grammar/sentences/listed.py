"""Days listed over ";" or line breaks with one time: "5/3; 12/3; 19/3 lúc 8h"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rules.grammar.choices import Assembling, option
from rules.grammar.sentences.drafts import Draft, Rule
from rules.grammar.terms import parts as p

_SHORT = 4  # characters between two parts that hold no word of their own
_OF_DAYS = ("weekdays", "nth", "workdays", "weeks", "month_days", "dates", "day_range", "each", "every")


def find_list(draft: Draft, parts: Sequence[p.Part]) -> None:
    """Note a list whose one time stands behind its last day, or in front of its first.

    Days alone share the time. Where words stand between them, it may be the last day's own: that is asked. A
    time in front of another day is that day's ("thứ Hai; 8h thứ Tư"), behind one of the others it stays open.
    """
    rules = [rule for rule in draft.rules if not rule.empty]
    timed = [rule for rule in rules if rule.has_clock]
    several = len({rule.run for rule in rules}) > 1 and 0 < len(timed) < len(rules)
    if (
        draft.loose_parts
        or len({rule.is_due for rule in rules}) > 1  # a deadline's time is its own
        or not several
        or not all(map(_days_alone, rules))
        or any(rule.timeless for rule in rules)
    ):
        return
    alike = len({_kind(one) for one in rules}) == 1
    plain = alike and not _worded(parts, rules[0].start, rules[-1].start)
    leads = timed[0] is rules[0] and not timed[0].days_first
    if leads and timed == rules[:1]:
        draft.listed = "all" if plain else "first"
    elif leads and plain:
        draft.listed = "unclear"
    elif not all(rule.days_first for rule in timed):
        return
    elif timed == rules[-1:]:
        draft.listed = "all" if plain else "last"
    elif plain:
        draft.listed = "unclear"


def timed_alike(a: Assembling, rules: Sequence[Rule]) -> list[Rule]:
    """The rules of such a list, each with the time; or as they are."""
    listed = a.draft.listed
    if listed == "unclear":
        a.fault("which-time", next(rule.span for rule in rules if not rule.has_clock))
    if listed in (None, "unclear"):
        return list(rules)
    alone = "time-of-list/first" if listed == "first" else "time-of-list/last"
    if listed != "all" and not a.pick([option(True, "time-of-list/all"), option(False, alone)]):
        return list(rules)
    giver = next(rule for rule in rules if rule.has_clock)
    return [
        rule
        if rule.has_clock
        else replace(rule, slots=giver.slots, days_first=giver.days_first, replays=giver.replays)
        for rule in rules
    ]


def _days_alone(rule: Rule) -> bool:
    """Days that a time can be given to."""
    weeks = rule.weeks is not None and rule.weekdays is None
    return rule.has_days and not (rule.instead or weeks or (rule.replays and not rule.has_clock))


def _kind(rule: Rule) -> tuple[str, ...]:
    """Which kinds of days it names; "hằng tháng" behind the last of them says nothing of the kind."""
    kinds = [name for name in _OF_DAYS if getattr(rule, name) is not None]
    return tuple(kinds[:1] if kinds[1:] == ["each"] else kinds)


def _worded(parts: Sequence[p.Part], start: int, end: int) -> bool:
    """True where text that no production reads stands between parts of the list."""
    row = [part for part in parts if start <= part.start and part.end <= max(end, start)]
    row += [part for part in parts if part.start >= end][:2]
    return any(two.start - one.end > _SHORT for one, two in pairwise(row))
