"""The recurrence rule that a list of days follows, found from the days themselves."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from math import gcd

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LEAST = 3  # days that a part of a rule must explain; below that, dates say it shorter
_HOLDS = 4  # one exception in so many days; with more of them the rule says little, and dates say it plainly
_MOST_PARTS = 6

# (ordinal, weekday), (day of the month, 0), or (first of seven days, weekday); negative counts from the end.
Part = tuple[int, int]
DaysOf = Callable[[int, Part], list[date]]  # those of a month


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
    if len(days) < LEAST:
        return None
    weekly = _weekly(days)
    if ";INTERVAL=" not in weekly.rule and weekly.days == tuple(days):
        return weekly  # no rule of months says every week shorter
    found, in_months = [weekly], list[Pattern]()
    for parts, text, days_of in _families(days):
        if parts:
            found.append(_every_so_often(days, parts, text, days_of))
            in_months.append(_in_the_same_months(days, parts, text, days_of))
    best = _best(found, days)
    if best is not None and best.misfit(days) * _HOLDS <= len(days):
        return best
    # That months are left out says something only where it explains all.
    exact = _best(in_months, days)
    return exact if exact is not None and not exact.misfit(days) else None


def _best(found: Sequence[Pattern], days: Sequence[date]) -> Pattern | None:
    fitting = [pattern for pattern in found if pattern.days[:1] == (days[0],)]
    return min(fitting, key=lambda pattern: (pattern.misfit(days), len(pattern.rule)), default=None)


def _families(days: Sequence[date]) -> Iterator[tuple[list[Part], str, DaysOf]]:
    """The kinds of monthly rules that may fit: their parts, how these are written, the days of a month."""
    ordinals, numbers = _covering(days, _ordinal_parts), _covering(days, _day_parts)
    yield ordinals, "BYDAY=" + ",".join(f"{n}{_WEEKDAYS[weekday]}" for n, weekday in ordinals), _by_ordinal
    yield numbers, "BYMONTHDAY=" + ",".join(str(n) for n, _ in numbers), _by_number
    for first, weekday in _covering(days, _week_parts)[:1]:
        week = ",".join(str(number) for number in range(first, first + 7))
        yield [(first, weekday)], f"BYDAY={_WEEKDAYS[weekday]};BYMONTHDAY={week}", _in_week


def _weekly(days: Sequence[date]) -> Pattern:
    first, last = days[0], days[-1]
    monday = first - timedelta(days=first.weekday())
    interval = gcd(*((day - monday).days // 7 for day in days)) or 1
    weekdays = sorted({day.weekday() for day in days})
    given = _unless_too_many(
        days,
        (
            day
            for week in range(0, (last - monday).days // 7 + 1, interval)
            for day in (monday + timedelta(days=7 * week + weekday) for weekday in weekdays)
            if first <= day <= last
        ),
    )
    if len(weekdays) == 7 and interval == 1:
        return _pattern("FREQ=DAILY", given)
    names = ",".join(_WEEKDAYS[weekday] for weekday in weekdays)
    return _pattern(f"FREQ=WEEKLY{_every(interval)};WKST=MO;BYDAY={names}", given)


def _every_so_often(days: Sequence[date], parts: Sequence[Part], text: str, days_of: DaysOf) -> Pattern:
    """The rule in every so many months."""
    begin, end = _month(days[0]), _month(days[-1])
    interval = gcd(*(_month(day) - begin for day in days)) or 1
    months = range(begin, end + 1, interval)
    return _in_months(days, months, f"{_every(interval)};{text}", parts, days_of)


def _in_the_same_months(days: Sequence[date], parts: Sequence[Part], text: str, days_of: DaysOf) -> Pattern:
    """The rule in those months of the year that the days lie in."""
    names = sorted({day.month for day in days})
    months = [month for month in range(_month(days[0]), _month(days[-1]) + 1) if month % 12 + 1 in names]
    return _in_months(days, months, f";BYMONTH={','.join(map(str, names))};{text}", parts, days_of)


def _in_months(
    days: Sequence[date], months: Iterable[int], text: str, parts: Sequence[Part], days_of: DaysOf
) -> Pattern:
    inside = (
        day
        for month in months
        for day in sorted({day for part in parts for day in days_of(month, part)})
        if days[0] <= day <= days[-1]
    )
    return _pattern(f"FREQ=MONTHLY{text}", _unless_too_many(days, inside))


def _unless_too_many(days: Sequence[date], given: Iterator[date]) -> list[date]:
    """What a rule gives; nothing where that is so much more than `days` that it could not hold for them.

    A few days far apart would else cost as many as lie between them.
    """
    most = len(days) + len(days) // _HOLDS
    found = list(islice(given, most + 1))
    return [] if len(found) > most else found


def _covering(days: Sequence[date], parts_of: Callable[[date], list[Part]]) -> list[Part]:
    left, parts = list(days), list[Part]()
    while left and len(parts) < _MOST_PARTS:
        counts = Counter(part for day in left for part in parts_of(day))
        part, count = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
        if count < LEAST:
            break
        parts.append(part)
        left = [day for day in left if part not in parts_of(day)]
    return sorted(parts, key=lambda part: (part[0] < 0, part))


def _ordinal_parts(day: date) -> list[Part]:
    ordinal = (day.day - 1) // 7 + 1
    last = (day + timedelta(days=7)).month != day.month
    return [(ordinal, day.weekday()), (-1, day.weekday())] if last else [(ordinal, day.weekday())]


def _day_parts(day: date) -> list[Part]:
    return [(day.day, 0), (day.day - _length(_month(day)) - 1, 0)]


def _week_parts(day: date) -> list[Part]:
    """Seven days of the month that the day is in, by the first of them: "the day after the third Wednesday"
    is the Thursday of the 16th to the 22nd. All seven are in every month, from its beginning or its end.
    """
    number, left = day.day, day.day - _length(_month(day)) - 1
    firsts = [*range(max(number - 6, 1), min(number, 22) + 1), *range(max(left - 6, -28), min(left, -7) + 1)]
    return [(first, day.weekday()) for first in firsts]


def _by_ordinal(month: int, part: Part) -> list[date]:
    (ordinal, weekday), start, length = part, _start(month), _length(month)
    number = (weekday - start.weekday()) % 7 + 1
    number += 7 * (ordinal - 1) if ordinal > 0 else 7 * ((length - number) // 7)
    return [start.replace(day=number)] if number <= length else []


def _by_number(month: int, part: Part) -> list[date]:
    length = _length(month)
    number = part[0] if part[0] > 0 else length + part[0] + 1
    return [_start(month).replace(day=number)] if 1 <= number <= length else []


def _in_week(month: int, part: Part) -> list[date]:
    first, weekday = part
    begins = _start(month).replace(day=first if first > 0 else _length(month) + first + 1)
    return [begins + timedelta(days=(weekday - begins.weekday()) % 7)]


def _start(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _length(month: int) -> int:
    return monthrange(month // 12, month % 12 + 1)[1]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _every(interval: int) -> str:
    return f";INTERVAL={interval}" if interval > 1 else ""


def _pattern(rule: str, given: Sequence[date]) -> Pattern:
    return Pattern(f"{rule};COUNT={len(given)}", tuple(given))
