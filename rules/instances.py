"""A schedule in a range of days: which airings, windows and spans it names.

The days come from `rules.days`; here they get times, shifts and replays. `first` and `last` are days,
both inclusive. An airing belongs to the range by its own start, a replay with its premiere, a window or
span that touches the range is given whole. What has no year takes the year of `first`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from rules.days import find_days, rule_periods
from rules.replays import agrees, replay_days
from rules.schedule import (
    ALL_WEEKDAYS,
    NO_DAYS_OFF,
    DaySet,
    DaysOff,
    Instance,
    InstanceKind,
    Replay,
    Schedule,
    Slot,
    WeekConvention,
    Weekly,
    Workdays,
)
from rules.shifts import ShiftedDay, shifted_days
from rules.windows import span_instances, window_instances

Start: TypeAlias = date | datetime

MOST_INSTANCES = 1_000_000


class TooManyDatesError(ValueError):
    """A range holds more dates than are asked for; nothing was made of them."""

    def __init__(self, most: int) -> None:
        super().__init__(f"The range holds more than {most:,} instances: choose a shorter one.")
        self.vi = f"Khoảng này có hơn {most:,} lần; hãy chọn khoảng ngắn hơn.".replace(",", ".")


_combine = datetime.combine
_MIDNIGHT = time()
_START = itemgetter(Instance._fields.index("start"))
_PERIOD = itemgetter(Instance._fields.index("period"))
# Rows zipped in C take about two thirds of the time of a call of Instance for each.
_new_instance: Callable[[Iterable[object]], Instance] = partial(tuple.__new__, Instance)
_NOTHING = repeat(None)
_KIND_START_CHANNEL = itemgetter(*map(Instance._fields.index, ("kind", "start", "channel")))


def starts(schedule: Schedule, first: date, last: date) -> list[Start]:
    """The starts of the premieres in order: wall times, or days where no time is written.

    Raises ValueError as `expand` does.
    """
    _check_range(first, last)
    recurrences = schedule.recurrences
    if len(recurrences) == 1 and len(recurrences[0].slots) == 1 and schedule.shift is None:
        recurrence = recurrences[0]
        days = find_days(recurrence.on, first, last, schedule.weeks, first.year)
        _check_count(len(days))
        return list(_starts_on(days, recurrence.slots[0].at))
    premieres = [one for series in _series(schedule, first, last, NO_DAYS_OFF) for one in series.premieres]
    return [premiere.start for premiere in _in_order(_once(premieres))]


def expand(
    schedule: Schedule,
    first: date,
    last: date,
    days_off: DaysOff = NO_DAYS_OFF,
    *,
    by_rule: bool = False,
    most: int = MOST_INSTANCES,
) -> list[Instance]:
    """Every instance by start; a day without a time before the times of that day, a premiere before a replay.

    `days_off` is what a shift avoids. A shifted premiere keeps where it came from and why (the holiday's
    name, or "weekend"), and its replays follow it. With `by_rule` an airing belongs to the range by the
    day that its rule names, and a shift may lead out of the range. Recurrences that overlap give one
    instance for one start, channel and kind: one that was not shifted, else the first in the phrase.

    Raises ValueError with a sentence: the range ends before it begins or holds more than `most`
    (TooManyDatesError), or an airing would lie beyond the calendar's last year, 9999.
    """
    _check_range(first, last)
    series = _series(schedule, first, last, days_off, by_rule=by_rule, most=most)
    if len(series) == 1 and not (series[0].slot.replays or schedule.windows or schedule.spans):
        return series[0].premieres
    instances = [premiere for one in series for premiere in one.premieres]
    for one in series:
        instances += _replays(one, schedule.weeks)
    instances = _once(instances)
    slots = sum(len(recurrence.slots) for recurrence in schedule.recurrences)
    for number, window in enumerate(schedule.windows, slots + 1):
        instances += window_instances(window, first, last, schedule.weeks, str(number), days_off)
        _check_count(len(instances), most)
    for number, span in enumerate(schedule.spans, slots + len(schedule.windows) + 1):
        instances += span_instances(span, first, last, str(number))
    _check_count(len(instances), most)
    return _in_order(instances)


def most_a_day(schedule: Schedule) -> int:
    """How many instances a day has at most, known before any is made."""
    slots = (slot for recurrence in schedule.recurrences for slot in recurrence.slots)
    return sum(1 + len(slot.replays) for slot in slots) + len(schedule.windows)


class LeftOut(NamedTuple):
    """A premiere that a day off takes away: it is skipped, or its shift meets another airing.

    start    where the rule puts it; reason: the holiday's name, or "weekend"
    meets    the start of the airing in its place, which has the same channel; None where it is skipped
    """

    start: Start
    channel: str | None
    reason: str
    meets: Start | None


def left_out(
    schedule: Schedule, first: date, last: date, days_off: DaysOff, *, by_rule: bool = False
) -> list[LeftOut]:
    """What days off take from the schedule, by start. The arguments are those of `expand`.

    Of "every working day" these are the holidays that lie on other days than the weekend.
    """
    _check_range(first, last)
    found = []
    for recurrence in schedule.recurrences:
        arrivals = _arrivals(schedule, recurrence.on, first, last, days_off, by_rule=by_rule)
        missing = [(one.origin, one.reason) for one in arrivals if one.day is None and one.reason is not None]
        missing += _holidays_not_worked(recurrence.on, first, last, schedule.weeks, days_off)
        for slot in recurrence.slots:
            begins = _starts_on([day for day, _ in missing], slot.at)
            reasons = [reason for _, reason in missing]
            found += [
                LeftOut(start, slot.channel, reason, None)
                for start, reason in zip(begins, reasons, strict=True)
            ]
    series = _series(schedule, first, last, days_off, by_rule=by_rule)
    premieres = [premiere for one in series for premiere in one.premieres]
    aired = {(one.shifted_from or one.start, one.channel) for one in _once(premieres)}
    found += [
        LeftOut(one.shifted_from, one.channel, one.reason, one.start)
        for one in premieres
        if one.shifted_from is not None and one.reason is not None
    ]
    told = dict.fromkeys(one for one in found if (one.start, one.channel) not in aired)
    return sorted(told, key=lambda one: _moment(one.start))


def _holidays_not_worked(
    on: DaySet, first: date, last: date, weeks: WeekConvention, days_off: DaysOff
) -> list[tuple[date, str]]:
    if on.days != Workdays():
        return []
    due = find_days(replace(on, days=Weekly(ALL_WEEKDAYS)), first, last, weeks, first.year, days_off)
    names, weekend = days_off.holidays, days_off.weekend
    return [(day, names[day]) for day in due if day in names and day.weekday() not in weekend]


def disagreements(schedule: Schedule, first: date, last: date) -> list[tuple[Start, Start]]:
    """Starts of premiere and replay wherever a replay's day is not what the office wrote beside it."""
    return [
        (premiere.start, start)
        for series in _series(schedule, first, last, NO_DAYS_OFF)
        for replay in series.slot.replays
        if replay.check is not None
        for premiere, start in zip(*_placed(series, replay, schedule.weeks), strict=True)
        if not agrees(replay.check, _day(premiere.start), _day(start), schedule.weeks)
    ]


