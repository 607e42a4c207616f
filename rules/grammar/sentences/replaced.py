"""How it is on days that are taken out: "except July, when it meets on the third Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.grammar.sentences.chart import Chart, Derivation
from rules.grammar.sentences.days import whole
from rules.grammar.sentences.groups import any_item, group, times
from rules.grammar.sentences.preferences import Marks, plus
from rules.grammar.sentences.row import Sort
from rules.grammar.sentences.trees import Day, Group
from rules.grammar.terms import parts as p

_INSTEAD = frozenset[p.Meaning]({p.Instead()})


def replaced(c: Chart, at: int) -> Iterator[Derivation[Group]]:
    """Days that are taken out, and their own times or days right behind, or behind "when".

    Further days need no second "except", but the word behind them: "… and December, when …".
    """
    excepted = c.sort(at) is Sort.OUT and isinstance(word := c.item(at).meaning, p.Except) and not word.behind
    begin = at + 1 if excepted else at
    for out, end, marks in c.made(any_item, begin):
        for start, close in _behind(c, end, excepted):
            apart = c.joint(start - 1) == ","
            for found in _own(c, out, at, start, marks):
                if apart and (whole(out) or found.value.times):
                    continue  # "…, except in July, 8pm": more of what stands before
                if close is None or found.end == close:
                    yield found if close is None else found._replace(end=close + 1)


def _behind(c: Chart, at: int, excepted: bool) -> Iterator[tuple[int, int | None]]:
    """Where their own times or days may begin; and the end of the parenthesis that these stand in."""
    if c.sort(at) is Sort.OPEN and c.sort(at + 1) is Sort.THAT_CASE:
        yield at + 2, c.closes[at]
    begin = at + 1 if c.joint(at) == "," else at
    if c.sort(begin) is Sort.THAT_CASE:
        yield begin + 1, None
    elif excepted:
        yield begin, None


def _own(c: Chart, out: Day, at: int, begin: int, marks: Marks) -> Iterator[Derivation[Group]]:
    """Times on the days that are taken out; or other days in the months that are."""
    for listed, end, more in c.made(times, begin):
        yield Derivation(Group(at, end - 1, (out,), listed, "days", _INSTEAD), end, plus(marks, more))
    if whole(out):
        return
    for found in c.made(group, begin):
        days = tuple(_within(day, out) for day in found.value.days)
        if not any(day is None for day in days):
            made = replace(
                found.value, first=at, days=tuple(day for day in days if day is not None), marks=_INSTEAD
            )
            yield Derivation(made, found.end, plus(marks, found.marks))


def _within(day: Day, out: Day) -> Day | None:
    """The day in the months that are taken out; None where it has its own."""
    if any(isinstance(bound, p.Months | p.DateRange | p.Year) for bound in day.bounds):
        return None
    return replace(day, bounds=(*out.bounds, *day.bounds), leads=True)
