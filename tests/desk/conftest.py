"""Two offices with a plan each, on both databases; plan time is the morning of 2 April 2024."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime
from tests.desk.samples import Offices


@pytest.fixture
def offices(engine: Engine, clock: FixedClock, machine_time: MachineTime) -> Offices:
    return Offices(engine, clock, machine_time)


_TOLD: list[str] = []


@pytest.fixture
def told() -> list[str]:
    """Lines that are told at the end of the run."""
    return _TOLD


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what tests have counted."""
    for line in _TOLD:
        terminalreporter.write_line(line)
