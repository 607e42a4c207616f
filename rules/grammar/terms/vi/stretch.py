"""Vietnamese: from a time of one day to a time of another, and from a day to a day in words of their own.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from dataclasses import replace

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import stretch as shared
from rules.grammar.terms.shared.calendar import dates_part
from rules.grammar.terms.shared.stretch import FARTHEST, Moment, joined_ahead, sound, stretched
from rules.grammar.terms.vi.clock import clock
from rules.grammar.terms.vi.dates import dated, end_of_month
from rules.grammar.terms.vi.days import one_weekday
from rules.grammar.terms.vi.newspaper_dates import day_of_newspaper
from rules.schedule import CalendarDay
from rules.vocabulary import Kind
from rules.vocabulary.doubts import ENDS

_CLOCK_SIGNS = frozenset({Kind.HOUR, Kind.COLON, Kind.DAYPART, Kind.HALF_HOUR, Kind.DOT})


# stretch: từ 22h ngày 14/6 đến 4h00 ngày 15/6/2024 | từ 22h thứ Bảy đến 1h Chủ nhật
# stretch: 22h thứ Bảy - 1h Chủ nhật | thứ Bảy 22h - Chủ nhật 1h | 22h00 ngày 14/6 – 4h00 ngày 15/6
# stretch: 22h thứ Bảy - 1h sáng hôm sau | thứ Bảy, 14/6, 22h đến Chủ nhật, 15/6, 1h
# stretch: từ 0h ngày 1/12 đến 24h ngày 22/12 | từ ngày 25/8 đến 24 giờ ngày 10/9
# stretch: từ 0 giờ ngày 8-1-2012 đến hết ngày 13-2-2012
def stretch(c: Cursor) -> p.Stretch | p.DateRange | None:
    """From a time of one day to a time of another: one airing, also where a dash joins them."""
    ahead = c.tokens[c.at : c.at + 2 * FARTHEST]
    to_midnight = any(token.text == "24" or _to_the_end(token) for token in ahead)
    timed = to_midnight or sum(token.kind in _CLOCK_SIGNS for token in ahead) > 1
    if not timed or not joined_ahead(c):
        return None
    at = c.at
    whole = _days_to_midnight(c) if to_midnight else None
    if whole is not None:
        return whole
    c.at = at
    c.accept(Kind.FROM)
    every = c.accept(Kind.EVERY) is not None
    begin = sound(c, _moment)
    if begin is None or begin.next_day or c.accept(Kind.TO, Kind.DASH) is None:
        return None
    end = sound(c, _moment)
    return None if end is None else stretched(c, at, begin, end, every=every)


# first_of_row: hằng ngày từ 19h ngày 28/5 | mỗi tối từ 19h ngày 28/5
def first_of_row(c: Cursor) -> p.Either | None:
    """The time of every day, and the date from which on it is."""
    return shared.first_of_row(c, _moment)


# days_to_a_moment: từ ngày 25-8 đến 17 giờ ngày 10-9 | từ 1/7 đến 16h30 ngày 15/7/2024
def days_to_a_moment(c: Cursor) -> p.DateRange | None:
    """From a day to an hour of a later one: a period of days, on whose last day something closes."""
    return shared.days_to_a_moment(c, _day, _time)


def _days_to_midnight(c: Cursor) -> p.DateRange | p.Stretch | None:
    """To 24:00 of a day, which is then a whole one: these days; on one day it is an airing up to midnight.

    An hour of the first day other than 0:00 is told by `licences`, for a period of days has none.
    """
    c.accept(Kind.FROM)
    begin = c.attempt(lambda c: sound(c, _moment))
    beside = _day(c) if begin is None else (begin.day, begin.weekday)
    first, weekday = beside or (None, None)
    mark = None if first is None else c.accept(Kind.TO, Kind.DASH)
    if first is None or mark is None:
        return None
    whole = begin is not None and _to_the_end(mark)
    last = _day_to_its_end(c) if whole else _to_midnight(c)
    if last is None or c.kind() is Kind.DASH:
        return None
    if begin is not None and (first.month, first.day) == (last[0].month, last[0].day):
        return _to_its_midnight(begin, first, last)
    row = dates_part([(first, last[0])], opened=True)
    if not isinstance(row, p.DateRange):
        return None
    return replace(row, first_weekday=weekday, last_weekday=last[1])


def _to_the_end(mark: Token) -> bool:
    """ "đến hết": the day behind it is in, up to its midnight."""
    return mark.kind is Kind.TO and mark.text.lower().endswith("hết")


def _day_to_its_end(c: Cursor) -> tuple[CalendarDay, int | None] | None:
    found = _day(c)
    return None if found is None or found[0] is None else (found[0], found[1])


def _to_midnight(c: Cursor) -> tuple[CalendarDay, int | None] | None:
    """ "24h ngày 22/12", "ngày 22/12 lúc 24:00": the day, and the weekday beside it."""
    timed = c.attempt(_twenty_four)
    c.skip(Kind.FILLER, Kind.COMMA)
    found = _day_to_its_end(c)
    if timed is None:
        c.skip(Kind.FILLER, Kind.COMMA)
        timed = c.attempt(_twenty_four)
    return None if timed is None else found


def _twenty_four(c: Cursor) -> bool | None:
    """24h, 24 giờ, 24:00; never "12 giờ đêm", which may be the midnight before."""
    c.skip(Kind.AT)
    ends = c.peek().text == "24"
    return True if ends and sound(c, clock) is not None else None


def _to_its_midnight(
    begin: Moment, first: CalendarDay, last: tuple[CalendarDay, int | None]
) -> p.Stretch | None:
    """One airing from a time of a day to the end of the same day."""
    if begin.at is None or not begin.clock.sure:
        return None
    minutes = 24 * 60 - begin.at.hour * 60 - begin.at.minute
    day = replace(first, year=first.year or last[0].year)
    weekday = last[1] if begin.weekday is None else begin.weekday
    end = p.DateRange(None, last[0], None, last[1])
    return p.Stretch(p.Dates((day,), (weekday,)), p.Clock(begin.at, minutes), end)


# days_with_weekdays: từ thứ Ba 16/7 đến thứ Sáu 19/7 | thứ Ba, ngày 16/7 - thứ Sáu, ngày 19/7
# days_with_weekdays: từ 16/7 (thứ Ba) đến 19/7 (thứ Sáu) | từ thứ Ba 16/7 đến 19/7
# days_with_weekdays: từ ngày 16/7 (thứ Ba), 20h hằng ngày | 20h thứ Bảy, bắt đầu từ tối 31/8
def days_with_weekdays(c: Cursor) -> p.DateRange | None:
    """From a date to a date, or from a date on, with the weekday of one or of both, which is verified."""
    opened = c.accept(Kind.FROM) is not None
    evening = opened and c.accept(Kind.DAYPART) is not None
    first = _with_weekday(c)
    if first is None:
        return None
    c.skip(Kind.NAME)  # "(ngày 9/3 âm lịch)"
    if c.accept(Kind.TO, Kind.DASH) is None:
        begins = opened and (evening or first[1] is not None)
        return p.DateRange(first[0], None, first[1]) if begins else None
    if evening:
        return None
    c.accept(Kind.TO)
    last = _with_weekday(c)
    if last is None or first[1] is last[1] is None:
        return None
    row = dates_part([(first[0], last[0])], opened=True)
    return (
        replace(row, first_weekday=first[1], last_weekday=last[1]) if isinstance(row, p.DateRange) else None
    )


def _with_weekday(c: Cursor) -> tuple[CalendarDay, int | None] | None:
    """ "thứ Ba, ngày 16/7", "16/7 (thứ Ba)", "16/7"."""
    weekday = c.attempt(one_weekday)
    opened = weekday is not None and c.accept(Kind.OPEN) is not None
    if weekday is not None:
        c.accept(Kind.COMMA)
    day = c.attempt(dated) or c.attempt(day_of_newspaper)
    if day is None or (opened and c.accept(Kind.CLOSE) is None):
        return None
    if weekday is not None:
        return day, weekday
    return day, c.attempt(lambda c: c.accept(Kind.OPEN) and _closed(c))


def _closed(c: Cursor) -> int | None:
    weekday = c.attempt(one_weekday)
    return weekday if c.accept(Kind.CLOSE) else None


# ends: từ 9/9, kết thúc ngày 29/11 | từ tháng 3, kết thúc tháng 5
def ends(c: Cursor) -> p.DateRange | None:
    """The last date or month, where the first stands before it in its clause."""
    if c.take().value != ENDS or all(token.kind is not Kind.FROM for token in c.clause_before()):
        return None
    c.skip(Kind.FILLER)
    day = c.attempt(dated) or c.attempt(end_of_month)
    return None if day is None else p.DateRange(None, day)


def _moment(c: Cursor) -> Moment | None:
    """A time of day and its day, in either order."""
    found = c.attempt(_time)
    c.skip(Kind.FILLER, Kind.COMMA)
    if found is not None and c.kind() is Kind.NEXT_DAY and c.peek().value in (1, (1, "morning")):
        c.take()
        return Moment(found, next_day=True)
    part = c.accept(Kind.DAYPART) if found is None else None
    day = _day(c)
    if day is None:
        return None
    if found is None:
        c.skip(Kind.COMMA, Kind.COLON)
        found = c.attempt(_time)
    named = None if part is None else str(part.value)
    return None if found is None else Moment(found, *day, part=named)


def _day(c: Cursor) -> tuple[CalendarDay | None, int | None] | None:
    """A weekday, a date, or both: "thứ Bảy, ngày 14/6", "ngày 14/6 (thứ Bảy)"."""
    weekday = c.attempt(one_weekday)
    at = c.at
    c.accept(Kind.COMMA)
    day = c.attempt(dated) or c.attempt(day_of_newspaper)
    if day is None:
        c.at = at
    elif weekday is None:
        weekday = c.attempt(lambda c: c.accept(Kind.OPEN) and _closed(c))
    return None if weekday is None and day is None else (day, weekday)


def _time(c: Cursor) -> p.Clock | None:
    found = clock(c)
    single = isinstance(found, p.Clock) and found.minutes is None and not found.next_day
    return found if single and isinstance(found, p.Clock) else None
