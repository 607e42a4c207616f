"""The time of a slot or replay from what is written of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from typing import NamedTuple

from rules.grammar.choices import Assembling, option
from rules.grammar.terms import parts as p
from rules.grammar.terms.table import PLACED

_NOON, _HALF_A_DAY = 12, 720  # hours, minutes


class Written(NamedTuple):
    """A time of a list, and the part of the day that is its own."""

    clock: p.Clock | None
    part: str | None


def time_of(a: Assembling, at: time, sure: bool, part: str | None, span: tuple[int, int]) -> time:
    """The time on the 24-hour clock: moved by a part of the day, or asked for where am or pm is wanting."""
    if part is None:
        return at if sure else _morning_or_evening(a, at)
    hour = PLACED[a.around.lang](at.hour, part, sure)
    if hour is None:
        a.fault("contradicting-time", span)
        return at
    return time(hour, at.minute)


def _morning_or_evening(a: Assembling, at: time) -> time:
    later = time((at.hour + 12) % 24, at.minute)
    return a.pick([option(at, "am-or-pm/morning", at=at), option(later, "am-or-pm/evening", at=later)])


def of_one_part(a: Assembling, times: Sequence[Written]) -> frozenset[int]:
    """The places of times that a part of the day beside them may be of: "8h, 9h tối", "chiều 2h, 3h".

    So where half a day later keeps the order of the list; the 8h of "8h, 2h chiều" is in the morning.
    """
    if len(times) < 2:
        return frozenset()
    minutes = [_minutes_of(a, one) for one in times]
    from_behind = _reached(times[::-1], minutes[::-1], -1)
    return frozenset(_reached(times, minutes, 1)) | {len(times) - 1 - at for at in from_behind}


def _reached(times: Sequence[Written], minutes: Sequence[int | None], order: int) -> Iterator[int]:
    """Such places behind a time with its part, each half a day later still in order."""
    last: int | None = None
    for at, (one, begins) in enumerate(zip(times, minutes, strict=True)):
        if one.clock is None or begins is None:
            last = None
        elif one.part is not None or not one.clock.by_24_hours:
            last = begins if one.clock.sure and begins >= _HALF_A_DAY else None
        elif last is not None and 1 <= one.clock.at.hour < _NOON:
            later = begins + _HALF_A_DAY
            last = later if (later - last) * order > 0 else None
            if last is not None:
                yield at
        else:
            last = None


def _minutes_of(a: Assembling, one: Written) -> int | None:
    """When a time begins on its day, in minutes."""
    if one.clock is None:
        return None
    hour: int | None = one.clock.at.hour
    if one.part is not None:
        hour = PLACED[a.around.lang](one.clock.at.hour, one.part, one.clock.sure)
    return None if hour is None else 60 * hour + one.clock.at.minute
