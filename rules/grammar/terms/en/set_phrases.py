"""English: set phrases with a day behind them: pauses, ends, anchors, days without a time.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.dates import dated, ending
from rules.grammar.terms.en.days import weekdays
from rules.grammar.terms.shared import closed_days as closed
from rules.grammar.terms.shared import set_phrases as shared
from rules.vocabulary import Kind

_WHEN = frozenset({"when", "in which case", "at which time"})
_STOPS = frozenset({Kind.DOT, Kind.SEMICOLON})


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


# that_case: the second Tuesday of each month except July, when the third Tuesday
def that_case(c: Cursor) -> p.ThatCase | None:
    """ "When" behind days that are taken out, in their sentence: how it is on these."""
    before = [token.kind for token in c.tokens[: c.at]]
    stop = max((at for at, kind in enumerate(before) if kind in _STOPS), default=-1)
    return p.ThatCase() if c.take().text.lower() in _WHEN and Kind.EXCEPT in before[stop + 1 :] else None


# closed_days: Monday to Friday 9am-5pm; Sunday: closed | Mon-Fri 9am-5pm (Sunday closed)
def closed_days(c: Cursor) -> p.Either | None:
    """Weekdays that a table of hours says are closed."""
    return closed.closed_days(c, weekdays)
