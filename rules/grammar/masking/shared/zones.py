"""Clock zones: "8pm Eastern", "20h GMT+7", "9/8c". A plan's own is set aside, another refused by its words.

A zone's name that is more often something else ("Central", "PT") counts directly behind a time alone, and not
where it begins a longer name ("Central Library", "Pacific Avenue").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.zones import Zone

_BEGINNINGS = frozenset({Kind.ZONE, Kind.BAD_NUMBER, Kind.HOUR, Kind.TIMES_A})
_CLOCKS = frozenset({Kind.DAYPART, Kind.NUMBER, Kind.HOUR, Kind.NAMED_TIME, Kind.BAD_NUMBER, Kind.ZONE})
_PASSED_OVER = frozenset({Kind.OPEN, Kind.COMMA})
_LISTS = frozenset({Kind.AND, Kind.SLASH})
_LONGER_NAME = frozenset(
    {Kind.TEXT, Kind.PLACE, Kind.THING, Kind.LABEL, Kind.UNIT, Kind.MEASURE, Kind.COUNTED, Kind.CHANNEL}
)
_ANYWHERE = frozenset({"utc", "gmt"})
_SECOND_ZONE = re.compile(r"\d{1,2}[cCpP]")  # 9/8c: eastern and central time
_LAST_HOUR = 24
_LONGEST_PLACE = 3  # words
_A_YEAR = 2024  # any: how far a zone's clocks are in winter and in summer


def resolved(tokens: Sequence[Token], zone: str | None) -> Sequence[Token]:
    """The tokens, with those of the plan's own zone as `NAME` and those of no zone as `TEXT`."""
    if not any(token.kind in _BEGINNINGS for token in tokens):
        return tokens
    row, made = Row(tokens), list(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in _BEGINNINGS:
            continue
        first, last = _of_a_place(row, at)
        if first < last:
            made[first:last] = [one._replace(kind=Kind.ZONE, value=None) for one in tokens[first:last]]
        if not isinstance(token.value, Zone):
            continue
        if not _is_one(row, at, token.value):
            made[at] = token._replace(kind=Kind.TEXT, value=None)
            continue
        end, named = _offset(row, at, token.value)
        kind = Kind.NAME if _own(named, zone) else Kind.ZONE
        made[at:end] = [one._replace(kind=kind, value=None) for one in tokens[at:end]]
    return made


def _of_a_place(row: Row, at: int) -> tuple[int, int]:
    """Where a clock named without a zone begins and ends: 9/8c, "giờ Tokyo", "New York time"."""
    token, end = row[at], at + 1
    if token.kind is Kind.BAD_NUMBER and _SECOND_ZONE.fullmatch(token.text):
        before = at - 3 if row.kind(at - 2) is Kind.DAYPART else at - 2
        joined = row.kind(at - 1) is Kind.SLASH and row.kind(before) is Kind.NUMBER
        return (before, end) if joined else (at, at)
    if token.kind is Kind.HOUR and token.text == "giờ" and _by_itself(row, at):
        while row.kind(end) is Kind.TEXT and row.capital(end):
            end += 1
        return (at, end) if end > at + 1 and row.kind(end) is not Kind.TEXT else (at, at)
    if token.kind is Kind.TIMES_A and token.text == "time":
        first = at
        while row.kind(first - 1) is Kind.TEXT and row.capital(first - 1) and first > at - _LONGEST_PLACE:
            first -= 1
        before = first - 2 if row.kind(first - 1) in _PASSED_OVER else first - 1
        return (first, end) if first < at and row.kind(before) in _CLOCKS else (at, at)
    return at, at


def _by_itself(row: Row, at: int) -> bool:
    """ "20h giờ Tokyo", "(giờ Mỹ)", "theo giờ Bắc Kinh"; "20 giờ" is a clock, "khai mạc giờ G" a name."""
    before = row[at - 1]
    if before.kind is Kind.NUMBER:
        return row.kind(at - 2) in (Kind.HOUR, Kind.COLON)
    if before.kind is Kind.TEXT:
        return before.text.lower() == "theo"
    return at > 0 and before.kind not in (Kind.NUMBER_WORD, Kind.YEAR, Kind.UNIT, Kind.EVERY)


def _is_one(row: Row, at: int, zone: Zone) -> bool:
    text = row[at].text.lower()
    if (" " in text and zone.sure) or text in _ANYWHERE:
        return True
    before = at - 1
    while row.kind(before) in _PASSED_OVER and (zone.sure or row.kind(before) is Kind.OPEN):
        before -= 1
    if row.kind(before) in _LISTS:
        return isinstance(row[before - 1].value, Zone) and _is_one(row, before - 1, zone)
    if (
        row.kind(before) is Kind.NUMBER
        and row[before].number > _LAST_HOUR
        and row.kind(before - 1) is not Kind.COLON
    ):
        return False  # Hwy 31 East
    behind_a_time = row.kind(before) in _CLOCKS and len(row[before].text) <= len("in the afternoon")
    return behind_a_time and (zone.sure or row.kind(at + 1) not in _LONGER_NAME)


def _offset(row: Row, at: int, zone: Zone) -> tuple[int, Zone]:
    """GMT+7, UTC+07:00: where it ends, and the zone that it names."""
    sign, hours = row.kind(at + 1), row[at + 2]
    if sign not in (Kind.PLUS, Kind.DASH) or hours.kind is not Kind.NUMBER or (zone.january or zone.july):
        return at + 1, zone
    minutes, end = 60 * hours.number, at + 3
    if row.kind(end) is Kind.COLON and row[end].glued and row.kind(end + 1) is Kind.NUMBER:
        minutes, end = minutes + row[end + 1].number, end + 2
    minutes = -minutes if sign is Kind.DASH else minutes
    return end, Zone(minutes, minutes)


def _own(named: Zone, zone: str | None) -> bool:
    """True where the zone's clocks are those of the plan, all year."""
    if zone is None:
        return named.home
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # few phrases name a zone: the others do not wait

    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    offsets = (datetime(_A_YEAR, month, 15, tzinfo=place).utcoffset() for month in (1, 7))
    january, july = (int(offset.total_seconds()) // 60 if offset else 0 for offset in offsets)
    return (named.january, named.july) == (january, july)
