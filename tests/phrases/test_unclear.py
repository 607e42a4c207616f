"""Sentences where a hasty reader gives wrong dates: the right ones, or a question, or a refusal."""

from __future__ import annotations

from datetime import date

import pytest

from rules.phrases import Context, read
from tests.phrases.corpus import unclear_en, unclear_vi
from tests.phrases.corpus.case import Case
from tests.phrases.corpus.run import faults, told

CAREFUL = [*unclear_vi.CAREFUL, *unclear_en.CAREFUL]
NEVER = [*unclear_vi.NEVER, *unclear_en.NEVER]


def _context(case: Case) -> Context:
    return Context(
        year=case.year, first=date(case.year, 1, 1), last=date(case.year, 12, 31), target=case.target
    )


@pytest.mark.parametrize("case", CAREFUL, ids=[case.text for case in CAREFUL])
def test_dates_are_the_right_ones_or_none(case: Case) -> None:
    if read(case.text, _context(case)).status == "understood":
        assert faults(case) == []


@pytest.mark.parametrize("case", NEVER, ids=[case.text for case in NEVER])
def test_no_dates_and_the_words_are_named(case: Case) -> None:
    understanding = read(case.text, _context(case))
    assert understanding.status != "understood", told(understanding)
    if understanding.status == "refused" and case.words is not None:
        at = case.text.index(case.words)
        end = at + len(case.words)
        assert any(p.start < end and at < p.end for p in understanding.problems), told(understanding)


def test_no_sentence_stands_in_two_lists() -> None:
    cases = [*unclear_vi.CASES, *unclear_en.CASES, *CAREFUL, *NEVER]
    assert len(cases) == len({(case.text, case.year) for case in cases})
