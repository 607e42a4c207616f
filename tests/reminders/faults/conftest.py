"""Real processes, a real relay, real kills. The figures are printed as one table at the end of a long run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.reminders.faults import table
from tests.reminders.faults.relay import Relay, counting_relay

_FIGURES = table.Figures()

Measured: TypeAlias = Callable[[str, str, str, bool], None]

in_both_runs = pytest.mark.parametrize("run", ["daily", pytest.param("long", marks=pytest.mark.long)])
"""For a test that takes seconds but whose figure belongs into the table."""


@pytest.fixture
def measured() -> Measured:
    """Write down a figure: the table's line, the database, what was measured, whether it held."""
    return _FIGURES.add


@pytest.fixture
def relay() -> Iterator[Relay]:
    """A relay that takes and counts every mail."""
    with counting_relay() as opened:
        yield opened


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table after a run of the long tests; REMINDERS_TABLE names a file for it as Markdown."""
    if config.option.markexpr != "long" or not _FIGURES.all:
        return
    terminalreporter.section("reminders: nothing lost, nothing twice, nothing late")
    terminalreporter.write_line(table.as_text(_FIGURES))
    if path := os.environ.get("REMINDERS_TABLE"):
        Path(path).write_text(table.as_markdown(_FIGURES) + "\n", encoding="utf-8")
