"""Vietnamese: house numbers, streets that are named after a day, schools with a number.

Finders of `names`. Above some stand phrases that a test reads. The street behind a house number stays plain
text.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.row import NUMBERS
from rules.grammar.masking.vi.labels import element
from rules.vocabulary import Kind

_PART_OF_TOWN = frozenset({Kind.LABEL, Kind.PLACE})
_LONGEST_STREET = 6  # words
_LONGEST_SCHOOL = 12  # words
_NAME_ENDS = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.END, Kind.CLOSE, Kind.DOT})


def behind_a_place(c: Cursor) -> bool:
    """A house number behind the word for a place: "tại 45 Nguyễn Trãi"."""
    if c.take().text.lower() not in ("tại", "ở") or c.accept(*NUMBERS) is None:
        return False
    if c.kind() is Kind.SLASH and c.kind(1) in NUMBERS:
        c.at += 2
    return _capital(c)


def in_brackets(c: Cursor) -> bool:
    """A house number at the head of a bracket, where a part of the town stands behind its street.

    "Quán Hoa Sen (69 Tạ Quang Bửu, phường Hoa Lư)"; "12/5" may be a day there.
    """
    c.take()
    if c.accept(*NUMBERS) is None:
        return False
    end = c.at
    while _capital(c) and c.at - end < _LONGEST_STREET:
        c.at += 1
    street = c.at - end
    town = c.accept(Kind.COMMA) is not None and (c.kind() in _PART_OF_TOWN or c.peek().text == "TP")
    c.at = end
    return town and street > 1


def _capital(c: Cursor) -> bool:
    return c.kind() is Kind.TEXT and c.peek().text[:1].isupper()


# street: đường 30/4 | đường 3 tháng 2 | công viên 2 Tháng 9
def street(c: Cursor) -> bool:
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
    return element(c)


# school: Trường Tiểu học Vĩnh Hòa 2
def school(c: Cursor) -> bool:
    """A school that is told from others of its name by a number, where nothing goes on with the number."""
    c.take()
    first = c.at
    while c.kind() is Kind.TEXT and c.at - first < _LONGEST_SCHOOL:
        c.at += 1
    named = c.at > first and c.peek(-1).text[:1].isupper()
    number = c.accept(Kind.NUMBER)
    if not named or number is None or len(number.text) > 2:
        return False
    listed = c.kind() is Kind.COMMA and c.kind(1) is Kind.NUMBER and c.kind(2) not in (Kind.HOUR, Kind.SLASH)
    return c.kind() in _NAME_ENDS and not listed
