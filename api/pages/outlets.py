"""A sign for each outlet: a letter and a colour, the same on every entry and in the key beside it.

The letter says it alone, on paper without colours and to who does not see them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

COLOURS = 8  # o1 to o8 of frame.css; beyond that they begin again, the letters go on


class Sign(NamedTuple):
    """How an outlet is marked; `colour` is a class."""

    letter: str
    colour: str


NO_OUTLET = Sign("", "")


def signs(outlets: Iterable[str | None]) -> dict[str | None, Sign]:
    """The signs of outlets by their names, in order of the names."""
    names = sorted({name for name in outlets if name})
    found: dict[str | None, Sign] = {
        name: Sign(letter(place), f"o{place % COLOURS + 1}") for place, name in enumerate(names)
    }
    return {None: NO_OUTLET, **found}


def letter(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
