"""The month behind the one, the quarter or the half-year that a report is about.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import ordinal, period_noun
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.kinds import BEFORE

_NEXT_AFTER: dict[Period, p.Each | p.Months] = {
    Period.MONTH: p.Each(Period.MONTH),
    Period.QUARTER: p.Months(((1, 1), (4, 4), (7, 7), (10, 10))),
    Period.HALF: p.Months(((1, 1), (7, 7))),
    Period.YEAR: p.Months(((1, 1),)),
}
_FOLLOWING = frozenset({"following", "after", "succeeding", "next", "subsequent"})
_FOLLOWING_VI = ("tiếp theo", "kế tiếp", "liền kề", "liền sau", "sau liền kề", "sau", "kế")


# month_after: of the month following the quarter | of the following month
# month_after: of the first month after each quarter
# month_after: của tháng tiếp theo | của tháng đầu quý sau
def month_after(c: Cursor) -> p.Each | p.Months | None:
    """The month behind the one, the quarter or the half-year that a report is about."""
    return _month_after_vi(c) if c.lang == "vi" else _month_after_en(c)


def _month_after_en(c: Cursor) -> p.Each | p.Months | None:
    """The same in English; a month behind something else ("following the event") is none that is known."""
    at = c.at
    found = _next_month(c)
    if found is None:
        c.at = at
    beside = c.kind() is Kind.EACH and c.peek(1).text.lower() in _FOLLOWING
    if found is None and beside and c.peek().text.lower() in ("of the month", "of month"):
        c.at += 2
        raise refuse("not-understood", c.since(at), text=" ".join(token.text for token in c.since(at)))
    return found


def _next_month(c: Cursor) -> p.Each | p.Months | None:
    """of the month following each quarter; of the following month; of the first month of the next quarter."""
    led = c.accept(Kind.EACH, Kind.OF)
    if led is None or not led.text.lower().startswith("of") or led.value not in (None, Period.MONTH):
        return None
    c.skip(Kind.FILLER)
    if c.kind() is Kind.TEXT and c.peek().text.lower() in _FOLLOWING:
        if led.value is None:
            c.take()
            return _NEXT_AFTER[Period.MONTH] if c.accept(Kind.MONTH) and not named_behind(c) else None
        return _following(c)
    if c.kind() is Kind.DUE or c.peek().text.lower() == "after":
        return _following(c) if led.value is not None else None
    if ordinal(c) != 1 or c.accept(Kind.MONTH) is None:
        return None
    c.skip(Kind.OF, Kind.FILLER)
    if c.kind() is Kind.RELATIVE and c.peek().text.lower() == "next quarter":
        c.take()
        return _NEXT_AFTER[Period.QUARTER]
    return _following(c)


def _following(c: Cursor) -> p.Each | p.Months | None:
    """following the quarter, after the end of each half-year; alone it is the month's own."""
    if c.take().text.lower() not in _FOLLOWING:
        return None
    at = c.at
    c.skip(Kind.OF, Kind.FILLER, Kind.EVERY)
    end = c.accept(Kind.VAGUE, Kind.PART_OF)
    if end is not None and end.value != "end":
        return None
    if end is not None and end.kind is Kind.VAGUE:
        return next((after for one, after in _NEXT_AFTER.items() if one.value in end.text.lower()), None)
    c.skip(Kind.FILLER, Kind.EVERY)
    each = c.accept(Kind.EACH)
    if each is not None:
        return _NEXT_AFTER.get(Period(str(each.value)))
    period = period_noun(c)
    if period is None:
        c.at = at
        ended = c.kind() in (Kind.END, Kind.COMMA, Kind.SEMICOLON, Kind.DOT, Kind.CLOSE)
        return _NEXT_AFTER[Period.MONTH] if ended else None
    c.accept(Kind.DASH)
    if c.peek().text.lower() in ("end", "ended", "ends", "concerned", "reported"):
        c.take()
    return None if named_behind(c) else _NEXT_AFTER.get(period)


def named_behind(c: Cursor, ahead: int = 0) -> bool:
    """True where a number says which quarter it is."""
    return c.kind(ahead) in (Kind.NUMBER, Kind.NUMBER_WORD) or isinstance(c.peek(ahead).value, int)


def _month_after_vi(c: Cursor) -> p.Each | p.Months | None:
    """của tháng tiếp theo; của tháng đầu (tiên) của quý sau; của tháng liền kề sau quý."""
    led = c.accept(Kind.OF) is not None
    due = led and any(token.kind is Kind.DUE or token.value == BEFORE for token in c.tokens[: c.at])
    due = due or any(token.kind is Kind.EACH and token.value == Period.MONTH for token in c.tokens)
    if c.kind() is Kind.RELATIVE and c.peek().text.lower() in ("tháng sau", "thang sau"):
        c.take()
        _following_vi(c)  # "tháng sau liền kề"
        return _after_quarter(c) or (_NEXT_AFTER[Period.MONTH] if due else None)
    if c.accept(Kind.MONTH) is None:
        return None
    if c.kind() is Kind.ORDINAL and led and ordinal(c) == 1:
        c.skip(Kind.OF)
        if c.kind() is Kind.RELATIVE and c.peek().text.lower() in ("quý sau", "quí sau", "quy sau"):
            c.take()
            return _NEXT_AFTER[Period.QUARTER]
        return _NEXT_AFTER[Period.QUARTER] if c.accept(Kind.QUARTER) and _following_vi(c) else None
    if not _following_vi(c):
        return None
    return _after_quarter(c) or _NEXT_AFTER[Period.MONTH]


def _after_quarter(c: Cursor) -> p.Each | p.Months | None:
    at = c.at
    c.skip(Kind.OF, Kind.DAYS_LATER)
    if c.kind() is Kind.QUARTER and not named_behind(c, 1):
        c.take()
        return _NEXT_AFTER[Period.QUARTER]
    c.at = at
    return None


def _following_vi(c: Cursor) -> bool:
    """Take the longest of the words for the next that stands here."""
    for count in (3, 2, 1):
        taken = c.tokens[c.at : c.at + count]
        if len(taken) == count and " ".join(token.text.lower() for token in taken) in _FOLLOWING_VI:
            c.at += count
            return True
    return False


# year_after: chậm nhất ngày 31/01 năm liền kề | trước ngày 31/01 của năm kế tiếp
def year_after(c: Cursor) -> p.Aside | None:
    """The year behind the one that a report is about says nothing more of its deadline, which is yearly."""
    dated = c.kind(-1) is Kind.NUMBER and c.kind(-2) is Kind.SLASH
    c.accept(Kind.OF)
    if not dated or c.accept(Kind.YEAR) is None or not _following_vi(c):
        return None
    due = any(token.kind is Kind.DUE or token.value == BEFORE for token in c.clause())
    return p.Aside() if due else None
