"""docs/extending.md, followed step by step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rules import vocabulary
from rules.instances import starts
from rules.phrases import Context, read
from rules.schedule import WeekConvention
from rules.vocabulary import Kind, en, index
from rules.wording import wording

PAGE = Path(__file__).parents[2] / "docs" / "extending.md"
CONTEXT = Context(lang="en", year=2024)


@pytest.fixture
def forget() -> Iterator[None]:
    """The index of words is made once; a test that adds one makes it anew, before and after."""
    index.cache_clear()
    yield
    index.cache_clear()


def test_a_word_needs_one_line_in_the_table(forget: None, monkeypatch: pytest.MonkeyPatch) -> None:
    phrase = "wodensday week 3 at 17:45"
    assert read(phrase, CONTEXT).status == "refused"

    wednesday = next(line for line in en.LINES if line[1] is Kind.WEEKDAY and "wednesday" in line[0])
    monkeypatch.setattr(en, "LINES", (*en.LINES, ("wodensday", Kind.WEEKDAY, wednesday[2])))
    index.cache_clear()

    found = read(phrase, CONTEXT)
    assert found.status == "understood"
    assert found.schedule == read("Wednesday week 3 at 17:45", CONTEXT).schedule
    assert found.schedule is not None
    assert [day.strftime("%d/%m") for day in starts(found.schedule, date(2024, 1, 1), date(2024, 2, 29))] == [
        "17/01", "21/02",
    ]  # fmt: skip
    # The way out is what it was.
    assert "wodensday" not in wording(found.schedule, "en").lower()


def test_the_line_on_the_page_is_one_of_the_table() -> None:
    """The spellings on the page stand together in one line of the table, of the kind that it says."""
    shown = re.search(r'^    \("([^"…]+)\|…", Kind\.(\w+)', PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert shown is not None
    assert any(line[0].startswith(shown[1]) and line[1] is Kind.__members__[shown[2]] for line in en.LINES)


@pytest.mark.parametrize("convention", list(WeekConvention))
def test_a_convention_is_known_everywhere_by_its_name(convention: WeekConvention) -> None:
    found = read("Wednesday week 3 at 17:45", Context(lang="en", year=2024, weeks=convention))
    assert found.schedule is not None
    again = read(wording(found.schedule, "en"), CONTEXT)
    assert again.schedule == found.schedule


def test_the_files_and_names_of_the_page_are_there() -> None:
    root = PAGE.parents[1]
    words = PAGE.read_text(encoding="utf-8").replace("`", " ").replace(",", " ").split()
    paths = [word.rstrip(".:;)") for word in words if "/" in word and not word.startswith("(")]
    assert len(paths) > 8
    assert [path for path in paths if not (root / path).exists()] == []
    assert vocabulary.Lang is not None
    from rules import weeks

    assert callable(weeks._week_starts)
    assert callable(weeks.week_numbers)
