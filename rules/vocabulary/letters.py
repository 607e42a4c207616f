"""How a word is written: without its accents, and cut as the lexer cuts a phrase."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_D_STROKE = str.maketrans("đĐ", "dD")


@lru_cache(maxsize=8192)
@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word without accents, lower case, `đ` as d: what is compared when accents are missing."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower().translate(_D_STROKE))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def spelling(word: str) -> tuple[str, str]:
    """Letters and accents apart, so that *quý* equals *qúy* and composed equals decomposed."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "d\u0335"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return letters, "".join(sorted(c for c in plain if unicodedata.combining(c)))


def split_words(text: str) -> list[str]:
    """Words and marks of a spelling, as the lexer cuts a phrase: runs of letters or digits, single marks."""
    if text.isalnum():
        return [text]
    words: list[str] = []
    run = ""
    for c in text:
        if c.isalnum():
            run += c
            continue
        if run:
            words.append(run)
            run = ""
        if not c.isspace():
            words.append(c)
    return [*words, run] if run else words
