"""Vietnamese: titles, places, documents, phone numbers and amounts: numbers of other things than time.

They are recognised in the tokens by what stands around them, before any production looks, and are listed as
ignored text. Above each finder stand phrases that a test reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.shared import items
from rules.grammar.masking.vi import addresses, codes, lengths, periods, pieces, remarks
from rules.grammar.masking.vi.occasions import claimed, occasion
from rules.vocabulary import TEMPORAL, Kind
from rules.vocabulary.vi_names import TERMINAL

_NUMBERS = frozenset({Kind.NUMBER, Kind.BAD_NUMBER})
_MARKS = frozenset({Kind.SLASH, Kind.DASH, Kind.DOT})
_JOINS = frozenset({Kind.DASH, Kind.SLASH, Kind.AND, Kind.COMMA, Kind.TO, Kind.PLUS})
# Before a number these make it a week, a month or a day, whatever stands behind.
_CALENDAR = frozenset(
    {Kind.WEEK, Kind.MONTH, Kind.DAY, Kind.ORDINAL_PREFIX, Kind.QUARTER, Kind.AT, Kind.EACH}
)
# Words that a count of places may stand behind: no number of a day or a time goes on with them.
_BEFORE_PLACES = frozenset(
    {
        Kind.END,
        Kind.TEXT,
        Kind.UNIT,
        Kind.FILLER,
        Kind.OF,
        Kind.HEDGE,
        Kind.THROUGHOUT,
        Kind.OPEN,
        Kind.CHANNEL,
    }
)
_RATES = frozenset({Kind.MONTH, Kind.YEAR, Kind.QUARTER, Kind.WEEK, Kind.TIMES_A, Kind.HOUR})
_PIECES = frozenset(
    {
        "số",
        "lớp",
        "tập",
        "bài",
        "chuyên đề",
        "kỳ báo",
        "số báo",
        "đợt",
        "bản tin",
        "trang",
        "phần",
        "so",
        "lop",
    }
)
# What a room, a class or a congress is named with beside a number: A, XIII.
_NAMED = re.compile(r"[A-Z]|[IVXL]+")
_TECHNICAL = re.compile(r"\d+[DKG]|\d+x\d+", re.IGNORECASE)
_LONGEST_NAME = 12
_BEGINS_A_TERM = frozenset({Kind.NUMBER, Kind.DAY, Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.DAYPART})
_NAME_ENDS = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.END, Kind.CLOSE, Kind.DOT})
# What "lần 1" may stand before where it is the first of several.
_BEHIND_A_TURN = frozenset(
    {Kind.FROM, Kind.DAY, Kind.FILLER, Kind.AT, Kind.OPEN, Kind.WEEKDAY, Kind.MONTH, Kind.COLON, Kind.NUMBER,
     Kind.QUARTER, Kind.DAYPART}
)  # fmt: skip


def set_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with those of names and amounts as `NAME`."""
    tokens = periods.without_weeks_of_dates(_led(_solar(tokens)))
    made: list[Token] | None = None
    c = Cursor(tokens, "vi", 0)
    while c.at < len(tokens):
        at = c.at
        finders = _FINDERS.get(tokens[at].kind)
        if finders is None or not any(_found(c, at, finder) for finder in finders):
            c.at = at + 1
            continue
        made = made or list(tokens)
        made[at : c.at] = [token._replace(kind=Kind.NAME, value=None) for token in tokens[at : c.at]]
    return tokens if made is None else made


