"""Machine time: the real instant, which nothing sets. Leases, `updated_at`, DTSTAMP and audit use it.

It is handed in as a callable (`MachineTime`), so that a test or a simulation gives its own. `Watch` holds it
against the time that passes: a clock that jumps is right before or after, and nobody here can know which.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

MachineTime: TypeAlias = Callable[[], datetime]

LONGEST_HOLD = timedelta(minutes=5)
_AGREED = 5.0  # seconds: what a clock is slewed by, or a busy machine adds between two looks


def utcnow() -> datetime:
    """The real instant, aware, UTC."""
    return datetime.now(UTC)


def passed() -> float:
    """Seconds that only go on, those of a machine that sleeps too; they begin anywhere."""
    # A machine that slept for the night has not had its clock set.
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Watch:
    """Whether the machine's clock goes on as time passes.

    A jump is in doubt until the clock is right again, or has stood by it for as long as it is wide, five
    minutes at most: then it is the time. Any thread may look.
    """

    def __init__(self, wall: MachineTime = utcnow, passed: Callable[[], float] = passed) -> None:
        self._wall, self._passed = wall, passed
        self._lock = threading.Lock()
        self._agreed = wall().timestamp() - passed()
        self._other, self._since = self._agreed, 0.0
        self._jump: timedelta | None = None

    def look(self) -> timedelta | None:
        """How far the clock has jumped while that is in doubt, back below zero; None where it agrees."""
        with self._lock:
            before = self._passed()
            offset = self._wall().timestamp() - before
            if self._passed() - before < _AGREED / 2:  # else this look itself took too long
                self._jump = self._judge(offset, before)
            return self._jump

    def _judge(self, offset: float, now: float) -> timedelta | None:
        jump = offset - self._agreed
        if abs(jump) <= _AGREED:
            self._agreed = self._other = offset
            return None
        if abs(offset - self._other) > _AGREED:
            self._other, self._since = offset, now
        if now - self._since < min(abs(jump), LONGEST_HOLD.total_seconds()):
            return timedelta(seconds=round(jump))
        self._agreed = offset
        return None
