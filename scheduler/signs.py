"""Which signs no text is stored with: no page, mail or feed can show them."""

from __future__ import annotations

import unicodedata

# Control characters, half a character, and signs of private use: what a mail marks its own places with, and
# what a word processor puts for the bullets of its own fonts.
_UNFIT = frozenset({"Cc", "Cs", "Co"})


def unfit_sign(text: str, kept: str = "") -> str | None:
    """The first sign of a text that is not stored, as in "U+E000"; None where there is none. `kept` are."""
    if text.isascii() and text.isprintable():
        return None
    found = (sign for sign in text if unicodedata.category(sign) in _UNFIT and sign not in kept)
    first = next(found, None)
    return None if first is None else f"U+{ord(first):04X}"
