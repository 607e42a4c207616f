"""Which passwords are guessed first: one sign repeated, rows of keys, common words, the person's own words.

Everything that a guesser would try first is cut out; what is left over must be long enough by itself.
docs/decisions/accounts.md tells why this is a short list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scheduler.store.statements.search import fold

OWN_SIGNS = 6  # how many signs must be left
DIFFERENT_SIGNS = 5  # how many of all must differ
_SHORTEST_WORD = 3
# Rows that fingers run along; each is looked for in both directions.
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb",
)
_RUN = 4
# Folded: without marks and capitals. What leaked lists put first, and what is common here.
_COMMON = """
    password passwort passw0rd pass matkhau mat khau admin administrator quantri quan tri root user guest
    welcome letmein login dangnhap dang nhap secret changeme default iloveyou loveyou anhyeuem anh yeu em
    emyeuanh yeuem love monkey dragon football baseball sunshine princess master superman batman trustno
    hello xinchao xin chao vietnam viet nam hanoi saigon kiengiang kien giang rachgia phuquoc airslot
    phatthanh truyenhinh truyen hinh vanphong van phong computer internet google facebook zalo
    correcthorsebatterystaple correct horse battery staple spring summer autumn winter january december
"""
_YEAR = re.compile(r"(19|20)\d\d")
_LOOKALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})


def is_guessable(password: str, own: Iterable[str] = ()) -> bool:
    """Whether a guesser has it soon. `own` is what is known of the person: address, name, office."""
    plain = fold(password)
    if len(set(plain)) < DIFFERENT_SIGNS:
        return True
    words = sorted({*_COMMON.split(), *_words(own)}, key=len, reverse=True)
    return any(len(_left(spelling, words)) < OWN_SIGNS for spelling in (plain, plain.translate(_LOOKALIKES)))


def _left(text: str, words: Iterable[str]) -> str:
    """What is the password's own: a unit that is repeated counts once."""
    left = _unit("".join(text.split()))
    for row in _ROWS:
        left = _without_runs(_without_runs(left, row), row[::-1])
    for word in words:
        left = left.replace(word, "")
    return _unit("".join(sign for sign in _YEAR.sub("", left) if sign.isalnum()))


def _unit(text: str) -> str:
    """The text, or what it is several times over."""
    length = (text + text).find(text, 1)
    return text[:length] if 0 < length < len(text) else text


def _without_runs(text: str, row: str) -> str:
    """The text without stretches of a row."""
    kept, place = [], 0
    while place < len(text):
        length = next(
            (size for size in range(len(text) - place, _RUN - 1, -1) if text[place : place + size] in row), 0
        )
        if not length:
            kept.append(text[place])
        place += length or 1
    return "".join(kept)


def _words(own: Iterable[str]) -> set[str]:
    """The words of an address or a name, and all of them as one."""
    found: set[str] = set()
    for text in own:
        parts = [part for part in re.split(r"[^a-z0-9]+", fold(text)) if part]
        found |= {part for part in (*parts, "".join(parts)) if len(part) >= _SHORTEST_WORD}
        found |= {"".join(re.findall(r"[a-z0-9]+", fold(text.partition("@")[0])))}
    return {word for word in found if len(word) >= _SHORTEST_WORD}
