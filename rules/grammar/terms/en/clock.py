"""English: times of day and durations.

Without am or pm, a leading zero or an hour above 12 a time is unsure, and the reader is asked; in a range
one am or pm counts for both ends. Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms.parts import Aside, Clock, Duration, Either, Way
from rules.grammar.terms.shared.hours import hour_in, which_midnight
from rules.vocabulary import Kind

_RANGE = (Kind.DASH, Kind.TO)
_HALF_DAY = 720
_FORENOON, _NOON = (9, 10, 11), 12  # 10:00-12:00: midnight would be 24:00 or 0:00
_DAY = 1440
_DAWN = 6
_NO_YEAR = 2100  # nor any later number
_LONGEST_RUN = 4  # digits
_CLOCK_WORDS = frozenset({"o'clock", "o’clock", "h"})
# Behind a bare number these say that it is no hour.
_NO_HOUR = frozenset(
    {
        Kind.SLASH, Kind.MONTH_NAME, Kind.MONTH, Kind.UNIT, Kind.MEASURE, Kind.ORDINAL, Kind.MINUTE,
        Kind.HOUR, Kind.WEEK, Kind.DAY, Kind.YEAR, Kind.TIMES_A, Kind.OF, Kind.EACH, Kind.LABEL,
        Kind.PLACE, Kind.NUMBER,
    }
)  # fmt: skip
# Before a range of bare numbers these say that it is one of hours: "Mon 9-11", "mornings, 10-12".
_DAY_WORDS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DAYPART, Kind.EACH, Kind.WORKDAY})
_CLOCK_SIGNS = frozenset({Kind.DAYPART, Kind.NAMED_TIME, Kind.COLON, Kind.DOT, Kind.PAST, Kind.AT})
_IN_TIMES = frozenset({Kind.AT, Kind.EACH, Kind.COMMA, Kind.AND, Kind.NUMBER, Kind.COLON, Kind.DOT, *_RANGE})
_DATED = frozenset({Kind.NUMBER, Kind.WEEKDAY, Kind.MONTH_NAME, Kind.OF, Kind.COMMA, Kind.PLACE})
_SUFFIX = frozenset({"st", "nd", "rd", "th"})
# A time that has am or pm, or is on the 24-hour clock, must lie in the part of the day beside it.
_HOURS = {
    "morning": range(12),
    "afternoon": range(12, 19),
    "evening": range(16, 24),
    "night": (*range(18, 24), *range(6)),
}


class _Time(NamedTuple):
    """A time as it is written. `part` is its am, pm or part of the day; `bare` an hour alone ("at 7")."""

    hour: int
    minute: int
    part: str | None
    by_24_hours: bool
    bare: bool
    midnight: bool = False

    @property
    def sure(self) -> bool:
        return self.part is not None or self.by_24_hours or self.hour == 0

    @property
    def minutes(self) -> int:
        """Minutes since midnight, as far as the hour is known."""
        return self.hour * 60 + self.minute


# clock: 17:45 | 7.30pm | 5:45 pm | 7-9pm | from 10:30 am to noon | between 9.30am and 4.30pm | half past five
# clock: 10:00–12:00 | 830am | 930am - 1130am
# clock: about 9pm | from around noon to about 2 pm
# clock: ten to eight in the evening | at 7 and 9 pm | 12 noon | 1930 hrs | two o'clock in the afternoon
# clock: at 1am | 00:30-02:00 | 0900-1700
def clock(c: Cursor) -> Clock | Either | None:
    """A time, or a range of times that gives the duration; "Friday night at 1am" may be Saturday's."""
    at = c.at
    made = _made(c)
    late = isinstance(made, Clock) and made.sure and made.at.hour < _DAWN
    return _which_day(made) if late and isinstance(made, Clock) and _in_the_night_of(c, at) else made


def _in_the_night_of(c: Cursor, at: int) -> bool:
    """The night of a weekday stands before the time, perhaps with others between, or is said with it."""
    night = at
    while night > 0 and (c.tokens[night].kind in _IN_TIMES or c.tokens[night].value in ("am", "pm")):
        night -= 1
    said = c.tokens[night]
    if said.kind is Kind.WEEKDAYS:
        return "night" in said.text.lower()  # weeknights
    if said.kind in _DATED:  # "Night of Friday 8 May at 1am", "Friday night 8 May at 1am"
        while night > 0 and c.tokens[night].kind in _DATED:
            night -= 1
        return c.tokens[night].value == "night"
    between = night > 1 and c.tokens[night - 1].kind in (Kind.TEXT, Kind.PART_OF, Kind.COMMA)
    day = c.tokens[night - 1 - between].kind if night else Kind.END
    return said.value == "night" and day in (Kind.WEEKDAY, Kind.WEEKDAYS, Kind.MONTH_NAME)


