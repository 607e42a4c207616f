"""A place in the tokens, and the small steps that productions share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind, Lang

_T = TypeVar("_T")
_SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SLASH})
_RANGE = frozenset({Kind.DASH, Kind.TO})

_LONGEST_SKIP = 8
_FARTHEST = 64  # tokens that are looked back, or ahead


class Cursor:
    """Tokens read from left to right; a production that fails puts the place back."""

    __slots__ = ("_end", "_row", "at", "dateless", "lang", "month_first", "slashed", "tokens")

    def __init__(
        self, tokens: Sequence[Token], lang: Lang, length: int, *, month_first: bool = False
    ) -> None:
        self.tokens = tokens
        self.at = 0
        self.lang = lang
        self.month_first = month_first  # how 5/6 is read in English
        self.slashed = False  # set where a date was read that has another meaning the other way
        self.dateless = 0  # no list of dates begins before this place: one was looked for in vain
        self._end = Token(Kind.END, None, "", length, length)
        # Ends behind the tokens: a place before the first one counts from the last of them.
        self._row = [*tokens, *[self._end] * _FARTHEST]

    def peek(self, ahead: int = 0) -> Token:
        """The token at this place, or the end."""
        try:
            return self._row[self.at + ahead]
        except IndexError:
            return self._end

    def kind(self, ahead: int = 0) -> Kind:
        """The kind of the token at this place."""
        try:
            return self._row[self.at + ahead].kind
        except IndexError:
            return Kind.END

    def take(self) -> Token:
        """The token at this place; the place moves on."""
        token = self.peek()
        self.at += 1
        return token

    def accept(self, *kinds: Kind) -> Token | None:
        """The token, if it is of one of these kinds."""
        token = self.peek()
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def skip(self, *kinds: Kind) -> None:
        """Pass over tokens of these kinds; a run longer than any sentence has is left, for it costs time."""
        for _ in range(_LONGEST_SKIP):
            if self.kind() not in kinds:
                return
            self.at += 1

    def attempt(self, production: Callable[[Cursor], _T | None]) -> _T | None:
        """What the production makes, or None with the place as it was."""
        at = self.at
        made = production(self)
        if made is None:
            self.at = at
        return made

    def since(self, at: int) -> Sequence[Token]:
        """The tokens taken since a place."""
        return self.tokens[at : self.at]

    def clause(self) -> Sequence[Token]:
        """The tokens around this place, from one ";" to the next."""
        last = self.at
        while last < len(self.tokens) and self.tokens[last].kind is not Kind.SEMICOLON:
            last += 1
        return self.tokens[self._clause_begins() : last]

    def clause_before(self) -> Sequence[Token]:
        """The tokens from the last ";" up to this place."""
        return self.tokens[self._clause_begins() : self.at]

    def _clause_begins(self) -> int:
        first = self.at
        while first > 0 and self.tokens[first - 1].kind is not Kind.SEMICOLON:
            first -= 1
        return first

    def number(self) -> int | None:
        """A number in digits, or in words."""
        token = self.peek()
        if token.kind in (Kind.NUMBER, Kind.NUMBER_WORD):
            self.at += 1
            return token.number
        return None

    def listed(self, element: Callable[[Cursor], _T | None]) -> list[_T | tuple[_T, _T]]:
        """One or more elements ("1, 3 and 5", "1/3", "2+4"); a pair is a range ("Monday to Friday")."""
        found: list[_T | tuple[_T, _T]] = []
        first = self.attempt(element)
        while first is not None:
            last = self.attempt(lambda c: c.accept(*_RANGE) and element(c))
            found.append(first if last is None else (first, last))
            at = self.at
            while self.kind() in _SEPARATORS:
                self.at += 1
            first = self.attempt(element) if self.at > at else None
            if first is None:
                self.at = at
        return found


def flat(found: Sequence[int | tuple[int, int]]) -> tuple[int, ...]:
    """Numbers of a list, its ranges filled, in order and once each; the last ones (-1 …) behind."""
    numbers: set[int] = set()
    for one in found:
        if isinstance(one, tuple):
            numbers.update(range(one[0], one[1] + 1) if one[0] <= one[1] else one)
        else:
            numbers.add(one)
    return in_order(numbers)


def in_order(numbers: set[int]) -> tuple[int, ...]:
    """1, 2, 3 …, then -1, -2 …: the canonical order of weeks and days of a month."""
    return tuple(sorted(numbers, key=lambda n: (n < 0, abs(n))))
