"""The table of what reminders must stand, with the figures that the tests of this folder measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

LINES: dict[str, tuple[str, str]] = {
    "kills": (
        "10+ SIGKILLs over 3,000 mails against a counting SMTP server",
        "lost 0, doubled 0, unknown <= kills x connections, all listed",
    ),
    "burst": ("10,000 due at once", "sent 10,000, skipped 0, first within 1 s, last within 10 s"),
    "crowd": ("8 processes on one database", "claimed twice 0, no process dies"),
    "restarts": (
        "PostgreSQL restarted every 5-40 s, connections cut",
        "throughput back to >= 95 %, no exit",
    ),
    "relay": (
        "a relay that refuses at each verb, stalls, resets, talks garbage",
        "the exact table of end states",
    ),
    "clocks": ("the clock +1 h and -1 h, a worker frozen past its lease then woken", "doubled 0"),
    "stale": ("moved, cancelled, unsubscribed between claim and DATA", "stale mails 0"),
    "links": ("1,000 GETs on the unsubscribe link", "unsubscribed 0; one POST: 1"),
    "speed": (
        "claim + finish at batch 500; render; the SMTP line alone; end to end with every commit",
        ">= 25,000 rows/s SQLite, >= 30,000 PostgreSQL; >= 100,000/s; >= 4,000/s; >= 1,000/s",
    ),
}
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_WIDTHS = (38, 34, 52)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one test measured for one line. `on` names the database, or is empty."""

    line: str
    on: str
    text: str
    held: bool


@dataclass
class Figures:
    """Everything measured in one run, in the order it came."""

    all: list[Figure] = field(default_factory=list)

    def add(self, line: str, on: str, text: str, held: bool) -> None:
        """Keep a figure; raises KeyError for a line that the table does not have."""
        assert LINES[line]
        self.all.append(Figure(line, DATABASES.get(on, on), text, held))

    def said(self, line: str) -> list[str]:
        """What was measured for a line, in words, one for each database."""
        return [
            f"{each.on + ': ' if each.on else ''}{each.text}{'' if each.held else '  NOT HELD'}"
            for each in self.all
            if each.line == line
        ]


def rows(figures: Figures) -> Iterable[tuple[str, str, Sequence[str]]]:
    """The table's lines: the test, what must hold, what was measured."""
    for name, (test, line) in LINES.items():
        yield test, line, figures.said(name) or ["not measured in this run"]


def as_text(figures: Figures) -> str:
    """The table for a terminal."""
    out = [_line("test", "must hold", "measured"), _line(*("-" * width for width in _WIDTHS))]
    for test, line, measured in rows(figures):
        cells = (wrap(test, _WIDTHS[0]), wrap(line, _WIDTHS[1]), _wrapped(measured))
        height = max(len(cell) for cell in cells)
        out += [_line(*(cell[n] if n < len(cell) else "" for cell in cells)).rstrip() for n in range(height)]
        out.append("")
    return "\n".join(out).rstrip()


def as_markdown(figures: Figures) -> str:
    """The table for a document."""
    lines = ["| test | must hold | measured |", "|---|---|---|"]
    lines += [f"| {test} | {line} | {'; '.join(measured)} |" for test, line, measured in rows(figures)]
    return "\n".join(lines)


def _wrapped(measured: Sequence[str]) -> list[str]:
    return [piece for each in measured for piece in wrap(each, _WIDTHS[2], subsequent_indent="  ")]


def _line(*cells: str) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()