def _which_day(late: Clock) -> Either:
    return Either(
        (
            Way((replace(late, next_day=True),), "past-midnight/next"),
            Way((late,), "past-midnight/same"),
        )
    )


def _made(c: Cursor) -> Clock | Either | None:
    at = c.at
    c.skip(Kind.AT, Kind.ABOUT)
    opened = c.accept(Kind.FROM, Kind.BETWEEN)
    c.skip(Kind.AT, Kind.FILLER, Kind.ABOUT)
    begin = c.at
    start = _time(c)
    if start is None:
        return None
    joint = (Kind.AND,) if opened is not None and opened.kind is Kind.BETWEEN else _RANGE
    end = c.attempt(lambda c: _range_end(c, joint))
    if end is None:
        if opened is not None and (opened.kind is Kind.BETWEEN or start.bare or _and_a_time(c)):
            return None
        if start.bare and not _led_by_at(c, begin):
            return None
        made = _clock(_with_the_half_of_the_next(c, start))
        return which_midnight(made) if made.next_day else made
    if (
        start.bare
        and end.bare
        and not (opened is not None or _led_by_a_day(c, begin) or _led_by_at(c, begin))
    ):
        return None
    ranged = None if start.midnight else _ranged(start, end)
    if ranged is None:
        raise refuse("midnight" if start.midnight else "impossible-range/times", c.since(at))
    if end.part == "am" and end.minutes == 0 and not start.sure and start.hour < 12:
        return _either_half(start, _HALF_DAY - start.minutes)
    if end.midnight and not start.sure and start.hour < 12:
        return _either_half(start, _DAY - start.minutes)  # "8 to midnight"
    _accept_next_day(c, ranged)
    return ranged


def _and_a_time(c: Cursor) -> bool:
    """ "from 11 am and 6 pm": two beginnings, or a slip for the end?"""
    at = c.at
    found = c.accept(Kind.AND) is not None and c.attempt(_time) is not None
    c.at = at
    return found


def _accept_next_day(c: Cursor, ranged: Clock) -> None:
    """ "10pm - 1am the next day" says nothing more; of a replay it says which day."""
    over = 60 * ranged.at.hour + ranged.at.minute + (ranged.minutes or 0) > 2 * _HALF_DAY
    replay = any(token.kind is Kind.REPLAY for token in c.tokens[: c.at])
    if over and not replay and c.kind() is Kind.NEXT_DAY and c.peek().value in (1, (1, "morning")):
        c.take()


def _either_half(start: _Time, length: int) -> Either:
    """ "10-12 am" ends at midnight by the letter, and at noon for most who write it.

    `length`: from the morning's time to that end; from the evening's it is half a day less, where it can be.
    """
    begins = time(start.hour, start.minute), time(start.hour + 12, start.minute)
    lengths = length, length - _HALF_DAY if length > _HALF_DAY else length
    keys = ("am-or-pm/morning", "am-or-pm/evening")
    return Either(
        tuple(
            Way((Clock(at, minutes),), key, (("at", at),))
            for at, minutes, key in zip(begins, lengths, keys, strict=True)
        )
    )


def _clock(t: _Time) -> Clock:
    return Clock(time(t.hour, t.minute), None, t.sure, t.by_24_hours, next_day=t.midnight)


def _range_end(c: Cursor, joint: tuple[Kind, ...]) -> _Time | None:
    if c.accept(*joint) is None:
        return None
    c.skip(Kind.AT, Kind.ABOUT)
    return _time(c)


