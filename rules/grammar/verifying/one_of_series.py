"""A date that is said to be the next, the first or the last one of a rule's own days: it is verified.

"The third Tuesday of every month at 7pm. The next meeting is on 16 January" has no day more than the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rules import schedule as s
from rules.days import find_days, resolve
from rules.grammar.choices import Assembling
from rules.grammar.drafting.drafts import Mark, Rule
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay, Period
from rules.vocabulary import Kind, fold
from rules.vocabulary.doubts import NEXT_ONE

_OWN = frozenset({Mark.ALSO, Mark.INSTEAD, Mark.INSTEAD_BEHIND, Mark.TIMELESS, Mark.DUE})
_OF_A_DATE: frozenset[type[object]] = frozenset({p.Dates, p.Year, p.Weekdays})
_SPACED: frozenset[type[object]] = frozenset({p.Every, p.Thereafter})
_NEXT, _FIRST, _LAST = 0, 1, -1
_NEXT_ONE = tuple(map(fold, NEXT_ONE))  # also as they are written without accents
_SHORTEST = 28  # days of a month: a later day may be none


def told_apart(rules: Sequence[Rule], year: int | None) -> tuple[list[Rule], list[Rule]]:
    """The rules that make days, and those whose date is said to be one of these.

    Of every second week the next date says which: "every other Monday. The next meeting is on 15 January".
    """
    named = [rule for rule in rules if _names_one(rule) and any(_may_hold(one, rule) for one in rules)]
    for rule in [one for one in rules if _names_one(one, _SPACED) and one not in named]:
        counted = [one for one in rules if _may_hold(one, rule, spaced=True)]
        counted = [one for one in counted if rule.every in (None, one.every)]
        next_one = _next_one(rule, year)
        if len(counted) == 1 and next_one is not None:
            rules = [one.having(p.Anchor(next_one)) if one is counted[0] else one for one in rules]
            named.append(rule)
    return [rule for rule in rules if rule not in named], named


def _next_one(rule: Rule, year: int | None) -> CalendarDay | None:
    """The one date that is said to be the next, with its year."""
    days = rule.dates.days if rule.dates is not None else ()
    year = (rule.year.year if rule.year else None) or year
    if (
        len(days) != 1
        or set(_places(rule)) != {_NEXT}
        or not (days[0].year or year)
        or days[0].day > _SHORTEST
    ):
        return None
    return replace(days[0], year=days[0].year or year)


def one_of_series(a: Assembling, named: Sequence[Rule], recurrences: Sequence[s.Recurrence]) -> None:
    """Report a date that is none of the days which it is said to be of."""
    for rule in named:
        if not a.problems and not _held(a, rule, recurrences):
            a.fault("not-understood/one-of-series", rule.span)


def _names_one(rule: Rule, beside: frozenset[type[object]] = frozenset()) -> bool:
    plain = not (rule.replays or rule.exceptions or rule.marks & _OWN)
    plain = plain and rule.terms.keys() <= _OF_A_DATE | beside
    return plain and rule.dates is not None and next(_places(rule), None) is not None


def _places(rule: Rule) -> Iterator[int]:
    """Which one of the series the words before its date name."""
    for words in rule.words:
        said = _text(words)
        if any(f" {one} " in said for one in _NEXT_ONE):
            yield _NEXT
        for token in words:
            if token.kind is Kind.ORDINAL and token.value in (_FIRST, _LAST):
                yield token.number


def _text(words: Sequence[Token]) -> str:
    return fold(f" {' '.join(token.text.lower() for token in words)} ")


def _may_hold(one: Rule, named: Rule, *, spaced: bool = False) -> bool:
    """A rule before it that has days of its own, and each time that stands with the date.

    Beside dates it is a date, too. `spaced`: of a rule of every so many weeks that says not from which.
    """
    weekly = one.every is not None and one.every.period is Period.WEEK and one.weekdays is not None
    begun = one.anchor is not None or one.between is not None
    every = weekly and not begun if spaced else one.every is None or begun
    before = one.start < named.start and one.has_days and every and one.dates is None
    times = {slot.clock.at for slot in one.slots if slot.clock}
    own = {slot.clock.at for slot in named.slots if slot.clock}
    return before and not _names_one(one) and own <= times


def _held(a: Assembling, rule: Rule, recurrences: Sequence[s.Recurrence]) -> bool:
    if rule.dates is None:
        return False
    weekdays = rule.dates.weekdays or (None,) * len(rule.dates.days)
    for day, weekday in zip(rule.dates.days, weekdays, strict=True):
        year = day.year or (rule.year.year if rule.year else None) or a.around.year
        found = None if year is None else resolve(day, year)
        if found is None or weekday not in (None, found.weekday()):
            return False
        if rule.weekdays is not None and found.weekday() not in rule.weekdays.days:
            return False
        days = sorted({one for rec in recurrences for one in _days(a, rec.on, found.year)})
        ends = {_FIRST: days[:1], _LAST: days[-1:]}
        if any(found not in ends.get(place, days) for place in _places(rule)):
            return False
    return True


def _days(a: Assembling, on: s.DaySet, year: int) -> list[date]:
    return find_days(on, date(year, 1, 1), date(year, 12, 31), a.around.weeks, year)
