"""Vietnamese: the month, or the year, behind the one that a report is about.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import ordinal
from rules.grammar.terms.shared.months_after import NEXT_AFTER, named_behind
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.kinds import BEFORE

_ENDS = frozenset({Kind.SEMICOLON, Kind.DOT})
_PLAIN = frozenset({Kind.TEXT, Kind.COLON, Kind.COMMA, Kind.HEDGE})
_FAR_BACK = 4  # words
_FOLLOWING = ("tiếp theo", "kế tiếp", "liền kề", "liền sau", "sau liền kề", "sau", "kế")


# month_after: của tháng tiếp theo | của tháng đầu quý sau
def month_after(c: Cursor) -> p.Each | p.Months | None:
    """The month behind the one, or behind the quarter, that a report is about.

    Kê khai theo tháng chậm nhất ngày 20 tháng sau; trước ngày 25 hằng tháng … trước ngày 27 cùng tháng;
    của tháng tiếp theo; của tháng đầu (tiên) của quý sau; của tháng liền kề sau quý.
    """
    led = c.accept(Kind.OF) is not None
    due = led and any(token.kind is Kind.DUE or token.value == BEFORE for token in c.tokens[: c.at])
    due = due or any(token.kind is Kind.EACH and token.value == Period.MONTH for token in c.tokens)
    due = due or _of_a_report(c, Kind.MONTH)
    if c.kind() is Kind.RELATIVE and c.peek().text.lower() in ("cùng tháng", "cung thang"):
        monthly = any(token.kind is Kind.EACH and token.value == Period.MONTH for token in c.tokens[: c.at])
        c.take()
        return NEXT_AFTER[Period.MONTH] if monthly else None
    if c.kind() is Kind.RELATIVE and c.peek().text.lower() in ("tháng sau", "thang sau"):
        c.take()
        _following(c)  # "tháng sau liền kề"
        return _after_quarter(c) or (NEXT_AFTER[Period.MONTH] if due else None)
    if c.accept(Kind.MONTH) is None:
        return None
    led = led or _of_a_report(c, Kind.QUARTER)
    if c.kind() is Kind.ORDINAL and led and ordinal(c) == 1:
        c.skip(Kind.OF)
        if c.kind() is Kind.RELATIVE and c.peek().text.lower() in ("quý sau", "quí sau", "quy sau"):
            c.take()
            return NEXT_AFTER[Period.QUARTER]
        return NEXT_AFTER[Period.QUARTER] if c.accept(Kind.QUARTER) and _following(c) else None
    if not _following(c):
        return None
    return _after_quarter(c) or NEXT_AFTER[Period.MONTH]


def _of_a_report(c: Cursor, noun: Kind) -> bool:
    """ "Kê khai theo tháng nộp chậm nhất ngày 20 tháng sau": each month has its report, and its deadline."""
    due = c.at - 1
    while due >= 0 and c.tokens[due].kind is not Kind.DUE:
        if c.tokens[due].kind in _ENDS:
            return False
        due -= 1
    before = c.tokens[max(0, due - _FAR_BACK) : max(0, due)]
    return any(
        token.kind is noun and (k + 1 == len(before) or before[k + 1].kind in _PLAIN)
        for k, token in enumerate(before)
    )


def _after_quarter(c: Cursor) -> p.Each | p.Months | None:
    at = c.at
    c.skip(Kind.OF, Kind.DAYS_LATER)
    if c.kind() is Kind.QUARTER and not named_behind(c, 1):
        c.take()
        return NEXT_AFTER[Period.QUARTER]
    c.at = at
    return None


def _following(c: Cursor) -> bool:
    """Take the longest of the words for the next that stands here."""
    for count in (3, 2, 1):
        taken = c.tokens[c.at : c.at + count]
        if len(taken) == count and " ".join(token.text.lower() for token in taken) in _FOLLOWING:
            c.at += count
            return True
    return False


# year_after: chậm nhất ngày 31/01 năm liền kề | trước ngày 31/01 của năm kế tiếp
def year_after(c: Cursor) -> p.Each | None:
    """The year behind the one that a report is about: its deadline is of each year."""
    dated = c.kind(-1) is Kind.NUMBER and c.kind(-2) is Kind.SLASH
    c.accept(Kind.OF)
    if not dated or c.accept(Kind.YEAR) is None or not _following(c):
        return None
    due = any(token.kind is Kind.DUE or token.value == BEFORE for token in c.clause())
    return p.Each(Period.YEAR) if due else None