def _solar(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "Mùng 5 hằng tháng (dương lịch)": the word says itself which calendar is meant."""
    if not any(token.kind is Kind.LUNAR for token in tokens):
        return tokens
    said = {token.text.lower() for token in tokens}
    others = {token.text.lower() for token in tokens if token.kind is Kind.LUNAR} - _FIRST_DAYS
    if "dương lịch" not in said or "tết" in said or others:
        return tokens
    return [t._replace(kind=Kind.DAY, value=None) if t.kind is Kind.LUNAR else t for t in tokens]


def _led(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "Buổi sáng từ: 7h30 đến 11h30": the colon behind "từ" parts nothing."""
    parted = {
        at + 1
        for at, (one, two) in enumerate(pairwise(tokens))
        if one.kind is Kind.FROM
        and two.kind is Kind.COLON
        and at + 2 < len(tokens)
        and tokens[at + 2].kind in _BEGINS_A_TERM
    }
    return [token for at, token in enumerate(tokens) if at not in parted] if parted else tokens


def _found(c: Cursor, at: int, finder: Callable[[Cursor], bool]) -> bool:
    c.at = at
    return finder(c) and c.at > at


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _element(c: Cursor) -> bool:
    """A number, a Roman one, or a single capital: what rooms, groups and classes are named with."""
    token = c.peek()
    if token.kind in _NUMBERS and not claimed(c):
        c.at += 1
        return True
    named = token.kind is Kind.TEXT and _NAMED.fullmatch(token.text) is not None
    if named:
        c.at += 1
    return named


def _elements(c: Cursor) -> bool:
    """One or several of them: "6, 7", "12/5", "2021 - 2025"; a comma before a date begins no element."""
    if not _element(c):
        return False
    if c.kind() is Kind.DOT and c.peek().glued and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
        c.at += 0 if claimed(c, 1) else 2  # mục 2.1
    while c.kind() in _JOINS:
        at = c.at
        listed = c.take().kind in (Kind.COMMA, Kind.AND)
        if (listed and c.kind(1) in _MARKS and c.kind(2) is Kind.NUMBER) or not _element(c):
            c.at = at
            break
    return True


# label: mùa 3 | phòng số 3 | tầng 2 | khối 6, 7 | đợt I | nhiệm kỳ 2021 - 2026 | lớp 5A | trang 3
def _label(c: Cursor) -> bool:
    """A noun that the number behind it names."""
    if c.kind(-1) in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.EACH):
        return False
    noun = c.take()
    if noun.value == TERMINAL:
        return False
    c.skip(Kind.UNIT)
    if noun.kind in (Kind.UNIT, Kind.MEASURE) and (noun.text.lower() not in _PIECES or _of_weekdays(c)):
        return False
    c.skip(Kind.COLON) if noun.value == "phone" else None
    c.skip(Kind.UNIT, Kind.ORDINAL_PREFIX)
    if c.kind() is Kind.NUMBER and c.peek(1).text.lower() in _PIECES and c.kind(2) is Kind.NUMBER:
        c.at += 3  # mùa 2 tập 10
        return not claimed(c, -1)
    if noun.value == "season":
        return _element(c) and c.kind() not in (Kind.SLASH, Kind.HOUR)  # "vụ mùa 5/6" has a date
    return _elements(c)


# street: đường 30/4 | đường 3 tháng 2 | công viên 2 Tháng 9
def _street(c: Cursor) -> bool:
    """A place that is named after a day."""
    c.take()
    if c.kind() is not Kind.NUMBER:
        return False
    if c.kind(1) in (Kind.SLASH, Kind.DASH) and c.kind(2) is Kind.NUMBER and c.kind(3) is not Kind.HOUR:
        c.at += 3
        return True
    if c.kind(1) is Kind.MONTH_NAME:
        c.at += 2
        return True
    if c.kind(1) is Kind.MONTH and c.kind(2) is Kind.NUMBER:
        c.at += 3
        return True
    return _element(c)


# document: Kế hoạch số 45/KH-UBND ngày 02/4/2024 | Luật Tiếp công dân năm 2013 | Công văn 123/UBND-VX
def _document(c: Cursor) -> bool:
    """A document with its number and its own date, or a law with its year."""
    led = c.peek(-1).text.lower() in ("theo", "cứ", "hiện", "can cu")
    law = c.take().value == "law"
    if law and c.attempt(_law_of_a_year):
        return True
    if law and c.kind() is Kind.MONTH and c.kind(1) is Kind.NUMBER:
        c.at += 2
        return True
    while c.kind() in (Kind.UNIT, Kind.COLON):
        c.at += 1
    if c.kind() not in _NUMBERS:
        return led and c.kind() is Kind.DAY and _date(c)
    if claimed(c):
        return False
    c.at += 1
    years = len(c.peek(-1).text) == len(c.peek(1).text) == 4 and c.kind(1) is Kind.NUMBER
    if years and c.kind() in (Kind.DASH, Kind.TO):
        c.at += 2  # Kế hoạch 2024 - 2028
    while c.kind() in _MARKS and (c.peek(1).glued or c.kind(1) is Kind.TEXT):
        c.at += 2
    at = c.at
    if not _date(c):
        c.at = at
    return True


