"""Which language a text without accents is in, where both have its words."""

from __future__ import annotations

import pytest

from rules.phrases import language


@pytest.mark.parametrize("text", ["7h30 am thu Bay", "9 pm thu tu", "19h pm thu Nam"])
def test_two_words_that_are_one_in_vietnamese_tell_it(text: str) -> None:
    assert language(text) == "vi"


@pytest.mark.parametrize("text", ["Thu 7h30 am", "Mon, Thu 9 am", "9 pm Thu"])
def test_an_english_weekday_alone_stays_english(text: str) -> None:
    assert language(text) == "en"
