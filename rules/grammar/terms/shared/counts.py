"""Counts, and how often: what both languages share.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import period_noun
from rules.schedule import Period
from rules.vocabulary import Kind

# These say how often, not in which period: "half-yearly, in May and November".
_SO_OFTEN = frozenset(
    {
        "half-yearly", "quarterly", "yearly", "annually", "biannually", "semi-annually", "semiannually",
        "semi-yearly", "twice-yearly", "six-monthly",
    }
)  # fmt: skip
_CLAUSE_BEGINS = frozenset({Kind.END, Kind.COMMA, Kind.SEMICOLON, Kind.COLON, Kind.DOT})
_ON_SHOW = (
    Kind.TEXT, Kind.FILLER, Kind.OF, Kind.THROUGHOUT, Kind.DURATION, Kind.CHANNEL_NAME, Kind.UNIT,
)  # fmt: skip
_BEHIND_HOW_OFTEN = frozenset({Kind.UNIT, Kind.TEXT, Kind.FROM})
_MOST_DESCRIBING = 3  # words between a count and what is counted
_MOST_DOING = 2  # words between a period and "một lần"
_MOST_OF_A_SITE = 8  # words
_HIGHEST = 9999


# each: hằng tháng | mỗi quý | every month | mỗi tháng một lần
def each(c: Cursor) -> p.Each | p.Quota | p.Every | None:
    """Each period, or a count in each."""
    token = c.take()
    if token.text.lower() == "a week" and c.peek().text.lower() == "on" and c.kind(-2) in _CLAUSE_BEGINS:
        raise refuse("not-understood/relative", [token, c.peek()], text="a week on")
    period = Period(str(token.value))
    at = c.at
    c.skip(Kind.COLON, Kind.FILLER)
    count = c.number()
    if count is not None:
        if c.accept(Kind.TIMES_A):
            return p.Each(period, once=True) if count == 1 else p.Quota(count, None, period)
        unit = c.accept(Kind.UNIT)
        if unit is not None and c.kind() is not Kind.SLASH:
            return p.Quota(count, unit.text.lower(), period)
    c.at = at
    words = token.text.lower()
    often = words.replace(" ", "-") in _SO_OFTEN
    return p.Each(period, once=often, of=words.startswith(("of ", "in ")))


def quota(c: Cursor, *, bare: bool) -> p.Quota | p.Each | None:
    """A count of pieces, perhaps in a period.

    `bare`: a number alone may be a count ("2 a month"), and words may stand before what is counted.
    """
    word = c.accept(Kind.TIMES_WORD)
    if word is not None:
        if c.kind() is Kind.DASH and c.peek().glued:
            c.take()  # "twice-weekly"
        return _so_many_times(word.number, _per(c))
    count = c.number()
    if count is None:
        return None
    if c.accept(Kind.TIMES_A) is not None:
        return _so_many_times(count, _per(c))
    if not bare and c.kind(-2) is Kind.DAY:
        return None  # "ngày 10 hội nghị": the 10th, or ten a day
    described = bare and c.attempt(_described) is not None
    if c.kind() is not Kind.UNIT:
        return _in_a_period(c, count, bare=bare)
    words: list[str] = []
    while (unit := c.accept(Kind.UNIT)) is not None:
        words.append(unit.text.lower())
    period = _per(c)
    return None if described and period is None else p.Quota(count, " ".join(words), period)


def _so_many_times(count: int, period: Period | None) -> p.Quota | p.Each | None:
    if period is None:
        return None
    return p.Each(period, once=True) if count == 1 else p.Quota(count, None, period)


def _in_a_period(c: Cursor, count: int, *, bare: bool) -> p.Quota | p.Each | None:
    """A number and a period: "2/month", "2 a month"; in Vietnamese with a slash alone."""
    each = c.peek().text.lower() if c.kind() is Kind.EACH else ""
    if each.startswith("of ") or not (bare or c.kind() is Kind.SLASH):
        return None  # "the 15 of each month" is its 15th; "thứ Hai 1 hằng tháng"
    if each.endswith("ly") and c.kind(1) in _BEHIND_HOW_OFTEN:
        return None  # "six weekly sessions" are not six a week
    period = _per(c)
    if period is None or count > _HIGHEST:
        return None
    once = count == 1 and each.startswith(("each", "every"))
    return p.Each(period, once=True) if once else p.Quota(count, None, period)


def _described(c: Cursor) -> bool | None:
    """ "two new reports a month": words before what is counted."""
    words = 0
    while c.kind() is Kind.TEXT and words < _MOST_DESCRIBING:
        c.take()
        words += 1
    return True if words and c.kind() is Kind.UNIT else None


def _per(c: Cursor) -> Period | None:
    """Of which period: "/tháng", "a month", "mỗi quý", "/năm"."""
    at = c.at
    if c.accept(Kind.SLASH):
        if c.kind() is Kind.NUMBER and c.peek().number == 1:
            c.take()
        if c.kind() is Kind.MONTH_NAME:
            raise refuse("not-understood", [c.peek()], text=c.peek().text)  # "1 bài/tháng tư"
        period = period_noun(c)
        if period is not None and c.kind() is not Kind.NUMBER:
            return period
        c.at = at
        return None
    c.skip(Kind.OF)
    token = c.accept(Kind.EACH)
    if token is not None:
        return Period(str(token.value))
    if c.kind() is Kind.EVERY:
        c.take()
        period = period_noun(c)
        if period is not None:
            return period
    c.at = at
    return None


def every(c: Cursor, *, led_alone: bool) -> p.Every | p.Each | p.Quota | None:
    """Every n periods; n > 1 needs an anchor. `led_alone`: "every 2 weeks" needs no "once" behind it."""
    token = c.accept(Kind.ALTERNATE)
    if token is not None:
        c.attempt(once)
        return p.Every(2, Period(str(token.value)))
    led = c.accept(Kind.EVERY)
    count = c.number()
    if count is None or count == 0:
        return None
    if c.kind() in (Kind.MINUTE, Kind.HOUR) and led is not None and not c.peek().glued:
        taken = c.tokens[c.at - 2 : c.at + 1]  # "every 30 minutes from 9 to 12" is not from 9 to 12
        raise refuse("not-understood/unsure", taken, text=" ".join(token.text for token in taken))
    period = period_noun(c)
    if period is None:
        return None
    if led is not None and led_alone:
        return p.Each(period) if count == 1 else p.Every(count, period)
    if c.attempt(once):
        return p.Each(period) if count == 1 else p.Every(count, period)
    times = c.number()
    if times is None or c.accept(Kind.TIMES_A) is None:
        return None
    return p.Quota(times, None, period) if count == 1 else None


def once(c: Cursor) -> bool | None:
    """ "một lần", "họp 1 lần": a word or two may say what is done once."""
    for _ in range(_MOST_DOING):
        c.accept(Kind.TEXT)
    return True if c.number() == 1 and c.accept(Kind.TIMES_A) else None


# stay: treo trên Website một năm | stays online for one year
def stay(c: Cursor) -> p.Stay | None:
    """How long a piece stays on show once it is out."""
    c.take()
    for _ in range(_MOST_OF_A_SITE):
        c.accept(*_ON_SHOW)
    count = c.number()
    if count is None or count == 0:
        return None
    period = period_noun(c)
    return None if period is None else p.Stay(count, period)
