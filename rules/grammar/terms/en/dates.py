"""English: dates, days of the month and the days of replays, whose word order is the language's own.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor, flat, in_order
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import WeekdayName, refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import (
    calendar_day,
    free_number,
    numeric_date,
    ordinal,
    period_noun,
    roman_or_number,
    year_behind,
    year_number,
)
from rules.grammar.terms.shared.vague import Where
from rules.grammar.terms.shared.vague import vague as ways_of
from rules.schedule import CalendarDay, DaysLater, Period
from rules.vocabulary import Kind, index
from rules.vocabulary.kinds import READERS_DAY

_SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SLASH})
_RANGE = frozenset({Kind.DASH, Kind.TO})
_BEGINS_SENTENCE = frozenset({Kind.FILLER, Kind.UNSURE, Kind.EXCEPT})
_MOST_DAYS, _MOST_WEEKS = 31, 5
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_WHERE: dict[str, Where] = {"beginning": "beginning", "middle": "middle", "end": "end"}
_COMMON_YEAR = 2001
_LONGEST_SHORT, _WHOLE = 5, frozenset({"march", "april", "may", "june", "july"})


class _Item(NamedTuple):
    """A day of a list as it is written: "Saturday 18", "19 May 2024", "May 3". `month` 0: none yet."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    month_first: bool
    tokens: Sequence[Token]


# dates: 15 May | 15th of May 2024 | May 15, 2024 and June 3 | from 1 March until 30 November | 15-20 May 2024
# dates: Christmas Day | between 5 May and 7 June
# dates: 3, 10 and 17 May | May 3, 10 and 17 | Saturday 18 and Sunday 19 May 2024 | Fri 3 – Sun 5 May
def dates(c: Cursor) -> p.Dates | p.DateRange | None:
    """Single dates, or from one to another; a month or year that stands once counts for the list."""
    opened = c.accept(Kind.FROM) is not None
    between = c.accept(Kind.BETWEEN) is not None
    at = c.at
    c.skip(Kind.AT, Kind.FILLER, Kind.OF)
    of_month = c.kind() is Kind.MONTH_NAME and (c.at > at or c.kind(1) is Kind.FILLER)
    rows = _rows(c)
    if not rows or (len(rows[-1]) == 1 and _of_more_months(c)):
        return None
    if between:
        return _ranged(rows[0][0], rows[1][0]) if [len(row) for row in rows] == [1, 1] else None
    if len(rows) == 1 and len(rows[0]) == 2:
        return _ranged(rows[0][0], rows[0][1])
    if opened:
        first = rows[0][0]
        weekday = c.attempt(_weekday_aside) if first.weekday is None else first.weekday
        return p.DateRange(_day(first), None, weekday) if len(rows) == 1 else None
    days: dict[CalendarDay, int | None] = {}
    for row in rows:
        for item in _filled(row):
            days[_day(item)] = item.weekday
    ordered = sorted(days, key=lambda day: (day.year or 0, day.month, day.day))
    return p.Dates(tuple(ordered), tuple(days[day] for day in ordered), of_month)


# days_by_name: Fridays: February 16, March 15 | Tuesdays: 8 and 22 October
# days_by_name: Tuesdays, October 8 & 22 | Tuesdays 8, 15 and 22 October | Tuesdays (8 and 22 October)
def days_by_name(c: Cursor) -> p.Dates | None:
    """Dates behind the name of their weekday, which each of them must have."""
    name = c.accept(Kind.WEEKDAY)
    if name is None or not name.text.lower().endswith("days"):
        return None
    mark = c.accept(Kind.COLON, Kind.COMMA, Kind.DASH, Kind.OPEN)
    rows = _rows(c)
    if mark is not None and mark.kind is Kind.OPEN and c.accept(Kind.CLOSE) is None:
        return None
    if len(rows) < 2 or any(len(row) > 1 or row[0].weekday is not None for row in rows):
        return None
    days = sorted((_day(row[0]) for row in rows), key=lambda day: (day.year or 0, day.month, day.day))
    return p.Dates(tuple(days), (name.number,) * len(days))


