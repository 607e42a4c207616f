"""English: the month that names an issue, an edition, a number: "deadline for the March issue: 20 February".

Only where the phrase has its own date with a month: "March edition: every Monday 8pm" may be of March.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.kinds import NAMED_BY_A_MONTH

_JOINS = frozenset({Kind.SLASH, Kind.AND, Kind.DASH})
_PRECEDING = frozenset({"preceding", "before", "prior"})
_PUBLICATION = "publication"
_MONTHS = frozenset({Kind.MONTH_NAME, Kind.QUARTER})
_OWNERS = frozenset({Kind.MONTH, Kind.WEEK, Kind.RELATIVE, Kind.NEXT_WEEK})
_OF_A_YEAR = 4  # digits


def named(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such months, their years and what they name as `NAME`."""
    tokens = _before_publication(tokens)
    if not any(token.value == NAMED_BY_A_MONTH for token in tokens):
        return tokens
    row, made = Row(tokens), list(tokens)
    names = [(first, end) for first in range(len(row)) if (end := _named_by_months(row, first)) > first]
    inside = {at for first, end in names for at in range(first, end)}
    dates = [at for at in range(len(row)) if at not in inside and _date(row, at)]
    for first, end in names:
        by_year = any(_is_year(row, at) for at in range(first, end))
        sure = not by_year or all(_year_is_sure(row, at) for at in dates)
        of_a_period = row.kind(first) in _OWNERS
        first -= of_a_period and row[first - 1].text.lower() in ("following", "next")
        if of_a_period or (dates and sure):
            made[first:end] = [one._replace(kind=Kind.NAME, value=None) for one in tokens[first:end]]
    return made


def _before_publication(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "The tenth of the month preceding (the month of) publication": of each month, where none is named."""
    if not any(token.text.lower() == _PUBLICATION for token in tokens):
        return tokens
    row, made = Row(tokens), list(tokens)
    if row.any(_MONTHS, 0, len(row)):
        return tokens
    for at in (at for at, token in enumerate(tokens) if token.text.lower() in _PRECEDING):
        end = at + 1
        while row[end].text.lower() in ("the", "month", "of", "to"):
            end += 1
        if row.kind(at - 1) is Kind.EACH and row[end].text.lower() == _PUBLICATION:
            made[at : end + 1] = [one._replace(kind=Kind.NAME, value=None) for one in tokens[at : end + 1]]
    return made


def _named_by_months(row: Row, at: int) -> int:
    """March issue, July/August edition, February 2017 number: where it ends; its place where it is none."""
    if row.kind(at) in _OWNERS:
        return _of_a_period(row, at)
    if row.kind(at) is not Kind.MONTH_NAME or row.kind(at - 1) in (Kind.NUMBER, Kind.ORDINAL, *_JOINS):
        return at
    end = at + 1
    while row.kind(end) in _JOINS and row.kind(end + 1) is Kind.MONTH_NAME:
        end += 2
    end += _is_year(row, end)
    return end + 1 if row[end].value == NAMED_BY_A_MONTH else at


def _of_a_period(row: Row, at: int) -> int:
    """ "The following month's edition", "next week's bulletin": where it ends, behind an apostrophe."""
    owned = row.kind(at + 1) is Kind.MINUTE and row[at + 2].text == "s" and row[at + 2].glued
    return at + 4 if owned and row[at + 3].value == NAMED_BY_A_MONTH else at


def _is_year(row: Row, at: int) -> bool:
    return row.kind(at) is Kind.NUMBER and len(row[at].text) == _OF_A_YEAR


def _date(row: Row, at: int) -> bool:
    """20 February, February 20, 20th of February: at its month."""
    if row.kind(at) is not Kind.MONTH_NAME:
        return False
    behind = row.kind(at + 1) is Kind.NUMBER and not _is_year(row, at + 1)
    return behind or _day_before(row, at) is not None


def _day_before(row: Row, at: int) -> int | None:
    """The place of the number before a month: "20 February", "20th of February"."""
    before = at - 1
    while row.kind(before) in (Kind.OF, Kind.FILLER):
        before -= 1
    if row[before].glued and row[before].text.lower() in ("st", "nd", "rd", "th"):
        before -= 1
    return before if row.kind(before) in (Kind.NUMBER, Kind.ORDINAL) else None


def _year_is_sure(row: Row, at: int) -> bool:
    """The date at this month has its own year, or a weekday that tells a wrong one."""
    day = _day_before(row, at)
    first = at if day is None else day
    last = at + 1 if day is None else at
    if row.kind(last + 1) is Kind.COMMA:
        last += 1
    weekday = row.kind(first - 1) is Kind.COMMA and row.kind(first - 2) is Kind.WEEKDAY
    return _is_year(row, last + 1) or weekday or row.kind(first - 1) is Kind.WEEKDAY
