"""One day of a list out of its terms: which may stand together, and what each then says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, TypeAlias

from rules.days import resolve
from rules.grammar.sentences.trees import Day
from rules.grammar.terms import parts as p
from rules.schedule import Period

Way: TypeAlias = Literal["", ",", "("]
"""How a term stands beside those before it: side by side, behind a comma or break, in parentheses."""

_COUNTED = frozenset({p.NthWeekdays, p.Workdays, p.MonthDays, p.DayRange})


def with_term(day: Day, meaning: p.Meaning, at: int, way: Way, worded: bool = False) -> Day | None:
    """The day with one more term, or None where the term cannot be part of it."""
    made = _with(day, meaning, way, worded)
    return None if made is None else replace(made, last=at)


def _with(day: Day, meaning: p.Meaning, way: Way, worded: bool) -> Day | None:
    match meaning:
        case p.Each(Period.DAY):
            return _daily(day, meaning)
        case p.Weekdays():
            return _weekdays(day, meaning, way, worded)
        case p.Weeks():
            return _weeks(day, meaning, way)
        case p.Dates():
            return _dates(day, meaning, way, worded)
        case p.MonthDays():
            if day.kinds() == {p.Weekdays} and way != ",":
                return replace(day, named=(meaning,), checks=(*day.checks, *day.named))
            return _named(day, meaning) if not day.named and way != "(" else None
        case p.Workdays(()) if day.kinds() == {p.Weekdays}:
            return _named(day, meaning)
        case p.NthWeekdays() | p.DayRange() | p.Workdays():
            return _named(day, meaning) if not day.named and way != "(" else None
        case _:
            return _bounded(day, meaning)


def _named(day: Day, meaning: p.Meaning) -> Day:
    return replace(day, named=(*day.named, meaning))


def _checked(day: Day, meaning: p.Meaning) -> Day:
    return replace(day, checks=(*day.checks, meaning))


def _daily(day: Day, meaning: p.Each) -> Day | None:
    if any(isinstance(one, p.Each) for one in day.bounds):
        return None
    return replace(day, bounds=(*day.bounds, meaning))


def _weekdays(day: Day, meaning: p.Weekdays, way: Way, worded: bool) -> Day | None:
    kinds = day.kinds()
    if not day.named or kinds == {p.Weeks}:
        return None if way == "(" and day.named else _named(day, meaning)
    if kinds == {p.Workdays} and day.named == (p.Workdays(()),):
        return _named(day, meaning)
    said_again = p.Dates in kinds or p.MonthDays in kinds
    if said_again and not any(isinstance(one, p.Weekdays) for one in day.checks):
        another = (worded and way != "(") or (meaning.every and way == ",")
        return None if another else _checked(day, meaning)
    again = way == "(" and any(isinstance(one, p.Weekdays) and one.days == meaning.days for one in day.named)
    return day if again else None


def _weeks(day: Day, meaning: p.Weeks, way: Way) -> Day | None:
    if way == "(" and day.named:
        return _checked(day, meaning)
    if not day.named or day.kinds() == {p.Weekdays}:
        return _named(day, meaning)
    return None


def _dates(day: Day, meaning: p.Dates, way: Way, worded: bool) -> Day | None:
    if not day.named:
        aside = way == "(" and not all(isinstance(one, p.Each | p.Times | p.Year) for one in day.bounds)
        return None if aside else _named(day, meaning)
    if day.kinds() == {p.Weekdays} and not day.checks:
        every = any(isinstance(one, p.Weekdays) and one.every for one in day.named)
        apart = worded and not (way == "" and _agrees(day.named[0], meaning))
        return None if (every and way) or apart else replace(day, named=(meaning,), checks=day.named)
    counted = day.kinds() & (_COUNTED | {p.Weeks})
    if way == "(" and counted and not any(isinstance(one, p.Dates) for one in day.checks):
        return _checked(day, meaning)
    return None


def _agrees(weekdays: p.Meaning, dates: p.Dates) -> bool:
    """ "Chúa Nhật Lễ Lá 02/04/2023": one date with its year, which is on that weekday."""
    day = dates.days[0]
    if len(dates.days) > 1 or day.year is None or not isinstance(weekdays, p.Weekdays):
        return False
    found = resolve(day, day.year)
    return found is not None and weekdays.days == (found.weekday(),)


def _bounded(day: Day, meaning: p.Meaning) -> Day | None:
    """The day with a bound: two of one kind are none, unless they are one together."""
    if isinstance(meaning, p.Thereafter) and p.Dates not in day.kinds():
        return None
    if isinstance(meaning, p.DateRange) and p.Dates in day.kinds():
        return None  # a range beside a date is of other days
    if isinstance(meaning, p.OfPeriod) and not day.named:
        return None
    if meaning == p.OfPeriod(Period.YEAR) and p.Dates in day.kinds():
        return day  # "ngày 10/7 của năm báo cáo": a date of the year it is
    if (
        isinstance(meaning, p.Each)
        and meaning.period is Period.MONTH
        and p.Weeks in day.kinds()
        and _each_day(day)
    ):
        return day  # "hằng ngày tuần 1 hằng tháng"
    bounds = joined(day.bounds, meaning, bool(day.named))
    leads = day.leads or not (day.named or _each_day(day) or meaning == p.OnePiece())
    return None if bounds is None else replace(day, bounds=bounds, leads=leads)


def joined(
    bounds: tuple[p.Meaning, ...], meaning: p.Meaning, named: bool = True
) -> tuple[p.Meaning, ...] | None:
    """The bounds with one more; None where they already have one of its kind that says something else."""
    same = next((one for one in bounds if type(one) is type(meaning)), None)
    if same is None and isinstance(meaning, p.Each) and p.OfPeriod(Period.MONTH) in bounds:
        return (*bounds, meaning) if meaning.period is Period.MONTH else None  # "của tháng mỗi quý"
    if same is None:
        return (*bounds, meaning)
    if same == meaning:
        return bounds
    one: p.Meaning | None = None
    if isinstance(same, p.DateRange) and isinstance(meaning, p.DateRange):
        one = _one_range(same, meaning)
    elif isinstance(same, p.Each) and isinstance(meaning, p.Each):
        one = _one_rate(same, meaning)
        if one is None and meaning.period is Period.YEAR and named:
            return joined(bounds, p.OfPeriod(meaning.period))
    return None if one is None else tuple(one if old is same else old for old in bounds)


def bounded(day: Day, meanings: Iterable[p.Meaning], listed: bool) -> Day | None:
    """The day of a period with more bounds, or None where they do not fit; `listed` months join its own."""
    named, bounds = day.named, day.bounds
    for meaning in meanings:
        if isinstance(meaning, p.Weeks):
            if named not in ((), (meaning,)):
                return None
            named = (meaning,)
            continue
        joint = _listed(bounds, meaning) if listed and isinstance(meaning, p.Months) else None
        joint = joint or joined(bounds, meaning, bool(named))
        if joint is None:
            return None
        bounds = joint
    return Day(day.first, day.last, named, bounds)


def _listed(bounds: tuple[p.Meaning, ...], more: p.Months) -> tuple[p.Meaning, ...] | None:
    """The bounds with more months behind their own; None where they have none."""
    months = next((one for one in bounds if isinstance(one, p.Months)), None)
    if months is None:
        return None
    year = more.year if more.year is not None else months.year
    both = p.Months((*months.runs, *more.runs), year, months.by_quarter)
    return tuple(both if one is months else one for one in bounds)


def _one_range(first: p.DateRange, second: p.DateRange) -> p.DateRange | None:
    """ "From 9 September" and "until 25 November" are one range."""
    if first.last is None and second.first is None:
        return replace(second, first=first.first, first_weekday=first.first_weekday)
    if first.first is None and second.last is None:
        return replace(first, first=second.first, first_weekday=second.first_weekday)
    return None


def _one_rate(first: p.Each, second: p.Each) -> p.Each | None:
    if first.period is not second.period:
        return None
    return p.Each(first.period, first.once or second.once, first.of or second.of)


def whole(day: Day) -> bool:
    """True where days are named, not only which weeks or months they lie in."""
    if day.named:
        return day.kinds() != {p.Weeks} or _each_day(day)
    return _each_day(day)


def _each_day(day: Day) -> bool:
    return any(isinstance(one, p.Each) and one.period is Period.DAY for one in day.bounds)


def ranged(day: Day) -> bool:
    """True where only a range of dates is named: with a time each of its days is meant, else a window."""
    return not whole(day) and not day.named and any(isinstance(one, p.DateRange) for one in day.bounds)