def _of_more_months(c: Cursor) -> bool:
    """True where months follow that "the 10th of March" begins: "the 10th of March, June and September"."""
    if c.kind(-1) is not Kind.MONTH_NAME or c.kind(-2) is not Kind.OF:
        return False
    ahead = 0
    while c.kind(ahead) in _SEPARATORS:
        ahead += 1
    dated = c.kind(ahead + 1) is Kind.NUMBER
    return 0 < ahead <= 2 and c.kind(ahead) is Kind.MONTH_NAME and not dated


def _rows(c: Cursor) -> list[list[_Item]]:
    """Items of a list, each alone or with the end of its range, as far as they are dates."""
    rows: list[list[_Item]] = []
    ends: list[int] = []
    if c.at < c.dateless:
        return []
    while True:
        at = c.at
        if rows:
            while c.kind() in _SEPARATORS:
                c.take()
            if c.at == at:
                break
        row = _row(c)
        if row is None:
            c.at = at
            break
        rows.append(row)
        ends.append(c.at)
    if not any(item.month for row in rows for item in row):
        c.dateless = ends[-1] if ends else 0
        return []
    _month_before(rows)
    _month_behind(rows)
    while rows and any(item.month == 0 for item in rows[-1]):
        rows.pop()
        ends.pop()
    if rows:
        c.at = ends[-1]
    return rows if all(item.month for row in rows for item in row) else []


def _row(c: Cursor) -> list[_Item] | None:
    first = c.attempt(_item)
    if first is None:
        return None
    last = c.attempt(lambda c: c.accept(*_RANGE) and (_item(c) or _month_end(c)))
    return [first] if last is None else [first, last]


def _item(c: Cursor) -> _Item | None:
    at = c.at
    weekday = c.accept(Kind.WEEKDAY)
    if weekday is not None:
        if weekday.text.lower().endswith("days"):
            return None  # "Mondays 3-24 June" are all Mondays of these days
        if not short_for(c, weekday):
            c.accept(Kind.COMMA)
    c.skip(Kind.FILLER)
    number = None if weekday is None else weekday.number
    found = c.attempt(_numeric)
    if found is not None:
        return _Item(found.day, found.month, found.year, number, False, c.since(at))
    by_name = c.accept(Kind.DATE_NAME)
    if by_name is not None:
        return _Item(by_name.numbers[1], by_name.numbers[0], year_behind(c), number, False, c.since(at))
    named = c.accept(Kind.MONTH_NAME)
    if named is not None:
        short_for(c, named)
        c.skip(Kind.FILLER)
    day = _day_number(c)
    of_weekday = named is not None and c.kind() is Kind.WEEKDAY and c.kind(-1) is Kind.ORDINAL
    if day is None or of_weekday:
        return None  # "in December on the second Monday"
    counts = c.kind(-1) is Kind.ORDINAL and c.kind() in (Kind.TEXT, Kind.UNIT, Kind.LABEL)
    if named is None and weekday is None and counts:
        return None  # "9 October, the second test"
    year, behind = None, None
    if named is None and weekday is not None and _dotted(c):
        c.take()  # Friday 5. July
    if named is None:
        _not_a_weekday_of(c, at)
        behind = c.attempt(_month_name_behind)
        month = behind.number if behind is not None else 0
    else:
        month = named.number
    if month:
        if behind is not None:
            short_for(c, behind)
        year = year_behind(c)
    return _Item(day, month, year, number, named is not None, c.since(at))


def _not_a_weekday_of(c: Cursor, at: int) -> None:
    """ "Tuesdays in May and the first in June": the first of the month, or its first Tuesday?"""
    in_a_month = c.kind(-1) is Kind.ORDINAL and c.kind() is Kind.OF and c.peek().text.lower() == "in"
    if in_a_month and any(token.kind is Kind.WEEKDAY for token in c.tokens[:at]):
        raise refuse("which-weekday/behind", c.since(at))


def _numeric(c: Cursor) -> CalendarDay | None:
    return numeric_date(c, either_order=True)


def short_for(c: Cursor, name: Token) -> bool:
    """Take the dot behind Mon, Tues, Sept; one behind a whole name, or before "Open", ends a sentence."""
    word, behind = name.text.lower(), c.peek(1)
    whole = len(word) > _LONGEST_SHORT or word in _WHOLE
    ends = behind.kind in _BEGINS_SENTENCE and behind.text[:1].isupper()
    return not (whole or ends) and c.accept(Kind.DOT) is not None


