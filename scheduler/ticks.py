"""Ticks by the time that passes: APScheduler begins each once, this executor repeats it until the end.

APScheduler's interval waits for a time of day. Where the machine's clock is set back, nothing ran for as long
as that; where it went ahead, every half-second that was missed became a value in memory.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from apscheduler.executors.base import BaseExecutor
from apscheduler.job import Job
from apscheduler.triggers.base import BaseTrigger

log = logging.getLogger("airslot.worker")

_AT_ONCE, _NO_MORE = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


class Once(BaseTrigger):  # type: ignore[misc] # untyped
    """At once, whatever the clock says, and not again as long as anybody lives.

    A job whose trigger ends is removed, and a scheduler that is stopped at that moment does not find it.
    """

    def get_next_fire_time(self, previous_fire_time: datetime | None, _now: datetime) -> datetime:
        """When the job is begun."""
        return _AT_ONCE if previous_fire_time is None else _NO_MORE


class TickExecutor(BaseExecutor):  # type: ignore[misc] # untyped
    """Runs its job again and again in a thread, so many seconds from one beginning to the next.

    A run that takes longer is followed by the next at once; none runs beside another, none is made up for.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds
        self._ended = threading.Event()
        self._threads: list[threading.Thread] = []

    def shutdown(self, wait: bool = True) -> None:
        """Begin no further run; wait for the one that is under way."""
        self._ended.set()
        for thread in self._threads if wait else ():
            thread.join()

    def _do_submit_job(self, job: Job, _run_times: Sequence[datetime]) -> None:
        thread = threading.Thread(target=self._repeat, args=(job,), name=f"tick {job.name}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _repeat(self, job: Job) -> None:
        while not self._ended.is_set():
            began = time.monotonic()
            try:
                job.func(*job.args, **job.kwargs)
            except Exception:
                log.exception("a tick failed; the next one tries again")
            self._ended.wait(max(0.0, began + self._seconds - time.monotonic()))
