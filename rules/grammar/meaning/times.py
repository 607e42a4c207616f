"""The time of a slot or replay from what is written of it."""

from __future__ import annotations

from datetime import time

from rules.grammar.choices import Assembling, option
from rules.grammar.terms.table import PLACED


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
