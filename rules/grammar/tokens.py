"""The tokens of a phrase, and the faults that reading it can find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rules.vocabulary import Kind


class Token(NamedTuple):
    """A word or mark of the phrase. `start` and `end` count characters of the normalised phrase.

    `correction` is the true spelling where the phrase has a slip. `glued` says that no space
    stands before the token.
    """

    kind: Kind
    value: object
    text: str
    start: int
    end: int
    glued: bool = False
    correction: str | None = None

    @property
    def number(self) -> int:
        """The value of a number-like token."""
        assert isinstance(self.value, int)  # noqa: S101 - by construction of the kinds that call this
        return self.value


class Problem(NamedTuple):
    """What stops a phrase from being understood: a stable code, the sentence, the span."""

    code: str
    en: str
    vi: str
    start: int
    end: int


class Refusal(Exception):  # noqa: N818 - the family's name in this product
    """Raised by a production when the words are temporal but impossible; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.en)
        self.problem = problem


def refuse(code: str, en: str, vi: str, tokens: Sequence[Token]) -> Refusal:
    """A refusal that spans the given tokens."""
    return Refusal(Problem(code, en, vi, tokens[0].start, tokens[-1].end))
