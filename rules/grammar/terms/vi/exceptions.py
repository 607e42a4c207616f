"""Vietnamese: exceptions that leave the weekday out: "thứ Ba, trừ buổi cuối cùng của tháng".

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import exceptions
from rules.grammar.terms.vi.days import ordinal_word
from rules.vocabulary import Kind


# last_of_rule: thứ Ba, trừ buổi cuối cùng của tháng | thứ Ba, trừ kỳ đầu tiên hằng tháng
def last_of_rule(c: Cursor) -> p.NthWeekdays | p.Either | None:
    """The n-th of the days of the rule in the month."""
    return exceptions.last_of_rule(c, _number)


def _number(c: Cursor) -> int | None:
    c.accept(Kind.UNIT, Kind.TIMES_A)
    return ordinal_word(c)
