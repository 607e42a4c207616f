"""The corpus: sentences of offices, each with dates that the almanac derives, or a question, or a refusal."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from tests.phrases import corpus
from tests.phrases.corpus.case import Case
from tests.phrases.corpus.run import faults

_NOT_CASES = {"case", "run"}
CASES: list[tuple[str, Case]] = [
    (module.name, case)
    for module in pkgutil.iter_modules(corpus.__path__)
    if module.name not in _NOT_CASES
    for case in importlib.import_module(f"tests.phrases.corpus.{module.name}").CASES
]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case.text}" for name, case in CASES])
def test_sentence_of_an_office(name: str, case: Case) -> None:
    assert faults(case) == []


def test_no_sentence_stands_twice() -> None:
    texts = [(case.text, case.target) for _, case in CASES]
    assert len(texts) == len(set(texts))
