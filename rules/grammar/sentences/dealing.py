"""The state of the pass that deals parts to rules, and how it looks ahead and behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rules.grammar.messages import problem
from rules.grammar.sentences.drafts import Draft, Replay, Rule
from rules.grammar.terms import parts as p
from rules.schedule import ReplayDay

Mode: TypeAlias = Literal["main", "replay", "except"]

_DAYS = (p.Weekdays, p.NthWeekdays, p.Workdays, p.MonthDays, p.Dates, p.Weeks)


@dataclass(slots=True)
class Dealing:
    """Where the pass stands: at a part, in a clause of a kind (`mode`), dealing to a rule.

    `run` counts the clauses that ";" parts; `depth` counts open parentheses, `mode_depth` those in
    which the present mode began, so that it ends with them. What is pending was
    written before the slot or replay that it belongs to.
    """

    parts: Sequence[p.Part]
    draft: Draft = field(default_factory=Draft)
    mode: Mode = "main"
    run: int = 0
    depth: int = 0
    at: int = 0
    rule: Rule = field(init=False)
    exception: Rule | None = None
    mode_depth: int = 0
    replays: list[Replay] = field(default_factory=list)
    pending_days: list[ReplayDay] = field(default_factory=list)
    pending_part: str | None = None
    pending_due: p.Part | None = None  # the word of a deadline whose day or time follows
    pending_channels: list[str] = field(default_factory=list)
    label_until: int = -1
    replay_count: int | None = None
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.new_rule()

    def new_rule(self) -> Rule:
        """A rule that starts at this part; the pass deals to it from here on."""
        self.rule = Rule(run=self.run, start=self.parts[self.at].start if self.parts else 0)
        self.draft.rules.append(self.rule)
        for name in self.marks:
            setattr(self.rule, name, True)
        self.marks = ()
        return self.rule

    def mark(self, name: Literal["adds", "timeless"]) -> None:
        """Note what a word says of the days behind it: of this rule while it is empty, else of the next."""
        if self.rule.empty:
            setattr(self.rule, name, True)
        else:
            self.marks += (name,)

    def scope(self) -> list[Rule]:
        """The rules of the present run: what a replay, an exception or a month behind them belongs to."""
        return [r for r in self.draft.rules if r.run == self.run] or [self.rule]

    def fault(self, key: str, part: p.Part) -> None:
        """Report a problem at a part."""
        self.draft.problems.append(problem(key, part.start, part.end))

    def unexpected(self, part: p.Part) -> None:
        """Report a part that fits nowhere."""
        self.fault("not-understood/does-not-fit", part)

    def beside(self, step: int) -> p.Meaning | None:
        """The meaning `step` parts away."""
        at = self.at + step
        return self.parts[at].meaning if 0 <= at < len(self.parts) else None

    def clock_follows(self) -> bool:
        """True when a time stands behind, before a replay, a part of the day or the clause's end."""
        for meaning in self._ahead():
            if isinstance(meaning, p.Clock):
                return True
            if isinstance(meaning, (p.Replay, p.Break, p.DayPart)):
                return False
        return False

    def day_follows(self) -> bool:
        """True when a day stands behind, before the next time, replay, exception or the clause's end."""
        for meaning in self._ahead():
            if isinstance(meaning, _DAYS):
                return True
            if isinstance(meaning, (p.Clock, p.Replay, p.Break, p.Except)):
                return False
        return False

    def _ahead(self) -> Iterator[p.Meaning]:
        for at in range(self.at + 1, len(self.parts)):
            yield self.parts[at].meaning