def _ranged(start: _Time, end: _Time) -> Clock | None:
    """The range; the end that has no am or pm is the one within twelve hours. None where there is none."""
    by_24_hours = any(one.by_24_hours and one.part != "noon" for one in (start, end))
    begin, finish = start.minutes, end.minutes
    if end.midnight:
        finish = _DAY
    if not by_24_hours and end.part is None:
        finish = begin + (finish - begin - 1) % _HALF_DAY + 1
    elif not by_24_hours and start.part is None:
        begin = finish - ((finish - begin - 1) % _HALF_DAY + 1)
    minutes = (finish - begin) % _DAY
    both = (start.part is not None or by_24_hours) and (end.part is not None or by_24_hours)
    if minutes == 0 or (minutes > _HALF_DAY and not (both and begin < finish)):
        return None
    forenoon = start.hour in _FORENOON and end.hour == _NOON and not (end.minute or start.bare or end.bare)
    sure = by_24_hours or start.part is not None or end.part is not None or forenoon
    return Clock(time(begin % _DAY // 60, begin % 60), minutes, sure, by_24_hours)


def _with_the_half_of_the_next(c: Cursor, start: _Time) -> _Time:
    """at 7 and 9 pm: one pm for both, where that keeps the order."""
    if start.sure:
        return start
    at = c.at
    after = _time(c) if c.accept(Kind.AND, Kind.COMMA) is not None else None
    c.at = at
    if after is None or after.part not in ("am", "pm") or after.hour % 12 <= start.hour % 12:
        return start
    return start._replace(hour=start.hour % 12 + (12 if after.part == "pm" else 0), part=after.part)


def _led_by_at(c: Cursor, begin: int) -> bool:
    before = c.tokens[begin - 1] if begin else None
    return before is not None and before.kind is Kind.AT and before.text.lower() in ("at", "@")


def _led_by_a_day(c: Cursor, begin: int) -> bool:
    at = begin - 1
    while at >= 0 and c.tokens[at].kind in (Kind.COMMA, Kind.COLON):
        at -= 1
    return at >= 0 and c.tokens[at].kind in _DAY_WORDS


def _time(c: Cursor) -> _Time | None:
    before = c.accept(Kind.DAYPART)
    return (
        c.attempt(_named)
        or c.attempt(lambda c: _worded(c, before))
        or c.attempt(lambda c: _digits(c, before))
    )


def _named(c: Cursor) -> _Time | None:
    """noon, midnight, 12 noon."""
    if c.kind() is Kind.NUMBER and c.peek().number == 12:
        c.take()
        if c.kind() is Kind.COLON and c.kind(1) is Kind.NUMBER and c.peek(1).number == 0:
            c.at += 2
    named = c.accept(Kind.NAMED_TIME)
    if named is None:
        return None
    return _Time(named.number, 0, "noon" if named.number else "night", True, False, named.number == 0)


def _worded(c: Cursor, before: Token | None) -> _Time | None:
    """half past five, quarter to six, ten to eight, twenty past nine."""
    at = c.at
    past = c.accept(Kind.PAST)
    if past is not None:
        minute = past.number
    else:
        amount = c.accept(Kind.NUMBER_WORD)
        if amount is None or amount.number not in (5, 10, 20, 25):
            return None
        c.accept(Kind.MINUTE)
        if c.peek().text.lower() not in ("past", "to"):
            return None
        minute = amount.number if c.take().text.lower() == "past" else -amount.number
    hour = c.accept(Kind.NUMBER, Kind.NUMBER_WORD)
    if hour is None or not 1 <= hour.number <= 12 or (past is None and minute < 0 and -minute < hour.number):
        return None  # "five to ten pm" may be a range
    c.accept(Kind.HOUR)
    number = hour.number if minute > 0 else (hour.number - 1) or 12
    return _placed(c, at, number, minute % 60, before, by_24_hours=False)


def _digits(c: Cursor, before: Token | None) -> _Time | None:
    """7.30pm, 17:45, 1930 hrs, 7 o'clock, at 7."""
    at = c.at
    hour = c.accept(Kind.NUMBER, Kind.NUMBER_WORD)
    if hour is None:
        return None
    if len(hour.text) > 2 and hour.kind is Kind.NUMBER:
        return _run_together(c, at, hour)
    minute = _minute(c) if hour.kind is Kind.NUMBER else None
    unit = None
    if c.kind() is Kind.HOUR and (c.peek().text.lower() in _CLOCK_WORDS or minute is not None):
        unit = c.take()
        if minute is None and c.kind() is Kind.NUMBER and c.peek().glued and len(c.peek().text) == 2:
            minute = c.take().number  # 17h45
    daypart = c.peek()
    if c.kind() is Kind.OF and c.kind(1) is Kind.DAYPART:
        daypart = c.peek(1)
    halved = daypart.kind is Kind.DAYPART and daypart.value in ("am", "pm")
    if hour.kind is Kind.NUMBER_WORD and unit is None and not (halved and len(daypart.text) > 4):
        return None
    bare = minute is None and unit is None and not halved
    if bare and (c.kind() in _NO_HOUR or hour.number > 23 or c.peek().text.lower() in _SUFFIX):
        return None
    if (
        bare
        and c.kind() in (Kind.COLON, Kind.DOT)
        and c.peek().glued
        and c.kind(1) is Kind.NUMBER
        and c.peek(1).glued
    ):
        return None
    by_24_hours = hour.number > 12 or hour.text[0] == "0" or (unit is not None and unit.text == "h")
    made = _placed(c, at, hour.number, minute or 0, before, by_24_hours=by_24_hours)
    return made._replace(bare=bare and made.part is None)


def _run_together(c: Cursor, at: int, hour: Token) -> _Time | None:
    """830am, 1030am, 1930 hrs, at 1930: an hour and its minutes without a mark."""
    h, minute = divmod(hour.number, 100)
    halved = c.kind() is Kind.DAYPART and c.peek().glued and c.peek().value in ("am", "pm")
    if halved and len(hour.text) <= _LONGEST_RUN:
        return _placed(c, at, h, minute, None, by_24_hours=False)
    if len(hour.text) != _LONGEST_RUN:
        return None
    if c.accept(Kind.HOUR) is None and not _led_by_at(c, at) and not _no_years(c, at):
        return None
    return _placed(c, at, h, minute, None, by_24_hours=True)


def _no_years(c: Cursor, at: int) -> bool:
    """ "0900-1700", "2100-2300": two numbers of which one can be no year."""
    first = at - 2 if c.tokens[at - 1].kind is Kind.DASH and at > 1 else at
    pair = [token.text for token in c.tokens[first : first + 3 : 2]]
    joined = c.tokens[first + 1 : first + 2] and c.tokens[first + 1].kind is Kind.DASH
    if not joined or len(pair) != 2 or not all(one.isdigit() and len(one) == _LONGEST_RUN for one in pair):
        return False
    clocks = all(int(one[:2]) < 24 and int(one[2:]) < 60 for one in pair)
    return clocks and any(one[0] == "0" or int(one) >= _NO_YEAR for one in pair)


def _minute(c: Cursor) -> int | None:
    """The minute behind an hour and a mark: ":45", ".30" where it can be neither a date nor an amount."""
    mark, digits, hour = c.peek(), c.peek(1), c.peek(-1)
    if mark.kind not in (Kind.COLON, Kind.DOT) or not mark.glued or digits.kind is not Kind.NUMBER:
        return None
    if len(digits.text) != 2 or (mark.kind is Kind.DOT and not digits.glued):
        return None
    by_24_hours = c.peek(2).text == "h" and c.peek(2).glued and hour.number > _NOON  # 19.30h
    counts = c.kind(2) in (Kind.HOUR, Kind.MINUTE, Kind.MEASURE, Kind.UNIT)
    if mark.kind is Kind.DOT and counts and not by_24_hours:
        return None
    if c.kind(2) is Kind.DOT and c.peek(2).glued and c.kind(3) is Kind.NUMBER and c.peek(3).glued:
        return None  # 15.05.2024
    c.at += 2
    if c.kind() is Kind.COLON and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
        c.at += 2  # seconds say nothing here
    return digits.number


def _placed(c: Cursor, at: int, hour: int, minute: int, before: Token | None, *, by_24_hours: bool) -> _Time:
    """The time with the part of the day behind or before it, or a refusal that says what is impossible."""
    part = before
    if c.kind() is Kind.DAYPART:
        part = c.take()
    elif c.kind() is Kind.OF and c.kind(1) is Kind.DAYPART:
        c.take()
        part = c.take()
    taken = c.since(at)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise refuse("impossible-time", taken)
    if hour == 24:
        return _Time(0, 0, "night", True, False, midnight=True)
    if part is None:
        return _Time(hour, minute, None, by_24_hours, False)
    placed = hour_in(hour, str(part.value))
    beside = _HOURS.get(str(before.value)) if before is not None and before is not part else None
    if placed is None or (hour > 12 and part.value in ("am", "pm")) or (beside and placed not in beside):
        raise refuse("contradicting-time", taken)
    return _Time(placed, minute, str(part.value), False, False)


# duration: 12-minute | 10 to 12 minutes | lasting 1 hour 30 minutes | for an hour and a half | 90 minutes
# duration: for about two hours | half an hour at 8 pm | a two-hour at 8 pm | one and a half hours at 8 pm
# duration: lasting 2760 minutes by the clock
def duration(c: Cursor) -> Duration | Aside | None:
    """Minutes, or from minutes to minutes; "8 hours a day" is none."""
    other = c.kind(-1) is Kind.FILLER and c.peek(-1).text.lower() == "with"
    marked = c.accept(Kind.DURATION) is not None
    if marked:
        c.skip(Kind.COLON, Kind.OF, Kind.DASH)
    c.skip(Kind.ABOUT)
    first = _amount(c, marked)
    if first is None:
        return None
    amount, unit = first
    second = c.attempt(lambda c: _amount(c, marked) if c.accept(*_RANGE) else None)
    if second is not None and second[1] is not None:
        if unit is None:
            amount *= 60 if second[1] is Kind.HOUR else 1
        return Duration(amount, second[0]) if second[0] > amount else None
    if unit is None or amount <= 0:
        return None
    if c.kind() is Kind.EACH and c.peek().text.lower().startswith(("a ", "per ")):
        c.take()
        return Aside()
    if other and not marked:
        return Aside()  # "with a 15-minute break": of something else
    if unit is Kind.HOUR and not marked and not any(token.kind in _CLOCK_SIGNS for token in c.tokens):
        return None  # "2 hours on Thursday": how long, or when?
    return Duration(amount, by_clock=c.accept(Kind.BY_CLOCK) is not None)


def _amount(c: Cursor, marked: bool) -> tuple[int, Kind | None] | None:
    """Minutes and the unit that was written, None where it was none."""
    at = c.at
    article = c.accept(Kind.FILLER)
    if article is not None and article.text.lower() not in ("a", "an"):
        return None
    if c.accept(Kind.HALF):
        c.accept(Kind.DASH)
        c.skip(Kind.FILLER)
        return (30, Kind.HOUR) if c.accept(Kind.HOUR) else None
    if article is not None and c.kind() is Kind.HOUR:
        c.take()
        half = c.attempt(_and_a_half)
        return (60 + (half or 0), Kind.HOUR) if marked or half else None
    count = c.number()
    if count is None:
        return None
    tenths = 0
    if c.kind() is Kind.DOT and c.peek().glued and c.kind(1) is Kind.NUMBER and c.kind(2) is Kind.HOUR:
        c.take()
        digits = c.take()
        tenths = round(digits.number * 60 / 10 ** len(digits.text))
    half = c.attempt(_and_a_half) or 0
    if c.kind() is Kind.DASH and c.kind(1) in (Kind.MINUTE, Kind.HOUR):
        c.take()
    if c.accept(Kind.MINUTE):
        return count, Kind.MINUTE
    if c.kind() is not Kind.HOUR or c.peek().text.lower() in ("o'clock", "o’clock"):
        return (count, None) if c.at > at and not half else None
    c.take()
    return count * 60 + tenths + half + (c.attempt(_and_a_half) or c.attempt(_rest) or 0), Kind.HOUR


def _and_a_half(c: Cursor) -> int | None:
    """... and a half, in minutes of an hour."""
    if c.accept(Kind.AND) is None:
        return None
    c.skip(Kind.FILLER)
    return 30 if c.accept(Kind.HALF) else None


def _rest(c: Cursor) -> int | None:
    """The minutes behind the hours: "1 hour 30 minutes", "1h30"."""
    c.accept(Kind.AND)
    glued = c.peek().glued
    minutes = c.number()
    if minutes is None or (c.accept(Kind.MINUTE) is None and not glued):
        return None
    return minutes


def placed(hour: int, part: str, sure: bool) -> int | None:
    """The hour on the 24-hour clock, with the part of the day beside it; None if they contradict.

    `sure`: the time says itself in which half of the day it is.
    """
    if not sure:
        return hour_in(hour, part)
    return hour if hour in _HOURS.get(part, range(24)) else None
