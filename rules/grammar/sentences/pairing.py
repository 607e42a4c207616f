"""Weekdays with a time before them and another behind: "7h30 thứ Hai đến thứ Bảy, Chủ nhật 8h".

The list of weekdays was read as one; each time is that of a part of it. Where the words leave open which
part, it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import WeekdayName
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind

_SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SLASH})
_DAYS = (p.Weekdays, p.NthWeekdays, p.Workdays, p.MonthDays, p.Dates, p.Weeks, p.Each)
_BEFORE_TIMES = (p.Joint(","), p.Joint("and"), p.Joint("-"))


def listed(found: Sequence[int | tuple[int, int]], taken: Sequence[Token]) -> tuple[p.Listed, ...]:
    """The entries of a list of weekdays as they are written, each with the mark before it."""
    marks: list[str] = []
    for k, token in enumerate(taken):
        if token.kind not in _SEPARATORS:
            continue
        mark = "," if token.kind is Kind.COMMA else "and"
        if k and taken[k - 1].kind in _SEPARATORS and marks:
            marks[-1] = mark  # "thứ Hai, và thứ Tư"
        else:
            marks.append(mark)
    if len(marks) != len(found) - 1:
        return ()
    entries = (
        (one,) if isinstance(one, int) else tuple((one[0] + k) % 7 for k in range((one[1] - one[0]) % 7 + 1))
        for one in found
    )
    return tuple(p.Listed(days, mark) for days, mark in zip(entries, ["", *marks], strict=True))


def paired(parts: Sequence[p.Part]) -> list[p.Part]:
    """The parts, with each such list of weekdays parted, or as a question."""
    made: list[p.Part] = []
    for at, part in enumerate(parts):
        meaning = part.meaning
        if isinstance(meaning, p.Weekdays) and len(meaning.listed) > 1 and _between_times(parts, at):
            made += _parted(meaning, part)
        else:
            made.append(part)
    return made


def _between_times(parts: Sequence[p.Part], at: int) -> bool:
    """A time stands directly before and behind, and no days before the first time are its own."""
    behind = at + 1 < len(parts) and isinstance(parts[at + 1].meaning, p.Clock)
    before = at - 1
    if not behind or before < 0 or not isinstance(parts[before].meaning, p.Clock):
        return False
    while before >= 0 and (
        isinstance(parts[before].meaning, p.Clock) or parts[before].meaning in _BEFORE_TIMES
    ):
        before -= 1
    if before < 0 or not isinstance(parts[before].meaning, _DAYS):
        return True
    parted = parts[before + 1].meaning in _BEFORE_TIMES
    return parted and before > 0 and isinstance(parts[before - 1].meaning, p.Clock)


def _parted(meaning: p.Weekdays, part: p.Part) -> list[p.Part]:
    entries = meaning.listed
    ways = [_at(meaning, k) for k in range(1, len(entries))]
    commas = [k for k, entry in enumerate(entries) if entry.mark == ","]
    if len(commas) == 1:
        first = commas[0]
        alone = len(entries) == 2 or len(entries[0].days) > 1 or first > 1
        if alone:
            return [p.Part(one, part.start, part.end) for one in _at(meaning, first)]
    options = [
        p.Way(way, "pairing/from", (("weekday", WeekdayName(entries[k].days[0])),))
        for k, way in enumerate(ways, 1)
    ]
    whole = replace(meaning, listed=())
    return [p.Part(p.Either((*options, p.Way((whole,), "pairing/all"))), part.start, part.end)]


def _at(meaning: p.Weekdays, place: int) -> tuple[p.Meaning, ...]:
    halves = (meaning.listed[:place], meaning.listed[place:])
    first, last = (
        p.Weekdays(tuple(sorted({day for entry in half for day in entry.days})), meaning.every)
        for half in halves
    )
    return first, p.Joint(","), last