def _law_of_a_year(c: Cursor) -> bool | None:
    for _ in range(_LONGEST_NAME):
        if c.kind() is Kind.YEAR and c.kind(1) is Kind.NUMBER and len(c.peek(1).text) == 4:
            c.at += 2
            return True
        if c.kind() not in (Kind.TEXT, Kind.AND, Kind.FILLER, Kind.UNIT, Kind.OF, Kind.DAY, Kind.MEASURE):
            return None
        c.at += 1
    return None


def _date(c: Cursor) -> bool:
    """ngày 02/4/2024, ngày 02 tháng 4 năm 2024, năm 2024."""
    c.accept(Kind.DAY)
    if c.kind() is Kind.NUMBER and (c.kind(1) in _MARKS or c.kind(1) in (Kind.MONTH, Kind.MONTH_NAME)):
        c.at += 1
        while c.kind() in (*_MARKS, Kind.MONTH) and c.kind(1) is Kind.NUMBER:
            c.at += 2
        c.accept(Kind.MONTH_NAME)
        if c.kind() is Kind.YEAR and c.kind(1) is Kind.NUMBER:
            c.at += 2
        return True
    if c.kind() is Kind.YEAR and c.kind(1) is Kind.NUMBER:
        c.at += 2
        return True
    return False


# signed: số 45/KH-UBND ngày 02/4/2024
def _signed(c: Cursor) -> bool:
    """A document by its number alone: capitals behind a slash."""
    if c.accept(Kind.UNIT) and c.kind() is not Kind.NUMBER:
        return False
    number, slash, sign = c.peek(), c.kind(1), c.peek(2)
    capitals = sign.kind is Kind.TEXT and sign.text.isupper() and len(sign.text) > 1
    year = len(sign.text) == 4 and c.kind(3) is Kind.SLASH and c.kind(4) is Kind.TEXT
    if number.kind is not Kind.NUMBER or slash not in (Kind.SLASH, Kind.DASH) or not (capitals or year):
        return False
    c.at += 3
    while c.kind() in _MARKS and c.peek(1).glued:
        c.at += 2
    at = c.at
    if not _date(c):
        c.at = at
    return True


# phone: điện thoại: 0912.345.678 | đường dây nóng 1900.1234 | liên hệ số (0297) 3 862 345
def _phone(c: Cursor) -> bool:
    """A telephone number behind the word for it."""
    c.take()
    words = 0
    while c.kind() in (Kind.TEXT, Kind.UNIT, Kind.FILLER, Kind.COLON, Kind.COMMA, Kind.DASH) and words < 6:
        c.at, words = c.at + 1, words + 1
    return _digits(c) >= 3


# phone_number: 0297 3862 345 | 0912.345.678
def _phone_number(c: Cursor) -> bool:
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
def _amount(c: Cursor) -> bool:
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
    elif c.kind() is Kind.SLASH and c.kind(1) in _RATES and c.kind(2) not in _NUMBERS and _money(c.peek(-1)):
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
    named = behind.kind in (*_NUMBERS, Kind.SLASH, Kind.EACH) or _capital(behind)
    led = before.kind in _BEFORE_PLACES or before.text.lower() in ("với", "cùng với")
    return led and not named


def _quoted(c: Cursor) -> bool:
    """A title in quotes, where days stand outside it: “Chiều chủ nhật” behind the word for a piece or before
    that for airing, or with plain words in it, “mùa hè năm 1972”; never one with a date in it.
    """
    after_piece = Kind.UNIT in (c.kind(-1), c.kind(-2) if c.kind(-1) is Kind.TEXT else c.kind(-1))
    after_piece = after_piece or (c.kind(-3) is Kind.UNIT and c.kind(-2) is c.kind(-1) is Kind.TEXT)
    first = c.at + 1
    c.take()
    while c.kind() not in (Kind.QUOTE, Kind.END):
        c.at += 1
    last = c.at
    if c.accept(Kind.QUOTE) is None or last == first:
        return False
    inside, outside = c.tokens[first:last], [*c.tokens[: first - 1], *c.tokens[c.at :]]
    if any(t.kind in (Kind.SLASH, Kind.HOUR, Kind.EACH) for t in inside):
        return False
    plain = any(t.kind is Kind.TEXT for t in inside)
    aired = c.kind() is Kind.FILLER and any(t.kind in _WEEKLY for t in outside)
    return (after_piece or plain or aired) and any(t.kind in TEMPORAL for t in outside)


