"""Words with several meanings: every way to take them is drafted and assembled to a schedule of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.grammar.choices import Option, Surroundings, option
from rules.grammar.drafting.drafts import Draft
from rules.grammar.drafting.forest import drafts
from rules.grammar.lexing.tokens import Problem
from rules.grammar.meaning.assembly import Assembled, Reading, assemble
from rules.grammar.terms import parts as p

_LONGEST_MONTH = 31
_MOST_WAYS = 16
# A phrase of more parts than this is many rules in one cell: a few ways show what is asked.
_LONG = 120
_MOST_WAYS_OF_LONG = 4
# A tree that fails in these is none. Any other fault is a question that the words leave open, or a check
# that fails: no other tree may win by not asking it.
_NO_TREE = frozenset({"not-understood", "no-day", "no-dates"})

Chosen = tuple[Option[object], ...]


def assemble_each(parts: Sequence[p.Part], around: Surroundings) -> Assembled:
    """The readings of every way to take the words, and of every tree of each.

    Where only one of several meanings fits the rest of the phrase, it is not taken in silence: the phrase
    is refused with what is wrong with the others.
    """
    made = [(_of_trees(taken, around), chosen) for taken, chosen in ways_of(parts)]
    readings: list[Reading] = []
    for found, chosen in made:
        for reading in [] if found.problems else found.readings:
            if all(reading.schedule != other.schedule for other in readings):
                readings.append(Reading(reading.schedule, (*chosen, *reading.chosen)))
    faults = next((found.problems for found, _ in made if found.problems), [])
    if faults and len(readings) < 2:
        return Assembled([], faults, [])
    return Assembled(readings, [], made[0][0].warnings, made[0][0].labels)


def _of_trees(parts: Sequence[p.Part], around: Surroundings) -> Assembled:
    """The readings of every tree; a tree in which a check fails lets no other win."""
    made = drafts(parts)
    labels = made[0].labels
    found = [Assembled([], one.problems, []) if one.problems else assemble(one, around) for one in made]
    alive = [one for one in found if not one.problems]
    if not alive:
        return max(found, key=lambda one: one.problems[0].start)  # as far as any of them gets
    fault = _without_rival([draft for draft, one in zip(made, found, strict=True) if not one.problems])
    if fault is not None:
        return Assembled([], [fault], [])
    failed = [one for one in found if any(fault.code not in _NO_TREE for fault in one.problems)]
    if failed:
        return failed[0]
    readings: list[Reading] = []
    for one in alive:
        for reading in one.readings:
            if all(reading.schedule != other.schedule for other in readings):
                readings.append(reading)
    if len(alive) > 1 and len(readings) > 1:
        readings = [
            Reading(schedule, (*chosen, option(None, "attachment", n=n)))
            for n, (schedule, chosen) in enumerate(readings, 1)
        ]
    return Assembled(readings, [], alive[0].warnings, labels)


def _without_rival(alive: Sequence[Draft]) -> Problem | None:
    """A place that no word settles and that all trees take in one way: what they say else may be wrong."""
    for fault, held in alive[0].unsure.items():
        if all(fault in one.unsure and one.unsure[fault] == held for one in alive):
            return fault
    return None


def ways_of(parts: Sequence[p.Part]) -> Iterator[tuple[list[p.Part], Chosen]]:
    """The parts with each way to take words that have several meanings, and what was chosen."""
    parts = _settled(parts)
    doubtful = [part.meaning.ways for part in parts if isinstance(part.meaning, p.Either)]
    most = _MOST_WAYS if len(parts) <= _LONG else _MOST_WAYS_OF_LONG
    for taken in itertools.islice(itertools.product(*doubtful), most):
        ways = iter(taken)
        row: list[p.Part] = []
        for part in parts:
            if isinstance(part.meaning, p.Either):
                first, *more = next(ways).meanings
                row += [replace(part, meaning=first), *(replace(part, meaning=one, words=()) for one in more)]
            else:
                row.append(part)
        yield row, tuple(option(way, way.key, **dict(way.facts)) for way in taken if way.key)


def _settled(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """Without "cuối tuần" where its days stand in parentheses behind it: "cuối tuần (thứ Bảy, Chủ nhật)"."""
    said = [
        at
        for at, part in enumerate(parts[:-3])
        if isinstance(part.meaning, p.Either)
        and isinstance(parts[at + 1].meaning, p.Open)
        and isinstance(parts[at + 3].meaning, p.Close)
        and _days(parts[at + 2].meaning) <= _of_all_ways(part.meaning)
        and _days(parts[at + 2].meaning)
    ]
    return [part for at, part in enumerate(parts) if at not in said] if said else parts


def _of_all_ways(either: p.Either) -> set[tuple[str, int]]:
    if not all(way.key.startswith("vague-day/") for way in either.ways):
        return set()
    return {day for way in either.ways for meaning in way.meanings for day in _days(meaning)}


def _days(meaning: p.Meaning) -> set[tuple[str, int]]:
    """The weekdays, or the days of the month, that a part names; the last ones as of the longest month."""
    match meaning:
        case p.Weekdays(days):
            return {("weekday", day) for day in days}
        case p.MonthDays(days):
            return {("day", day if day > 0 else day + _LONGEST_MONTH + 1) for day in days}
        case p.DayRange(first, last):
            ends = [day if day > 0 else day + _LONGEST_MONTH + 1 for day in (first, last)]
            return {("day", day) for day in range(ends[0], ends[1] + 1)}
    return set()


def in_either_order(day_first: Assembled, month_first: Assembled) -> Assembled:
    """Dates such as 5/6 both ways: the way that is possible and agrees with its weekday, or both ways."""
    if month_first.problems or day_first.problems:
        return day_first if month_first.problems else month_first
    contradicted = [all(map(_contradicted, made.readings)) for made in (day_first, month_first)]
    if contradicted[0] is not contradicted[1]:
        return month_first if contradicted[0] else day_first
    orders = ((day_first, "day-or-month-first/day"), (month_first, "day-or-month-first/month"))
    readings = [
        Reading(schedule, (*chosen, option(None, key)))
        for made, key in orders
        for schedule, chosen in made.readings
    ]
    return Assembled(readings, [], day_first.warnings)


def _contradicted(reading: Reading) -> bool:
    return any(chosen.code == "weekday-contradicts-date" for chosen in reading.chosen)
