"""Vietnamese: times of day and durations; and what an hour says with a part of the day, for both languages.

An office writes the 24-hour clock ("5 giờ 45 phút" is 05:45); *sáng, trưa, chiều, tối* move an hour that is
below 12. Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Refusal, Token, written
from rules.grammar.messages import refuse
from rules.grammar.terms.parts import Aside, Clock, DayPart, Duration, Either, Way
from rules.vocabulary import Kind

_AMOUNTS = (Kind.DOT, Kind.MINUTE, Kind.MEASURE, Kind.UNIT, Kind.NUMBER, Kind.HOUR, Kind.SLASH)
_RANGE = (Kind.DASH, Kind.TO)
# Behind a number of two digits these say that it is no minute: "6h 10 ngày đầu tháng".
_NO_MINUTE = (
    Kind.SLASH, Kind.UNIT, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.TIMES_A, Kind.HOUR,
)  # fmt: skip
_MIDNIGHT = time(0)
_HALF_A_DAY, _NOON = 720, 12  # minutes, hours
_LONGEST_HOUR = 2  # digits
_OPEN_FOR = frozenset({"mở", "cửa", "phục", "hoạt", "đón", "bán", "mở cửa", "mo", "cua"})


# clock: 17 giờ 45 phút | 17h45 - 18h00 | tối 7 giờ rưỡi | lúc 9 giờ kém 5 | từ 7h30 | 22h - 24h | 24h
# clock: 22h đến 2h sáng hôm sau | 8-11h30 | 12 giờ đêm | 4:30 PM | 2h - 4h p.m | 2-4h chiều | 8 pm
def clock(c: Cursor) -> Clock | Either | None:
    """A time, or a range of times that gives the duration; 24:00 and "12 giờ đêm" are asked for."""
    at = c.at
    c.skip(Kind.AT)
    c.accept(Kind.FROM)
    before = c.accept(Kind.DAYPART)
    start = c.attempt(_shared_hour_range) or c.attempt(lambda c: _time(c, before))
    if start is None:
        return None
    end = None if start.minutes else c.attempt(_range_end)
    if end is None:
        return which_midnight(start) if start.next_day else start
    if start.next_day:
        raise refuse("midnight", c.since(at))
    if start.by_24_hours and not end.by_24_hours:
        start = _in_the_half_of(start, end)
    start_minute, end_minute = (t.at.hour * 60 + t.at.minute for t in (start, end))
    if end_minute < start_minute and c.kind() is Kind.NEXT_DAY and c.peek().value in (1, (1, "morning")):
        c.take()
    minutes = (end_minute - start_minute) % 1440
    if minutes == 0 or (minutes > _HALF_A_DAY and not (end_minute > start_minute and _a_whole_day(c, at))):
        raise refuse("impossible-range/times", c.since(at))
    return Clock(start.at, minutes, by_24_hours=start.by_24_hours)


def _a_whole_day(c: Cursor, at: int) -> bool:
    """ "mở cửa 7h30-20h", "từ 5h30 đến 18h": more than half a day; "5h - 19h" may be two times."""
    said_so = any(t.kind is Kind.TO and t.text[:1].isalpha() for t in c.since(at))
    return said_so or any(t.text.lower() in _OPEN_FOR for t in c.tokens[:at])


def which_midnight(start: Clock) -> Either:
    """The midnight with which the day ends, or the one with which it begins."""
    return Either(
        (
            Way((start,), "midnight-of/end"),
            Way((replace(start, next_day=False),), "midnight-of/beginning"),
        )
    )


def _range_end(c: Cursor) -> Clock | None:
    if c.accept(*_RANGE) is None:
        return None
    c.skip(Kind.AT)
    return _time(c, c.accept(Kind.DAYPART))


def _in_the_half_of(start: Clock, end: Clock) -> Clock:
    """ "2h - 4h chiều": the part of the day counts for both ends, where they would be half a day apart."""
    apart = end.at.hour * 60 + end.at.minute - start.at.hour * 60 - start.at.minute
    if apart <= _HALF_A_DAY or not 1 <= start.at.hour < _NOON:
        return start
    return replace(start, at=start.at.replace(hour=start.at.hour + _NOON))


def _shared_hour_range(c: Cursor) -> Clock | None:
    """17-18h, 2-4h chiều: the unit stands once, behind."""
    first = c.accept(Kind.NUMBER)
    if first is None or c.accept(*_RANGE) is None:
        return None
    last = c.accept(Kind.NUMBER)
    if last is None or not (c.accept(Kind.HOUR) or _halved(c)):
        return None
    end = last.number * 60 + (_after_hour_word(c, last) or 0)
    if c.kind() is Kind.SLASH or first.number > 23 or not first.number * 60 < end <= 24 * 60:
        return None
    minutes = end - first.number * 60
    part = c.accept(Kind.DAYPART)
    if part is None:
        return Clock(time(first.number), minutes)
    placed = hour_in(last.number, str(part.value))
    if placed is None:
        return None
    begin = _in_the_half_of(Clock(time(first.number)), Clock(time(placed, end % 60)))
    return Clock(begin.at, placed * 60 + end % 60 - begin.at.hour * 60)


def _halved(c: Cursor) -> bool:
    """True before am or pm, which need no word for the hour."""
    return c.kind() is Kind.DAYPART and c.peek().value in ("am", "pm")


def _time(c: Cursor, before: Token | None) -> Clock | None:
    at = c.at
    in_words = (Kind.NUMBER_WORD, Kind.YEAR)  # năm is five, too
    hour = c.accept(Kind.NUMBER) or (c.accept(*in_words) if c.kind(1) is Kind.HOUR else None)
    if hour is None:
        return None
    minute = _minute(c, hour)
    if minute is None:
        return None
    part = c.accept(Kind.DAYPART) or before
    return _placed(c, at, hour, minute, part)


def _minute(c: Cursor, hour: Token) -> int | None:
    """The minute behind an hour: "giờ 45 phút", "h45", ":45", "giờ rưỡi", "giờ kém 5".

    None where hour and mark make no time. Below zero it is to be taken from the hour.
    """
    mark = c.peek()
    if mark.kind is Kind.HOUR:
        c.take()
        if c.kind() is Kind.COLON and c.peek().glued and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
            c.take()  # 8h:30
        return _after_hour_word(c, hour)
    if (
        mark.kind is Kind.COLON
        and (c.peek(1).glued or not mark.glued)  # "lớp 1: 22 học sinh" is no time
        and c.kind(1) is Kind.NUMBER
        and len(c.peek(1).text) == 2
        and len(hour.text) <= 2
    ):
        c.take()
        minute = c.take().number
        if c.kind() is Kind.COLON and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
            c.at += 2  # seconds say nothing here
        c.accept(Kind.HOUR, Kind.MINUTE)
        return minute
    if _halved(c) and len(hour.text) <= _LONGEST_HOUR:
        return 0
    if mark.kind is Kind.HALF_HOUR and (c.kind(1) is Kind.DAYPART or c.kind(-2) in (Kind.AT, Kind.DAYPART)):
        c.take()
        return 30  # "7 rưỡi tối"
    dotted = mark.kind is Kind.DOT and mark.glued and c.peek(1).glued and c.kind(1) is Kind.NUMBER
    dotted = dotted and len(c.peek(1).text) == 2 and len(hour.text) <= 2
    # 17.45 is a time where it can be neither a date nor an amount.
    no_date = dotted and hour.number <= 23 and 12 < c.peek(1).number < 60 and c.kind(2) not in _AMOUNTS
    if no_date or (dotted and (c.kind(2) is Kind.DAYPART or c.kind(-2) is Kind.AT)):
        c.take()
        return c.take().number
    return None


def _after_hour_word(c: Cursor, hour: Token) -> int | None:
    if c.accept(Kind.HALF_HOUR):
        return 30
    if c.kind() is Kind.LESS and c.kind(1) in (Kind.NUMBER, Kind.NUMBER_WORD):
        c.take()
        minute = c.take().number
        c.accept(Kind.MINUTE)
        return -minute
    if c.kind() is Kind.SLASH and c.kind(1) is Kind.DAY:
        return None  # "10 giờ/ngày" is a rate
    joined = c.kind() is Kind.NUMBER and (
        c.kind(1) is Kind.MINUTE
        or (c.peek().glued and len(c.peek().text) <= 2)
        or (len(c.peek().text) == 2 and c.kind(1) not in _NO_MINUTE and not _days_of_month(c))
    )
    if joined:
        minute = c.take().number
        c.accept(Kind.MINUTE)
        return minute
    words = (Kind.NUMBER_WORD, Kind.YEAR)
    if c.kind() in words and c.kind(1) is Kind.MINUTE:
        minute = c.take().number
        c.take()
        return minute
    return 0


def _days_of_month(c: Cursor) -> bool:
    """ "6h 10 ngày đầu tháng"; but "7 giờ 30 ngày 5/9" has minutes."""
    return c.kind(1) is Kind.DAY and c.kind(2) is Kind.ORDINAL


def _placed(c: Cursor, at: int, hour: Token, minute: int, part: Token | None) -> Clock:
    """The time of day, or a refusal that says what is impossible."""
    taken = c.since(at)
    h = hour.number
    if minute < 0:
        if not 0 < -minute < 60 or not 0 < h <= 24:
            raise _impossible(taken)
        h, minute = h - 1, 60 + minute
    if h == 24 and minute == 0:
        return Clock(_MIDNIGHT, next_day=True)
    if h > 23 or minute > 59:
        raise _impossible(taken)
    if part is None:
        return Clock(time(h, minute), by_24_hours=True)
    if h == 12 and part.value == "night":
        return Clock(time(0, minute), next_day=True)
    return Clock(time(_hour_in(h, str(part.value), taken), minute))


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


def _hour_in(hour: int, part: str, taken: Sequence[Token]) -> int:
    placed = hour_in(hour, part)
    if placed is None:
        raise refuse("contradicting-time", taken)
    return placed


def _impossible(taken: Sequence[Token]) -> Refusal:
    return refuse("impossible-time", taken)


# daypart: tối | morning
def daypart(c: Cursor) -> DayPart | None:
    """A part of the day that stands before a day: "tối thứ Sáu"."""
    token = c.accept(Kind.DAYPART)
    return DayPart(str(token.value)) if token else None


def other_zone(c: Cursor) -> None:
    """A clock zone that is not the plan's own."""
    at = c.at
    while c.accept(Kind.ZONE) is not None:
        pass
    taken = c.since(at)
    raise refuse("not-understood/clock-zone", taken, text=written(taken))


