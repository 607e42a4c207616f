"""The chart: what every production of the grammar makes at every place, each looked for once.

A derivation is a value, the place behind it, and its marks: what it goes against (`preferences`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rules.grammar.sentences.preferences import Marks, better
from rules.grammar.sentences.row import Item, Sort, clauses_of

_T = TypeVar("_T")
_V = TypeVar("_V")
_END = Item(Sort.END, None, -1)  # type: ignore[arg-type]
_APART = frozenset({Sort.OUT, Sort.REPLAY})
_MOST_WORK = 4_000  # derivations of one sentence; no real one has needed a tenth


class TooManyWays(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A sentence whose words can be put together in more ways than anybody meant."""


class Derivation(NamedTuple, Generic[_T]):
    """A value that a production made, the place behind it, and what it goes against."""

    value: _T
    end: int
    marks: Marks


class Chart:
    """The row of a sentence, and what is known of each place in it.

    `closes` tells where each parenthesis ends, `clauses` where the clause of a place begins, `apart` which
    clauses have days that are taken out, or replays.
    """

    __slots__ = ("_known", "_work", "apart", "clauses", "closes", "row")

    def __init__(self, row: Sequence[Item]) -> None:
        self.row = row
        self.closes = _pairs(row)
        self.clauses = clauses_of(row)
        self.apart = frozenset(self.clauses[at] for at, item in enumerate(row) if item.sort in _APART)
        # Each production has its own kind of values; `made` gives them back to whom asks for it.
        self._known: dict[tuple[object, int], Any] = {}
        self._work = 0

    def __len__(self) -> int:
        return len(self.row)

    def item(self, at: int) -> Item:
        """The item at a place, or one of no sort beyond either end."""
        return self.row[at] if 0 <= at < len(self.row) else _END

    def sort(self, at: int) -> Sort:
        """The sort of the item at a place."""
        return self.row[at].sort if 0 <= at < len(self.row) else Sort.END

    def joint(self, at: int) -> str:
        """The mark at a place; empty where none stands there."""
        return self.row[at].joint if 0 <= at < len(self.row) else ""

    def made(
        self, production: Callable[[Chart, int], Iterable[Derivation[_V]]], at: int
    ) -> Sequence[Derivation[_V]]:
        """What a production makes at a place."""
        key = production, at
        known: Sequence[Derivation[_V]] | None = self._known.get(key)
        if known is None:
            self._known[key] = ()  # a production that comes back to its own place finds nothing there
            found = list(production(self, at))
            known = self._known[key] = found if len(found) < 2 else list(undominated(found))
            self.spend(len(known))
        return known

    def inside(
        self, production: Callable[[Chart, int], Iterable[Derivation[_V]]], at: int
    ) -> Iterator[Derivation[_V]]:
        """What a production makes of all that stands in the parentheses that open at a place."""
        close = self.closes[at]
        for found in self.made(production, at + 1):
            if found.end == close:
                yield found._replace(end=close + 1)

    def spend(self, work: int) -> None:
        """Count derivations; `TooManyWays` where they are more than a sentence has."""
        self._work += work
        if self._work > _MOST_WORK:
            raise TooManyWays


def undominated(found: Iterable[Derivation[_T]]) -> Iterator[Derivation[_T]]:
    """The derivations of each value and end that no other of the same is better than."""
    kept: dict[tuple[_T, int], list[Marks]] = {}
    for value, end, marks in found:
        rivals = kept.setdefault((value, end), [])
        if any(rival == marks or better(rival, marks) for rival in rivals):
            continue
        rivals[:] = [rival for rival in rivals if not better(marks, rival)] + [marks]
    for (value, end), ways in kept.items():
        for marks in ways:
            yield Derivation(value, end, marks)


def _pairs(row: Sequence[Item]) -> dict[int, int]:
    """Where each parenthesis ends, by where it begins."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    for at, item in enumerate(row):
        if item.sort is Sort.OPEN:
            waiting.append(at)
        elif item.sort is Sort.CLOSE and waiting:
            pairs[waiting.pop()] = at
    return pairs
