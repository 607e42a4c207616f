"""Vietnamese: documents with their numbers and dates, laws with their year, days of the past.

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

import re

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.row import NUMBERS
from rules.grammar.masking.vi.occasions import claimed
from rules.vocabulary import Kind

_MARKS = frozenset({Kind.SLASH, Kind.DASH, Kind.DOT})
_OF_A_DATE = _MARKS | {Kind.MONTH}
_OF_A_LAW = frozenset({Kind.TEXT, Kind.AND, Kind.FILLER, Kind.UNIT, Kind.OF, Kind.DAY, Kind.MEASURE})
_CODE = re.compile(r"[A-ZĐ]{2,}\d+")
_LONGEST_LAW = 12  # words


# document: Kế hoạch số 45/KH-UBND ngày 02/4/2024 | Luật Tiếp công dân năm 2013 | Công văn 123/UBND-VX
def document(c: Cursor) -> bool:
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
    if c.kind() not in NUMBERS:
        return led and c.kind() is Kind.DAY and _dated(c) is not None
    if claimed(c):
        return False
    c.at += 1
    years = len(c.peek(-1).text) == len(c.peek(1).text) == 4 and c.kind(1) is Kind.NUMBER
    if years and c.kind() in (Kind.DASH, Kind.TO):
        c.at += 2  # Kế hoạch 2024 - 2028
    while c.kind() in _MARKS and (c.peek(1).glued or c.kind(1) is Kind.TEXT):
        c.at += 2
    c.attempt(_dated)
    return True


def _law_of_a_year(c: Cursor) -> bool | None:
    for _ in range(_LONGEST_LAW):
        if c.kind() is Kind.YEAR and c.kind(1) is Kind.NUMBER and len(c.peek(1).text) == 4:
            c.at += 2
            return True
        if c.accept(*_OF_A_LAW) is None:
            return None
    return None


def _dated(c: Cursor) -> bool | None:
    """ngày 02/4/2024, ngày 02 tháng 4 năm 2024, năm 2024."""
    c.accept(Kind.DAY)
    day = c.kind() is Kind.NUMBER and c.kind(1) in _OF_A_DATE | {Kind.MONTH_NAME}
    if day:
        c.at += 1
        while c.kind() in _OF_A_DATE and c.kind(1) is Kind.NUMBER:
            c.at += 2
        c.accept(Kind.MONTH_NAME)
    year = c.kind() is Kind.YEAR and c.kind(1) is Kind.NUMBER
    c.at += 2 if year else 0
    return True if day or year else None


# signed: số 45/KH-UBND ngày 02/4/2024
def signed(c: Cursor) -> bool:
    """A document by its number alone: capitals behind a slash."""
    c.accept(Kind.UNIT)
    number, slash, sign = c.peek(), c.kind(1), c.peek(2)
    capitals = sign.kind is Kind.TEXT and sign.text.isupper() and len(sign.text) > 1
    year = len(sign.text) == 4 and c.kind(3) is Kind.SLASH and c.kind(4) is Kind.TEXT
    if number.kind is not Kind.NUMBER or slash not in (Kind.SLASH, Kind.DASH) or not (capitals or year):
        return False
    c.at += 3
    while c.kind() in _MARKS and c.peek(1).glued:
        c.at += 2
    c.attempt(_dated)
    return True


# coded: (TT80/2021) | NĐ123/2020/NĐ-CP
def coded(c: Cursor) -> bool:
    """A document by letters and a number that are written as one, and its year."""
    if _CODE.fullmatch(c.take().text) is None or c.kind() is not Kind.SLASH or not c.peek().glued:
        return False
    if c.kind(1) is not Kind.NUMBER or len(c.peek(1).text) != 4 or not c.peek(1).glued:
        return False
    c.at += 2
    while c.kind() in (Kind.SLASH, Kind.DASH) and c.peek().glued and c.kind(1) is Kind.TEXT:
        c.at += 2
    return True


# past: sinh ngày 12/6/1930 | thành lập năm 1945 | cập nhật lần cuối: 14:36 17/03/2022
def past(c: Cursor) -> bool:
    """A day or a year of the past, perhaps with its time."""
    c.take()
    c.skip(Kind.COLON, Kind.FILLER)
    if c.kind() is Kind.NUMBER and c.kind(1) in (Kind.COLON, Kind.HOUR) and c.kind(2) is Kind.NUMBER:
        c.at += 3
        c.skip(Kind.COMMA, Kind.DASH, Kind.MINUTE)
    elif c.kind() is Kind.NUMBER and len(c.peek().text) == 4 and c.kind(1) not in _MARKS:
        c.at += 1
        return True
    return _dated(c) is not None
