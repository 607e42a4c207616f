"""Vietnamese: codes of halls, terminals and districts that look like a day or a month: T2, (T1), Q3.

Finders of `names`. Above each stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.vocabulary import Kind
from rules.vocabulary.vi_names import HALL, TERMINAL

_PREFIXES = frozenset({Kind.MONTH, Kind.QUARTER})
_LISTS = frozenset({Kind.COMMA, Kind.AND, Kind.DASH, Kind.PLUS, Kind.SLASH, Kind.TO})
# What may stand between a hall and the code in brackets behind it: "nhà ga quốc tế (T2), quốc nội (T1)".
_OF_A_HALL = frozenset({Kind.TEXT, Kind.COMMA, Kind.AND, Kind.OPEN, Kind.CLOSE, Kind.DASH})
_FAR_BACK = 14  # words


# hall: hội trường T2 | phòng họp T3 | nhà ga T1 và T2
def hall(c: Cursor) -> bool:
    """A hall with its code; behind a list of them ("phòng T2, T4") they are weekdays."""
    noun = c.take()
    if noun.value not in (HALL, TERMINAL) or not _code(c):
        return False
    while True:
        at = c.at
        if c.accept(*_LISTS) is None or not _code(c):
            c.at = at
            return True
        if noun.value == HALL:
            return False


def in_brackets(c: Cursor) -> bool:
    """(T2) behind the name of a hall or a terminal in the same clause."""
    at = c.at
    c.take()
    if not _code(c) or c.accept(Kind.CLOSE) is None:
        return False
    before = at - 1
    while before >= 0 and at - before <= _FAR_BACK:
        token = c.tokens[before]
        if token.kind is Kind.LABEL and token.value in (HALL, TERMINAL):
            return True
        code = _is_code(token.text) or (token.kind is Kind.NUMBER and token.glued)
        if token.kind not in _OF_A_HALL and not code:
            return False
        before -= 1
    return False


# district: tại Q1 | ở Q3
def district(c: Cursor) -> bool:
    """A district behind the word for a place, where "Q1" would be a quarter."""
    place = c.take().text.lower() in ("tại", "ở")
    return place and c.kind() is Kind.QUARTER and _code(c)


def _code(c: Cursor) -> bool:
    """T2, T10, Q1: a letter and a number that are written as one."""
    if c.kind() is Kind.WEEKDAY and _is_code(c.peek().text):
        c.at += 1
        return True
    if c.kind() in _PREFIXES and len(c.peek().text) == 1 and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
        c.at += 2
        return True
    return False


def _is_code(text: str) -> bool:
    return text[:1] in ("T", "Q") and len(text) <= len("T2")
