"""Vietnamese: dates, days of the month and the days of replays, whose word order is the language's own.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar import parts as p
from rules.grammar.calendar import calendar_day, dates_part, free_number, numeric_date, year_behind
from rules.grammar.cursor import Cursor, flat
from rules.grammar.messages import refuse
from rules.schedule import CalendarDay, DaysLater
from rules.vocabulary import Kind


# dated: 15/5 | ngày 15 tháng 5 năm 2024 | 15 tháng 5
def dated(c: Cursor) -> CalendarDay | None:
    """One date."""
    c.skip(Kind.DAY)
    found = c.attempt(numeric_date)
    if found is not None:
        return found
    at = c.at
    day = free_number(c, 0, 99)
    if day is None:
        return None
    c.accept(Kind.SLASH)
    named = c.accept(Kind.MONTH_NAME)
    if named is not None:
        month: int | None = named.number
    elif c.accept(Kind.MONTH) is not None:
        month = free_number(c, 0, 99)
    else:
        return None
    if month is None:
        return None
    number = year_behind(c)
    return calendar_day(day, month, number, c.since(at))


def _dated_or_month_end(c: Cursor) -> CalendarDay | None:
    """Behind "đến" also a month: its last day is meant ("từ ngày 1/3 đến hết tháng 11")."""
    found = c.attempt(dated)
    if found is not None or c.kind(-1) is not Kind.TO or c.accept(Kind.MONTH) is None:
        return found
    month = free_number(c, 1, 12)
    return None if month is None else CalendarDay(month, -1, year_behind(c))


# dates: 15/5 | ngày 15/5, 20/9/2024 | từ ngày 1/3 đến ngày 30/11 | ngày 15 - 20/5 | ngày 15 tháng 5 năm 2024
def dates(c: Cursor) -> p.Dates | p.DateRange | None:
    """Single dates, or from one to another."""
    short = c.attempt(_short_range)
    if short is not None:
        return short
    opened = c.accept(Kind.FROM) is not None
    found = c.listed(_dated_or_month_end)
    return dates_part(found, opened)


def _short_range(c: Cursor) -> p.DateRange | None:
    """ngày 15 - 20/5: the month stands once."""
    c.skip(Kind.FROM)
    c.skip(Kind.DAY)
    token = c.accept(Kind.NUMBER)
    if token is None or len(token.text) > 2 or c.accept(Kind.DASH, Kind.TO) is None:
        return None
    last = dated(c)
    if last is None:
        return None
    return p.DateRange(calendar_day(token.number, last.month, last.year, [token]), last)


# until: đến hết ngày 30/11 | đến hết tháng 11 | đến 30/11/2024
def until(c: Cursor) -> p.DateRange | None:
    """An end without a beginning."""
    if c.accept(Kind.TO) is None:
        return None
    day = c.attempt(_dated_or_month_end)
    return None if day is None else p.DateRange(None, day)


# month_days: ngày 15 hằng tháng | ngày 5, 15 và 25 | ngày cuối cùng của tháng
# month_days: từ ngày 1 đến ngày 5 hằng tháng
def month_days(c: Cursor) -> p.MonthDays | p.DayRange | None:
    """Days of the month."""
    at = c.at
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.EVERY)
    if c.kind() is not Kind.DAY:
        return None
    ahead = c.peek(1)
    if ahead.kind is Kind.NUMBER and len(ahead.text) > 2:
        raise refuse("unreadable-number/run-together", [ahead], text=ahead.text)

    def element(c: Cursor) -> int | None:
        c.skip(Kind.DAY)
        if c.kind() is Kind.ORDINAL:
            if c.kind(1) in (Kind.WEEK, Kind.YEAR, Kind.QUARTER):
                return None
            return c.take().number
        return free_number(c, 0, 99)

    found = c.listed(element)
    if not found:
        return None
    days = flat(found)
    if any(d == 0 or d > 31 for d in days):
        raise refuse("impossible-day", c.since(at))
    if len(found) == 1 and isinstance(found[0], tuple) and (opened or found[0][1] > 0):
        return p.DayRange(*found[0])
    return p.MonthDays(days)


# when: ngày hôm sau | cùng ngày | 2 ngày sau | sau 3 ngày | sáng hôm sau
def when(c: Cursor) -> p.When | None:
    """The day of a replay, seen from its premiere."""
    token = c.accept(Kind.SAME_DAY, Kind.NEXT_DAY)
    if token is not None:
        if isinstance(token.value, tuple):
            return p.When(DaysLater(token.value[0]), str(token.value[1]))
        return p.When(DaysLater(token.number))
    if c.accept(Kind.DAYS_LATER):
        count = c.number()
        if count is not None and c.accept(Kind.DAY):
            c.accept(Kind.DAYS_LATER)
            return p.When(DaysLater(count))
        return None
    count = c.number()
    if count is None:
        return None
    if c.kind() is Kind.NEXT_DAY and c.peek().value == 1:
        c.take()
        return p.When(DaysLater(count))
    if c.accept(Kind.DAY) and c.accept(Kind.DAYS_LATER):
        return p.When(DaysLater(count))
    return None
