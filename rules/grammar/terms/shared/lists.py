"""Numbered weeks and months in a list whose end may be a date: "tuần 3, 5/3", "week 3, 5 March"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rules.grammar.lexing.cursor import flat
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import calendar_day, runs_of
from rules.schedule import CalendarDay
from rules.vocabulary import Kind

_MOST_WEEKS, _MOST_MONTHS = 6, 12
_LISTING = (Kind.COMMA, Kind.AND)

Found = Sequence[int | tuple[int, int]]


def mixed(taken: Sequence[Token]) -> bool:
    """True for a list over commas and slashes: "tuần 3, 5/3" may be two weeks, or a week and a date."""
    kinds = [token.kind for token in taken]
    over_slash = any(
        kinds[k] is Kind.SLASH and kinds[k - 1] is Kind.NUMBER and _may_be_a_month(taken[k + 1])
        for k in range(1, len(kinds) - 1)
    )
    return over_slash and any(kind in _LISTING for kind in kinds)


def _may_be_a_month(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.number <= 12


def weeks_part(found: Found, taken: Sequence[Token]) -> p.Weeks | p.Either:
    """Weeks of a month; 0 never exists. Where the last of them may be a date, each way to take it."""
    if mixed(taken):
        return _with_date(found, taken, lambda some: p.Weeks(flat(some)))
    weeks = flat(found)
    if any(week == 0 or week > _MOST_WEEKS for week in weeks):
        raise refuse("impossible-week", taken)
    return p.Weeks(weeks)


def months_part(found: Found, taken: Sequence[Token]) -> p.Either:
    """Months of which the last may be a date: each way to take it."""
    return _with_date(found, taken, lambda some: p.Months(runs_of(some)))


def weeks_before_month(found: Found, taken: Sequence[Token], month: int, year: int | None) -> p.Either | None:
    """ "Week 3, 5 March": weeks 3 and 5 of March, or week 3, and 5 March; None where no date ends it."""
    if len(found) < 2 or taken[-1].kind is not Kind.NUMBER or taken[-2].kind not in _LISTING:
        return None
    day, weeks = taken[-1].number, p.Weeks(flat(found))
    if max(weeks.weeks) > _MOST_WEEKS or min(weeks.weeks) == 0:
        raise refuse("not-understood/list-or-date", taken)
    date = calendar_day(day, month, year, taken)
    in_month = (weeks, p.Months(((month, month),), year))
    return p.Either((_in_month(in_month, month), _dated(p.Weeks(flat(found[:-1])), taken[-2], date)))


def _with_date(found: Found, taken: Sequence[Token], noun: Callable[[Found], p.Weeks | p.Months]) -> p.Either:
    """ "tuần 3, 5/4": weeks 3, 4 and 5; week 3 and 5 April; weeks 3 and 5 of April."""
    kinds = [token.kind for token in taken]
    numbers = [one for one in found if isinstance(one, int)]
    ends = kinds[-3:] == [Kind.NUMBER, Kind.SLASH, Kind.NUMBER] and kinds[-4] in _LISTING
    single = ends and kinds.count(Kind.SLASH) == 1 and len(numbers) == len(found) > 2
    weeks = isinstance(noun(found), p.Weeks)
    if not single or max(numbers) > (_MOST_WEEKS if weeks else _MOST_MONTHS):
        raise refuse("not-understood/list-or-date", taken)
    day, month = numbers[-2:]
    ways = [_dated(noun(found[:-2]), taken[-4], calendar_day(day, month, None, taken))]
    if len(set(numbers)) == len(numbers):
        ways.append(p.Way((noun(found),), "list-or-date/list"))
    if weeks:
        ways.append(_in_month((noun(found[:-1]), p.Months(((month, month),))), month))
    return p.Either(tuple(ways))


def _in_month(meanings: tuple[p.Meaning, ...], month: int) -> p.Way:
    return p.Way(meanings, "list-or-date/month", (("month", month),))


def _dated(noun: p.Weeks | p.Months, mark: Token, date: CalendarDay) -> p.Way:
    """The date is one more: what stands before it does not say which it is."""
    joint = p.Joint("and" if mark.kind is Kind.AND else ",")
    facts = (("day", date.day), ("month", date.month))
    return p.Way((noun, joint, p.Also(), p.Dates((date,))), "list-or-date/date", facts)
