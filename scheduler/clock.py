"""Plan time: what decides upcoming, due, past and future. `AIRSLOT_NOW` can start it elsewhere.

Never used for `updated_at`, leases or tokens: those are machine time (`scheduler.machine_time`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo


class Clock:
    """The plan's clock. `Clock()` is the real time; `Clock.starting_at(t)` runs on from `t`."""

    def __init__(self, read: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._read = read

    @classmethod
    def starting_at(cls, start: datetime | None, monotonic: Callable[[], float] = time.monotonic) -> Self:
        """A clock that shows `start` (aware) now and runs on from it; None is the real time.

        `monotonic` gives seconds, so that a change of the machine's clock does not move plan time.
        """
        if start is None:
            return cls()
        origin, began = _aware(start), monotonic()
        return cls(lambda: origin + timedelta(seconds=monotonic() - began))

    def now(self) -> datetime:
        """The instant in plan time, aware, UTC."""
        return self._read()

    def today(self, zone: str) -> date:
        """The local day in an IANA zone such as ``Asia/Ho_Chi_Minh``."""
        return self.now().astimezone(ZoneInfo(zone)).date()


class FixedClock(Clock):
    """A clock that stands still until it is moved: for tests and simulations."""

    def __init__(self, at: datetime) -> None:
        self._at = _aware(at)
        super().__init__(lambda: self._at)

    def move_to(self, at: datetime) -> None:
        """Show another instant (aware)."""
        self._at = _aware(at)

    def advance(self, by: timedelta) -> None:
        """Show an instant that much later."""
        self._at += by


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no zone: an instant needs one, such as +07:00")
    return at.astimezone(UTC)
