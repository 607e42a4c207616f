"""Vietnamese: "trước ngày 20": a deadline on the day before.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import days_before as shared
from rules.grammar.terms.vi.clock import clock
from rules.grammar.terms.vi.dates import dates, month_days
from rules.grammar.terms.vi.months_after import month_after
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates

_LANGUAGE = shared.Language(clock, (newspaper_dates, dates, month_days), month_after)


# days_before: trước 10 giờ sáng thứ Bảy hằng tuần
# days_before: trước ngày 20 hằng tháng | trước ngày 5 của tháng liền kề | trước 17h ngày 25/3
def days_before(c: Cursor) -> p.Either | None:
    """The deadline with its last day; a time of day before which it is stays as it is."""
    return shared.days_before(c, _LANGUAGE)
