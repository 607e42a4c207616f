"""The values of a reading: what a phrase stands in, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from rules.schedule import Schedule, WeekConvention
from rules.vocabulary import Lang

_A_YEAR = 2024  # of any shape, where the plan's is not known
Status: TypeAlias = Literal["understood", "ambiguous", "refused"]


class Problem(NamedTuple):
    """What stops a phrase from being understood: a stable code, the sentence, the span."""

    code: str
    en: str
    vi: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase stands in.

    year          the plan's year: that of dates without one when a weekday is checked
    first, last   the range in which stated checks ("the next day (Tuesday)") are verified; the year
                  when they are None
    channels      the plan's own channel names, recognised without the word for channel
    target        "2 số/tháng": completes a phrase that names no count
    zone          the plan's time zone ("Asia/Ho_Chi_Minh"), for recurrence text with times in universal time
    """

    lang: Lang | None = None
    year: int | None = None
    weeks: WeekConvention = WeekConvention.BLOCKS
    target: str | None = None
    channels: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person in both languages, under a stable code."""

    code: str
    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """Text without a temporal word that the reading did not need; characters of the phrase."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that nothing licenses, for which a person confirms the reading; characters of the phrase."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of spelling that was read as the word it stands for."""

    was: str
    read_as: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an ambiguous phrase, and what tells it apart."""

    schedule: Schedule
    why: Message


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was made of a phrase. `schedule` is set when it was understood, `readings` when ambiguous.

    One reading alone is to be confirmed, for the sake of the words in `doubts`.
    `alike` are further schedules that the words allow, which give the same dates in the year of the plan.
    """

    phrase: str
    status: Status
    schedule: Schedule | None = None
    readings: tuple[Reading, ...] = ()
    alike: tuple[Schedule, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    corrections: tuple[Correction, ...] = ()
    warnings: tuple[Message, ...] = ()
    problems: tuple[Problem, ...] = ()
    lang: Lang = "vi"


class PhraseError(ValueError):
    """A phrase or target that has no single schedule; `understanding` holds the problems or readings."""

    def __init__(self, understanding: Understanding) -> None:
        self.understanding = understanding
        self.problems = understanding.problems
        told = "; ".join(problem.en for problem in understanding.problems)
        super().__init__(told or _unsettled(understanding))


def _unsettled(understanding: Understanding) -> str:
    """What an ambiguous phrase waits for."""
    if len(understanding.readings) == 1:
        return f"the phrase can be read, {understanding.readings[0].why.en}"
    return f"the phrase can be read in {len(understanding.readings)} ways"


def refused(text: str, fault: Problem, lang: Lang = "vi") -> Understanding:
    """What is made of a text that has one fault."""
    return Understanding(text, "refused", problems=(fault,), lang=lang)


def verified_range(context: Context) -> tuple[date, date]:
    """The range in which what a phrase checks itself by is verified."""
    if context.first is not None and context.last is not None:
        return context.first, context.last
    year = context.year or _A_YEAR
    return date(year, 1, 1), date(year, 12, 31)
