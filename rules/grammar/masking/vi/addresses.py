"""Vietnamese: house numbers before the name of a street.

Finders of `names`. The name of the street stays plain text.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.vocabulary import Kind

_NUMBERS = frozenset({Kind.NUMBER, Kind.BAD_NUMBER})
_PART_OF_TOWN = frozenset({Kind.LABEL, Kind.PLACE})
_LONGEST_STREET = 6  # words


def behind_a_place(c: Cursor) -> bool:
    """A house number behind the word for a place: "tại 45 Nguyễn Trãi"."""
    if c.take().text.lower() not in ("tại", "ở") or c.accept(*_NUMBERS) is None:
        return False
    if c.kind() is Kind.SLASH and c.kind(1) in _NUMBERS:
        c.at += 2
    return _capital(c)


def in_brackets(c: Cursor) -> bool:
    """A house number at the head of a bracket, where a part of the town stands behind its street.

    "Quán Hoa Sen (69 Tạ Quang Bửu, phường Hoa Lư)"; "12/5" may be a day there.
    """
    c.take()
    if c.accept(*_NUMBERS) is None:
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
