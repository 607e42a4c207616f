"""Mails to a relay, over one connection that is used again and again."""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
from collections.abc import Generator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeAlias, TypeVar

from scheduler.reminders.transport.answers import (
    Ended,
    before_recipient,
    masked,
    named,
    octets,
    reason_of,
    refusal,
)
from scheduler.reminders.transport.sink import (
    Accepted,
    Failed,
    Outcome,
    RelayDown,
    Retry,
    StillWanted,
    Talk,
    Unknown,
    always,
)

_T = TypeVar("_T")
_Asking: TypeAlias = Generator[None, None, tuple[int, bytes]]

MAILS_A_CONNECTION = 500
# How this machine is named to the relay, until its address on that line is known. smtplib would ask DNS
# for a name, which can take longer than all the rest.
_UNNAMED = "[127.0.0.1]"
# Other letters would need SMTPUTF8 all the way to the reader; few relays have it.
_WRITABLE = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")


@dataclass(frozen=True, slots=True)
class Relay:
    """How to reach a relay. `password` is never written into a reason or a log."""

    host: str
    port: int
    tls: str = "starttls"
    user: str | None = None
    password: str | None = None
    timeout: float = 60.0
    trusted: ssl.SSLContext | None = None

    def __repr__(self) -> str:
        return f"Relay({self.host}:{self.port}, {self.tls})"


class SmtpSink:
    """Sends through one relay over one connection, in one thread at a time."""

    def __init__(self, relay: Relay, mails_a_connection: int = MAILS_A_CONNECTION) -> None:
        self._relay, self._most = relay, mails_a_connection
        self._line: smtplib.SMTP | None = None
        self._carried = 0

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        """Carry one message; never raises for what the relay does."""
        if not _WRITABLE.fullmatch(recipient):
            return Failed(f"{masked(recipient)} cannot be written in a command of SMTP")
        outcome = _finished(self.talk(message, sender, recipient, still_wanted))
        if outcome is not None:
            return outcome
        self.close()
        try:
            self._line = connect(self._relay)
            return _finished(self._conversation(self._line, message, sender, recipient, still_wanted))
        except Ended as end:
            self._drop()
            return end.outcome

    def talk(self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always) -> Talk:
        """The same over the connection that is open, in steps; None at the end where there is none."""
        if self._line is None or self._carried >= self._most or not _WRITABLE.fullmatch(recipient):
            return None
        try:
            return (yield from self._conversation(self._line, message, sender, recipient, still_wanted))
        except Ended as end:
            self._drop()
            # A relay may close a connection that waited: that says nothing about this mail.
            return None if end.stale else end.outcome

    def close(self) -> None:
        """Take leave of the relay; a later `send` connects again."""
        if self._line is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException, ValueError):
                self._line.quit()
            self._drop()

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line, self._carried = None, 0

    def _conversation(
        self, line: smtplib.SMTP, message: bytes, sender: str, recipient: str, still_wanted: StillWanted
    ) -> Generator[None, None, Outcome]:
        code, text = yield from _envelope(line, sender, recipient)
        if code not in (250, 251, 252):
            return (yield from self._refused("RCPT TO", code, text))
        if not still_wanted():
            yield from self._begin_anew()
            return Retry("it changed while the relay was asked", after=timedelta())
        code, text = yield from _ask(line, "DATA")
        if code != 354:
            return (yield from self._refused("DATA", code, text))
        self._carried += 1
        return (yield from self._content(line, message))

    def _content(self, line: smtplib.SMTP, message: bytes) -> Generator[None, None, Outcome]:
        try:
            line.send(dotted(message))
        except (OSError, smtplib.SMTPException) as broken:
            # Not all was handed over, and the dot comes last.
            raise Ended(Retry(f"the line broke within the mail: {named(broken)}")) from None
        yield
        try:
            code, text = line.getreply()
        except (OSError, smtplib.SMTPException, ValueError) as broken:
            raise Ended(Unknown(f"the line broke after the final dot: {named(broken)}")) from None
        if 200 <= code < 300:
            return Accepted(reason_of("end of data", code, text))
        if not 400 <= code < 600:
            raise Ended(
                Unknown(f"no answer of SMTP after the final dot: {reason_of('end of data', code, text)}")
            )
        return (yield from self._refused("end of data", code, text))

    def _refused(self, verb: str, code: int, text: bytes) -> Generator[None, None, Outcome]:
        """What a refusal means; the connection stays for the next mail where the relay still wants it."""
        outcome = refusal(verb, code, text)
        if isinstance(outcome, RelayDown) or code == 421 or not 400 <= code < 600:
            raise Ended(outcome)
        if verb != "end of data":
            yield from self._begin_anew()
        return outcome

    def _begin_anew(self) -> Generator[None, None, None]:
        """Let the relay forget the reader that was named; where it will not, the connection ends."""
        try:
            code, _ = (yield from _ask(self._line, "RSET")) if self._line else (-1, b"")
        except Ended:
            code = -1
        if code != 250:
            self._drop()


def connect(relay: Relay) -> smtplib.SMTP:
    """A connection that is greeted, private and signed in as asked; raises `Ended`."""
    line = _open(relay)
    try:
        _hello(line)
        if relay.tls == "starttls":
            _start_tls(line, relay)
        if relay.user is not None:
            _sign_in(line, relay)
    except Ended:
        line.close()
        raise
    return line


def check_relay(relay: Relay) -> Outcome:
    """Connect, greet, make private, sign in, and take leave: Accepted, or why it cannot be done."""
    sink = SmtpSink(relay)
    try:
        sink._line = connect(relay)
    except Ended as end:
        return end.outcome
    sink.close()
    return Accepted()


