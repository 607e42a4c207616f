"""The starts that a recurrence text names in a range of days."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from rules.recurrence.bounds import MOST_STARTS, MOST_TIMES, YEARS_AHEAD, TooMuch, too_long, too_many_starts
from rules.recurrence.canonical import read_canonical
from rules.recurrence.intervals import base_of, endless
from rules.recurrence.text import Moment, Recurring, Rule
from rules.recurrence.times import chosen, reachable_times

_FEW = 1_000  # starts that are counted out, to see their times of day
_MOST_PIECES = 16  # each `YEARS_AHEAD` long: more than the 400 years after which the calendar repeats
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_LAST_TIME = time(23, 59, 59)


def starts(text: Recurring, first: date, last: date) -> list[datetime]:
    """The starts from day `first` to day `last`; days without a time are at midnight.

    Raises `TooMuch`.
    """
    begin, end = datetime.combine(first, time()), datetime.combine(last, _LAST_TIME)
    named = set(_ruled(text, begin, end))
    if text.rule is None and text.start is not None:
        named.add(_moment(text.start))
    named.update(map(_moment, text.added))
    named.difference_update(map(_moment, text.taken))
    return sorted(moment for moment in named if begin <= moment <= end)


def first_start(text: Recurring, around: date) -> datetime | None:
    """The rule's first start from its DTSTART, else from day `around`; None if `YEARS_AHEAD` have none."""
    if text.rule is None:
        return _moment(text.start) if text.start is not None else None
    begin = _moment(text.start) if text.start is not None else datetime.combine(around, time())
    end = _capped(begin.year + YEARS_AHEAD * max(1, _years(text.rule)))
    return next(_ruled(text, begin, end), None)


def times_of_day(text: Recurring, around: date) -> list[time] | None:
    """The times of day that can occur, in order; None where there are more than `MOST_TIMES`."""
    if not text.timed:
        return []
    found = {_moment(moment).time() for moment in text.added}
    if text.start is not None and text.rule is None:
        found.add(_moment(text.start).time())
    if text.rule is not None:
        ruled = _rule_times(text, around)
        if ruled is None:
            return None
        found |= ruled
    return sorted(found) if len(found) <= MOST_TIMES else None


def _rule_times(text: Recurring, around: date) -> set[time] | None:
    rule, start = text.rule, _moment(text.start or around)
    assert rule is not None  # noqa: S101 - asked by the caller
    reachable = reachable_times(rule, start)
    if reachable is not None or rule.count is None or rule.count > _FEW:
        return reachable
    try:
        return {moment.time() for moment in _ruled(text, start, _capped(start.year + YEARS_AHEAD))}
    except TooMuch:
        return None


# --- one rule -----------------------------------------------------------------------------


def _ruled(text: Recurring, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The starts that the rule names, in order, COUNT and UNTIL obeyed."""
    rule = text.rule
    if rule is None:
        return
    start = _moment(text.start) if text.start is not None else None
    if rule.until is not None:
        until = rule.until
        end = min(end, until if isinstance(until, datetime) else datetime.combine(until, _LAST_TIME))
    origin = start if start is not None else datetime.combine(begin.date(), time())
    lower = origin if rule.count is not None else max(origin, begin)
    if lower > end:
        return
    left = rule.count if rule.count is not None else sys.maxsize
    seen = 0
    for moment in (
        _in_pieces(rule, origin, end) if rule.count is not None else endless(rule, origin, lower, end)
    ):
        if moment > end:
            return
        seen += 1
        if seen > MOST_STARTS:
            raise too_many_starts()
        if moment < origin:
            continue
        if moment >= begin:
            yield moment
        left -= 1
        if not left:
            return


def _in_pieces(rule: Rule, origin: datetime, end: datetime) -> Iterator[datetime]:
    """The same from `origin` on, some years at a time: a rule that is counted is over long before a range
    that lies far ahead, and must not cost what lies between."""
    lower = origin
    for _ in range(_MOST_PIECES):
        upper = min(end, _capped(lower.year + YEARS_AHEAD))
        yield from (one for one in endless(rule, origin, lower, upper) if lower <= one <= upper)
        if upper == end:
            return
        lower = upper + _SECOND
    raise too_long(origin.date(), end.date())


# --- together -----------------------------------------------------------------------------


@lru_cache(maxsize=64)
def days_by_time(canonical: str, first: date, last: date) -> dict[time | None, list[date]]:
    """The days of each time of day, in order; under None the days of a text without times."""
    text = read_canonical(canonical)
    found: dict[time | None, list[date]] = {}
    for moment in starts(text, first, last):
        found.setdefault(moment.time() if text.timed else None, []).append(moment.date())
    return found


def same_starts(one: Recurring, other: Recurring) -> bool:
    """True where two texts that differ in UNTIL alone name the same starts."""
    ends = [_moment(text.rule.until) for text in (one, other) if text.rule and text.rule.until]
    unbounded = replace(one, rule=replace(one.rule, until=None) if one.rule else None)
    between = starts(unbounded, min(ends).date() - _DAY, max(ends).date() + _DAY)
    within = [[m for m in between if m <= _end(text)] for text in (one, other)]
    return within[0] == within[1]


def cuts_first_week(text: Recurring) -> bool:
    """True where BYSETPOS names other days if the week of the start is counted from the start on."""
    rule, start = text.rule, text.start
    if rule is None or start is None or rule.frequency != "WEEKLY" or not rule.positions:
        return False
    week = base_of(rule, _moment(start), _moment(start))
    at = _moment(start)
    every = replace(
        rule,
        weekdays=rule.weekdays or ((0, at.weekday()),),
        hours=rule.hours or (at.hour,),
        minutes=rule.minutes or (at.minute,),
        seconds=rule.seconds or (at.second,),
        positions=(),
        count=None,
        until=None,
    )
    named = starts(Recurring(week, every), week.date(), week.date() + 6 * _DAY)
    left = [moment for moment in named if moment >= at]
    whole = [moment for moment in chosen(named, rule.positions) if moment >= at]
    return whole != chosen(left, rule.positions)


def _end(text: Recurring) -> datetime:
    until = text.rule.until if text.rule else None
    assert until is not None  # noqa: S101 - the caller compares ends
    return until if isinstance(until, datetime) else datetime.combine(until, _LAST_TIME)


def _moment(value: Moment) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def _years(rule: Rule) -> int:
    """Years that one interval may take."""
    return rule.interval if rule.frequency == "YEARLY" else 1


def _capped(year: int) -> datetime:
    return datetime(min(year, 9998), 12, 31, 23, 59, 59)
