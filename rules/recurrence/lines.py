"""A text cut into its properties, each with its place in what was given.

Lines may be folded (RFC 5545, 3.1), and line ends may have become blanks, as in a cell of a table: a
property begins at its name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rules.recurrence.messages import Fault, fault, shown

_NAMES = re.compile(r"(DTSTART|RRULE|EXRULE|RDATE|EXDATE)\s*(?=[;:])", re.IGNORECASE)
_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]+(?![^\W\d_])")
_FOLD = re.compile(r"\r?\n[ \t]")
_ONCE = ("DTSTART", "RRULE")


class Piece(NamedTuple):
    """A part of the text: upper case, without blanks around, with the place of each character."""

    text: str
    places: tuple[int, ...]

    @property
    def span(self) -> tuple[int, int]:
        """First character and the one after the last, in the text as it was given."""
        return (self.places[0], self.places[-1] + 1) if self.places else (0, 0)

    def parted(self, sign: str) -> list[Piece]:
        """The pieces between the signs."""
        found, begin = [], 0
        for part in self.text.split(sign):
            found.append(self.cut(begin, begin + len(part)))
            begin += len(part) + 1
        return found

    def cut(self, begin: int, end: int) -> Piece:
        """The characters from `begin` to `end`, without blanks around them."""
        text = self.text[begin:end]
        begin += len(text) - len(text.lstrip())
        text = text.strip()
        # Nothing has the place of what follows it, so that a fault can still point somewhere.
        places = self.places[begin : begin + len(text)] or self.places[max(begin - 1, 0) : begin or 1]
        return Piece(text, places)

    def fault(self, key: str, **facts: object) -> Fault:
        """A fault at this place; its text is the fact `given`."""
        return fault(key, *self.span, **{"given": shown(self.text), **facts})


class Property(NamedTuple):
    """One line: its name, what stands between name and colon, its value."""

    name: str
    parameters: tuple[Piece, ...]
    value: Piece


def properties(text: str) -> list[Property]:
    """The lines of a text; a rule alone is one line RRULE. Raises `Fault`."""
    whole = _unfolded(text)
    names = list(_NAMES.finditer(whole.text))
    if not names:
        return [Property("RRULE", (), whole.cut(0, len(whole.text)))]
    before = whole.cut(0, names[0].start())
    if before.text:
        raise before.fault("rule-text/other")
    found: list[Property] = []
    ends = [match.start() for match in names[1:]] + [len(whole.text)]
    for match, end in zip(names, ends, strict=True):
        name = match[1]
        here = whole.cut(match.start(), match.end())
        if name == "EXRULE":
            raise here.fault("rule-text/exrule")
        if name in _ONCE and any(one.name == name for one in found):
            raise here.fault("rule-text/twice", name=name)
        head, colon, _ = whole.text[match.end() : end].partition(":")
        middle = match.end() + len(head)
        parameters = whole.cut(match.end(), middle).parted(";")[1:] if head.strip() else []
        if not colon:
            raise whole.cut(match.start(), end).fault("rule-text/parameter")
        found.append(Property(name, tuple(parameters), whole.cut(middle + 1, end)))
    return found


def _unfolded(text: str) -> Piece:
    places: list[int] = []
    begin = 0
    for match in _FOLD.finditer(text):
        places += range(begin, match.start())
        begin = match.end()
    places += range(begin, len(text))
    letters = "".join(text[place] for place in places)
    # Only plain letters, so that one character stays one.
    return Piece(_WORD.sub(lambda word: word[0].upper(), letters), tuple(places))
