"""A mail relay on this machine that takes every mail, counts it, and can be made to wait at any verb.

It speaks through plain sockets, so that it is faster than what is measured against it. What is counted is
what a mail server would deliver: a message counts from the moment at which its 250 is about to be sent.
"""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

DEADLINE = 60.0
_HELLO = (
    b"250-relay.example\r\n250-8BITMIME\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE 10485760\r\n"
)
_END = b"\r\n.\r\n"


@dataclass(frozen=True, slots=True)
class Taken:
    """One message that the relay has answered for. `at` is time.monotonic()."""

    message_id: str
    recipient: str
    line: int
    at: float
    content: bytes


Before: TypeAlias = Callable[[str, int], None]
"""Called with a verb and the line's number before the relay answers it.

MAIL, RCPT, DATA; DOT when the mail is whole but not taken, TAKEN when it is and its 250 is not yet said.
"""


@dataclass
class Relay:
    """Takes mails at 127.0.0.1:port. `keep` says whether contents are kept with what is counted."""

    port: int
    keep: bool = True
    before: Before | None = None
    taken: list[Taken] = field(default_factory=list)
    lines: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def wait_for(self, count: int, deadline: float = DEADLINE) -> None:
        """Return when that many messages were taken; raises AssertionError at the deadline."""
        with self.changed:
            arrived = self.changed.wait_for(lambda: len(self.taken) >= count, deadline)
        assert arrived, f"only {len(self.taken)} of {count} mails came within {deadline} s"

    def wait_for_pause(self, quiet: float, deadline: float = DEADLINE) -> None:
        """Return when nothing was taken for `quiet` seconds."""
        end = time.monotonic() + deadline
        with self.changed:
            while time.monotonic() < end:
                count = len(self.taken)
                if not self.changed.wait_for(lambda seen=count: len(self.taken) > seen, quiet):  # type: ignore[misc] # of this turn
                    return
        raise AssertionError(f"mails still came after {deadline} s")

    def copies(self) -> Counter[str]:
        """How often each message was taken, by Message-ID."""
        return Counter(one.message_id for one in self.taken)

    def doubled(self) -> int:
        """How many messages too many were taken."""
        return len(self.taken) - len(self.copies())

    def _take(self, one: Taken) -> None:
        with self.changed:
            self.taken.append(one)
            self.changed.notify_all()

    def _hear(self, line: socket.socket, number: int) -> None:
        with line, suppress(ConnectionError, _LineEndedError):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _Conversation(self, line, number).run()


class _LineEndedError(Exception):
    """The other side is gone."""


@dataclass
class _Conversation:
    relay: Relay
    line: socket.socket
    number: int
    heard: bytes = b""
    recipient: str = ""

    def run(self) -> None:
        self.line.sendall(b"220 relay.example ESMTP\r\n")
        while True:
            words = self._until(b"\r\n").decode("ascii", "replace")
            verb = words[:4].upper()
            if verb in ("MAIL", "RCPT", "DATA"):
                self._before(verb)
            if verb == "EHLO":
                self.line.sendall(_HELLO)
            elif verb == "RCPT":
                self.recipient = words.partition("<")[2].partition(">")[0]
                self.line.sendall(b"250 2.1.5 ok\r\n")
            elif verb == "DATA":
                self.line.sendall(b"354 go on\r\n")
                self._content()
            elif verb == "QUIT":
                self.line.sendall(b"221 2.0.0 bye\r\n")
                return
            else:
                self.line.sendall(b"250 2.0.0 ok\r\n")

    def _content(self) -> None:
        content = self._until(_END)
        self._before("DOT")
        head = content.partition(b"\r\n\r\n")[0].decode("ascii", "replace")
        name = head.lower().find("message-id:")
        message_id = head[name + 11 :].partition("\r\n")[0].strip() if name >= 0 else ""
        kept = content if self.relay.keep else b""
        self.relay._take(Taken(message_id, self.recipient, self.number, time.monotonic(), kept))
        self._before("TAKEN")
        self.line.sendall(b"250 2.0.0 taken\r\n")

    def _before(self, verb: str) -> None:
        if self.relay.before is not None:
            self.relay.before(verb, self.number)

    def _until(self, end: bytes) -> bytes:
        while True:
            found, mark, rest = self.heard.partition(end)
            if mark:
                self.heard = rest
                return found
            more = self.line.recv(262_144)
            if not more:
                raise _LineEndedError
            self.heard += more


@contextmanager
def counting_relay(keep: bool = True, before: Before | None = None) -> Iterator[Relay]:
    """A relay that listens until the block ends."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        relay = Relay(door.getsockname()[1], keep, before)
        open_lines: list[socket.socket] = []
        threads: list[threading.Thread] = []

        def welcome() -> None:
            while True:
                try:
                    line, _ = door.accept()
                except OSError:
                    return
                relay.lines += 1
                open_lines.append(line)
                thread = threading.Thread(target=relay._hear, args=(line, relay.lines), daemon=True)
                threads.append(thread)
                thread.start()

        doorman = threading.Thread(target=welcome, daemon=True)
        doorman.start()
        try:
            yield relay
        finally:
            # Closing alone does not wake a thread that waits in accept().
            with suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            for line in open_lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
            for thread in (doorman, *threads):
                thread.join(DEADLINE)
