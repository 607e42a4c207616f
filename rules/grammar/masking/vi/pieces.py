"""Vietnamese: numbers of issues, rounds, sizes and of what each issue has.

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

import re

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.masking.vi.occasions import claimed
from rules.vocabulary import Kind

_ISSUES = frozenset({"số", "báo", "kỳ"})  # the last word of their noun: "kỳ báo"
_TIMES = frozenset({"x", "×"})
_PLAIN = frozenset({Kind.TEXT, Kind.NAME, Kind.LABEL, Kind.UNIT, Kind.DOCUMENT, Kind.COUNTED, Kind.THING})
_OVER = frozenset({Kind.CLOSE, Kind.END, Kind.SEMICOLON, Kind.DOT})
_RANGE = frozenset({Kind.DASH, Kind.TO})
_COUNTED = frozenset({Kind.UNIT, Kind.MEASURE, Kind.COUNTED})
_MARKS = frozenset({Kind.SEMICOLON, Kind.DOT})
_PLACES = frozenset(
    {"huyện", "xã", "tỉnh", "thành", "phường", "quận", "thôn", "ấp", "khóm", "khu", "tổ", "đường", "phố"}
)
_MOST_BETWEEN = 5  # words
_MEASURED = re.compile(r"\d+(kv|kva|kw|kwh|mw|w|v|mm|cm|dm|km|kg|ml|gb|mb|tb|hz|ghz|m2|m3)", re.IGNORECASE)


# total: số 16 (1096) | kỳ báo 5 (612)
def total(c: Cursor) -> bool:
    """The number in brackets behind that of an issue: how many ever came out."""
    noun = c.tokens[c.at - 2].text.lower().split()[-1:] if c.at > 1 else []
    if not _ISSUES.intersection(noun) or not c.tokens[c.at - 1].text.isdigit():
        return False
    c.take()
    return c.accept(Kind.NUMBER) is not None and c.accept(Kind.CLOSE) is not None


# size: 19 x 27 | 20,5 x 29
def size(c: Cursor) -> bool:
    """A size: two numbers, and "x" between."""
    if c.kind(-1) in (Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.ORDINAL_PREFIX):
        return False
    if not _decimal(c) or c.peek().text.lower() not in _TIMES:
        return False
    c.at += 1
    return _decimal(c) and c.kind() not in (Kind.HOUR, Kind.SLASH, Kind.TIMES_A)


def _decimal(c: Cursor) -> bool:
    if c.accept(Kind.NUMBER) is None:
        return False
    if c.kind() in (Kind.COMMA, Kind.DOT) and c.peek().glued and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
        c.at += 2
    return True


# measured: 500KV | 30kW
def measured(c: Cursor) -> bool:
    """An amount with its unit written as one word."""
    return _MEASURED.fullmatch(c.take().text) is not None


# per_piece: mỗi số đăng từ 12-15 bài | mỗi kỳ 8 trang | mỗi số có 5 bài
def per_piece(c: Cursor) -> bool:
    """How much each issue has; "mỗi số 5 bài/tháng" is none."""
    c.take()
    if c.kind() is not Kind.UNIT and c.peek().text.lower() not in ("kỳ", "kì"):
        return False
    c.at += 1
    words = 0
    while c.kind() in (Kind.TEXT, Kind.FILLER, Kind.FROM, Kind.HEDGE) and words < _MOST_BETWEEN:
        c.at, words = c.at + 1, words + 1
    if c.accept(Kind.NUMBER, Kind.NUMBER_WORD) is None or claimed_by_time(c):
        return False
    if c.kind() in _RANGE and c.kind(1) is Kind.NUMBER:
        c.at += 2
    counted = c.accept(*_COUNTED)
    return counted is not None and counted.value != "hour" and c.kind() not in (Kind.SLASH, Kind.EACH)


def claimed_by_time(c: Cursor) -> bool:
    """What stands behind the number just taken makes a time or a date of it."""
    return c.kind() not in _COUNTED and claimed(c, -1)


def turn(c: Cursor) -> bool:
    """ "(Điều chỉnh lần 9)": which time it is that something is done, at the end of a bracket or sentence."""
    if c.kind(-1) is not Kind.TEXT:
        return False
    c.take()
    return c.accept(Kind.NUMBER) is not None and c.kind() in _OVER


def headed(c: Cursor) -> bool:
    """ "Vòng trắc nghiệm 1: từ ngày 29/3": the number that ends a heading of plain words."""
    if c.kind(1) is not Kind.COLON or c.kind(2) in (Kind.NUMBER, Kind.END) or c.peek(2).glued:
        return False
    before = c.at - 1
    while before >= 0 and c.tokens[before].kind in _PLAIN:
        before -= 1
    if before == c.at - 1 or c.kind(-1) is Kind.UNIT or not (before < 0 or c.tokens[before].kind in _MARKS):
        return False
    c.at += 1
    return True


# excepted_places: (trừ huyện đảo Phú Quý) | (trừ phường 3)
def excepted_places(c: Cursor) -> bool:
    """Places that are left out, in brackets: no day is."""
    c.take()
    if c.accept(Kind.EXCEPT) is None:
        return False
    noun = c.take().text.lower().split()
    if not noun or noun[0] not in _PLACES:
        return False
    while c.kind() in _PLAIN | {Kind.MEASURE, Kind.COMMA, Kind.AND, Kind.NUMBER} or _named(c):
        c.at += 1
    return c.accept(Kind.CLOSE) is not None


def _named(c: Cursor) -> bool:
    """ "Phú Quý": a word of time that is part of a name."""
    return c.kind() is Kind.QUARTER and c.peek().text[:1].isupper() and c.kind(1) is not Kind.NUMBER


def all_of(c: Cursor) -> bool:
    """ "Cả 3 thánh lễ": how many there are of what is named; "cả 3 ngày", "cả 2 buổi" say days."""
    every = c.take()
    if every.text.lower() not in ("cả", "tất cả", "đủ") or c.accept(Kind.NUMBER) is None:
        return False
    return c.kind() is Kind.TEXT and c.peek().value is None and not c.peek().glued
