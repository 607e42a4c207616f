"""Vietnamese: what both languages read alike, with this one's own days, months and numbers.

Pauses, ends, anchors, days without a time, days under the heading of a month, deadlines on the day before.
Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import closed_days as closed
from rules.grammar.terms.shared import days_before as before
from rules.grammar.terms.shared import exceptions
from rules.grammar.terms.shared import headed_days as headed
from rules.grammar.terms.shared import set_phrases as shared
from rules.grammar.terms.shared.calendar import free_number
from rules.grammar.terms.vi.clock import clock
from rules.grammar.terms.vi.dates import dated, dates, ending, month_days, one_month
from rules.grammar.terms.vi.days import one_weekday, ordinal_word, weekdays
from rules.grammar.terms.vi.months_after import month_after
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates
from rules.vocabulary import Kind


def _day(c: Cursor) -> int | None:
    return free_number(c, 1, 31)


def _number(c: Cursor) -> int | None:
    c.accept(Kind.UNIT, Kind.TIMES_A)
    return ordinal_word(c)


_HEADED = headed.Language(one_month, one_weekday, _day)
_BEFORE = before.Language(clock, (newspaper_dates, dates, month_days), month_after)


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
# closed_days: thứ Hai đến thứ Bảy 8h; Chủ nhật và ngày lễ: nghỉ | hằng ngày 8h (ngày lễ, Tết nghỉ)
def closed_days(c: Cursor) -> p.Either | None:
    """Weekdays that a table of hours says are closed."""
    return closed.closed_days(c, weekdays, marked=True)


# headed_days: Tháng 6/2024: Thứ Ba 4, thứ Ba 18 | tháng 6: Chủ nhật 9
def headed_days(c: Cursor) -> p.Dates | None:
    """Weekdays with the number of their day, in the month of the heading before them."""
    return headed.headed_days(c, _HEADED)


# heading: Tháng 6/2024
def heading(c: Cursor) -> p.Aside | None:
    """A month on a line of its own whose days stand below says nothing more: each of them has it."""
    return headed.heading(c, _HEADED)


# days_before: trước 10 giờ sáng thứ Bảy hằng tuần
# days_before: trước ngày 20 hằng tháng | trước ngày 5 của tháng liền kề | trước 17h ngày 25/3
def days_before(c: Cursor) -> p.Either | None:
    """The deadline with its last day; a time of day before which it is stays as it is."""
    return before.days_before(c, _BEFORE)


# last_of_rule: thứ Ba, trừ buổi cuối cùng của tháng | thứ Ba, trừ kỳ đầu tiên hằng tháng
def last_of_rule(c: Cursor) -> p.NthWeekdays | p.Either | None:
    """The n-th of the days of the rule in the month."""
    return exceptions.last_of_rule(c, _number)
