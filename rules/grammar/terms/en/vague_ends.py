"""English: periods that begin or end somewhere in a month: "from mid-June until the end of October".

Above the production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.dates import dated
from rules.grammar.terms.shared.calendar import year_behind
from rules.schedule import CalendarDay
from rules.vocabulary import Kind

_RANGE = (Kind.DASH, Kind.TO)
# The days that a place in a month may be as the first or the last day of a period; -1 is the month's last.
_FIRST = {"beginning": (1,), "early": (1, 10), "middle": (15, 11), "end": (-1, 21), "late": (21, -1)}
_LAST = {"beginning": (1, 10), "early": (10, 1), "middle": (15, 20), "end": (-1,), "late": (-1, 21)}
_FARTHEST = 9  # tokens from the beginning of such a period to the last place in a month
_WHOLE = (1, -1)  # of a month alone


class _Edge(NamedTuple):
    """A month, where in it a period begins or ends, and the days that may be meant."""

    month: int
    year: int | None
    days: tuple[int, ...]
    vague: bool


# vague_range: from the end of April until the 1st of October | mid-May through mid-November
# vague_range: from mid-June until the end of October | early May to late September | until mid-October
def vague_range(c: Cursor) -> p.Either | None:
    """A period of which an end is a place in a month: asked, with the days that it may be."""
    if not any(c.kind(ahead) is Kind.PART_OF for ahead in range(_FARTHEST)):
        return None
    if c.kind() is Kind.TO:
        c.take()
        last = _edge(c, _LAST, _WHOLE[1])
        return _ways((), _days(last)) if last is not None and last.vague else None
    opened = c.accept(Kind.FROM) is not None
    first = _edge(c, _FIRST, _WHOLE[0])
    if first is None:
        return None
    joined = c.accept(*_RANGE) is not None
    last = _edge(c, _LAST, _WHOLE[1]) if joined else None
    if last is None or not (first.vague or last.vague):
        return _ways(_days(first), ()) if opened and first.vague and not joined else None
    return _ways(_days(first), _days(last))


def _edge(c: Cursor, places: dict[str, tuple[int, ...]], whole: int) -> _Edge | None:
    """the end of April, mid-May, early June; a date; a month."""
    c.skip(Kind.FILLER)
    token = c.accept(Kind.PART_OF)
    if token is None:
        day = c.attempt(dated)
        if day is not None:
            return _Edge(day.month, day.year, (day.day,), False)
        named = c.accept(Kind.MONTH_NAME)
        return None if named is None else _Edge(named.number, year_behind(c), (whole,), False)
    c.accept(Kind.DASH)
    c.skip(Kind.OF, Kind.FILLER)
    named = c.accept(Kind.MONTH_NAME)
    if named is None:
        return None
    word = token.text.lower().split()[0]
    days = places[word if word in places else str(token.value)]
    return _Edge(named.number, year_behind(c), days, True)


def _days(edge: _Edge) -> tuple[CalendarDay, ...]:
    return tuple(CalendarDay(edge.month, day, edge.year) for day in edge.days)


def _ways(first: Sequence[CalendarDay], last: Sequence[CalendarDay]) -> p.Either:
    """A way for each pair of ends; where one of them is open, for each day of the other."""
    ranges = [p.DateRange(begin, end) for begin, end in product(first or (None,), last or (None,))]
    return p.Either(
        tuple(p.Way((one,), _key(one), (("first", one.first), ("last", one.last))) for one in ranges)
    )


def _key(period: p.DateRange) -> str:
    if period.last is None:
        return "vague-day/from"
    return "vague-day/until" if period.first is None else "vague-day/between"
