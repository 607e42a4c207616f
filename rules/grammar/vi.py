"""Vietnamese: weekdays, weeks, months and quarters, whose word order is the language's own.

*thứ hai/ba/tư/năm/sáu/bảy* is a weekday, but after *tuần, lần, kỳ, quý* an ordinal. Above each
production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar import parts as p
from rules.grammar.calendar import (
    counted_workdays,
    free_number,
    from_month,
    ordinal,
    part_of_year,
    roman_or_number,
    runs_of,
    weeks_part,
    with_years,
    year_behind,
)
from rules.grammar.cursor import Cursor, in_order
from rules.grammar.messages import refuse
from rules.schedule import CalendarDay, Period
from rules.vocabulary import Kind

_ORDINAL_SIGNS = frozenset({Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.WEEKDAY})
_MONTH_SIGNS = frozenset({Kind.OF, Kind.EACH, Kind.MONTH, Kind.EVERY})


# Behind a number these say what it counts: "thứ Sáu, 2 tuần một lần".
_COUNTED = frozenset(
    {
        Kind.WEEK, Kind.MONTH, Kind.DAY, Kind.NEXT_DAY, Kind.QUARTER, Kind.YEAR, Kind.HOUR, Kind.UNIT,
        Kind.TIMES_A, Kind.MEASURE, Kind.MINUTE,
    }
)  # fmt: skip


def _weekday(c: Cursor) -> int | None:
    """thứ Tư, thứ 4, T4, Chủ nhật; "ngày thứ Tư"."""
    c.skip(Kind.DAY)
    token = c.accept(Kind.WEEKDAY)
    if token is not None:
        return token.number
    if c.kind() is Kind.ORDINAL_PREFIX and c.kind(1) is Kind.NUMBER and len(c.peek(1).text) <= 2:
        prefix, number = c.take(), c.take()
        if not 2 <= number.number <= 7:
            raise refuse("impossible-weekday", [prefix, number], number=number.number)
        return number.number - 2
    return None


def _weekday_in_list(c: Cursor) -> int | None:
    """A weekday behind another one: the word *thứ* may be left out ("thứ 2, 4, 6", "thứ Hai, Tư, Sáu")."""
    found = c.attempt(_weekday)
    if found is not None:
        return found
    counts = c.kind(1) in _COUNTED and not c.peek().text[:1].isupper()
    if c.kind(-2) not in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.YEAR, Kind.WEEKDAY) or counts:
        return None
    in_words = c.kind() is Kind.NUMBER_WORD or (c.kind() is Kind.YEAR and c.kind(1) is not Kind.NUMBER)
    number = c.take().number if in_words else free_number(c, 2, 7)
    return number - 2 if number is not None and 2 <= number <= 7 else None


# weekdays: thứ Tư | thứ 2, 4, 6 | thứ Hai đến thứ Sáu | T2-T6 | các thứ Bảy | Chủ nhật hằng tuần
# weekdays: thứ Sáu đầu tiên | thứ Bảy cuối tháng | thứ Tư thứ ba của tháng | thứ Hai lần thứ 2
def weekdays(c: Cursor) -> p.Weekdays | p.NthWeekdays | None:
    """Weekdays, or the n-th of a month."""
    c.skip(Kind.EVERY)
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.EVERY)
    named = c.accept(Kind.WEEKDAYS)
    if named is not None:
        return p.Weekdays(named.numbers)
    at = c.at
    first = c.attempt(_weekday)
    if first is None:
        return None
    # An ordinal that is written like a weekday ("thứ Tư thứ ba của tháng") stands right behind one.
    ordinals = c.attempt(_ordinals)
    if ordinals:
        return p.NthWeekdays(ordinals, (first,))
    c.at = at
    found = c.listed(_weekday_in_list)
    if opened and not isinstance(found[0], tuple):
        return None  # "từ thứ Hai" names no end
    days = _wrapped(found)
    ordinals = c.attempt(_ordinals)
    if ordinals:
        return p.NthWeekdays(ordinals, days)
    return p.Weekdays(days)


# workdays: ngày làm việc đầu tiên của tháng | ngày làm việc cuối cùng hằng tháng | các ngày làm việc
# workdays: 3 ngày làm việc đầu tiên của tháng
# workdays: ngày làm việc thứ ba của tháng | ngày làm việc đầu tiên và cuối cùng
# workdays: ngày làm việc thứ 5 hằng tháng
def workdays(c: Cursor) -> p.Workdays | None:
    """The n-th working days of the month, or all working days."""
    begin = c.at
    every = c.accept(Kind.EVERY) is not None or c.kind(-1) is Kind.EXCEPT  # "trừ các" is one word
    count = c.take().number if c.kind() is Kind.YEAR and c.kind(1) is Kind.WORKDAY else c.number()
    token = c.accept(Kind.WORKDAY)
    if token is None:
        return None
    at = c.at
    ordinals: set[int] = set()
    while (one := c.attempt(_ordinal_of_workday)) is not None:
        ordinals.add(one)
        if c.kind() not in (Kind.AND, Kind.COMMA) or c.kind(1) not in _ORDINAL_SIGNS:
            break
        c.take()
    if count is not None and ordinals not in ({1}, {-1}):
        return None
    if not ordinals or token.value == "every":
        c.at = at
        return p.Workdays(()) if every or token.value == "every" else None
    return counted_workdays(in_order(ordinals), count, c.since(begin))


def _ordinal_of_workday(c: Cursor) -> int | None:
    """đầu tiên, cuối cùng, thứ 3; "thứ ba" in small letters is the third, "thứ Ba" a weekday."""
    token = c.peek()
    if token.kind is Kind.WEEKDAY and token.text.startswith("thứ") and not token.text[4:5].isupper():
        c.take()
        return token.number + 2
    if token.kind is Kind.ORDINAL and c.kind(1) in (Kind.WEEK, Kind.YEAR, Kind.QUARTER):
        return None
    return ordinal(c)


def _wrapped(found: list[int | tuple[int, int]]) -> tuple[int, ...]:
    """Weekdays of a list; a range may go over the week's end ("thứ Bảy đến thứ Hai")."""
    days: set[int] = set()
    for one in found:
        if isinstance(one, tuple):
            first, last = one
            days.update((first + k) % 7 for k in range((last - first) % 7 + 1))
        else:
            days.add(one)
    return tuple(sorted(days))


