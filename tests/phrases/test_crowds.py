"""Texts that no office writes: the longest, made of few words, are answered in time and refused clearly."""

from __future__ import annotations

import time

import pytest

from rules.grammar.drafting.forest import MOST_RULES
from rules.grammar.reading import MOST_NUMBERS, MOST_WORDS
from rules.phrases import LONGEST_PHRASE, Context, read

CONTEXT = Context(year=2024)
PIECES = (
    "3, ", "12, ", "kỳ ", "of ", "ngày 31; ", "every Monday at 5:45 ", "bimonthly on the 15th, ", "1/2; ",
    "hoặc ", "5:45; ", "hai ", "the ", "( ", "thu tu ", "trừ ", "phát lại ", "x; ",
    "thứ Tư tuần 3 lúc 17h45, ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_text_of_one_piece_takes_no_time(piece: str) -> None:
    text = (piece * LONGEST_PHRASE)[:LONGEST_PHRASE].rstrip()
    begin = time.process_time()
    understanding = read(text, CONTEXT)
    # 50 ms on a quiet machine; before they were bounded, these took up to 13 s.
    assert time.process_time() - begin < 3
    assert understanding.status == "refused"


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("thứ Tư tuần 3 lúc 17h; " * (MOST_RULES + 1), MOST_RULES),
        ("3, " * (MOST_NUMBERS + 1), MOST_NUMBERS),
        ("x " * (MOST_WORDS + 1), MOST_WORDS),
    ],
)
def test_too_much_of_something_is_refused_with_its_place(text: str, most: int) -> None:
    (problem,) = read(text, CONTEXT).problems
    assert problem.code == "too-many-rules"
    assert f"{most}" in problem.en and f"{most}" in problem.vi
    assert 0 < problem.start < problem.end <= len(text)


def test_as_many_rules_as_are_allowed_are_read() -> None:
    understanding = read(
        "; ".join(f"thứ Tư tuần 3 lúc {hour % 24}h{hour // 24:02}" for hour in range(MOST_RULES))
    )
    assert understanding.status == "understood"