def list_of_ordinals(c: Cursor) -> tuple[int, ...]:
    """first and third; the first and the last; 1st, 3rd & 5th; last."""

    def element(c: Cursor) -> int | None:
        if c.kind() is Kind.FILLER and c.peek().text.lower() == "the":
            c.take()
        return ordinal(c)

    return flat([one for one in c.listed(element) if isinstance(one, int)])


def _dotted(c: Cursor) -> bool:
    """A dot behind the number, as in German: "Friday 5. July"."""
    return c.kind() is Kind.DOT and c.peek().glued and c.kind(1) is Kind.MONTH_NAME and not c.peek(1).glued


def _month_name_behind(c: Cursor) -> Token | None:
    c.skip(Kind.OF, Kind.FILLER)
    return c.accept(Kind.MONTH_NAME)


def _day_number(c: Cursor) -> int | None:
    if c.kind() is Kind.NUMBER and c.kind(1) is Kind.DOT and c.peek(1).glued and c.peek(2).glued:
        return None  # 10.30
    found = ordinal(c)
    return found if found is not None and found > 0 else free_number(c, 0, 99)


def _month_end(c: Cursor) -> _Item | None:
    """Behind "until" also a month: its last day is meant ("from 1 March until the end of November")."""
    at = c.at
    c.skip(Kind.FILLER)
    if c.kind() is Kind.PART_OF and c.peek().value == "end":
        c.take()
        c.skip(Kind.FILLER)
    named = c.accept(Kind.MONTH_NAME)
    return None if named is None else _Item(-1, named.number, year_behind(c), None, True, c.since(at))


def _month_before(rows: list[list[_Item]]) -> None:
    """May 3, 10 and 17: days behind a month that stands first are in that month."""
    month: _Item | None = None
    for row in rows:
        for k, item in enumerate(row):
            if item.month_first:
                month = item
            elif item.month:
                month = None
            elif month is not None and (len(row) == 1 or month is row[0]):
                row[k] = item._replace(month=month.month, year=month.year)


def _month_behind(rows: list[list[_Item]]) -> None:
    """3, 10 and 17 May 2024: the month stands once, behind; a year too, or the one before over new year."""
    month, year, after = 0, None, (13, 0)
    for row in reversed(rows):
        for k in reversed(range(len(row))):
            item = row[k]
            if item.month == 0 and month:
                item = item._replace(month=month)
            place = (item.month, item.day % 32)
            if item.month and item.year is None and year is not None:
                over = place > after
                item = item._replace(year=year - 1 if over else year)
            row[k] = item
            if item.month:
                month, year, after = item.month, item.year, place


def _day(item: _Item) -> CalendarDay:
    if item.day == -1:
        return CalendarDay(item.month, -1, item.year)
    return calendar_day(item.day, item.month, item.year, item.tokens)


def _ranged(first: _Item, last: _Item) -> p.DateRange:
    return p.DateRange(_day(first), _day(last), first.weekday, last.weekday)


def _filled(row: Sequence[_Item]) -> Sequence[_Item]:
    """Each day of a short range that stands in a list: 8-9 and 15-16 June."""
    if len(row) == 1:
        return row
    first, last = row
    if first.month != last.month or first.year != last.year or not first.day <= last.day:
        raise refuse("impossible-range/period", [*first.tokens, *last.tokens])
    _day(last)
    return [
        first,
        *(first._replace(day=day, weekday=None) for day in range(first.day + 1, last.day)),
        *([last] if last.day > first.day else []),
    ]


def dated(c: Cursor) -> CalendarDay | None:
    """One date."""
    found = c.attempt(_item)
    return None if found is None or not found.month else _day(found)


def ending(c: Cursor) -> CalendarDay | None:
    """The last day of a period: a date, or a month whose last day is meant."""
    found = c.attempt(_item)
    if found is not None and found.month:
        return _day(found)
    month = c.attempt(_month_end) if found is None else None
    return None if month is None else _day(month)


