"""Vietnamese: deadlines: "chậm nhất ngày 20", "hạn nộp", "đến hết quý", "của tháng tiếp theo".

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import deadlines
from rules.grammar.terms.shared.calendar import year_number
from rules.grammar.terms.shared.deadlines import (
    BEGINS_RANGE,
    LAST_OF,
    LastDay,
    before_its_moment,
    first_of_time,
    last_months,
)
from rules.grammar.terms.vi import months
from rules.grammar.terms.vi.clock import clock
from rules.grammar.terms.vi.dates import dates, month_days
from rules.grammar.terms.vi.days import weekdays, workdays
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates
from rules.grammar.terms.vi.set_phrases import until
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.kinds import NAMES_DEADLINE

_MOMENTS = (clock, newspaper_dates, dates, month_days, workdays, weekdays)
_ENDS = frozenset({"cuối", "cuoi", "hết", "het", "ngày cuối", "đến hết"})


# due: chậm nhất là ngày 25 của tháng cuối quý | Hạn nộp: ngày 20 hằng tháng | chậm nhất cuối quý
def due(c: Cursor) -> p.Due | p.Either | p.Aside | None:
    """The words that make a deadline of the day or time behind them, or of the one before."""
    at = c.at
    first = c.take()
    found = before_its_moment(c, at, _end, _moment_ahead)
    if found is not None or first.value != NAMES_DEADLINE:
        return found
    c.at = at + 1
    if c.kind() is Kind.ORDINAL:
        return None
    ahead = first_of_time(c)
    if ahead in BEGINS_RANGE:
        return p.Aside()  # "thời hạn nộp: từ 1/3 đến 31/3" is a period
    return p.Due(behind=ahead is None)


def _moment_ahead(c: Cursor) -> bool:
    return deadlines.moment_ahead(c, until, _MOMENTS)


def _end(c: Cursor) -> LastDay | None:
    """cuối tháng 3, cuối mỗi quý, hết tháng 6, hết quý I."""
    word = c.peek().text.lower()
    if word not in _ENDS:
        return None
    c.take()
    last = p.MonthDays((-1,))
    c.skip(Kind.EVERY, Kind.OF)
    each = c.accept(Kind.EACH)
    if each is not None:
        period = Period(str(each.value))
        return (last, LAST_OF[period]) if period in LAST_OF else None
    if c.kind() is Kind.QUARTER:
        quarters = c.attempt(months.quarters)
        if isinstance(quarters, p.Months):
            return last, last_months(quarters)
        return (last, LAST_OF[Period.QUARTER]) if quarters is not None else None
    if c.kind() in (Kind.MONTH, Kind.MONTH_NAME):
        named = c.attempt(months.months)
        if isinstance(named, p.Months):
            return last, named
        c.accept(Kind.MONTH)
        return (last, p.Each(Period.MONTH))
    if c.accept(Kind.YEAR):
        number = year_number(c)
        return last, p.Months(((12, 12),), number)
    return None
