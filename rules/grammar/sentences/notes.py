"""Notes in brackets that are of one time alone: "6am, 8am (except June to August) and 5.30pm".

Behind one of several times, or on a line that is a time's own, a note holds for that time: the days of the
phrase stand before all of them, and are said once more for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.grammar.terms import parts as p

_NOTED = (p.Except, p.Months, p.DateRange, p.Weekdays, p.DayOff, p.Dates, p.Joint)
_AMONG = (p.Clock, p.Joint, p.Break, p.DayPart, p.Open, p.Close)


class Note(NamedTuple):
    """A time at a place, and what its brackets hold: the places of the first part and behind the last."""

    clock: int
    first: int
    last: int


def of_their_own(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """The parts with each time that has a note in a clause of its own, behind the other times."""
    begin = next((at for at, part in enumerate(parts) if isinstance(part.meaning, p.Clock)), 0)
    if not begin or not any(isinstance(part.meaning, p.Open) for part in parts[begin:]):
        return parts
    notes = [note for at in range(begin, len(parts)) if (note := _note(parts, at)) is not None]
    if not notes or not _only_times(parts, begin, notes):
        return parts
    head = [replace(part, words=()) for part in parts[:begin] if not isinstance(part.meaning, p.Break)]
    while head and isinstance(head[-1].meaning, p.Joint | p.DayPart):
        head.pop()
    out = {at for note in notes for at in range(note.clock, note.last + 1)}
    kept = [part for at, part in enumerate(parts) if at not in out]
    made: list[p.Part] = kept if any(isinstance(part.meaning, p.Clock) for part in kept) else []
    for note in notes:
        mark = replace(parts[note.first], words=())
        if made:
            made = [*made, replace(mark, meaning=p.Break()), replace(mark, meaning=p.Also())]
        made = [*made, *head, parts[note.clock], *parts[note.first : note.last]]
    return made


def _note(parts: Sequence[p.Part], at: int) -> Note | None:
    """What is said in brackets of the time at a place, where the time is one of several."""
    if not isinstance(parts[at].meaning, p.Clock):
        return None
    first = at + 1
    if first < len(parts) and parts[first].meaning in (p.Joint("-"), p.Joint(":")):
        first += 1  # "3pm - Evensong (September to April)"
    if first >= len(parts) or not isinstance(parts[first].meaning, p.Open):
        return None
    first, last = first + 1, first + 1
    while last < len(parts) and _is_noted(parts[last].meaning):
        last += 1
    closed = first < last < len(parts) and isinstance(parts[last].meaning, p.Close)
    if not closed or not (_goes_on(parts, last + 1) or _on_its_line(parts, at)):
        return None
    its_day = isinstance(parts[first].meaning, p.Weekdays | p.Dates)  # "8h (thứ Hai)"
    return None if its_day else Note(at, first, last)


def _is_noted(meaning: p.Meaning) -> bool:
    if isinstance(meaning, p.Either):
        return len(meaning.ways) == 1 and isinstance(meaning.ways[0].meanings[0], p.Except)
    return isinstance(meaning, _NOTED)


def _goes_on(parts: Sequence[p.Part], at: int) -> bool:
    """Another time stands behind the brackets, over a comma or "and"."""
    behind = [part.meaning for part in parts[at : at + 2]]
    return len(behind) > 1 and isinstance(behind[0], p.Joint) and isinstance(behind[1], p.Clock)


def _on_its_line(parts: Sequence[p.Part], at: int) -> bool:
    """The time begins a line, perhaps behind a bullet and a part of the day, among others that do."""
    first = at
    while first and isinstance(parts[first - 1].meaning, p.Joint | p.DayPart):
        first -= 1
    begins = bool(first) and parts[first - 1].meaning == p.Break("\n")
    return begins and sum(isinstance(part.meaning, p.Clock) for part in parts) > 1


def _only_times(parts: Sequence[p.Part], begin: int, notes: Sequence[Note]) -> bool:
    """Behind the first time nothing but times stands outside of the notes."""
    inside = {at for note in notes for at in range(note.first, note.last)}
    return all(isinstance(parts[at].meaning, _AMONG) for at in range(begin, len(parts)) if at not in inside)
