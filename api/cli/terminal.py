"""The terminal: where output goes, in which encoding and language, and how people are asked."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

    from scheduler.errors import Lang

T = TypeVar("T")
PIPE_WIDTH = 160  # columns of a table that goes into a file or a pipe


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: the phrases are Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def language() -> Lang:
    """The language of the person's locale: Vietnamese where it says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := os.environ.get(name):
            return "vi" if locale.lower().startswith("vi") else "en"
    return "en"


def console() -> Console:
    """Standard output for people: colours only on a terminal and without NO_COLOR."""
    from rich.console import Console

    piped = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(highlight=False, soft_wrap=False, width=PIPE_WIDTH if piped else None)


def print_json(value: object) -> None:
    """One JSON value on one line of standard output, flushed so that a reader gets it at once."""
    print(json.dumps(value, ensure_ascii=False, separators=(", ", ": "), default=str), flush=True)


def note(text: str) -> None:
    """A remark that is not the answer: to standard error."""
    print(text, file=sys.stderr)


def can_ask() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def consent(question: str) -> bool:
    """Ask a person for a yes; anything else is a no."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "c", "có", "co")


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show a person at a terminal that something longer is under way."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def tracked(lines: Iterable[T], what: str) -> Iterator[T]:
    """The same items with a progress bar, where a person looks on and the output goes elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from lines
        return
    from rich.console import Console
    from rich.progress import track

    total: Any = len(lines) if isinstance(lines, Sized) else None
    yield from track(lines, what, total=total, console=Console(stderr=True), transient=True)