# dated_weekday: this Saturday, 9 March | next Thursday 14 March 2024 | today, 4 April | tomorrow (5 May)
def dated_weekday(c: Cursor) -> p.Dates | None:
    """A weekday that depends on the reader's day, settled by the date behind it, which it must agree with."""
    named = c.take()
    words = named.text.lower().split()
    weekday = next(
        (entry.value for entry in index("en").get(words[-1], ()) if entry.words == (words[-1],)), None
    )
    opened = c.accept(Kind.COMMA, Kind.OPEN)
    c.skip(Kind.FILLER)
    item = c.attempt(_item)
    if item is None or not item.month or (opened and opened.kind is Kind.OPEN and not c.accept(Kind.CLOSE)):
        return None
    if named.value == READERS_DAY:
        return p.Dates((_day(item),), () if item.weekday is None else (item.weekday,))
    if item.weekday is not None or not isinstance(weekday, int):
        return None
    return p.Dates((_day(item),), (weekday,))


def _weekday_aside(c: Cursor) -> int | None:
    """ "From 24 May (Friday)"."""
    weekday = c.accept(Kind.WEEKDAY) if c.accept(Kind.OPEN) else None
    return None if weekday is None or c.accept(Kind.CLOSE) is None else weekday.number


# week_of: week commencing 13 May 2024 | the week of April 8, 2024 | week beginning 13 May
def week_of(c: Cursor) -> p.DateRange | None:
    """Monday to Sunday around a date, or the seven days that it begins."""
    at = c.at
    noun = c.accept(Kind.WEEK)
    if noun is None:
        return None
    begins = noun.value == "begins" or c.accept(Kind.FROM) is not None
    if not begins and c.accept(Kind.OF) is None:
        return None
    item = c.attempt(_item)
    if item is None or not item.month:
        return None
    day = _day(item)
    if day.year is None and (not begins or day.month == 2):
        raise refuse("needs-anchor/week", c.since(at))
    first = date(day.year or _COMMON_YEAR, day.month, day.day)
    if item.weekday is not None and not begins and first.weekday() != item.weekday:
        told = WeekdayName(first.weekday())
        raise refuse("weekday-contradicts-date/range", c.since(at), day=first, weekday=told)
    if c.attempt(_one_more) is not None:
        raise refuse("not-understood/list-or-date", c.since(at))
    first -= timedelta(0 if begins else first.weekday())
    last = first + timedelta(6)
    bounds = [CalendarDay(d.month, d.day, day.year and d.year) for d in (first, last)]
    return p.DateRange(bounds[0], bounds[1], item.weekday if begins else None)


def _one_more(c: Cursor) -> bool | None:
    """ "w/c 4 May and 18 May": one more week, or a day?"""
    item = c.attempt(_item) if c.accept(Kind.AND, Kind.COMMA) is not None else None
    return True if item is not None and item.month and item.weekday is None else None


def _of_weekdays_behind(c: Cursor, days: tuple[int, ...]) -> bool:
    """ "8am on 1st and 3rd, 10am on the 2nd and 4th Sundays": the first ones may be Sundays as well."""
    if c.kind() in (Kind.EACH, Kind.OF, Kind.MONTH_NAME, Kind.DAY) or c.kind(-1) is Kind.DAY:
        return False
    if not all(-1 <= day <= _MOST_WEEKS for day in days):
        return False
    for at in range(c.at, len(c.tokens)):
        if c.tokens[at].kind in (Kind.SEMICOLON, Kind.EACH, Kind.MONTH_NAME):
            return False
        if c.tokens[at].kind is Kind.WEEKDAY:
            before = c.tokens[at - 1]
            return before.kind is Kind.ORDINAL or (before.glued and before.text.lower() in _SUFFIXES)
    return False


