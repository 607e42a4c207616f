"""What bounds, exceptions and replays hold for: every way to give those of a tree to its groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import NamedTuple, TypeAlias

from rules.grammar.sentences.chart import TooManyWays
from rules.grammar.sentences.grammar import Parsed
from rules.grammar.sentences.preferences import NONE, Marks, Preference, against, better, plus
from rules.grammar.sentences.row import Item, clauses_of
from rules.grammar.sentences.titles import names_period
from rules.grammar.sentences.trees import Bound, Day, Group, Out, Period, Replays
from rules.grammar.terms import parts as p
from rules.schedule import Period as Length

_INSTEAD = frozenset({p.Instead(), p.Instead(True)})
_LIMITS = (p.Months, p.DateRange, p.Year)
_DUE = frozenset({p.Weeks, p.DayRange})
_MOST_WAYS = 512

Held: TypeAlias = tuple[int, ...]
"""The groups, by their place among the groups of the tree, that something holds for."""


@dataclass(frozen=True, slots=True)
class Scoped:
    """The groups of a tree, and what holds for which of them.

    `periods` are groups of their own; of the `unsure` nothing tells whether they are (None), or whose.
    """

    groups: tuple[Group, ...]
    periods: tuple[Period, ...]
    bounds: tuple[tuple[Bound, Held], ...]
    outs: tuple[tuple[Out, Held], ...]
    replays: tuple[tuple[Replays, Held], ...]
    unsure: tuple[tuple[Period, Held | None], ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """An element that holds for groups, and how many groups stand before it."""

    element: Bound | Out | Replays
    before: int


class _Choice(NamedTuple):
    """Groups that an element holds for, or None where it is one itself; and what that goes against."""

    held: Held | None
    marks: Marks = NONE
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Around:
    """The groups of a tree, what else it has, and the clause of each place of the row."""

    groups: tuple[Group, ...]
    placed: tuple[_Placed, ...]
    clauses: Sequence[int]
    row: Sequence[Item]
    parts: Sequence[p.Part]

    def clause(self, element: Group | Bound | Out | Replays) -> int:
        """The number of the clause in which it begins."""
        return self.clauses[element.first]

    def reaches(self, group: Group, clause: int) -> bool:
        """True where a group stands in the clause, if only with its end."""
        return self.clauses[group.first] <= clause <= self.clauses[group.last]

    def bounds(self) -> list[Bound]:
        """The bounds, also those that are a clause."""
        return [one.element for one in self.placed if isinstance(one.element, Bound)]


def scoped(trees: Sequence[Parsed], row: Sequence[Item], parts: Sequence[p.Part]) -> list[Scoped]:
    """Every way that none is better than. Raises `TooManyWays`."""
    clauses = clauses_of(row)
    found = [one for parsed in trees for one in _ways(parsed, _around(parsed, clauses, row, parts))]
    kept = [way for way, marks in found if not any(better(other, marks) for _, other in found)]
    return list(dict.fromkeys(kept))


def _around(parsed: Parsed, clauses: Sequence[int], row: Sequence[Item], parts: Sequence[p.Part]) -> _Around:
    groups: list[Group] = []
    placed: list[_Placed] = []
    for element in parsed.tree:
        if isinstance(element, Group):
            groups.append(element)
        else:
            placed.append(_Placed(element, len(groups)))
    return _Around(tuple(groups), tuple(placed), clauses, row, parts)


def _ways(parsed: Parsed, around: _Around) -> Iterator[tuple[Scoped, Marks]]:
    choices = [list(_choices(one, around)) for one in around.placed]
    if prod(map(len, choices)) > _MOST_WAYS:
        raise TooManyWays
    for taken in product(*choices):
        marks = parsed.marks
        for one in taken:
            marks = plus(marks, one.marks)
        yield _scoped(around, taken), marks


def _scoped(around: _Around, taken: Sequence[_Choice]) -> Scoped:
    chosen = [(one.element, choice) for one, choice in zip(around.placed, taken, strict=True)]
    bounds: list[tuple[Bound, Held]] = []
    for element, choice in chosen:
        if isinstance(element, Bound) and choice.held is not None:
            pieces = element.pieces if isinstance(element, Period) else (element,)
            bounds += [(piece, choice.held) for piece in pieces]
    return Scoped(
        around.groups,
        tuple(one for one, choice in chosen if isinstance(one, Period) and choice.held is None),
        tuple(bounds),
        tuple((one, choice.held or ()) for one, choice in chosen if isinstance(one, Out)),
        tuple((one, choice.held or ()) for one, choice in chosen if isinstance(one, Replays)),
        tuple((one, choice.held) for one, choice in chosen if isinstance(one, Period) and choice.unsure),
    )


def _choices(one: _Placed, around: _Around) -> Iterator[_Choice]:
    clause = around.clause(one.element)
    own = tuple(k for k in range(one.before) if around.reaches(around.groups[k], clause))
    every = tuple(range(len(around.groups)))
    if isinstance(one.element, Period):
        yield from _of_a_clause(one, one.element, around)
    elif isinstance(one.element, Bound):
        yield from _bound(one, one.element, own, around)
    elif isinstance(one.element, Out):
        yield _Choice(own or every[: one.before] or every)
    else:
        free = tuple(k for k in own if not _replayed(k, one, around.placed))
        yield _Choice(free or own or _last_clause(one.before, around))


def _last_clause(before: int, around: _Around) -> Held:
    """The groups of the clause in which the last of those before stands."""
    last = around.clause(around.groups[before - 1]) if before else None
    return tuple(k for k in range(before) if around.clause(around.groups[k]) == last)


def _of_a_clause(one: _Placed, period: Period, around: _Around) -> Iterator[_Choice]:
    """A period in a clause of its own: itself, or a bound of the clause before, those behind, or all."""
    clause = around.clause(period)
    due = {k for k, group in enumerate(around.groups) if _piece_due(group) or around.reaches(group, clause)}
    if p.OnePiece() in period.bounds or len(due) == len(around.groups):
        yield _Choice(None)
        return
    shared = [choice for choice in _shared(one, period, around) if not due.issuperset(choice.held or ())]
    if period.heads and shared and sum(isinstance(one, Bound) and one.heads for one in around.bounds()) > 1:
        yield shared[0]  # headings, each over the lines behind it
        return
    limits = any(isinstance(bound, p.Months | p.DateRange) for bound in period.bounds)
    common = not limits or (_whole(period) and _at_an_end(period, around) and not _named(period, around))
    taken = limits and {k for k in range(len(around.groups)) if _limited(k, period, around)}
    sure = [common and not (taken and taken.intersection(choice.held or ())) for choice in shared]
    if _whole(period) or not shared:
        yield _Choice(None, against(Preference.OWN_PERIOD) if any(sure) else NONE, unsure=True)
    yield from (choice._replace(unsure=not told) for choice, told in zip(shared, sure, strict=True))


def _shared(one: _Placed, period: Period, around: _Around) -> Iterator[_Choice]:
    """The groups of other clauses that a period may bound."""
    kinds = set(map(type, period.bounds))
    if {p.Weeks, p.DateRange} <= kinds:
        return  # "tuần 2 tháng 5 (8-14/5)": the range says which week, or is wrong
    every = tuple(range(len(around.groups)))
    before, behind = every[: one.before], every[one.before : _later(one, period, around)]
    if behind and not period.left:
        yield _Choice(behind)
    if period.heads or not before or p.Weeks in kinds:
        return
    since = _since(one, period, around)
    if since:
        yield _Choice(before[since:])
        return
    yield _Choice(before)
    last = _last_clause(one.before, around)
    if last != before:
        yield _Choice(last, against(Preference.BOUND_OF_ALL))
    if behind:
        yield _Choice((*before, *behind))


def _piece_due(group: Group) -> bool:
    """True for days that are a period themselves, in which one piece is due."""
    return bool(group.days) and not group.times and all(map(_of_one_piece, group.days))


def _of_one_piece(day: Day) -> bool:
    daily = p.Each(Length.DAY) in day.bounds
    return p.OnePiece() in day.bounds or (day.kinds() <= _DUE and not daily)


def _whole(period: Period) -> bool:
    """True for a period that has both its ends."""
    ranges = [bound for bound in period.bounds if isinstance(bound, p.DateRange)]
    return all(one.first is not None and one.last is not None for one in ranges)


def _at_an_end(period: Period, around: _Around) -> bool:
    """True for a period in the first or the last clause."""
    clauses = [around.clause(one) for one in around.groups]
    clauses += [around.clause(one) for one in around.bounds()]
    return around.clause(period) in (min(clauses), max(clauses))


def _named(period: Period, around: _Around) -> bool:
    """True where words or a channel may name what a period is the time of, or a colon leads to it."""
    parts, first, last = around.parts, around.row[period.first].part, around.row[period.last].part
    behind = next(
        (k for k in range(last + 1, len(parts)) if isinstance(parts[k].meaning, p.Break)), len(parts)
    )
    begin = next((k for k in range(first, 0, -1) if isinstance(parts[k - 1].meaning, p.Break)), 0)
    led = begin > 0 and parts[begin].meaning == p.Joint(":")
    words = [part.words for part in parts[begin : last + 2]] + [parts[last].words_behind]
    return (
        led or names_period(words) or any(isinstance(part.meaning, p.Channel) for part in parts[begin:behind])
    )


def _limited(k: int, period: Period, around: _Around) -> bool:
    """True for a group that has months, a range or a year: in its days, its clause, or an earlier one."""
    group = around.groups[k]
    own = [bound for day in group.days if p.Dates not in day.kinds() for bound in day.bounds]
    for bound in around.bounds():
        earlier = isinstance(bound, Period) and bound.first < period.first
        if earlier or (type(bound) is Bound and around.clause(bound) == around.clause(group)):
            own += bound.bounds
    return any(isinstance(bound, _LIMITS) for bound in own)


def _since(one: _Placed, bound: Bound, around: _Around) -> int:
    """The first group behind those that have a bound of this kind already; 0 where none has, or all have."""
    kinds = {type(meaning) for meaning in bound.bounds} & {p.Months, p.DateRange}
    bounded = [
        other.before
        for other in around.placed
        if other is not one and isinstance(other.element, Bound) and 0 < other.before < one.before
        if kinds & {type(meaning) for meaning in other.element.bounds}
    ]
    bounded += [
        k + 1
        for k, group in enumerate(around.groups[: one.before])
        if kinds & {type(meaning) for day in group.days for meaning in day.bounds}
    ]
    last = max(bounded, default=0)
    return last if last < one.before else 0


def _later(one: _Placed, bound: Bound, around: _Around) -> int:
    """The first group behind that has bounds of its own, in a clause before it or at its head."""
    later = min(
        (
            other.before
            for other in around.placed
            if other is not one and isinstance(other.element, Bound) and other.before > one.before
        ),
        default=len(around.groups),
    )
    kinds = {type(meaning) for meaning in bound.bounds}
    led = (
        k
        for k in range(one.before + 1, len(around.groups))
        if any(day.leads and kinds & set(map(type, day.bounds)) for day in around.groups[k].days)
    )
    return min(later, next(led, later))


def _replayed(group: int, one: _Placed, placed: Sequence[_Placed]) -> bool:
    """True where replays between the group and this already hold for it."""
    return any(
        isinstance(other.element, Replays)
        and other is not one
        and group < other.before <= one.before
        and other.element.first < one.element.first
        for other in placed
    )


def _bound(one: _Placed, bound: Bound, own: Held, around: _Around) -> Iterator[_Choice]:
    """A bound in the clause of groups: of those before it in the clause, of all before, of those behind."""
    groups = around.groups
    every = tuple(range(len(groups)))
    beside = one.before < len(groups) and around.clause(groups[one.before]) == around.clause(bound)
    ahead = one.before < len(groups) and (not own or beside or bound.heads)
    weeks = any(isinstance(meaning, p.Weeks) for meaning in bound.bounds)
    if ahead and not (bound.left and not bound.right):
        alone = bound.right and one.before
        last = one.before + 1 if alone else _later(one, bound, around)
        yield _Choice(every[one.before : last])
    since = _since(one, bound, around)
    if bound.heads:
        return
    if one.before and not bound.right and not weeks and since:
        yield _Choice(tuple(range(since, one.before)))
    elif one.before and not bound.right and not weeks:
        before = every[: one.before]
        if own and len(own) < len(before):
            yield _Choice(own)
        if not bound.left or len(own) in (0, len(before)):  # what touches a clause is of that clause
            yield _Choice(before)
        if len(own) > 1 and any(_INSTEAD & groups[k].marks for k in own):
            yield _Choice(before[-1:])
        elif len(own) > 1:
            yield _Choice(before[-1:], against(Preference.BOUND_OF_ALL))
