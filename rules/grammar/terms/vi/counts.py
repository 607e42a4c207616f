"""Vietnamese: how often in a period, said with the period first: "tháng 2 kỳ", "3 tháng một lần".

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Callable

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import counts
from rules.grammar.terms.shared.calendar import period_noun
from rules.grammar.terms.shared.counts import once
from rules.schedule import Period
from rules.vocabulary import Kind

# Behind "tháng 2 số" these show that the count is complete; "tháng 5 bài viết …" may be in May.
_COMPLETE = frozenset(
    {Kind.END, Kind.COMMA, Kind.SEMICOLON, Kind.CLOSE, Kind.OPEN, Kind.DOT, Kind.COLON, Kind.FILLER, Kind.AT}
)
_EVENTS = frozenset(
    {
        "hội nghị", "hội thi", "hội thảo", "cuộc thi", "tọa đàm", "hội nghị tập huấn", "lớp tập huấn",
        "chương trình", "hội diễn", "liên hoan",
    }
)  # fmt: skip
_BEFORE_MANNER = frozenset({"cải", "phong", "tư", "bằng", "tính", "cai", "tu", "bang", "tinh", "căn", "can"})
# Behind "cách 2 tuần" these go on with the number or the period.
_GOES_ON = frozenset(
    {
        Kind.NUMBER, Kind.NUMBER_WORD, Kind.YEAR, Kind.ORDINAL, Kind.SLASH, Kind.DAYS_LATER, Kind.HEDGE,
        Kind.DASH,
    }
)  # fmt: skip
_MONTHS_AT_ONCE = (2, 3, 4, 6)
_NUMBERED = frozenset({Kind.NUMBER, Kind.ORDINAL_PREFIX, Kind.WEEKDAY, Kind.ORDINAL, Kind.SLASH})
_OF_DAYS = frozenset(
    {Kind.NUMBER, Kind.FROM, Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.COLON, Kind.COMMA, Kind.OPEN, Kind.DAY}
)


def within_a_day(c: Cursor) -> None:
    """ "Cứ 30 phút một lần từ 8h đến 10h": many times a day, which is no airing from 8h to 10h."""
    at = c.at
    count = c.number()
    hours = c.kind() is Kind.MEASURE and c.peek().value == "hour"
    if count is None or not (hours or c.kind() in (Kind.MINUTE, Kind.HOUR)):
        return
    c.take()
    once = c.accept(Kind.SLASH) is not None or c.number() == 1
    if once and c.accept(Kind.TIMES_A):
        taken = c.since(at)
        raise refuse("not-understood/unsure", taken, text=" ".join(token.text for token in taken))


# per_period: tháng một lần | tháng 2 kỳ | tuần 2 buổi | quý một lần | năm 4 số | một tháng hai kỳ
# per_period: 3 tháng một lần | 02 tuần/lần | mỗi tháng hai ngày | 02 ngày/tháng
def per_period(c: Cursor) -> p.Each | p.Quota | p.Every | None:
    """A count in a period, or one in several periods."""
    at = c.at
    for shape in _SHAPES:
        c.at = at
        found = shape(c)
        if found is not None:
            return found
    return None


def _periods_a_time(c: Cursor) -> p.Each | p.Every | None:
    """02 tuần/lần."""
    count = c.number()
    period = None if count is None else period_noun(c)
    if count is None or period is None or c.accept(Kind.SLASH) is None or c.accept(Kind.TIMES_A) is None:
        return None
    return _once(period) if count == 1 else p.Every(count, period)


def _days_a_period(c: Cursor) -> p.Each | p.Quota | None:
    """02 ngày/tháng, mỗi tháng một ngày."""
    each = c.accept(Kind.EACH)
    count = c.number()
    if count is None or c.accept(Kind.DAY) is None:
        return None
    if each is not None:
        period: Period | None = Period(str(each.value))
    else:
        period = period_noun(c) if c.accept(Kind.SLASH) else None
    if period is None or period is Period.DAY:
        return None
    return _once(period) if count == 1 else p.Quota(count, "ngày", period)


def _period_first(c: Cursor) -> p.Each | p.Quota | p.Every | None:
    at = c.at
    lead = c.number()
    noun = c.peek()
    if noun.kind is Kind.MONTH_NAME and noun.text.islower():
        c.take()
        period, count = Period.MONTH, noun.number  # "tháng hai kỳ" is two a month
    else:
        found, number = period_noun(c), c.number()
        if found is None or number is None:
            return None
        period, count = found, number
    what = c.accept(Kind.TIMES_A, Kind.UNIT)
    if (
        what is None
        and lead in _MONTHS_AT_ONCE
        and c.kind() in (Kind.TEXT, Kind.DOCUMENT)
        and _one_month_word(c, at)
    ):
        return p.Every(lead, Period.MONTH)
    if what is None or c.kind() in _NUMBERED:
        return None
    if lead is None and period is Period.MONTH and what.text.lower() in _EVENTS:
        return None  # "Tháng 10 hội nghị, tháng 11 hội thi" may be in October
    if lead not in (None, 1):
        return p.Every(lead, period) if lead and count == 1 and what.kind is Kind.TIMES_A else None
    return _counted(count, period, what, complete=lead == 1 or c.kind() in _COMPLETE)


def _one_month_word(c: Cursor, at: int) -> bool:
    """ "6 tháng một báo cáo" is no 6 January, which has "ngày" before it or the month in digits."""
    named = c.peek(-1).kind is Kind.MONTH_NAME and c.peek(-1).number == 1
    return named and (not at or c.tokens[at - 1].kind is Kind.TEXT)


def _counted(count: int, period: Period, what: Token, *, complete: bool) -> p.Each | p.Quota | None:
    if what.kind is Kind.TIMES_A:
        return _once(period) if count == 1 else p.Quota(count, None, period)
    if not complete or period is Period.DAY:
        return None
    return p.Quota(count, what.text.lower(), period)


def _once(period: Period) -> p.Each:
    return p.Each(period, once=True)


# spaced: cách một tuần một lần | cách 2 tuần | cứ 2 tuần họp một lần | cách 1 tháng
def spaced(c: Cursor) -> p.Every | p.Each | p.Either | None:
    """Every n periods; "cách 2 tuần" may leave out one week or two: asked."""
    word = c.take().text.lower()
    between = word in ("cách", "cach")
    if not (between or word in ("cứ", "cu")) or c.peek(-2).text.lower() in _BEFORE_MANNER:
        return None
    c.skip(Kind.EVERY)
    count = c.number()
    if c.kind() is Kind.MONTH_NAME and c.peek().number == 1 and c.kind(1) is Kind.TIMES_A:
        c.at += 2  # "tháng một lần"
        period: Period | None = Period.MONTH
    else:
        period = None if count is None else period_noun(c)
    if not count or period is None:
        return None
    timed = c.kind(1) in (Kind.HOUR, Kind.COLON)
    if not c.attempt(once) and (c.attempt(_several_times) or (c.kind() in _GOES_ON and not timed)):
        return None
    if not between or count == 1:
        count += between
        return p.Every(count, period) if count > 1 else p.Each(period)
    ways = (
        p.Way((p.Every(n, period),), "every-nth/spaced", (("count", n), ("period", period)))
        for n in (count, count + 1)
    )
    return p.Either(tuple(ways))


def _several_times(c: Cursor) -> bool | None:
    """ "cách 1 tuần họp 2 lần"."""
    c.skip(Kind.TEXT)
    return True if c.number() is not None and c.accept(Kind.TIMES_A) else None


# at_least: ít nhất 2 lần/năm | mỗi năm ít nhất hai kỳ | tối thiểu 3 bài/tháng
def at_least(c: Cursor) -> p.Quota | None:
    """The least that is due is what is due."""
    if c.take().value != "least":
        return None
    found = c.attempt(quota) or c.attempt(times)
    if isinstance(found, p.Times) and not found.days:
        found = p.Quota(found.count, None, None)
    if not isinstance(found, p.Quota):
        return None
    each = any(token.kind is Kind.EACH for token in c.clause_before())
    return found if found.period is not None or each else None


# times: ba kỳ | 3 ngày: 5/5
def times(c: Cursor) -> p.Times | p.Quota | None:
    """How many days or replays there are."""
    count = c.number()
    if count is None:
        return None
    whole_year = c.kind(-2) is Kind.WHOLE_YEAR
    if c.accept(Kind.TIMES_A):
        if c.kind() in (Kind.SLASH, Kind.ORDINAL_PREFIX, Kind.NUMBER):
            return None
        return p.Quota(count, None, Period.YEAR) if whole_year else p.Times(count)  # "cả năm 24 kỳ"
    if c.accept(Kind.DAY) is None or c.kind() not in _OF_DAYS:
        return None
    if c.kind() is Kind.ORDINAL and c.kind(1) in (Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER, Kind.YEAR):
        return None  # "5 ngày đầu tháng đầu mỗi quý"
    c.at -= c.kind() is Kind.NUMBER  # "3 ngày 5, 6, 7/5": the noun is the days' as well
    return p.Times(count, days=True)


_SHAPES: tuple[Callable[[Cursor], p.Each | p.Quota | p.Every | None], ...] = (
    _periods_a_time, _days_a_period, _period_first,
)  # fmt: skip


# each: hằng tháng | mỗi quý | mỗi tháng một lần
def each(c: Cursor) -> p.Each | p.Quota | p.Every | None:
    """Each period, or a count in each; "mỗi tháng tháng một" is a slip, or January."""
    if c.peek().value == Period.MONTH and c.kind(1) is Kind.MONTH_NAME:
        return None
    return counts.each(c)


# quota: 39 bài, 37 ảnh/năm | 2 số/tháng | 1 lần/quý
def quota(c: Cursor) -> p.Quota | p.Each | None:
    """A count of pieces, perhaps in a period; "thứ Hai 1 hằng tháng": a bare number is no count."""
    return counts.quota(c, bare=False)


# every: 2 tuần một lần | 3 tháng 1 lần | cách tuần
def every(c: Cursor) -> p.Every | p.Each | p.Quota | None:
    """Every n periods; n > 1 needs an anchor."""
    return counts.every(c, led_alone=False)
