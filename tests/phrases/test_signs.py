"""Where a production misses its sign it reads nothing: it may be left untried."""

from __future__ import annotations

import pytest

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.lexer import lex
from rules.grammar.lexing.tokens import Refusal
from rules.grammar.masking.table import SET_ASIDE
from rules.grammar.terms.table import PRODUCTIONS, Production, behind_a_number, worth_trying
from rules.phrases import language
from rules.vocabulary import Kind, Lang
from tests.phrases.test_grammar_examples import examples
from tests.phrases.test_mutations import texts

TEXTS = [*texts(), *(example for _, example in examples())]


def _tried(lang: Lang, c: Cursor) -> tuple[Production, ...]:
    if c.kind() is Kind.NUMBER:
        return behind_a_number(lang, c.kind(1))
    return worth_trying(lang, frozenset(token.kind for token in c.tokens)).get(c.kind(), ())


def _made(production: Production, c: Cursor, at: int) -> str | None:
    c.at = at
    try:
        return "a part" if production(c) is not None and c.at > at else None
    except Refusal as refusal:
        return refusal.problem.code


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_left_untried_would_read_nothing(lang: Lang) -> None:
    """An impossible date that it would refuse is refused where the date is read alone."""
    wrong = set()
    for text in (text for text in TEXTS if language(text) == lang):
        tokens = SET_ASIDE[lang](lex(text, lang))
        c = Cursor(tokens, lang, len(text))
        for at, token in enumerate(tokens):
            c.at = at
            tried = _tried(lang, c)
            for production in PRODUCTIONS[lang].get(token.kind, ()):
                made = None if production in tried else _made(production, c, at)
                again = [_made(one, c, at) for one in tried] if made is not None else []
                if made not in (None, "impossible-date", *again):
                    wrong.add((production.__name__, made, text[token.start :][:40]))
    assert wrong == set()
