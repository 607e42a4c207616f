"""A line to PostgreSQL that can go silent: what is said is taken, and nothing comes back."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from tests.postgres_server import PostgresServer


class Line:
    """A proxy on loopback before the server's socket."""

    def __init__(self, server: PostgresServer) -> None:
        self._there = str(server.folder / ".s.PGSQL.5432")
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._silent = threading.Event()
        self.callers = 0
        self.unanswered = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, direct: str) -> str:
        """The same database, reached over this line."""
        return f"postgresql://postgres@127.0.0.1:{self._listening.getsockname()[1]}{urlsplit(direct).path}"

    def go_silent(self) -> None:
        """From now on nothing comes back."""
        self._silent.set()

    def speak_again(self) -> None:
        """New callers are answered again; those from before never are."""
        self._silent.clear()

    def close(self) -> None:
        """Cut all."""
        for one in (self._listening, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._listening.accept()
                there = socket.socket(socket.AF_UNIX)
                there.connect(self._there)
                self._open += [caller, there]
                self.callers += 1
                for way in ((caller, there), (there, caller)):
                    threading.Thread(target=self._carry, args=way, daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        lost = False
        with suppress(OSError):
            while said := one.recv(65_536):
                lost = lost or self._silent.is_set()
                if lost:
                    self.unanswered.set()
                else:
                    other.sendall(said)


@contextmanager
def line_to(server: PostgresServer) -> Iterator[Line]:
    """A line, cut at the end."""
    line = Line(server)
    try:
        yield line
    finally:
        line.close()
