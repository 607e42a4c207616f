"""Replays: behind their word, days and times that are seen from the premiere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from rules.grammar.sentences.chart import Chart, Derivation
from rules.grammar.sentences.groups import across, days, times
from rules.grammar.sentences.preferences import NONE, Marks, Preference, against, plus
from rules.grammar.sentences.row import Sort
from rules.grammar.sentences.trees import Again, Day, Group, ReplayDay, Replays, Time
from rules.grammar.terms import parts as p
from rules.schedule import Period

_WEEKDAY_AND_DATE = frozenset({",", "-"})


def replays(c: Chart, at: int) -> Iterator[Derivation[Replays]]:
    """ "Phát lại 22h, 6h ngày hôm sau": one piece or several, each with days, times or both."""
    if c.sort(at) is not Sort.REPLAY:
        return
    begin = at + 1
    headed = c.sort(begin) is Sort.JOINT or c.item(at).meaning == p.Replay(True)
    begin += c.sort(begin) is Sort.JOINT
    parted = at > 0 and c.item(at - 1).breaks
    count = c.item(begin).meaning
    if isinstance(count, p.Times):
        begin += 1
        begin += c.sort(begin) is Sort.JOINT
    number = count.count if isinstance(count, p.Times) else None
    todo = [
        Derivation(Replays(at, one.end - 1, (one.value,), number), one.end, one.marks)
        for one in c.made(again, begin)
    ]
    while todo:
        found = todo.pop()
        yield found._replace(marks=plus(found.marks, _timeless(found.value)))
        last = found.value.groups[-1]
        for following in _goes_on(c, found.end, headed, parted):
            for one, end, marks in c.made(again, following):
                bare = c.sort(following - 1) is not Sort.JOINT
                if c.joint(following - 1) == "," and _checks(last, one):
                    continue  # a weekday before a date is its own
                if not one.days and last.days and last.order == "days" and not c.item(following - 1).breaks:
                    continue  # one more time of those days
                if last.order == "days" and one.order == "times" and c.joint(one.times[-1] + 1) == ",":
                    continue  # "Saturday 6am and 11am, Sunday": the time is Saturday's
                if bare and not (one.days and one.times and last.days and last.times):
                    continue  # a time belongs to the day that it touches
                made = Replays(at, end - 1, (*found.value.groups, one), number)
                todo.append(Derivation(made, end, plus(found.marks, marks)))
                c.spend(1)


def with_premieres(c: Chart, at: int) -> Iterator[Derivation[tuple[Group, Replays]]]:
    """ "At 9am and rebroadcast at 4pm from Monday to Saturday": the days behind are those of both.

    A replay that is earlier in the day than its premiere has those days only where it is daily.
    """
    for premieres, end, marks in c.made(times, at):
        word = end + 1 if c.sort(end) is Sort.JOINT and not c.item(end).breaks else end
        if c.sort(word) is not Sort.REPLAY:
            continue
        for found, close, _ in c.made(again, word + 1):
            for listed, last, more in c.made(days, close + (c.joint(close) == ",")):
                if _on_days_of(c, found, premieres, listed):
                    made = Group(at, last - 1, listed, premieres, "times")
                    yield Derivation((made, Replays(word, close - 1, (found,))), last, plus(marks, more))


def _on_days_of(c: Chart, found: Again, premieres: Sequence[Time], listed: Sequence[Day]) -> bool:
    """True where the replay says how many days later it is; or no day, and it is later on the same one."""
    if found.days:
        return all(isinstance(day.named, p.When) for day in found.days)
    later = all(_clock(c, one) > premiere.clock.at for one in found.times for premiere in premieres)
    return later or all(p.Each(Period.DAY) in day.bounds for day in listed)


def _clock(c: Chart, at: int) -> time:
    meaning = c.item(at).meaning
    return meaning.at if isinstance(meaning, p.Clock) else time.max


def _checks(last: Again, one: Again) -> bool:
    weekday = bool(last.days) and isinstance(last.days[-1].named, p.Weekdays) and last.order == "times"
    return weekday and bool(one.days) and isinstance(one.days[0].named, p.Dates) and one.order != "times"


def _timeless(made: Replays) -> Marks:
    """A mark for each piece of days alone beside one with a time."""
    if not any(one.times for one in made.groups):
        return NONE
    return against(*[Preference.TIMELESS] * sum(not one.times for one in made.groups))


def _goes_on(c: Chart, at: int, headed: bool, parted: bool) -> Iterator[int]:
    """Where the next piece begins: over a break only under a heading, or where it can be no premiere.

    `parted` from its premiere by a break, it may go on behind the next: "…; phát lại 7h thứ Ba; 9h thứ Tư".
    """
    begin = at + 1 if c.sort(at) is Sort.JOINT else at
    if c.sort(begin) is Sort.REPLAY:
        return  # with a word of its own the next has its own place in the tree
    listed = headed or (parted and not c.item(begin).worded)
    if c.item(at).breaks and not listed and not _seen_from_a_premiere(c, begin):
        return
    yield begin


def _seen_from_a_premiere(c: Chart, at: int) -> bool:
    """ "…; ngày hôm sau 6h", "…; 6h, 11h ngày hôm sau": no premiere is on the day behind."""
    while c.sort(at) is Sort.CLOCK or (c.sort(at) is Sort.JOINT and c.joint(at) in (",", "and")):
        at += 1
    return c.sort(at) is Sort.WHEN


def again(c: Chart, at: int) -> Iterator[Derivation[Again]]:
    """Days with times, times with days, days alone, times alone."""
    for listed, end, marks in c.made(replay_days, at):
        yield Derivation(Again(at, end - 1, listed, (), "days"), end, marks)
        for begin, close, over in across(c, end):
            for found, behind, more in c.made(clocks, begin):
                if close is None or behind == close:
                    last = behind if close is None else close + 1
                    made = Again(at, last - 1, listed, found, "days")
                    yield Derivation(made, last, plus(plus(marks, more), over))
    for found, end, marks in c.made(clocks, at):
        yield Derivation(Again(at, end - 1, (), found, ""), end, marks)
        for begin, close, over in across(c, end):
            if c.joint(end) == ":":
                continue
            for listed, behind, more in c.made(replay_days, begin):
                if close is None or behind == close:
                    last = behind if close is None else close + 1
                    made = Again(at, last - 1, listed, found, "times")
                    yield Derivation(made, last, plus(plus(marks, more), over))


def clocks(c: Chart, at: int) -> Iterator[Derivation[tuple[int, ...]]]:
    """Places of times of day, one behind the other."""
    listed: tuple[int, ...] = ()
    while c.sort(at) is Sort.CLOCK:
        listed = (*listed, at)
        yield Derivation(listed, at + 1, NONE)
        at += 1
        if c.sort(at) is Sort.JOINT and c.joint(at) != ":" and not c.item(at).breaks:
            at += 1


def replay_days(c: Chart, at: int) -> Iterator[Derivation[tuple[ReplayDay, ...]]]:
    """A list of days of replays."""
    todo: list[Derivation[tuple[ReplayDay, ...]]] = [
        Derivation((one.value,), one.end, one.marks) for one in c.made(replay_day, at)
    ]
    while todo:
        found = todo.pop()
        yield found
        if c.joint(found.end) in (",", "and", "/", "-"):
            for one, end, _ in c.made(replay_day, found.end + 1):
                if isinstance(one.named, p.Dates) is not isinstance(found.value[-1].named, p.Dates):
                    continue
                todo.append(Derivation((*found.value, one), end, NONE))
                c.spend(1)


def replay_day(c: Chart, at: int) -> Iterator[Derivation[ReplayDay]]:
    """A day seen from the premiere, a weekday in some week, a date beside its weekday; and its check."""
    meaning = c.item(at).meaning
    if c.sort(at) is Sort.WHEN:
        yield from _checked(c, ReplayDay(at, at, meaning), at + 1)
    elif isinstance(meaning, p.Weekdays):
        yield from _weekday(c, at, meaning)
    elif isinstance(meaning, p.Dates):
        yield Derivation(ReplayDay(at, at, meaning), at + 1, NONE)
        behind, end = _beside(c, at + 1)
        if isinstance(behind, p.Weekdays) and len(behind.days) == 1:
            yield Derivation(ReplayDay(at, end - 1, meaning, None, (behind,)), end, NONE)
    elif isinstance(meaning, p.MonthDays) or meaning == p.Each(Period.DAY):
        yield Derivation(ReplayDay(at, at, meaning), at + 1, NONE)
    elif isinstance(meaning, p.ReplayWeek | p.Weeks):
        behind = c.item(at + 1).meaning
        if isinstance(behind, p.Weekdays):
            yield Derivation(ReplayDay(at, at + 1, behind, meaning), at + 2, NONE)
        elif isinstance(meaning, p.ReplayWeek) and meaning.next_week:
            yield Derivation(ReplayDay(at, at, meaning), at + 1, NONE)


def _weekday(c: Chart, at: int, meaning: p.Weekdays) -> Iterator[Derivation[ReplayDay]]:
    behind = c.item(at + 1).meaning
    date, end = _beside(c, at + 1)
    if isinstance(date, p.Dates) and len(meaning.days) == 1:
        yield Derivation(ReplayDay(at, end - 1, date, None, (meaning,)), end, NONE)
        if end == at + 2:
            return  # a weekday directly before a date is its own
    if isinstance(behind, p.ReplayWeek | p.Weeks):
        yield Derivation(ReplayDay(at, at + 1, meaning, behind), at + 2, NONE)
        return
    if isinstance(date, p.ReplayWeek | p.Weeks):
        yield Derivation(ReplayDay(at, end - 1, meaning, date), end, NONE)
    yield Derivation(ReplayDay(at, at, meaning), at + 1, NONE)


def _beside(c: Chart, at: int) -> tuple[p.Meaning | None, int]:
    """What stands there, behind a comma or a dash, or alone in parentheses; and the end of it."""
    if c.sort(at) is Sort.OPEN and c.closes[at] == at + 2:
        return c.item(at + 1).meaning, at + 3
    if c.joint(at) in _WEEKDAY_AND_DATE:
        return c.item(at + 1).meaning, at + 2
    return c.item(at).meaning, at + 1


def _checked(c: Chart, day: ReplayDay, at: int) -> Iterator[Derivation[ReplayDay]]:
    """ "Ngày hôm sau (thứ Ba - tuần 1)": what stands beside a day that is counted says it once more."""
    yield Derivation(day, at, NONE)
    begin = at + 1 if c.sort(at) is Sort.OPEN else at
    end, found = begin, list[p.Meaning]()
    while isinstance(c.item(end).meaning, p.Weekdays | p.Weeks | p.Dates | p.ReplayWeek):
        if isinstance(c.item(end).meaning, p.Weeks) and not found and begin == at:
            break
        found.append(c.item(end).meaning)
        end += 1
        if c.joint(end) in (",", "-", "/") and begin > at:
            end += 1
    if not found:
        return
    if begin > at:
        if c.closes[at] != end:
            return
        end += 1
    made = ReplayDay(day.first, end - 1, day.named, None, tuple(found))
    yield Derivation(made, end, NONE)
