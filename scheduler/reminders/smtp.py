"""Mails to a relay, over one connection that is used again and again; and what each answer means.

    refused, timed out or dropped before the final dot, or 4xx          Retry
    5xx at connect, EHLO, STARTTLS, AUTH, MAIL FROM; 5.7.x anywhere     RelayDown
    5xx at RCPT, or at DATA and after it                                Failed; 5.1.x: the address is dead
    dropped, timed out or no answer of SMTP after the final dot         Unknown
    250 after the final dot                                             Accepted

An answer that is none of SMTP counts, before the dot, as a broken line.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from scheduler.reminders.sink import (
    Accepted,
    Failed,
    Outcome,
    RelayDown,
    Retry,
    StillWanted,
    Unknown,
    always,
)

MAILS_A_CONNECTION = 500
LONGEST_REASON = 300  # characters
# How this machine is named to the relay, until its address on that line is known. smtplib would ask DNS
# for a name, which can take longer than all the rest.
_UNNAMED = "[127.0.0.1]"
# 5.1.x is said of the recipient, but for these two: they are about the sender.
_SENDERS_FAULT = ("5.1.7", "5.1.8")
_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
# Other letters would need SMTPUTF8 all the way to the reader; few relays have it.
_WRITABLE = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")
_ADDRESS = re.compile(r"([^\s<>@\"',;:()]+)@([A-Za-z0-9.-]+)")


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
    """Sends through one relay; one sink for each thread that sends."""

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
        if self._carried >= self._most:
            self.close()
        used_before = self._line is not None
        try:
            return self._attempt(message, sender, recipient, still_wanted)
        except _Ended as end:
            self._drop()
            # A relay may close a connection that waited: that says nothing about this mail.
            if not (used_before and end.stale):
                return end.outcome
        try:
            return self._attempt(message, sender, recipient, still_wanted)
        except _Ended as end:
            self._drop()
            return end.outcome

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

    def _attempt(self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted) -> Outcome:
        if self._line is None:
            self._line = connect(self._relay)
        line = self._line
        code, text = _ask(line, "mail", f"FROM:<{sender}>", stale=True)
        if code != 250:
            raise _Ended(_before_recipient("MAIL FROM", code, text), stale=code == 421)
        code, text = _ask(line, "rcpt", f"TO:<{recipient}>")
        if code not in (250, 251, 252):
            return self._refused("RCPT TO", code, text)
        if not still_wanted():
            self._begin_anew()
            return Retry("it changed while the relay was asked", after=timedelta())
        code, text = _ask(line, "data", "")
        if code != 354:
            return self._refused("DATA", code, text)
        self._carried += 1
        return self._content(line, message)

    def _content(self, line: smtplib.SMTP, message: bytes) -> Outcome:
        try:
            line.send(dotted(message))
        except (OSError, smtplib.SMTPException) as broken:
            # Not all was handed over, and the dot comes last.
            raise _Ended(Retry(f"the line broke within the mail: {_named(broken)}")) from None
        try:
            code, text = line.getreply()
        except (OSError, smtplib.SMTPException, ValueError) as broken:
            raise _Ended(Unknown(f"the line broke after the final dot: {_named(broken)}")) from None
        if 200 <= code < 300:
            return Accepted(_reason("end of data", code, text))
        if not 400 <= code < 600:
            raise _Ended(
                Unknown(f"no answer of SMTP after the final dot: {_reason('end of data', code, text)}")
            )
        return self._refused("end of data", code, text)

    def _refused(self, verb: str, code: int, text: bytes) -> Outcome:
        """What a refusal means; the connection stays for the next mail where the relay still wants it."""
        outcome = refusal(verb, code, text)
        if isinstance(outcome, RelayDown) or code == 421 or not 400 <= code < 600:
            raise _Ended(outcome)
        if verb != "end of data":
            self._begin_anew()
        return outcome

    def _begin_anew(self) -> None:
        """Let the relay forget the reader that was named; where it will not, the connection ends."""
        try:
            code, _ = _ask(self._line, "rset", "") if self._line else (-1, b"")
        except _Ended:
            code = -1
        if code != 250:
            self._drop()


class _Ended(Exception):  # noqa: N818 - it says what happened to the connection
    """The connection is of no more use. `stale`: it may have died before this mail, of waiting."""

    def __init__(self, outcome: Outcome, *, stale: bool = False) -> None:
        super().__init__(str(outcome))
        self.outcome, self.stale = outcome, stale


def connect(relay: Relay) -> smtplib.SMTP:
    """A connection that is greeted, private and signed in as asked; raises `_Ended`."""
    line = _open(relay)
    try:
        _hello(line)
        if relay.tls == "starttls":
            _start_tls(line, relay)
        if relay.user is not None:
            _sign_in(line, relay)
    except _Ended:
        line.close()
        raise
    return line


def check_relay(relay: Relay) -> Outcome:
    """Connect, greet, make private, sign in, and take leave: Accepted, or why it cannot be done."""
    sink = SmtpSink(relay)
    try:
        sink._line = connect(relay)
    except _Ended as end:
        return end.outcome
    sink.close()
    return Accepted()


def refusal(verb: str, code: int, text: bytes) -> Outcome:
    """What an answer that is no success means at RCPT TO, at DATA and at the end of the data."""
    reason = _reason(verb, code, text)
    if not 500 <= code < 600:
        return Retry(reason)
    found = _ENHANCED.match(text.decode("ascii", "replace").strip())
    status = found[1] if found else ""
    if status.startswith("5.7.") or status in _SENDERS_FAULT:
        return RelayDown(reason)
    return Failed(reason, suppress=status.startswith("5.1."))


def dotted(message: bytes) -> bytes:
    """The message as it goes over the line: leading dots doubled, the final dot at its end."""
    if message.startswith(b"."):
        message = b"." + message
    message = message.replace(b"\r\n.", b"\r\n..")
    return message + (b".\r\n" if message.endswith(b"\r\n") else b"\r\n.\r\n")


def masked(text: str) -> str:
    """The text with the names before each @ hidden but for their first letter."""
    return _ADDRESS.sub(lambda found: f"{found[1][0]}***@{found[2]}", text)


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
        raise _Ended(RelayDown(f"the relay's certificate is not good: {bad.verify_message}")) from None
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        line.close()
        raise _Ended(Retry(f"no connection to {relay.host}:{relay.port}: {_named(broken)}")) from None
    if code != 220:
        line.close()
        raise _Ended(_before_recipient("connecting", code, text))
    return line


def _literal(address: str) -> str:
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _hello(line: smtplib.SMTP) -> None:
    try:
        code, text = line.ehlo()
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise _Ended(Retry(f"the line broke at EHLO: {_named(broken)}")) from None
    if code != 250:
        raise _Ended(_before_recipient("EHLO", code, text))


def _start_tls(line: smtplib.SMTP, relay: Relay) -> None:
    if not line.has_extn("starttls"):
        raise _Ended(RelayDown("the relay does not offer STARTTLS"))
    try:
        code, text = line.starttls(context=_context(relay))
    except ssl.SSLCertVerificationError as bad:
        raise _Ended(RelayDown(f"the relay's certificate is not good: {bad.verify_message}")) from None
    except smtplib.SMTPResponseException as refused:
        raise _Ended(_before_recipient("STARTTLS", refused.smtp_code, _octets(refused.smtp_error))) from None
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise _Ended(Retry(f"the line broke at STARTTLS: {_named(broken)}")) from None
    if code != 220:
        raise _Ended(_before_recipient("STARTTLS", code, text))
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
        raise _Ended(RelayDown("the relay offers no way to sign in over this connection"))
    line.user, line.password = relay.user or "", relay.password or ""
    try:
        line.auth(way, ways[way], initial_response_ok=way == "PLAIN")
    except UnicodeEncodeError:
        raise _Ended(RelayDown("the user's name or the password holds letters beyond ASCII")) from None
    except smtplib.SMTPResponseException as refused:
        text = _octets(refused.smtp_error)
        raise _Ended(_before_recipient("AUTH", refused.smtp_code, text)) from None
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        raise _Ended(Retry(f"the line broke at AUTH: {_named(broken)}")) from None


def _ask(line: smtplib.SMTP, verb: str, arguments: str, *, stale: bool = False) -> tuple[int, bytes]:
    try:
        return line.docmd(verb, arguments)
    except (OSError, smtplib.SMTPException, ValueError) as broken:
        # smtplib tells a silence as a broken line; a silent relay would only be waited for twice.
        waited = isinstance(broken, TimeoutError) or isinstance(broken.__context__, TimeoutError)
        raise _Ended(
            Retry(f"the line broke at {verb.upper()}: {_named(broken)}"), stale=stale and not waited
        ) from None


def _before_recipient(verb: str, code: int, text: bytes) -> Outcome:
    """Before a recipient is named, what is refused for good is the relay's trouble with us."""
    reason = _reason(verb, code, text)
    return RelayDown(reason) if 500 <= code < 600 else Retry(reason)


def _context(relay: Relay) -> ssl.SSLContext:
    return relay.trusted or ssl.create_default_context()


def _reason(verb: str, code: int, text: bytes) -> str:
    said = " ".join(text.decode("utf-8", "replace").split())
    number = str(code) if code > 0 else "no code"
    return f"{verb}: {number} {masked(_printable(said))}"[:LONGEST_REASON]


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _octets(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def _named(broken: BaseException) -> str:
    """The kind of trouble and its own words, without an address in full."""
    words = " ".join(str(broken).split()) or "no further word"
    return masked(_printable(f"{type(broken).__name__}: {words}"))[:LONGEST_REASON]
