"""What a phrase says of its own replays, verified on the dates that were computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeAlias

from rules import schedule as s
from rules.grammar.choices import Option, option
from rules.grammar.messages import WeekdayName
from rules.instances import disagreements, expand, most_a_day
from rules.schedule import Schedule

_Change: TypeAlias = Callable[[s.Replay], s.Replay]
MOST_VERIFIED = 20_000  # instances; a rule that airs twice a day has fourteen years
A_YEAR = 366  # days
Checked: TypeAlias = list[tuple[Schedule, tuple[Option[object], ...]]]
"""The schedules that are left, each with the choice that leads to it; none where nothing was chosen."""


def checked(schedule: Schedule, first: date, last: date) -> Checked:
    """The schedule; or, where a stated check disagrees with the computed day, both ways to take it."""
    last = min(last, _far_enough(schedule, first))
    replays = [r for rec in schedule.recurrences for slot in rec.slots for r in slot.replays]
    early = _early_replay(schedule, replays, first, last)
    if early:
        return early
    wrong = disagreements(schedule, first, last) if any(r.check for r in replays) else ()
    if not wrong:
        return [(schedule, ())]
    counted: Option[object] = option(None, "check-disagrees/counted", day=wrong[0][1])
    by_check: Option[object] = option(None, "check-disagrees/checked")
    return [
        (_each_replay(schedule, _without_check), (counted,)),
        (_each_replay(schedule, _by_check), (by_check,)),
    ]


def _far_enough(schedule: Schedule, first: date) -> date:
    """The day up to which a schedule is verified: a year at least, and no more dates than anybody reads."""
    days = max(A_YEAR, MOST_VERIFIED // max(1, most_a_day(schedule)))
    return date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))


def _early_replay(schedule: Schedule, replays: list[s.Replay], first: date, last: date) -> Checked:
    """A weekday of a numbered or of the same week may lie before the premiere: then it is asked."""
    placed = [
        r.day
        for r in replays
        if isinstance(r.day, s.InMonthWeek)
        or (isinstance(r.day, s.OnWeekday) and r.day.week is s.ReplayWeek.SAME)
    ]
    if not placed:
        return []
    instances = expand(schedule, first, last)
    early = [i for i in instances if i.premiere is not None and _day(i.start) < _day(i.premiere)]
    if not early:
        return []
    weekday = WeekdayName(placed[0].weekday)
    behind: Option[object] = option(None, "replay-before-premiere/following", weekday=weekday)
    literal: Option[object] = option(None, "replay-before-premiere/literal", day=early[0].start)
    return [(_each_replay(schedule, _following), (behind,)), (schedule, (literal,))]


def _following(replay: s.Replay) -> s.Replay:
    if isinstance(replay.day, (s.InMonthWeek, s.OnWeekday)):
        return replace(replay, day=s.OnWeekday(replay.day.weekday))
    return replay


def _day(start: date | datetime) -> date:
    return start.date() if isinstance(start, datetime) else start


def _without_check(replay: s.Replay) -> s.Replay:
    return replace(replay, check=None)


def _by_check(replay: s.Replay) -> s.Replay:
    check = replay.check
    if check is None or check.weekday is None:
        return replace(replay, check=None)
    day: s.ReplayDay = (
        s.OnWeekday(check.weekday) if check.week is None else s.InMonthWeek(check.week, check.weekday)
    )
    return replace(replay, day=day, check=None)


def _each_replay(schedule: Schedule, change: _Change) -> Schedule:
    recurrences = tuple(
        replace(
            rec,
            slots=tuple(replace(slot, replays=tuple(change(r) for r in slot.replays)) for slot in rec.slots),
        )
        for rec in schedule.recurrences
    )
    return replace(schedule, recurrences=recurrences)
