"""The tokens of a phrase as names are looked for in them: any place may be asked for, by its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

End: TypeAlias = int | None
"""Where a name ends (the place behind its last token), or None where there is none."""

_FARTHEST = 64  # tokens that are looked back, or ahead
NUMBERS = frozenset({Kind.NUMBER, Kind.BAD_NUMBER})


class Row:
    """The tokens of a phrase, with a token of no kind beyond either end."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.days: Sequence[int] | None = None
        # Ends behind the tokens: a place before the first one counts from the last of them.
        self._beyond = Token(Kind.END, None, "", 0, 0)
        self._row = [*tokens, *[self._beyond] * _FARTHEST]

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, at: int) -> Token:
        try:
            return self._row[at]
        except IndexError:
            return self._beyond

    def kind(self, at: int) -> Kind:
        """The kind of the token at a place."""
        try:
            return self._row[at].kind
        except IndexError:
            return Kind.END

    def capital(self, at: int) -> bool:
        """True for a word that is written with a capital."""
        text = self[at].text
        return text[:1].isupper() and self.kind(at) is not Kind.END

    def any(self, kinds: frozenset[Kind], first: int, last: int) -> bool:
        """True where one of the kinds stands from `first` on, before `last`."""
        return any(self.kind(k) in kinds for k in range(first, last))
