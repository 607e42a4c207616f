"""A mail rendered once and filled in for each reader: bytes joined, and no message built again.

What differs between two readers of one mail stands on header lines of its own (To, Date, Message-ID) or is
a token of links. Tokens of the same length are interchangeable in the bytes: they hold no character that
quoted-printable would escape, so every line is broken at the same places. For each set of lengths the
message is written once by `email`, with tokens that stand in, and cut where these are found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.headerregistry import BaseHeader
from email.utils import format_datetime
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from scheduler.reminders.mails.message import LONGEST_LINE, MARKS, OWN_SIGN, POLICY, Draft, compose

SHORTEST_TOKEN = 16
_NAMES = tuple(MARKS)
_TOKEN = re.compile(r"[A-Za-z0-9._-]*")
# An address that `email` writes as it is on one line; any other is left to it.
_PLAIN = re.compile(
    rf"(?=.{{3,{LONGEST_LINE - len('To: ')}}}\Z)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9.-]+"
)
_EPOCH = datetime(2024, 4, 2, 1, 0, tzinfo=UTC)
_STAND_IN = "stand.in@airslot.example"


class Tokens(NamedTuple):
    """The tokens of a reader's links, in the order of `MARKS`; empty where the mail has no such link."""

    preferences: str = ""
    unsubscribe: str = ""
    confirm: str = ""


class _Cut(NamedTuple):
    """A part of one of the values: To, Date and Message-ID lines, then the tokens."""

    value: int
    start: int
    stop: int | None


@dataclass(frozen=True, slots=True)
class _Filling:
    """A pattern of bytes with a hole for each of `cuts`, in order."""

    pattern: bytes
    whole: Callable[[tuple[bytes, ...]], tuple[bytes, ...]] | None
    cuts: tuple[_Cut, ...]

    def fill(self, values: tuple[bytes, ...]) -> bytes:
        if self.whole is not None:
            return self.pattern % self.whole(values)
        return self.pattern % tuple([values[value][start:stop] for value, start, stop in self.cuts])


@dataclass(frozen=True, slots=True)
class Template:
    """One mail to many readers."""

    draft: Draft
    _fillings: dict[tuple[int, ...], _Filling] = field(default_factory=dict, compare=False)

    def bytes_for(self, recipient: str, tokens: Tokens, message_id: str, date: datetime) -> bytes:
        """The message with CRLF, the same bytes as `compose(...).as_bytes()`.

        `message_id` without brackets; `date` aware. Raises ValueError for what no header or link can hold.
        """
        joined = "".join(tokens)
        if _TOKEN.fullmatch(joined) is None:
            raise ValueError("a token holds a character that no link may")
        lengths = (len(tokens[0]), len(tokens[1]), len(tokens[2]))
        filling = self._fillings.get(lengths)
        if filling is None:
            filling = self._fillings[lengths] = _prepare(self.draft, lengths)
        return filling.fill(
            (
                _to_line(recipient),
                _date_line(date),
                b"Message-ID: <%b>\r\n" % message_id.encode("ascii"),
                tokens[0].encode(),
                tokens[1].encode(),
                tokens[2].encode(),
            )
        )


def _prepare(draft: Draft, lengths: tuple[int, ...]) -> _Filling:
    stand_ins = {name: _stand_in(name, length) for name, length in zip(_NAMES, lengths, strict=True)}
    content = compose(draft, _STAND_IN, stand_ins, "stand-in@airslot.example", _EPOCH).as_bytes()
    found = sorted([*_lines(content), *_tokens(content, draft, stand_ins)])
    pattern, cuts, at = [], [], 0
    for begin, end, cut in found:
        pattern.append(content[at:begin].replace(b"%", b"%%"))
        cuts.append(cut)
        at = end
    pattern.append(content[at:].replace(b"%", b"%%"))
    # Without a token that is broken over two lines, the values go in as they are.
    whole = itemgetter(*[cut.value for cut in cuts]) if all(cut.stop is None for cut in cuts) else None
    return _Filling(b"%b".join(pattern), whole, tuple(cuts))


def _lines(content: bytes) -> Iterator[tuple[int, int, _Cut]]:
    """The header lines that differ, with their ends."""
    for value, name in enumerate((b"To", b"Date", b"Message-ID")):
        line = re.search(rb"^%b: [^\r]*\r\n" % name, content, re.MULTILINE)
        if line is None:
            raise RuntimeError(f"{name.decode()} is not where it should be")
        yield *line.span(), _Cut(value, 0, None)


def _tokens(content: bytes, draft: Draft, stand_ins: Mapping[str, str]) -> Iterator[tuple[int, int, _Cut]]:
    """Each token, in parts where quoted-printable has broken it over lines."""
    for value, name in enumerate(_NAMES, start=3):
        wanted = sum(text.count(MARKS[name]) for text in (draft.text, draft.html, draft.unsubscribe))
        if not wanted:
            continue
        stand_in = stand_ins[name].encode()
        places = list(re.finditer(rb"(=\r\n)?".join(b"%c" % letter for letter in stand_in), content))
        if len(places) != wanted or len(stand_in) < SHORTEST_TOKEN:
            raise ValueError(f"the token for {name} must have at least {SHORTEST_TOKEN} characters")
        for place in places:
            yield from _parts(place, value)


def _parts(place: re.Match[bytes], value: int) -> Iterator[tuple[int, int, _Cut]]:
    at, read = place.start(), 0
    pieces = place[0].split(b"=\r\n")
    for piece in pieces:
        stop = None if len(pieces) == 1 else read + len(piece)
        yield at, at + len(piece), _Cut(value, read, stop)
        at += len(piece) + len(b"=\r\n")
        read += len(piece)


def _stand_in(name: str, length: int) -> str:
    """Letters and digits that stand nowhere else in a mail, and that no title can be given on purpose."""
    digits = hashlib.sha512(f"{OWN_SIGN}.{name}".encode()).hexdigest()
    return (digits * (length // len(digits) + 1))[:length]


def _to_line(address: str) -> bytes:
    if _PLAIN.fullmatch(address):
        return b"To: %b\r\n" % address.encode()
    if not address.isprintable():
        raise ValueError("an address holds a control character")
    header: BaseHeader = POLICY.header_factory("To", address)
    if len(header.addresses) != 1 or header.addresses[0].addr_spec != address:  # type: ignore[attr-defined]
        raise ValueError("that is not one mail address")
    return header.fold(policy=POLICY).encode("ascii")


@lru_cache(maxsize=64)
def _date_line(date: datetime) -> bytes:
    return f"Date: {format_datetime(date)}\r\n".encode()
