"""The bytes of a calendar document before anybody parses it: RFC 5545, 3.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

LONGEST_LINE = 75  # octets
# The content line of RFC 5545, 3.1: a name, parameters, a colon. What stands in quotes may hold a colon.
_NAMED = re.compile(rb'[A-Za-z0-9-]+(;[A-Za-z0-9-]+=("[^"]*"|[^";:,]*)(,("[^"]*"|[^";:,]*))*)*:')
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

# Behind these nothing is worth reading.
NO_CALENDAR = frozenset({"nothing", "no-calendar"})

Row = tuple[Literal["error", "warning"], str, str, str]


def octet_findings(document: bytes) -> Iterator[Row]:
    """What is wrong with the bytes: (grade, code, where, message), one for each kind, at its first line."""
    if not document.strip():
        yield "error", "nothing", "document", "It is empty."
        return
    if document.startswith(b"\xef\xbb\xbf"):
        yield (
            "warning",
            "byte-order-mark",
            "line 1",
            "A byte order mark stands first; some clients refuse it.",
        )
    start = document.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper()
    if start != b"BEGIN:VCALENDAR":
        what = "a web page" if start.startswith((b"<!DOCTYPE", b"<HTML")) else "something else"
        yield "error", "no-calendar", "line 1", f"It is {what}: a calendar begins with BEGIN:VCALENDAR."
        return
    try:
        document.decode("utf-8")
    except UnicodeDecodeError as error:
        line = document.count(b"\n", 0, error.start) + 1
        yield "error", "not-utf-8", f"line {line}", "It is not UTF-8 (RFC 5545, 3.1.4): letters will be lost."
    yield from _line_findings(document)


def _line_findings(document: bytes) -> Iterator[Row]:
    lines = document.split(b"\n")
    if lines[-1]:
        yield "warning", "cut", f"line {len(lines)}", "The last line has no end: was the document cut?"
    else:
        lines.pop()
    told: set[str] = set()
    opened: list[bytes] = []
    for number, line in enumerate(lines, 1):
        for row in _one_line(line, number):
            if row[1] not in told:
                told.add(row[1])
                yield row
        name, _, value = line.rstrip(b"\r").upper().partition(b":")
        if name == b"BEGIN":
            opened.append(value.strip())
        elif name == b"END" and (not opened or opened.pop() != value.strip()):
            yield "error", "nesting", f"line {number}", "This END closes nothing that is open."
            return
    if opened:
        name_of = opened[-1].decode("ascii", "replace")
        yield "error", "cut", f"line {len(lines)}", f"END:{name_of} is missing: was the document cut?"


def _one_line(line: bytes, number: int) -> Iterator[Row]:
    where = f"line {number}"
    if not line.endswith(b"\r"):
        yield "warning", "line-end", where, "Lines must end with CR LF (RFC 5545, 3.1); this ends with LF."
    content = line.removesuffix(b"\r")
    if len(content) > LONGEST_LINE:
        yield "warning", "long-line", where, f"{len(content)} octets; a line has 75 at most (RFC 5545, 3.1)."
    if _CONTROL.search(content):
        yield "error", "control", where, "It holds a control character."
    if not content.strip():
        yield "warning", "empty-line", where, "It is empty."
    elif not content.startswith((b" ", b"\t")) and not _NAMED.match(content):
        yield "error", "no-name", where, "It is no line NAME:VALUE, and no continuation of one."
