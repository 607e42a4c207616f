"""Mails that came back: delivery status notifications (RFC 3464) end the mailing of dead addresses.

Only what proves to be about a mail of ours counts: the notification must bring back the Message-ID of a
reminder that went to that subscriber. Message-IDs are made with the secret, so that nobody who writes a
notification of their own can have another person's reminders ended.
"""

from __future__ import annotations

import mailbox
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import Path
from typing import Literal, TypeAlias

from sqlalchemy import Connection, select

from scheduler.errors import AirslotError, NotFound
from scheduler.machine_time import MachineTime
from scheduler.mailbox import normal_email
from scheduler.reminders.readers.subscribers import suppress
from scheduler.store.tables import reminder, subscriber

Verdict: TypeAlias = Literal["suppressed", "already", "passing", "not ours"]

MOST_OCTETS = 10_000_000  # of one mail: a notification is small, and what it returns is cut by most relays
_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
# 5.1.x is said of the recipient's address, but for these two: they are about the sender's.
_SENDERS = ("5.1.7", "5.1.8")
_VAGUE = ("5.0.0", "5.5.0")


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a notification says of one recipient.

    recipient    as we wrote it where the notification still knows, else as it was at last
    status       the enhanced code, such as 5.1.1
    message_id   of the mail that came back, with its brackets, or None where nothing of it was returned
    """

    recipient: str
    action: str
    status: str
    diagnostic: str
    message_id: str | None

    @property
    def dead(self) -> bool:
        """Whether the address itself is refused for good: not a full mailbox, not a policy, not a delay."""
        status = self.status
        if status in _VAGUE and (found := _ENHANCED.search(self.diagnostic)):
            status = found[1]
        return self.action == "failed" and status.startswith("5.1.") and status not in _SENDERS


@dataclass(frozen=True, slots=True)
class Judged:
    """A bounce and what was done about it."""

    bounce: Bounce
    verdict: Verdict


def read_mails(source: Path) -> Iterator[bytes]:
    """The mails of a maildir, an mbox file or a file with one mail. Raises NotFound, or of the system."""
    if source.is_dir():
        if not (source / "cur").is_dir() and not (source / "new").is_dir():
            raise NotFound(
                "bounces-no-maildir",
                f"{source} is a folder but no maildir: it has neither `cur` nor `new`.",
                f"{source} là thư mục nhưng không phải maildir: không có `cur` hay `new`.",
                where=str(source),
            )
        for folder in ("new", "cur"):
            for path in sorted((source / folder).glob("[!.]*")):
                yield path.read_bytes()
        return
    try:
        with source.open("rb") as file:
            start = file.read(5)
    except OSError as error:
        raise NotFound(
            "bounces-unreadable",
            f"{source} cannot be read: {error.strerror}.",
            f"Không đọc được {source}: {error.strerror}.",
            where=str(source),
        ) from None
    if start != b"From ":
        yield source.read_bytes()
        return
    box = mailbox.mbox(source, create=False)
    try:
        for key in box.iterkeys():
            yield box.get_bytes(key)
    finally:
        box.close()


def read_stream(content: bytes) -> Iterator[bytes]:
    """The mails of what came by pipe: one mail, or an mbox."""
    if not content.startswith(b"From "):
        yield content
        return
    for part in re.split(rb"(?:\A|\r?\n\r?\n)(?=From [^\r\n]*\r?\n)", content):
        if part:
            yield part.split(b"\n", 1)[1]


def read_bounces(mail: bytes) -> list[Bounce]:
    """What a mail says came back, by recipient; nothing where it is no delivery status notification."""
    if len(mail) > MOST_OCTETS:
        return []
    message = message_from_bytes(mail, _class=EmailMessage, policy=default)
    if message.get_content_type() != "multipart/report":
        return []
    reports = [part for part in message.walk() if part.get_content_type() == "message/delivery-status"]
    returned = _returned_id(message)
    return [bounce for part in reports for bounce in _recipients(part, returned)]


def judge(connection: Connection, bounces: Iterable[Bounce], *, machine_time: MachineTime) -> list[Judged]:
    """Suppress the dead addresses among them, each proved by a reminder of ours."""
    return [Judged(bounce, _judge(connection, bounce, machine_time)) for bounce in bounces]


def _judge(connection: Connection, bounce: Bounce, machine_time: MachineTime) -> Verdict:
    if not bounce.dead:
        return "passing"
    try:
        email = normal_email(bounce.recipient)
    except AirslotError:
        return "not ours"
    # By the reader first: their rows have an index, Message-IDs have none.
    question = (
        select(subscriber.c.state)
        .join(reminder, reminder.c.subscriber_id == subscriber.c.id)
        .where(subscriber.c.email == email, reminder.c.message_id == bounce.message_id)
    )
    found = connection.execute(question).first() if bounce.message_id else None
    if found is None:
        return "not ours"
    if found.state == "suppressed":
        return "already"
    suppress(connection, email, "bounce", machine_time=machine_time)
    return "suppressed"


def _returned_id(message: Message) -> str | None:
    """The Message-ID of the mail that came back, whole or its headers alone."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            inside = part.get_payload()
            original = inside[0] if isinstance(inside, list) and inside else None
        elif part.get_content_type() == "text/rfc822-headers":
            raw = part.get_payload(decode=True)
            original = message_from_bytes(raw, policy=default) if isinstance(raw, bytes) else None
        else:
            continue
        if isinstance(original, Message) and original["Message-ID"]:
            return str(original["Message-ID"]).strip()
    return None


def _recipients(part: Message, returned: str | None) -> Iterator[Bounce]:
    """The blocks of a delivery-status part: the first is of the message, each other of one recipient."""
    blocks = part.get_payload()
    for block in blocks[1:] if isinstance(blocks, list) else ():
        if not isinstance(block, Message):
            continue
        recipient = _value(block, "Original-Recipient") or _value(block, "Final-Recipient")
        status = _ENHANCED.search(str(block["Status"]))
        if recipient and status:
            yield Bounce(
                recipient,
                str(block["Action"]).split("(")[0].strip().lower(),
                status[1],
                " ".join(_value(block, "Diagnostic-Code").split())[:300],
                returned,
            )


def _value(block: Message, name: str) -> str:
    """The value of a field such as ``Final-Recipient: rfc822; reader@example.org``, without its type."""
    return str(block[name] or "").partition(";")[2].strip().strip("<>")
