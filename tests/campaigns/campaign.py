"""A campaign: one kind of fault at random moments, so many times, and what became of each try."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Campaign:
    """What is counted.

    survived   tries after which all was as it must be
    lost       what was owed or stored and is nowhere
    doubled    what came or stands twice
    let_in     what should have been refused
    """

    name: str
    tries: int
    seed: int
    tried: int = 0
    lost: int = 0
    doubled: int = 0
    let_in: int = 0
    wrong: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def each(self) -> Iterator[random.Random]:
        """The dice of each try: a try is the same whatever the others before it did."""
        for number in range(self.tries):
            self.tried += 1
            yield random.Random(f"{self.seed}/{number}")  # noqa: S311 - no secret

    def judge(self, *, lost: int = 0, doubled: int = 0, let_in: int = 0, wrong: str = "") -> None:
        """What a try came to; `wrong` says what else did not hold."""
        self.lost, self.doubled, self.let_in = self.lost + lost, self.doubled + doubled, self.let_in + let_in
        if lost or doubled or let_in or wrong:
            counts = f"lost {lost}, doubled {doubled}, let in {let_in}"
            self.wrong.append(f"try {self.tried - 1}: {counts} {wrong}".rstrip())

    def said(self) -> str:
        """The line for the end of a run."""
        survived = self.tried - len(self.wrong)
        counts = f"tried {self.tried}, survived {survived}, lost {self.lost}, doubled {self.doubled}"
        return ", ".join([f"{self.name}: {counts}, let in {self.let_in}", *self.beside, f"seed {self.seed}"])
