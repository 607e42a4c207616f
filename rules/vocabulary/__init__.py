"""Words -> numbers, weekdays, months, periods: a table a language, and the index that the lexer reads.

An entry is a spelling (one or more words, lower case, with its accents), the kind of token that it
makes, and the token's value. Accents may be missing in a phrase, or sit on the other vowel
(*quý*, *qúy*); the lexer allows for that, so each word stands here once for each true spelling.
The longest entry that fits wins; of two that a word without accents fits, the one that stands first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rules.vocabulary import en, vi
from rules.vocabulary.kinds import OTHER, TEMPORAL, Kind, Lang
from rules.vocabulary.letters import fold, spelling, split_words
from rules.vocabulary.vi import BORROWED

__all__ = ["BORROWED", "OTHER", "TEMPORAL", "Entry", "Kind", "Lang", "entries", "fold", "index", "spelling"]

_TABLES = {"vi": vi, "en": en}


class Entry(NamedTuple):
    """One spelling: its words, their folded forms, what it makes; `meant` is the true one of a slip."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    kind: Kind
    value: object
    meant: str | None = None


def entries(lang: Lang) -> Iterator[Entry]:
    """Each spelling of a language as an entry."""
    for spellings, kind, value in _TABLES[lang].LINES:
        for text in spellings.split("|"):
            words = tuple(split_words(text))
            yield Entry(words, tuple(fold(w) for w in words), kind, value)
            for slip in en.SLIPS.get(text, ()) if lang == "en" else ():
                yield Entry((slip,), (slip,), kind, value, text)


@cache
def index(lang: Lang) -> dict[str, tuple[Entry, ...]]:
    """Entries by their first folded word, longest first."""
    table: dict[str, list[Entry]] = {}
    for entry in entries(lang):
        table.setdefault(entry.folded[0], []).append(entry)
    return {word: tuple(sorted(found, key=lambda e: -len(e.words))) for word, found in table.items()}
