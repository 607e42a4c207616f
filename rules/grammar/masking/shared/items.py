"""Numbers of items of a list or a plan at the head of a line: "2. Chuyên mục …", "3) …", "(1) …", "1.2. …".

Such a number is told from a day or a time by its mark with a space behind it, and by what follows.
"""

from __future__ import annotations

from rules.grammar.lexing.row import End, Row
from rules.vocabulary import Kind

_LONGEST_NUMBER = 2  # digits
_HIGHEST_PART = 12  # 2.1. of a plan; 17.45. may be a time
# Behind the mark these say that the number before it is an item's: no day or time goes on with them.
_TITLES = frozenset(
    {
        Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.DOCUMENT, Kind.OCCASION, Kind.CHANNEL, Kind.CHANNEL_NAME,
        Kind.PLACE, Kind.COUNTED, Kind.QUOTE, Kind.FILLER, Kind.THING,
    }
)  # fmt: skip
# Before a line break and behind a number these say that its list goes on: "các tuần 1,⏎3. Họp …".
_GOES_ON = frozenset({Kind.COMMA, Kind.AND, Kind.DASH, Kind.TO, Kind.PLUS})
_NO_ITEM_BEFORE = frozenset({Kind.NUMBER, Kind.NUMBER_WORD, Kind.EACH, Kind.END, Kind.MONTH_NAME})
_DAYS = frozenset({Kind.DAY, Kind.WEEKDAY, Kind.ORDINAL_PREFIX})
_NUMBERED = frozenset({Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.ORDINAL_PREFIX})


def item(row: Row, at: int) -> End:
    """1. 8h thứ Hai; 2) 9h thứ Ba; 2.1. Họp; 3. News; (2) News; 5/ Thứ Tư; 2/. Tháng 2."""
    if row.kind(at) is Kind.OPEN:
        closed = row.kind(at + 1) is Kind.NUMBER and row.kind(at + 2) is Kind.CLOSE and _short(row, at + 1)
        goes_on = row.kind(at + 3) in _GOES_ON or row.kind(at + 3) is Kind.END
        return at + 3 if closed and _heads_a_line(row, at) and not goes_on else None
    if at and row.kind(at - 1) is not Kind.SEMICOLON:
        return None
    if row[at + 1].text == "|" and _short(row, at):  # 1 | An toàn giao thông | 17h45 thứ Tư
        return at + 2 if row.kind(at + 2) in _TITLES and _heads_a_line(row, at) else None
    part = _part(row, at)
    if part is not None:
        return part
    if row.kind(at + 2) in _GOES_ON:
        return None
    if (slashed := _slashed(row, at)) is not None:
        return slashed
    marked = row.kind(at + 1) in (Kind.DOT, Kind.CLOSE, Kind.SLASH) and row[at + 1].glued
    if not marked or row[at + 2].glued or row.kind(at + 2) is Kind.END or not _short(row, at):
        return None
    clock = row.kind(at + 2) is Kind.NUMBER and row.kind(at + 3) is Kind.HOUR  # 3. 8h thứ Hai
    # "2. Ngày thứ Sáu, 26 tháng 10": a sentence begins; "5. ngày làm việc" may go on.
    begins = row.kind(at + 2) in _DAYS and row.capital(at + 2)
    titled = row.kind(at + 1) is Kind.CLOSE or row.kind(at + 2) in _TITLES or clock or begins
    return at + 2 if (titled and _heads_a_line(row, at)) or _in_turn(row, at) else None


def _short(row: Row, at: int) -> bool:
    return len(row[at].text) <= _LONGEST_NUMBER


def _slashed(row: Row, at: int) -> End:
    """5/ Thứ Tư (25/3); 2/. Tháng 2: a slash with a blank behind it, and no number, is no date's."""
    end = at + 2
    if row.kind(at + 1) is not Kind.SLASH or not row[at + 1].glued or not _short(row, at):
        return None
    if row.kind(end) is Kind.DOT and row[end].glued:
        end += 1
    goes_on = row[end].glued or row.kind(end) in _NO_ITEM_BEFORE
    return end if _heads_a_line(row, at) and not goes_on else None


def _heads_a_line(row: Row, at: int) -> bool:
    """True at the beginning, and behind a line break that carries no list over."""
    broken = row[at - 1].text == "\n" and row.kind(at - 2) not in _GOES_ON | _NUMBERED
    return at == 0 or broken or row[at - 1].text == "•"


def _in_turn(row: Row, at: int) -> bool:
    """True for the first, and for one with the number before it at the head of another clause."""
    before = (row[k].text for k in range(at) if k == 0 or row.kind(k - 1) is Kind.SEMICOLON)
    return row[at].number == 1 or str(row[at].number - 1) in (text.lstrip("0") for text in before)


def _part(row: Row, at: int) -> End:
    """2.1. of a plan, with its last dot: "2.1 8h" may be a date, "17.45 thứ Tư" a time."""
    end = at + 1
    while (
        row.kind(end) is Kind.DOT
        and row[end].glued
        and row.kind(end + 1) is Kind.NUMBER
        and row[end + 1].glued
    ):
        end += 2
    last = row[end - 1]
    if end == at + 1 or len(last.text) > _LONGEST_NUMBER or last.number > _HIGHEST_PART:
        return None
    dotted = row.kind(end) is Kind.DOT and row[end].glued
    return end + 1 if dotted and not row[end + 1].glued and row.kind(end + 1) is not Kind.END else None
