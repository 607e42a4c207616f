"""Weeks, months, quarters, years and dates: what both languages share.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

import calendar as _calendar
from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay, Period
from rules.vocabulary import Kind, fold

_PERIOD_NOUN = {
    Kind.DAY: Period.DAY, Kind.WEEK: Period.WEEK, Kind.MONTH: Period.MONTH, Kind.QUARTER: Period.QUARTER,
    Kind.HALF: Period.HALF, Kind.YEAR: Period.YEAR,
}  # fmt: skip
# What may not stand behind a bare number of a list: then the number belongs to it.
_CLAIMS_NUMBER = frozenset({Kind.HOUR, Kind.MINUTE, Kind.UNIT, Kind.MEASURE, Kind.TIMES_A, Kind.DAYPART})
FIRST_YEAR, LAST_YEAR = 1900, 2999
_LATEST_TIME, _HOUR = 2400, 60
MOST_WORKDAYS = 15
_EACH = frozenset({"of", "each", "every", "hang", "moi"})  # of a year, as they are without accents
_SUFFIX = frozenset({"st", "nd", "rd", "th"})


def free_number(c: Cursor, low: int, high: int, *, named: bool = False) -> int | None:
    """A number of one or two digits that nothing behind it claims: not a time, not a count, not a date.

    `named`: the noun before it is its own ("tuần 2 - 17 giờ"), so that a dash cannot give it away.
    """
    token = c.peek()
    if token.kind is not Kind.NUMBER or len(token.text) > 2 or not low <= token.number <= high:
        return None
    after = c.kind(1)
    if after in _CLAIMS_NUMBER or (after is Kind.COLON and c.kind(2) is Kind.NUMBER and c.peek(2).glued):
        return None
    if not named and after is Kind.DASH and c.kind(2) is Kind.NUMBER and c.kind(3) in _CLAIMS_NUMBER:
        return None
    if after is Kind.SLASH and c.kind(2) is Kind.NUMBER and c.kind(3) in (Kind.SLASH, Kind.MEASURE):
        return None
    c.take()
    return token.number


def ordinal(c: Cursor) -> int | None:
    """first, last, 3rd, thứ 3, thứ nhất, đầu tiên."""
    token = c.accept(Kind.ORDINAL)
    if token is not None:
        return token.number
    roman = c.kind(1) is Kind.TEXT and c.peek(1).value is not None and c.peek(1).text.isupper()
    if c.kind() is Kind.ORDINAL_PREFIX and (c.kind(1) is Kind.NUMBER or roman):
        c.take()
        return c.take().number
    if c.kind() is Kind.NUMBER and c.peek(1).glued and c.peek(1).text.lower() in _SUFFIX:
        number = c.take().number
        c.take()
        return number
    return None


def counted_workdays(ordinals: tuple[int, ...], count: int | None, taken: Sequence[Token]) -> p.Workdays:
    """Working days of the month by number; `count` of them from the first or last. Few months have 20."""
    if count is not None:
        step = ordinals[0]
        ordinals = tuple(step * n for n in range(1, count + 1))
    if any(not 1 <= abs(n) <= MOST_WORKDAYS for n in ordinals):
        raise refuse("impossible-day/working", taken, most=MOST_WORKDAYS)
    return p.Workdays(ordinals)


def roman_or_number(c: Cursor, high: int) -> int | None:
    """I, II, III, IV, or digits."""
    token = c.peek()
    if token.kind is Kind.TEXT and token.value is not None and token.number <= high and token.text.isupper():
        c.take()
        return token.number
    return free_number(c, 1, high)


def year_number(c: Cursor) -> int | None:
    """A year of four digits."""
    token = c.peek()
    if token.kind is Kind.NUMBER and len(token.text) == 4 and FIRST_YEAR <= token.number <= LAST_YEAR:
        c.take()
        return token.number
    return None


def year_behind(c: Cursor) -> int | None:
    """A year behind a month or quarter: "năm 2024", "/2024", "of 2024", ", 2024", "2024"."""

    def shape(c: Cursor) -> int | None:
        c.skip(Kind.OF, Kind.COMMA, Kind.SLASH, Kind.DASH)
        c.skip(Kind.YEAR)
        number = year_number(c)
        hours = c.kind() is Kind.DASH and c.peek().glued and c.kind(1) is Kind.NUMBER
        return None if hours and len(c.peek(1).text) == len("2300") else number  # "4 July, 2100-2300"

    return c.attempt(shape)


def period_noun(c: Cursor) -> Period | None:
    """day, week, month, quarter, half, year as a noun."""
    found = _PERIOD_NOUN.get(c.kind())
    if found is not None:
        c.take()
        if found is Period.HALF:
            c.accept(Kind.YEAR)
    return found


def runs_of(found: Sequence[int | tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Months as they were written: single ones and ranges."""
    return tuple(one if isinstance(one, tuple) else (one, one) for one in found)


