"""docs/decisions/phrases.md says what the reader does: each phrase of its tables is run."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rules.grammar.sentences.preferences import TABLE
from rules.phrases import Context, read

PAGE = (Path(__file__).parents[2] / "docs" / "decisions" / "phrases.md").read_text(encoding="utf-8")
CONTEXT = Context(year=2024, first=date(2024, 1, 1), last=date(2024, 12, 31))
_ROW = re.compile(r"^\| ([LPTRQ]\d+) \| (.+) \|$", re.MULTILINE)
ROWS = {number: [cell.strip() for cell in cells.split(" | ")] for number, cells in _ROW.findall(PAGE)}


def _of(letter: str) -> list[tuple[str, list[str]]]:
    return [(number, cells) for number, cells in ROWS.items() if number[0] == letter]


def test_the_numbers_go_on_without_a_gap() -> None:
    for letter in "PTRQ":
        assert [number for number, _ in _of(letter)] == [
            f"{letter}{at + 1}" for at in range(len(_of(letter)))
        ]


def test_the_page_and_the_table_of_preferences_agree() -> None:
    assert {number: tuple(cells) for number, cells in _of("P")} == {
        number: (preferred, sentence, other) for number, preferred, sentence, other in TABLE.values()
    }


@pytest.mark.parametrize(("number", "cells"), _of("T"), ids=[number for number, _ in _of("T")])
def test_a_choice_is_understood(number: str, cells: list[str]) -> None:
    assert read(cells[0], CONTEXT).status == "understood"


@pytest.mark.parametrize(("number", "cells"), _of("R"), ids=[number for number, _ in _of("R")])
def test_a_refusal_is_told_by_its_code(number: str, cells: list[str]) -> None:
    found = read(cells[0], CONTEXT)
    assert found.status == "refused"
    assert cells[1] in {problem.code for problem in found.problems}


@pytest.mark.parametrize(("number", "cells"), _of("Q"), ids=[number for number, _ in _of("Q")])
def test_a_question_is_asked_by_its_code(number: str, cells: list[str]) -> None:
    found = read(cells[0], CONTEXT)
    assert found.status == "ambiguous"
    assert {cells[1]} == {reading.why.code.split(",")[0].strip() for reading in found.readings}
