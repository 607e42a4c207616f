"""Vietnamese: remarks that change no date: the day of the moon's calendar beside a date, "kể cả buổi trưa".

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.kinds import BEFORE

_LEADS = frozenset({"tức", "tức là", "nhằm", "nhằm vào", "là"})
_IN_A_REMARK = frozenset(
    {
        Kind.TEXT, Kind.DAY, Kind.LUNAR, Kind.YEAR, Kind.DAYPART, Kind.FILLER, Kind.NUMBER, Kind.SLASH,
        Kind.DASH, Kind.TO, Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER,
    }
)  # fmt: skip
_IN_BRACKETS = _IN_A_REMARK | {Kind.FROM, Kind.COMMA, Kind.AND}
_TO = frozenset({Kind.TO, Kind.DASH})
_OVER = frozenset({Kind.CLOSE, Kind.COMMA, Kind.END, Kind.SEMICOLON, Kind.DOT, Kind.COLON})
_LONGEST_REMARK = 20  # words
_TET, _LAST_MONTH, _FIRST_MONTH = "tết", 12, 1
_STEMS = frozenset({"giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"})  # năm Giáp Thìn
_LATE = 12  # the hour from which on a time may be at night
_FAR_BACK = 10  # words
_MOVES = frozenset({"chuyển sang", "dời sang"})
_NEXT = frozenset({"kế", "tiếp", "sau", "theo", "kế tiếp", "tiếp theo"})
_HAVING = frozenset({"có", "gồm", "với", "của"})
_INCLUDING = frozenset({"kể cả", "bao gồm cả", "gồm cả"})


# lunar: ngày 27/1 (tức đêm 30 Tết) | ngày 22/1/2023 (Mùng 1 Tết) | ngày 21/1 (nhằm ngày 30 Tết Quý Mão)
# lunar: 8h ngày 18/4, nhằm ngày mùng 10 tháng 3 âm lịch | ngày 9/2 và 10/2 (tức 30 tháng Chạp và mùng 1 Tết)
# lunar: từ 8/1 đến hết ngày 13/2 (tức từ ngày 15 tháng chạp đến hết ngày 22 tháng giêng âm lịch)
def lunar(c: Cursor) -> bool:
    """The days of the moon's calendar behind a date with its month, which they say once more.

    The same numbers ("10/3 (mùng 10 tháng 3)") say that the date itself is of that calendar.
    """
    led = c.peek(1).text.lower() in _LEADS
    date = _date_before(c) if led or c.kind() is Kind.OPEN else None
    if date is None:
        return False
    opened = c.take()
    allowed = _IN_BRACKETS if opened.kind is Kind.OPEN else _IN_A_REMARK
    c.at += led
    first = c.at
    while c.kind() in allowed and c.at - first < _LONGEST_REMARK:
        c.at += 1
    inside = c.tokens[first : c.at]
    said = {token.text.lower() for token in inside}
    of_the_cycle = any(one.kind is Kind.YEAR and two.text.lower() in _STEMS for one, two in pairwise(inside))
    moon = _TET in said or of_the_cycle or any(token.kind is Kind.LUNAR for token in inside)
    if not moon or _day_of(inside, said) in (None, date):
        return False
    if any(token.kind is Kind.DAYPART for token in inside) and not (led and _all_late(c)):
        return False
    return c.accept(Kind.CLOSE) is not None if opened.kind is Kind.OPEN else c.kind() in _OVER


def _day_of(inside: Sequence[Token], said: set[str]) -> tuple[int, int] | None:
    """The last day and month that the remark names: "30 Tết", "mùng 1 Tết", "10 tháng 3", "10/3"."""
    numbers = [token.number for token in inside if token.kind in (Kind.NUMBER, Kind.MONTH_NAME)]
    if not numbers:
        return None
    if _TET in said:
        return numbers[-1], _LAST_MONTH if numbers[-1] > 20 else _FIRST_MONTH
    months = [token.text.lower() for token in inside if token.kind is Kind.LUNAR]
    lunar_month = next((month for month in reversed(months) if month.startswith("tháng")), None)
    if lunar_month is not None:
        return numbers[-1], _LAST_MONTH if "chạp" in lunar_month else _FIRST_MONTH
    return (numbers[-2], numbers[-1]) if len(numbers) > 1 else None


def _date_before(c: Cursor) -> tuple[int, int] | None:
    """The day and the month directly before this place, perhaps with their year."""
    numbers = [c.peek(-k) for k in range(1, 6)]
    kinds = [token.kind for token in numbers]
    of_a_date = (Kind.SLASH, Kind.DASH, Kind.DOT, Kind.MONTH)
    at = (
        2
        if kinds[0] is Kind.NUMBER and len(numbers[0].text) == 4 and kinds[1] in (*of_a_date, Kind.YEAR)
        else 0
    )
    if kinds[at] is Kind.NUMBER and kinds[at + 1] in of_a_date and kinds[at + 2] is Kind.NUMBER:
        return numbers[at + 2].number, numbers[at].number
    return None


def _all_late(c: Cursor) -> bool:
    """Every hour of the phrase is one that "tối" or "đêm" would leave as it stands."""
    return all(
        one.number > _LATE
        for one, two in pairwise(c.tokens)
        if one.kind is Kind.NUMBER and two.kind in (Kind.HOUR, Kind.COLON)
    )


def having(c: Cursor) -> bool:
    """ "(có 15 cha giải tội)", "gồm 3 tiết mục mới": how many of something there are."""
    c.take()
    plain = c.kind(1) is Kind.TEXT and len(c.peek(1).text) > 1 and not c.peek(1).glued
    return c.kind(-2) in (Kind.TEXT, Kind.OF) and c.peek(-2).text.lower() in _HAVING and plain


# over_noon: thứ Hai 7h - 19h (kể cả buổi trưa) | từ 7h đến 17h, kể cả giờ trưa
def over_noon(c: Cursor) -> bool:
    """The noon that lies within the range of times before it."""
    including = c.take()
    at = c.at
    while c.kind() in (Kind.HOUR, Kind.TEXT, Kind.UNSURE) and c.peek().text.lower() in ("giờ", "nghỉ"):
        c.at += 1
    noon = c.peek().value == "noon" or c.peek().text.lower() == "nghỉ trưa"
    if including.text.lower() not in _INCLUDING or not noon:
        return False
    c.at += 1
    return c.kind() in _OVER and _range_before(c, at - 1)


def _range_before(c: Cursor, at: int) -> bool:
    """The last mark between numbers before a place is that of a range of times."""
    before = c.tokens[max(0, at - _FAR_BACK) : at]
    hours = sum(token.kind in (Kind.HOUR, Kind.COLON) for token in before)
    ranged = hours > 1 and any(token.kind in _TO for token in before)
    return ranged and before[-1].kind in (Kind.OPEN, Kind.COMMA)


def late_comers(c: Cursor) -> bool:
    """ "Đăng ký trước ngày 15 hằng tháng, trường hợp đăng ký sau ngày 15 thì chuyển sang tháng kế tiếp".

    What becomes of those who come behind a deadline moves none: the day is that of the deadline before.
    """
    before = c.tokens[: c.at]
    if c.take().text.lower().split()[-1] not in ("hợp", "nếu") or not _has_deadline(before):
        return False
    c.skip(Kind.TEXT, Kind.FILLER, Kind.TO, Kind.UNIT, Kind.COUNTED, Kind.MEASURE, Kind.DOCUMENT)
    if c.accept(Kind.DAYS_LATER) is None or c.accept(Kind.DAY) is None:
        return False
    day = c.accept(Kind.NUMBER)
    if day is None or day.number not in [t.number for t in before if t.kind is Kind.NUMBER]:
        return False
    c.skip(Kind.TEXT)
    moves = c.accept(Kind.UNSURE)
    if moves is None or moves.text.lower() not in _MOVES:
        return False
    if c.kind() is Kind.RELATIVE:
        c.at += 1
        return c.kind() in _OVER
    return c.accept(Kind.MONTH) is not None and c.take().text.lower() in _NEXT and _over_behind(c)


def _has_deadline(tokens: Sequence[Token]) -> bool:
    return any(token.kind is Kind.DUE or token.value == BEFORE for token in tokens)


def _over_behind(c: Cursor) -> bool:
    """The clause ends, perhaps behind the second of two words for the next: "tiếp theo"."""
    if c.peek().text.lower() in _NEXT:
        c.at += 1
    return c.kind() in _OVER
