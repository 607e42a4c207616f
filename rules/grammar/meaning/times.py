"""The time of a slot or replay from what is written of it."""

from __future__ import annotations

from datetime import time

from rules.grammar.meaning.choices import Assembling, option
from rules.grammar.terms.shared.clock import hour_in

# An English time that has am or pm, or is on the 24-hour clock, must lie in the part of the day beside it.
HOURS = {
    "morning": range(12),
    "afternoon": range(12, 19),
    "evening": range(16, 24),
    "night": (*range(18, 24), *range(6)),
}


def time_of(a: Assembling, at: time, sure: bool, part: str | None, span: tuple[int, int]) -> time:
    """The time on the 24-hour clock: moved by a part of the day, or asked for where am or pm is wanting."""
    if part is None:
        return at if sure else _morning_or_evening(a, at)
    hour = hour_in(at.hour, part)
    if sure and a.around.lang == "en":
        hour = at.hour if at.hour in HOURS.get(part, range(24)) else None
    if hour is None:
        a.fault("contradicting-time", span)
        return at
    return time(hour, at.minute)


def _morning_or_evening(a: Assembling, at: time) -> time:
    later = time((at.hour + 12) % 24, at.minute)
    return a.pick([option(at, "am-or-pm/morning", at=at), option(later, "am-or-pm/evening", at=later)])
