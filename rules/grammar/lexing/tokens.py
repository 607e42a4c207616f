"""The tokens of a phrase, and the faults that reading it can find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rules.understanding import Problem as Problem
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
        """The value of a token whose kind always has a number: digits, number words, ordinals, weekdays."""
        if not isinstance(self.value, int):
            raise TypeError(f"a token of kind {self.kind} has no number")
        return self.value

    @property
    def numbers(self) -> tuple[int, ...]:
        """The value of a token whose kind has several numbers: weekdays."""
        if not isinstance(self.value, tuple):
            raise TypeError(f"a token of kind {self.kind} has no numbers")
        return self.value


def written(tokens: Sequence[Token]) -> str:
    """Tokens that stand together, as they are written."""
    return "".join(
        token.text if token.glued or not place else f" {token.text}" for place, token in enumerate(tokens)
    )


class Refusal(Exception):  # noqa: N818 - the family's name in this product
    """Raised by a production when the words are temporal but impossible; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.en)
        self.problem = problem