def _ordinals(c: Cursor) -> tuple[int, ...] | None:
    """đầu tiên | cuối cùng | đầu tiên và cuối cùng | thứ ba của tháng | lần thứ 2 | cuối tháng."""
    found: set[int] = set()
    while True:
        one = _ordinal_of_weekday(c)
        if one is None:
            break
        found.add(one)
        at = c.at
        if c.accept(Kind.AND, Kind.COMMA) is None:
            break
        if c.kind() not in (Kind.ORDINAL, Kind.TIMES_A):
            c.at = at
            break
    return in_order(found) if found else None


def _ordinal_of_weekday(c: Cursor) -> int | None:
    if c.accept(Kind.TIMES_A):
        return _ordinal_word(c)
    token = c.peek()
    if token.kind is Kind.ORDINAL:
        if c.kind(1) in (Kind.WEEK, Kind.YEAR, Kind.QUARTER):
            return None  # "thứ Bảy cuối tuần" names no n-th Saturday of a month
        c.take()
        return token.number
    if token.kind is Kind.WEEKDAY and _thu(token.text) and not token.text[4:5].isupper() and c.kind(1) in (
        Kind.OF, Kind.EACH, Kind.MONTH,
    ):  # fmt: skip
        if c.kind(1) is Kind.EACH and str(c.peek(1).value) != Period.MONTH:
            return None
        c.take()
        return token.number + 2
    if token.kind is Kind.ORDINAL_PREFIX and c.kind(1) is Kind.NUMBER and c.kind(2) in _MONTH_SIGNS:
        c.take()
        return c.take().number
    return None


def _thu(text: str) -> bool:
    return text[:2].lower() == "th"


def _ordinal_word(c: Cursor) -> int | None:
    """An ordinal where no weekday can stand: after tuần, lần, quý."""
    token = c.peek()
    if token.kind is Kind.WEEKDAY and _thu(token.text):
        c.take()
        return token.number + 2
    return ordinal(c)


# weeks: tuần 3 | tuần 1, 3 và 5 | tuần đầu và tuần cuối của tháng | tuần thứ hai | 2 tuần đầu tháng
def weeks(c: Cursor) -> p.Weeks | None:
    """Weeks of the month by number or place."""
    at = c.at
    c.skip(Kind.EVERY)
    leading = c.attempt(_first_weeks)
    if leading is not None:
        return leading
    if c.accept(Kind.WEEK) is None:
        return None
    weekday_named = any(c.tokens[k].kind is Kind.WEEKDAY for k in range(max(0, at - 3), at))
    by_word = c.kind() in (Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.ORDINAL)

    def element(c: Cursor) -> int | None:
        renewed = c.accept(Kind.WEEK) is not None
        if c.kind() is Kind.WEEKDAY or (c.kind() is Kind.ORDINAL_PREFIX and c.at > at + 1):
            if not (renewed or c.kind(-1) is Kind.WEEK or (by_word and _list_ordinal(c, weekday_named))):
                return None
            return _ordinal_word(c)
        if (
            c.kind() is Kind.NUMBER_WORD
            and (renewed or c.kind(-1) is Kind.WEEK)
            and c.kind(1) is not Kind.TIMES_A
        ):
            return c.take().number
        found = ordinal(c)
        return found if found is not None else free_number(c, 0, 99)

    found = c.listed(element)
    return weeks_part(found, c.since(at)) if found else None


