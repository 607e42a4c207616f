"""English: "before the 20th": a deadline on the day before.

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.clock import clock
from rules.grammar.terms.en.dates import dates, month_days
from rules.grammar.terms.en.months_after import month_after
from rules.grammar.terms.shared import days_before as shared

_LANGUAGE = shared.Language(clock, (dates, month_days), month_after)


# days_before: before the 5th of each month | before 25 March | before 5pm on 25 March
# days_before: before noon on the 15th of each month
def days_before(c: Cursor) -> p.Either | None:
    """The deadline with its last day; a time of day before which it is stays as it is."""
    return shared.days_before(c, _LANGUAGE)
