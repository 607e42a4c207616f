"""The recurrence rule that a list of days follows, found from the days themselves."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import gcd

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LEAST = 3  # days that a part of a rule must explain; below that, dates say it shorter
_HOLDS = 4  # one exception in so many days; with more of them the rule says little, and dates say it plainly
_MOST_PARTS = 6

Part = tuple[int, int]  # (ordinal, weekday), or (day of the month, 0); negative counts from the end


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule and the days it gives from the first to the last day that it was found in.

    `rule` is RFC 5545 text that ends with COUNT, so that it needs no instant in UTC to end at.
    """

    rule: str
    days: tuple[date, ...]

    def misfit(self, days: Sequence[date]) -> int:
        """How many days must be excepted or added to make the rule give exactly `days`."""
        return len(set(self.days) ^ set(days))


def find_pattern(days: Sequence[date]) -> Pattern | None:
    """The rule that `days` (sorted, each once) follow, or None where it would not hold for most of them.

    A rule always gives the first day, as DTSTART must be one of its own (RFC 5545, 3.8.5.3).
    """
    if len(days) < _LEAST:
        return None
    weekly = _weekly(days)
    if ";INTERVAL=" not in weekly.rule and weekly.days == tuple(days):
        return weekly  # no rule of months says every week shorter
    found = [weekly, _monthly(days, _ordinal_parts, "BYDAY"), _monthly(days, _day_parts, "BYMONTHDAY")]
    fitting = [pattern for pattern in found if pattern is not None and pattern.days[:1] == (days[0],)]
    best = min(fitting, key=lambda pattern: (pattern.misfit(days), len(pattern.rule)), default=None)
    return best if best is not None and best.misfit(days) * _HOLDS <= len(days) else None


def _weekly(days: Sequence[date]) -> Pattern:
    first, last = days[0], days[-1]
    monday = first - timedelta(days=first.weekday())
    interval = gcd(*((day - monday).days // 7 for day in days)) or 1
    weekdays = sorted({day.weekday() for day in days})
    given = [
        day
        for week in range(0, (last - monday).days // 7 + 1, interval)
        for day in (monday + timedelta(days=7 * week + weekday) for weekday in weekdays)
        if first <= day <= last
    ]
    if len(weekdays) == 7 and interval == 1:
        return _pattern("FREQ=DAILY", given)
    names = ",".join(_WEEKDAYS[weekday] for weekday in weekdays)
    return _pattern(f"FREQ=WEEKLY{_every(interval)};WKST=MO;BYDAY={names}", given)


def _monthly(days: Sequence[date], parts_of: Callable[[date], list[Part]], name: str) -> Pattern | None:
    """The parts that explain most of the days, in every so many months; parts with few days are left."""
    parts = _covering(days, parts_of)
    if not parts:
        return None
    first, last = days[0], days[-1]
    begin, end = _month(first), _month(last)
    interval = gcd(*(_month(day) - begin for day in days)) or 1
    given = sorted(
        {
            day
            for month in range(begin, end + 1, interval)
            for day in _days_of(month, parts, name)
            if first <= day <= last
        }
    )
    texts = [f"{ordinal}{_WEEKDAYS[weekday] if name == 'BYDAY' else ''}" for ordinal, weekday in parts]
    return _pattern(f"FREQ=MONTHLY{_every(interval)};{name}={','.join(texts)}", given)


def _covering(days: Sequence[date], parts_of: Callable[[date], list[Part]]) -> list[Part]:
    left, parts = list(days), list[Part]()
    while left and len(parts) < _MOST_PARTS:
        counts = Counter(part for day in left for part in parts_of(day))
        part, count = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
        if count < _LEAST:
            break
        parts.append(part)
        left = [day for day in left if part not in parts_of(day)]
    return sorted(parts, key=lambda part: (part[0] < 0, part))


def _ordinal_parts(day: date) -> list[Part]:
    ordinal = (day.day - 1) // 7 + 1
    last = (day + timedelta(days=7)).month != day.month
    return [(ordinal, day.weekday()), (-1, day.weekday())] if last else [(ordinal, day.weekday())]


def _day_parts(day: date) -> list[Part]:
    return [(day.day, 0), (day.day - monthrange(day.year, day.month)[1] - 1, 0)]


def _days_of(month: int, parts: Sequence[Part], name: str) -> list[date]:
    year, month = divmod(month, 12)
    start, length = date(year, month + 1, 1), monthrange(year, month + 1)[1]
    days = []
    for ordinal, weekday in parts:
        if name == "BYMONTHDAY":
            number = ordinal if ordinal > 0 else length + ordinal + 1
        else:
            number = (weekday - start.weekday()) % 7 + 1
            number += 7 * (ordinal - 1) if ordinal > 0 else 7 * ((length - number) // 7)
        if 1 <= number <= length:
            days.append(start.replace(day=number))
    return days


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _every(interval: int) -> str:
    return f";INTERVAL={interval}" if interval > 1 else ""


def _pattern(rule: str, given: Sequence[date]) -> Pattern:
    return Pattern(f"{rule};COUNT={len(given)}", tuple(given))
