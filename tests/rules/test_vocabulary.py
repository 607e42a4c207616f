"""The vocabulary: each spelling stands once a language, and every kind of token is of use."""

from __future__ import annotations

import ast
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import rules
from rules.grammar.lexing.lexer import lex
from rules.grammar.masking.table import SET_ASIDE
from rules.vocabulary import Kind, Lang, entries

LANGUAGES: tuple[Lang, ...] = ("vi", "en")
RULES = Path(rules.__file__).parent
# One of each kind that no entry makes: digits, marks, text, a plan's own channel.
NAMES = "Room 12; May Queen rehearsals every Tuesday about 9pm"
WITHOUT_ENTRY = '17 2O , ; : / - + . ( ) " Báo KG'


def kinds_named_by_the_grammar() -> set[Kind]:
    """Every `Kind.NAME` outside the vocabulary and the lexer: what reads the tokens."""
    files = [path for path in (RULES / "grammar").rglob("*.py") if path.name != "lexer.py"]
    nodes = (
        node
        for path in (*files, RULES / "targets.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )
    return {
        Kind.__members__[node.attr]
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Kind"
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_spelling_stands_once(lang: Lang) -> None:
    counted = Counter(entry.words for entry in entries(lang))
    assert [" ".join(words) for words, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_spelling_is_lower_case_and_composed(lang: Lang) -> None:
    words = [word for entry in entries(lang) for word in entry.words]
    assert words
    assert [word for word in words if word != unicodedata.normalize("NFC", word.lower())] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_spelling_is_read_as_its_own_entry(lang: Lang) -> None:
    for entry in entries(lang):
        (token, *_) = lex(" ".join([*entry.words, *(["monday"] if entry.meant else [])]), lang)
        assert (token.kind, token.value, token.correction) == (entry.kind, entry.value, entry.meant)


def test_each_kind_is_made_and_read() -> None:
    by_entry = {entry.kind for lang in LANGUAGES for entry in entries(lang)}
    by_lexer = {token.kind for token in lex(WITHOUT_ENTRY, "vi", ("KG",))}
    by_surroundings = {token.kind for token in SET_ASIDE["en"](lex(NAMES, "en"))}
    assert set(Kind.__members__.values()) - by_entry - by_lexer - by_surroundings == {Kind.END}
    assert set(Kind.__members__.values()) - kinds_named_by_the_grammar() == set()
