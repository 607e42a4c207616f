"""Digits are 0 to 9: any other is refused with its place, and never ends in an exception."""

from __future__ import annotations

import random

import pytest

from rules.phrases import Context, read
from tests.phrases.test_mutations import texts

OTHERS = "²٣３①₅४"
CONTEXT = Context(year=2024)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lần 1²5 lần 15", "1²5"),
        ("lần ٣", "٣"),
        ("8h T٣", "T٣"),
        ("8h thứ ²", "²"),
        ("17h٤5 thứ Hai", "٤5"),
        ("8h ngày ٣/٤", "٣"),
        ("Q²", "Q²"),
        ("2 lần 1² lần 2", "1²"),
    ],
)
def test_a_foreign_digit_is_refused_with_its_place(text: str, words: str, lang: str) -> None:
    found = read(text, Context(year=2024, lang=lang))  # type: ignore[arg-type]
    assert found.status == "refused"
    assert any(words in text[one.start : one.end] for one in found.problems)


def test_no_sentence_with_a_foreign_digit_ends_in_an_exception() -> None:
    chosen = random.Random(7)  # noqa: S311
    sentences = [text for text in texts() if any(sign in "0123456789" for sign in text)]
    for text in chosen.sample(sentences, 300):
        at = chosen.choice([k for k, sign in enumerate(text) if sign in "0123456789"])
        read(text[:at] + chosen.choice(OTHERS) + text[at + chosen.randrange(2) :], CONTEXT)


def test_signs_of_chemistry_and_of_areas_are_no_numbers() -> None:
    assert read("Chuyên đề giảm CO₂: 8h thứ Hai hằng tuần", CONTEXT).status == "understood"