def dotted(message: bytes) -> bytes:
    """The message as it goes over the line: leading dots doubled, the final dot at its end."""
    if message.startswith(b"."):
        message = b"." + message
    message = message.replace(b"\r\n.", b"\r\n..")
    return message + (b".\r\n" if message.endswith(b"\r\n") else b"\r\n.\r\n")


# --- steps of a connection ------------------------------------------------------------------


def _open(relay: Relay) -> smtplib.SMTP:
    secure = relay.tls == "tls"
    line: smtplib.SMTP = (
        smtplib.SMTP_SSL(timeout=relay.timeout, local_hostname=_UNNAMED, context=_context(relay))
        if secure
        else smtplib.SMTP(timeout=relay.timeout, local_hostname=_UNNAMED)
    )
    line._host = relay.host  # type: ignore[attr-defined] # whom the certificate must name
    try:
        code, text = line.connect(relay.host, relay.port)
        if line.sock is not None:
            # Small commands must not wait for the answer to the one before.
            line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.local_hostname = _literal(line.sock.getsockname()[0])
    except ssl.SSLCertVerificationError as bad:
        line.close()
        raise Ended(RelayDown(f"the relay's certificate is not good: {bad.verify_message}")) from None
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        line.close()
        reason = f"no connection to {relay.host}:{relay.port}: {named(broken)}"
        raise Ended(RelayDown(reason, away=True)) from None
    if code != 220:
        line.close()
        raise Ended(before_recipient("connecting", code, text))
    return line


def _literal(address: str) -> str:
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _hello(line: smtplib.SMTP) -> None:
    try:
        code, text = line.ehlo()
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise Ended(RelayDown(f"the line broke at EHLO: {named(broken)}", away=True)) from None
    if code != 250:
        raise Ended(before_recipient("EHLO", code, text))


def _start_tls(line: smtplib.SMTP, relay: Relay) -> None:
    if not line.has_extn("starttls"):
        raise Ended(RelayDown("the relay does not offer STARTTLS"))
    try:
        code, text = line.starttls(context=_context(relay))
    except ssl.SSLCertVerificationError as bad:
        raise Ended(RelayDown(f"the relay's certificate is not good: {bad.verify_message}")) from None
    except smtplib.SMTPResponseException as refused:
        raise Ended(before_recipient("STARTTLS", refused.smtp_code, octets(refused.smtp_error))) from None
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise Ended(RelayDown(f"the line broke at STARTTLS: {named(broken)}", away=True)) from None
    if code != 220:
        raise Ended(before_recipient("STARTTLS", code, text))
    _hello(line)


def _sign_in(line: smtplib.SMTP, relay: Relay) -> None:
    """By the first way that both know, once: each further try of a wrong password nears a lock-out."""
    offered = str(line.esmtp_features.get("auth", "")).upper().split()
    ways: dict[str, Any] = {
        "PLAIN": line.auth_plain,
        "LOGIN": line.auth_login,
        "CRAM-MD5": line.auth_cram_md5,
    }
    way = next((way for way in ways if way in offered), "")
    if not way:
        raise Ended(RelayDown("the relay offers no way to sign in over this connection"))
    line.user, line.password = relay.user or "", relay.password or ""
    try:
        line.auth(way, ways[way], initial_response_ok=way == "PLAIN")
    except UnicodeEncodeError:
        raise Ended(RelayDown("the user's name or the password holds letters beyond ASCII")) from None
    except smtplib.SMTPResponseException as refused:
        text = octets(refused.smtp_error)
        raise Ended(before_recipient("AUTH", refused.smtp_code, text)) from None
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise Ended(RelayDown(f"the line broke at AUTH: {named(broken)}", away=True)) from None


def _envelope(line: smtplib.SMTP, sender: str, recipient: str) -> _Asking:
    """Name sender and reader, at once where the relay takes both; its answer about the reader."""
    mail, rcpt = f"MAIL FROM:<{sender}>", f"RCPT TO:<{recipient}>"
    both = line.has_extn("pipelining")
    code, text = yield from _ask(line, mail, *([rcpt] if both else []), stale=True)
    if code != 250:
        raise Ended(before_recipient("MAIL FROM", code, text), stale=code == 421)
    return _answer(line, rcpt) if both else (yield from _ask(line, rcpt))


def _ask(line: smtplib.SMTP, *commands: str, stale: bool = False) -> _Asking:
    """Say one command or some, and wait; the answer to the first."""
    try:
        line.send("".join(f"{command}\r\n" for command in commands))
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise _broken(commands[0], broken, stale) from None
    yield
    return _answer(line, commands[0], stale)


def _answer(line: smtplib.SMTP, command: str, stale: bool = False) -> tuple[int, bytes]:
    try:
        return line.getreply()
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise _broken(command, broken, stale) from None


def _broken(command: str, broken: Exception, stale: bool) -> Ended:
    # smtplib tells a silence as a broken line; a silent relay would only be waited for twice.
    waited = isinstance(broken, TimeoutError) or isinstance(broken.__context__, TimeoutError)
    reason = f"the line broke at {command[:4]}: {named(broken)}"
    # Before a reader is named, it says nothing about this mail.
    outcome = RelayDown(reason, away=True) if command.startswith("MAIL") else Retry(reason)
    return Ended(outcome, stale=stale and not waited)


def _finished(steps: Generator[None, None, _T]) -> _T:
    """What steps come to that nobody takes turns with."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _T = end.value
            return result


def _context(relay: Relay) -> ssl.SSLContext:
    return relay.trusted or ssl.create_default_context()
