"""Vietnamese: lengths that only say again what stands beside them, how long a way takes and when it is over.

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_DAYS = frozenset({Kind.DAY, Kind.DAY_OFF})
_DAYS_OFF = frozenset({"ngày", "ngay", "ngày nghỉ", "ngay nghi"})
_OF_DATES = frozenset(
    {Kind.NUMBER, Kind.SLASH, Kind.DASH, Kind.DOT, Kind.DAY, Kind.MONTH, Kind.MONTH_NAME, Kind.YEAR,
     Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.COMMA, Kind.TO}
)  # fmt: skip
_DEPARTS = ("xuất phát", "khởi hành", "rời ga", "cất cánh")
_FAR_BACK = 24  # tokens
_PLACES = frozenset({Kind.TEXT, Kind.MEASURE, Kind.UNIT, Kind.COUNTED})
_WAYS = frozenset({"bay", "di", "chạy", "đi", "hành", "lái", "vận"})
_OVER = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.DOT, Kind.CLOSE, Kind.END})
_YEARS = (2023, 2024)  # one without a 29th of February, and one with it


# period: từ 0h ngày 21/1/2024 đến 24h ngày 24/1/2024 (4 ngày)
# period: từ 6/4 đến 8/4 (3 ngày) | từ thứ Bảy ngày 06/4 đến hết thứ Hai ngày 08/4 (03 ngày nghỉ liên tục)
def period(c: Cursor) -> bool:
    """How many days a period has that stands directly before, where they are just so many."""
    before = c.tokens[: c.at]
    c.take()
    count = c.accept(Kind.NUMBER)
    noun = c.accept(*_DAYS)
    if count is None or noun is None or noun.text.lower() not in _DAYS_OFF:
        return False
    if c.kind() is Kind.REGULAR:
        c.at += 1
    elif (c.peek().text.lower(), c.peek(1).text.lower()) == ("liên", "tiếp"):
        c.at += 2
    return c.accept(Kind.CLOSE) is not None and _days_of(before) == {count.number}


def _days_of(tokens: Sequence[Token]) -> set[int]:
    """How many days lie from the last date but one to the last, which "to" joins; without a year, in any."""
    first = len(tokens)
    while first and (tokens[first - 1].kind in _OF_DATES or _of_a_whole_day(tokens, first - 1)):
        first -= 1
    row = tokens[first:]
    joins = [at for at, token in enumerate(row) if token.kind is Kind.TO or _loose_dash(row, at)]
    if len(joins) != 1:
        return set()
    begin, end = _numbers(row[: joins[0]]), _numbers(row[joins[0] + 1 :])
    return {_between(begin, end, year) for year in _YEARS}


def _of_a_whole_day(tokens: Sequence[Token], at: int) -> bool:
    """ "0h ngày 21/1", "24h ngày 24/1": where whole days begin and end."""
    return tokens[at].kind is Kind.HOUR and at > 0 and tokens[at - 1].value in (0, 24)


def _loose_dash(row: Sequence[Token], at: int) -> bool:
    """ "06/4 - 08/4": a dash between spaces."""
    loose = row[at].kind is Kind.DASH and not row[at].glued
    return loose and at + 1 < len(row) and not row[at + 1].glued


def _numbers(tokens: Sequence[Token]) -> list[int]:
    """Day, month and year, as far as they are written; "thứ 7" and "24h" have none."""
    return [
        token.number
        for at, token in enumerate(tokens)
        if token.kind in (Kind.NUMBER, Kind.MONTH_NAME)
        and not (at and tokens[at - 1].kind is Kind.ORDINAL_PREFIX)
        and not (at + 1 < len(tokens) and _of_a_whole_day(tokens, at + 1))
    ]


def _between(begin: Sequence[int], end: Sequence[int], year: int) -> int:
    """The days of a period, both ends counted; 0 where the numbers make none."""
    if not 1 <= len(begin) <= 3 or not 2 <= len(end) <= 3:
        return 0
    month = begin[1] if len(begin) > 1 else end[1]
    last_year = end[2] if len(end) > 2 else year
    first_year = begin[2] if len(begin) > 2 else last_year - (month > end[1])
    try:
        return (date(last_year, end[1], end[0]) - date(first_year, month, begin[0])).days + 1
    except ValueError:
        return 0


# of_a_journey: thời gian bay khoảng 3 giờ | thời gian di chuyển khoảng 3 giờ 30 phút
# of_a_journey: thời gian từ 50 phút - 1h15 phút
def of_a_journey(c: Cursor) -> bool:
    """How long a way takes: no time of day, and no length of what is planned."""
    if c.take().text.lower() != "thời gian":
        return False
    way = c.peek().text.lower() in _WAYS
    while c.kind() is Kind.TEXT and way:
        c.at += 1
    c.skip(Kind.FILLER, Kind.HEDGE, Kind.FROM, Kind.TEXT if way else Kind.FILLER)
    minutes = c.kind() is Kind.NUMBER and c.kind(1) is Kind.MINUTE
    if not (way or minutes) or not _length(c):
        return False
    while c.kind() in (Kind.DASH, Kind.TO) and c.kind(1) is Kind.NUMBER:
        c.at += 1
        if not _length(c):
            return False
    return c.kind() in _OVER  # "thời gian đi 8 giờ thứ Hai" may be when


def _length(c: Cursor) -> bool:
    """3 giờ 30 phút, 1h15, 50 phút, 2 tiếng."""
    if c.accept(Kind.NUMBER) is None or c.accept(Kind.HOUR, Kind.MINUTE, Kind.MEASURE) is None:
        return False
    if c.accept(Kind.NUMBER) is not None:
        c.accept(Kind.MINUTE)
    return True


def arrival(c: Cursor) -> bool:
    """ "Xuất phát Hà Nội lúc 20h00, đến Đồng Hới lúc 6h14": when a journey is over that has its beginning."""
    sentence = c.clause_before()[-_FAR_BACK:]
    if c.take().text.lower() not in ("đến", "tới") or not any(one.kind is Kind.HOUR for one in sentence):
        return False
    said = " ".join(token.text.lower() for token in sentence)
    if not any(word in said for word in _DEPARTS):
        return False
    first = c.at
    while c.kind() in _PLACES and c.peek().text[:1].isupper():
        c.at += 1
    if c.at == first:
        return False
    c.skip(Kind.FILLER, Kind.AT)
    return _length(c)
