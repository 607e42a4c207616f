"""What each answer of a relay means for a mail, and how it is told without showing an address.

    no connection; at EHLO, STARTTLS, AUTH, MAIL FROM dropped or 4xx     RelayDown, away
    5xx at connect, EHLO, STARTTLS, AUTH, MAIL FROM; 5.7.x anywhere     RelayDown
    timed out or dropped from RCPT to the final dot, or 4xx there       Retry
    5xx at RCPT, or at DATA and after it                                Failed; 5.1.x: the address is dead
    dropped, timed out or no answer of SMTP after the final dot         Unknown
    250 after the final dot                                             Accepted

An answer that is none of SMTP counts, before the dot, as a broken line.
"""

from __future__ import annotations

import re

from scheduler.reminders.transport.sink import Failed, Outcome, RelayDown, Retry

LONGEST_REASON = 300  # characters
# 5.1.x is said of the recipient, but for these two: they are about the sender.
_SENDERS_FAULT = ("5.1.7", "5.1.8")
_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_ADDRESS = re.compile(r"([^\s<>@\"',;:()]+)@([A-Za-z0-9.-]+)")


class Ended(Exception):  # noqa: N818 - it says what happened to the connection
    """The connection is of no more use. `stale`: it may have died before this mail, of waiting."""

    def __init__(self, outcome: Outcome, *, stale: bool = False) -> None:
        super().__init__(str(outcome))
        self.outcome, self.stale = outcome, stale


def refusal(verb: str, code: int, text: bytes) -> Outcome:
    """What an answer that is no success means at RCPT TO, at DATA and at the end of the data."""
    reason = reason_of(verb, code, text)
    if not 500 <= code < 600:
        return Retry(reason)
    found = _ENHANCED.match(text.decode("ascii", "replace").strip())
    status = found[1] if found else ""
    if status.startswith("5.7.") or status in _SENDERS_FAULT:
        return RelayDown(reason)
    return Failed(reason, suppress=status.startswith("5.1."))


def before_recipient(verb: str, code: int, text: bytes) -> Outcome:
    """Before a recipient is named no answer is about a mail; what is refused for good lasts a while."""
    return RelayDown(reason_of(verb, code, text), away=not 500 <= code < 600)


def masked(text: str) -> str:
    """The text with the names before each @ hidden but for their first letter."""
    return _ADDRESS.sub(lambda found: f"{found[1][0]}***@{found[2]}", text)


def reason_of(verb: str, code: int, text: bytes) -> str:
    """An answer in its own words, without an address in full."""
    said = " ".join(text.decode("utf-8", "replace").split())
    number = str(code) if code > 0 else "no code"
    return f"{verb}: {number} {masked(_printable(said))}"[:LONGEST_REASON]


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def octets(text: bytes | str) -> bytes:
    """What smtplib gives as either."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def named(broken: BaseException) -> str:
    """The kind of trouble and its own words, without an address in full."""
    words = " ".join(str(broken).split()) or "no further word"
    return masked(_printable(f"{type(broken).__name__}: {words}"))[:LONGEST_REASON]
