"""The table of sentences: complete in both languages, every key in use and every used key in it."""

from __future__ import annotations

import ast
import string
from datetime import date
from pathlib import Path

import pytest

import rules
from rules.grammar.messages import SENTENCES, Texts, code_of, problem, say
from rules.schedule import Period


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def keys_in_use() -> set[str]:
    """String keys handed to what says a sentence, or kept in a table for it."""
    found: set[str] = set()
    for path in Path(rules.__file__).parent.rglob("*.py"):
        if path.name == "messages.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return found


@pytest.mark.parametrize("key", SENTENCES)
def test_sentence_says_the_same_facts_in_both_languages(key: str) -> None:
    en, vi = SENTENCES[key]
    assert en and vi and en != vi
    assert fields(vi) <= fields(en)


def test_every_sentence_is_in_use() -> None:
    # These are put together from a code and an answer.
    built = {f"missing-day/{policy}" for policy in ("skip", "last", "next")} | {
        f"replay-day/{day}" for day in ("same", "next")
    }
    assert set(SENTENCES) - keys_in_use() == built


def test_code_is_the_key_without_its_detail() -> None:
    assert code_of("impossible-date/month") == "impossible-date"
    assert problem("impossible-date/month", 3, 7, month=13).code == "impossible-date"
    assert code_of("midnight") == "midnight"


def test_facts_are_named_in_the_language_of_the_sentence() -> None:
    told = say("quota-disagrees", count=2, period=Period.HALF, other_count=5, other_period=Period.YEAR)
    assert told.en.startswith("2 a half year is not 5 a year")
    assert told.vi.startswith("2 mỗi nửa năm không bằng 5 mỗi năm")
    assert say("needs-anchor/from", day=date(2024, 1, 8)) == Texts(
        "counting from the week of 8 January", "tính từ tuần có ngày 8/1"
    )
    assert say("target", fault=Texts("no", "không")) == Texts("the target: no", "chỉ tiêu: không")
