"""A schedule in a range of days: which airings, windows and spans it names.

The days come from `rules.days`; here they get times, shifts and replays. `first` and `last` are days,
both inclusive. An airing belongs to the range by its own start, a replay with its premiere, a window or
span that touches the range is given whole. What has no year takes the year of `first`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from rules.days import find_days, rule_period
from rules.replays import agrees, replay_day
from rules.schedule import (
    NO_DAYS_OFF,
    DaySet,
    DaysOff,
    Instance,
    Replay,
    Schedule,
    Shift,
    ShiftTo,
    Slot,
    WeekConvention,
)
from rules.windows import span_instances, window_instances

Start: TypeAlias = date | datetime

MOST_INSTANCES = 1_000_000
WEEKEND = "weekend"

_combine = datetime.combine
_START = attrgetter("start")
_MIDNIGHT = time()
_ONE_DAY = timedelta(days=1)


def starts(schedule: Schedule, first: date, last: date) -> list[Start]:
    """The starts of the premieres in order: wall times, or days where no time is written.

    Raises ValueError as `expand` does.
    """
    _check_range(first, last)
    recurrences = schedule.recurrences
    if len(recurrences) == 1 and len(recurrences[0].slots) == 1 and schedule.shift is None:
        days = find_days(recurrences[0].on, first, last, schedule.weeks, first.year)
        at = recurrences[0].slots[0].at
        _check_count(len(days))
        return list(days) if at is None else list(map(_combine, days, repeat(at)))
    premieres = _once(_premieres(schedule, first, last, NO_DAYS_OFF))
    return [premiere.start for premiere in _in_order(premieres)]


def expand(schedule: Schedule, first: date, last: date, days_off: DaysOff = NO_DAYS_OFF) -> list[Instance]:
    """Every instance by start; a day without a time before the times of that day, a premiere before a replay.

    `days_off` is what a shift avoids. A shifted premiere keeps where it came from and why (the holiday's
    name, or "weekend"), and its replays follow it. Recurrences that overlap give one instance for one
    start, channel and kind: one that was not shifted, else the first in the phrase.

    Raises ValueError with a sentence: the range ends before it begins or holds more than `MOST_INSTANCES`,
    or an airing would lie beyond the calendar's last year, 9999.
    """
    _check_range(first, last)
    premieres = _premieres(schedule, first, last, days_off)
    replays = [_replay_instance(*placed) for placed in _placed_replays(schedule, premieres)]
    instances = premieres + replays
    slots = sum(len(recurrence.slots) for recurrence in schedule.recurrences)
    if replays or slots > 1 or schedule.shift is not None:
        instances = _once(instances)
    for number, window in enumerate(schedule.windows, slots + 1):
        instances += window_instances(window, first, last, schedule.weeks, str(number))
    for number, span in enumerate(schedule.spans, slots + len(schedule.windows) + 1):
        instances += span_instances(span, first, last, str(number))
    _check_count(len(instances))
    return _in_order(instances)


def disagreements(schedule: Schedule, first: date, last: date) -> list[tuple[Start, Start]]:
    """Starts of premiere and replay wherever a replay's day is not what the office wrote beside it."""
    premieres = _premieres(schedule, first, last, NO_DAYS_OFF)
    return [
        (placed.premiere.start, placed.start)
        for placed in _placed_replays(schedule, premieres)
        if placed.replay.check is not None
        and not agrees(placed.replay.check, _day(placed.premiere.start), _day(placed.start), schedule.weeks)
    ]


# --- premieres ----------------------------------------------------------------------------


class _Place(NamedTuple):
    """Where the airing of a rule's day `origin` goes; `reason` tells of a shift."""

    day: date
    origin: date
    reason: str | None


def _premieres(schedule: Schedule, first: date, last: date, days_off: DaysOff) -> list[Instance]:
    """All premieres in order of the phrase; those that were shifted come after all others."""
    premieres: list[Instance] = []
    number = 0
    for recurrence in schedule.recurrences:
        on = recurrence.on
        if schedule.shift is None:
            days = find_days(on, first, last, schedule.weeks, first.year)
        else:
            places = _shifted(schedule.shift, on, first, last, schedule.weeks, days_off)
        for slot in recurrence.slots:
            number += 1
            if schedule.shift is None:
                premieres += _on_days(on, days, slot, str(number))
            else:
                premieres += [_on_place(on, place, slot, str(number)) for place in places]
            _check_count(len(premieres))
    if schedule.shift is not None:
        premieres.sort(key=lambda premiere: premiere.shifted_from is not None)
    return premieres


def _on_days(on: DaySet, days: list[date], slot: Slot, key: str) -> list[Instance]:
    channel, minutes, most = slot.channel, slot.minutes, slot.minutes_max
    if slot.at is None:
        return [
            Instance("premiere", day, None, channel, minutes, most, key, rule_period(on, day)) for day in days
        ]
    begins = list(map(_combine, days, repeat(slot.at)))
    return [
        Instance("premiere", start, end, channel, minutes, most, key, rule_period(on, day))
        for day, start, end in zip(days, begins, _ends(begins, minutes), strict=False)
    ]


