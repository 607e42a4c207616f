"""Vietnamese: dates as newspapers write them, with a dash or a dot: "ngày 27-8", "ngày 1.10".

With a dash the two numbers may be a range of days, too ("ngày 5-10 hằng tháng"): where both may be meant,
it is asked. Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import calendar_day, dates_part, year_behind
from rules.grammar.terms.vi.dates import dated, dates
from rules.schedule import CalendarDay, Period
from rules.vocabulary import Kind

_MONTHS, _LONGEST = 12, 31
_LIST = (Kind.COMMA, Kind.AND, Kind.PLUS)
# Behind the second number these say that it is none of a date alone: "ngày 5-10/8", "7-8h".
_CLAIMS = frozenset(
    {
        Kind.SLASH, Kind.HOUR, Kind.MEASURE, Kind.UNIT, Kind.DASH, Kind.MONTH, Kind.MONTH_NAME, Kind.COLON,
        Kind.LUNAR, Kind.TIMES_A, Kind.DOT, Kind.WEEK,
    }
)  # fmt: skip
_OF_MONTHS = frozenset({Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER})
_LONGER = (Period.MONTH, Period.QUARTER, Period.HALF, Period.YEAR)
_TIMED = frozenset({Kind.HOUR, Kind.DAYPART})
_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})


class Pair(NamedTuple):
    """Two numbers with a dash or a dot between, and the year behind them; blanks may stand around a dash."""

    first: int
    second: int
    dotted: bool
    year: int | None
    tokens: tuple[Token, ...]
    spaced: bool = False

    @property
    def may_be_date(self) -> bool:
        """A day and a month."""
        return 1 <= self.first <= _LONGEST and 1 <= self.second <= _MONTHS

    @property
    def may_be_range(self) -> bool:
        """From a day to a later one."""
        rising = 1 <= self.first < self.second <= _LONGEST
        return rising and not self.dotted and self.year is None

    @property
    def day(self) -> CalendarDay:
        """The date; an impossible one is refused."""
        return calendar_day(self.first, self.second, self.year, self.tokens)


def pair(c: Cursor, *, to_follows: bool = False) -> Pair | None:
    """27-8, 27 - 8, 1.10: both sides of the mark are written alike, and nothing behind claims the numbers.

    `to_follows`: a dash with blanks around it, behind one without, leads on to the end of a stretch.
    """
    first, mark, second = c.peek(), c.peek(1), c.peek(2)
    if first.kind is not Kind.NUMBER or second.kind is not Kind.NUMBER or mark.glued is not second.glued:
        return None
    if mark.kind is Kind.DOT and not mark.glued:
        return None
    if mark.kind not in (Kind.DASH, Kind.DOT) or max(len(first.text), len(second.text)) > 2:
        return None
    behind = c.peek(3)
    leads_on = to_follows and behind.kind is Kind.DASH and mark.glued and not behind.glued
    if behind.kind in _CLAIMS and not leads_on and not (behind.kind is Kind.DOT and not c.peek(4).glued):
        return None
    at = c.at
    c.at += 3
    year = year_behind(c)
    dotted, spaced = mark.kind is Kind.DOT, not mark.glued
    return Pair(first.number, second.number, dotted, year, tuple(c.since(at)), spaced)


def day_of_newspaper(c: Cursor) -> CalendarDay | None:
    """ "ngày 27-8" where only a date can stand: at the end of a stretch, before "đến"."""
    c.skip(Kind.DAY)
    found = pair(c, to_follows=True)
    return found.day if found is not None and found.may_be_date else None


# newspaper_dates: ngày 27-8 | ngày 1-10 và 2-10 | ngày 1.10 và 2.10 | từ ngày 4-2 đến ngày 3-3
# newspaper_dates: các ngày 12-8, 13-8 | các ngày 30, 31-5 và 1-6 | ngày 5-10 | từ 28-2 đến 3-3-2024
# newspaper_dates: từ 16 - 2 đến 22 - 5 | các ngày 28 - 6, 29 - 6 và 3 - 7
def newspaper_dates(c: Cursor) -> p.Dates | p.DateRange | p.Either | None:
    """Dates with a dash or a dot, or the range of days that they may be as well."""
    start = c.at
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.EVERY, Kind.AT)
    named = c.kind() is Kind.DAY
    c.skip(Kind.DAY)
    after_part = c.kind(-1) is Kind.DAYPART
    if opened:
        between = c.attempt(_between)
        if between is not None:
            return between
    if not (named or after_part):
        return None
    pairs = _pairs(c)
    if not pairs:
        return None
    dates = all(one.may_be_date for one in pairs)
    ranges = _apart(pairs)
    spaced = any(one.spaced for one in pairs)
    if spaced and (not named or (opened and len(pairs) == 1)):
        return None
    if not (named or ranges):
        return dates_part([one.day for one in pairs], opened=False) if dates else None  # "tối 27-8"
    if not dates or not named or (ranges and by_the_month(c)) or (opened and c.kind() is Kind.EACH):
        return None  # a range of days, which is read as such
    if ranges and not (opened or _beside_weekday(c, start)):
        return None if spaced else _asked(c, pairs, opened)  # "ngày 5 - 10" are days
    return dates_part([one.day for one in pairs], opened)


# evenings: các tối 10, 11, 12/5 | các đêm 6, 7, 9, 10-2
def evenings(c: Cursor) -> p.Either | None:
    """A part of the day that dates have in common."""
    if c.accept(Kind.EVERY) is None or c.kind() is not Kind.DAYPART:
        return None
    part = c.take()
    if c.kind() is not Kind.NUMBER:
        return None
    days = c.attempt(dates) or newspaper_dates(c)
    named = p.DayPart(str(part.value))
    return p.Either((p.Way((named, days)),)) if isinstance(days, p.Dates | p.DateRange) else None


def _pairs(c: Cursor) -> list[Pair]:
    """The pairs of a list; "ngày" may stand before each."""
    found: list[Pair] = []
    at = c.at
    while (row := c.attempt(_row)) is not None:
        found += row
        at = c.at
        c.skip(*_LIST)
        if c.at == at:
            break
        c.skip(Kind.DAY)
    c.at = at
    year = found[-1].year if found else None
    return [one._replace(year=one.year or year) for one in found]


def _row(c: Cursor) -> list[Pair] | None:
    """31-5, or several days of one month: 30, 31-5."""
    days: list[Token] = []
    while c.kind() is Kind.NUMBER and len(c.peek().text) <= 2 and c.kind(1) in _LIST:
        days.append(c.take())
        c.skip(*_LIST)
    last = c.attempt(pair)
    if last is None or (days and last.may_be_range):
        return None
    return [*(last._replace(first=day.number, tokens=(day,)) for day in days), last]


def _between(c: Cursor) -> p.DateRange | None:
    """4-2 đến ngày 3-3: between two such pairs no range of days can be meant."""
    first = c.attempt(day_of_newspaper)
    if first is None or c.accept(Kind.TO, Kind.DASH) is None:
        return None
    last = c.attempt(dated) or c.attempt(day_of_newspaper)
    row = None if last is None else dates_part([(first, last)], opened=True)
    return row if isinstance(row, p.DateRange) else None


def _apart(pairs: list[Pair]) -> bool:
    """True where all may be ranges of days, each behind the one before."""
    rising = all(one.second < other.first for one, other in pairwise(pairs))
    return rising and all(one.may_be_range for one in pairs)


def by_the_month(c: Cursor) -> bool:
    """True where the clause names months, or says "hằng tháng", "hằng quý"."""
    return any(
        token.kind in _OF_MONTHS or (token.kind is Kind.EACH and token.value in _LONGER)
        for token in c.clause()
    )


def _beside_weekday(c: Cursor, start: int) -> bool:
    """ "thứ Bảy, ngày 5-10", "ngày 5-10 (thứ Bảy)": a weekday stands beside a date."""
    before = c.tokens[start - 2] if start > 1 and c.tokens[start - 1].kind is Kind.COMMA else None
    before = c.tokens[start - 1] if before is None and start else before
    behind = c.peek(1) if c.kind() is Kind.OPEN else c.peek()
    return behind.kind in _WEEKDAYS or (before is not None and before.kind in _WEEKDAYS)


def _asked(c: Cursor, pairs: list[Pair], opened: bool) -> p.Either | None:
    """The dates, or the ranges of days of each month; with a time they are days one by one."""
    if len(pairs) > 1 and opened:
        raise refuse("impossible-range/days", pairs[0].tokens)
    days = tuple(sorted({day for one in pairs for day in range(one.first, one.second + 1)}))
    single = len(pairs) == 1 and not any(token.kind in _TIMED for token in c.tokens)
    as_range: p.Meaning = p.DayRange(pairs[0].first, pairs[0].second) if single else p.MonthDays(days)
    as_dates = dates_part([one.day for one in pairs], opened)
    if as_dates is None:
        return None
    facts = (("first", pairs[0].first), ("last", pairs[0].second))
    return p.Either(
        (
            p.Way((as_dates,), "date-or-days/date", facts),
            p.Way((as_range,), "date-or-days/days", facts),
        )
    )
