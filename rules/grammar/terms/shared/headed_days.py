"""Days under the heading of a month: "June 2024: Tues 4, Tues 18", "Tháng 6/2024: Thứ Ba 4".

The weekday beside the number is verified. Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.dates import short_for
from rules.grammar.terms.shared.calendar import calendar_day, free_number, ordinal, year_behind
from rules.grammar.terms.vi.days import one_weekday
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


# headed_days: June 2024: Tues 4, Tues 18 | June: Saturday 8 and Sunday 9
# headed_days: Tháng 6/2024: Thứ Ba 4, thứ Ba 18 | tháng 6: Chủ nhật 9
def headed_days(c: Cursor) -> p.Dates | None:
    """Weekdays with the number of their day, in the month of the heading before them."""
    heading = _heading(c)
    if heading is None:
        return None
    found: dict[int, int] = {}
    tokens: list[Token] = []
    at = c.at
    while (one := c.attempt(_numbered)) is not None:
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


# heading: June 2024 | Tháng 6/2024
def heading(c: Cursor) -> p.Aside | None:
    """A month on a line of its own whose days stand below says nothing more: each of them has it."""
    if c.kind(-1) not in _ENDS and c.at:
        return None
    if _month(c) is None:
        return None
    year_behind(c)
    c.accept(Kind.COLON)
    at = c.at
    if c.accept(Kind.SEMICOLON) is None:
        return None
    below = _numbered(c)
    c.at = at
    return None if below is None else p.Aside()


def _numbered(c: Cursor) -> tuple[int, int] | None:
    """A weekday and the number of its day: "Tues 4", "Sat. 8th", "thứ Ba 4"."""
    if c.lang == "vi":
        weekday = one_weekday(c)
    else:
        token = c.accept(Kind.WEEKDAY)
        weekday = None if token is None or token.text.lower().endswith("days") else token.number
        if token is not None:
            short_for(c, token)
    if weekday is None:
        return None
    day = ordinal(c) if c.lang == "en" else None
    day = day if day is not None else free_number(c, 1, 31)
    glued = c.kind() is Kind.DOT and c.peek().glued and c.peek(1).glued
    if day is None or not 1 <= day <= 31 or c.kind() in _CLAIMS or glued:
        return None
    return weekday, day


def _month(c: Cursor) -> int | None:
    named = c.accept(Kind.MONTH_NAME)
    if named is not None:
        return named.number
    if c.lang == "en" or c.accept(Kind.MONTH) is None:
        return None
    return free_number(c, 1, 12, named=True)


def _heading(c: Cursor) -> _Heading | None:
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
    month = _month(c)
    year = year_behind(c)
    behind, c.at = c.kind(), here
    leads = behind in (Kind.COLON, Kind.COMMA, Kind.SEMICOLON, Kind.DASH, Kind.WEEKDAY)
    if month is None or not leads or (begin and before not in _BEFORE_HEADING):
        return None
    return _Heading(month, year, begin)
