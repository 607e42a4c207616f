"""A schedule's premieres as RFC 5545 recurrence rules.

Each rule is the text after "RRULE:". It holds with DTSTART at the first premiere of its slot, which also
bounds it below; UNTIL is floating (a day for a slot without a time), so that a calendar with a time zone
turns it into UTC. A weekday of a week that a convention counts lies, in every month, on exactly one of seven
neighbouring days: it is BYDAY with those days as BYMONTHDAY.

Without a rule are: replays (they hang on their premiere, not on the calendar), single dates, exceptions,
shifts, working days, "else the next day" in a short month, and seasons that cut through a month.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rules.days import bound_day, dated_bounds, days_by_shape
from rules.schedule import (
    ALL_WEEKDAYS,
    Dates,
    DaySet,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    RuleDays,
    Schedule,
    WeekConvention,
    Weekly,
    Workdays,
)

WEEKDAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY_MONTH = tuple(range(1, 13))
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ON_EVERY_MONTH_DAY = 28


def rrules(schedule: Schedule) -> list[str]:
    """The rules whose starts, taken together, are the premieres; empty where they cannot be written so."""
    if schedule.shift is not None:
        return []
    found: dict[str, None] = {}
    for recurrence in schedule.recurrences:
        for timed in {slot.at is not None: None for slot in recurrence.slots}:
            rules = day_rules(recurrence.on, schedule.weeks, timed=timed)
            if not rules:
                return []
            found |= dict.fromkeys(rules)
    return list(found)


def day_rules(on: DaySet, weeks: WeekConvention, *, timed: bool) -> list[str]:
    """The rules of one set of days, for slots with or without a time; empty where it has none."""
    months = _months(on.limits)
    if on.limits.exceptions or not months:
        return []
    parts = _pattern_parts(on, weeks)
    by_month = "" if months == _EVERY_MONTH else f";BYMONTH={_join(months)}"
    return [part + by_month + _until(on.limits, timed) for part in parts]


def _pattern_parts(on: DaySet, weeks: WeekConvention) -> list[str]:
    pattern = on.days
    if isinstance(pattern, (Dates, Workdays)):
        return []
    if isinstance(pattern, RuleDays):
        return _own_rule(pattern.text)
    if isinstance(pattern, Weekly):
        return [_weekly(pattern)]
    if isinstance(pattern, MonthDays):
        return _month_days(pattern)
    if isinstance(pattern, MonthWeekdays):
        return [_numbered(pattern.ordinals, pattern.weekdays)]
    weekdays = pattern.weekdays or ALL_WEEKDAYS
    if weeks is WeekConvention.BLOCKS:
        return [_numbered(pattern.weeks, weekdays)]
    return _week_weekdays(pattern.weeks, weekdays, weeks)


def _own_rule(text: str) -> list[str]:
    """The rule of a recurrence text; none where days are listed beside it, for that is no rule alone."""
    rules = [line.removeprefix("RRULE:") for line in text.splitlines() if not line.startswith("DTSTART")]
    return rules if all(rule.startswith("FREQ=") for rule in rules) else []


def _weekly(pattern: Weekly) -> str:
    if pattern.interval == 1 and pattern.weekdays == ALL_WEEKDAYS:
        return "FREQ=DAILY"
    interval = f";INTERVAL={pattern.interval}" if pattern.interval > 1 else ""
    return f"FREQ=WEEKLY{interval};BYDAY={_join(WEEKDAY_NAMES[day] for day in pattern.weekdays)}"


def _numbered(ordinals: tuple[int, ...], weekdays: tuple[int, ...]) -> str:
    days = (f"{ordinal}{WEEKDAY_NAMES[weekday]}" for ordinal in ordinals for weekday in weekdays)
    return f"FREQ=MONTHLY;BYDAY={_join(days)}"


def _month_days(pattern: MonthDays) -> list[str]:
    if pattern.missing is MissingDay.SKIP or max(pattern.days) <= _ON_EVERY_MONTH_DAY:
        return [f"FREQ=MONTHLY;BYMONTHDAY={_join(pattern.days)}"]
    if pattern.missing is MissingDay.NEXT:
        return []
    # The 30th or else the last day is the latest of the 28th, 29th and 30th that the month has.
    certain = [day for day in pattern.days if day <= _ON_EVERY_MONTH_DAY]
    rules = [f"FREQ=MONTHLY;BYMONTHDAY={_join(certain)}"] if certain else []
    for day in pattern.days:
        if day > _ON_EVERY_MONTH_DAY:
            days = _join(range(_ON_EVERY_MONTH_DAY, day + 1))
            rules.append(f"FREQ=MONTHLY;BYMONTHDAY={days};BYSETPOS=-1")
    return rules


def _week_weekdays(numbers: tuple[int, ...], weekdays: tuple[int, ...], weeks: WeekConvention) -> list[str]:
    """One rule for each weekday of each week; none at all where one of them cannot be written."""
    rules = []
    for number in numbers:
        for weekday in weekdays:
            days = _possible_days(number, weekday, weeks)
            if days is None:
                return []
            if days:
                rules.append(f"FREQ=MONTHLY;BYDAY={WEEKDAY_NAMES[weekday]};BYMONTHDAY={_join(days)}")
    return rules


def _possible_days(week: int, weekday: int, weeks: WeekConvention) -> list[int] | None:
    """Days of the month on which the weekday of that week may fall, from the end for a negative week.

    None where those days would, in some month, also name the weekday of another week.
    """
    months = []
    for shape, indexes in enumerate(days_by_shape(MonthWeeks((week,), (weekday,)), weeks)):
        first_weekday, length = shape // 4, shape % 4 + 28
        shift = -length if week < 0 else 1
        same_weekday = range((weekday - first_weekday) % 7, length, 7)
        months.append(({index + shift for index in same_weekday}, {index + shift for index in indexes}))
    possible = set().union(*(named for _, named in months))
    exact = all(same & possible == named for same, named in months)
    return sorted(possible) if exact else None


# --- limits -------------------------------------------------------------------------------


def _months(limits: Limits) -> tuple[int, ...]:
    """The months in which the rule holds; none where a bound without a year cuts through a month."""
    months = set(limits.months or _EVERY_MONTH)
    since, until = dated_bounds(limits)
    begins = since.month if since is not None and since.year is None else None
    ends = until.month if until is not None and until.year is None else None
    if begins and since and since.day != 1:
        return ()
    if ends and until and until.day not in (-1, _LONGEST[ends - 1]):
        return ()
    opened, unclosed = set(range(begins or 1, 13)), set(range(1, (ends or 12) + 1))
    across = begins is not None and ends is not None and begins > ends
    return tuple(sorted(months & ((opened | unclosed) if across else (opened & unclosed))))


def _until(limits: Limits, timed: bool) -> str:
    _, until = dated_bounds(limits)
    ends = [date(limits.year, 12, 31)] if limits.year is not None else []
    if until is not None and until.year is not None:
        ends.append(bound_day(until, until.year, opening=False))
    if not ends:
        return ""
    return f";UNTIL={min(ends).isoformat().replace('-', '')}" + ("T235959" if timed else "")


def _join(parts: Iterable[int | str]) -> str:
    return ",".join(map(str, parts))
