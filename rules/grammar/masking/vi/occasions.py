"""Vietnamese: occasions that have a day of their own: "chào mừng Quốc khánh 2/9", "hưởng ứng Ngày … 10/10".

Finders of `names`. The day of an occasion is no airing where the phrase says elsewhere when it is on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import TEMPORAL, Kind

# Behind a number these make a time, a count or a date of it.
_CLAIMS = frozenset(
    {Kind.HOUR, Kind.MINUTE, Kind.DAYPART, Kind.MONTH, Kind.MONTH_NAME, Kind.WEEK, Kind.TIMES_A, Kind.UNIT}
)
_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.WEEK, Kind.DAY})
# What ends a bracket, or says that it holds more than an occasion.
_OF_AN_AIRING = frozenset(
    {Kind.CLOSE, Kind.END, Kind.OPEN, Kind.SEMICOLON, Kind.HOUR, Kind.WEEKDAY, Kind.EACH, Kind.REPLAY,
     Kind.EXCEPT, Kind.UNSURE, Kind.DUE, Kind.LUNAR}
)  # fmt: skip
_NUMBERS = frozenset({Kind.NUMBER, Kind.NUMBER_WORD, Kind.ORDINAL, Kind.ORDINAL_PREFIX})
_BY_THEMSELVES = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.EACH, Kind.MONTH_NAME})
_DATED = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.EACH, Kind.DAY, Kind.WEEK, Kind.SLASH})
_MONTHS = frozenset({Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER})


def claimed(c: Cursor, ahead: int = 0) -> bool:
    """True when what stands behind makes a time or a date of the number at this place."""
    behind = c.peek(ahead + 1)
    if behind.kind in _CLAIMS:
        return True
    return behind.kind is Kind.COLON and c.peek(ahead + 2).glued and c.kind(ahead + 2) is Kind.NUMBER


def occasion(c: Cursor) -> bool:
    """An anniversary with its day, where the phrase names its own days elsewhere.

    "Kỷ niệm 49 năm ngày 30/4/1975, phát 20h ngày 28/4"
    """
    if c.kind(-1) is Kind.OCCASION:
        return False  # the first of a row of them has decided
    first = c.at
    if c.kind(-1) is Kind.OPEN and _to_bracket(c):
        outside = (*_clause_before(c.tokens, first), *c.tokens[c.at :])
        return any(token.kind in TEMPORAL for token in outside)
    c.take()
    while True:
        if c.kind() is Kind.NUMBER and (claimed(c) and c.kind(1) not in (Kind.MONTH, Kind.MONTH_NAME)):
            break
        if c.kind() is Kind.OPEN and any(t.kind is Kind.SLASH for t in c.tokens[first : c.at]):
            break  # "chào mừng 20/11 (ngày 18/11)": the day of the occasion was said
        if c.kind() not in (
            Kind.TEXT, Kind.DAY, Kind.YEAR, Kind.NUMBER, Kind.SLASH, Kind.DASH, Kind.DOT, Kind.OF, Kind.MONTH,
            Kind.MONTH_NAME, Kind.OPEN, Kind.CLOSE, Kind.NUMBER_WORD, Kind.UNIT, Kind.FROM, Kind.AND,
            Kind.OCCASION, Kind.ALTERNATE, Kind.LABEL, Kind.DOCUMENT, Kind.COUNTED,
        ):  # fmt: skip
            break
        c.at += 1
    before = _clause_before(c.tokens, first)
    said = _numbered(before)
    if _names_days(c.tokens[c.at :]):
        return True
    if any(t.kind is Kind.HOUR for t in before) and any(t.kind is Kind.HOUR for t in c.tokens[c.at :]):
        return False  # "8h ngày 18/11 họp mặt, chào mừng ngày 20/11: 20h"
    if said & _DATED:
        return True
    return bool(said & _MONTHS) and not c.tokens[first].text.lower().startswith("nhân")


def _to_bracket(c: Cursor) -> bool:
    """ "(hưởng ứng Ngày Pháp luật 9/11)": up to the bracket; nothing in it says when something is on."""
    at = c.at
    while c.kind() not in _OF_AN_AIRING:
        c.at += 1
    if c.kind() is Kind.CLOSE:
        return True
    c.at = at
    return False


def _clause_before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    begins = (k for k in range(at - 1, -1, -1) if tokens[k].kind is Kind.SEMICOLON)
    return tokens[next(begins, -1) + 1 : at]


def _numbered(tokens: Sequence[Token]) -> set[Kind]:
    """What says a day or a month: "ngày 5", "tuần cuối", "quý II", "18/11"; not "Ngày hội"."""
    found = {token.kind for token in tokens if token.kind in _BY_THEMSELVES}
    for noun, number in pairwise(tokens):
        roman = number.kind is Kind.TEXT and number.value is not None
        if roman or number.kind in _NUMBERS:
            found.add(noun.kind)
    return found


def _names_days(tokens: Sequence[Token]) -> bool:
    return any(
        token.kind in _DAYS
        or (token.kind is Kind.NUMBER and tokens[k + 1 : k + 2] and tokens[k + 1].kind is Kind.SLASH)
        for k, token in enumerate(tokens)
    )
