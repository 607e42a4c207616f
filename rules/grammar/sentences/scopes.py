"""What bounds, exceptions and replays hold for: every way to give those of a tree to its groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from rules.grammar.sentences.grammar import Parsed
from rules.grammar.sentences.preferences import NONE, Marks, Preference, against, better, plus
from rules.grammar.sentences.row import Item
from rules.grammar.sentences.trees import Bound, Group, Out, Replays
from rules.grammar.terms import parts as p

_INSTEAD = frozenset({p.Instead(), p.Instead(True)})

Held: TypeAlias = tuple[int, ...]
"""The groups, by their place among the groups of the tree, that something holds for."""


@dataclass(frozen=True, slots=True)
class Scoped:
    """The groups of a tree, and what holds for which of them."""

    groups: tuple[Group, ...]
    bounds: tuple[tuple[Bound, Held], ...]
    outs: tuple[tuple[Out, Held], ...]
    replays: tuple[tuple[Replays, Held], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An element that holds for groups, and how many groups stand before it."""

    element: Bound | Out | Replays
    before: int


def scoped(trees: Sequence[Parsed], row: Sequence[Item]) -> list[Scoped]:
    """Every way that none is better than."""
    clauses = _clauses(row)
    found = [one for parsed in trees for one in _ways(parsed, clauses)]
    kept = [way for way, marks in found if not any(better(other, marks) for _, other in found)]
    return list(dict.fromkeys(kept))


def _clauses(row: Sequence[Item]) -> list[int]:
    """The number of the clause that each place of the row stands in."""
    numbers: list[int] = []
    clause = depth = 0
    for item in row:
        depth += (item.sort.name == "OPEN") - (item.sort.name == "CLOSE")
        clause += item.breaks and not depth
        numbers.append(clause)
    return numbers


def _ways(parsed: Parsed, clauses: Sequence[int]) -> Iterator[tuple[Scoped, Marks]]:
    groups = tuple(one for one in parsed.tree if isinstance(one, Group))
    placed: list[_Placed] = []
    before = 0
    for element in parsed.tree:
        if isinstance(element, Group):
            before += 1
        else:
            placed.append(_Placed(element, before))
    at = [clauses[group.first] for group in groups]
    choices = [list(_held(one, placed, groups, at, clauses)) for one in placed]
    for taken in product(*choices):
        marks = parsed.marks
        held: dict[type[Bound | Out | Replays], list[tuple[Bound | Out | Replays, Held]]] = {
            Bound: [],
            Out: [],
            Replays: [],
        }
        for one, (groups_held, over) in zip(placed, taken, strict=True):
            held[type(one.element)].append((one.element, groups_held))
            marks = plus(marks, over)
        yield Scoped(groups, tuple(held[Bound]), tuple(held[Out]), tuple(held[Replays])), marks  # type: ignore[arg-type]


def _held(
    one: _Placed,
    placed: Sequence[_Placed],
    groups: Sequence[Group],
    at: Sequence[int],
    clauses: Sequence[int],
) -> Iterator[tuple[Held, Marks]]:
    clause = clauses[one.element.first]
    own = tuple(k for k in range(one.before) if at[k] == clause)
    every = tuple(range(len(groups)))
    if isinstance(one.element, Bound):
        yield from _bound(one, one.element, placed, groups, own)
    elif isinstance(one.element, Out):
        if own or one.before:
            yield own or every[: one.before], NONE
        else:
            yield every, NONE
    else:
        free = tuple(k for k in own if not _replayed(k, one, placed))
        if free or own:
            yield free or own, NONE
        elif one.before:
            last = at[one.before - 1]
            yield tuple(k for k in range(one.before) if at[k] == last), NONE
        else:
            yield (), NONE


def _since(one: _Placed, bound: Bound, placed: Sequence[_Placed], groups: Sequence[Group]) -> int:
    """The first group behind those that have a bound of this kind already; 0 where none has, or all have."""
    kinds = {type(meaning) for meaning in bound.bounds} & {p.Months, p.DateRange}
    bounded = [
        other.before
        for other in placed
        if other is not one and isinstance(other.element, Bound) and 0 < other.before < one.before
        if kinds & {type(meaning) for meaning in other.element.bounds}
    ]
    bounded += [
        k + 1
        for k, group in enumerate(groups[: one.before])
        if kinds & {type(meaning) for day in group.days for meaning in day.bounds}
    ]
    last = max(bounded, default=0)
    return last if last < one.before else 0


def _replayed(group: int, one: _Placed, placed: Sequence[_Placed]) -> bool:
    """True where replays between the group and this already hold for it."""
    return any(
        isinstance(other.element, Replays)
        and other is not one
        and group < other.before <= one.before
        and other.element.first < one.element.first
        for other in placed
    )


def _bound(
    one: _Placed, bound: Bound, placed: Sequence[_Placed], groups: Sequence[Group], own: Held
) -> Iterator[tuple[Held, Marks]]:
    every = tuple(range(len(groups)))
    bounds = [other for other in placed if isinstance(other.element, Bound)]
    later = min(
        (other.before for other in bounds if other is not one and other.before > one.before),
        default=len(every),
    )
    kinds = {type(meaning) for meaning in bound.bounds}
    led = (
        k
        for k in range(one.before + 1, len(every))
        if any(day.leads and kinds & set(map(type, day.bounds)) for day in groups[k].days)
    )
    later = min(later, next(led, later))
    weeks = any(isinstance(meaning, p.Weeks) for meaning in bound.bounds)
    if not every:
        yield (), NONE
        return
    if one.before < len(every) and not (bound.left and not bound.right):
        alone = bound.right and one.before
        yield (every[one.before : one.before + 1] if alone else every[one.before : later]), NONE
    since = _since(one, bound, placed, groups)
    if bound.heads:
        return
    if one.before and not bound.right and not weeks and since:
        yield tuple(range(since, one.before)), NONE
    elif one.before and not bound.right and not weeks:
        before = every[: one.before]
        if own and len(own) < len(before):
            yield own, NONE
        if not bound.left or len(own) in (0, len(before)):  # what touches a clause is of that clause
            yield before, NONE
        if len(own) > 1 and any(_INSTEAD & groups[k].marks for k in own):
            yield before[-1:], NONE
        elif len(own) > 1:
            yield before[-1:], against(Preference.BOUND_OF_ALL)
