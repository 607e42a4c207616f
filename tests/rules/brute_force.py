"""A second derivation of what a schedule names: walk over every day and ask whether it belongs.

It shares nothing with `rules` but the values. It is slow and plain on purpose.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

from rules.schedule import (
    NO_DAYS_OFF,
    CalendarDay,
    DateRange,
    DayRange,
    DaySet,
    DaysLater,
    DaysOff,
    EachPeriod,
    InMonthWeek,
    Instance,
    Limits,
    MissingDay,
    MonthDays,
    MonthWeekdays,
    MonthWeeks,
    OnWeekday,
    Period,
    Replay,
    ReplayWeek,
    Schedule,
    ShiftTo,
    Slot,
    WeekConvention,
    Weekly,
    Window,
    Workdays,
)

ONE = timedelta(days=1)
LONGEST_SHIFT = 40
LEAST = {"monday": 1, "sunday": 1, "monday-full": 7, "iso": 4}


def walk(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += ONE


def length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def same_month(day: date) -> list[date]:
    return [day.replace(day=number) for number in range(1, length(day) + 1)]


def month_before(day: date) -> date:
    return day.replace(day=1) - ONE


# --- weeks --------------------------------------------------------------------------------


def in_week(convention: WeekConvention, day: date, week: int) -> bool:
    if convention == "blocks":
        back = (length(day) - day.day) // 7 + 1
        return back == -week if week < 0 else (day.day + 6) // 7 == week
    weeks = calendar_weeks_of(convention, day.year, day.month)
    if week < 0:
        weeks = (weeks if len(weeks[-1]) >= LEAST[convention] else weeks[:-1])[::-1]
    return abs(week) <= len(weeks) and day in weeks[abs(week) - 1]


@cache
def calendar_weeks_of(convention: WeekConvention, year: int, month: int) -> tuple[tuple[date, ...], ...]:
    """The month cut before each Monday (or Sunday), without a beginning that is too short."""
    begins = 6 if convention == "sunday" else 0
    weeks: list[list[date]] = [[]]
    for day in same_month(date(year, month, 1)):
        if day.weekday() == begins and weeks[-1]:
            weeks.append([])
        weeks[-1].append(day)
    kept = weeks if len(weeks[0]) >= LEAST[convention] else weeks[1:]
    return tuple(map(tuple, kept))


# --- day sets -----------------------------------------------------------------------------


def periods(on: DaySet, day: date, weeks: WeekConvention, year: int | None, off: DaysOff) -> list[str]:
    """Periods of the rule for which the set names the day; empty when it does not."""
    months = on.limits.months or tuple(range(1, 13))
    found = []
    if day.month in months and matches(on, day, weeks, on.limits.year or year, off):
        found.append(own_period(on, day))
    if (
        isinstance(on.days, MonthDays)
        and on.days.missing is MissingDay.NEXT
        and day.day == 1
        and day > date.min
    ):
        before = month_before(day)
        if before.month in months and any(number > before.day for number in on.days.days):
            found.append(f"{before:%Y-%m}")
    return found if found and allowed(on.limits, day, weeks, off) else []


def own_period(on: DaySet, day: date) -> str:
    if on.days == Workdays():
        return f"{day:%Y-%m-%d}"
    if not isinstance(on.days, Weekly):
        return f"{day:%Y-%m}"
    if on.days.weekdays == (0, 1, 2, 3, 4, 5, 6) and on.days.interval == 1:
        return f"{day:%Y-%m-%d}"
    while day.weekday() != 0:
        day -= ONE
    return f"{day:%Y-%m-%d}"


def matches(on: DaySet, day: date, weeks: WeekConvention, year: int | None, off: DaysOff) -> bool:
    pattern = on.days
    if isinstance(pattern, Weekly):
        if day.weekday() not in pattern.weekdays:
            return False
        if pattern.anchor is None:
            return True
        anchor, other = pattern.anchor, day
        while anchor.weekday() != 0:
            anchor -= ONE
        while other.weekday() != 0:
            other -= ONE
        return (other - anchor).days % (7 * pattern.interval) == 0
    if isinstance(pattern, MonthWeeks):
        weekdays = pattern.weekdays or tuple(range(7))
        return day.weekday() in weekdays and any(in_week(weeks, day, week) for week in pattern.weeks)
    if isinstance(pattern, MonthWeekdays):
        like = [other for other in same_month(day) if other.weekday() == day.weekday()]
        here = like.index(day)
        return day.weekday() in pattern.weekdays and bool(
            {here + 1, here - len(like)} & set(pattern.ordinals)
        )
    if isinstance(pattern, Workdays):
        if is_off(day, off):
            return False
        here = sum(not is_off(other, off) for other in same_month(day) if other <= day)
        behind = sum(not is_off(other, off) for other in same_month(day) if other >= day)
        return not pattern.ordinals or bool({here, -behind} & set(pattern.ordinals))
    if isinstance(pattern, MonthDays):
        from_end = day.day - length(day) - 1
        if day.day in pattern.days or from_end in pattern.days:
            return True
        lacking = any(number > length(day) for number in pattern.days)
        return pattern.missing is MissingDay.LAST and from_end == -1 and lacking
    return any(is_day(single, day, year) for single in pattern.days)


def is_day(single: CalendarDay, day: date, year: int | None) -> bool:
    own = single.year if single.year is not None else year
    number = length(day) if single.day == -1 else single.day
    return (own is None or own == day.year) and single.month == day.month and number == day.day


def allowed(limits: Limits, day: date, weeks: WeekConvention, off: DaysOff) -> bool:
    """Within year, first and last day, and not excepted. (Months belong to the rule, not to the day.)"""
    if limits.year is not None and day.year != limits.year:
        return False
    if not within(limits.since, limits.until, day):
        return False
    return not any(periods(exception, day, weeks, None, off) for exception in limits.exceptions)


def within(since: CalendarDay | None, until: CalendarDay | None, day: date) -> bool:
    if since and until and since.year is until.year is None and mark(since, 2024) > mark(until, 2024):
        return mark(since, day.year) <= f"{day:%m%d}" or f"{day:%m%d}" <= mark(until, day.year)
    opened = since is None or (
        f"{day:%m%d}" >= mark(since, day.year)
        if since.year is None
        else f"{day:%Y%m%d}" >= f"{since.year:04}" + mark(since, since.year)
    )
    unclosed = until is None or (
        f"{day:%m%d}" <= mark(until, day.year)
        if until.year is None
        else f"{day:%Y%m%d}" <= f"{until.year:04}" + mark(until, until.year)
    )
    return opened and unclosed


def mark(bound: CalendarDay, year: int) -> str:
    number = length(date(year, bound.month, 1)) if bound.day == -1 else bound.day
    return f"{bound.month:02}{number:02}"


# --- instances ----------------------------------------------------------------------------


def expand(
    schedule: Schedule, first: date, last: date, off: DaysOff = NO_DAYS_OFF, *, by_rule: bool = False
) -> list[Instance]:
    slots = [(recurrence.on, slot) for recurrence in schedule.recurrences for slot in recurrence.slots]
    premieres = [
        premiere
        for number, (on, slot) in enumerate(slots, 1)
        for premiere in premieres_of(schedule, on, slot, str(number), first, last, off, by_rule)
    ]
    stayed = [one for one in premieres if not one.reason]
    moved = [one for one in premieres if one.reason]
    airings = stayed + moved
    for group in (stayed, moved):
        replays = [
            replay
            for premiere in group
            for replay in replays_of(schedule, slots[int(premiere.slot) - 1][1], premiere)
        ]
        airings += sorted(replays, key=lambda replay: replay.slot)
    found: list[Instance] = []
    taken = set()
    for airing in airings:
        if (airing.kind, airing.start, airing.channel) not in taken:
            taken.add((airing.kind, airing.start, airing.channel))
            found.append(airing)
    number = len(slots)
    for window in schedule.windows:
        number += 1
        found += windows_of(schedule, window, str(number), first, last, off)
    for span in schedule.spans:
        number += 1
        if span.of is not None:
            opens, closes = date_range(span.of, first.year)
            if any(first <= day <= last for day in walk(opens, closes)):
                found.append(
                    Instance("span", opens, closes, span.channel, None, None, str(number), f"{opens:%Y}")
                )
    return sorted(found, key=lambda one: f"{one.start.isoformat():_<16}".replace("_", " "))


def premieres_of(
    schedule: Schedule,
    on: DaySet,
    slot: Slot,
    key: str,
    first: date,
    last: date,
    off: DaysOff,
    by_rule: bool,
) -> Iterator[Instance]:
    margin = timedelta(days=LONGEST_SHIFT if schedule.shift else 0)
    for day in walk(first - margin, last + margin):
        named = periods(on, day, schedule.weeks, first.year, off)
        if not named:
            continue
        to, reason = shifted(schedule, day, off)
        if to is None or not first <= (day if by_rule else to) <= last:
            continue
        start = begin(to, slot.at)
        yield Instance(
            "premiere",
            start,
            finish(start, slot.minutes),
            slot.channel,
            slot.minutes,
            slot.minutes_max,
            key,
            named[0],
            None,
            None if reason is None else begin(day, slot.at),
            reason,
            slot.end_written,
        )


def shifted(schedule: Schedule, day: date, off: DaysOff) -> tuple[date | None, str | None]:
    shift = schedule.shift
    if shift is None or not (day in off.holidays if shift.holidays_only else is_off(day, off)):
        return day, None
    if shift.weekends_only and day.isoweekday() < 6:
        return day, None
    if shift.to is ShiftTo.SKIP:
        return None, None
    to = day
    if shift.to in (ShiftTo.MONDAY, ShiftTo.FRIDAY):
        days = {ShiftTo.MONDAY: 8 - day.isoweekday(), ShiftTo.FRIDAY: 5 - day.isoweekday()}
        return day + timedelta(days[shift.to]), off.holidays.get(day, "weekend")
    while shift.to is ShiftTo.WEEK and to in off.holidays:
        to += 7 * ONE
    if shift.to is ShiftTo.WEEK:
        return to, off.holidays[day]
    while is_off(to, off):
        to += ONE if shift.to is ShiftTo.NEXT else -ONE
    return to, off.holidays.get(day, "weekend")


def is_off(day: date, off: DaysOff) -> bool:
    return day in off.holidays or (day.weekday() in off.weekend and day not in off.worked)


def begin(day: date, at: object) -> date | datetime:
    return day if at is None else datetime.fromisoformat(f"{day}T{at}")


def finish(start: date | datetime, minutes: int | None) -> datetime | None:
    if minutes is None or not isinstance(start, datetime):
        return None
    return start + timedelta(seconds=60 * minutes)


def replays_of(schedule: Schedule, slot: Slot, premiere: Instance) -> Iterator[Instance]:
    day = date(premiere.start.year, premiere.start.month, premiere.start.day)
    for number, replay in enumerate(slot.replays, 1):
        for on in replay_days(replay, day, schedule.weeks):
            start = begin(on, replay.at)
            key = f"{premiere.slot}.{number}"
            yield Instance(
                "replay",
                start,
                finish(start, slot.minutes),
                replay.channel,
                slot.minutes,
                slot.minutes_max,
                key,
                premiere.period,
                premiere.start,
            )


def replay_days(replay: Replay, premiere: date, weeks: WeekConvention) -> list[date]:
    rule = replay.day
    if isinstance(rule, DaysLater):
        return [premiere + ONE * rule.days]
    if isinstance(rule, InMonthWeek):
        return [
            day
            for day in same_month(premiere)
            if day.weekday() == rule.weekday and in_week(weeks, day, rule.week)
        ]
    assert isinstance(rule, OnWeekday)
    if rule.week is ReplayWeek.FOLLOWING:
        return [
            next(day for day in walk(premiere + ONE, premiere + ONE * 7) if day.weekday() == rule.weekday)
        ]
    week = premiere if rule.week is ReplayWeek.SAME else premiere + ONE * 7
    near = walk(week - ONE * 7, week + ONE * 7)
    return [
        day
        for day in near
        if day.isocalendar()[:2] == week.isocalendar()[:2] and day.weekday() == rule.weekday
    ]


# --- windows ------------------------------------------------------------------------------


def windows_of(
    schedule: Schedule, window: Window, key: str, first: date, last: date, off: DaysOff
) -> list[Instance]:
    found = []
    for period, days in candidates(schedule, window, first, last):
        if isinstance(window.of, EachPeriod):
            let_in = replace(window.limits, exceptions=(), months=())
            named = [day for day in days if day.month in (window.limits.months or range(1, 13))]
            inside = [day for day in named if allowed(let_in, day, schedule.weeks, off)]
            days = [day for day in days if inside and inside[0] <= day <= inside[-1]]
        if not days:
            continue
        touches = any(first <= day <= last for day in days)
        months = window.limits.months or tuple(range(1, 13))
        fits = any(day.month in months and allowed(window.limits, day, schedule.weeks, off) for day in days)
        instance = Instance("window", days[0], days[-1], window.channel, None, None, key, period)
        if touches and fits and instance not in found:
            found.append(instance)
    return sorted(found, key=lambda one: one.start)


def candidates(
    schedule: Schedule, window: Window, first: date, last: date
) -> Iterator[tuple[str, list[date]]]:
    of = window.of
    if isinstance(of, DateRange):
        opens, closes = date_range(of, window.limits.year or first.year)
        yield f"{opens:%Y}", list(walk(opens, closes))
        return
    groups: dict[tuple[int, str], list[date]] = {}
    for day in walk(date(first.year - 1, 1, 1), date(last.year + 1, 12, 31)):
        for part, name in group_names(of, day, schedule.weeks):
            groups.setdefault((part, name), []).append(day)
    for (_, name), days in groups.items():
        yield name, days


def group_names(
    of: MonthWeeks | EachPeriod | DayRange, day: date, weeks: WeekConvention
) -> list[tuple[int, str]]:
    if isinstance(of, MonthWeeks):
        return [(week, f"{day:%Y-%m}") for week in of.weeks if in_week(weeks, day, week)]
    if isinstance(of, DayRange):
        end = length(day) if of.last == -1 else of.last
        begin = length(day) if of.first == -1 else of.first
        return [(0, f"{day:%Y-%m}")] if begin <= day.day <= end else []
    monday = day - ONE * day.weekday()
    if of.anchor is not None:
        weeks_after = (monday - (of.anchor - ONE * of.anchor.weekday())).days // 7
        months_after = (day.year - of.anchor.year) * 12 + day.month - of.anchor.month
        if (weeks_after if of.period is Period.WEEK else months_after) % of.interval:
            return []
    return {
        Period.YEAR: [(0, f"{day:%Y}")],
        Period.HALF: [(0, f"{day:%Y}-H{1 if day.month < 7 else 2}")],
        Period.QUARTER: [(0, f"{day:%Y}-Q{1 + (day.month - 1) // 3}")],
        Period.MONTH: [(0, f"{day:%Y-%m}")],
        Period.WEEK: [(0, f"{monday:%Y-%m-%d}")],
        Period.DAY: [(0, f"{day:%Y-%m-%d}")],
    }[of.period]


def date_range(of: DateRange, year: int) -> tuple[date, date]:
    opens = next(
        day for day in walk(date(of.first.year or year, 1, 1), date.max) if is_day(of.first, day, None)
    )
    opens_from = date(of.last.year, 1, 1) if of.last.year is not None else opens
    return opens, next(day for day in walk(opens_from, date.max) if is_day(of.last, day, None))


def starts(schedule: Schedule, first: date, last: date) -> list[date | datetime]:
    return [one.start for one in expand(schedule, first, last) if one.kind == "premiere"]
