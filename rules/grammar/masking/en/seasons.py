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
_OF_A_TERM = frozenset({Kind.NO_MONTHS, Kind.TEXT, Kind.LABEL, Kind.DAY_OFF, Kind.FILLER, Kind.HOUR})
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
    """Easter Monday - Monday 1 April; Good Friday (29 March); Patch Tuesday: second Tuesday; Easter, April 9.

    Between a date by its name and another date a dash may be a range: "Christmas Eve – 2 January".
    """
    end = at + 1
    if (
        row.kind(end) is Kind.OPEN
        and row[end + 1].text.lower() == "observed"
        and row.kind(end + 2) is Kind.CLOSE
    ):
        end += 3
    mark = row.kind(end)
    heads = at == 0 or row.kind(at - 1) in (Kind.SEMICOLON, Kind.DASH)
    if mark not in (Kind.DASH, Kind.COLON, Kind.OPEN) and not (mark is Kind.COMMA and heads):
        return None
    begin = end + 1
    if row.kind(begin) is Kind.ORDINAL and row.kind(begin + 1) is Kind.WEEKDAY:
        return end if mark is not Kind.COMMA else None
    weekday = row.kind(begin) is Kind.WEEKDAY
    begin += weekday
    begin += row.kind(begin) is Kind.COMMA
    if {row.kind(begin), row.kind(begin + 1)} != {Kind.NUMBER, Kind.MONTH_NAME}:
        return None
    if row.kind(at) is Kind.DATE_NAME and mark is Kind.DASH and not weekday:
        month, day = sorted((row[begin], row[begin + 1]), key=lambda token: token.kind is Kind.NUMBER)
        return end if row[at].value == (month.number, day.number) else None
    return end if heads or row[at].text.lower().endswith("day") else None


def of_a_date(row: Row, at: int) -> End:
    """Monday 27 May (Memorial Day), closed May 27 for Memorial Day, May 27: Memorial Day.

    On a line of its own below its date where each name of the phrase stands so: a list may go on with days.
    """
    behind, mark = row[at + 1], row[at - 1]
    if mark.kind is Kind.OPEN:
        observed = behind.text.lower() == "observed" and row.kind(at + 2) is Kind.CLOSE
        return at + 1 if _ends_a_date(row, at - 2) and (behind.kind is Kind.CLOSE or observed) else None
    if mark.text.lower() == "for":
        return at + 1 if _ends_a_date(row, at - 2) and row[at].kind is Kind.NO_MONTHS else None
    if mark.kind in (Kind.COLON, Kind.DASH) or mark.text == "|":
        return at + 1 if _ends_a_date(row, at - 2) and _ends_a_line(row, at + 1) else None
    return at + 1 if _below_its_date(row, at) and all(_below_its_date(row, k) for k in _feasts(row)) else None


def _ends_a_line(row: Row, at: int) -> bool:
    return at == len(row) or row.kind(at) in (Kind.SEMICOLON, Kind.DOT, Kind.COMMA)


def _feasts(row: Row) -> list[int]:
    return [k for k in range(len(row)) if row.kind(k) in (Kind.NO_MONTHS, Kind.DATE_NAME)]


def _below_its_date(row: Row, at: int) -> bool:
    alone = row[at - 1].text == "\n" and (row[at + 1].text == "\n" or at + 1 == len(row))
    return alone and _ends_a_date(row, at - 2)


def _ends_a_date(row: Row, at: int) -> bool:
    """ "27 May", "May 27", either with its year."""
    last = at
    if row.kind(last) is Kind.NUMBER and len(row[last].text) == len("2024"):
        last -= 1 + (row.kind(last - 1) is Kind.COMMA)
    for place in (last, last - 1):
        if row[place].glued and row[place].text.lower() in ("st", "nd", "rd", "th"):
            return Kind.MONTH_NAME in (row.kind(last), row.kind(place - 2))
    return {row.kind(last), row.kind(last - 1)} == {Kind.NUMBER, Kind.MONTH_NAME}


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
