"""English: "or" between days that are all taken out ("not July or August") leaves nothing open."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT

_DAY_KINDS = (
    frozenset({Kind.MONTH_NAME}),
    frozenset({Kind.WEEKDAY, Kind.WEEKDAYS}),
    frozenset({Kind.DAY_OFF, Kind.DATE_NAME}),
)
_IN_A_LIST = frozenset(
    {Kind.COMMA, Kind.FILLER, Kind.OF, Kind.EVERY, Kind.NUMBER, Kind.AND, Kind.ORDINAL, Kind.TO, Kind.DASH}
).union(*_DAY_KINDS)
_A_NOUN = frozenset({Kind.TEXT, Kind.UNIT})
_LONGEST_LIST = 24
_LONGEST_NOUN = 3


def joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with each such "or" as an `AND`; one between days of different kinds stays a hedge."""
    row = Row(tokens)
    made: list[Token] | None = None
    for at in range(len(row)):
        if row.kind(at) is Kind.HEDGE and row[at].text.lower() == "or" and _within_an_exception(row, at):
            made = made or list(tokens)
            made[at] = made[at]._replace(kind=Kind.AND, value=None)
            row = Row(made)  # what stands before the next "or" of a list is joined now
    return made if made is not None else tokens


def _within_an_exception(row: Row, at: int) -> bool:
    """True where the words from "except", "not" or "no …" up to the "or", and those behind it, are days."""
    begin = at - 1
    while row.kind(begin) in _IN_A_LIST and at - begin <= _LONGEST_LIST:
        begin -= 1
    nouns = begin
    while row.kind(nouns) in _A_NOUN and begin - nouns < _LONGEST_NOUN:
        nouns -= 1
    denied = row[nouns].kind is Kind.UNSURE and row[nouns].value == OUT
    excepted = row[begin].kind is Kind.EXCEPT
    if not (denied or excepted):
        return False
    before, behind = _kind_of_days(row, begin + 1, at), _kind_of_days(row, at + 1, _end(row, at + 1))
    return before is not None and before == behind


def _end(row: Row, at: int) -> int:
    """Where the item behind an "or" ends: a time of day behind it is no part of it."""
    end = at
    while end - at < _LONGEST_LIST and (
        row.kind(end) in _IN_A_LIST - {Kind.COMMA, Kind.AND} or _comma_in_a_date(row, end)
    ):
        end += 1
    return end


def _comma_in_a_date(row: Row, at: int) -> bool:
    """ "Monday, December 26, 2022": behind its weekday, or before its year."""
    if row.kind(at) is not Kind.COMMA:
        return False
    behind = row[at + 1]
    year = behind.kind is Kind.NUMBER and len(behind.text) == len("2022")
    return year or (row.kind(at - 1) is Kind.WEEKDAY and _dated(row, at + 1))


def _dated(row: Row, at: int) -> bool:
    """ "December 26", "26 December": the day of a month."""
    return {row.kind(at), row.kind(at + 1)} == {Kind.NUMBER, Kind.MONTH_NAME}


def _kind_of_days(row: Row, first: int, last: int) -> tuple[int, bool] | None:
    """Which kind of days stands there alone, and whether with numbers: a month, or a day of one.

    A weekday beside its date is that date's.
    """
    found = {
        k
        for k, kinds in enumerate(_DAY_KINDS)
        for at in range(first, last)
        if row.kind(at) in kinds and not _of_a_date(row, at)
    }
    numbers = any(row.kind(at) is Kind.NUMBER for at in range(first, last))
    return (found.pop(), numbers) if len(found) == 1 else None


def _of_a_date(row: Row, at: int) -> bool:
    """The weekday of "Monday, December 26", "Monday 26 December"."""
    behind = at + 2 if row.kind(at + 1) is Kind.COMMA else at + 1
    return row.kind(at) is Kind.WEEKDAY and _dated(row, behind)
