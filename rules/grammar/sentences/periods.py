"""Clauses that are only a period: "6 January to 30 March" between semicolons, "tuần 1" alone.

Such a clause is a group of its own, in which one piece is due or a programme goes on, or it bounds the groups
of other clauses: `scopes` has each way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.grammar.sentences.chart import Chart, Derivation
from rules.grammar.sentences.days import bounded
from rules.grammar.sentences.preferences import NONE
from rules.grammar.sentences.row import Sort
from rules.grammar.sentences.trees import Bound, Day, Period
from rules.grammar.terms import parts as p
from rules.schedule import Period as Length

_MARKS = frozenset({Sort.JOINT, Sort.OPEN})
_DAILY = p.Each(Length.DAY)


# thứ Hai 8h; thứ Tư 9h; từ 6/5 đến 31/5 | tuần 1; tuần 3 | từ 6/5 đến 31/5, trừ thứ Hai
# not: thứ Hai 8h, từ 6/5 đến 31/5 | thứ Hai 8h; hằng ngày | thứ Hai 8h; thứ Ba từ 6/5 đến 31/5
def period(c: Chart, at: int) -> Iterator[Derivation[Period]]:
    """The bounds of a clause, side by side, over commas, in parentheses; those that fit together are one."""
    if not _may_begin(c, at):
        return
    pieces: list[Bound] = []
    days: list[Day] = []
    begin, closes, end = at, None, at
    while (piece := _piece(c, begin)) is not None and closes in (None, piece.last + 1):
        longer = bounded(days[-1], piece.bounds, listed=True) if days else None
        if longer is not None:
            days[-1] = replace(longer, last=piece.last)
        elif (own := bounded(Day(piece.first, piece.last), piece.bounds, listed=False)) is not None:
            days.append(own)
        else:
            return
        pieces.append(piece)
        c.spend(1)
        end = piece.last + 1 if closes is None else closes + 1
        if c.item(end).breaks or c.sort(end) not in (Sort.JOINT, Sort.OPEN):
            break
        begin, closes = end + 1, c.closes.get(end)
    if pieces:
        yield Derivation(_of(c, at, pieces, days), end, NONE)


def _may_begin(c: Chart, at: int) -> bool:
    """True at the head of a clause, and behind days that are taken out, replays, or before "once within"."""
    before = at - 1
    while before >= 0 and c.sort(before) in _MARKS and not c.item(before).breaks:
        before -= 1
    heads = before < 0 or c.item(before).breaks
    return heads or c.clauses[at] in c.apart or c.item(at).meaning == p.OnePiece()


def _of(c: Chart, at: int, pieces: Sequence[Bound], days: Sequence[Day]) -> Period:
    bounds = tuple(meaning for piece in pieces for meaning in piece.bounds)
    left, last = c.sort(at - 1) not in (Sort.JOINT, Sort.OPEN, Sort.END), pieces[-1].last
    titled = c.joint(at - 1) == ":" and c.item(at - 1).worded  # "Summer hours: 1 June–31 August"
    heads = (not at or titled or c.item(at - 1).breaks) and c.joint(last + 1) == "\n"
    return Period(at, last, bounds, left, False, heads, tuple(pieces), tuple(days))


def _piece(c: Chart, at: int) -> Bound | None:
    """Bounds side by side; "every day" names days, and is one of them only behind "once within"."""
    end, once = at, False
    while bounding(c, end) and (once or c.item(end).meaning != _DAILY):
        once = once or c.item(end).meaning == p.OnePiece()
        end += 1
    bounds = tuple(c.item(k).meaning for k in range(at, end))
    if not bounds or isinstance(bounds[0], p.OfPeriod):
        return None
    return Bound(at, end - 1, bounds, c.sort(at - 1) not in (Sort.JOINT, Sort.OPEN, Sort.END), False)


def bounding(c: Chart, at: int) -> bool:
    """True for a term that bounds days: months, a year, a range, weeks."""
    return c.sort(at) in (Sort.BOUND, Sort.TIMES) or isinstance(c.item(at).meaning, p.Weeks)
