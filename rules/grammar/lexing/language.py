"""Which language a text is in: its words of time tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from rules.vocabulary import BORROWED, Kind, Lang, fold, index

_OF_NO_TIME = frozenset({Kind.TEXT, Kind.UNIT, Kind.CHANNEL, Kind.MEASURE})
_WORDS = re.compile(r"[^\W\d_]+")


def language(text: str, hint: Lang | None = None) -> Lang:
    """The language whose temporal words the text has more of; on a tie the hint, then Vietnamese.

    Words that Vietnamese borrows ("pm", "GMT") tell English only from a text with no other.
    """
    words = spoken(text)
    if words["vi"] == words["en"]:
        if _named_in_vietnamese(text):
            return "vi"
        return hint or ("en" if any(word in BORROWED for word in _words(text)) else "vi")
    return "vi" if words["vi"] > words["en"] else "en"


def _named_in_vietnamese(text: str) -> bool:
    """Two words that are one in Vietnamese: "7h30 am thu Bay" is a Saturday and no Thursday."""
    return any(
        entry.kind not in _OF_NO_TIME and tuple(map(fold, entry.words)) == pair
        for pair in pairwise(map(fold, _words(text)))
        for entry in index("vi").get(pair[0], ())
    )


def spoken(text: str) -> Counter[Lang]:
    """How many words each language may claim; a language with none is not in it."""
    found: Counter[Lang] = Counter()
    for word, times in Counter(_words(text)).items():
        for lang in _claims(word):
            found[lang] += times
    return found


def _words(text: str) -> list[str]:
    return _WORDS.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=8192)
def _claims(word: str) -> tuple[Lang, ...]:
    """The languages that have the word in their vocabulary."""
    found: list[Lang] = []
    if any(entry.words[0] == word or word.isascii() for entry in index("vi").get(fold(word), ())):
        found.append("vi")
    if word in index("en"):
        found.append("en")
    return tuple(found)


def of_time(text: str, lang: Lang) -> bool:
    """True where a word of the text is one of time in the language.

    What one language sets aside in "sau 20h thu bay" without accents is no English Thursday.
    """
    return any(
        entry.kind not in _OF_NO_TIME and len(entry.words) == 1
        for word in _WORDS.findall(text)
        for entry in index(lang).get(fold(word), ())
    )
