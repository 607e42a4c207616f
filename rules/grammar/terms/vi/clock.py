"""Vietnamese: times of day and durations.

An office writes the 24-hour clock ("5 giờ 45 phút" is 05:45); *sáng, trưa, chiều, tối* move an hour that is
below 12. Above each production stand phrases that a test reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Refusal, Token
from rules.grammar.messages import refuse
from rules.grammar.terms.parts import Aside, Clock, Duration, Either
from rules.grammar.terms.shared.hours import hour_in, which_midnight
from rules.vocabulary import Kind
from rules.vocabulary.doubts import ENDS, OUT

_AMOUNTS = (Kind.DOT, Kind.MINUTE, Kind.MEASURE, Kind.UNIT, Kind.NUMBER, Kind.HOUR, Kind.SLASH)
_RANGE = (Kind.DASH, Kind.TO)
# Behind a number of two digits these say that it is no minute: "6h 10 ngày đầu tháng".
_NO_MINUTE = (
    Kind.SLASH, Kind.UNIT, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.TIMES_A, Kind.HOUR,
)  # fmt: skip
_MIDNIGHT = time(0)
_HALF_A_DAY, _NOON = 720, 12  # minutes, hours
_LONGEST_HOUR = 2  # digits
_CLOSES = re.compile(r"kết thúc|hết giờ|giờ |đóng cửa")
_OPEN_FOR = frozenset({"mở", "cửa", "phục", "hoạt", "đón", "bán", "mở cửa", "mo", "cua"})


# clock: 17 giờ 45 phút | 17h45 - 18h00 | tối 7 giờ rưỡi | lúc 9 giờ kém 5 | từ 7h30 | 22h - 24h | 24h
# clock: bắt đầu từ 19h và kết thúc vào lúc 21h | 8h, kết thúc lúc 10h
# clock: 7h30, giờ đóng cửa: 16h30
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
    return Clock(start.at, minutes, by_24_hours=start.by_24_hours and end.by_24_hours)


def _a_whole_day(c: Cursor, at: int) -> bool:
    """ "mở cửa 7h30-20h", "từ 5h30 đến 18h": more than half a day; "5h - 19h" may be two times."""
    said_so = any(t.kind is Kind.TO and t.text[:1].isalpha() for t in c.since(at))
    return said_so or any(t.text.lower() in _OPEN_FOR for t in c.tokens[:at])


def _range_end(c: Cursor) -> Clock | None:
    if c.accept(*_RANGE) is None and not c.attempt(_ends):
        return None
    c.skip(Kind.AT)
    return _time(c, c.accept(Kind.DAYPART))


def _ends(c: Cursor) -> bool:
    """ "19h và kết thúc vào lúc 21h", "8h, kết thúc lúc 10h"; a line of its own: "Hết giờ phục vụ: 16h30"."""
    c.accept(Kind.AND, Kind.COMMA, Kind.SEMICOLON, Kind.DOT)
    c.skip(Kind.PLUS, Kind.DASH, Kind.FILLER)
    word = c.take()
    c.skip(Kind.FILLER, Kind.COLON)
    return word.value in (ENDS, OUT) and _CLOSES.match(word.text.lower()) is not None


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
    end = last.number * 60 + (_after_hour_word(c) or 0)
    if c.kind() is Kind.SLASH or first.number > 23 or not first.number * 60 < end <= 24 * 60:
        return None
    minutes = end - first.number * 60
    part = c.accept(Kind.DAYPART)
    if part is None:
        return Clock(time(first.number), minutes, by_24_hours=True)
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
        return _after_hour_word(c)
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


def _after_hour_word(c: Cursor) -> int | None:
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
    return Clock(time(_hour_in(h, str(part.value), taken), minute), by_24_hours=h > _NOON)


def _hour_in(hour: int, part: str, taken: Sequence[Token]) -> int:
    placed = hour_in(hour, part)
    if placed is None:
        raise refuse("contradicting-time", taken)
    return placed


def _impossible(taken: Sequence[Token]) -> Refusal:
    return refuse("impossible-time", taken)


# duration: thời lượng 12 phút | 10 - 12 phút | thời lượng: 30' | thời lượng khoảng 1 giờ 30 phút
# duration: thời lượng 2760 phút theo đồng hồ | dài 1:30
def duration(c: Cursor) -> Duration | Aside | None:
    """Minutes, or from minutes to minutes."""
    marked = c.accept(Kind.DURATION) is not None
    if marked:
        c.skip(Kind.COLON, Kind.OF, Kind.FILLER, Kind.DASH)
        c.accept(Kind.FROM)
        if c.kind() is Kind.HEDGE and c.peek().text.lower() in ("khoảng", "tối đa"):
            c.take()  # about so long: no day or time depends on it
    c.accept(Kind.ABOUT)
    if marked and c.attempt(lambda c: _on_a_counter(c) or None):
        return Aside()
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
    by_clock = c.accept(Kind.BY_CLOCK) is not None
    return Duration(amount, by_clock=by_clock) if amount > 0 else None


def _on_a_counter(c: Cursor) -> bool:
    """ "thời lượng 1:30": hours or minutes, and no time of day."""
    figures = [c.kind(ahead) for ahead in range(3)] == [Kind.NUMBER, Kind.COLON, Kind.NUMBER]
    if not figures or not (c.peek(1).glued and c.peek(2).glued):
        return False
    c.at += 3
    return c.kind() not in _RANGE


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


def placed(hour: int, part: str, _sure: bool) -> int | None:
    """The hour on the 24-hour clock, with the part of the day beside it; None if they contradict."""
    return hour_in(hour, part)
