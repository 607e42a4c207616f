"""How much a station's name for a programme is like an item's title, from 0 to 1.

Stations shorten: "CCHC CHUYEN MUC T01" is "Chuyên mục cải cách hành chính". So words are compared without
marks, and a word of a line may stand for the first letters of several words of the title.
"""

from __future__ import annotations

import re

from scheduler.store.statements.search import fold

ALIKE = 0.6
_SHORTEST, _WORD = 3, re.compile(r"[a-z0-9]+")
# Words that nearly every programme has say little of which it is.
_COMMON = frozenset(
    ("chuyen", "muc", "chuong", "trinh", "ban", "tin", "phat", "song", "ky", "so", "tren", "kenh", "the",
     "ve", "va", "cua", "dai")
)  # fmt: skip


def likeness(said: str, title: str) -> float:
    """What part of the title's own words the line has."""
    words = _WORD.findall(fold(title))
    if not words:
        return 0.0
    line = set(_WORD.findall(fold(said)))
    covered = [word in line for word in words]
    for token in line:
        for begin in range(len(words) - len(token) + 1) if len(token) >= _SHORTEST else ():
            if "".join(word[0] for word in words[begin : begin + len(token)]) == token:
                covered[begin : begin + len(token)] = [True] * len(token)
    own = [place for place, word in enumerate(words) if word not in _COMMON]
    if not own:
        own = list(range(len(words)))
    return sum(covered[place] for place in own) / len(own)
