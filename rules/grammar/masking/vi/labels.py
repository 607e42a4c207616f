"""Vietnamese: nouns with the number that names one of them: "phòng số 3", "lần thứ tư", "lớp 5A".

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

import re

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.row import NUMBERS
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.vi.occasions import claimed
from rules.vocabulary import Kind
from rules.vocabulary.vi_names import TERMINAL

_MARKS = frozenset({Kind.SLASH, Kind.DASH, Kind.DOT})
_JOINS = frozenset({Kind.DASH, Kind.SLASH, Kind.AND, Kind.COMMA, Kind.TO, Kind.PLUS})
_PIECES = frozenset(
    {
        "số", "lớp", "tập", "bài", "chuyên đề", "kỳ báo", "số báo", "đợt", "bản tin", "trang", "phần", "so",
        "lop",
    }
)  # fmt: skip
# What a room, a class or a congress is named with beside a number: A, XIII.
_NAMED = re.compile(r"[A-Z]|[IVXL]+")
# What "lần 1" may stand before where it is the first of several.
_BEHIND_A_TURN = frozenset(
    {Kind.FROM, Kind.DAY, Kind.FILLER, Kind.AT, Kind.OPEN, Kind.WEEKDAY, Kind.MONTH, Kind.COLON, Kind.NUMBER,
     Kind.QUARTER, Kind.DAYPART}
)  # fmt: skip
_OF_A_ROW = frozenset({Kind.AND, Kind.COMMA, Kind.TIMES_A, Kind.ORDINAL_PREFIX, Kind.NUMBER, Kind.ORDINAL})
_FAR_BACK = 24  # words of a list of ordinals


def element(c: Cursor) -> bool:
    """A number, a Roman one, or a single capital: what rooms, groups and classes are named with."""
    token = c.peek()
    if token.kind in NUMBERS and not claimed(c):
        c.at += 1
        return True
    named = token.kind is Kind.TEXT and _NAMED.fullmatch(token.text) is not None
    if named:
        c.at += 1
    return named


def _elements(c: Cursor) -> bool:
    """One or several of them: "6, 7", "12/5", "2021 - 2025"; a comma before a date begins no element."""
    if not element(c):
        return False
    if c.kind() is Kind.DOT and c.peek().glued and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
        c.at += 0 if claimed(c, 1) else 2  # mục 2.1
    while c.kind() in _JOINS:
        at = c.at
        listed = c.take().kind in (Kind.COMMA, Kind.AND)
        if (listed and c.kind(1) in _MARKS and c.kind(2) is Kind.NUMBER) or not element(c):
            c.at = at
            break
    return True


# label: mùa 3 | phòng số 3 | tầng 2 | khối 6, 7 | đợt I | nhiệm kỳ 2021 - 2026 | lớp 5A | trang 3
def label(c: Cursor) -> bool:
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
        return element(c) and c.kind() not in (Kind.SLASH, Kind.HOUR)  # "vụ mùa 5/6" has a date
    return _elements(c)


# nth_time: lần thứ tư | kỳ thứ năm | lần thứ XIII
def nth_time(c: Cursor) -> bool:
    """The n-th time of something, which no weekday stands before."""
    before = -1
    while c.kind(before) in _OF_A_ROW and before > -_FAR_BACK:
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
    return c.accept(Kind.ORDINAL_PREFIX) is not None and element(c)


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