def _on_place(on: DaySet, place: _Place, slot: Slot, key: str) -> Instance:
    start = _at(place.day, slot.at)
    origin = None if place.reason is None else _at(place.origin, slot.at)
    return Instance(
        "premiere",
        start,
        _end(start, slot.minutes),
        slot.channel,
        slot.minutes,
        slot.minutes_max,
        key,
        rule_period(on, place.origin),
        None,
        origin,
        place.reason,
    )


def _shifted(
    shift: Shift, on: DaySet, first: date, last: date, weeks: WeekConvention, days_off: DaysOff
) -> list[_Place]:
    """The rule's days moved off days off; those that arrive in the range are looked for outside it too."""
    begin, end = first, last
    while shift.to is ShiftTo.NEXT and begin > date.min and days_off.is_off(begin - _ONE_DAY):
        begin -= _ONE_DAY
    while shift.to is ShiftTo.PREVIOUS and end < date.max and days_off.is_off(end + _ONE_DAY):
        end += _ONE_DAY
    places = []
    for origin in find_days(on, begin, end, weeks, first.year):
        place = _shift_day(shift, origin, days_off)
        if place is not None and first <= place.day <= last:
            places.append(place)
    return places


def _shift_day(shift: Shift, origin: date, days_off: DaysOff) -> _Place | None:
    hit = days_off.is_holiday(origin) if shift.holidays_only else days_off.is_off(origin)
    if not hit:
        return _Place(origin, origin, None)
    if shift.to is ShiftTo.SKIP:
        return None
    step = _ONE_DAY if shift.to is ShiftTo.NEXT else -_ONE_DAY
    day = origin
    try:
        while days_off.is_off(day):
            day += step
    except OverflowError:
        raise ValueError(f"The calendar has no working day beyond {origin}: choose another range.") from None
    return _Place(day, origin, days_off.holidays.get(origin, WEEKEND))


# --- replays ------------------------------------------------------------------------------


class _PlacedReplay(NamedTuple):
    premiere: Instance
    replay: Replay
    start: Start
    key: str


def _placed_replays(schedule: Schedule, premieres: Iterable[Instance]) -> Iterator[_PlacedReplay]:
    """The replays of the premieres that have a day, premiere by premiere."""
    slots = [slot for recurrence in schedule.recurrences for slot in recurrence.slots]
    if not any(slot.replays for slot in slots):
        return
    for premiere in premieres:
        day = _day(premiere.start)
        for number, replay in enumerate(slots[int(premiere.slot) - 1].replays, 1):
            on = replay_day(replay.day, day, schedule.weeks)
            if on is not None:
                yield _PlacedReplay(premiere, replay, _at(on, replay.at), f"{premiere.slot}.{number}")


def _replay_instance(premiere: Instance, replay: Replay, start: Start, key: str) -> Instance:
    return Instance(
        "replay",
        start,
        _end(start, premiere.minutes),
        replay.channel,
        premiere.minutes,
        premiere.minutes_max,
        key,
        premiere.period,
        premiere.start,
    )


# --- together -----------------------------------------------------------------------------


def _at(day: date, at: time | None) -> Start:
    return day if at is None else _combine(day, at)


def _day(start: Start) -> date:
    return start.date() if isinstance(start, datetime) else start


def _end(start: Start, minutes: int | None) -> datetime | None:
    if minutes is None or not isinstance(start, datetime):
        return None
    return _ends([start], minutes)[0]


def _ends(begins: list[datetime], minutes: int | None) -> Sequence[datetime | None]:
    if minutes is None:
        return [None] * len(begins)
    duration = timedelta(minutes=minutes)
    try:
        return [start + duration for start in begins]
    except OverflowError:
        raise ValueError(
            f"An airing of {minutes} minutes ends beyond the calendar, whose last day is {date.max}: "
            "choose a range that ends earlier."
        ) from None


def _once(instances: list[Instance]) -> list[Instance]:
    """The first of those that have the same kind, start and channel."""
    seen: dict[tuple[str, Start, str | None], Instance] = {}
    for instance in instances:
        seen.setdefault((instance.kind, instance.start, instance.channel), instance)
    return list(seen.values())


def _in_order(instances: list[Instance]) -> list[Instance]:
    """By start. The order given decides between equals, so premieres are to stand before replays."""
    timed = {isinstance(instance.start, datetime) for instance in instances}
    if len(timed) < 2:
        return sorted(instances, key=_START)
    return sorted(instances, key=_mixed_start)


def _mixed_start(instance: Instance) -> tuple[datetime, bool]:
    start = instance.start
    if isinstance(start, datetime):
        return start, True
    return _combine(start, _MIDNIGHT), False


def _check_range(first: date, last: date) -> None:
    if first > last:
        raise ValueError(
            f"The range ends on {last}, before it begins on {first}: give the earlier day first."
        )


def _check_count(count: int) -> None:
    if count > MOST_INSTANCES:
        raise ValueError(f"The range holds more than {MOST_INSTANCES:,} instances: choose a shorter one.")
