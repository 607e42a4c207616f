"""Connections to clients that go on, or are ended: uvicorn by itself waits for each of them for ever.

A client is waited for while the head of a request is on its way, after an answer, and until it takes what it
is sent; the body of a request has its own clock (`api.bodies`). Where there are too many, the one whose
request has been awaited longest makes room.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

LEAST_RATE = 4_000  # bytes a second that a slow reader takes
MOST_UNREAD = 64 * 1024 * 1024  # bytes that wait for slow readers, of all connections


class Connection(H11Protocol):
    """One connection. What is shared by those of a server stands in the class that `connections` makes.

    patience   seconds that a client may keep the service waiting
    most       connections at a time
    awaited    those whose request has not come whole, the longest awaited first
    unread     those that take their answer slowly, the slowest first
    """

    patience: ClassVar[float]
    most: ClassVar[int]
    awaited: ClassVar[dict[Connection, None]]
    unread: ClassVar[dict[Connection, None]]

    late: asyncio.TimerHandle | None = None
    left = 0  # bytes that the client had not taken when it was looked at
    drained = False  # whether it has taken enough since for more to be written

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, and end the one that is awaited longest where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.most and self.awaited:
            next(iter(self.awaited))._end()
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what came."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """The client's turn again."""
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """The client is slower than the answer is written."""
        super().pause_writing()
        self.unread[self] = None
        while self.unread and sum(each._pending() for each in self.unread) > MOST_UNREAD:
            next(iter(self.unread))._end()
        self._watch()

    def resume_writing(self) -> None:
        """The client has taken most of what was written."""
        super().resume_writing()
        self.unread.pop(self, None)
        self.drained = True
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._forget()
        self._stop()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Start the clock where it is the client's turn, stop it where it is the service's."""
        unfinished = self.conn.their_state in (h11.IDLE, h11.SEND_BODY)
        if not unfinished:
            self.awaited.pop(self, None)
        elif not self.transport.is_closing():
            self.awaited.setdefault(self)
        under_way = self.cycle is not None and not self.cycle.response_complete
        if self._pending() or not under_way:
            self._start()
        else:
            self._stop()

    def _start(self) -> None:
        if self.late is None:
            self.left, self.drained = self._pending(), False
            self.late = self.loop.call_later(self.patience, self._look)

    def _stop(self) -> None:
        if self.late is not None:
            self.late.cancel()
            self.late = None

    def _look(self) -> None:
        """The patience is used up: go on with a client that takes its answer, however slowly."""
        self.late = None
        taken = self.left - self._pending()
        if self.drained or (taken > 0 and taken >= LEAST_RATE * self.patience):
            self._start()
        else:
            self._end()

    def _pending(self) -> int:
        return self.transport.get_write_buffer_size()

    def _end(self) -> None:
        self._forget()
        self.transport.abort()

    def _forget(self) -> None:
        self.awaited.pop(self, None)
        self.unread.pop(self, None)


def connections(most: int, patience: float) -> type[Connection]:
    """The class of the connections of one server."""

    class OfServer(Connection):
        awaited: ClassVar[dict[Connection, None]] = {}
        unread: ClassVar[dict[Connection, None]] = {}

    OfServer.most, OfServer.patience = most, patience
    return OfServer
