"""Vietnamese: months, quarters and parts of the year, whose word order is the language's own.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor, flat
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import (
    accept_each_year,
    free_number,
    from_month,
    part_of_year,
    roman_or_number,
    runs_of,
    with_years,
    year_behind,
)
from rules.grammar.terms.shared.lists import mixed, months_part
from rules.grammar.terms.shared.vague import FITTING, Where
from rules.grammar.terms.shared.vague import vague as ways_of
from rules.grammar.terms.vi.days import is_short_month, ordinal_word
from rules.schedule import CalendarDay, MissingDay, Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT

_WHERE: dict[str, Where] = {
    "đầu": "beginning", "dau": "beginning", "giữa": "middle", "giua": "middle", "cuối": "end", "cuoi": "end",
}  # fmt: skip
# Behind these "tháng" alone is the month in which days and weeks are counted.
_BEFORE_MONTH = frozenset({Kind.ORDINAL, Kind.MIDDLE, Kind.NUMBER, Kind.WEEKDAY, Kind.WEEK})
_ORDINAL_WORDS = frozenset({Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.ORDINAL, Kind.NUMBER_WORD})
_PERIODS = {
    Kind.MONTH: Period.MONTH, Kind.QUARTER: Period.QUARTER, Kind.YEAR: Period.YEAR, Kind.WEEK: Period.WEEK,
}  # fmt: skip


# months: tháng 5, tháng 7 | tháng 3, 6, 9, 12 | từ tháng 3 đến hết tháng 11 | tháng 5/2024
# months: Tháng 01- tháng 12 năm 2024 | các tháng 3, 6
def months(c: Cursor) -> p.Months | p.DateRange | p.OfPeriod | p.Either | None:
    """Months, with a year where one is written; "của tháng" says what weeks are counted in."""
    at = c.at
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.EVERY, Kind.THROUGHOUT, Kind.OF)
    if c.kind() not in (Kind.MONTH, Kind.MONTH_NAME) and not _months_each(c):
        return None
    years: list[int | None] = []

    def element(c: Cursor) -> int | None:
        if c.kind(-1) is Kind.DASH:
            c.accept(Kind.TO)
        renewed = c.accept(Kind.MONTH) is not None or c.kind(-1) is Kind.EACH
        named = c.accept(Kind.MONTH_NAME)
        month = named.number if named is not None else free_number(c, 0, 99, named=renewed)
        if month is None and renewed and c.kind() is Kind.NUMBER_WORD:
            month = c.take().number
        if month is None:
            return None
        years.append(year_behind(c))
        return month

    bare = c.kind() is Kind.MONTH
    found = c.listed(element)
    if not found:
        led = c.at > at or c.kind(-1) in _BEFORE_MONTH
        return p.OfPeriod(Period.MONTH) if bare and led and c.accept(Kind.MONTH) else None
    runs = runs_of(found)
    if any(not 1 <= m <= 12 for run in runs for m in run):
        raise refuse("impossible-month", c.since(at))
    of_each = c.kind(at - c.at - 1) is Kind.EACH or c.tokens[at].kind is Kind.EACH
    if of_each and any(token.kind is Kind.SLASH for token in c.since(at)):
        raise refuse("not-understood/list-or-date", c.since(at))
    if _out_with_a_day(c, at):
        raise refuse("which-month/out", c.since(at))
    if mixed(c.since(at)):
        return months_part(found, c.since(at))
    accept_each_year(c)
    return from_month(runs, years, opened) or with_years(runs, years)


def _out_with_a_day(c: Cursor, at: int) -> bool:
    """ "Trừ ngày 24 tháng 12 và tháng 8": is all of August out, or the 24th of it?

    "Ngày 1 các tháng 1, tháng 2 và tháng 4" says that the day is one of each.
    """
    if c.tokens[at].kind is Kind.EACH:
        return False
    first = at - 1
    while first > 0 and c.tokens[first].kind in (Kind.NUMBER, Kind.COMMA, Kind.AND):
        first -= 1
    several = sum(token.kind is Kind.MONTH for token in c.since(at)) > 1
    if not several or not 0 <= first < at - 1 or c.tokens[first].kind is not Kind.DAY:
        return False
    clause = c.clause_before()[: at - c.at]
    return c.peek().value == OUT or any(t.kind is Kind.EXCEPT or t.value == OUT for t in clause)


def _months_each(c: Cursor) -> bool:
    """ "các tháng 3, 6, 9": the noun was read as "each month"; its numbers follow."""
    if c.kind() is Kind.EACH and str(c.peek().value) == Period.MONTH and c.kind(1) is Kind.NUMBER:
        if c.kind(2) in (Kind.UNIT, Kind.TIMES_A, Kind.HOUR, Kind.COLON):
            return False
        c.take()
        return True
    return False


# short_month: T3/2024
def short_month(c: Cursor) -> p.Months | None:
    """A month by its letter, with its year."""
    if not is_short_month(c):
        return None
    month = c.take().number + 2
    return p.Months(((month, month),), year_behind(c))


# quarters: Quý II | quý I và III | Quý IV/2024 | quý 2 năm 2024 | của quý
def quarters(c: Cursor) -> p.Months | p.OfPeriod | p.DateRange | None:
    """Quarters of the year."""
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.OF, Kind.THROUGHOUT, Kind.EVERY)
    if c.accept(Kind.QUARTER) is None:
        return None
    at = c.at

    def element(c: Cursor) -> int | None:
        first = c.accept(Kind.QUARTER) is not None or c.at == at
        number = roman_or_number(c, 4)
        if number is None and (first or by_word) and c.kind() in _ORDINAL_WORDS:
            number = c.take().number if c.kind() is Kind.NUMBER_WORD else ordinal_word(c)
            number = 4 if number == -1 else number
        return number if number is not None and 1 <= number <= 4 else None

    by_word = c.kind() in _ORDINAL_WORDS
    found = c.listed(element)
    if not found:
        token = c.peek()
        if token.kind is Kind.NUMBER and free_number(c, 0, 99) is not None:
            raise refuse("impossible-quarter", c.tokens[at - 1 : c.at])
        of_a_report = token.kind in (Kind.TEXT, Kind.DUE)  # "báo cáo quý gửi về …"
        return None if of_a_report else p.OfPeriod(Period.QUARTER)
    runs = tuple((3 * first - 2, 3 * last) for first, last in runs_of(found))
    number = year_behind(c)
    if opened and not isinstance(found[0], tuple):
        return p.DateRange(CalendarDay(runs[0][0], 1, number), None) if len(runs) == 1 else None
    return p.Months(runs, number, by_quarter=True)


# some_months: 6 tháng đầu năm | sáu tháng cuối năm 2024 | nửa đầu năm
def some_months(c: Cursor) -> p.Months | None:
    """The first or last months of a year."""
    c.skip(Kind.THROUGHOUT, Kind.OF)
    if c.accept(Kind.HALF):
        count: int | None = 6
    else:
        count = c.number()
        if count is None or not 1 <= count <= 11 or c.accept(Kind.MONTH) is None:
            return None
    where = c.accept(Kind.ORDINAL)
    if where is None or where.number not in (1, -1) or count is None:
        return None
    c.accept(Kind.OF)
    if c.kind() is not Kind.YEAR:
        return None
    number = year_behind(c)
    if number is None:
        c.take()
    return part_of_year(count, where.number, number)


# vague: cuối tháng | đầu quý II | giữa tháng 5 | cuối tuần | đầu mỗi quý | cuối năm 2024
def vague(c: Cursor) -> p.Either | p.Aside | None:
    """A place in a period that several days fit; beside its weekday, "đầu tuần" says nothing more."""
    before = [c.peek(-k) for k in (1, 2, 3)]
    token = c.accept(Kind.ORDINAL, Kind.MIDDLE)
    where = _WHERE.get(token.text.lower()) if token is not None else None
    if where is None:
        return None
    c.skip(Kind.EVERY, Kind.OF)
    each = c.accept(Kind.EACH)
    noun = c.accept(Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.WEEK) if each is None else None
    if each is None and noun is None:
        named = c.kind() is Kind.MONTH_NAME
        return ways_of(where, Period.MONTH) if named else None
    period = Period(str(each.value)) if each is not None else _PERIODS[noun.kind if noun else Kind.MONTH]
    if period is Period.WEEK and any(t.kind is Kind.WEEKDAY and t.number in FITTING[where] for t in before):
        return p.Aside()
    if (
        period is Period.WEEK
        and before[0].kind is Kind.TEXT
        and (
            any(t.kind is Kind.WEEKDAY for t in c.tokens[c.at :])
            or any(t.kind is Kind.WEEKDAY and t.number in FITTING[where] for t in c.tokens[: c.at])
        )
    ):
        return p.Aside()  # a title: "Trò chuyện cuối tuần, 21h thứ Sáu"
    if period is Period.QUARTER:
        quarters = c.listed(lambda c: (c.accept(Kind.QUARTER), roman_or_number(c, 4))[1]) if noun else []
        return ways_of(where, period, flat(quarters), year_behind(c))
    if period is Period.YEAR:
        c.at -= 1 if noun else 0
        return ways_of(where, period, (), year_behind(c) or (c.take() and None))
    if noun is not None and (c.kind() is Kind.NUMBER or c.kind() in (Kind.ORDINAL_PREFIX, Kind.WEEKDAY)):
        c.at -= 1  # the named month or week is its own part
    elif each is not None:
        c.at -= 1
    return ways_of(where, period)


# parity: các tháng chẵn | các ngày lẻ trong tháng | các tuần lẻ trong tháng | ngày chẵn
def parity(c: Cursor) -> p.Months | p.Weeks | p.Weekdays | p.Either | None:
    """Even and odd months; weeks of the month; days of the month or the weekdays 2, 4, 6 and 3, 5, 7."""
    token = c.accept(Kind.PARITY)
    if token is None or not isinstance(token.value, tuple):
        return None
    noun, odd = token.value
    if noun == "month":
        return p.Months(tuple((m, m) for m in range(2 - odd, 13, 2)))
    c.skip(Kind.THROUGHOUT, Kind.OF)
    monthly = c.kind() is Kind.MONTH or (c.kind() is Kind.EACH and c.peek().value == Period.MONTH)
    weekly = c.accept(Kind.WEEK, Kind.SAME_WEEK) is not None or (c.kind() is Kind.EACH and not monthly)
    if monthly and c.kind(1) is not Kind.NUMBER:
        c.accept(Kind.MONTH)
    weekdays = p.Weekdays((1, 3, 5) if odd else (0, 2, 4))
    numbered = (p.MonthDays(tuple(range(2 - odd, 32, 2))), p.Missing(MissingDay.SKIP))
    if noun == "week":
        return p.Weeks(tuple(range(2 - odd, 6, 2))) if monthly else None
    if weekly:
        return weekdays
    if monthly:
        return p.Either((p.Way(numbered),))
    return p.Either((p.Way(numbered, "even-days/of-month"), p.Way((weekdays,), "even-days/of-week")))


# month_of_quarter: tháng cuối mỗi quý | tháng đầu quý II | tháng thứ hai của quý | tháng cuối cùng của năm
def month_of_quarter(c: Cursor) -> p.Months | None:
    """A month by its place in the quarter or the year."""
    c.skip(Kind.OF, Kind.THROUGHOUT, Kind.EVERY)
    if c.kind() is Kind.EACH and c.peek().value == Period.MONTH:
        c.take()
    elif c.accept(Kind.MONTH) is None:
        return None

    def element(c: Cursor) -> int | None:
        if c.kind(-1) is not Kind.MONTH:
            c.accept(Kind.MONTH)
        return 2 if c.accept(Kind.MIDDLE) else ordinal_word(c)

    places = c.listed(element)
    c.skip(Kind.OF, Kind.THROUGHOUT, Kind.EVERY)
    each = c.accept(Kind.EACH)
    quarterly = c.accept(Kind.QUARTER) is not None or (each is not None and each.value == Period.QUARTER)
    if not places or any(isinstance(place, tuple) or not -3 <= place <= 3 for place in places):
        return None
    if not quarterly:
        last = {1: 1, -1: 12}.get(flat(places)[0])
        if last is None or len(places) > 1 or (c.kind() is not Kind.YEAR and each is None):
            return None
        number = year_behind(c)
        if number is None and each is None:
            c.take()
        return p.Months(((last, last),), number)
    named = c.listed(lambda c: (c.accept(Kind.QUARTER), roman_or_number(c, 4))[1])
    quarters = flat(named) or (1, 2, 3, 4)
    months = sorted(
        {3 * q - (3 - place if place > 0 else -place - 1) for q in quarters for place in flat(places)}
    )
    return p.Months(tuple((m, m) for m in months), year_behind(c))


# part_of_month: nửa đầu tháng | 10 ngày đầu tháng | 5 ngày cuối tháng 6 | thượng tuần tháng 5
def part_of_month(c: Cursor) -> p.DayRange | None:
    """The first or last days of a month, as many as are named."""
    named = c.accept(Kind.PART_OF_MONTH)
    if named is not None and isinstance(named.value, tuple):
        return p.DayRange(*named.value)
    half = c.accept(Kind.HALF)
    count = c.number() if half is None else 15
    if count is None or not 1 <= count <= 28 or (half is None and c.accept(Kind.DAY) is None):
        return None
    where = c.accept(Kind.ORDINAL)
    c.skip(Kind.OF, Kind.THROUGHOUT)
    if where is None or where.number not in (1, -1):
        return None
    if c.kind() is Kind.MONTH and c.kind(1) is not Kind.NUMBER:
        c.take()
    elif c.kind() not in (Kind.MONTH, Kind.MONTH_NAME, Kind.EACH, Kind.EVERY):
        return None
    if where.number == 1:
        return p.DayRange(1, count)
    return p.DayRange(16, -1) if half is not None else p.DayRange(-count, -1)
