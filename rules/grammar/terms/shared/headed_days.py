"""Days under the heading of a month: "June 2024: Tues 4, Tues 18", "Tháng 6/2024: Thứ Ba 4".

The weekday beside the number is verified.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import calendar_day, year_behind
from rules.vocabulary import Kind

_FARTHEST = 300  # tokens from a heading to the last of its days
_LIST = (Kind.COMMA, Kind.AND, Kind.PLUS)
_ENDS = frozenset({Kind.SEMICOLON, Kind.DOT, Kind.END})
_BEFORE_HEADING = _ENDS | {Kind.OF, Kind.THROUGHOUT, Kind.FILLER, Kind.TEXT, Kind.UNIT}
# Behind the number these say that it is no day of the month heading it.
_CLAIMS = frozenset(
    {
        Kind.MONTH, Kind.MONTH_NAME, Kind.OF, Kind.SLASH, Kind.DASH, Kind.TO, Kind.EACH, Kind.WEEKDAY,
        Kind.NUMBER, Kind.WEEK, Kind.COUNTED, Kind.HALF_HOUR,
    }
)  # fmt: skip


class _Heading(NamedTuple):
    """The month that heads the days, its year, and the place of its first token."""

    month: int
    year: int | None
    at: int


class Language(NamedTuple):
    """How a language reads a month by itself, a weekday by itself, and the number of a day."""

    month: Callable[[Cursor], int | None]
    weekday: Callable[[Cursor], int | None]
    day: Callable[[Cursor], int | None]


def headed_days(c: Cursor, language: Language) -> p.Dates | None:
    """Weekdays with the number of their day, in the month of the heading before them."""
    heading = _heading(c, language)
    if heading is None:
        return None
    found: dict[int, int] = {}
    tokens: list[Token] = []
    at = c.at
    while (one := c.attempt(lambda ahead: _numbered(ahead, language))) is not None:
        tokens += c.since(at)
        found[one[1]] = one[0]
        at = c.at
        c.skip(*_LIST)
        if c.at == at:
            break
    c.at = at
    if not found:
        return None
    days = sorted(found)
    dates = tuple(calendar_day(day, heading.month, heading.year, tokens) for day in days)
    return p.Dates(dates, tuple(found[day] for day in days))


def heading(c: Cursor, language: Language) -> p.Aside | None:
    """A month on a line of its own whose days stand below says nothing more: each of them has it."""
    if c.kind(-1) not in _ENDS and c.at:
        return None
    if language.month(c) is None:
        return None
    year_behind(c)
    c.accept(Kind.COLON)
    at = c.at
    if c.accept(Kind.SEMICOLON) is None:
        return None
    below = _numbered(c, language)
    c.at = at
    return None if below is None else p.Aside()


def _numbered(c: Cursor, language: Language) -> tuple[int, int] | None:
    """A weekday and the number of its day: "Tues 4", "Sat. 8th", "thứ Ba 4"."""
    weekday = language.weekday(c)
    day = None if weekday is None else language.day(c)
    glued = c.kind() is Kind.DOT and c.peek().glued and c.peek(1).glued
    if weekday is None or day is None or not 1 <= day <= 31 or c.kind() in _CLAIMS or glued:
        return None
    return weekday, day


def _heading(c: Cursor, language: Language) -> _Heading | None:
    """The nearest month before this place, if it stands at the head: no month of a date or of a list."""
    nearest = max(0, c.at - _FARTHEST)
    begin = next(
        (k for k in range(c.at - 1, nearest - 1, -1) if c.tokens[k].kind in (Kind.MONTH, Kind.MONTH_NAME)),
        None,
    )
    if begin is None:
        return None
    here, c.at = c.at, begin
    before = c.kind(-1)
    month = language.month(c)
    year = year_behind(c)
    behind, c.at = c.kind(), here
    leads = behind in (Kind.COLON, Kind.COMMA, Kind.SEMICOLON, Kind.DASH, Kind.WEEKDAY)
    if month is None or not leads or (begin and before not in _BEFORE_HEADING):
        return None
    return _Heading(month, year, begin)
