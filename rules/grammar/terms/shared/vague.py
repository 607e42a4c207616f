"""Places in a period that several days fit: "cuối tháng", "đầu mỗi quý", "mid-month"; the reader is asked."""

from __future__ import annotations

from typing import Literal, TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import Kind

Where: TypeAlias = Literal["beginning", "middle", "end"]

_OF_MONTH: dict[Where, tuple[tuple[str, p.Meaning], ...]] = {
    "beginning": (
        ("vague-day/days", p.DayRange(1, 10)),
        ("vague-day/first-seven", p.DayRange(1, 7)),
        ("vague-day/first", p.MonthDays((1,))),
    ),
    "middle": (("vague-day/days", p.DayRange(11, 20)), ("vague-day/fifteenth", p.MonthDays((15,)))),
    "end": (
        ("vague-day/to-the-end", p.DayRange(21, -1)),
        ("vague-day/last-seven", p.DayRange(-7, -1)),
        ("vague-day/last", p.MonthDays((-1,))),
    ),
}
_OF_WEEK: dict[Where, tuple[tuple[str, tuple[int, ...]], ...]] = {
    "beginning": (("vague-day/monday", (0,)), ("vague-day/monday-tuesday", (0, 1))),
    "middle": (("vague-day/wednesday", (2,)), ("vague-day/tuesday-thursday", (1, 2, 3))),
    "end": (
        ("vague-day/weekend", (5, 6)),
        ("vague-day/saturday", (5,)),
        ("vague-day/sunday", (6,)),
    ),
}
# The days of a week that "đầu tuần", "giữa tuần", "cuối tuần" may stand beside without saying more.
FITTING: dict[Where, tuple[int, ...]] = {"beginning": (0, 1), "middle": (1, 2, 3), "end": (4, 5, 6)}
_MONTH_OF_QUARTER: dict[Where, int] = {"beginning": 2, "middle": 1, "end": 0}
_DAY: dict[Where, int] = {"beginning": 1, "middle": 15, "end": -1}
_YEAR: dict[Where, tuple[tuple[int, int], ...]] = {
    "beginning": ((1, 1), (1, 3)), "middle": ((6, 6), (5, 8)), "end": ((12, 12), (10, 12)),
}  # fmt: skip


def vague(where: Where, period: Period, quarters: tuple[int, ...] = (), year: int | None = None) -> p.Either:
    """The ways to take a place in a period; `quarters` are those that are named (none: each)."""
    match period:
        case Period.WEEK:
            return p.Either(tuple(p.Way((p.Weekdays(days),), key) for key, days in _OF_WEEK[where]))
        case Period.QUARTER:
            return _of_quarters(where, quarters or (1, 2, 3, 4), year)
        case Period.YEAR:
            return p.Either(
                tuple(
                    p.Way(
                        (p.Months((run,), year),),
                        "vague-day/months-of-year",
                        (("first", run[0]), ("last", run[1])),
                    )
                    for run in _YEAR[where]
                )
            )
        case _:
            return p.Either(tuple(_way(key, meaning) for key, meaning in _OF_MONTH[where]))


def _way(key: str, meaning: p.Meaning, *more: p.Meaning) -> p.Way:
    facts: tuple[tuple[str, object], ...] = ()
    if isinstance(meaning, p.DayRange):
        facts = (("first", meaning.first), ("last", meaning.last))
    return p.Way((meaning, *more), key, facts)


def _of_quarters(where: Where, quarters: tuple[int, ...], year: int | None) -> p.Either:
    """The month of each quarter, its first or last seven days, or its first, middle or last day."""
    months = p.Months(tuple((3 * q - _MONTH_OF_QUARTER[where],) * 2 for q in quarters), year)
    ways = [_way("vague-day/month-of-quarter", p.DayRange(1, -1), months)]
    if where != "middle":
        seven = p.DayRange(1, 7) if where == "beginning" else p.DayRange(-7, -1)
        key = "vague-day/first-seven" if where == "beginning" else "vague-day/last-seven"
        ways.append(_way(key, seven, months))
    key = {"beginning": "vague-day/first", "middle": "vague-day/fifteenth", "end": "vague-day/last"}[where]
    ways.append(_way(key, p.MonthDays((_DAY[where],)), months))
    return p.Either(tuple(ways))


# first_days: the first 10 days of the month | last 7 days of each month
def first_days(c: Cursor) -> p.DayRange | None:
    """The first or last days of a month, as many as are named."""
    where = c.accept(Kind.ORDINAL)
    count = c.number()
    if where is None or where.number not in (1, -1) or count is None or not 1 <= count <= 28:
        return None
    if c.accept(Kind.DAY) is None:
        return None
    monthly = c.kind() in (Kind.OF, Kind.EACH, Kind.FILLER) or c.kind() is Kind.END
    if not monthly:
        return None
    return p.DayRange(1, count) if where.number == 1 else p.DayRange(-count, -1)
