"""Days that are taken out: behind their word, before it, and with how it is on them.

"Trừ thứ Bảy", "Chủ nhật nghỉ", "except July, when it meets on the third Tuesday".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.grammar.sentences.chart import Chart, Derivation
from rules.grammar.sentences.days import whole
from rules.grammar.sentences.groups import any_item, group, times
from rules.grammar.sentences.preferences import NONE, Marks, plus
from rules.grammar.sentences.row import Sort
from rules.grammar.sentences.trees import Bound, Day, Group, Out
from rules.grammar.terms import parts as p

_INSTEAD = frozenset[p.Meaning]({p.Instead()})


def out(c: Chart, at: int) -> Iterator[Derivation[Out]]:
    """ "Trừ thứ Bảy, Chủ nhật", "except in August and on public holidays"."""
    word = _word(c, at)
    if word is None:
        return
    begin = at + 1 if c.sort(at + 1) is not Sort.JOINT else at + 2
    todo = [
        Derivation(Out(at, end - 1, listed, word, None, off), end, marks)
        for listed, off, end, marks in _entries(c, begin)
    ]
    while todo:
        found = todo.pop()
        yield found
        if c.sort(found.end) is Sort.JOINT and not (c.item(found.end).breaks or c.joint(found.end) == ":"):
            begin = found.end + 1
            begin += _word(c, begin) is not None
            for listed, off, end, marks in _entries(c, begin):
                if listed and not listed[0].named and _bounded(found.value):
                    continue  # one more bound of the days before it
                value = replace(
                    found.value,
                    last=end - 1,
                    days=(*found.value.days, *listed),
                    day_off=found.value.day_off or off,
                )
                todo.append(Derivation(value, end, plus(found.marks, marks)))
                c.spend(1)


def _word(c: Chart, at: int) -> p.Except | None:
    """The word that takes out what stands behind it."""
    meaning = c.item(at).meaning
    return meaning if isinstance(meaning, p.Except) and not meaning.behind else None


def _entries(c: Chart, at: int) -> Iterator[tuple[tuple[Day, ...], p.DayOff | None, int, Marks]]:
    meaning = c.item(at).meaning
    if isinstance(meaning, p.DayOff):
        yield (), meaning, at + 1, NONE
    for day, end, marks in c.made(any_item, at):
        yield (day,), None, end, marks


def days_out(c: Chart, at: int) -> Iterator[Derivation[Out]]:
    """ "Chủ nhật nghỉ": the days stand before the word."""
    begin = at + 1 if c.item(at).meaning == p.Instead() else at
    todo: list[Derivation[tuple[Day, ...]]] = [
        Derivation((one.value,), one.end, one.marks) for one in c.made(any_item, begin)
    ]
    while todo:
        found = todo.pop()
        word = c.item(found.end).meaning
        if isinstance(word, p.Except) and word.behind:
            yield Derivation(Out(at, found.end, found.value, word), found.end + 1, found.marks)
        elif c.joint(found.end) in (",", "and"):
            for day, end, marks in c.made(any_item, found.end + 1):
                todo.append(Derivation((*found.value, day), end, plus(found.marks, marks)))


def replaced(c: Chart, at: int) -> Iterator[Derivation[Group]]:
    """Days that are taken out, and their own times or days right behind, or behind "when".

    Further days need no second "except", but the word behind them: "… and December, when …".
    """
    excepted = _word(c, at) is not None
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
    begin = at + 1 if c.joint(at) in (",", ":") else at  # "except in May: Tuesdays"
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


def takes(out: Out, bound: Bound) -> bool:
    """True where a bound behind days that are taken out can be theirs alone: a date has none of its own."""
    dated = bool(out.days) and p.Dates in out.days[-1].kinds()
    return _bounded(out) or (bound.left and not (dated and isinstance(bound.bounds[0], p.DateRange)))


def _bounded(out: Out) -> bool:
    """True where days that are taken out have months or a range: one more bound is theirs, too."""
    limits = (p.Months, p.DateRange, p.Year)
    return bool(out.days) and any(isinstance(one, limits) for one in out.days[-1].bounds)
