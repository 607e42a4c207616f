"""Vietnamese: days that are named together: by their figures, by the rest of the week, by their last digit.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.cursor import Cursor, flat
from rules.grammar.lexing.tokens import Refusal, Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.vi.clock import clock
from rules.grammar.terms.vi.days import weekdays
from rules.grammar.terms.vi.newspaper_dates import by_the_month
from rules.schedule import MissingDay, Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT
from rules.vocabulary.kinds import EACH_ONE

_IN_WEEK = frozenset({Kind.SAME_WEEK})
_BEFORE_FIGURES = frozenset({Kind.DAYPART, Kind.EVERY, Kind.TEXT, Kind.OPEN, Kind.COLON, Kind.END, Kind.UNIT})
_DATED = frozenset({Kind.SLASH, Kind.MONTH, Kind.MONTH_NAME, Kind.DOT, Kind.HOUR})
_REST = frozenset(
    {
        "các ngày khác", "ngày khác", "các ngày còn lại", "những ngày còn lại", "các ngày còn lại trong tuần",
        "những ngày khác", "các ngày khác trong tuần",
    }
)  # fmt: skip
# Behind a number these say what it counts.
_CLAIMED = frozenset({Kind.UNIT, Kind.MEASURE, Kind.COUNTED, Kind.TIMES_A, Kind.LUNAR})
_OTHER_DAYS = frozenset({Kind.DAY, Kind.WEEK, Kind.SLASH, Kind.MONTH, Kind.MONTH_NAME, Kind.EACH})
_LAST_DIGIT = frozenset(
    {"có", "số", "con số", "chữ", "tận", "cùng", "cuối", "đuôi", "hàng", "đơn vị", "là", "bằng", "mang"}
)
_SAID_SO = ("tận cùng", "đuôi", "số cuối", "cuối là")
_WEEKDAY_SIGNS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL_PREFIX})
_SUNDAY = 6
_WORKING = frozenset(range(5))


# figures: 2-4-6 | tối 3-5-7 | các ngày 2, 4, 6 hằng tuần | các tối 2-4-6 | các ngày 2, 4, 6 | các ngày 2-6
def figures(c: Cursor) -> p.Weekdays | p.Either | None:
    """Weekdays by their figures alone: three or more with dashes, or a list with "hằng tuần" behind.

    "Các ngày 2, 4, 6" alone may be days of the month as well, and is asked for.
    """
    at, before = c.at, c.kind(-1)
    c.skip(Kind.EVERY)
    part = c.accept(Kind.DAYPART) if c.kind(-1) is Kind.EVERY else None
    weekly = part is None and c.accept(Kind.DAY) is not None
    ranged = c.attempt(_range_of_figures) if weekly and c.kind(-2) is Kind.EVERY else None
    if ranged is not None:
        return _of_week_or_month(c, ranged, c.since(at), p.DayRange(ranged[0] + 2, ranged[-1] + 2))
    days = _figures(c, (Kind.COMMA, Kind.AND, Kind.DASH) if weekly else (Kind.DASH,))
    if days is None:
        return None
    if weekly:
        taken = c.since(at)
        numbers = tuple(token.number for token in taken if token.kind is Kind.NUMBER)
        return _of_week_or_month(c, days, taken, p.MonthDays(numbers))
    if len(days) < 3 or _dated(c) or (before not in _BEFORE_FIGURES and part is None):
        return None
    found = p.Weekdays(days)
    return found if part is None else p.Either((p.Way((p.DayPart(str(part.value)), found)),))


def _range_of_figures(c: Cursor) -> tuple[int, ...] | None:
    """The weekdays of "các ngày 2-6", "các ngày 2 đến 6"; "các ngày 2-4-6" are a list."""
    first = c.accept(Kind.NUMBER)
    mark = c.accept(Kind.DASH, Kind.TO)
    last = c.accept(Kind.NUMBER)
    if first is None or mark is None or last is None or c.kind() in (Kind.DASH, Kind.TO):
        return None
    days = tuple(range(first.number - 2, last.number - 1))
    short = len(first.text) == len(last.text) == 1
    return days if short and len(days) > 1 and days[0] >= 0 and days[-1] <= _SUNDAY else None


def _dated(c: Cursor) -> bool:
    """True before what makes a date of the number; a full stop ends the sentence."""
    return c.kind() in _DATED and (c.kind() is not Kind.DOT or c.kind(1) is Kind.NUMBER)


def _of_week_or_month(
    c: Cursor, days: tuple[int, ...], taken: Sequence[Token], of_month: p.MonthDays | p.DayRange
) -> p.Weekdays | p.Either | None:
    """Weekdays where the clause says so, none where it counts in months; else both."""
    if c.kind() in _IN_WEEK and c.peek().text.lower() == "trong tuần":
        c.take()
        return p.Weekdays(days)
    minutes = c.kind() is Kind.COLON and c.peek(1).glued
    if _dated(c) or c.kind() in _CLAIMED or minutes:
        return None
    if any(_of_the_week(token) for token in c.clause()) or taken[-1].kind is Kind.WEEKDAY:
        return p.Weekdays(days)
    if by_the_month(c) or not (len(days) > 2 or taken[0].kind is Kind.EVERY):
        return None
    return p.Either(
        (p.Way((p.Weekdays(days),), "figures/weekdays"), p.Way((of_month,), "figures/month-days"))
    )


def _figures(c: Cursor, marks: Sequence[Kind]) -> tuple[int, ...] | None:
    """Figures from 2 to 7, each higher than the one before; Sunday may be the last, as CN or 8."""
    found: list[int] = []
    while True:
        token = c.peek()
        if token.kind is Kind.NUMBER and len(token.text) == 1 and 2 <= token.number <= 8:
            day = token.number - 2
        elif token.kind is Kind.WEEKDAY and token.number == _SUNDAY and found:
            day = _SUNDAY
        else:
            return None
        if found and day <= found[-1]:
            return None
        found.append(day)
        c.take()
        if c.kind() not in marks or c.kind(1) not in (Kind.NUMBER, Kind.WEEKDAY):
            return tuple(found) if len(found) > 1 else None
        c.take()


# each_part: mỗi tối | hằng đêm | mỗi sáng
def each_part(c: Cursor) -> p.Each | None:
    """Every day, where a part of it stands, which is left to be read; not "mỗi tối thứ Sáu"."""
    word = c.accept(Kind.EVERY)
    if word is None or word.value != EACH_ONE or c.kind() is not Kind.DAYPART:
        return None
    at = c.at
    of_days = c.kind(-2) in _WEEKDAY_SIGNS or _days_behind(c)
    c.at = at
    return None if of_days else p.Each(Period.DAY)


def _days_behind(c: Cursor) -> bool:
    """True where weekdays or a date stand behind a part of the day, or weekdays behind its time."""
    at = c.at
    c.take()
    c.skip(Kind.FILLER, Kind.DAY)
    if c.kind() in _WEEKDAY_SIGNS or (c.kind() is Kind.NUMBER and c.kind(1) in (Kind.SLASH, Kind.COMMA)):
        return True
    c.at = at
    try:
        clock(c)
    except Refusal:
        return False  # an impossible time is told where it is read
    c.skip(Kind.FILLER, Kind.DAY)
    return c.at > at and c.kind() in _WEEKDAY_SIGNS


# rest_of_week: Chủ nhật 6h30; các ngày khác | đóng cửa thứ Hai, các ngày còn lại
def rest_of_week(c: Cursor) -> p.Either | None:
    """The weekdays that the phrase has not named; where only working days may be meant, it is asked."""
    before = c.tokens[: c.at]
    if c.take().text.lower() not in _REST:
        return None
    c.accept(Kind.SAME_WEEK)
    named = _named(before)
    rest = tuple(day for day in range(7) if day not in named)
    if not named or not rest:
        return None
    clause = () if before and before[-1].kind is Kind.SEMICOLON else (p.Break(),)
    all_days = p.Way((*clause, p.Weekdays(rest)), "all-days/seven")
    closed = any(token.value == OUT for token in before)
    working = tuple(day for day in rest if day in _WORKING)
    if closed or _SUNDAY in named or not working:
        return p.Either((p.Way(all_days.meanings),))
    return p.Either((p.Way((*clause, p.Weekdays(working)), "all-days/working"), all_days))


def _named(before: Sequence[Token]) -> set[int]:
    """The weekdays of the phrase up to here; none where days of another kind stand beside them."""
    if any(token.kind in _OTHER_DAYS and not _of_the_week(token) for token in before):
        return set()
    found: set[int] = set()
    c = Cursor(before, "vi", before[-1].end if before else 0)
    while c.at < len(before):
        if c.kind() not in (Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.WEEKDAYS):
            c.at += 1
            continue
        days = c.attempt(weekdays)
        if not isinstance(days, p.Weekdays):
            return set()
        found.update(days.days)
    return found


def _of_the_week(token: Token) -> bool:
    return token.kind is Kind.EACH and token.value == Period.WEEK


# last_digit: các ngày có số tận cùng là 5 | ngày có đuôi 2 và 7
def last_digit(c: Cursor) -> p.Either | None:
    """The days of each month by their last digit, as market days have it."""
    c.skip(Kind.EVERY)
    c.accept(Kind.DAY)
    words: list[str] = []
    while c.peek().text.lower() in _LAST_DIGIT:
        words.append(c.take().text.lower())
    if not any(said in " ".join(words) for said in _SAID_SO):
        return None
    at = c.at
    digits = flat(c.listed(_digit))
    if not digits or _dated(c):
        return None
    if any(token.kind is Kind.LUNAR for token in c.tokens):
        raise refuse("lunar-calendar", c.since(at), text=c.tokens[at].text)
    days = tuple(day for day in range(1, 32) if day % 10 in digits)
    return p.Either((p.Way((p.MonthDays(days), p.Missing(MissingDay.SKIP))),))


def _digit(c: Cursor) -> int | None:
    token = c.accept(Kind.NUMBER)
    return token.number if token is not None and len(token.text) == 1 else None
