"""English: the month behind the one, the quarter or the half-year that a report is about.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import ordinal, period_noun
from rules.grammar.terms.shared.months_after import NEXT_AFTER, named_behind
from rules.schedule import Period
from rules.vocabulary import Kind

_SHORTEST, _OF_THE_FIRST = 28, 30  # days of any month; of January, April, July and October
_ENDED, _REPORTED = frozenset({"end", "ended", "ends"}), frozenset({"concerned", "reported"})
_FOLLOWING = frozenset({"following", "after", "succeeding", "next", "subsequent"})


# month_after: of the month following the quarter | of the following month
# month_after: of the first month after each quarter
def month_after(c: Cursor) -> p.Each | p.Months | None:
    """The month behind the one, the quarter or the half-year that a report is about.

    A month behind something else ("following the event") is none that is known.
    """
    at = c.at
    found = _next_month(c)
    if found is None:
        c.at = at
    beside = c.kind() is Kind.EACH and c.peek(1).text.lower() in _FOLLOWING
    if found is None and beside and c.peek().text.lower() in ("of the month", "of month"):
        c.at += 2
        raise refuse("not-understood", c.since(at), text=" ".join(token.text for token in c.since(at)))
    return found


# days_after: 20 days after the end of each quarter | within 30 days following the end of each quarter
# days_after: fifteen (15) days after each month end
def days_after(c: Cursor) -> p.Either | None:
    """So many days into the months behind a period; "within" makes the last of them a deadline."""
    within = c.accept(Kind.THROUGHOUT) is not None
    count = c.number()
    if c.kind() is Kind.OPEN and c.kind(1) is Kind.NUMBER and c.kind(2) is Kind.CLOSE:
        count = count if c.peek(1).number == count else None
        c.at += 3
    later = c.kind() is Kind.DAYS_LATER and c.peek().text.lower() == "days after"
    if not later and not (c.kind() is Kind.DAY and c.peek(1).text in _FOLLOWING):
        return None  # "within five days of the end" may be before it
    c.at += 1 if later else 2
    named = _reported(c)
    after = NEXT_AFTER.get(named[0]) if named is not None and named[1] else None
    shortest = _SHORTEST if isinstance(after, p.Each) else _OF_THE_FIRST
    if count is None or after is None or not 0 < count <= shortest:
        return None
    days: tuple[p.Meaning, ...] = (p.MonthDays((count,)), after)
    return p.Either((p.Way((p.Due(), *days) if within else days),))


def _reported(c: Cursor) -> tuple[Period, bool] | None:
    """the end of each quarter, each month end, the quarter concerned; and whether its end is named."""
    c.skip(Kind.OF, Kind.FILLER, Kind.EVERY)
    end = c.accept(Kind.VAGUE, Kind.PART_OF)
    if end is not None and end.value != "end":
        return None
    if end is not None and end.kind is Kind.VAGUE:
        period = next((one for one in NEXT_AFTER if one.value in end.text.lower()), None)
        return None if period is None else (period, True)
    c.skip(Kind.FILLER, Kind.EVERY)
    each = c.accept(Kind.EACH)
    period = period_noun(c) if each is None else Period(str(each.value))
    c.accept(Kind.DASH)
    word = c.peek().text.lower()
    c.at += word in _ENDED or word in _REPORTED
    if period is None or (each is None and named_behind(c)):
        return None
    return period, end is not None or word in _ENDED


def _next_month(c: Cursor) -> p.Each | p.Months | None:
    """of the month following each quarter; of the following month; of the first month of the next quarter."""
    led = c.accept(Kind.EACH, Kind.OF)
    if led is None or not led.text.lower().startswith("of") or led.value not in (None, Period.MONTH):
        return None
    c.skip(Kind.FILLER)
    if c.kind() is Kind.TEXT and c.peek().text.lower() in _FOLLOWING:
        if led.value is None:
            c.take()
            return NEXT_AFTER[Period.MONTH] if c.accept(Kind.MONTH) and not named_behind(c) else None
        return _following(c)
    if c.kind() is Kind.DUE or c.peek().text.lower() == "after":
        return _following(c) if led.value is not None else None
    if ordinal(c) != 1 or c.accept(Kind.MONTH) is None:
        return None
    c.skip(Kind.OF, Kind.FILLER)
    if c.kind() is Kind.RELATIVE and c.peek().text.lower() == "next quarter":
        c.take()
        return NEXT_AFTER[Period.QUARTER]
    return _following(c)


def _following(c: Cursor) -> p.Each | p.Months | None:
    """following the quarter, after the end of each half-year; alone it is the month's own."""
    if c.take().text.lower() not in _FOLLOWING:
        return None
    named = c.attempt(_reported)
    if named is not None:
        return NEXT_AFTER.get(named[0])
    ended = c.kind() in (Kind.END, Kind.COMMA, Kind.SEMICOLON, Kind.DOT, Kind.CLOSE)
    return NEXT_AFTER[Period.MONTH] if ended else None
