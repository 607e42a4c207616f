"""Replays as they are written -> the replays of the rules that they hold for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from rules.grammar.drafting.drafts import DAYS, Draft, OnWeekdays, Replay, Rule
from rules.grammar.drafting.places import Places
from rules.grammar.messages import problem
from rules.grammar.sentences.trees import Again, ReplayDay, Replays
from rules.grammar.terms import parts as p
from rules.schedule import Check, DaysLater


def add_replays(draft: Draft, replays: Replays, places: Places, rules: Sequence[Rule]) -> list[Rule]:
    """The rules with the replays that hold for them."""
    span = places.span(replays.first, replays.last)
    if not rules:
        draft.problems.append(problem("replay-without-premiere", *span))
        return []
    timed = [bool(one.times) for one in replays.groups]
    if _mixed(replays) or (any(timed) and not all(timed)):
        draft.problems.append(problem("not-understood/does-not-fit", *span))
    found: list[Rule] = []
    for rule in rules:
        made = [one for group in replays.groups for one in _again(draft, group, rule, places)]
        found.append(replace(rule, replays=(*rule.replays, *made)))
        if not found[-1].replays:
            draft.problems.append(problem("replay-without-time", *span))
    number = len(found[0].replays)
    if replays.count not in (None, number):
        draft.problems.append(problem("count-disagrees", *span, count=replays.count, found=number))
    _before_the_premiere(draft, replays, rules[0], places)
    return found


def _mixed(replays: Replays) -> bool:
    """ "10h Chủ nhật 24/3, 15h thứ Hai": behind the premiere, or behind the 24th?"""
    dated = [isinstance(day.named, p.Dates) for group in replays.groups for day in group.days]
    return any(one and not other for one, other in pairwise(dated))


def _before_the_premiere(draft: Draft, replays: Replays, rule: Rule, places: Places) -> None:
    """A time before the premiere's is not the same day's: beside days that are named it has theirs."""
    first = rule.slots[0].clock if rule.slots else None
    for k, group in enumerate(replays.groups):
        dated = any(one.days for one in replays.groups[k + 1 :])
        if group.days or not dated or first is None:
            continue
        clocks = [places.row[at].meaning for at in group.times]
        if any(isinstance(clock, p.Clock) and clock.at <= first.at for clock in clocks):
            draft.problems.append(
                problem("not-understood/does-not-fit", *places.span(group.first, group.last))
            )


def _again(draft: Draft, group: Again, rule: Rule, places: Places) -> Iterator[Replay]:
    for at, day in product(group.times or (None,), group.days or (None,)):
        made = _timed(at, group, places)
        placed = made if day is None else _placed(made, day, rule)
        if placed is None and day is not None:
            span = places.span(day.first, day.last)
            draft.problems.append(problem("not-understood/does-not-fit", *span))
        yield placed or made


def _timed(at: int | None, group: Again, places: Places) -> Replay:
    within = _channels(group, places)
    if at is None:
        return Replay(channels=within, span=places.span(group.first, group.last))
    part, meaning, owners = places.part(at), places.row[at].meaning, places.owners
    return Replay(
        time=meaning if isinstance(meaning, p.Clock) else p.SameTime(),
        part=owners.parts.get(part),
        channels=tuple(owners.channels.get(part, ())) or within,
        span=places.span(at, at),
    )


def _channels(group: Again, places: Places) -> tuple[str, ...]:
    """The channels between and beside the terms of a piece."""
    first, last = places.part(group.first), places.part(group.last)
    while last + 1 < len(places.parts) and isinstance(places.parts[last + 1].meaning, p.Channel):
        last += 1
    while first and isinstance(places.parts[first - 1].meaning, p.Channel):
        first -= 1
    named = (places.parts[k].meaning for k in range(first, last + 1))
    return tuple(meaning.name for meaning in named if isinstance(meaning, p.Channel))


def _placed(made: Replay, day: ReplayDay, rule: Rule) -> Replay | None:
    """A replay with its day; None where the premiere leaves it open."""
    match day.named:
        case p.When(later, part):
            made = replace(made, day=later, part=made.part or part)
        case p.Weekdays(weekdays):
            week = day.week if isinstance(day.week, p.ReplayWeek | p.Weeks) else None
            if isinstance(week, p.Weeks) and len(week.weeks) > 1:
                return None
            made = replace(made, day=OnWeekdays(weekdays, week))
        case p.Dates():
            named = next((one.days for one in day.check if isinstance(one, p.Weekdays)), ())
            return replace(made, day=replace(day.named, weekdays=named) if named else day.named)
        case p.ReplayWeek():
            made = replace(made, day=DaysLater(7))
        case p.Each():  # "with a repeat each night at 9pm": of days in a row, on each of them
            if not rule.daily and not _each_day_of_a_range(rule):
                return None
            made = replace(made, day=DaysLater(0))
        case p.MonthDays(numbers):
            later_by = _days_later(rule, numbers)
            if later_by is None:
                return None
            made = replace(made, day=DaysLater(later_by))
    return _checked(made, day.check)


def _each_day_of_a_range(rule: Rule) -> bool:
    """ "October 2-4", "Wednesday to Friday, October 2-4": days in a row, none of them left out."""
    if rule.between is None or not rule.names_days:
        return rule.between is not None
    first, last, weekdays = rule.between.first, rule.between.last, rule.weekdays
    if rule.terms.keys() & DAYS != {p.Weekdays} or weekdays is None or first is None or last is None:
        return False
    return first.month == last.month and last.day - first.day < len(weekdays.days)


def _days_later(rule: Rule, numbers: tuple[int, ...]) -> int | None:
    """ "Ngày 15 hằng tháng, phát lại ngày 16": as many days later as lie between."""
    of = rule.month_days.days if rule.month_days else ()
    if not of or len(of) != len(numbers) or min(of) < 1 or max(numbers) > 28:
        return None
    later = {n - m for m, n in zip(of, numbers, strict=True)}
    return later.pop() if len(later) == 1 and min(later) >= 0 else None


def _checked(made: Replay, checks: Sequence[p.Meaning]) -> Replay | None:
    """A replay with what says its day once more; None where that is no weekday, week or date."""
    said = Check()
    for check in checks:
        match check:
            case p.Weekdays((weekday,)):
                said = replace(said, weekday=weekday)
            case p.Weeks((week,)):
                said = replace(said, week=week)
            case p.Dates():
                made = replace(made, check_date=check)
            case _:
                return None
    return replace(made, check=said) if said != Check() else made