# month_days: the first and the last day of the month
# month_days: the 15th of each month | on the 15th and the last day of the month | day 15
# month_days: first day of every month | from the 1st to the 5th of each month
# month_days: the 10th of March, June and September | between the 5th and the 10th of each month
def month_days(c: Cursor) -> p.MonthDays | p.DayRange | None:
    """Days of the month."""
    at = c.at
    opened = c.accept(Kind.FROM) is not None
    between = not opened and c.accept(Kind.BETWEEN) is not None

    def element(c: Cursor) -> int | None:
        c.skip(Kind.FILLER, Kind.EVERY)
        if c.accept(Kind.DAY):
            return free_number(c, 0, 99)
        numeric = c.kind() is Kind.NUMBER
        found = ordinal(c)
        if found is None:
            return None
        if c.accept(Kind.DAY):
            return found
        if not numeric:
            monthly = c.kind() is Kind.EACH and c.peek().value is Period.MONTH and found > 0
            return found if monthly or _day_follows(c) else None
        return found if c.kind() not in (Kind.WEEK, Kind.WEEKDAY, Kind.QUARTER) else None

    found = c.listed(element)
    if not found:
        return None
    days = flat(found)
    if _of_weekdays_behind(c, days):
        raise refuse("which-weekday/behind", c.since(at))
    if any(d == 0 or d > _MOST_DAYS for d in days):
        raise refuse("impossible-day", c.since(at))
    if between:
        pair = len(found) == 2 and not any(isinstance(one, tuple) for one in found)
        return p.DayRange(days[0], days[1]) if pair and len(days) == 2 and days[0] == found[0] else None
    if len(found) == 1 and isinstance(found[0], tuple):
        return p.DayRange(*found[0])
    return None if opened else p.MonthDays(in_order(set(days)))


def _day_follows(c: Cursor) -> bool:
    """True where the noun stands behind the next ordinals of a list: "the first and the last day"."""
    at, found = c.at, False
    while not found and c.accept(Kind.AND, Kind.COMMA):
        c.skip(Kind.FILLER)
        if ordinal(c) is None:
            break
        found = c.kind() is Kind.DAY or (c.kind() is Kind.EACH and c.peek().value is Period.MONTH)
    c.at = at
    return found


# when: the next day | the same day | two days later | that evening
def when(c: Cursor) -> p.When | None:
    """The day of a replay, seen from its premiere."""
    c.skip(Kind.FILLER)
    token = c.accept(Kind.SAME_DAY, Kind.NEXT_DAY)
    if token is not None:
        if isinstance(token.value, tuple):
            return p.When(DaysLater(token.value[0]), str(token.value[1]))
        return p.When(DaysLater(token.number))
    count = c.number()
    if count is not None and c.accept(Kind.DAYS_LATER):
        return p.When(DaysLater(count))
    return None


# vague: end of the month | mid-month | at the end of each quarter
def vague(c: Cursor) -> p.Either | None:
    """A place in a period that several days fit; in a month or a year by its name, too ("early May")."""
    token = c.accept(Kind.VAGUE)
    if token is not None:
        words = token.text.lower()
        period = next((one for one in Period if one.value in words), Period.MONTH)
        return _monthly(ways_of(_WHERE[str(token.value)], period), period)
    token = c.accept(Kind.PART_OF)
    if token is None:
        return None
    c.accept(Kind.DASH)
    c.skip(Kind.OF, Kind.FILLER)
    where = _WHERE[str(token.value)]
    if c.kind() is Kind.MONTH_NAME:
        return ways_of(where, Period.MONTH)
    return _of_a_period(c, where)


def _monthly(either: p.Either, period: Period) -> p.Either:
    """ "mid-month" is so in each month."""
    if period is not Period.MONTH:
        return either
    return p.Either(tuple(replace(way, meanings=(*way.meanings, p.Each(period))) for way in either.ways))


def _of_a_period(c: Cursor, where: Where) -> p.Either | None:
    """of each quarter, of the second quarter, of 2024, of every month."""
    each = c.accept(Kind.EACH)
    if each is not None:
        return ways_of(where, Period(str(each.value)))
    c.skip(Kind.EVERY)
    if c.kind() in (Kind.MONTH, Kind.WEEK, Kind.YEAR):
        period = period_noun(c)
        return None if period is None else _monthly(ways_of(where, period), period)
    number = year_number(c)
    if number is not None:
        return ways_of(where, Period.YEAR, year=number)
    which = ordinal(c)
    if c.accept(Kind.QUARTER) is None:
        return None
    if which is None:
        which = roman_or_number(c, 4)
    if which is not None and not 1 <= which <= 4:
        return None
    return ways_of(where, Period.QUARTER, () if which is None else (which,), year_behind(c))
