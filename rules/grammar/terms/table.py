"""Which productions are tried where a phrase goes on with a token of some kind.

Those that would look in vain are left out: once for a text, by the kinds that occur in it, and once at a
number, where some twenty begin. One of which no sign is known is always tried; the tests try each of the
others where its signs miss.
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
_IN_TEXT = shared.IN_TEXT | vi.IN_TEXT | en.IN_TEXT
_BEHIND_A_NUMBER = shared.BEHIND_A_NUMBER | vi.BEHIND_A_NUMBER | en.BEHIND_A_NUMBER
# The hour that a time means with a part of the day beside it.
PLACED: dict[Lang, Callable[[int, str, bool], int | None]] = {"vi": vi_clock.placed, "en": en_clock.placed}


def worth_trying(lang: Lang, kinds: frozenset[Kind]) -> Table:
    """The productions of a language, without those that miss their sign in a text of these kinds."""
    rows = PRODUCTIONS[lang]
    return {
        kind: tuple(one for one in rows[kind] if one not in _IN_TEXT or not kinds.isdisjoint(_IN_TEXT[one]))
        for kind in kinds
        if kind in rows
    }


def behind_a_number(productions: tuple[Production, ...], behind: Kind) -> tuple[Production, ...]:
    """Those of the productions that read a number with a token of this kind behind it."""
    return tuple(one for one in productions if behind in _BEHIND_A_NUMBER.get(one, (behind,)))
