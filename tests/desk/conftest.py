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
