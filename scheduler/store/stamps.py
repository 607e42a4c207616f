"""What is written beside a reading and only good to know: when a token was used, when a feed was fetched."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine

from scheduler.errors import Unavailable
from scheduler.store.database.engine import at_once

log = logging.getLogger("airslot.store")

Found = TypeVar("Found")


class Stamps:
    """Such writes of one process. They wait for nobody and fail no reading; that they fail is said once."""

    def __init__(self, engine: Engine, what: str) -> None:
        """`what` is written down, as the log says it."""
        self._engine = engine
        self._what = what
        self._lock = Lock()
        self._failing: str | None = None

    def write(self, step: Callable[[Connection], Found]) -> Found | None:
        """Do it in a transaction of its own; None where that cannot be."""
        try:
            with at_once(self._engine) as connection:
                found = step(connection)
        except Unavailable as trouble:
            if self._changes_to(trouble.code):
                log.warning("%s is not written down: %s", self._what, trouble)
            return None
        if self._changes_to(None):
            log.info("%s is written down again", self._what)
        return found

    def _changes_to(self, failing: str | None) -> bool:
        with self._lock:
            before, self._failing = self._failing, failing
        return before != failing
