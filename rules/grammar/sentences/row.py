"""The row of a sentence: its terms without what stands apart from days and times, and the marks between them.

Channels, durations, parts of the day and counts of the whole phrase have no place in the tree of days and
times: they are found again by where they stand (`owners`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from rules.grammar.terms import parts as p
from rules.vocabulary import Kind


class Sort(Enum):
    """What the grammar of sentences tells terms apart by."""

    DAYS = auto()
    BOUND = auto()
    CLOCK = auto()
    STRETCH = auto()
    REPLAY = auto()
    WHEN = auto()
    WEEK = auto()
    OUT = auto()
    DAY_OFF = auto()
    MARK = auto()
    THAT_CASE = auto()
    DUE = auto()
    TIMES = auto()
    OPEN = auto()
    CLOSE = auto()
    JOINT = auto()
    END = auto()


_SORTS: dict[type[p.Meaning], Sort] = {
    p.Weekdays: Sort.DAYS, p.Weeks: Sort.DAYS, p.NthWeekdays: Sort.DAYS, p.Workdays: Sort.DAYS,
    p.MonthDays: Sort.DAYS, p.Dates: Sort.DAYS, p.DayRange: Sort.DAYS,
    p.Months: Sort.BOUND, p.Year: Sort.BOUND, p.DateRange: Sort.BOUND, p.Each: Sort.BOUND,
    p.Every: Sort.BOUND, p.OfPeriod: Sort.BOUND, p.Missing: Sort.BOUND, p.Anchor: Sort.BOUND,
    p.Run: Sort.BOUND, p.Thereafter: Sort.BOUND, p.OnePiece: Sort.BOUND,
    p.Clock: Sort.CLOCK, p.SameTime: Sort.CLOCK, p.Stretch: Sort.STRETCH, p.Replay: Sort.REPLAY,
    p.When: Sort.WHEN, p.ReplayWeek: Sort.WEEK, p.Except: Sort.OUT, p.DayOff: Sort.DAY_OFF,
    p.Instead: Sort.MARK, p.ThatCase: Sort.THAT_CASE, p.Also: Sort.MARK, p.Timeless: Sort.MARK,
    p.Due: Sort.DUE, p.Times: Sort.TIMES,
    p.Open: Sort.OPEN, p.Close: Sort.CLOSE, p.Joint: Sort.JOINT, p.Break: Sort.JOINT,
}  # fmt: skip
# The stronger of two marks that stand together says how the terms beside them are parted.
_OF_A_LINE = 4
_OF_A_BREAK = 5
_STRENGTH = {"and": 1, "-": 1, "/": 1, ",": 2, ":": 3, "\n": _OF_A_LINE}
# What may name a thing, and begins another piece where it stands between terms.
PLAIN = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.NAME})


class Item(NamedTuple):
    """A term in the row. `part` is its place among the parts; `worded` where plain text stands before it.

    `strength` tells how strongly a joint parts what stands beside it; 0 for a term.
    """

    sort: Sort
    meaning: p.Meaning
    part: int
    joint: str = ""
    worded: bool = False
    strength: int = 0

    @property
    def breaks(self) -> bool:
        """True for the end of a clause or a line."""
        return self.strength >= _OF_A_LINE


def row_of(parts: Sequence[p.Part]) -> list[Item]:
    """The items of the parts: marks that part nothing are gone, runs of marks are one."""
    items: list[Item] = []
    worded = False
    for at, part in enumerate(parts):
        worded = worded or any(word.kind in PLAIN for word in part.words)
        sort = _SORTS.get(type(part.meaning))
        if sort is None or (sort is Sort.DUE and _said_again(parts, at)):
            continue
        if part.meaning == p.Joint(":") and at and isinstance(parts[at - 1].meaning, p.DayPart):
            continue  # "Sáng: 8h, chiều: 14h"
        joint = part.meaning.text if isinstance(part.meaning, p.Joint | p.Break) else ""
        strength = _STRENGTH.get(joint, _OF_A_BREAK) if sort is Sort.JOINT else 0
        items.append(Item(sort, part.meaning, at, joint, worded, strength))
        worded = worded and sort is Sort.JOINT
    return _tidied(items)


def clauses_of(row: Sequence[Item]) -> list[int]:
    """The place where the clause of each place of a row begins; a break within parentheses ends none."""
    begins: list[int] = []
    clause = depth = 0
    for at, item in enumerate(row):
        depth += (item.sort is Sort.OPEN) - (item.sort is Sort.CLOSE)
        if item.breaks and not depth:
            clause = at
        begins.append(clause)
    return begins


def _said_again(parts: Sequence[p.Part], at: int) -> bool:
    """ "Due quarterly, by the 10th": the second word is that of the day."""
    for part in parts[at + 1 :]:
        if _SORTS.get(type(part.meaning)) in (Sort.DAYS, Sort.CLOCK) or isinstance(part.meaning, p.Break):
            return False
        if isinstance(part.meaning, p.Due):
            return not part.meaning.behind
    return False


def _tidied(items: list[Item]) -> list[Item]:
    row: list[Item] = []
    for item in items:
        last = row[-1] if row else None
        if item.sort is Sort.JOINT:
            if last is None or last.sort in (Sort.OPEN, Sort.DUE):
                continue
            if last.sort is Sort.JOINT:
                titled = item.worded and last.joint == ":"  # "17h00: Tiếp âm, hằng ngày"
                if item.strength >= last.strength or titled:
                    row[-1] = item
                continue
        elif item.sort is Sort.CLOSE:
            while row and row[-1].sort is Sort.JOINT:
                row.pop()
            if row and row[-1].sort is Sort.OPEN:
                row.pop()
                continue
            if not _opened(row):
                continue
        row.append(item)
    while row and row[-1].sort is Sort.JOINT:
        row.pop()
    return _closed(row)


def _opened(row: Sequence[Item]) -> bool:
    """True where a parenthesis waits for its end."""
    depth = 0
    for item in row:
        depth += (item.sort is Sort.OPEN) - (item.sort is Sort.CLOSE)
    return depth > 0


def _closed(row: list[Item]) -> list[Item]:
    """Without a parenthesis that has no end."""
    waiting: list[int] = []
    for at, item in enumerate(row):
        if item.sort is Sort.OPEN:
            waiting.append(at)
        elif item.sort is Sort.CLOSE:
            waiting.pop()
    return [item for at, item in enumerate(row) if at not in waiting]
