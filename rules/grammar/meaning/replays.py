"""Placing replays: the day of each, seen from its premiere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import groupby

from rules import schedule as s
from rules.days import resolve
from rules.grammar.choices import Assembling, option
from rules.grammar.drafting.drafts import OnWeekdays, Replay
from rules.grammar.meaning.times import Written, of_one_part, time_of
from rules.grammar.messages import WeekdayName
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay

# Days are compared in a common year where none is known.
_DAWN, _EVENING = 5, 18
_COMMON_YEAR, _LEAP_YEAR = 2001, 2004
_LONGEST_WAIT = 366  # days from a premiere to its replay
_WEEK: dict[p.ReplayWeek | p.Weeks | None, s.ReplayWeek] = {
    None: s.ReplayWeek.FOLLOWING,
    p.ReplayWeek(False): s.ReplayWeek.SAME,
    p.ReplayWeek(True): s.ReplayWeek.NEXT,
}


def whose_halves(a: Assembling, replays: Sequence[Replay]) -> list[Replay]:
    """The replays; a time that a part of the day beside it may be of is not sure: "phát lại 2h, 3h chiều"."""
    if len(replays) < 2:
        return list(replays)
    found: list[Replay] = []
    for _, together in groupby(replays, key=lambda one: one.day):
        row = list(together)
        times = [Written(one.time if isinstance(one.time, p.Clock) else None, one.part) for one in row]
        unsure = of_one_part(a, times)
        found += [
            replace(one, time=replace(one.time, sure=False))
            if at in unsure and isinstance(one.time, p.Clock)
            else one
            for at, one in enumerate(row)
        ]
    return found


def replays_of(a: Assembling, draft: Replay, slot: s.Slot, days: s.Days) -> list[s.Replay]:
    """The replays that one written replay makes: one for each day and channel."""
    if draft.check_date is not None and _dated(a, draft, draft.check_date, days) != [draft.day]:
        a.fault("not-understood/replay-date", draft.span)
    at = slot.at if isinstance(draft.time, p.SameTime) else None
    if isinstance(draft.time, p.Clock):
        at = time_of(a, draft.time.at, draft.time.sure, draft.part, draft.span)
    return [
        s.Replay(day, at, channel, draft.check)
        for day in _days(a, draft, at, slot, days)
        for channel in a.channels(draft.channels)
    ]


def _days(a: Assembling, draft: Replay, at: time | None, slot: s.Slot, days: s.Days) -> list[s.ReplayDay]:
    match draft.day:
        case None:
            return _undated(a, draft, at, slot)
        case p.Dates():
            return _dated(a, draft, draft.day, days)
        case OnWeekdays(weekdays, p.Weeks((week,))):
            return _in_month_week(a, draft, weekdays, week, days)
        case OnWeekdays(weekdays, week):
            if _in_its_small_hours(at, weekdays, slot, days):
                a.fault("replay-before-premiere", draft.span)
            return _on_weekdays(a, draft, weekdays, _WEEK[week], days)
        case _:
            return [_or_next_day(a, draft.day, at, slot)]


def _undated(a: Assembling, draft: Replay, at: time | None, slot: s.Slot) -> list[s.ReplayDay]:
    """No day is written: a time that is not later than the premiere's can only be the next day's."""
    if isinstance(draft.time, p.SameTime):
        a.fault("replay-without-day/same-time", draft.span)
        return []
    if at is None:
        a.fault("replay-without-time", draft.span)
        return []
    if slot.at is None:
        a.fault("replay-without-day", draft.span)
        return []
    elsewhere = draft.channels and slot.channel is not None and draft.channels[0] != slot.channel
    if at == slot.at and elsewhere:
        return [_same_or_next_day(a, "replay-day")]
    return [s.DaysLater(0 if at > slot.at else 1)]


def _or_next_day(a: Assembling, day: s.ReplayDay, at: time | None, slot: s.Slot) -> s.ReplayDay:
    """ "The same day" before the premiere: after an evening premiere the night is meant, perhaps."""
    if day != s.DaysLater(0) or at is None or slot.at is None or at > slot.at:
        return day
    return _same_or_next_day(a, "past-midnight")


def _same_or_next_day(a: Assembling, code: str) -> s.DaysLater:
    return a.pick([option(s.DaysLater(1), f"{code}/next"), option(s.DaysLater(0), f"{code}/same")])


def _on_weekdays(
    a: Assembling, draft: Replay, weekdays: tuple[int, ...], week: s.ReplayWeek, days: s.Days
) -> list[s.ReplayDay]:
    """Weekdays behind the premiere; in the same week one that lies before every premiere can be no replay."""
    premieres = days.weekdays if isinstance(days, (s.Weekly, s.MonthWeeks, s.MonthWeekdays)) else ()
    if week is s.ReplayWeek.SAME and premieres and max(weekdays) < min(premieres):
        a.fault("replay-before-premiere", draft.span)
    return [s.OnWeekday(weekday, week) for weekday in weekdays]


def _in_its_small_hours(at: time | None, weekdays: tuple[int, ...], slot: s.Slot, days: s.Days) -> bool:
    """ "Sat 11.45pm, repeat Sat 12.15am": the night of that Saturday, or the small hours before it?"""
    small = at is not None and slot.at is not None and at.hour < _DAWN and at < slot.at
    premieres = days.weekdays if isinstance(days, (s.Weekly, s.MonthWeeks, s.MonthWeekdays)) else ()
    return small and slot.at is not None and slot.at.hour >= _EVENING and weekdays == premieres


def _in_month_week(
    a: Assembling, draft: Replay, weekdays: tuple[int, ...], week: int, days: s.Days
) -> list[s.ReplayDay]:
    if not isinstance(days, s.MonthWeeks):
        a.fault("not-understood/replay-week", draft.span)
        return []
    if 0 < week < days.weeks[0]:
        a.fault("replay-before-premiere/week", draft.span)
        return []
    return [s.InMonthWeek(week, weekday) for weekday in weekdays]


def _dated(a: Assembling, draft: Replay, dates: p.Dates, days: s.Days) -> list[s.ReplayDay]:
    """A replay on a date is so many days behind a premiere on a date."""
    if not isinstance(days, s.Dates) or len(days.days) != 1 or len(dates.days) != 1:
        a.fault("not-understood/replay-date", draft.span)
        return []
    premiere, replay = days.days[0], dates.days[0]
    any_year = _LEAP_YEAR if CalendarDay(2, 29) in (premiere, replay) else _COMMON_YEAR
    year = premiere.year or replay.year or a.around.year or any_year
    first, second = resolve(premiere, year), resolve(replay, replay.year or year)
    if first is None or second is None:
        a.fault("impossible-date/leap-day", draft.span)
        return []
    weekday = dates.weekdays[0] if dates.weekdays else None
    if (
        weekday is not None
        and second.weekday() != weekday
        and (replay.year or premiere.year or a.around.year)
    ):
        told = WeekdayName(second.weekday())
        a.fault("weekday-contradicts-date/range", draft.span, day=second, weekday=told)
    if second < first:
        a.fault("replay-before-premiere/date", draft.span)
        return []
    if (second - first).days > _LONGEST_WAIT:
        a.fault("not-understood/replay-date", draft.span)
        return []
    return [s.DaysLater((second - first).days)]
