"""The times of day of a rule, and what its positions choose."""

from __future__ import annotations

from datetime import datetime, time
from math import gcd

from rules.recurrence.bounds import MOST_TIMES
from rules.recurrence.text import WITHIN_A_DAY, Rule

UNIT_SECONDS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}


def listed_times(rule: Rule, start: datetime) -> list[time] | None:
    """The times of day that the lists of the rule allow, in order; None where they are too many."""
    hourly, by_minute = rule.frequency in WITHIN_A_DAY, rule.frequency in WITHIN_A_DAY[1:]
    hours = rule.hours or (tuple(range(24)) if hourly else (start.hour,))
    minutes = rule.minutes or (tuple(range(60)) if by_minute else (start.minute,))
    seconds = rule.seconds or (tuple(range(60)) if rule.frequency == "SECONDLY" else (start.second,))
    if len(hours) * len(minutes) * len(seconds) > MOST_TIMES:
        return None
    return [time(hour, minute, second) for hour in hours for minute in minutes for second in seconds]


def reachable_times(rule: Rule, start: datetime) -> set[time] | None:
    """Those that a rule of so many hours, minutes or seconds can meet on some day; None: too many."""
    listed = listed_times(rule, start)
    if listed is None or rule.frequency not in WITHIN_A_DAY:
        return None if listed is None else set(listed)
    unit = UNIT_SECONDS[rule.frequency]
    step = gcd(rule.interval * unit, 86_400)
    origin = _in_day(start.time()) // unit * unit
    return {at for at in listed if (_in_day(at) // unit * unit - origin) % step == 0}


def chosen(moments: list[datetime], positions: tuple[int, ...]) -> list[datetime]:
    """Of the ordered starts of one interval those at the positions (BYSETPOS)."""
    count = len(moments)
    places = {position - 1 if position > 0 else count + position for position in positions}
    return [moments[place] for place in sorted(places) if 0 <= place < count]


def _in_day(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
