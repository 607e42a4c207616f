"""Terms that are settled before trees are looked for: labels, moved dates, notices, times said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.grammar.lexing.tokens import Problem
from rules.grammar.messages import problem
from rules.grammar.sentences.notes import of_their_own
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import fold
from rules.vocabulary.doubts import NEXT_ONE

_NEXT_ONE = frozenset(map(fold, NEXT_ONE))  # also as they are written without accents
_NEW = (p.Clock, p.When, p.SameTime, p.ReplayWeek)
_RULES = (p.Weekdays, p.NthWeekdays, p.MonthDays, p.Workdays)
_MARKS = (p.Open, p.Close, p.Break, p.Joint)
_OF_A_CLOSURE = (p.Except, p.Dates, p.DateRange, p.Stretch, p.Joint, p.Open, p.Close, p.Break)


class Settled(NamedTuple):
    """The parts that are left; the places of labels; and what is wrong already."""

    parts: Sequence[p.Part]
    labels: list[tuple[int, int]]
    problems: list[Problem]


def settled(parts: Sequence[p.Part]) -> Settled:
    """The parts of a phrase without what has no place in a tree."""
    parts, labels = _without_labels(_on_one_clock(parts))
    parts, problems = _moved(parts)
    parts, twice = _said_twice(_without_closure(_counted_alone(parts)))
    parts = _taken_apart(of_their_own(_next_ones(parts)))
    return Settled(parts, labels, [*problems, *twice])


def _next_ones(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """ "(next meeting 15 January)" at the end of its clause is a clause of its own."""
    made = list(parts)
    for at, part in enumerate(parts):
        if not isinstance(part.meaning, p.Open):
            continue
        close = next((k for k in range(at, len(parts)) if isinstance(parts[k].meaning, p.Close)), None)
        if close is None:
            continue
        words = [fold(token.text.lower()) for one in parts[at + 1 : close] for token in one.words]
        last = close + 1 == len(parts) or isinstance(parts[close + 1].meaning, p.Break)
        dated = any(isinstance(one.meaning, p.Dates) for one in parts[at + 1 : close])
        if last and dated and not set(words).isdisjoint(_NEXT_ONE):
            made[at] = replace(part, meaning=p.Break())
            made[close] = replace(parts[close], meaning=p.Break())
    return made


def _counted_alone(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """ "Mỗi tháng họp 2 lần": a count beside its period alone is what is due; beside days it checks them."""
    terms = [part.meaning for part in parts if not isinstance(part.meaning, _MARKS)]
    counts = [one for one in terms if isinstance(one, p.Times) and not one.days and one.count > 1]
    often = [one for one in terms if isinstance(one, p.Each) and one.period is not Period.DAY]
    if len(terms) != len(counts) + len(often) or len(counts) != 1 or len(often) != 1:
        return parts
    quota = p.Quota(counts[0].count, None, None)
    return [replace(part, meaning=quota) if part.meaning == counts[0] else part for part in parts]


def _taken_apart(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """Weekdays with a time before them and another behind, each entry a part: "8h thứ Hai, thứ Tư 9h"."""
    made: list[p.Part] = []
    for at, part in enumerate(parts):
        meaning = part.meaning
        beside = [parts[k].meaning if 0 <= k < len(parts) else None for k in (at - 1, at + 1)]
        if (
            not isinstance(meaning, p.Weekdays)
            or len(meaning.listed) < 2
            or not all(isinstance(one, p.Clock) for one in beside)
        ):
            made.append(part)
        else:
            for entry in meaning.listed:
                if entry.mark:
                    made.append(replace(part, meaning=p.Joint(entry.mark), words=(), words_behind=()))
                made.append(replace(part, meaning=p.Weekdays(entry.days, meaning.every)))
    return made


def _without_labels(parts: Sequence[p.Part]) -> tuple[Sequence[p.Part], list[tuple[int, int]]]:
    """ "(phát lại X)" without a time or a relative day marks a replay of X: never a new date."""
    labels: list[tuple[int, int]] = []
    kept: list[p.Part] = []
    at = 0
    while at < len(parts):
        end = _label(parts, at) if isinstance(parts[at].meaning, p.Open) else None
        if end is None:
            kept.append(parts[at])
            at += 1
            continue
        labels.append((parts[at + 1].start, parts[end - 1].end))
        at = end + 1
    return kept, labels


def _label(parts: Sequence[p.Part], at: int) -> int | None:
    if at + 1 >= len(parts) or not isinstance(parts[at + 1].meaning, p.Replay):
        return None
    for k in range(at + 2, len(parts)):
        if isinstance(parts[k].meaning, _NEW):
            return None
        if isinstance(parts[k].meaning, p.Close):
            return k
    return None


def _moved(parts: Sequence[p.Part]) -> tuple[Sequence[p.Part], list[Problem]]:
    """One date for another one, and nothing else but a time behind: what is more may be the old day's."""
    at = next((k for k, part in enumerate(parts) if isinstance(part.meaning, p.Moved)), None)
    if at is None:
        return parts, []
    if (replaced := _in_a_rule(parts, at)) is not None:
        return replaced, []
    part = parts[at]
    old = [one.meaning for one in parts[:at] if not isinstance(one.meaning, p.Joint)]
    new = [one.meaning for one in parts[at + 1 :] if not isinstance(one.meaning, p.Joint | p.Clock)]
    if len(old) == len(new) == 1 and _one_date(old[0]) and _one_date(new[0]) and old != new:
        return parts[at + 1 :], []
    text = part.meaning.text if isinstance(part.meaning, p.Moved) else ""
    return parts, [problem("not-understood/unsure", part.start, part.end, text=text)]