# year: trong năm 2024 | cả năm | năm 2024 | in 2024 | during the year | thứ Hai tuần đầu năm 2024
def year(c: Cursor) -> p.Year | p.OfPeriod | p.Either | None:
    """A year, or the year at hand; "của năm" says what weeks and weekdays are counted in."""
    if c.accept(Kind.WHOLE_YEAR):
        return p.Year(year_behind(c))
    at = c.at
    led = c.accept(Kind.THROUGHOUT, Kind.OF)
    c.skip(Kind.FILLER)
    noun = c.accept(Kind.YEAR)
    counted = c.kind(-3 if led else -2) is Kind.ORDINAL  # "tuần đầu năm", "thứ Hai đầu tiên trong năm"
    five = noun is not None and noun.value is not None and not (led or counted)
    if five and c.kind() is not Kind.NUMBER:
        return None  # năm alone may be the number five
    number = year_number(c)
    if number is None and (noun is None or not (led or counted)):
        return None
    of = led is not None and led.text.lower().startswith(("của", "cua", "of"))
    if led is not None and not of and _numbered_week(c, at):
        of_each = p.Way((p.Year(number),), "weeks-of/month")
        return p.Either((p.Way((p.OfPeriod(Period.YEAR), p.Year(number)), "weeks-of/year"), of_each))
    if number is None and (of or counted):
        return p.OfPeriod(Period.YEAR)
    if counted and led is None:
        return p.Either((p.Way((p.OfPeriod(Period.YEAR), p.Year(number))),))
    if noun is None and number is not None and c.kind() in (Kind.UNIT, Kind.MEASURE, Kind.HOUR):
        return None
    bare = noun is None and led is None
    if bare and number is not None and _perhaps_a_time(c, number):
        return None
    in_name = bare and (
        c.kind() in (Kind.TEXT, Kind.HEDGE, Kind.DUE) or c.kind(-2) in (Kind.TEXT, Kind.FILLER)
    )
    return p.Year(number, in_name)


_NUMBERING = frozenset({Kind.NUMBER, Kind.NUMBER_WORD, Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.WEEKDAY})


def _numbered_week(c: Cursor, at: int) -> bool:
    """ "Tuần 2 trong năm": the second week of the year, or of each of its months?"""
    first = at - 1
    while first > 0 and c.tokens[first].kind in _NUMBERING:
        first -= 1
    return 0 <= first < at - 1 and c.tokens[first].kind is Kind.WEEK


def _perhaps_a_time(c: Cursor, number: int) -> bool:
    """ "Mondays 1900", "2030 Mondays": four digits beside a weekday may be hours and minutes."""
    beside = {c.kind(-2), c.kind()} & {Kind.WEEKDAY, Kind.WEEKDAYS, Kind.EACH}
    return bool(beside) and number < _LATEST_TIME and number % 100 < _HOUR and not number % 5


def calendar_day(day: int, month: int, year: int | None, taken: Sequence[Token]) -> CalendarDay:
    """A date that exists, or a refusal: 31/4 never does, 29/2 only in a leap year."""
    if not 1 <= month <= 12:
        raise refuse("impossible-date/month", taken, month=month)
    longest = 29 if month == 2 and year is None else _calendar.monthrange(year or 2000, month)[1]
    if not 1 <= day <= longest:
        key = "impossible-date/day-of-year" if year else "impossible-date/day"
        raise refuse(key, taken, month=month, day=day, year=year, longest=longest)
    return CalendarDay(month, day, year)


