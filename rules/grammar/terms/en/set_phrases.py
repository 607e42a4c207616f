"""English: set phrases with a day behind them: pauses, ends, anchors, days without a time.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.dates import dated, dates, ending
from rules.grammar.terms.en.days import months, weekdays
from rules.grammar.terms.shared import closed_days as closed
from rules.grammar.terms.shared import set_phrases as shared


# until: until 30 November | till the end of June
def until(c: Cursor) -> p.DateRange | None:
    """An end without a beginning."""
    return shared.until(c, ending)


# anchor: counting from the week of 1 January 2024
def anchor(c: Cursor) -> p.Anchor | None:
    """A day of one week that counts, for "every two weeks"."""
    return shared.anchor(c, dated)


# timeless: all day on 12 March
def timeless(c: Cursor) -> p.Timeless | None:
    """A day has no time of its own."""
    return shared.timeless(c, noun_of_date=False)


# out: of 6 May is moved to 7 May | instead | closed in August | no show on Mondays
def out(c: Cursor) -> p.Except | p.Instead | p.Break | p.Moved | p.Aside | None:
    """A pause, with the days that it takes out of those before it."""
    return shared.out(c)


# closed_days: Monday to Friday 9am-5pm; Sunday: closed | Mon-Fri 9am-5pm (Sunday closed)
def closed_days(c: Cursor) -> p.Either | None:
    """Weekdays that a table of hours says are closed."""
    return closed.closed_days(c, weekdays)


# closed_dates: Monday to Friday 9am-5pm; 25 December: closed | Friday 29 March - Closed
# closed_dates: first Monday of the month 7pm; August: no meeting
def closed_dates(c: Cursor) -> p.Either | None:
    """Dates and months that a table of hours says are closed."""
    return closed.closed_dates(c, lambda c: c.attempt(dates) or months(c))