def _in_a_rule(parts: Sequence[p.Part], at: int) -> Sequence[p.Part] | None:
    """A rule, and behind it one of its days that is moved: that day is out, and the new one is added.

    "Mondays 8pm. The meeting of 6 May is moved to 7 May"; of a month alone the new date takes the place of
    the rule's days in it ("The September meeting has been rescheduled to September 19").
    """
    clause = at
    while clause and not isinstance(parts[clause - 1].meaning, p.Break):
        clause -= 1
    old = [part for part in parts[clause:at] if not isinstance(part.meaning, p.Joint)]
    new, rest = parts[at + 1 : at + 2], parts[at + 2 :]
    ruled = any(isinstance(part.meaning, _RULES) for part in parts[:clause])
    again = any(isinstance(part.meaning, p.Moved) for part in rest)
    if not ruled or again or len(old) != 1 or not new:
        return None
    was, now = old[0].meaning, new[0].meaning
    if not isinstance(now, p.Dates) or len(now.days) != 1:
        return None
    mark = replace(parts[at], words=())
    if isinstance(was, p.Months) and was.months == (now.days[0].month,):
        date = replace(new[0], meaning=replace(now, in_month=True))
        return [*parts[:clause], replace(mark, meaning=p.Instead()), date, *rest]
    if not _one_date(was) or was == now:
        return None
    out = replace(old[0], meaning=p.Except(but=True))
    stop, also = replace(mark, meaning=p.Break()), replace(mark, meaning=p.Also())
    timed = any(isinstance(part.meaning, p.Clock) for part in rest)
    time = [] if timed else [replace(new[0], meaning=p.SameTime(), words=())]
    return [*parts[:clause], out, replace(old[0], words=()), stop, also, *new, *time, *rest]


def _one_date(meaning: p.Meaning) -> bool:
    return isinstance(meaning, p.Dates) and len(meaning.days) == 1


def _without_closure(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """ "Closed from 8 to 14 January" alone is a notice: its dates are what it is about."""
    at = next((k for k, part in enumerate(parts) if isinstance(part.meaning, p.Except)), None)
    if at is None:
        return parts
    if _days_before(parts, at):
        return [*parts[:at], *parts[at + 1 :]]
    word, behind = parts[at].meaning, parts[at + 1].meaning if at + 1 < len(parts) else None
    if not (
        isinstance(word, p.Except) and word.closure and isinstance(behind, p.Dates | p.DateRange | p.Stretch)
    ):
        return parts
    if all(isinstance(part.meaning, _OF_A_CLOSURE) for part in parts):
        return [part for part in parts if not (isinstance(part.meaning, p.Except) and part.meaning.closure)]
    return [*parts[:at], *parts[at + 1 :]] if _hours_behind(parts, at) else parts


def _days_before(parts: Sequence[p.Part], at: int) -> bool:
    """ "From 15 to 19 July the pool will be closed 9am - 11am": the hours of the closure on these days."""
    word = parts[at].meaning
    before = [part.meaning for part in parts[:at] if not isinstance(part.meaning, p.Joint)]
    behind = [part.meaning for part in parts[at + 1 :] if not isinstance(part.meaning, p.Joint | p.Break)]
    hours = len(behind) == 1 and isinstance(behind[0], p.Clock) and behind[0].minutes is not None
    dated = len(before) == 1 and isinstance(before[0], p.Dates | p.DateRange)
    return isinstance(word, p.Except) and word.closure and hours and dated


def _hours_behind(parts: Sequence[p.Part], at: int) -> bool:
    """ "Closed on 22 May, 8 am - 3 pm": the hours of the closure, where nothing else is said."""
    behind = [part.meaning for part in parts[at:]]
    hours = [one for one in behind if isinstance(one, p.Clock)]
    rest = [one for one in behind if not isinstance(one, p.Clock)]
    before = all(isinstance(part.meaning, p.Joint) for part in parts[:at])
    plain = all(isinstance(one, _OF_A_CLOSURE) and not isinstance(one, p.Break) for one in rest)
    return before and plain and len(hours) == 1 and hours[0].minutes is not None


def _said_twice(parts: Sequence[p.Part]) -> tuple[Sequence[p.Part], list[Problem]]:
    """ "19:00 (7 pm)" says one time twice."""
    kept: list[p.Part] = []
    problems: list[Problem] = []
    at = 0
    while at < len(parts):
        kept.append(parts[at])
        one, other = parts[at].meaning, parts[at + 2].meaning if at + 2 < len(parts) else None
        enclosed = at + 3 < len(parts) and isinstance(parts[at + 1].meaning, p.Open)
        enclosed = enclosed and isinstance(parts[at + 3].meaning, p.Close)
        if enclosed and isinstance(one, p.Clock) and isinstance(other, p.Clock):
            if one.at != other.at:
                problems.append(
                    problem("not-understood/does-not-fit", parts[at + 2].start, parts[at + 2].end)
                )
            at += 3
        at += 1
    return kept, problems


def _on_one_clock(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """Beside a time that only the 24-hour clock has (05:45, 17:45), 11:45 is on that clock too.

    6:00 is, too, where no time of the phrase has am or pm.
    """
    clocks = [part.meaning for part in parts if isinstance(part.meaning, p.Clock)]
    if all(clock.sure for clock in clocks) or not any(clock.by_24_hours for clock in clocks):
        return parts
    earliest = 10 if any(clock.sure and not clock.by_24_hours for clock in clocks) else 0
    return [
        replace(part, meaning=replace(part.meaning, sure=True))
        if isinstance(part.meaning, p.Clock) and part.meaning.at.hour >= earliest
        else part
        for part in parts
    ]