# numeric_date: 15/5 | 15/05/2024 | 15-5-2024 | 15.5.2024 | 2024-05-15
def numeric_date(c: Cursor, *, either_order: bool = False) -> CalendarDay | None:
    """A date in digits: the ISO form, or day first; `either_order`: month first where the cursor says so."""
    at = c.at
    first = c.accept(Kind.NUMBER)
    if first is None:
        return None
    mark = c.accept(Kind.SLASH, Kind.DASH, Kind.DOT)
    if mark is None:
        return None
    second = c.accept(Kind.NUMBER)
    if second is None or len(second.text) > 2:
        return None
    third = None
    if c.kind() is mark.kind and c.kind(1) is Kind.NUMBER and (c.peek().glued or mark.kind is Kind.SLASH):
        c.take()
        third = c.take()
    if len(first.text) == 4:
        if third is None or len(third.text) > 2:
            return None
        return calendar_day(third.number, second.number, _year(first), c.since(at))
    if len(first.text) > 2 or (third is None and mark.kind is not Kind.SLASH):
        return None
    number = year_behind(c) if third is None else _year(third)
    full = third is not None and len(third.text) == len("2024")  # and no count of what stands behind it
    if c.kind() is Kind.MONTH_NAME or (c.kind() in (Kind.MEASURE, Kind.UNIT) and not full):
        return None
    day, month = first.number, second.number
    if either_order and day != month:
        c.slashed = True
        if c.month_first:
            day, month = month, day
    return calendar_day(day, month, number, c.since(at))


def _year(token: Token) -> int:
    if len(token.text) == 2:
        return 2000 + token.number
    if len(token.text) != 4 or not FIRST_YEAR <= token.number <= LAST_YEAR:
        raise refuse("impossible-date/year", [token])
    return token.number


def part_of_year(months: int, where: int, year: int | None) -> p.Months:
    """The first or last `months` months of a year."""
    run = (1, months) if where == 1 else (13 - months, 12)
    return p.Months((run,), year)


def with_years(runs: tuple[tuple[int, int], ...], years: list[int | None]) -> p.Months | p.DateRange | None:
    """Months with the one year that is written; from a month of one year to a month of another."""
    named = {y for y in years if y is not None}
    if len(named) <= 1:
        return p.Months(runs, next(iter(named), None))
    if len(runs) == 1 and len(years) == 2:
        return p.DateRange(CalendarDay(runs[0][0], 1, years[0]), CalendarDay(runs[0][1], -1, years[1]))
    return None


def accept_each_year(c: Cursor) -> None:
    """ "in July and December of each year": months without a year are of each year anyway."""
    at = c.at
    c.skip(Kind.OF, Kind.EVERY)
    word = c.accept(Kind.EACH)
    yearly = word is not None and word.value == Period.YEAR and fold(word.text.split()[0]) in _EACH
    if not yearly or c.kind() in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.COLON):
        c.at = at


def from_month(runs: Sequence[tuple[int, int]], years: list[int | None], opened: bool) -> p.DateRange | None:
    """ "từ tháng 5", "from May": from the month's first day, without an end."""
    if not opened or len(runs) != 1 or len(years) != 1:
        return None
    return p.DateRange(CalendarDay(runs[0][0], 1, years[0]), None, by_month=True)


def dates_part(
    found: Sequence[CalendarDay | tuple[CalendarDay, CalendarDay]], opened: bool
) -> p.Dates | p.DateRange | None:
    """Single dates, a range, or ("from 1 March") a beginning without an end; None for a longer mixture."""
    if len(found) == 1 and isinstance(found[0], tuple):
        return _ranged(*found[0])
    days: list[CalendarDay] = []
    for one in found:
        if isinstance(one, CalendarDay):
            days.append(one)
        elif one[0].month != one[1].month or not 0 < one[0].day < one[1].day:
            return None
        else:
            days += [replace(one[1], day=day) for day in range(one[0].day, one[1].day + 1)]
    if not days:
        return None
    if opened and len(days) == 1:
        return p.DateRange(days[0], None)
    return p.Dates(tuple(sorted(days, key=lambda day: (day.year or 0, day.month, day.day))))


def _ranged(first: CalendarDay, last: CalendarDay) -> p.DateRange:
    """A range; a year that stands once, behind, is the year of both, or of the end over a new year."""
    if first.year is None and last.year is not None:
        over = last.day > 0 and first.month > last.month
        first = CalendarDay(first.month, first.day, last.year - 1 if over else last.year)
    return p.DateRange(first, last)
