"""Weekdays that a table of hours says are closed: "Sunday: closed", "(Chủ nhật nghỉ)"."""

from __future__ import annotations

from collections.abc import Callable

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT

_MARKS = (Kind.COLON, Kind.DASH, Kind.COMMA, Kind.FILLER)
_ENDS = frozenset({Kind.END, Kind.SEMICOLON, Kind.CLOSE, Kind.DOT, Kind.COMMA})
_BEGINS = _ENDS | {Kind.OPEN, Kind.AND}
_LONGEST_NOUN = 3  # words: "no evening meeting"
_FARTHEST = 12  # tokens of a row of dates, up to the word
_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.WORKDAY})


def closed_days(c: Cursor, weekdays: Callable[[Cursor], object], *, marked: bool = False) -> p.Either | None:
    """The days are taken out of those before them; of rules without them they say nothing more.

    `marked`: without a mark between, the word takes out the days before it ("; Chủ nhật nghỉ").
    """
    at = c.at
    if at and c.kind(-1) not in _BEGINS:
        return None
    found = c.attempt(weekdays)
    off = None if found is not None and not isinstance(found, p.Weekdays) else c.attempt(_day_off)
    if found is None and (off is None or (at and c.tokens[at - 1].kind in (Kind.COMMA, Kind.AND))):
        return None  # weekdays before it may be closed as well
    if found is not None and not isinstance(found, p.Weekdays):
        return None
    mark = c.take() if c.peek().text == "|" else c.accept(*_MARKS)
    enclosed = at and c.tokens[at - 1].kind in (Kind.OPEN, Kind.COMMA)
    if marked and mark is None and off is None and not enclosed:
        return None
    word = c.accept(Kind.UNSURE)
    if word is None or word.value != OUT or word.text.lower() == "no" or c.kind() not in _ENDS:
        return None
    if not any(_names_days(token) for token in (*c.tokens[:at], *c.tokens[c.at :])):
        return None  # "Sunday: closed" alone: when is it open?
    days: tuple[p.Meaning, ...] = (found,) if isinstance(found, p.Weekdays) else ()
    both = (p.Joint(","),) if days and off else ()
    return p.Either((p.Way((p.Except(), *days, *both, *((off,) if off else ()))),))


def _day_off(c: Cursor) -> p.DayOff | None:
    """ "thứ 7, Chủ nhật, ngày lễ nghỉ": holidays, alone or behind weekdays."""
    c.accept(Kind.COMMA, Kind.AND)
    token = c.accept(Kind.DAY_OFF)
    return None if token is None or token.text.lower().startswith("nghỉ") else p.DayOff(bool(token.value))


def _names_days(token: Token) -> bool:
    named = token.kind in _DAYS or token.kind is Kind.ORDINAL_PREFIX  # "thứ 2"
    return named or (token.kind is Kind.EACH and token.value == Period.DAY)


def closed_dates(c: Cursor, days: Callable[[Cursor], object]) -> p.Either | None:
    """The dates or months are taken out of the days of rules; dates alone are what a notice is about."""
    if not any(c.kind(ahead) is Kind.UNSURE for ahead in range(_FARTHEST)):
        return None
    if c.at and c.kind(-1) not in _BEGINS and c.kind(-1) not in (Kind.NAME, Kind.DASH):
        return None
    found = days(c)
    marked = c.accept(*_MARKS) is not None
    if not isinstance(found, p.Dates | p.DateRange | p.Months) or (
        isinstance(found, p.Months) and not marked
    ):
        return None
    word = c.accept(Kind.UNSURE)
    if word is None or word.value != OUT:
        return None
    closure = word.text.lower() != "no"
    for _ in range(0 if closure else _LONGEST_NOUN):
        c.accept(Kind.TEXT, Kind.UNIT)
    if c.kind() not in _ENDS or (not closure and c.peek(-1) is word):
        return None
    return p.Either((p.Way((p.Except(closure=closure), found)),))
