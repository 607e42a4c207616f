"""The grammar of sentences: groups, replays, bounds and exceptions in a row, every way to tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from rules.grammar.sentences.chart import Chart, Derivation, TooManyWays
from rules.grammar.sentences.days import whole
from rules.grammar.sentences.groups import any_item, as_many, group, times
from rules.grammar.sentences.outs import days_out, out, replaced, takes
from rules.grammar.sentences.periods import bounding, period
from rules.grammar.sentences.preferences import NONE, Marks, Preference, against, better, plus
from rules.grammar.sentences.replays import replays, with_premieres
from rules.grammar.sentences.row import Item, Sort
from rules.grammar.sentences.trees import Bound, Day, Element, Group, Out, Period, Replays
from rules.grammar.terms import parts as p
from rules.schedule import DaysLater
from rules.schedule import Period as Length

Tree: TypeAlias = tuple[Element, ...]
_APART = frozenset({Sort.JOINT, Sort.OPEN, Sort.END})
_TOUCHED = frozenset({Sort.DAYS, Sort.CLOCK, Sort.STRETCH})
_HOLD_FOR_SEVERAL = (p.Months, p.DateRange, p.Year, p.Run, p.Every)
_ONE_PIECE = (p.OnePiece(),)
_MOST_STATES = 64
_TIMELESS = frozenset({p.Timeless(), p.Timeless(True), p.SameTime(), p.Instead()})
_OF_DAYS = frozenset({Sort.DAYS, Sort.STRETCH})


class Parsed(NamedTuple):
    """A tree of the whole row and what it goes against."""

    tree: Tree
    marks: Marks


def trees(row: Sequence[Item]) -> tuple[list[Parsed], int]:
    """The trees of a row that no other is better than; and the place that none got beyond.

    Raises `TooManyWays`.
    """
    found, furthest = parsed(row)
    kept = [one for one in found if not any(better(other.marks, one.marks) for other in found)]
    return kept, furthest


def parsed(row: Sequence[Item]) -> tuple[list[Parsed], int]:
    """Every tree of the whole row, with what it goes against; and the place that none got beyond."""
    c = Chart(row)
    found, furthest = _within(c, 0, len(row))
    clauses = frozenset(c.clauses)
    sound = [one for one in found if _leads(one.tree) and all(_alone(c, one.tree, k) for k in clauses)]
    return [Parsed(tree, plus(marks, _timeless(tree))) for tree, marks in sound], furthest


def _leads(tree: Tree) -> bool:
    """True where replays have a premiere before them, and weeks that stand apart days behind them, if any.

    Every day is a bound only beside days that it is said of once more.
    """
    groups = [k for k, one in enumerate(tree) if isinstance(one, Group)]
    replays = [k for k, one in enumerate(tree) if isinstance(one, Replays)]
    if replays and not (groups and groups[0] < replays[0]):
        return False
    daily = any(isinstance(one, Bound) and p.Each(Length.DAY) in one.bounds for one in tree)
    if daily and not any(isinstance(one, Group) and one.days for one in tree):
        return False
    weeks = [
        k
        for k, one in enumerate(tree)
        if type(one) is Bound and any(isinstance(bound, p.Weeks) for bound in one.bounds)
    ]
    return all(any(k < group for group in groups) for k in weeks)


def _alone(c: Chart, tree: Tree, clause: int) -> bool:
    """True where bounds stand beside a group of their clause, and a period of a clause beside none."""
    groups = bounds = periods = False
    for one in tree:
        if not c.clauses[one.first] <= clause <= c.clauses[one.last]:
            continue
        if isinstance(one, Period):
            periods = periods or p.OnePiece() not in one.bounds
        else:
            groups = groups or (isinstance(one, Group) and not (periods and _one_more_date(one)))
            bounds = bounds or isinstance(one, Bound)
    return not periods if groups else not bounds


def _timeless(tree: Tree) -> Marks:
    """A mark for each group without a time where another group has one."""
    groups = [one for one in tree if isinstance(one, Group) and not one.marks & _TIMELESS]
    if not any(one.times for one in groups):
        return NONE
    return against(*[Preference.TIMELESS] * sum(not one.times for one in groups))


def _within(c: Chart, first: int, last: int) -> tuple[list[Parsed], int]:
    """The ways to read the places from `first` on, before `last`; and the place that none got beyond."""
    states: dict[int, list[Parsed]] = {first: [Parsed((), NONE)]}
    furthest = first
    for at in range(first, last):
        here = states.pop(at, None)
        if here is None:
            continue
        furthest = at
        if at and c.item(at - 1).breaks:
            here = _best(here if first else [one for one in here if _alone(c, one.tree, c.clauses[at - 2])])
        if len(here) > _MOST_STATES:
            raise TooManyWays
        for elements, end, marks in _next(c, at):
            if end > last:
                continue
            following = end + 1 if c.sort(end) is Sort.JOINT and end < last else end
            for tree, before in here:
                over = _goes_on(c, tree, elements, at)
                if over is None:
                    continue
                made = Parsed((*tree, *elements), plus(plus(before, marks), over))
                rivals = states.setdefault(following, [])
                if made not in rivals:
                    rivals.append(made)
                    c.spend(1)
    return states.get(last, []), furthest


def _best(states: list[Parsed]) -> list[Parsed]:
    """Those that no other is better than, so far: what stands behind a break adds the same to each."""
    so_far = [plus(marks, _timeless(tree)) for tree, marks in states]
    return [
        one
        for one, marks in zip(states, so_far, strict=True)
        if not any(better(other, marks) for other in so_far)
    ]


def _next(c: Chart, at: int) -> Iterator[Derivation[Tree]]:
    if c.sort(at) is Sort.OPEN:
        close = c.closes[at]
        for tree, marks in _within(c, at + 1, close)[0]:
            yield Derivation(tree, close + 1, marks)
        for value, end, marks in c.made(group, at):
            yield Derivation((value,), end, marks)
        return
    if c.sort(at) is Sort.CLOCK:
        for pair, end, marks in c.made(with_premieres, at):
            yield Derivation(pair, end, marks)
    for production in _ELEMENTS.get(c.sort(at), ()):
        for value, end, marks in c.made(production, at):
            yield Derivation((value,), end, marks)


def marked(c: Chart, at: int) -> Iterator[Derivation[Group]]:
    """A group with a word before or behind it that says what it is: instead, also, without a time."""
    meaning = c.item(at).meaning
    if c.sort(at) is Sort.MARK and not _stands_behind(meaning):
        begin = at + 1 if c.sort(at + 1) is not Sort.JOINT else at + 2
        for found in (*c.made(group, begin), *c.made(marked, begin)):
            yield _with_mark(found, at, found.end, meaning)
        if not isinstance(meaning, p.Timeless):
            yield from _bounds_alone(c, begin, meaning)
        return
    for found in c.made(group, at):
        if c.sort(found.end) is Sort.OPEN and c.closes[found.end] == found.end + 2:
            aside = c.item(found.end + 1).meaning
            if c.sort(found.end + 1) is Sort.MARK and _stands_behind(aside) and not found.value.times:
                yield _with_mark(found, at, found.end + 3, aside)
        end = found.end + (c.sort(found.end) is Sort.JOINT)
        behind = c.item(end).meaning
        alone = isinstance(behind, p.SameTime) and c.sort(end + 1) is not Sort.CLOCK
        if alone and not found.value.times:
            yield _with_mark(found, at, end + 1, behind)
        if c.sort(end) is Sort.MARK and _stands_behind(behind):
            yield _with_mark(found, at, end + 1, behind)
        if isinstance(behind, p.Due) and behind.behind:
            due = tuple(replace(day, due=True) for day in found.value.days)
            yield Derivation(replace(found.value, days=due, last=end), end + 1, found.marks)


def _bounds_alone(c: Chart, at: int, meaning: p.Meaning) -> Iterator[Derivation[Group]]:
    """ "Riêng tháng 2 …": months alone are a group of their own behind the word."""
    for day, end, marks in c.made(any_item, at):
        made = Group(at, end - 1, (day,), (), "", frozenset({meaning}))
        if not whole(day):
            yield Derivation(made, end, marks)


def _stands_behind(meaning: p.Meaning) -> bool:
    return isinstance(meaning, p.Instead | p.Timeless) and meaning.behind


def _with_mark(found: Derivation[Group], first: int, end: int, meaning: p.Meaning) -> Derivation[Group]:
    marks = found.value.marks | {meaning}
    return Derivation(replace(found.value, first=first, last=end - 1, marks=marks), end, found.marks)


def loose_times(c: Chart, at: int) -> Iterator[Derivation[Group]]:
    """Times without a day beside them: those of the days before, apart by an exception or by bounds."""
    when = c.item(at).meaning
    begin = at + 1 if when == p.When(DaysLater(0)) else at
    for found, end, marks in c.made(times, begin):
        behind = c.item(end).meaning
        own = not at or c.item(at - 1).breaks  # "; khối 8, 9: 14h00 cùng ngày"
        if begin > at and own:
            yield Derivation(Group(at, end - 1, (), found, "", frozenset({when})), end, marks)
        elif behind == p.When(DaysLater(0)) and own:
            yield Derivation(Group(at, end, (), found, "", frozenset({behind})), end + 1, marks)
        elif begin == at:
            over = plus(marks, against(Preference.TIMELESS))
            yield Derivation(Group(at, end - 1, (), found, ""), end, over)


def bound(c: Chart, at: int) -> Iterator[Derivation[Bound]]:
    """Months, a year, a range, weeks: bounds that stand apart from the days that they hold for."""
    left = c.sort(at - 1) not in _APART
    bounds: tuple[p.Meaning, ...] = ()
    end = at
    while bounding(c, end) and (bounds or not isinstance(c.item(end).meaning, p.OfPeriod)):
        bounds = (*bounds, c.item(end).meaning)
        end += 1
        right = c.sort(end) in _TOUCHED
        heads = (not at or c.item(at - 1).breaks) and c.joint(end) in (":", "\n")
        if p.OnePiece() not in bounds:
            yield Derivation(Bound(at, end - 1, bounds, left, right, heads), end, NONE)


def _goes_on(c: Chart, tree: Tree, elements: Tree, at: int) -> Marks | None:
    """What it costs that these stand behind the tree; None where they cannot."""
    if not elements:
        return None
    first = elements[0]
    last = tree[-1] if tree else None
    if c.sort(at) is Sort.OPEN and isinstance(last, Group):
        aside = [one for one in elements if isinstance(one, Group)]
        if not all(_fits_aside(one) for one in aside):
            return None  # "First Thursday at 7pm (second Thursday in January)"
    bare = bool(at) and c.sort(at - 1) not in (Sort.JOINT, Sort.OPEN)
    bare = bare and c.sort(at) not in (Sort.OPEN, Sort.OUT)
    breaks = c.item(at - 1).breaks
    if isinstance(first, Bound) and c.sort(at - 1) in (Sort.DAYS, Sort.BOUND):
        several = isinstance(first.bounds[0], _HOLD_FOR_SEVERAL) or isinstance(last, Replays)
        if not several:
            return None  # "mỗi thứ Hai", "of the month": it is the day's that it touches
    if isinstance(first, Bound) and isinstance(last, Bound) and bare:
        return None  # "tháng 8 quý I": nothing joins them
    if not (breaks or _go_together(c, last, first, at)):
        return None
    if isinstance(first, Bound) and isinstance(last, Out | Group) and not breaks:
        weeks = any(isinstance(one, p.Weeks) for one in first.bounds)
        if weeks or (isinstance(last, Out) and takes(last, first)):
            return None
    if isinstance(first, Out) and isinstance(last, Replays) and c.sort(at - 1) is not Sort.JOINT:
        return None  # out of the replays alone, or of both?
    return _group_goes_on(c, tree, first, at, bare) if isinstance(first, Group) else NONE


def _group_goes_on(c: Chart, tree: Tree, first: Group, at: int, bare: bool) -> Marks | None:
    """The same for a group; `bare` where nothing parts it from what stands before."""
    last = tree[-1] if tree else None
    breaks = c.item(at - 1).breaks
    timed = any(isinstance(one, Group) and one.times for one in tree)
    if c.sort(at) is Sort.OUT and first.times and not timed:
        return None  # "except in August at 7pm": the time of all
    if (
        isinstance(last, Group)
        and last.days
        and last.days[-1].bounds == _ONE_PIECE
        and not last.days[-1].named
    ):
        return None  # "một lần trong khoảng": the days behind are what it is once in
    if isinstance(last, Group) and not (first.days or last.days):
        return None  # times side by side are one list
    if bare and c.sort(at) in _OF_DAYS and c.sort(at - 1) in _OF_DAYS:
        return None  # days side by side are one day
    if bare and isinstance(last, Out) and first.days and len(tree) > 1:
        return None  # nothing parts them from what is taken out: they are how it is then
    if isinstance(last, Group) and not _apart(c, last, first, at, bare):
        return None
    groups = [one for one in tree if isinstance(one, Group) and one.order]
    turned = first.order == "times" and not (c.item(at).worded and c.joint(at - 1) == "and")
    if groups and not breaks and turned and groups[-1].order == "days":
        return None
    if isinstance(last, Replays) and not breaks and c.sort(at - 2) is not Sort.CLOSE:
        return None  # behind a replay all in the clause belongs to replays, but for one in parentheses
    joined = isinstance(last, Group) and c.joint(at - 1) == "and"
    return against(Preference.AND_PARTS) if joined else NONE


def _go_together(c: Chart, last: Element | None, first: Element, at: int) -> bool:
    """False for a period in the clause of a group or of bounds: it has its own, or is one piece due in it."""
    if last is None or c.clauses[last.last] != c.clauses[at]:
        return True
    if isinstance(first, Period) and not isinstance(last, Out | Replays):
        return p.OnePiece() in first.bounds
    if _one_more_date(first) and c.sort(at - 1) is Sort.JOINT:
        return True
    return not isinstance(last, Period) or isinstance(first, Out | Replays) or p.OnePiece() in last.bounds


def _one_more_date(element: Element) -> bool:
    """ "Tuần 3, thêm ngày 5/3": the date says nothing of the week."""
    if not isinstance(element, Group) or p.Also() not in element.marks:
        return False
    return all(day.kinds() == {p.Dates} for day in element.days)


def _fits_aside(one: Group) -> bool:
    """In parentheses behind days: days with times, or days of months that lead ("in January on the 8th")."""
    led = all(_month_leads(day) for day in one.days)
    return (bool(one.days) and (bool(one.times) or led)) or bool(one.marks)


def _month_leads(day: Day) -> bool:
    if any(isinstance(one, p.Dates) and one.in_month for one in day.named):
        return True
    return day.leads and any(isinstance(bound, p.Months) for bound in day.bounds)


def _apart(c: Chart, last: Group, first: Group, at: int, bare: bool) -> bool:
    """False for a weekday that checks the date behind it, and for days that no joint parts from others."""
    if bare:
        again = bool(first.days) and {day.named for day in first.days} == {day.named for day in last.days}
        return again or bool(first.times and last.times)
    if c.joint(at - 1) == "and" or last.times or not first.days or first.days[0].checks:
        return True
    day, weekday = first.days[0], last.days[-1]
    if p.Dates not in day.kinds() or weekday.kinds() != {p.Weekdays} or weekday.bounds:
        return True
    return not as_many(weekday.named[0], day.named)


_Production: TypeAlias = Callable[[Chart, int], Iterator[Derivation[Any]]]
_DAYS_LEAD: tuple[_Production, ...] = (marked, group, bound, period, days_out, replaced)
# What an element of each kind may begin with.
_ELEMENTS: dict[Sort, tuple[_Production, ...]] = {
    Sort.DAYS: _DAYS_LEAD,
    Sort.BOUND: _DAYS_LEAD,
    Sort.TIMES: _DAYS_LEAD,
    Sort.STRETCH: (marked, group),
    Sort.CLOCK: (marked, group, loose_times),
    Sort.DUE: (marked, group, loose_times, days_out),
    Sort.MARK: (marked, days_out),
    Sort.WHEN: (loose_times,),
    Sort.REPLAY: (replays,),
    Sort.OUT: (out, replaced),
}