def _list_ordinal(c: Cursor, weekday_named: bool) -> bool:
    """In "tuần thứ hai và thứ tư của tháng" the second is an ordinal; in "tuần thứ hai, thứ Tư" a weekday.

    Where a weekday stands before the weeks ("thứ Tư tuần thứ 3 và thứ 4"), what follows counts weeks.
    """
    if c.peek().text[4:5].isupper():
        return False
    if weekday_named:
        return True
    return c.kind(1) in (Kind.OF, Kind.EACH, Kind.MONTH) or (
        c.kind(1) in (Kind.AND, Kind.COMMA)
        and c.kind(2) is Kind.WEEKDAY
        and c.kind(3) in (Kind.OF, Kind.EACH, Kind.MONTH)
    )


def _first_weeks(c: Cursor) -> p.Weeks | None:
    """hai tuần đầu tháng: weeks 1 and 2."""
    count = c.number()
    if count is None or not 1 <= count <= 4 or c.accept(Kind.WEEK) is None:
        return None
    where = c.accept(Kind.ORDINAL)
    if where is None or where.number not in (1, -1):
        return None
    return p.Weeks(tuple(where.number * k for k in range(1, count + 1)))


# months: tháng 5, tháng 7 | tháng 3, 6, 9, 12 | từ tháng 3 đến hết tháng 11 | tháng 5/2024
# months: Tháng 01- tháng 12 năm 2024 | các tháng 3, 6
def months(c: Cursor) -> p.Months | p.DateRange | p.OfPeriod | None:
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
        month = named.number if named is not None else free_number(c, 0, 99)
        if month is None and renewed and c.kind() is Kind.NUMBER_WORD:
            month = c.take().number
        if month is None:
            return None
        years.append(year_behind(c))
        return month

    bare = c.kind() is Kind.MONTH
    found = c.listed(element)
    if not found:
        return p.OfPeriod(Period.MONTH) if bare and c.accept(Kind.MONTH) else None
    runs = runs_of(found)
    if any(not 1 <= m <= 12 for run in runs for m in run):
        raise refuse("impossible-month", c.since(at))
    return from_month(runs, years, opened) or with_years(runs, years)


def _months_each(c: Cursor) -> bool:
    """ "các tháng 3, 6, 9": the noun was read as "each month"; its numbers follow."""
    if c.kind() is Kind.EACH and str(c.peek().value) == Period.MONTH and c.kind(1) is Kind.NUMBER:
        if c.kind(2) in (Kind.UNIT, Kind.TIMES_A, Kind.HOUR, Kind.COLON):
            return False
        c.take()
        return True
    return False


# quarters: Quý II | quý I và III | Quý IV/2024 | quý 2 năm 2024 | của quý
def quarters(c: Cursor) -> p.Months | p.OfPeriod | p.DateRange | None:
    """Quarters of the year."""
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.OF, Kind.THROUGHOUT, Kind.EVERY)
    if c.accept(Kind.QUARTER) is None:
        return None
    at = c.at

    def element(c: Cursor) -> int | None:
        c.accept(Kind.QUARTER)
        number = roman_or_number(c, 4)
        if number is None and c.kind() in (Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.ORDINAL, Kind.NUMBER_WORD):
            number = c.take().number if c.kind() is Kind.NUMBER_WORD else _ordinal_word(c)
            number = 4 if number == -1 else number
        return number if number is not None and 1 <= number <= 4 else None

    found = c.listed(element)
    if not found:
        token = c.peek()
        if token.kind is Kind.NUMBER and free_number(c, 0, 99) is not None:
            raise refuse("impossible-quarter", c.tokens[at - 1 : c.at])
        return p.OfPeriod(Period.QUARTER)
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


# vague: cuối tháng | đầu quý II | giữa tháng 5 | cuối tuần
def vague(c: Cursor) -> p.Vague | None:
    """A place in a period that several days fit."""
    at = c.at
    where = c.accept(Kind.ORDINAL, Kind.MIDDLE)
    if where is None or where.text.lower() not in ("đầu", "cuối", "giữa", "dau", "cuoi", "giua"):
        return None
    noun = c.accept(Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.WEEK)
    if noun is None:
        return None
    if noun.kind in (Kind.MONTH, Kind.QUARTER) and (c.kind() is Kind.NUMBER or c.peek().value is not None):
        c.at -= 1  # the named month is its own part
    name = {1: "beginning", -1: "end"}.get(where.value if isinstance(where.value, int) else 0, "middle")
    return p.Vague(name, " ".join(t.text for t in c.tokens[at : at + 2]))
