"""One run of the assembly: its draft and surroundings, the answers to its doubts, the faults it finds.

Ambiguity is found by rules: a place that can be read in several ways asks `Assembling.pick`. The
assembly runs once for each combination of answers, so that every reading is a whole schedule with
its own dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from rules.grammar.drafting.drafts import Draft
from rules.grammar.lexing.tokens import Problem
from rules.grammar.messages import code_of, problem, say
from rules.schedule import WeekConvention
from rules.vocabulary import Lang

_T = TypeVar("_T")


class Option(NamedTuple, Generic[_T]):
    """One way to read a doubtful place; `code` names the doubt."""

    value: _T
    code: str
    en: str
    vi: str


class Doubt(NamedTuple):
    """A doubtful place that came up: how many ways there are, and the one that was taken."""

    ways: int
    taken: Option[object]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the phrase stands in: language, year of the plan, week convention."""

    lang: Lang
    year: int | None
    weeks: WeekConvention


@dataclass(slots=True)
class Assembling:
    """The state of one run. `preset` numbers the options to take, in the order in which doubts come up."""

    draft: Draft
    around: Surroundings
    preset: tuple[int, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def fault(self, key: str, span: tuple[int, int], **facts: object) -> None:
        """Report a problem."""
        self.problems.append(problem(key, span[0], span[1], **facts))

    def channels(self, written: Sequence[str]) -> Sequence[str | None]:
        """The channels of a slot or replay: its own, else the one that heads the phrase, else none."""
        return written or [*self.draft.facts.heading_channels[:1], None][:1]

    def pick(self, options: Sequence[Option[_T]]) -> _T:
        """The preset option of this doubt, or the first; the doubt is recorded."""
        at = len(self.doubts)
        taken = options[self.preset[at] if at < len(self.preset) else 0]
        self.doubts.append(Doubt(len(options), Option(*taken)))
        return taken.value


def option(value: _T, key: str, **facts: object) -> Option[_T]:
    """An option with its sentence of the table."""
    return Option(value, code_of(key), *say(key, **facts))
