"""Dealing a replay clause: its times, days, channels and stated checks to the replay of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from rules.grammar.messages import problem
from rules.grammar.sentences.dealing import Dealing
from rules.grammar.sentences.drafts import Lasting, Replay
from rules.grammar.sentences.main_clause import deal_main
from rules.grammar.terms import parts as p
from rules.schedule import DaysLater, Period

# Between a date and its weekday.
_PARTS_WEEKDAY = (p.Joint(","), p.Joint("-"), p.Open())


def start_replay(d: Dealing) -> None:
    """Begin a replay clause at the word for it."""
    if d.mode == "replay":
        close_replays(d)
    if d.depth > 0 and _label(d):
        return
    if d.rule.empty and len(d.draft.rules) > 1:
        # "…; phát lại …": the replay of the clause before.
        d.draft.rules.remove(d.rule)
        d.rule = d.draft.rules[-1]
        d.run = d.rule.run
    d.mode, d.mode_depth = "replay", d.depth
    d.replays, d.pending_days, d.pending_channels = [], [], []


def _label(d: Dealing) -> bool:
    """ "(phát lại X)" without a time or a relative day marks a replay of X: never a new date."""
    start = d.parts[d.at].start
    for at in range(d.at + 1, len(d.parts)):
        meaning = d.parts[at].meaning
        if isinstance(meaning, (p.Clock, p.When, p.SameTime, p.ReplayWeek)):
            return False
        if isinstance(meaning, p.Close):
            d.label_until = at - 1
            d.draft.labels.append((start, d.parts[at - 1].end))
            return True
    return False


def close_replays(d: Dealing) -> None:
    """End a replay clause: its replays belong to the rules of the run that have none."""
    if d.mode != "replay":
        return
    d.mode = "main"
    if d.pending_channels and d.replays:
        d.replays[-1].channels.extend(d.pending_channels)
    d.pending_channels = []
    if d.replay_count not in (None, len(d.replays)) and d.replays:
        begin, end = d.replays[0].span[0], d.replays[-1].span[1]
        facts = {"count": d.replay_count, "found": len(d.replays)}
        d.draft.problems.append(problem("count-disagrees", begin, end, **facts))
    d.replay_count = None
    if not d.replays:
        here = d.parts[min(d.at, len(d.parts) - 1)]
        last = next((part for part in reversed(d.parts) if isinstance(part.meaning, p.Replay)), here)
        d.fault("replay-without-time", last)
    scope = d.scope()
    for rule in [rule for rule in scope if not rule.replays] or scope:
        rule.replays.extend(d.replays)
    d.replays = []


def deal_replay(d: Dealing, meaning: p.Meaning, part: p.Part) -> None:
    """Deal one part of a replay clause."""
    match meaning:
        case p.Clock():
            _timed(d, meaning.at, meaning.sure, part)
            if meaning.minutes is not None:
                d.draft.durations.append(Lasting(p.Duration(meaning.minutes), None, d.run, False))
        case p.SameTime():
            _timed(d, None, True, part).same_time = True
        case p.When():
            _relative_day(d, meaning, part)
        case p.Weekdays():
            _weekdays(d, meaning, part)
        case p.ReplayWeek():
            _named_week(d, meaning, part)
        case p.Weeks():
            _numbered_week(d, meaning, part)
        case p.Dates():
            _date(d, meaning, part)
        case p.Times(count):
            d.replay_count = count
        case p.MonthDays():
            _month_days(d, meaning, part)
        case p.Channel():
            _channel(d, meaning)
        case p.DayPart():
            _day_part(d, meaning)
        case p.Each() if meaning.period not in (Period.MONTH, Period.YEAR):
            d.unexpected(part)
        case p.Months() | p.Year() | p.DateRange() | p.OfPeriod() | p.Each():
            deal_main(d, meaning, part)  # behind the replay they bound the whole rule
        case _:
            d.unexpected(part)


def _last(d: Dealing) -> Replay | None:
    return d.replays[-1] if d.replays else None


def _new(d: Dealing, part: p.Part) -> Replay:
    replay = Replay(span=(part.start, part.end))
    d.replays.append(replay)
    return replay


def _timed(d: Dealing, at: time | None, sure: bool, part: p.Part) -> Replay:
    """A time completes the replay that has none, or begins one on the same day as the one before."""
    replay = last = _last(d)
    if replay is None or replay.at is not None or replay.same_time:
        replay = _new(d, part)
        if d.pending_days:
            replay.days, replay.inherited = list(d.pending_days), True
        elif last is not None and last.placed:
            replay.days, replay.weekdays = list(last.days), last.weekdays
            replay.next_week, replay.month_week = last.next_week, last.month_week
            replay.date, replay.inherited = last.date, True
    replay.at, replay.sure = at, sure
    replay.part, d.pending_part = d.pending_part or replay.part, None
    if d.pending_channels:
        replay.channels, d.pending_channels = [*replay.channels, *d.pending_channels], []
    return replay


def _relative_day(d: Dealing, meaning: p.When, part: p.Part) -> None:
    last = _last(d)
    if last is not None and last.date is not None:
        if meaning.day != DaysLater(0) or not last.inherited:
            d.unexpected(part)  # "10h ngày 24/3, 15h hôm sau"
        last.part = meaning.part or last.part
        return
    if last is None:
        d.pending_days, d.pending_part = [meaning.day], meaning.part
    if last is None or (last.placed and not last.weekdays):
        replay = _new(d, part)
        replay.days, replay.part = [meaning.day], meaning.part
        return
    if last.weekdays and not last.inherited:
        if len(last.weekdays) > 1:
            d.unexpected(part)
            return
        last.check_weekday, last.weekdays = last.weekdays[0], ()
    # A day that stands behind several times is the day of all of them that have none.
    for replay in reversed(d.replays):
        if replay.placed:
            break
        replay.days, replay.weekdays, replay.inherited = [meaning.day], (), False
        replay.part = meaning.part or replay.part


def _weekdays(d: Dealing, meaning: p.Weekdays, part: p.Part) -> None:
    """A weekday is the replay's day; behind a day that is relative to the premiere it checks it.

    Beside a date it is the date's, and `_date` takes it.
    """
    if any(weekday_of_date(d.parts, at) == d.at for at in range(max(0, d.at - 2), d.at + 3)):
        return
    last = _last(d)
    if last is not None and last.date is not None:
        d.unexpected(part)  # "10h ngày 24/3, 15h thứ Hai": behind the premiere, or behind the 24th?
        return
    if last is not None and last.placed and last.days and not last.weekdays:
        # "…ngày hôm sau và 8h thứ Bảy": a time of its own stands between, so it is no check.
        of_its_own = isinstance(d.beside(-1), p.Clock)
        if len(meaning.days) > 1 or last.check_weekday is not None or of_its_own:
            d.unexpected(part)
            return
        for replay in d.replays:
            if replay.days == last.days:
                replay.check_weekday = meaning.days[0]
        return
    if last is not None and last.placed and last.at is None and not last.same_time:
        d.unexpected(part)  # "Thursday Sunday 3.30pm"
        return
    if last is None or (last.placed and last.at is not None):
        _new(d, part)
    for replay in reversed(d.replays):
        if replay.placed:
            break
        replay.days, replay.weekdays, replay.inherited = [], meaning.days, False


def _named_week(d: Dealing, meaning: p.ReplayWeek, part: p.Part) -> None:
    last = _last(d)
    if last is not None and last.weekdays:
        last.next_week = meaning.next_week
    elif meaning.next_week and last is not None and not last.placed:
        last.days = [DaysLater(7)]
    else:
        d.unexpected(part)


def _numbered_week(d: Dealing, meaning: p.Weeks, part: p.Part) -> None:
    last = _last(d)
    if last is None or len(meaning.weeks) != 1:
        d.unexpected(part)
    elif last.check_weekday is not None or (last.days and d.depth):
        for replay in d.replays:
            if replay.days == last.days:
                replay.check_week = meaning.weeks[0]
    elif last.weekdays and last.month_week is None:
        last.month_week = meaning.weeks[0]
    else:
        d.unexpected(part)


def _date(d: Dealing, meaning: p.Dates, part: p.Part) -> None:
    last = _last(d)
    weekday = weekday_of_date(d.parts, d.at)
    if weekday is not None:
        if _two_times(d, weekday):
            d.unexpected(part)
            return
        named = d.parts[weekday].meaning
        meaning = replace(meaning, weekdays=named.days if isinstance(named, p.Weekdays) else ())
    if last is not None and last.days and last.placed:
        last.check_date = meaning
        return
    if last is not None and last.placed and not (last.at and d.clock_follows()):
        d.unexpected(part)  # "10h Chủ nhật và ngày 25/3": at what time?
        return
    if last is None or last.placed:
        _new(d, part)
    for replay in reversed(d.replays):  # behind several times it is the day of all that have none
        if replay.placed:
            break
        replay.date, replay.days, replay.weekdays, replay.inherited = meaning, [], (), False


def weekday_of_date(parts: Sequence[p.Part], at: int) -> int | None:
    """Where the weekday of the one date at a place stands: "Chủ nhật 22/3", "22/3 (Chủ nhật)".

    A blank, a comma, a dash or a bracket may part them. Behind the date it is not one that a time or a date
    of its own follows ("22/3, Chủ nhật 15h").
    """
    date = parts[at].meaning if 0 <= at < len(parts) else None
    if not isinstance(date, p.Dates) or len(date.days) != 1 or any(date.weekdays):
        return None
    for step in (-1, 1):
        beside = at + step
        if _meaning(parts, beside) in _PARTS_WEEKDAY:
            beside += step
        weekday = _meaning(parts, beside)
        if not isinstance(weekday, p.Weekdays) or len(weekday.days) != 1:
            continue
        if step < 0 or not isinstance(_meaning(parts, beside + 1), p.Clock | p.Dates | p.ReplayWeek):
            return beside
    return None


def _meaning(parts: Sequence[p.Part], at: int) -> p.Meaning | None:
    return parts[at].meaning if 0 <= at < len(parts) else None


def _two_times(d: Dealing, weekday: int) -> bool:
    """ "10h Chủ nhật, 25/3 15h": perhaps two replays, one on each."""
    first, last = sorted((weekday, d.at))
    times = (_meaning(d.parts, first - 1), _meaning(d.parts, last + 1))
    return last - first > 1 and all(isinstance(one, p.Clock) for one in times)


def _month_days(d: Dealing, meaning: p.MonthDays, part: p.Part) -> None:
    """ "ngày 15 hằng tháng, phát lại ngày 16": as many days later as lie between."""
    of = d.scope()[-1].month_days
    later = (
        {n - m for m, n in zip(of.days, meaning.days, strict=True)}
        if of and len(of.days) == len(meaning.days)
        else set()
    )
    certain = of is not None and min(of.days) > 0 and max(meaning.days) < 29 and len(later) == 1
    if not certain or min(later) < 0:
        d.unexpected(part)
        return
    _relative_day(d, p.When(DaysLater(later.pop())), part)


def _channel(d: Dealing, meaning: p.Channel) -> None:
    last = _last(d)
    if isinstance(d.beside(1), p.Clock):
        d.pending_channels = [meaning.name]
    elif last is not None and (last.at or last.placed):
        last.channels.append(meaning.name)
    else:
        d.pending_channels.append(meaning.name)


def _day_part(d: Dealing, meaning: p.DayPart) -> None:
    last = _last(d)
    if last is not None and last.at is not None and not d.clock_follows():
        last.part = meaning.name
    else:
        d.pending_part = meaning.name
