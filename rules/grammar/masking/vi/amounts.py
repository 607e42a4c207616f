"""Vietnamese: so many of something else than time, and telephone numbers.

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.row import NUMBERS
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.vi.occasions import claimed
from rules.vocabulary import Kind

_MARKS = frozenset({Kind.SLASH, Kind.DASH, Kind.DOT})
# Before a number these make it a week, a month or a day, whatever stands behind.
_CALENDAR = frozenset(
    {Kind.WEEK, Kind.MONTH, Kind.DAY, Kind.ORDINAL_PREFIX, Kind.QUARTER, Kind.AT, Kind.EACH}
)
# Words that a count of places may stand behind: no number of a day or a time goes on with them.
_BEFORE_PLACES = frozenset(
    {
        Kind.END, Kind.TEXT, Kind.UNIT, Kind.FILLER, Kind.OF, Kind.HEDGE, Kind.THROUGHOUT, Kind.OPEN,
        Kind.CHANNEL,
    }
)  # fmt: skip
_RATES = frozenset({Kind.MONTH, Kind.YEAR, Kind.QUARTER, Kind.WEEK, Kind.TIMES_A, Kind.HOUR})
_BEFORE_HALF_YEAR = frozenset({"kết", "định kỳ"})  # "báo cáo 6 tháng: …", "sơ kết 6 tháng, …"
_BEFORE_A_PHONE = frozenset({Kind.TEXT, Kind.UNIT, Kind.FILLER, Kind.COLON, Kind.COMMA, Kind.DASH})
_MOST_BETWEEN = 6  # words


# phone: điện thoại: 0912.345.678 | đường dây nóng 1900.1234 | liên hệ số (0297) 3 862 345
def phone(c: Cursor) -> bool:
    """A telephone number behind the word for it."""
    c.take()
    for _ in range(_MOST_BETWEEN):
        c.accept(*_BEFORE_A_PHONE)
    return _digits(c) >= 3


# phone_number: 0297 3862 345 | 0912.345.678
def phone_number(c: Cursor) -> bool:
    """A telephone number by its form: it begins with 0 and has nine to eleven digits."""
    return c.peek().text[0] == "0" and len(c.peek().text) > 2 and 9 <= _digits(c) <= 11


def _digits(c: Cursor) -> int:
    """How many digits a row of groups has, "0297 3862 345", "1900.1234", "(0297) 3 862 345"."""
    count = 0
    c.accept(Kind.OPEN, Kind.PLUS)
    while c.kind() is Kind.NUMBER and not claimed(c) and c.kind(1) is not Kind.SLASH:
        count += len(c.take().text)
        if c.kind() in (Kind.DOT, Kind.DASH, Kind.CLOSE) and c.kind(1) is Kind.NUMBER:
            c.at += 1
    return count


# amount: 72.000.000 đồng | khoảng 200 người | từ 6 đến 12 tuổi | 50.000đ/người | 12 huyện | 120k | 2/3 số hộ
def amount(c: Cursor) -> bool:
    """So many of something else than time."""
    minutes = c.kind(-1) is Kind.HOUR or (
        c.kind(-1) is Kind.COLON and c.peek(0).glued and c.kind(-2) is Kind.NUMBER
    )
    if c.kind(-1) in _CALENDAR or minutes or _ends_a_date(c):
        return False
    half_year = c.kind(-1) is Kind.DOCUMENT or c.peek(-1).text.lower() in _BEFORE_HALF_YEAR
    ends = c.kind(2) in (Kind.COLON, Kind.COMMA, Kind.OPEN, Kind.END, Kind.DUE)
    if half_year and c.kind(1) is Kind.MONTH and (ends or c.peek(2).text.lower() in ("gửi", "nộp", "trình")):
        c.at += 2
        return True
    c.skip(Kind.HEDGE, Kind.DUE, Kind.FROM, Kind.TO)
    if c.kind() is not Kind.NUMBER:
        return False
    at = c.at
    grouped = _grouped(c)
    if not grouped:
        c.at += 1
        decimal = c.kind() is not Kind.COMMA or (c.peek().glued and c.peek(1).glued)
        if c.kind() in (*_MARKS, Kind.TO, Kind.COMMA) and c.kind(1) is Kind.NUMBER and decimal:
            c.at += 2
            _grouped(c)
    if not (_of_what(c) or grouped):
        c.at = at
        return False
    if c.kind() is Kind.SLASH and c.kind(1) in (Kind.MEASURE, Kind.UNIT, Kind.TEXT, Kind.DAY):
        c.at += 2
    elif c.kind() is Kind.SLASH and c.kind(1) in _RATES and c.kind(2) not in NUMBERS and _money(c.peek(-1)):
        c.at += 2  # 200.000đ/tháng
    return True


def _ends_a_date(c: Cursor) -> bool:
    """The month and the year, or the year, of "4/3/2024 lớp tập huấn"."""
    if c.kind(-1) is not Kind.SLASH or c.kind(-2) is not Kind.NUMBER:
        return False
    behind = c.peek(2 if c.kind(1) is Kind.SLASH else 0)
    return behind.kind is Kind.NUMBER and len(behind.text) == len("2024")


def _money(token: Token) -> bool:
    return token.text.lower().split()[-1] in ("đ", "k", "đồng", "triệu", "nghìn", "ngàn", "vnđ", "dong")


def _grouped(c: Cursor) -> bool:
    """Thousands in groups of three: 1.500, 72.000.000."""
    at = c.at
    if c.kind() is not Kind.NUMBER or len(c.take().text) > 3:
        c.at = at
        return False
    groups = 0
    while c.kind() is Kind.DOT and c.peek().glued and c.peek(1).glued and len(c.peek(1).text) == 3:
        if c.kind(1) is not Kind.NUMBER:
            break
        c.at, groups = c.at + 2, groups + 1
    if not groups:
        c.at = at
    return groups > 0


def _of_what(c: Cursor) -> bool:
    token = c.peek()
    if token.kind in (Kind.MONTH, Kind.WEEK, Kind.DAY) and c.peek(1).text.lower() in ("tuổi", "tuoi"):
        c.at += 2  # trẻ 9 tháng tuổi
        return True
    counted = token.kind is Kind.COUNTED or (token.kind is Kind.MEASURE and token.value != "hour")
    if counted or token.text.lower() == "km":
        c.at += 1
        return True
    if token.kind is Kind.TEXT and token.glued and token.text.lower() in ("đ", "k", "m"):
        c.at += 1
        return True
    if token.kind is Kind.LABEL and _places(c):
        c.at += 1  # 12 thôn
        return True
    if token.kind is Kind.UNIT and token.text.lower() == "số" and c.kind(1) is Kind.MEASURE:
        c.at += 2  # 2/3 số hộ
        return True
    return False


def _places(c: Cursor) -> bool:
    """ "loa của 12 thôn", "tại 3 phòng": so many of what a number may name, too ("thôn 12")."""
    before, behind = c.peek(-2), c.peek(1)
    named = behind.kind in (*NUMBERS, Kind.SLASH, Kind.EACH) or behind.text[:1].isupper()
    led = before.kind in _BEFORE_PLACES or before.text.lower() in ("với", "cùng với")
    return led and not named
