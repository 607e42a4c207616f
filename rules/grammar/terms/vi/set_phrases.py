"""Vietnamese: set phrases with a day behind them or before: pauses, ends, anchors, days without a time.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import closed_days as closed
from rules.grammar.terms.shared import set_phrases as shared
from rules.grammar.terms.vi.dates import dated, ending
from rules.grammar.terms.vi.days import weekdays


# until: đến hết ngày 30/11 | đến hết tháng 11 | đến 30/11/2024
def until(c: Cursor) -> p.DateRange | None:
    """An end without a beginning."""
    return shared.until(c, ending)


# anchor: tính từ tuần có ngày 1/1/2024
def anchor(c: Cursor) -> p.Anchor | None:
    """A day of one week that counts, for "hai tuần một lần"."""
    return shared.anchor(c, dated)


# timeless: cả ngày 12/3 | thứ Hai (chưa rõ giờ)
def timeless(c: Cursor) -> p.Timeless | None:
    """A day has no time of its own."""
    return shared.timeless(c, noun_of_date=True)


# out: ngày 14/5 dời sang ngày 21/5 | nghỉ tháng 8
def out(c: Cursor) -> p.Except | p.Instead | p.Break | p.Moved | p.Aside | None:
    """A pause: "nghỉ tháng 8", "tháng 8 nghỉ", "ngừng tiếp nhận hồ sơ từ …"."""
    return shared.out(c, of_days_before=True)


# closed_days: thứ Hai đến thứ Sáu 8h-17h (Chủ nhật nghỉ) | thứ Hai đến thứ Bảy 8h; Chủ nhật: nghỉ
def closed_days(c: Cursor) -> p.Either | None:
    """Weekdays that a table of hours says are closed."""
    return closed.closed_days(c, weekdays, marked=True)