_WEEKLY = frozenset({Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.EACH})
_FIRST_DAYS = frozenset({"mùng", "mồng", "ngày mùng", "ngày mồng"})
_FAR_BACK = 24  # words of a list of ordinals
_BEFORE_HALF_YEAR = frozenset({"kết", "định kỳ"})  # "báo cáo 6 tháng: …", "sơ kết 6 tháng, …"


# nth_time: lần thứ tư | kỳ thứ năm | lần thứ XIII
def _nth_time(c: Cursor) -> bool:
    """The n-th time of something, which no weekday stands before."""
    before = -1
    while (
        c.kind(before)
        in (
            Kind.AND,
            Kind.COMMA,
            Kind.TIMES_A,
            Kind.ORDINAL_PREFIX,
            Kind.NUMBER,
            Kind.ORDINAL,
        )
        and before > -_FAR_BACK
    ):
        before -= 1
    if c.kind(before) is Kind.WEEKDAY or c.kind(-1) in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.YEAR):
        return False
    noun = c.take()
    if noun.kind is Kind.UNIT and (noun.text.lower() not in _PIECES or _of_weekdays(c)):
        return False
    if c.kind() is Kind.NUMBER and c.kind(1) is Kind.COLON and not c.peek(2).glued:
        c.at += 1  # "Kỳ 1: tháng 3"
        return True
    if c.kind() is Kind.NUMBER and noun.kind is Kind.TIMES_A and _numbered_in_turn(c, noun):
        c.at += 1  # "lần 1 từ 9-11/7, lần 2 từ 10-12/12"
        return True
    if c.kind() is Kind.WEEKDAY and c.peek().text[:2].lower() == "th":
        if noun.kind is Kind.UNIT and c.peek().text.split()[-1].istitle():
            return False  # "bản tin thứ Hai", "lớp thứ Bảy": of a weekday
        c.at += 1
        return c.kind() not in (Kind.WEEK, Kind.EACH)
    return c.accept(Kind.ORDINAL_PREFIX) is not None and _element(c)


def _of_weekdays(c: Cursor) -> bool:
    """ "Báo in số thứ Hai, thứ Năm", "số thứ 2 hằng tuần": the issues of these days."""
    if c.kind() is Kind.WEEKDAY:
        behind = 1
    elif c.kind() is Kind.ORDINAL_PREFIX and c.kind(1) is Kind.NUMBER:
        behind = 2
    else:
        return False
    if c.peek().text[4:5].isupper() or c.kind(behind) is Kind.EACH:
        return True
    another = c.kind(behind + 1) in (Kind.WEEKDAY, Kind.ORDINAL_PREFIX)
    return another and c.kind(behind) in (Kind.COMMA, Kind.AND)