# --- premieres ----------------------------------------------------------------------------


class _Series(NamedTuple):
    """The premieres of one slot. Those that a shift moved are a series of their own."""

    slot: Slot
    key: str
    premieres: list[Instance]


def _arrivals(
    schedule: Schedule, on: DaySet, first: date, last: date, days_off: DaysOff, *, by_rule: bool
) -> list[ShiftedDay]:
    if schedule.shift is None:
        return []
    return shifted_days(schedule.shift, on, first, last, schedule.weeks, days_off, by_rule=by_rule)


def _series(
    schedule: Schedule,
    first: date,
    last: date,
    days_off: DaysOff,
    *,
    by_rule: bool = False,
    most: int = MOST_INSTANCES,
) -> list[_Series]:
    """All premieres in order of the phrase; those that were moved come after all others."""
    stayed: list[_Series] = []
    moved: list[_Series] = []
    number = count = 0
    for recurrence in schedule.recurrences:
        on = recurrence.on
        arrivals = _arrivals(schedule, on, first, last, days_off, by_rule=by_rule)
        if schedule.shift is None:
            days = find_days(on, first, last, schedule.weeks, first.year, days_off)
        else:
            days = [arrival.origin for arrival in arrivals if arrival.reason is None]
            arrivals = [one for one in arrivals if one.reason is not None and one.day is not None]
        # With the replays that they will have, before any of them is made.
        count += (len(days) + len(arrivals)) * sum(1 + len(slot.replays) for slot in recurrence.slots)
        _check_count(count, most)
        for slot in recurrence.slots:
            number += 1
            key = str(number)
            stayed.append(_Series(slot, key, _premieres(on, days, slot, key)))
            if arrivals:
                moved.append(_Series(slot, key, _moved_premieres(on, arrivals, slot, key)))
    return stayed + moved


