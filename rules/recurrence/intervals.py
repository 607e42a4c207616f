"""What dateutil gives from the interval that a range begins in, until the range is over.

dateutil is right on most rules, slow from a start that lies far back, and without end where a rule names
nothing. So the rule is handed over from the last interval that may reach into the range, with everything
written out that it would take from its start, and it is stopped where the range ends. Done here, since
dateutil errs: BYDAY=3MO,WE; BYSETPOS in the first week of a weekly rule; BYWEEKNO at the ends of a year.
Of a rule of hours or less dateutil gives the days, for it walks from hour to hour where days are few.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import Any

from dateutil import rrule as engine

from rules.recurrence.bounds import MOST_DAYS, MOST_WORK, too_long, too_many_starts
from rules.recurrence.text import WITHIN_A_DAY, Rule
from rules.recurrence.times import UNIT_SECONDS, chosen, listed_times
from rules.recurrence.week_numbers import by_week_number

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def endless(rule: Rule, origin: datetime, lower: datetime, end: datetime) -> Iterator[datetime]:
    """The starts from the last interval that begins before `lower`, without regard to COUNT and UNTIL."""
    base = base_of(rule, origin, lower)
    _check_cost(rule, base, end)
    if rule.week_numbers:
        yield from by_week_number(rule, origin, base.year - 1, end.year + 1)
    elif rule.frequency in WITHIN_A_DAY:
        yield from _within_days(rule, origin, base, end)
    else:
        yield from _walk(rule, origin, base, end)


def _walk(rule: Rule, origin: datetime, base: datetime, end: datetime) -> Iterator[datetime]:
    found = _Bounded(**_arguments(rule, origin, base))
    yearly = rule.frequency == "YEARLY"
    turns = (end.year - base.year) // (rule.interval if yearly else 1) + 2
    found.turns = (turns if yearly else turns * 12) + 1
    try:
        yield from found
    except _AtTheEnd:
        return


class _AtTheEnd(Exception):  # noqa: N818 - no error: the range is over
    pass


class _Bounded(engine.rrule):
    """A rule of dateutil that stops after so many years (a yearly rule) or months.

    dateutil asks for `_byeaster` (never set here) once for each year or month that it turns to, and looks at
    UNTIL only where it has found a start: a rule that names nothing would run to the year 9999.
    """

    turns = sys.maxsize

    @property
    def _byeaster(self) -> None:
        self.turns -= 1
        if self.turns < 0:
            raise _AtTheEnd

    @_byeaster.setter
    def _byeaster(self, value: None) -> None:
        pass


def base_of(rule: Rule, origin: datetime, lower: datetime) -> datetime:
    """The beginning of the last interval not after `lower` that is a whole number of them from `origin`'s."""
    step = rule.interval
    if rule.frequency == "YEARLY":
        return datetime(origin.year + (lower.year - origin.year) // step * step, 1, 1)
    if rule.frequency == "MONTHLY":
        month = origin.year * 12 + origin.month - 1
        month += (lower.year * 12 + lower.month - 1 - month) // step * step
        return datetime(month // 12, month % 12 + 1, 1)
    if rule.frequency == "WEEKLY":
        # No week begins before the first day of the calendar.
        back = min((origin.weekday() - rule.week_start) % 7, origin.toordinal() - 1)
        begin = _midnight(origin) - back * _DAY
        return begin + (lower - begin).days // (7 * step) * 7 * step * _DAY
    if rule.frequency == "DAILY":
        begin = _midnight(origin)
        return begin + (lower - begin).days // step * step * _DAY
    unit = UNIT_SECONDS[rule.frequency] * step
    begin = origin.replace(second=0) if rule.frequency != "SECONDLY" else origin
    begin = begin.replace(minute=0) if rule.frequency == "HOURLY" else begin
    return begin + timedelta(seconds=max(0, int((lower - begin).total_seconds()) // unit) * unit)


def _arguments(rule: Rule, origin: datetime, base: datetime) -> dict[str, Any]:
    """Everything written out, so that nothing is taken from the base but the interval."""
    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    if not (rule.weekdays or rule.month_days or rule.year_days):
        if rule.frequency == "YEARLY":
            months, month_days = months or (origin.month,), (origin.day,)
        elif rule.frequency == "MONTHLY":
            month_days = (origin.day,)
        elif rule.frequency == "WEEKLY":
            weekdays = ((0, origin.weekday()),)
    return {
        "freq": engine.FREQNAMES.index(rule.frequency),
        "dtstart": base,
        "interval": rule.interval,
        "wkst": rule.week_start,
        "bymonth": months or None,
        "byyearday": rule.year_days or None,
        "bymonthday": month_days or None,
        "byweekday": [
            engine.weekday(day, ordinal or None) for ordinal, day in _numbered(rule, months, weekdays)
        ]
        or None,
        "byhour": rule.hours or (origin.hour,),
        "byminute": rule.minutes or (origin.minute,),
        "bysecond": rule.seconds or (origin.second,),
        "bysetpos": rule.positions or None,
    }


def _numbered(
    rule: Rule, months: tuple[int, ...], weekdays: tuple[tuple[int, int], ...]
) -> list[tuple[int, int]]:
    """Weekdays all with a number or all without: dateutil wants both kinds at once to hold."""
    if len({ordinal != 0 for ordinal, _ in weekdays}) < 2:
        return list(weekdays)
    most = 5 if rule.frequency == "MONTHLY" or months else 53
    every = {(number, day) for ordinal, day in weekdays if not ordinal for number in range(1, most + 1)}
    return sorted(every | {day for day in weekdays if day[0]})


def _check_cost(rule: Rule, base: datetime, end: datetime) -> None:
    days = (end - base).days + 1
    if rule.frequency == "YEARLY":
        steps = (days // 365 // rule.interval + 1) * 366
    elif rule.frequency == "MONTHLY":
        steps = (days // 30 // rule.interval + 1) * 31
    elif rule.frequency == "WEEKLY":
        steps = (days // 7 // rule.interval + 1) * 7
    elif rule.frequency == "DAILY":
        steps = days // rule.interval
    else:
        steps = days
    if steps > MOST_DAYS:
        raise too_long(base.date(), end.date())


# --- less than a day --------------------------------------------------------------------


def _within_days(rule: Rule, origin: datetime, base: datetime, end: datetime) -> Iterator[datetime]:
    """A rule of hours, minutes or seconds: in each day of dateutil's, every so many units from `origin`."""
    unit = UNIT_SECONDS[rule.frequency]
    zero, step = _floor(origin, unit), unit * rule.interval
    size = _size(rule)
    if rule.positions and min(map(abs, rule.positions)) > size:
        return
    times = listed_times(rule, origin)
    by_times = times is not None and len(times) <= 86_400 // step
    days = Rule("DAILY", months=rule.months, month_days=rule.month_days, year_days=rule.year_days)
    days = replace(days, weekdays=rule.weekdays)
    work = 0
    for midnight in _walk(days, _midnight(origin), _midnight(base), end):
        if times is not None and by_times:
            listed = (datetime.combine(midnight, at) for at in times)
            moments = (m for m in listed if (_floor(m, unit) - zero) // _SECOND % step == 0)
            work += len(times)
        else:
            opens = max(midnight, base)
            first = -((opens - zero) // _SECOND) % step + (opens - midnight) // _SECOND
            last = min(86_400, (end - midnight) // _SECOND + 1)
            begins = (midnight + second * _SECOND for second in range(first, last, step))
            moments = (moment for begin in begins for moment in _of_unit(rule, origin, begin))
        for moment in _positioned(rule, moments, unit):
            work += 1
            yield moment
        if work > MOST_WORK:
            raise too_many_starts()


def _positioned(rule: Rule, moments: Iterable[datetime], unit: int) -> Iterable[datetime]:
    if not rule.positions:
        return moments
    units = (list(group) for _, group in groupby(moments, lambda moment: _floor(moment, unit)))
    return (moment for group in units for moment in chosen(group, rule.positions))


def _size(rule: Rule) -> int:
    """How many starts one hour, minute or second can have."""
    if rule.frequency == "SECONDLY":
        return 1
    minutes = len(rule.minutes) if rule.frequency == "HOURLY" else 0
    return max(1, minutes) * max(1, len(rule.seconds))


def _of_unit(rule: Rule, origin: datetime, begin: datetime) -> list[datetime]:
    """The moments of one hour, minute or second that the lists of the rule let through."""
    hourly, secondly = rule.frequency == "HOURLY", rule.frequency == "SECONDLY"
    if rule.hours and begin.hour not in rule.hours:
        return []
    if not hourly and rule.minutes and begin.minute not in rule.minutes:
        return []
    if secondly:
        return [begin] if not rule.seconds or begin.second in rule.seconds else []
    minutes = (rule.minutes or (origin.minute,)) if hourly else (begin.minute,)
    return [
        begin.replace(minute=minute, second=second)
        for minute in minutes
        for second in rule.seconds or (origin.second,)
    ]


def _floor(moment: datetime, unit: int) -> datetime:
    """The beginning of the hour, minute or second that the moment lies in."""
    if unit == 1:
        return moment
    return moment.replace(second=0) if unit == 60 else moment.replace(minute=0, second=0)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())
