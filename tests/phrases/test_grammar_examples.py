"""The phrases that stand above each production are run: each is used whole by that production's grammar."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rules.grammar
from rules.grammar.lexing.lexer import lex
from rules.grammar.recognizing.sentence import sentence
from rules.phrases import language

_EXAMPLES = re.compile(r"^# (\w+): (.+)$", re.MULTILINE)


def examples() -> list[tuple[str, str]]:
    folder = Path(rules.grammar.__file__).parent
    return [
        (f"{path.relative_to(folder).with_suffix('').as_posix()}.{name}", example.strip())
        for path in sorted(folder.rglob("*.py"))
        for name, line in _EXAMPLES.findall(path.read_text(encoding="utf-8"))
        for example in line.split(" | ")
    ]


def test_both_languages_have_examples() -> None:
    rooms = {name.rsplit("/", 1)[0] for name, _ in examples()}
    assert rooms >= {"terms/vi", "terms/en", "terms/shared"}


@pytest.mark.parametrize(("name", "example"), examples(), ids=[f"{n}: {e}" for n, e in examples()])
def test_example_is_used_whole(name: str, example: str) -> None:
    room = name.split("/")[1]
    lang = room if room in ("vi", "en") else language(example)
    made = sentence(lex(example, lang), lang, len(example))  # type: ignore[arg-type]
    assert made.problems == []
    assert [t.text for t in made.ignored] == []
    assert made.parts or made.asides
