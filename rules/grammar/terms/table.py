"""Which productions are tried where a phrase goes on with a token of some kind.

Those that would look in vain are left out: once for a text, by the kinds that occur in it, and once at a
number, where some twenty begin, by what stands behind it. One of which no sign is known is always tried; the
tests try each of the others where its signs miss.
"""

from __future__ import annotations

from collections.abc import Callable

from rules.grammar.terms.en import clock as en_clock
from rules.grammar.terms.en import table as en
from rules.grammar.terms.shared import table as shared
from rules.grammar.terms.shared.table import Production, Table
from rules.grammar.terms.vi import clock as vi_clock
from rules.grammar.terms.vi import table as vi
from rules.vocabulary import Kind, Lang

__all__ = ["PLACED", "PRODUCTIONS", "Production", "Table", "behind_a_number", "worth_trying"]

PRODUCTIONS: dict[Lang, Table] = {
    "vi": shared.PRODUCTIONS | vi.PRODUCTIONS,
    "en": shared.PRODUCTIONS | en.PRODUCTIONS,
}
# The hour that a time means with a part of the day beside it.
PLACED: dict[Lang, Callable[[int, str, bool], int | None]] = {"vi": vi_clock.placed, "en": en_clock.placed}

_IN_TEXT = shared.IN_TEXT | vi.IN_TEXT | en.IN_TEXT
_BEHIND_A_NUMBER = shared.BEHIND_A_NUMBER | vi.BEHIND_A_NUMBER | en.BEHIND_A_NUMBER
# Each row with the signs of its productions, where one of them has any.
_SIGNED = {
    lang: {
        kind: tuple((one, _IN_TEXT.get(one)) for one in row)
        for kind, row in table.items()
        if not _IN_TEXT.keys().isdisjoint(row)
    }
    for lang, table in PRODUCTIONS.items()
}
_BEHIND = frozenset(kind for signs in _BEHIND_A_NUMBER.values() for kind in signs)
_NUMBERED = {
    lang: {
        behind: tuple(one for one in table[Kind.NUMBER] if behind in _BEHIND_A_NUMBER.get(one, (behind,)))
        for behind in (*_BEHIND, None)  # None: any other
    }
    for lang, table in PRODUCTIONS.items()
}


def worth_trying(lang: Lang, kinds: frozenset[Kind]) -> Table:
    """The productions of a language, without those that miss their sign in a text of these kinds."""
    signed = _SIGNED[lang]
    return PRODUCTIONS[lang] | {
        kind: tuple(one for one, signs in signed[kind] if signs is None or not kinds.isdisjoint(signs))
        for kind in kinds
        if kind in signed and kind is not Kind.NUMBER
    }


def behind_a_number(lang: Lang, behind: Kind) -> tuple[Production, ...]:
    """The productions that read a number with a token of this kind behind it."""
    return _NUMBERED[lang][behind if behind in _BEHIND else None]
