"""Numbers that nothing reads and that stand among plain words: "6 cặp thí sinh", "in the top 24 of".

Where the days of their clause have their times, no day and no time is missing that such a number could be:
it counts or names something. Elsewhere it is a problem, as any number that is not read.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind

_PLAIN = frozenset({Kind.TEXT, Kind.UNIT, Kind.COUNTED, Kind.MEASURE, Kind.DOCUMENT, Kind.NAME})
_AHEAD = _PLAIN | {Kind.OF, Kind.LABEL}
_BEHIND = _PLAIN | {Kind.THING, Kind.FILLER}
_LIMITS = frozenset({Kind.FROM, Kind.TO, Kind.HEDGE, Kind.EXCEPT, Kind.DUE, Kind.UNSURE, Kind.EVERY})
_OF_DATES = (p.Dates, p.Clock, p.Joint, p.Break, p.Open, p.Close, p.Duration, p.Channel)
_FAR = 3  # words from the term before, but for "of"
_CLOCKS = (p.Clock, p.Stretch)
_NAMED = (p.Weekdays, p.NthWeekdays, p.Workdays, p.MonthDays, p.Dates, p.DayRange, p.Stretch)
_DAYS = (*_NAMED, p.Weeks, p.DateRange, p.Each)


def among_words(tokens: Sequence[Token], at: int, parts: Sequence[p.Part]) -> bool:
    """True for a number that touches no term, in a clause that wants no time and no day."""
    row, token = Row(tokens), tokens[at]
    if token.kind is not Kind.NUMBER or row.kind(at - 1) not in _AHEAD or row.kind(at + 1) not in _BEHIND:
        return False
    if row[at + 1].glued or token.glued:
        return False
    clause = _clause(token, parts)
    words = [one for one in tokens[max(0, at - _FAR) : at + 2] if one is not token]
    if row.kind(at - 1) is Kind.OF:
        words = words[-2:]
    if any(part.start < word.end and word.start < part.end for part in clause for word in words):
        return False
    clocks = sum(isinstance(part.meaning, _CLOCKS) for part in clause)
    named = sum(isinstance(part.meaning, _NAMED) for part in clause)
    return clocks >= max(named, 1) and any(isinstance(part.meaning, _DAYS) for part in clause)


def title_beside_dates(tokens: Sequence[Token], at: int, parts: Sequence[p.Part]) -> bool:
    """True for a season or a feast in the words of what has dates of its own, and no other days.

    "7 September, 7.30am: weed control during the fall planting season"; it touches no term.
    """
    row = Row(tokens)
    if row.kind(at) is not Kind.NO_MONTHS or row.kind(at - 1) in _LIMITS:
        return False
    beside = [row[k] for k in (at - 2, at - 1, at + 1, at + 2)]
    if any(part.start < one.end and one.start < part.end for part in parts for one in beside):
        return False
    days = [part.meaning for part in parts if not isinstance(part.meaning, _OF_DATES)]
    return not days and any(isinstance(part.meaning, p.Dates) for part in parts)


def _clause(token: Token, parts: Sequence[p.Part]) -> list[p.Part]:
    """The parts between the marks that end a clause, on both sides of a word."""
    clause: list[p.Part] = []
    for part in parts:
        if not isinstance(part.meaning, p.Break):
            clause.append(part)
        elif part.start < token.start:
            clause.clear()
        else:
            break
    return clause
