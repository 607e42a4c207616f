"""English: how often in a period: "4 issues a year", "every 2 weeks", "three talks a week".

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import written
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import counts
from rules.schedule import Period
from rules.vocabulary import Kind

_MOST_WORDS = 4
_PAPER = frozenset({"page", "pages", "column", "columns"})


# pieces_a_period: three talks a week | two guided walks every month | one recital per quarter
# pieces_a_period: 4 recitals a year | one half-page a month
def pieces_a_period(c: Cursor) -> p.Quota | None:
    """A number, what is counted, and the period; "every" only behind a number in words."""
    in_words = c.kind() is Kind.NUMBER_WORD
    count = c.number()
    if not count or c.peek().glued:
        return None
    words: list[str] = []
    if c.kind() in (Kind.HALF, Kind.QUARTER) and c.kind(1) is Kind.DASH and c.peek(2).text in _PAPER:
        words.append("".join(token.text for token in (c.take(), c.take(), c.take())))
    while c.kind() is Kind.TEXT and c.peek().text.islower() and len(words) < _MOST_WORDS:
        words.append(c.take().text)
    c.skip(Kind.FILLER)
    each = c.accept(Kind.EACH)
    if not words or each is None or (count > 1 and not words[-1].endswith("s")):
        return None
    led = each.text.lower().split()[0]
    if each.value is Period.DAY or not (led in ("a", "per") or (in_words and led in ("each", "every"))):
        return None
    return p.Quota(count, " ".join(words), Period(str(each.value)))


# quota: 4 issues a year | 2 a month (24 a year) | 2/month | twice a month | 39 articles, 37 photos a year
def quota(c: Cursor) -> p.Quota | p.Each | None:
    """A count of pieces, perhaps in a period."""
    return counts.quota(c, bare=True)


# every: every 2 weeks | every other week
def every(c: Cursor) -> p.Every | p.Each | p.Quota | None:
    """Every n periods; n > 1 needs an anchor."""
    at = c.at
    found = counts.every(c, led_alone=True)
    if c.tokens[at].text.lower().startswith("alternat") and (last := _several_weekdays(c)):
        taken = c.tokens[at:last]  # the one in one week and the other in the next, or both every other week?
        raise refuse("not-understood/unsure", taken, text=written(taken))
    return found


def _several_weekdays(c: Cursor) -> int | None:
    """Where "Mondays and Tuesdays" ends."""
    joined = c.kind(1) in (Kind.AND, Kind.SLASH, Kind.COMMA)
    return c.at + 3 if c.kind() is Kind.WEEKDAY and joined and c.kind(2) is Kind.WEEKDAY else None
