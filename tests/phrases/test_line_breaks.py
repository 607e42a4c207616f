"""A table cell breaks a sentence where its column ends: no blank that becomes a line break moves a date.

    python -m tests.phrases.test_line_breaks

tries every blank and prints what does not hold.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from zlib import crc32

import pytest

from rules.instances import expand
from rules.phrases import Understanding
from rules.schedule import Schedule
from tests.phrases.corpus.case import Case
from tests.phrases.test_mutations import Sentence, read_again, sentences

# Blanks at which a column may end: behind a word or its mark, before a word or a bracket.
_BLANK = re.compile(r"(?<=[\w,;:.)]) (?=[\w(])")
# The others are asked: 169 of 2,295 with a break at one blank of each sentence, and 13 are refused.
_LEAST_READ = 0.9
# Found at every blank: the dot of "p.m." before a break ended the sentence, and the channel was lost.
_WITH_A_CHANNEL = (
    "Daily except Sunday at 6:55 p.m.\non Channel 12",
    "Saturdays at 8 p.m.\non KG1, encore Sunday 9 a.m.",
)


class Broken(NamedTuple):
    """A sentence with one blank turned into a line break, and what became of it."""

    text: str
    outcome: str


def broken(sentence: Sentence, at: int) -> Broken:
    text = f"{sentence.case.text[:at]}\n{sentence.case.text[at + 1 :]}"
    return Broken(text, _outcome(sentence, read_again(text, sentence.case)))


def _outcome(sentence: Sentence, again: Understanding) -> str:
    if again.schedule is None:
        return again.status
    assert sentence.base.schedule is not None
    same = _given(sentence.case, again.schedule) == _given(sentence.case, sentence.base.schedule)
    return "same" if same else "others"


def _given(case: Case, schedule: Schedule) -> tuple[object, ...]:
    """All that a schedule gives in the year of the case."""
    found = expand(schedule, date(case.year, 1, 1), date(case.year, 12, 31))
    periods = ("window", "span")
    given = {(i.kind, i.start, i.end if i.kind in periods else None, i.channel) for i in found}
    return frozenset(given), schedule.quotas


def _blanks(sentence: Sentence) -> list[int]:
    return [match.start() for match in _BLANK.finditer(sentence.case.text)]


def one_of_each() -> Iterator[Broken]:
    """Each sentence with a break at one blank, the same at each run."""
    for sentence in sentences():
        dice = random.Random(crc32(sentence.case.text.encode()))  # noqa: S311 - no secret
        if "\n" not in sentence.case.text and (blanks := _blanks(sentence)):
            yield broken(sentence, dice.choice(blanks))


def every_one() -> Iterator[Broken]:
    """Each sentence with a break at each of its blanks in turn."""
    for sentence in sentences():
        if "\n" not in sentence.case.text:
            yield from (broken(sentence, at) for at in _blanks(sentence))


def judged(found: Iterator[Broken]) -> None:
    """No break gives other dates, and nine in ten are read as if it were none."""
    outcomes: Counter[str] = Counter()
    wrong = []
    for text, outcome in found:
        outcomes[outcome] += 1
        if outcome == "others":
            wrong.append(text)
    assert not wrong, "\n\n".join(wrong)
    assert outcomes["same"] >= _LEAST_READ * outcomes.total(), outcomes


def test_a_line_break_within_a_sentence_moves_no_date() -> None:
    judged(one_of_each())


@pytest.mark.parametrize("text", _WITH_A_CHANNEL)
def test_a_line_break_that_lost_a_channel_loses_none(text: str) -> None:
    at = text.index("\n")
    sentence = next(one for one in sentences() if one.case.text == f"{text[:at]} {text[at + 1 :]}")
    assert broken(sentence, at).outcome != "others"


@pytest.mark.long
def test_no_line_break_within_a_sentence_moves_a_date() -> None:
    judged(every_one())


def main() -> None:
    """Print each text whose break gives other dates, and how many of each outcome there are."""
    outcomes: Counter[str] = Counter()
    for text, outcome in every_one():
        outcomes[outcome] += 1
        if outcome == "others":
            print(repr(text))
    print(dict(outcomes))


if __name__ == "__main__":
    main()
