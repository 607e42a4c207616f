"""One message as the standard library's `email` package writes it.

Its own way of folding would spoil three headers (looked at in Python 3.11): a subject of several encoded
words loses the spaces between them, a long address in List-Unsubscribe is turned into an encoded word,
which no mail reader takes for a link, and quoted-printable lines get 78 characters where RFC 2045 allows 76.
`POLICY` is `email.policy.SMTP` with these put right.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry, UniqueAddressHeader, UniqueUnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime

from scheduler.feeds.head import Method

LONGEST_LINE = 76
# Another one in every process: whoever writes a title cannot know what would be taken for a mark.
OWN_SIGN = secrets.token_hex(12)
# Where a token belongs in a text.
MARKS = {name: f"\ue000{OWN_SIGN}.{name}\ue001" for name in ("preferences", "unsubscribe", "confirm")}


# The standard library mixes these kinds of header into BaseHeader in the same way.
class _Subject(UniqueUnstructuredHeader, BaseHeader):  # type: ignore[misc]
    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {_words(self, self.name)}{policy.linesep}"


class _From(UniqueAddressHeader, BaseHeader):  # type: ignore[misc]
    def fold(self, *, policy: Policy) -> str:
        (address,) = self.addresses
        if address.display_name.isascii():
            return super().fold(policy=policy)
        return f"{self.name}: {_words(address.display_name, self.name)} <{address.addr_spec}>{policy.linesep}"


class _Whole(UniqueUnstructuredHeader, BaseHeader):  # type: ignore[misc]
    """Ids and addresses: never encoded, and folded between two of them only."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self.replace(', ', f',{policy.linesep} ')}{policy.linesep}"


def _words(text: str, name: str) -> str:
    charset = "us-ascii" if text.isascii() else "utf-8"
    return Header(text, charset, LONGEST_LINE, name).encode(linesep="\r\n")


def _registry() -> HeaderRegistry:
    registry = HeaderRegistry()
    registry.map_to_type("subject", _Subject)
    registry.map_to_type("from", _From)
    for name in ("message-id", "list-unsubscribe", "list-unsubscribe-post"):
        registry.map_to_type(name, _Whole)
    return registry


POLICY = SMTP.clone(max_line_length=LONGEST_LINE, header_factory=_registry())


@dataclass(frozen=True, slots=True)
class Calendar:
    """An iCalendar document that goes with a mail; `name` is its file's.

    Programs take one with a method by themselves. One without is a file to be opened: as text/calendar some
    would take it for a request.
    """

    name: str
    content: bytes
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail but for its reader. Where a token belongs, `text` and `html` hold its mark.

    sender       address, with or without a name
    unsubscribe  the address that unsubscribes, with the mark in it; empty where nobody has subscribed yet
    mailto       an address that takes unsubscriptions by mail, or None
    """

    sender: str
    reply_to: str | None
    subject: str
    text: str
    html: str
    language: str
    calendars: tuple[Calendar, ...] = ()
    unsubscribe: str = ""
    mailto: str | None = None


def compose(
    draft: Draft, recipient: str, tokens: Mapping[str, str], message_id: str, date: datetime
) -> EmailMessage:
    """The message for one reader; `tokens` by the names of `MARKS`, `message_id` without brackets."""
    message = EmailMessage(policy=POLICY)
    message["From"] = draft.sender
    message["To"] = recipient
    if draft.reply_to:
        message["Reply-To"] = draft.reply_to
    message["Subject"] = draft.subject
    message["Date"] = format_datetime(date)
    message["Message-ID"] = f"<{message_id}>"
    if draft.unsubscribe:
        ways = [_marked(draft.unsubscribe, tokens), *([f"mailto:{draft.mailto}"] if draft.mailto else [])]
        message["List-Unsubscribe"] = ", ".join(f"<{way}>" for way in ways)
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_marked(draft.text, tokens), cte="quoted-printable")
    message.add_alternative(_marked(draft.html, tokens), subtype="html", cte="quoted-printable")
    for calendar in draft.calendars:
        kind, method = ("text", {"method": calendar.method}) if calendar.method else ("application", {})
        message.add_attachment(
            calendar.content,
            maintype=kind,
            subtype="calendar" if calendar.method else "ics",
            filename=calendar.name,
            params={**method, "charset": "utf-8"},
        )
    # Only now: what is put into a part takes the headers on content along.
    message["Content-Language"] = draft.language
    # Of its own making it would be a random number: the same mail would be other bytes at each try.
    for level, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_airslot_{level}_=")
    return message


def _marked(text: str, tokens: Mapping[str, str]) -> str:
    for name, mark in MARKS.items():
        if mark in text:
            text = text.replace(mark, tokens[name])
    return text
