"""Text as iCalendar wants it: cleaned, escaped and folded (RFC 5545, 3.1 and 3.3.11)."""

from __future__ import annotations

import re
import unicodedata

LINE_OCTETS = 75

# What some reader takes for the end of a line: U+0085, U+2028 and U+2029 end one for Python's
# splitlines, and a document that is split there is lost as a whole.
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# Not allowed in a text at all (RFC 5545, 3.1: CONTROL), or not a character of its own.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def clean(text: str) -> str:
    """The text in NFC, with "\\n" as its only line end, tabs as spaces, and no control character."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", text)


def escape(text: str) -> str:
    """The text cleaned, as a value of type TEXT."""
    return clean(text).translate(_SPECIAL)


def fold(line: str) -> str:
    """One content line, without its end, folded at 75 octets and never inside a character."""
    if len(line) <= LINE_OCTETS and line.isascii():
        return line
    octets = line.encode()
    if len(octets) <= LINE_OCTETS:
        return line
    pieces = []
    begin, room = 0, LINE_OCTETS
    while len(octets) - begin > room:
        end = _place_to_fold(octets, begin, begin + room)
        pieces.append(octets[begin:end])
        begin, room = end, LINE_OCTETS - 1  # the space that begins a continuation counts
    pieces.append(octets[begin:])
    return b"\r\n ".join(pieces).decode()


def _place_to_fold(octets: bytes, begin: int, latest: int) -> int:
    """Where to cut: at a character, and beside no space, as some readers trim what they unfold."""
    while octets[latest] & 0xC0 == 0x80:  # the middle of a character in UTF-8
        latest -= 1
    for end in range(latest, max(begin, latest - 32), -1):
        if octets[end] & 0xC0 != 0x80 and octets[end] != 0x20 and octets[end - 1] != 0x20:
            return end
    return latest


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters, cut behind a word."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def line(name: str, value: str) -> str:
    """A whole line with its end; `value` is used as it stands."""
    return fold(f"{name}:{value}") + "\r\n"


def text_line(name: str, text: str) -> str:
    """A whole line with its end, its value escaped."""
    return line(name, escape(text))
