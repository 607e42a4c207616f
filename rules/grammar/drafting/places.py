"""Where the pieces of a tree stand in the phrase: characters, clauses, the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.grammar.drafting.owners import Owners
from rules.grammar.lexing.tokens import Token
from rules.grammar.sentences.row import Item, Sort
from rules.grammar.sentences.trees import Bound, Period
from rules.grammar.terms import parts as p

_HEADS = frozenset({":", "\n"})


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of a phrase, the row that the grammar read, and whose the parts outside of the row are."""

    parts: Sequence[p.Part]
    row: Sequence[Item]
    owners: Owners
    terms: frozenset[int]  # the parts that are terms of the row

    def part(self, at: int) -> int:
        """The place among the parts of a place in the row."""
        return self.row[at].part

    def start(self, at: int) -> int:
        """The character with which a piece begins."""
        return self.parts[self.row[at].part].start

    def end(self, at: int) -> int:
        """The character behind a piece."""
        return self.parts[self.row[at].part].end

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from one place of the row to another."""
        return self.start(first), self.end(last)

    def clause(self, at: int) -> int:
        """The number of the clause that a place stands in."""
        return self.owners.clauses[self.row[at].part]

    def leading(self, at: int) -> tuple[str, ...]:
        """The channels that stand before any time of the clause."""
        return self.leading_in(self.clause(at))

    def leading_in(self, clause: int) -> tuple[str, ...]:
        """The channels that stand before any time of a clause."""
        return tuple(self.owners.leading.get(clause, ()))

    def joint_before(self, at: int) -> str:
        """The mark before a place; empty where none stands there."""
        return self.row[at - 1].joint if at else ""

    def joint_behind(self, at: int) -> str:
        """The mark behind a place; empty where none stands there."""
        return self.row[at + 1].joint if at + 1 < len(self.row) else ""

    def heads(self, at: int) -> bool:
        """True where a colon, or the end of its line, stands behind a place."""
        return self.joint_behind(at) in _HEADS

    def ends(self, at: int) -> bool:
        """True where a clause, a parenthesis or the phrase ends behind a place."""
        behind = self.row[at + 1] if at + 1 < len(self.row) else None
        return behind is None or behind.breaks or behind.sort is Sort.CLOSE

    def goes_on(self, last: int, bound: Bound) -> bool:
        """True where nothing but a joint stands between the place of a bound before and this one."""
        return bound.first == last + 2 and self.row[last + 1].sort is Sort.JOINT

    def touches_days(self, at: int) -> bool:
        """True where days stand directly behind a place."""
        return at + 1 < len(self.row) and self.row[at + 1].sort is Sort.DAYS

    def range_apart(self, at: int) -> bool:
        """True for a range of dates behind a comma or in parentheses."""
        opened = at > 0 and self.row[at - 1].sort is Sort.OPEN
        apart = opened or self.joint_before(at) == ","
        return apart and isinstance(self.row[at].meaning, p.DateRange)

    def of_a_line(self, period: Period) -> bool:
        """True where a line ends before a period or behind it."""
        return "\n" in (self.joint_before(period.first), self.joint_behind(period.last))

    def last_of_times(self, at: int) -> bool:
        """A time behind another one, and no "and" between: what touches it may be said of it alone."""
        if self.row[at].sort is Sort.OPEN:  # "3pm - choir (May to August)"
            at -= 1 + (self.row[at - 1].joint == "-")
        clock, joint, before = (self.row[k] if k >= 0 else None for k in (at, at - 1, at - 2))
        if clock is None or joint is None or before is None or joint.joint in ("", "and"):
            return False
        return clock.sort is Sort.CLOCK and before.sort is Sort.CLOCK

    def clock_ahead(self, part: int) -> bool:
        """True where a time stands behind a part, in the same clause."""
        clause = self.owners.clauses[part]
        return any(
            isinstance(self.parts[k].meaning, p.Clock) and self.owners.clauses[k] == clause
            for k in range(part + 1, len(self.parts))
        )

    def in_replay(self, part: int) -> bool:
        """True for a part behind the word for a replay, in its clause."""
        clause = self.owners.clauses
        return any(
            isinstance(self.parts[k].meaning, p.Replay) and clause[k] == clause[part] for k in range(part)
        )

    def words(self, first: int, last: int) -> tuple[tuple[Token, ...], ...]:
        """The text around the terms of a piece, from the end of what stands before it."""
        begin, end = self.part(first), self.part(last)
        while (
            begin and begin - 1 not in self.terms and not isinstance(self.parts[begin - 1].meaning, p.Break)
        ):
            begin -= 1
        words = [self.parts[k].words for k in range(begin, end + 1)]
        words.append(self.parts[end].words_behind)
        if end + 1 < len(self.parts) and not self._behind_a_comma(end + 1):
            words.append(self.parts[end + 1].words)
        return tuple(words)

    def _behind_a_comma(self, part: int) -> bool:
        """ "Mondays 10 am, Library;": words between a comma and the end of a clause may be a place."""
        ends = isinstance(self.parts[part].meaning, p.Break)
        return ends and isinstance(self.parts[part - 1].meaning, p.Joint)
