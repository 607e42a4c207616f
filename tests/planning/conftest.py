"""A desk for the tests of planning: both databases, plan time on the morning of 2 April 2024."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime
from tests.planning.samples import Desk


@pytest.fixture
def desk(engine: Engine, clock: FixedClock, machine_time: MachineTime) -> Desk:
    return Desk(engine, clock, machine_time)
