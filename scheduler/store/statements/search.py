"""Search by words: both sides folded, so that "so noi vu" finds "Sở Nội vụ" on every database."""

from __future__ import annotations

import unicodedata

from sqlalchemy import ColumnElement


def fold(text: str) -> str:
    """The text in lower case without marks; đ becomes d; white space runs become one space."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def contains(column: ColumnElement[str], words: str) -> list[ColumnElement[bool]]:
    """One test for each word: a folded column holds it. A `%` or `_` in a word stands for itself."""
    return [column.contains(word, autoescape=True) for word in fold(words).split()]
