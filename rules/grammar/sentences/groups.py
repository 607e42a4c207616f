"""Days and times: an item is one day with its bounds, a list has several, a group has the times of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.grammar.sentences.chart import Chart, Derivation
from rules.grammar.sentences.days import Way, ranged, whole, with_term
from rules.grammar.sentences.preferences import NONE, Marks, Preference, against, plus
from rules.grammar.sentences.row import Sort
from rules.grammar.sentences.trees import Day, Group, Time
from rules.grammar.terms import parts as p
from rules.schedule import Period

_OF_AN_ITEM = frozenset({Sort.DAYS, Sort.BOUND, Sort.TIMES})
_WITHIN_AN_ITEM = frozenset({",", "\n", ":", "/", "-"})
_WHOLE: tuple[frozenset[type[p.Meaning]], ...] = (frozenset({p.Dates}), frozenset({p.Weekdays, p.Weeks}))
_MONTHLY = (p.Each(Period.MONTH), p.Each(Period.MONTH, of=True))
_OVER = {"and": against(Preference.AND_PARTS), ",": against(Preference.COMMA_PARTS)}


def item(c: Chart, at: int) -> Iterator[Derivation[Day]]:
    """A day, or a range of days: terms side by side, over a comma, in parentheses."""
    for found in c.made(any_item, at):
        if whole(found.value) or ranged(found.value):
            yield found


def any_item(c: Chart, at: int) -> Iterator[Derivation[Day]]:
    """As `item`, and months, weeks or a year alone."""
    due = c.sort(at) is Sort.DUE and not _behind(c, at)
    begin = at + 1 if due else at
    if c.sort(begin) is Sort.OPEN:
        yield from c.inside(any_item, begin)
        return
    if c.sort(begin) not in _OF_AN_ITEM:
        return
    todo: list[Derivation[Day]] = []
    first = with_term(Day(at, at, due=due), c.item(begin).meaning, begin, "")
    if first is not None:
        todo.append(Derivation(first, begin + 1, NONE))
    while todo:
        found = todo.pop()
        yield found
        todo.extend(_longer(c, found))


def _behind(c: Chart, at: int) -> bool:
    meaning = c.item(at).meaning
    return isinstance(meaning, p.Due) and meaning.behind


def _longer(c: Chart, found: Derivation[Day]) -> Iterator[Derivation[Day]]:
    day, at, marks = found
    if c.sort(at) in _OF_AN_ITEM:
        yield from _with(c, day, at, "", at + 1, marks)
    elif c.joint(at) in _WITHIN_AN_ITEM and c.sort(at + 1) in _OF_AN_ITEM:
        headed = c.joint(at) == ":"
        over = marks if headed else plus(marks, against(Preference.ONE_DAY_ONE_ITEM))
        yield from _with(c, day, at + 1, ",", at + 2, over)
    elif c.sort(at) is Sort.OPEN and c.closes.get(at) == at + 2 and c.sort(at + 1) in _OF_AN_ITEM:
        yield from _with(c, day, at + 1, "(", at + 3, marks)


def _with(c: Chart, day: Day, at: int, way: Way, end: int, marks: Marks) -> Iterator[Derivation[Day]]:
    longer = with_term(day, c.item(at).meaning, at, way, c.item(at).worded)
    if longer is not None:
        yield Derivation(longer, end, marks)


def days(c: Chart, at: int) -> Iterator[Derivation[tuple[Day, ...]]]:
    """A list of days; bounds behind the last are those of all, or of the last alone."""
    if c.sort(at) is Sort.OPEN:
        yield from (found for found in c.inside(days, at) if len(found.value) > 1)
    todo: list[Derivation[tuple[Day, ...]]] = [
        Derivation((one.value,), one.end, one.marks) for one in c.made(item, at)
    ]
    while todo:
        found = todo.pop()
        yield from _shared(found)
        listed, end, marks = found
        if c.sort(end) is not Sort.JOINT or c.joint(end) == ":":
            continue
        for day, behind, more in c.made(item, end + 1):
            if not _go_together(c, listed[-1], day, end):
                continue
            over = against(Preference.TIMELESS) if _another_piece(c, end) else NONE
            todo.append(Derivation((*listed, day), behind, plus(plus(marks, more), over)))
            c.spend(1)


def _another_piece(c: Chart, joint: int) -> bool:
    """Words behind a break begin another piece: one time for both is no better than for the last alone."""
    return c.item(joint).breaks and c.item(joint + 1).worded


def _go_together(c: Chart, last: Day, day: Day, joint: int) -> bool:
    if ranged(day) or ranged(last) or not (day.named and last.named):
        return False  # every day, or a range, is no entry of a list
    if c.item(joint).breaks and (day.kinds() != last.kinds() or day.due is not last.due):
        return False
    if c.joint(joint) != "and" and (p.Dates in day.kinds()) != (p.Dates in last.kinds()):
        return False
    checks = last.kinds() == {p.Weekdays} and p.Dates in day.kinds()
    if checks and c.joint(joint) != "and" and not day.checks and not last.bounds:
        return not as_many(last.named[0], day.named)
    return True


def as_many(weekdays: p.Meaning, named: tuple[p.Meaning, ...]) -> bool:
    """True for one weekday, and for as many as there are dates: "Monday & Tuesday, September 27 & 28"."""
    dates = max((len(one.days) for one in named if isinstance(one, p.Dates)), default=0)
    return isinstance(weekdays, p.Weekdays) and len(weekdays.days) in (1, dates)


def _shared(found: Derivation[tuple[Day, ...]]) -> Iterator[Derivation[tuple[Day, ...]]]:
    listed, end, marks = found
    last = listed[-1]
    extra = tuple(one for one in last.bounds if not isinstance(one, p.Each | p.Times))
    if len(listed) == 1 or not extra or last.leads or any(map(_limited, listed[:-1])):
        yield found
        return
    given = tuple(
        replace(one, bounds=(*one.bounds, *(bound for bound in extra if _lacks(one, bound))))
        for one in listed[:-1]
    )
    yield Derivation((*given, last), end, marks)
    yield Derivation(listed, end, plus(marks, against(Preference.BOUND_OF_ALL)))


def _lacks(day: Day, bound: p.Meaning) -> bool:
    """True where the day has no bound of the kind; "hằng tháng" is of each month."""
    if isinstance(bound, p.Months) and any(one in _MONTHLY for one in day.bounds):
        return False
    return type(bound) not in map(type, day.bounds)


def _limited(day: Day) -> bool:
    return any(isinstance(one, p.Months | p.DateRange) for one in day.bounds) or p.Dates in day.kinds()


def times(c: Chart, at: int) -> Iterator[Derivation[tuple[Time, ...]]]:
    """A list of times of day."""
    if c.sort(at) is Sort.OPEN:
        yield from c.inside(times, at)
        return
    found, end = _time(c, at)
    listed: tuple[Time, ...] = ()
    while found is not None:
        listed = (*listed, found)
        yield Derivation(listed, end, NONE)
        begin = end + 1 if c.sort(end) is Sort.JOINT and c.joint(end) != ":" else end
        found, end = _time(c, begin)


def _time(c: Chart, at: int) -> tuple[Time | None, int]:
    due = c.sort(at) is Sort.DUE and not _behind(c, at)
    begin = at + 1 if due else at
    begin += isinstance(c.item(begin).meaning, p.SameTime) and c.sort(begin + 1) is Sort.CLOCK
    clock = c.item(begin).meaning
    if isinstance(clock, p.Clock):
        return Time(begin, clock, due), begin + 1
    return None, at


def across(c: Chart, at: int) -> Iterator[tuple[int, int | None, Marks]]:
    """The ways from the first half of a group to its second: the place, the end that closes it, marks."""
    if c.sort(at) is Sort.OPEN:
        yield at + 1, c.closes[at], NONE
    elif c.item(at).breaks:
        yield at + 1, None, _OVER[","]
    elif c.sort(at) is Sort.JOINT:
        yield at + 1, None, _OVER.get(c.joint(at), NONE)
    else:
        yield at, None, NONE


def group(c: Chart, at: int) -> Iterator[Derivation[Group]]:
    """Days and the times of each; days alone; a stretch from a time to a time."""
    meaning = c.item(at).meaning
    if isinstance(meaning, p.Stretch):
        named = Day(at, at, (meaning.days,), checks=(meaning,))
        time = Time(at, meaning.clock)
        yield Derivation(Group(at, at, (named,), (time,), "days"), at + 1, NONE)
    for listed, end, marks in c.made(days, at):
        if not any(map(ranged, listed)) and not any(c.item(day.first - 1).breaks for day in listed[1:]):
            yield Derivation(Group(at, end - 1, listed, (), ""), end, marks)
        yield from _days_first(c, at, listed, end, marks)
    for found in c.made(times, at):
        yield from _times_first(c, at, found)


def _touches(c: Chart, at: int, joint: int) -> bool:
    """A time belongs to the day that touches it, rather than to one over a break."""
    return c.item(joint).breaks and c.sort(at) is Sort.DAYS


def _days_first(
    c: Chart, at: int, listed: tuple[Day, ...], end: int, marks: Marks
) -> Iterator[Derivation[Group]]:
    for begin, close, over in across(c, end):
        for found, behind, more in c.made(times, begin):
            if _touches(c, behind, end):
                continue
            if close is None or behind == close:
                last = behind if close is None else close + 1
                made = Group(at, last - 1, listed, found, "days")
                yield Derivation(made, last, plus(plus(marks, more), over))
                yield from _day_goes_on(c, made, last, plus(plus(marks, more), over))


def _day_goes_on(c: Chart, made: Group, at: int, marks: Marks) -> Iterator[Derivation[Group]]:
    """ "Thứ Bảy, 19h30, ngày 13/7", "thứ Năm (14h) tuần 1": behind the time stands more of its one day."""
    begin = at + 1 if c.joint(at) == "," else at
    more = c.item(begin)
    if len(made.days) > 1 or not isinstance(more.meaning, p.Dates | p.Weeks) or more.worded:
        return
    day = with_term(made.days[0], more.meaning, begin, ",")
    if day is not None and any(day.kinds() == kinds for kinds in _WHOLE):
        yield Derivation(replace(made, last=begin, days=(day,)), begin + 1, marks)


def _times_first(c: Chart, at: int, found: Derivation[tuple[Time, ...]]) -> Iterator[Derivation[Group]]:
    for begin, close, over in across(c, found.end):
        if c.joint(found.end) == ":" or _touches(c, at - 1, found.end):
            continue
        for listed, behind, more in c.made(days, begin):
            if close is not None and behind != close:
                continue
            last = behind if close is None else close + 1
            marks = plus(plus(found.marks, more), over)
            yield Derivation(Group(at, last - 1, listed, found.value, "times"), last, marks)
            both = len(listed) > 1 and c.joint(listed[-1].first - 1) == "and"
            if both and c.sort(last) is Sort.CLOCK:  # "8h thứ Hai và thứ Năm 14h"
                for more_times, end, _ in c.made(times, last):
                    made = Group(at, end - 1, listed, found.value + more_times, "times")
                    yield Derivation(made, end, plus(marks, against(Preference.AND_PARTS)))
            if c.joint(last) in (",", "and"):  # "8h thứ Hai, 14h"
                for more_times, end, _ in c.made(times, last + 1):
                    made = Group(at, end - 1, listed, found.value + more_times, "times")
                    yield Derivation(made, end, plus(marks, against(Preference.COMMA_PARTS)))
