"""Vietnamese: titles, places, documents, phone numbers and amounts: numbers of other things than time.

They are recognised in the tokens by what stands around them, before any production looks, and are listed as
ignored text. Above each finder stand phrases that a test reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.row import NUMBERS, Row
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.shared import items
from rules.grammar.masking.vi import (
    addresses,
    amounts,
    codes,
    documents,
    labels,
    lengths,
    periods,
    pieces,
    remarks,
)
from rules.grammar.masking.vi.occasions import occasion
from rules.vocabulary import TEMPORAL, Kind

_Finder = Callable[[Cursor], bool]
_TECHNICAL = re.compile(r"\d+[DKG]|\d+x\d+", re.IGNORECASE)
_BEGINS_A_TERM = frozenset({Kind.NUMBER, Kind.DAY, Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.DAYPART})
_WEEKLY = frozenset({Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.EACH})
_FIRST_DAYS = frozenset({"mùng", "mồng", "ngày mùng", "ngày mồng"})


def set_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with those of names and amounts as `NAME`."""
    tokens = periods.without_weeks_of_dates(_led(_solar(tokens)))
    made: list[Token] | None = None
    c = Cursor(tokens, "vi", 0)
    while c.at < len(tokens):
        at = c.at
        finders = _finders(c)
        if not finders or not any(_found(c, at, finder) for finder in finders):
            c.at = at + 1
            continue
        made = made or list(tokens)
        made[at : c.at] = [token._replace(kind=Kind.NAME, value=None) for token in tokens[at : c.at]]
    return tokens if made is None else made


def _finders(c: Cursor) -> tuple[_Finder, ...]:
    """What may begin at a place: by the kinds of its token and the one before; a word by its letters."""
    token = c.peek()
    if c.kind(-1) is Kind.WEEKDAY and token.kind in periods.BEHIND_A_WEEKDAY:
        return (periods.season_day, *_beginning(token))
    return _beginning(token)


def _beginning(token: Token) -> tuple[_Finder, ...]:
    if token.kind is not Kind.TEXT:
        return _FINDERS.get(token.kind, ())
    if token.text[:2].isupper():
        return _CAPITALS
    return _SCHOOLS if token.text.lower() in ("trường", "truong") else ()


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
    plain = any(t.kind is Kind.TEXT for t in inside)
    named = plain and inside[-1].kind is Kind.HOUR and inside[-1].text == "H"  # “SAO 24H”
    if any(t.kind in (Kind.SLASH, Kind.HOUR, Kind.EACH) for t in inside[: -1 if named else None]):
        return False
    aired = c.kind() is Kind.FILLER and any(t.kind in _WEEKLY for t in outside)
    return (after_piece or plain or aired) and any(t.kind in TEMPORAL for t in outside)


# item: 1. 8h thứ Hai tuần 1 | 2.1. 8h thứ Hai tuần 1 | 4) 8h thứ Hai | (2) 8h thứ Hai
def _item(c: Cursor) -> bool:
    """The number of an item of a list, at the beginning of a line."""
    if c.at and c.kind(-1) is not Kind.SEMICOLON:
        return False
    end = items.item(Row(c.tokens), c.at)
    c.at = c.at if end is None else end
    return end is not None


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
    return c.accept(*NUMBERS) is not None and c.peek(-1).glued


def _title_of_days(c: Cursor) -> bool:
    """A title with days in it: "Khóa tu Một ngày an lạc", a capital in the middle of a sentence."""
    inside = c.kind(-1) is Kind.TEXT
    if not (inside and c.peek().text[:1].isupper() and c.kind(1) is Kind.DAY and c.kind(2) is Kind.TEXT):
        return False
    c.at += 3
    return True


_CAPITALS: tuple[_Finder, ...] = (_technical, documents.coded)
_SCHOOLS: tuple[_Finder, ...] = (addresses.school,)
_FINDERS: dict[Kind, tuple[_Finder, ...]] = {
    Kind.LABEL: (codes.hall, labels.label),
    Kind.PLACE: (addresses.street,),
    Kind.DOCUMENT: (documents.document,),
    Kind.PHONE: (amounts.phone,),
    Kind.OCCASION: (occasion,),
    Kind.PAST_DAY: (documents.past,),
    Kind.YEAR: (periods.year_of_account,),
    Kind.WEEK: (periods.dated_week,),
    Kind.OPEN: (
        _item, codes.in_brackets, periods.kind_of_report, remarks.lunar, pieces.total, pieces.excepted_places,
        lengths.period, addresses.in_brackets,
    ),
    Kind.COMMA: (remarks.lunar,),
    Kind.UNSURE: (remarks.over_noon, remarks.late_comers),
    Kind.UNIT: (documents.signed, labels.label, labels.nth_time),
    Kind.MEASURE: (labels.label,),
    Kind.TIMES_A: (labels.nth_time, pieces.turn),
    Kind.EVERY: (pieces.per_piece, pieces.all_of),
    Kind.NUMBER: (
        _item, amounts.phone_number, documents.signed, pieces.size, pieces.headed, remarks.having,
        _technical, amounts.amount,
    ),
    Kind.HEDGE: (amounts.amount,),
    Kind.DUE: (amounts.amount,),
    Kind.FROM: (amounts.amount,),
    Kind.FILLER: (lengths.of_a_journey, addresses.behind_a_place, codes.district),
    Kind.QUOTE: (_quoted,),
    Kind.TO: (lengths.arrival,),
    Kind.NUMBER_WORD: (_title_of_days,),
    Kind.ORDINAL: (periods.end_of_year,),
    Kind.BAD_NUMBER: (_technical, pieces.measured),
}  # fmt: skip
