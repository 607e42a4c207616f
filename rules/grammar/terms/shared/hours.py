"""What an hour says with a part of the day, and which numbers are none.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from dataclasses import replace

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import written
from rules.grammar.messages import refuse
from rules.grammar.terms.parts import Aside, Clock, DayPart, Either, Way
from rules.vocabulary import Kind

_NOON = 12


def which_midnight(start: Clock) -> Either:
    """The midnight with which the day ends, or the one with which it begins."""
    return Either(
        (
            Way((start,), "midnight-of/end"),
            Way((replace(start, next_day=False),), "midnight-of/beginning"),
        )
    )


def hour_in(hour: int, part: str) -> int | None:
    """The hour on the 24-hour clock for an hour said with a part of the day; None if they contradict."""
    if part in ("am", "pm"):
        if not 1 <= hour <= 12:
            return hour if (part == "pm") == (hour > _NOON) else None  # 0h30 am, 15h pm
        return hour % 12 + (12 if part == "pm" else 0)
    low, high, moved = {
        "morning": (0, 11, ()),
        "noon": (10, 14, (1, 2)),
        "afternoon": (12, 18, (1, 2, 3, 4, 5, 6)),
        "evening": (17, 23, (5, 6, 7, 8, 9, 10, 11)),
        "night": (0, 4, (9, 10, 11)),
    }[part]
    if part == "night" and 20 <= hour <= 23:
        return hour
    if hour in moved:
        return hour + 12
    return hour if low <= hour <= high else None


# daypart: tối | morning
def daypart(c: Cursor) -> DayPart | None:
    """A part of the day that stands before a day: "tối thứ Sáu"."""
    token = c.accept(Kind.DAYPART)
    return DayPart(str(token.value)) if token else None


# measure: 1/2 trang | 10 giờ/ngày | 2 tiếng | 30%
def measure(c: Cursor) -> Aside | None:
    """Numbers that are no dates."""
    if c.kind(-1) in (Kind.DAY, Kind.WEEK, Kind.MONTH) or c.number() is None:
        return None
    if c.kind() in (Kind.SLASH, Kind.DASH, Kind.COMMA, Kind.DOT) and c.kind(1) is Kind.NUMBER:
        c.at += 2
    if c.kind() is Kind.HOUR and c.kind(1) is Kind.SLASH and c.kind(2) is Kind.DAY:
        c.at += 3
        return Aside()
    if c.kind() is Kind.MEASURE:
        c.take()
        return Aside()
    return None


def other_zone(c: Cursor) -> None:
    """A clock zone that is not the plan's own."""
    at = c.at
    while c.accept(Kind.ZONE) is not None:
        pass
    taken = c.since(at)
    raise refuse("not-understood/clock-zone", taken, text=written(taken))