def _premieres(on: DaySet, days: list[date], slot: Slot, key: str) -> list[Instance]:
    begins = _starts_on(days, slot.at)
    return _instances("premiere", begins, slot, slot.channel, key, rule_periods(on, days), _NOTHING)


def _moved_premieres(on: DaySet, arrivals: list[ShiftedDay], slot: Slot, key: str) -> list[Instance]:
    origins = [arrival.origin for arrival in arrivals]
    written = _premieres(on, origins, slot, key)
    begins = _starts_on([arrival.day for arrival in arrivals if arrival.day is not None], slot.at)
    return [
        premiere._replace(start=start, end=end, shifted_from=premiere.start, reason=arrival.reason)
        for premiere, start, end, arrival in zip(
            written, begins, _ends(begins, slot.minutes), arrivals, strict=True
        )
    ]


# --- replays ------------------------------------------------------------------------------


def _replays(series: _Series, weeks: WeekConvention) -> list[Instance]:
    found: list[Instance] = []
    for number, replay in enumerate(series.slot.replays, 1):
        key = f"{series.key}.{number}"
        premieres, begins = _placed(series, replay, weeks)
        periods, origins = map(_PERIOD, premieres), map(_START, premieres)
        found += _instances("replay", begins, series.slot, replay.channel, key, periods, origins)
    return found


def _placed(series: _Series, replay: Replay, weeks: WeekConvention) -> tuple[list[Instance], Sequence[Start]]:
    """The premieres whose replay has a day, and the replays' starts."""
    premieres = series.premieres
    days = replay_days(replay.day, [_day(premiere.start) for premiere in premieres], weeks)
    if None in days:
        premieres = [premiere for premiere, day in zip(premieres, days, strict=True) if day is not None]
    return premieres, _starts_on([day for day in days if day is not None], replay.at)


# --- together -----------------------------------------------------------------------------


def _instances(
    kind: InstanceKind,
    begins: Sequence[Start],
    slot: Slot,
    channel: str | None,
    key: str,
    periods: Iterable[str],
    premieres: Iterable[Start | None],
) -> list[Instance]:
    """The fields of all instances, column by column and in the order of `Instance`, joined row by row."""
    minutes = slot.minutes
    about_the_slot = map(repeat, (channel, minutes, slot.minutes_max, key))
    ends, unshifted = _ends(begins, minutes), (_NOTHING, _NOTHING)
    written = repeat(slot.end_written and kind == "premiere")  # a replay has the premiere's length alone
    columns = (repeat(kind), begins, ends, *about_the_slot, periods, premieres, *unshifted, written)
    return list(map(_new_instance, zip(*columns, strict=False)))


def _starts_on(days: Sequence[date], at: time | None) -> Sequence[Start]:
    return days if at is None else list(map(_combine, days, repeat(at)))


def _ends(begins: Sequence[Start], minutes: int | None) -> Sequence[datetime | None]:
    """Ends of airings that begin all with a time or all without; None where time or duration is unknown."""
    if minutes is None or not begins or not isinstance(begins[0], datetime):
        return [None] * len(begins)
    duration = timedelta(minutes=minutes)
    try:
        return [start + duration for start in begins]  # type: ignore[misc]
    except OverflowError:
        raise ValueError(
            f"An airing of {minutes} minutes ends beyond the calendar, whose last day is {date.max}: "
            "choose a range that ends earlier."
        ) from None


def _day(start: Start) -> date:
    return start.date() if isinstance(start, datetime) else start


def _once(instances: list[Instance]) -> list[Instance]:
    """The first of those that have the same kind, start and channel."""
    if len(set(map(_KIND_START_CHANNEL, instances))) == len(instances):
        return instances
    seen: dict[object, Instance] = {}
    for instance in instances:
        seen.setdefault(_KIND_START_CHANNEL(instance), instance)
    return list(seen.values())


def _in_order(instances: list[Instance]) -> list[Instance]:
    """By start. The order given decides between equals, so premieres are to stand before replays."""
    if len(set(map(type, map(_START, instances)))) < 2:
        return sorted(instances, key=_START)
    return sorted(instances, key=_mixed_start)


def _mixed_start(instance: Instance) -> tuple[datetime, bool]:
    return _moment(instance.start)


def _moment(start: Start) -> tuple[datetime, bool]:
    if isinstance(start, datetime):
        return start, True
    return _combine(start, _MIDNIGHT), False


def _check_range(first: date, last: date) -> None:
    if first > last:
        raise ValueError(
            f"The range ends on {last}, before it begins on {first}: give the earlier day first."
        )


def _check_count(count: int, most: int = MOST_INSTANCES) -> None:
    if count > most:
        raise TooManyDatesError(most)
