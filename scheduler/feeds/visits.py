"""When each feed was last fetched, and by what: kept in memory, written at most once a minute a feed."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Connection, Engine

from scheduler.feeds.access import note_fetch
from scheduler.store.stamps import Stamps

EVERY = timedelta(minutes=1)


class Visits:
    """The fetches that one process has seen. Safe to use from many threads; never fails a fetch."""

    def __init__(self, engine: Engine) -> None:
        self._stamps = Stamps(engine, "who fetched which feed")
        self._lock = Lock()
        self._seen: dict[str, tuple[datetime, str]] = {}  # not written yet
        self._written: dict[str, datetime] = {}

    def note(self, feed_id: str, at: datetime, by: str) -> None:
        """Remember a fetch, and write what has waited for a minute."""
        with self._lock:
            self._seen[feed_id] = (at, by)
            due = [one for one in self._seen if self._is_due(one, at)]
            self._written |= dict.fromkeys(due, at)
            rows = [(one, *self._seen.pop(one)) for one in due]
        self._write(rows)

    def flush(self) -> None:
        """Write all that is remembered: the process ends."""
        with self._lock:
            rows = [(one, *seen) for one, seen in self._seen.items()]
            self._seen.clear()
        self._write(rows)

    def _is_due(self, feed_id: str, at: datetime) -> bool:
        before = self._written.get(feed_id)
        return before is None or not timedelta() <= at - before < EVERY

    def _write(self, rows: list[tuple[str, datetime, str]]) -> None:
        def note_all(connection: Connection) -> None:
            for feed_id, at, by in rows:
                note_fetch(connection, feed_id, at, by)

        if rows:
            self._stamps.write(note_all)
