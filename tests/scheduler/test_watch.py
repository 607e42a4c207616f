"""The machine's clock held against the time that passes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scheduler.machine_time import LONGEST_HOLD, Watch

BEGAN = datetime(2030, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Machine:
    """Time passes, and the clock is wrong by something."""

    def __init__(self) -> None:
        self.passed, self.wrong = timedelta(), timedelta()
        self.watch = Watch(lambda: BEGAN + self.passed + self.wrong, lambda: self.passed.total_seconds())

    def after(self, **length: float) -> timedelta | None:
        self.passed += timedelta(**length)
        return self.watch.look()


@pytest.mark.parametrize("jump", [HOUR, -HOUR, timedelta(days=40), timedelta(days=-40)])
def test_a_jump_is_in_doubt_until_the_clock_is_right_again(jump: timedelta) -> None:
    machine = Machine()
    assert machine.after(minutes=3) is None
    machine.wrong = jump
    assert [machine.after(seconds=30) for _ in range(4)] == [jump] * 4
    machine.wrong = timedelta()
    assert machine.after(seconds=1) is None


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_clock_that_stands_by_its_jump_is_the_time(jump: timedelta) -> None:
    machine = Machine()
    machine.wrong = jump
    assert machine.after(seconds=1) == jump
    assert machine.after(seconds=LONGEST_HOLD.total_seconds() - 1) == jump
    assert machine.after(seconds=1) is None
    machine.wrong = timedelta()
    assert machine.after(seconds=1) == -jump


def test_a_jump_is_in_doubt_for_no_longer_than_it_is_wide() -> None:
    machine = Machine()
    machine.wrong = timedelta(seconds=-100)
    assert machine.after(seconds=1) is not None
    assert machine.after(seconds=99) is not None
    assert machine.after(seconds=1) is None


def test_a_second_jump_is_in_doubt_anew() -> None:
    machine = Machine()
    machine.wrong = HOUR
    machine.after(minutes=1)
    machine.wrong = 2 * HOUR
    assert machine.after(minutes=4, seconds=30) == 2 * HOUR
    assert machine.after(minutes=4) == 2 * HOUR


def test_a_clock_that_is_slewed_never_jumps() -> None:
    machine = Machine()
    for _ in range(100):
        machine.wrong += timedelta(seconds=0.5)
        assert machine.after(minutes=10) is None
