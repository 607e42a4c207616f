"""Vietnamese: periods that name no time of their own: "tổng kết năm 2023", "tuần 20 (13/5 - 17/5)".

Finders of `names`. Above one stand phrases that a test reads.
"""

from __future__ import annotations

from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.vocabulary import Kind

_BEFORE_A_WEEK = frozenset(
    {Kind.END, Kind.TEXT, Kind.UNIT, Kind.DOCUMENT, Kind.NAME, Kind.FILLER, Kind.CHANNEL, Kind.COLON}
)
_WEEKS_OF_A_MONTH = 6
_ACCOUNTS = frozenset({"kết", "toán", "báo cáo", "đánh giá"})
_FAR_AHEAD = 24  # words


# dated_week: tuần 20 (từ ngày 13/5 đến 17/5) | tuần từ 6/5 đến 12/5
def dated_week(c: Cursor) -> bool:
    """A week of the year whose days stand behind it; not the one of "1 bài/tuần từ 1/6"."""
    if c.kind(-1) not in _BEFORE_A_WEEK:
        return False
    c.take()
    numbered = c.kind() is Kind.NUMBER and c.peek().number > _WEEKS_OF_A_MONTH
    if numbered:
        c.take()
    at = c.at
    opened = c.accept(Kind.OPEN) is not None
    led = c.accept(Kind.FROM) is not None
    c.accept(Kind.DAY)
    dated = c.kind() is Kind.NUMBER and c.kind(1) in (Kind.SLASH, Kind.DASH, Kind.TO) and (led or opened)
    c.at = at
    return dated and (numbered or led or opened)


def kind_of_report(c: Cursor) -> bool:
    """ "ngày 20 hằng tháng (báo cáo tháng)": a period in brackets, behind plain words alone."""
    c.take()
    words = 0
    while c.kind() in (Kind.TEXT, Kind.DOCUMENT, Kind.UNIT):
        c.at, words = c.at + 1, words + 1
    period = c.accept(Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.WEEK)
    return words > 0 and period is not None and c.kind() is Kind.CLOSE


def year_of_account(c: Cursor) -> bool:
    """The year that is looked back on, "tổng kết năm 2023", where the rule has dates of its own."""
    if c.peek(-1).text.lower() not in _ACCOUNTS or c.kind(1) is not Kind.NUMBER or len(c.peek(1).text) != 4:
        return False
    c.at += 2
    if c.kind() is Kind.NUMBER:
        return False
    sides = (c.tokens[: c.at], c.tokens[c.at : c.at + _FAR_AHEAD])
    return any(
        one.kind is Kind.NUMBER and two.kind in (Kind.SLASH, Kind.MONTH, Kind.MONTH_NAME)
        for side in sides
        for one, two in pairwise(side)
    )
