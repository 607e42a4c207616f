"""A relay that goes wrong at one place, on a raw socket: what it does is written in the test.

It speaks SMTP one connection at a time and keeps what it took. Its key and certificate for 127.0.0.1 are
made when the tests run; nothing but these tests trusts them.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from dataclasses import dataclass, field
from typing import BinaryIO

import trustme

AUTHORITY = trustme.CA()
CERTIFICATE = AUTHORITY.issue_cert("127.0.0.1")
GARBAGE = b"\x00\xffI am no relay\r\n"
STALL, RESET, CLOSE = "stall", "reset", "close"
EARLY = 64 * 1024  # octets of a mail that are read before the line breaks within it
PLACES = ("connect", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body", "dot", "after")
GREAT = {
    "connect": b"220 relay.example ESMTP\r\n",
    "MAIL": b"250 2.1.0 ok\r\n",
    "RCPT": b"250 2.1.5 ok\r\n",
    "DATA": b"354 go on\r\n",
    "dot": b"250 2.0.0 taken\r\n",
    "RSET": b"250 2.0.0 ok\r\n",
    "QUIT": b"221 2.0.0 bye\r\n",
    "AUTH": b"235 2.7.0 welcome\r\n",
    "STARTTLS": b"220 2.0.0 ready\r\n",
}


def trusting() -> ssl.SSLContext:
    """A context that trusts the test relay's certificate."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


class _Gone(Exception):  # noqa: N818
    pass


@dataclass
class FaultServer:
    """At `place` it does `act`: a reply in bytes, or stall, reset, close; `times` None is always.

    offers     the extensions after EHLO
    closes     whether it hangs up after that reply
    taken      mails for which 250 was said, with their recipients
    """

    place: str = ""
    act: bytes | str = b""
    times: int | None = None
    offers: tuple[str, ...] = ()
    closes: bool = False
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    connections: int = 0
    _released: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> FaultServer:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._open: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        # Closing alone does not wake a thread that waits in accept.
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        if self._open is not None:
            with contextlib.suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                self._open, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            with contextlib.suppress(_Gone, OSError):
                self._converse()
            self._open.close()

    def _converse(self) -> None:
        assert self._open is not None
        reader: BinaryIO = self._open.makefile("rb")
        recipient = ""
        try:
            self._answer("connect")
            while line := reader.readline():
                verb = line.split(None, 1)[0].upper().decode("latin-1")
                if verb == "EHLO":
                    self._answer("EHLO", self._hello())
                elif verb == "RCPT":
                    recipient = line.decode().split("<")[1].split(">")[0]
                    self._answer("RCPT")
                elif verb == "STARTTLS":
                    if self._answer(verb) == GREAT[verb]:
                        reader = self._make_private(reader)
                elif verb == "DATA":
                    if self._answer(verb).startswith(b"354"):
                        self._take(reader, recipient)
                else:
                    self._answer(verb)
                    if verb == "QUIT":
                        return
        finally:
            reader.close()

    def _hello(self) -> bytes:
        lines = ["relay.example", *self.offers]
        return "".join(
            f"250{' ' if n == len(lines) - 1 else '-'}{line}\r\n" for n, line in enumerate(lines)
        ).encode()

    def _make_private(self, reader: BinaryIO) -> BinaryIO:
        assert self._open is not None
        reader.close()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        CERTIFICATE.configure_cert(context)
        self._open = context.wrap_socket(self._open, server_side=True)
        return self._open.makefile("rb")

    def _take(self, reader: BinaryIO, recipient: str) -> None:
        if self.place == "body":
            reader.read(EARLY)
            self._answer("body", b"")
        lines = []
        while (line := reader.readline()) != b".\r\n":
            if not line:
                raise _Gone
            lines.append(line[1:] if line.startswith(b".") else line)
        if self._answer("dot") == GREAT["dot"]:
            self.taken.append((recipient, b"".join(lines)))
        self._answer("after", b"")

    def _stall(self) -> None:
        """Say nothing until the other side has had enough; within a mail, do not even read."""
        assert self._open is not None
        if self.place == "body":
            self._released.wait(10)
        while self.place != "body" and self._open.recv(4096):
            pass
        raise _Gone

    def _answer(self, place: str, usual: bytes | None = None) -> bytes:
        """Do what is to be done here; the reply that was given."""
        assert self._open is not None
        said = GREAT.get(place, b"502 5.5.2 what?\r\n") if usual is None else usual
        if place == self.place and self.times != 0:
            if self.times is not None:
                self.times -= 1
            if self.act == STALL:
                self._stall()
            if self.act == RESET:
                self._open.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            if isinstance(self.act, str):
                raise _Gone
            said = self.act
            self._open.sendall(said)
            if self.closes:
                raise _Gone
            return said
        self._open.sendall(said)
        return said