# duration: thời lượng 12 phút | 10 - 12 phút | thời lượng: 30' | thời lượng khoảng 1 giờ 30 phút
def duration(c: Cursor) -> Duration | None:
    """Minutes, or from minutes to minutes."""
    marked = c.accept(Kind.DURATION) is not None
    if marked:
        c.skip(Kind.COLON, Kind.OF, Kind.FILLER, Kind.DASH)
        c.accept(Kind.FROM)
        if c.kind() is Kind.HEDGE and c.peek().text.lower() in ("khoảng", "tối đa"):
            c.take()  # about so long: no day or time depends on it
    first = _minutes(c, marked)
    if first is None:
        return None
    amount, complete = first
    if not complete:
        if c.accept(*_RANGE) is None:
            return None
        second = _minutes(c, marked)
        if second is None or not second[1] or second[0] <= amount:
            return None
        return Duration(amount, second[0])
    at = c.at
    if c.accept(*_RANGE) is not None:
        second = _minutes(c, marked)
        if second is not None and second[1] and second[0] > amount:
            return Duration(amount, second[0])
        c.at = at
    return Duration(amount) if amount > 0 else None


def _minutes(c: Cursor, marked: bool) -> tuple[int, bool] | None:
    """An amount in minutes, and whether its unit was written."""
    amount = c.number()
    if amount is None:
        return None
    if c.accept(Kind.MINUTE):
        return amount, True
    hours = c.kind() is Kind.HOUR or (c.kind() is Kind.MEASURE and c.peek().value == "hour")
    if marked and hours:
        c.take()
        if c.accept(Kind.HALF_HOUR):
            return amount * 60 + 30, True
        rest = c.accept(Kind.NUMBER)
        if rest is None:
            return amount * 60, True
        c.accept(Kind.MINUTE)
        return amount * 60 + rest.number, True
    return amount, False


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
