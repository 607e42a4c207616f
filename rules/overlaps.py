"""Whether the days of one rule lie among those of another: "the first Thursday" among "every Thursday"."""

from __future__ import annotations

from rules.schedule import (
    ALL_WEEKDAYS,
    Dates,
    Days,
    DaySet,
    Limits,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    Weekly,
    Workdays,
)


def may_compete(one: DaySet, other: DaySet) -> bool:
    """True where the days of one may all be days of the other, and the two are not the same days.

    By their form alone: whether 6 May is a Monday is not asked here.
    """
    if one == other or _apart(one.limits, other.limits):
        return False
    return may_fall_within(one, other) or may_fall_within(other, one)


def may_fall_within(one: DaySet, other: DaySet) -> bool:
    """True where by the form of both each day of one may be a day of the other."""
    if one.days == other.days:
        return _within_limits(one.limits, other.limits)
    return _narrower(one.days, other.days)


def _apart(one: Limits, other: Limits) -> bool:
    """True for limits that have no month or no year in common."""
    months = one.months and other.months and not set(one.months) & set(other.months)
    years = one.year is not None and other.year is not None and one.year != other.year
    return bool(months or years)


def _within_limits(one: Limits, other: Limits) -> bool:
    """True where one has limits that the other has not: "Mondays 8 am; Mondays in July 7 am"."""
    months = set(one.months) < set(other.months or range(1, 13)) if one.months else False
    bounded = (one.since or one.until) and not (other.since or other.until)
    return bool(months or bounded or (one.year is not None and other.year is None))


def _narrower(one: Days, other: Days) -> bool:
    match other:
        case Weekly(weekdays):
            return _among_weekdays(one, weekdays, other.interval == 1)
        case Workdays(()):
            return isinstance(one, Workdays)
        case MonthDays(days):
            if isinstance(one, MonthDays):
                return set(one.days) < set(days)
            return isinstance(one, Dates) and all(day.day in days or min(days) < 0 for day in one.days)
        case MonthWeekdays(ordinals, weekdays):
            if isinstance(one, MonthWeekdays):
                return set(one.ordinals) <= set(ordinals) and set(one.weekdays) <= set(weekdays)
            return isinstance(one, Dates)
        case MonthWeeks(weeks, weekdays):
            if isinstance(one, MonthWeeks):
                return set(one.weeks) <= set(weeks) and set(one.weekdays) <= set(weekdays)
            return isinstance(one, Dates)
        case Dates(days):
            return isinstance(one, Dates) and set(one.days) < set(days)
    return False


def _among_weekdays(one: Days, weekdays: tuple[int, ...], each_week: bool) -> bool:
    match one:
        case Weekly(own):
            return set(own) <= set(weekdays) and (each_week or one.interval > 1)
        case MonthWeekdays(_, own):
            return set(own) <= set(weekdays)
        case MonthWeeks(_, own):
            return set(own or ALL_WEEKDAYS) <= set(weekdays)
        case MonthDays() | Workdays():
            return weekdays == ALL_WEEKDAYS
        case Dates():
            return True
    return False
