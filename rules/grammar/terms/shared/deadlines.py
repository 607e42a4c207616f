"""What both languages know of deadlines: the last days of periods, and where a day or a time follows.

The deadline is the day, or the moment, at which something falls due. Words that stand directly before it
("by", "chậm nhất") count only where a day or a time follows: "by phone" and "by 5 votes" are none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Refusal
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import TEMPORAL, Kind

Made: TypeAlias = Callable[[Cursor], object]
LastDay: TypeAlias = tuple[p.Meaning, ...]
"""The last day of a period, and the months in which it is one."""

MOMENT = (p.Clock, p.Dates, p.MonthDays, p.Workdays, p.NthWeekdays, p.Weekdays, p.Either)
BESIDE = (Kind.FILLER, Kind.AT, Kind.COLON, Kind.DASH)
_CLAUSE_ENDS = frozenset({Kind.SEMICOLON, Kind.DOT, Kind.END, Kind.OPEN, Kind.CLOSE})
BEGINS_RANGE = frozenset({Kind.FROM, Kind.BETWEEN})
LAST_OF: dict[Period, p.Meaning] = {
    Period.MONTH: p.Each(Period.MONTH),
    Period.QUARTER: p.Months(((3, 3), (6, 6), (9, 9), (12, 12))),
    Period.HALF: p.Months(((6, 6), (12, 12))),
    Period.YEAR: p.Months(((12, 12),)),
}
# "by the end of June" is its last day; "due at the end of June" may be any of its last days.
_UNTIL = frozenset({"by", "later", "latest", "nhất", "nhat", "hơn", "quá"})


def before_its_moment(
    c: Cursor, at: int, end: Callable[[Cursor], LastDay | None], moment_ahead: Callable[[Cursor], bool]
) -> p.Due | p.Either | None:
    """The words for a deadline that began at a place, before its day, its time or the end of a period."""
    c.skip(Kind.DUE, *BESIDE)
    until = {word for token in c.since(at) for word in token.text.lower().split()} & _UNTIL
    last = c.attempt(end) if until else None
    if last is not None:
        return p.Either((p.Way((p.Due(), *last)),))
    return p.Due() if moment_ahead(c) else None


def moment_ahead(c: Cursor, until: Made, moments: Sequence[Made]) -> bool:
    """True where a day or a time of day follows, perhaps behind "monthly, by …"; nothing is taken."""
    at = c.at
    c.skip(Kind.EACH, Kind.COMMA, Kind.DUE, *BESIDE)
    if any(token.kind is Kind.EACH and token.value == Period.DAY for token in c.since(at)):
        c.at = at
        return True
    found = c.kind() is Kind.TO and until(c) is not None  # "hạn nộp: đến hết ngày 28/6"
    for production in () if found else moments:
        begin = c.at
        try:
            made = production(c)
        except Refusal:
            found = True  # an impossible date is told where it is read
            break
        taken, c.at = c.at > begin, begin
        if made is not None and taken:
            found = isinstance(made, MOMENT) and not (isinstance(made, p.Clock) and made.minutes)
            break
    c.at = at
    return found


def first_of_time(c: Cursor) -> Kind | None:
    """The kind of the first word of time in what is left of the clause, or in the list under the words."""
    at = c.at
    while c.tokens[at : at + 1] and c.tokens[at].kind in (Kind.COLON, Kind.SEMICOLON, Kind.DASH):
        at += 1
    heads = c.kind() is Kind.COLON
    for token in c.tokens[at if heads else c.at :]:
        if token.kind in _CLAUSE_ENDS and not token.glued:
            return None
        if token.kind in TEMPORAL or token.kind in BEGINS_RANGE or token.kind is Kind.ORDINAL:
            return token.kind
    return None


def last_months(quarters: p.Months) -> p.Months:
    """The last month of each quarter of a row."""
    ends = tuple((month, month) for first, last in quarters.runs for month in range(first + 2, last + 1, 3))
    return p.Months(ends, quarters.year)
