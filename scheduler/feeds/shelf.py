"""Rendered feeds kept in memory, so that a poll for what has not changed costs one row.

Two bounded stores: the bodies by size, and the marks (what a conditional request is answered from),
which are small and outlive the bodies.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST_BYTES = 64 * 1024 * 1024
MOST_MARKS = 10_000
_ONE_SECOND = timedelta(seconds=1)  # the step of Last-Modified


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells one state of a feed from another: a digest of its bytes, and since when it holds (UTC)."""

    digest: str
    modified: datetime


@dataclass(frozen=True, slots=True)
class Rendered:
    """A feed's bytes, compressed, with their mark; `plain` also as they are, but of a large one."""

    gzipped: bytes
    plain: bytes | None
    mark: Mark

    @property
    def body(self) -> bytes:
        """The bytes as they are."""
        return self.plain if self.plain is not None else gzip.decompress(self.gzipped)

    @property
    def weight(self) -> int:
        """How much room it takes."""
        return len(self.gzipped) + len(self.plain or b"") + 1024


def _packed(body: bytes, mark: Mark, most: int) -> Rendered:
    # The same bytes each time, as the time is left out.
    gzipped = gzip.compress(body, compresslevel=6, mtime=0)
    # Nearly every program takes it compressed: a large one is not kept twice, nor made anew for each of them.
    return Rendered(gzipped, body if len(body) <= most // 8 else None, mark)


class Shelf:
    """The rendered feeds of one process. Safe to use from many threads.

    `state` below is all that the bytes depend on; `address` is what a reader asks for, whatever
    state it is in.
    """

    def __init__(self, most_bytes: int = MOST_BYTES, most_marks: int = MOST_MARKS) -> None:
        self._lock = Lock()
        self._most_bytes = most_bytes
        self._bodies: _Bounded[Hashable, Rendered] = _Bounded(most_bytes, lambda rendered: rendered.weight)
        self._marks: _Bounded[Hashable, Mark] = _Bounded(most_marks, lambda _: 1)
        self._latest: _Bounded[Hashable, Mark] = _Bounded(most_marks, lambda _: 1)
        self._under_way: dict[Hashable, tuple[Lock, list[int]]] = {}

    def mark(self, state: Hashable) -> Mark | None:
        """The mark of a state that was rendered here, also when its body is no longer kept."""
        with self._lock:
            return self._marks.get(state)

    def rendered(self, state: Hashable) -> Rendered | None:
        """The body of a state, where it is still kept."""
        with self._lock:
            return self._bodies.get(state)

    def put(self, address: Hashable, state: Hashable, body: bytes, modified: datetime) -> Rendered:
        """Keep a body. Bytes that differ from the address' last ones are always modified later."""
        digest = hashlib.blake2b(body, digest_size=16).hexdigest()
        modified = modified.replace(microsecond=0)
        with self._lock:
            before = self._latest.get(address)
            if before is not None and before.digest == digest:
                modified = before.modified
            elif before is not None and modified <= before.modified:
                modified = before.modified + _ONE_SECOND
            mark = Mark(digest, modified)
            self._latest.put(address, mark)
            self._marks.put(state, mark)
        found = _packed(body, mark, self._most_bytes)
        with self._lock:
            self._bodies.put(state, found)
        return found

    @contextmanager
    def alone(self, state: Hashable) -> Iterator[None]:
        """One thread at a time for a state: a hundred readers at once make one render."""
        with self._lock:
            lock, waiting = self._under_way.setdefault(state, (Lock(), [0]))
            waiting[0] += 1
        try:
            with lock:
                yield
        finally:
            with self._lock:
                waiting[0] -= 1
                if not waiting[0]:
                    del self._under_way[state]


class _Bounded(Generic[K, V]):
    """A dictionary that forgets what was used longest ago when its weight is over `most`."""

    def __init__(self, most: int, weigh: Callable[[V], int]) -> None:
        self._most, self._weigh = most, weigh
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._weight = 0

    def get(self, key: K) -> V | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: K, value: V) -> None:
        if key in self._kept:
            self._weight -= self._weigh(self._kept.pop(key))
        if self._weigh(value) > self._most:
            return
        self._kept[key] = value
        self._weight += self._weigh(value)
        while self._weight > self._most:
            self._weight -= self._weigh(self._kept.popitem(last=False)[1])
