"""Vietnamese: dates, days of the month and the days of replays, whose word order is the language's own.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor, flat
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import (
    calendar_day,
    dates_part,
    free_number,
    numeric_date,
    roman_or_number,
    year_behind,
    year_number,
)
from rules.schedule import CalendarDay, DaysLater
from rules.vocabulary import Kind

_DAYS_OF_A_WEEK = 7
_LONGEST_LIST = 62
_LIST = (Kind.COMMA, Kind.AND, Kind.PLUS)
_BEFORE_A_MONTH = (Kind.MONTH, Kind.SLASH)


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
        month = free_number(c, 0, 99, named=True)
    else:
        return None
    if month is None:
        return None
    number = year_behind(c)
    return calendar_day(day, month, number, c.since(at))


def _single(c: Cursor) -> CalendarDay | None:
    """A date, where no list or range of months goes on behind it ("ngày 15 tháng 3, 6, 9 và 12")."""
    found = dated(c)
    if found is None or (c.kind(-2) is not Kind.MONTH and c.kind(-1) is not Kind.MONTH_NAME):
        return found
    at = c.at
    if c.accept(Kind.DASH, Kind.TO) is None:
        c.skip(*_LIST)
    elif c.kind() is Kind.NUMBER and c.kind(1) is Kind.MONTH:
        return _back(c, at, found)
    if c.at == at:
        return found
    goes_on = c.kind() in (Kind.MONTH, Kind.MONTH_NAME)
    if c.kind() is Kind.NUMBER and c.kind(1) not in (Kind.MONTH, Kind.MONTH_NAME, Kind.SLASH, Kind.DASH):
        goes_on = not _days_of_next_month(c) and free_number(c, 1, 12) is not None
    return None if goes_on else _back(c, at, found)


def _days_of_next_month(c: Cursor) -> bool:
    """ "ngày 5, 10 tháng 3 và 7, 9 tháng 4", "29, 30/4 và 1, 2/5": numbers with a month of their own."""
    ahead = 0
    while c.kind(ahead) is Kind.NUMBER and c.kind(ahead + 1) in _LIST and ahead < _LONGEST_LIST:
        ahead += 2
    return c.kind(ahead) is Kind.NUMBER and c.kind(ahead + 1) in (*_BEFORE_A_MONTH, Kind.MONTH_NAME)


def _back(c: Cursor, at: int, found: CalendarDay) -> CalendarDay:
    c.at = at
    return found


def ending(c: Cursor) -> CalendarDay | None:
    """The end of a range: a date; behind "đến" also the last day of a month, a quarter or the year."""
    found = c.attempt(dated)
    if found is not None or c.kind(-1) is not Kind.TO:
        return found
    if c.accept(Kind.YEAR):
        return CalendarDay(12, -1, year_number(c))
    if c.accept(Kind.QUARTER):
        quarter = roman_or_number(c, 4)
        return None if quarter is None else CalendarDay(3 * quarter, -1, year_behind(c))
    return end_of_month(c)


def end_of_month(c: Cursor) -> CalendarDay | None:
    """The last day of a month by its name or number."""
    month = one_month(c)
    return None if month is None else CalendarDay(month, -1, year_behind(c))


def one_month(c: Cursor) -> int | None:
    """tháng Ba, tháng 3."""
    named = c.accept(Kind.MONTH_NAME)
    if named is not None:
        return named.number
    return free_number(c, 1, 12, named=True) if c.accept(Kind.MONTH) else None


# dates: 15/5 | ngày 15/5, 20/9/2024 | từ ngày 1/3 đến ngày 30/11 | ngày 15 - 20/5 | ngày 15 tháng 5 năm 2024
# dates: các ngày 28, 29, 30/4 và 1, 2, 3/5/2024
# dates: ngày 5, 6 và 7/5 | các ngày 5/5, 15/5 | từ 2 đến 9 tháng 9 | từ ngày 1/3 đến hết năm
def dates(c: Cursor) -> p.Dates | p.DateRange | None:
    """Single dates, or from one to another."""
    if [t.text for t in c.tokens[c.at : c.at + 3]] == ["24", "/", "7"] and c.kind(3) is not Kind.SLASH:
        raise refuse("not-understood", c.tokens[c.at : c.at + 3], text="24/7")  # round the clock, or in July
    opened = c.accept(Kind.FROM) is not None
    found: list[CalendarDay | tuple[CalendarDay, CalendarDay]] = []
    while (group := c.attempt(lambda c: _group(c, opened))) is not None:
        found += group
        at = c.at
        c.skip(*_LIST)
        if c.at == at:
            break
    else:
        c.at = at if found else c.at
    _solar(c, ("âm",))
    if opened and len(found) > 1 and all(isinstance(one, CalendarDay) for one in found):
        return None  # "từ 28/8, 5/9" begins what does not end
    return dates_part(found, opened)


def _group(c: Cursor, opened: bool) -> list[CalendarDay | tuple[CalendarDay, CalendarDay]] | None:
    """A date, a range, or days whose month stands once, behind: "5, 6 và 7/5", "15 - 20/5"."""
    if c.peek().text.lower() == "cả" and c.kind(1) is Kind.DAY:
        return None  # "8h 5/3, cả ngày 12/3": without a time
    c.skip(Kind.EVERY)
    listed = c.kind() is Kind.DAY or c.kind(-1) is Kind.DAYPART
    listed = listed or (c.kind(-1) is Kind.COLON and c.kind(-2) is Kind.DAY)  # "02 ngày: 15 và 16/5"
    listed = listed or (c.kind(-1) in _LIST and c.kind(-3) in _BEFORE_A_MONTH and _days_of_next_month(c))
    bare: list[Token] = []
    ranged = False
    while True:
        found = c.attempt(dated if opened or (bare and ranged) else _single)
        if found is not None:
            break
        c.skip(Kind.DAY)
        token = c.accept(Kind.NUMBER)
        mark = c.accept(Kind.DASH, Kind.TO, *_LIST)
        if token is None or mark is None or len(token.text) > 2 or ranged:
            return None
        ranged = mark.kind in (Kind.DASH, Kind.TO)
        if not (listed or ranged):
            return None
        bare.append(token)
        c.skip(*_LIST)
    days = [calendar_day(token.number, found.month, found.year, [token]) for token in bare]
    if ranged:
        return [*days[:-1], (days[-1], found)]
    last = c.attempt(lambda c: c.accept(Kind.DASH, Kind.TO) and (c.accept(Kind.TO), ending(c))[1])
    return [*days, found if last is None else (found, last)]


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
        if c.kind(-1) is Kind.SLASH:
            return None  # "ngày 5/5"
        c.skip(Kind.DAY)
        counted = c.kind() is Kind.ORDINAL_PREFIX and c.kind(-1) is Kind.DAY and c.kind(1) is Kind.NUMBER
        if counted and c.peek(1).number > _DAYS_OF_A_WEEK:
            c.take()  # "ngày thứ 20 của tháng"; the second to the seventh are weekdays
        if c.kind() is Kind.ORDINAL:
            if c.kind(1) in (Kind.WEEK, Kind.YEAR, Kind.QUARTER):
                return None
            return c.take().number
        if c.kind(1) is Kind.SLASH and c.kind(2) is Kind.NUMBER:
            return None
        return free_number(c, 0, 99, named=c.kind(-1) is Kind.DAY)

    found = c.listed(element)
    if not found:
        return None
    _solar(c, ("âm", "tết"))
    days = flat(found)
    if any(d == 0 or d > 31 for d in days):
        raise refuse("impossible-day", c.since(at))
    if len(found) == 1 and isinstance(found[0], tuple):
        return p.DayRange(*found[0])
    if opened:
        return None  # "từ ngày 5 hằng tháng" names no end
    return p.MonthDays(days)


def _solar(c: Cursor, moon: tuple[str, ...]) -> None:
    """ "10/3 âm", "ngày 28 Tết": of the lunar calendar by the word behind; "10/3 âm nhạc" is not."""
    token = c.peek()
    if token.text.lower() in moon and (token.text.lower() != "âm" or c.kind(1) is not Kind.TEXT):
        raise refuse("lunar-calendar", [token], text=token.text)


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
