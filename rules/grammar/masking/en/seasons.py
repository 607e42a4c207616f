"""English: seasons, terms and feasts as titles of days that are written beside them."""

from __future__ import annotations

from rules.grammar.lexing.row import End, Row
from rules.vocabulary import Kind

_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL, Kind.EACH})
_IN_DATES = frozenset(
    {
        Kind.MONTH_NAME, Kind.NUMBER, Kind.DASH, Kind.TO, Kind.FROM, Kind.COMMA, Kind.AND, Kind.SLASH,
        Kind.WEEKDAY,
    }
)  # fmt: skip
_SEASONS = frozenset(
    {
        "during term", "in term", "in term time", "during term time", "term-time", "termtime",
        "summer hours", "winter hours",
        "in school holidays", "in the school holidays", "during school holidays",
        "during the school holidays",
    }
)  # fmt: skip
_OF_A_TERM = frozenset({Kind.NO_MONTHS, Kind.TEXT, Kind.LABEL, Kind.DAY_OFF})
_BEGINS_DATES = frozenset({Kind.FROM, Kind.WEEKDAY, Kind.NUMBER, Kind.DASH, Kind.TO, Kind.TEXT, Kind.FILLER})
_LONGEST_TERM = 6


def season(row: Row, at: int) -> End:
    """Lent lunches, Summer 2024 talks, summer season from …: in a title, where the phrase has dates."""
    if row.kind(at - 1) in (Kind.OF, Kind.THROUGHOUT, Kind.EVERY, Kind.FROM, Kind.TO, Kind.UNSURE):
        return None
    noun = at + 2 if row.kind(at + 1) is Kind.NUMBER and len(row[at + 1].text) == 4 else at + 1
    bounded = row[noun].text.lower() == "season" and row.kind(noun + 1) in (Kind.FROM, Kind.OPEN, Kind.COLON)
    if row.kind(noun) not in (Kind.TEXT, Kind.UNIT) and not bounded:
        return None
    dated = any({row.kind(k), row.kind(k + 1)} == {Kind.NUMBER, Kind.MONTH_NAME} for k in range(len(row)))
    return at + 1 if dated or _days_in_months(row) else None


def dated_feast(row: Row, at: int) -> End:
    """Easter Monday - Monday 1 April; Good Friday (29 March); Patch Tuesday: second Tuesday."""
    if row.kind(at + 1) not in (Kind.DASH, Kind.COLON, Kind.OPEN):
        return None
    begin = at + 2
    if row.kind(begin) is Kind.ORDINAL and row.kind(begin + 1) is Kind.WEEKDAY:
        dated = True
    else:
        begin += row.kind(begin) is Kind.WEEKDAY
        begin += row.kind(begin) is Kind.COMMA
        dated = {row.kind(begin), row.kind(begin + 1)} == {Kind.NUMBER, Kind.MONTH_NAME}
    return at + 1 if dated and row[at].text.lower().endswith("day") else None


def _days_in_months(row: Row) -> bool:
    """ "Advent readings every day in December": one clause, with its days and their months side by side."""
    named = any(
        row.kind(k) in _DAYS | {Kind.DAY}
        and row.kind(k + 1) is Kind.OF
        and row.kind(k + 2) is Kind.MONTH_NAME
        for k in range(len(row))
    )
    return named and not row.any(frozenset({Kind.SEMICOLON, Kind.DOT}), 0, len(row) - 1)


def heading(row: Row, at: int) -> End:
    """Autumn term: 4 September to 20 December; Half term: Mon 28 October – …; Spring term 2025: …"""
    if at and row.kind(at - 1) not in (Kind.SEMICOLON, Kind.DOT, Kind.COMMA):
        return None
    end = at + 1
    while row.kind(end) in _OF_A_TERM and end < at + _LONGEST_TERM:
        end += 1
    mark = end + 1 if row.kind(end) is Kind.NUMBER and len(row[end].text) == 4 else end
    if row.kind(mark) not in (Kind.COLON, Kind.DASH, Kind.COMMA):
        return None
    begin = mark + 1
    while row.kind(begin) in _BEGINS_DATES and begin < mark + _LONGEST_TERM:
        begin += 1
    numbered = row.any(frozenset({Kind.NUMBER}), mark + 1, begin) or row.kind(begin + 1) is Kind.NUMBER
    return end if numbered and row.kind(begin) is Kind.MONTH_NAME else None


def explained(row: Row, at: int) -> End:
    """Summer hours (June to August), during term (8 January – 22 March): the brackets say which."""
    if row.kind(at) is Kind.UNSURE and row[at].text.lower() not in _SEASONS:
        return None
    end = at + 1
    if row.kind(end) in (Kind.TEXT, Kind.UNIT):
        end += 1
    close = end + 1
    while row.kind(close) in _IN_DATES:
        close += 1
    if row.kind(end) is not Kind.OPEN or row.kind(close) is not Kind.CLOSE:
        return None
    return end if row.any(frozenset({Kind.MONTH_NAME, Kind.SLASH}), end, close) else None
