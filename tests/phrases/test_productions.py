"""Each production in the table makes a part of its example, and none of its counter-example."""

from __future__ import annotations

import pytest

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.lexer import lex
from rules.grammar.lexing.tokens import Refusal
from rules.grammar.recognizing import sentence as recognizing
from rules.grammar.recognizing.sentence import sentence
from rules.grammar.terms import parts as p
from rules.grammar.terms.table import PRODUCTIONS, Production, Table, behind_a_number, worth_trying
from rules.phrases import language
from rules.vocabulary import Kind, Lang
from tests.phrases.counter_examples import NOT, OVER_LINES, REFUSED
from tests.phrases.test_grammar_examples import examples


def _name(production: Production) -> str:
    module = production.__module__.removeprefix("rules.grammar.terms.").replace(".", "/")
    return f"{module}.{production.__name__}"


NAMES = sorted({_name(one) for table in PRODUCTIONS.values() for row in table.values() for one in row})
EXAMPLES: dict[str, list[str]] = {}
for _of, _example in examples():
    EXAMPLES.setdefault(_of.removeprefix("terms/"), []).append(_example)


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the productions that took something, or refused, since the test began."""
    found: set[str] = set()

    def watched(production: Production) -> Production:
        def tried(c: Cursor) -> p.Meaning | None:
            at = c.at
            try:
                meaning = production(c)
            except Refusal:
                found.add(_name(production))
                raise
            if meaning is not None and c.at > at:
                found.add(_name(production))
            return meaning

        return tried

    def rows(lang: Lang, kinds: frozenset[Kind]) -> Table:
        return {kind: tuple(map(watched, row)) for kind, row in worth_trying(lang, kinds).items()}

    def row(lang: Lang, behind: Kind) -> tuple[Production, ...]:
        return tuple(map(watched, behind_a_number(lang, behind)))

    monkeypatch.setattr(recognizing, "worth_trying", rows)
    monkeypatch.setattr(recognizing, "behind_a_number", row)
    return found


def _try(name: str, phrase: str) -> None:
    room = name.split("/")[0]
    lang: Lang = "en" if room == "en" else "vi" if room == "vi" else language(phrase)
    sentence(lex(phrase, lang), lang, len(phrase))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in REFUSED])
def test_one_of_its_examples_needs_the_production(name: str, used: set[str]) -> None:
    for example in (OVER_LINES[name],) if name in OVER_LINES else EXAMPLES[name]:
        _try(name, example)
    assert name in used


@pytest.mark.parametrize(("name", "phrase"), REFUSED.items(), ids=REFUSED)
def test_what_only_refuses_refuses_its_phrase(name: str, phrase: str, used: set[str]) -> None:
    assert name in NAMES
    _try(name, phrase)
    assert name in used


@pytest.mark.parametrize(
    ("name", "phrase"),
    [(name, phrase) for name, phrases in NOT.items() for phrase in phrases.split(" | ")],
)
def test_the_counter_example_makes_no_part_of_the_production(name: str, phrase: str, used: set[str]) -> None:
    assert name in NAMES
    _try(name, phrase)
    assert name not in used
