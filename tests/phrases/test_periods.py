"""A clause that is only a period is an element of the tree; bounds beside a group are none."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

from rules.grammar.lexing.lexer import lex
from rules.grammar.recognizing.sentence import sentence
from rules.grammar.sentences import periods
from rules.grammar.sentences.chart import Chart, Derivation
from rules.grammar.sentences.grammar import trees
from rules.grammar.sentences.preferences import NONE
from rules.grammar.sentences.row import Item, row_of
from rules.grammar.sentences.scopes import Scoped, scoped
from rules.grammar.sentences.trees import Period
from rules.grammar.terms import parts as p
from rules.phrases import language


def _above_the_production(mark: str) -> list[str]:
    """The phrases that stand above it in the grammar, behind a mark."""
    found = re.search(rf"^# {mark}(.+)$", inspect.getsource(periods), re.MULTILINE)
    assert found is not None
    return [phrase.strip() for phrase in found[1].split(" | ")]


def _read(phrase: str) -> tuple[list[p.Part], list[Item]]:
    lang = language(phrase)
    parts = sentence(lex(phrase, lang), lang, len(phrase)).parts
    return parts, row_of(parts)


def _ways(phrase: str) -> list[Scoped]:
    parts, row = _read(phrase)
    return scoped(trees(row)[0], row, parts)


def _periods(phrase: str) -> Iterator[Period]:
    _, row = _read(phrase)
    for one in trees(row)[0]:
        yield from (element for element in one.tree if isinstance(element, Period))


@pytest.mark.parametrize("phrase", _above_the_production("(?!not: )"))
def test_the_example_has_a_period_of_its_own_clause(phrase: str) -> None:
    assert list(_periods(phrase))


@pytest.mark.parametrize("phrase", _above_the_production("not: "))
def test_the_counter_example_has_none(phrase: str) -> None:
    assert not list(_periods(phrase))


@pytest.mark.parametrize(
    ("phrase", "ways"),
    [
        ("thứ Hai 8h; thứ Ba 9h; từ 6/5 đến 31/5", {(0, 1)}),
        ("thứ Hai 8h; thứ Ba 9h; hội trại từ 6/5 đến 31/5", {None, (0, 1)}),
        ("thứ Hai 8h; từ 6/5 đến 31/5; thứ Ba 9h", {None, (0,), (1,), (0, 1)}),
        ("từ 6/5; thứ Hai 8h", {(0,)}),
        ("tuần 1; từ 6/5 đến 31/5", {None}),
    ],
)
def test_what_a_period_may_hold_for(phrase: str, ways: set[tuple[int, ...] | None]) -> None:
    """Its own group is None, else it holds for the groups with these numbers."""
    found: set[tuple[int, ...] | None] = set()
    for way in _ways(phrase):
        found |= {held for _, held in way.bounds}
        found |= {None} if way.periods else set()
    assert found == ways


def test_productions_of_one_name_are_told_apart() -> None:
    def named(value: int) -> object:
        def production(_: Chart, at: int) -> Iterator[Derivation[int]]:
            yield Derivation(value, at + 1, NONE)

        return production

    c = Chart(_read("thứ Hai 8h")[1])
    assert [c.made(named(n), 0)[0].value for n in (1, 2)] == [1, 2]  # type: ignore[arg-type]
