"""English: months, quarters and parts of the year.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor, flat
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.dates import list_of_ordinals, short_for
from rules.grammar.terms.shared.calendar import (
    accept_each_year,
    free_number,
    from_month,
    ordinal,
    part_of_year,
    roman_or_number,
    runs_of,
    with_years,
    year_behind,
)
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT


# months: May and July | March to November | from March until November 2024 | months 3, 6, 9 and 12 | May 2024
def months(c: Cursor) -> p.Months | p.DateRange | None:
    """Months, with a year where one is written."""
    at = c.at
    opened = c.accept(Kind.FROM) is not None
    between = not opened and c.accept(Kind.BETWEEN) is not None
    c.skip(Kind.EVERY, Kind.THROUGHOUT, Kind.OF, Kind.FILLER, Kind.AT)
    by_number = c.accept(Kind.MONTH) is not None
    years: list[int | None] = []

    def element(c: Cursor) -> int | None:
        c.accept(Kind.MONTH)
        named = c.accept(Kind.MONTH_NAME)
        month = named.number if named is not None else (free_number(c, 0, 99) if by_number else None)
        if month is None:
            return None
        if named is not None:
            short_for(c, named)
        if (
            named is not None
            and c.kind() is Kind.NUMBER
            and len(c.peek().text) <= 2
            and free_number(c, 1, 31)
        ):
            return None  # "May 15" is a date
        years.append(year_behind(c))
        return month

    found = c.listed(element)
    if not found:
        return None
    runs = runs_of(found)
    if between:
        if len(found) != 2 or not all(isinstance(one, int) for one in found):
            return None
        runs = ((runs[0][0], runs[1][0]),)
    if any(not 1 <= m <= 12 for run in runs for m in run):
        raise refuse("impossible-month", c.since(at))
    if _out_with_a_day(c, at, len(runs)):
        raise refuse("which-month/out", c.since(at))
    accept_each_year(c)
    return from_month(runs, years, opened) or with_years(runs, years)


def _out_with_a_day(c: Cursor, at: int, several: int) -> bool:
    """ "Except the 23rd of December and August": is all of August out, or the 23rd of it?"""
    day = c.tokens[max(0, at - 2) : at]
    if several < 2 or len(day) < 2 or day[0].kind is not Kind.NUMBER or not day[1].glued:
        return False
    return any(token.kind is Kind.EXCEPT or token.value == OUT for token in c.clause_before()[: at - c.at])


# quarters: quarter II | Q2 | the second quarter of 2024 | quarters 1 and 3 | of the quarter
def quarters(c: Cursor) -> p.Months | p.OfPeriod | None:
    """Quarters of the year."""
    at = c.at
    if c.kind() is Kind.FROM:
        return None  # "from the second quarter" names no end
    c.skip(Kind.OF, Kind.THROUGHOUT, Kind.FILLER, Kind.AT)
    leading = c.attempt(lambda c: list_of_ordinals(c) or None)
    if c.accept(Kind.QUARTER) is None:
        return None
    if leading is not None:
        numbers: list[int | tuple[int, int]] = [4 if n == -1 else n for n in leading]
    else:

        def element(c: Cursor) -> int | None:
            c.accept(Kind.QUARTER)
            return c.take().number if c.kind() is Kind.NUMBER_WORD else roman_or_number(c, 4)

        numbers = c.listed(element)
        if not numbers and c.kind() is Kind.NUMBER and free_number(c, 0, 99) is None:
            return None
    if not numbers:
        if c.kind(-1) is Kind.NUMBER:
            raise refuse("impossible-quarter", c.since(at))
        return p.OfPeriod(Period.QUARTER) if any(t.kind is Kind.OF for t in c.since(at)) else None
    if any(not 1 <= n <= 4 for n in flat(numbers)):
        raise refuse("impossible-quarter", c.since(at))
    runs = tuple((3 * first - 2, 3 * last) for first, last in runs_of(numbers))
    return p.Months(runs, year_behind(c), by_quarter=True)


# odd_months: odd months | even-numbered months
# odd_months: odd month (January, March, May, July, September, November)
def odd_months(c: Cursor) -> p.Months | None:
    """Every second month by its number; what stands in brackets behind must be the same."""
    at = c.at
    word = c.take().text.lower()
    if c.accept(Kind.DASH) is not None and c.accept(Kind.TEXT) is None:
        return None
    if word not in ("odd", "even") or c.accept(Kind.MONTH) is None:
        return None
    found = p.Months(tuple((month, month) for month in range(1 if word == "odd" else 2, 13, 2)))
    if c.kind() is Kind.OPEN and c.kind(1) is Kind.MONTH_NAME:
        c.take()
        stated = c.attempt(months)
        if not isinstance(stated, p.Months) or c.accept(Kind.CLOSE) is None or stated.months != found.months:
            raise refuse("not-understood/contradicts", c.since(at))
    return found


# month_of_quarter: the first month of each quarter | of the last month of the quarter
def month_of_quarter(c: Cursor) -> p.Months | None:
    """One month of every quarter."""
    c.skip(Kind.OF, Kind.FILLER)
    if c.kind() is Kind.RELATIVE and c.peek().text.lower() == "last month":
        c.take()
        which: int | None = 3
    else:
        which = ordinal(c)
        which = 3 if which == -1 else which
        if which not in (1, 2, 3) or c.accept(Kind.MONTH) is None:
            return None
    if c.kind() is Kind.OF and c.kind(1) is Kind.EACH:
        c.take()
    each = c.accept(Kind.EACH)
    if each is None or each.value is not Period.QUARTER:
        at = c.at
        c.skip(Kind.OF, Kind.FILLER, Kind.EVERY)
        if each is not None or c.at == at or c.accept(Kind.QUARTER) is None:
            return None
        if c.kind() is Kind.NUMBER or (c.kind() is Kind.TEXT and c.peek().value is not None):
            return None  # "of quarter II" is one month alone
    return p.Months(tuple((month, month) for month in range(which or 3, 13, 3)))


# half_of_month: the first half of the month | second half of June
def half_of_month(c: Cursor) -> p.DayRange | None:
    """Days 1 to 15, or 16 to the end; a month that is named is its own part."""
    where = ordinal(c)
    if where not in (1, 2, -1) or c.accept(Kind.HALF) is None:
        return None
    monthly = c.kind() is Kind.EACH and c.peek().value is Period.MONTH
    if not monthly and not (c.kind() is Kind.OF and c.kind(1) is Kind.MONTH_NAME):
        return None
    return p.DayRange(1, 15) if where == 1 else p.DayRange(16, -1)


# some_months: first half of the year | second half of 2024 | the first six months of 2024
def some_months(c: Cursor) -> p.Months | None:
    """The first or last months of a year."""
    c.skip(Kind.FILLER, Kind.OF, Kind.THROUGHOUT)
    where = ordinal(c)
    if where is None:
        return None
    if c.accept(Kind.HALF):
        if where not in (1, 2, -1):
            return None
        count: int | None = 6
    else:
        count = c.number()
        if where not in (1, -1) or count is None or not 1 <= count <= 11 or c.accept(Kind.MONTH) is None:
            return None
    number = year_behind(c)
    if number is None:
        c.skip(Kind.OF, Kind.FILLER)
        if c.accept(Kind.YEAR) is None:
            return None
    return part_of_year(count or 6, 1 if where == 1 else -1, number)
