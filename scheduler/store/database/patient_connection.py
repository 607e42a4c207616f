"""psycopg's connection, on which nothing is waited for without end.

A proxy that stands still acknowledges everything: a line that is silent is known by the clock alone. Whatever
waits on it for longer than the server would have let it fails, and the connection is given up.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg

from scheduler.store.database.patience import Patience

Answer = TypeVar("Answer")

_PING = 5.0  # seconds


class Silent(psycopg.OperationalError):
    """Nothing was heard of the server for too long."""


class PatientConnection(psycopg.Connection[Any]):
    """A connection on which nothing is waited for without end."""

    patience: Patience | None = None
    _at_most = math.inf

    def wait(self, gen: Generator[Any, Any, Answer], *args: Any, **options: Any) -> Answer:
        """Carry out a step of the driver's. Raises Silent, and is closed then."""
        return super().wait(self._limited(gen), *args, **options)

    @contextmanager
    def briefly(self) -> Iterator[None]:
        """For a question that is answered at once or never."""
        self._at_most = _PING
        try:
            yield
        finally:
            self._at_most = math.inf

    def _limited(self, step: Generator[Any, Any, Answer]) -> Generator[Any, Any, Answer]:
        """The same step, looked at each time the driver looks around: several times a second."""
        began = time.monotonic()
        try:
            wanted = next(step)
            while True:
                heard = yield wanted
                if not heard and time.monotonic() - began > self._limit():
                    self.close()
                    raise Silent(f"nothing was heard of the server for {self._limit():.0f} seconds")
                wanted = step.send(heard)
        except StopIteration as end:
            answer: Answer = end.value
            return answer

    def _limit(self) -> float:
        return math.inf if self.patience is None else min(self.patience.seconds, self._at_most)