def _numbered_in_turn(c: Cursor, noun: Token) -> bool:
    """True where the phrase has this noun with 1, 2 … in this order, each before words of time."""
    numbered = [
        (c.tokens[k + 1].number, c.tokens[k + 2].kind)
        for k, token in enumerate(c.tokens[:-2])
        if token.text.lower() == noun.text.lower() and c.tokens[k + 1].kind is Kind.NUMBER
    ]
    in_turn = [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
    return in_turn and len(numbered) > 1 and all(kind in _BEHIND_A_TURN for _, kind in numbered)


# past: sinh ngày 12/6/1930 | thành lập năm 1945 | cập nhật lần cuối: 14:36 17/03/2022
def _past(c: Cursor) -> bool:
    """A day or a year of the past, perhaps with its time."""
    c.take()
    c.skip(Kind.COLON, Kind.FILLER)
    if c.kind() is Kind.NUMBER and c.kind(1) in (Kind.COLON, Kind.HOUR) and c.kind(2) is Kind.NUMBER:
        c.at += 3
        c.skip(Kind.COMMA, Kind.DASH, Kind.MINUTE)
        return _date(c)
    if c.kind() is Kind.NUMBER and len(c.peek().text) == 4 and c.kind(1) not in _MARKS:
        c.at += 1
        return True
    return _date(c)


# item: 1. 8h thứ Hai tuần 1 | 2.1. 8h thứ Hai tuần 1 | 4) 8h thứ Hai | (2) 8h thứ Hai
def _item(c: Cursor) -> bool:
    """The number of an item of a list, at the beginning of a line."""
    if c.at and c.kind(-1) is not Kind.SEMICOLON:
        return False
    end = items.item(Row(c.tokens), c.at)
    c.at = c.at if end is None else end
    return end is not None


# school: Trường Tiểu học Vĩnh Hòa 2
def _school(c: Cursor) -> bool:
    """A school that is told from others of its name by a number, where nothing goes on with the number."""
    if c.take().text.lower() not in ("trường", "truong"):
        return False
    words = 0
    while c.kind() is Kind.TEXT and words < _LONGEST_NAME:
        c.at, words = c.at + 1, words + 1
    if not words or not _capital(c.peek(-1)) or c.kind() is not Kind.NUMBER or len(c.peek().text) > 2:
        return False
    c.at += 1
    listed = c.kind() is Kind.COMMA and c.kind(1) is Kind.NUMBER and c.kind(2) not in (Kind.HOUR, Kind.SLASH)
    return c.kind() in _NAME_ENDS and not listed


# technical: COVID-19 | 3D | 3x4
def _technical(c: Cursor) -> bool:
    """A name with a number in it."""
    token = c.take()
    if token.kind is Kind.NUMBER:
        by, number = c.take(), c.take()
        return by.text.lower() == "x" and by.glued and number.kind is Kind.NUMBER and number.glued
    if token.kind is Kind.BAD_NUMBER:
        return _TECHNICAL.fullmatch(token.text) is not None
    if not (token.text.isupper() and len(token.text) > 1 and c.kind() is Kind.DASH and c.peek().glued):
        return False
    c.at += 1
    return c.accept(*_NUMBERS) is not None and c.peek(-1).glued


def _title_of_days(c: Cursor) -> bool:
    """A title with days in it: "Khóa tu Một ngày an lạc", a capital in the middle of a sentence."""
    inside = c.kind(-1) is Kind.TEXT
    if not (inside and _capital(c.peek()) and c.kind(1) is Kind.DAY and c.kind(2) is Kind.TEXT):
        return False
    c.at += 3
    return True


_Finder = Callable[[Cursor], bool]
_FINDERS: dict[Kind, tuple[_Finder, ...]] = {
    Kind.LABEL: (periods.season_day, codes.hall, _label),
    Kind.PLACE: (_street,),
    Kind.DOCUMENT: (_document,),
    Kind.PHONE: (_phone,),
    Kind.OCCASION: (occasion,),
    Kind.PAST_DAY: (_past,),
    Kind.YEAR: (periods.year_of_account,),
    Kind.WEEK: (periods.season_day, periods.dated_week),
    Kind.OPEN: (
        _item, codes.in_brackets, periods.kind_of_report, remarks.lunar, pieces.total, pieces.excepted_places,
        lengths.period, addresses.in_brackets,
    ),
    Kind.COMMA: (remarks.lunar,),
    Kind.UNSURE: (remarks.over_noon, remarks.late_comers),
    Kind.UNIT: (_signed, _label, _nth_time),
    Kind.MEASURE: (_label,),
    Kind.TIMES_A: (_nth_time, pieces.turn),
    Kind.EVERY: (pieces.per_piece, pieces.all_of),
    Kind.NUMBER: (
        _item, _phone_number, _signed, pieces.size, pieces.headed, remarks.having, _technical, _amount,
    ),
    Kind.HEDGE: (_amount,),
    Kind.DUE: (_amount,),
    Kind.FROM: (_amount,),
    Kind.FILLER: (addresses.behind_a_place, codes.district),
    Kind.QUOTE: (_quoted,),
    Kind.NUMBER_WORD: (_title_of_days,),
    Kind.TEXT: (periods.season_day, _school, _technical, pieces.coded),
    Kind.ORDINAL: (periods.end_of_year,),
    Kind.NO_MONTHS: (periods.season_day,),
    Kind.ORDINAL_PREFIX: (periods.season_day,),
    Kind.BAD_NUMBER: (_technical, pieces.measured),
}  # fmt: skip
