"""The links in mails: their tokens, and whose they are.

A token is ``<the subscriber's id>.<144 bits of a MAC>``. It is made again for every mail instead of being
kept, so that a mail is the same at each try and nobody who reads the database can write one. What it may do
is inside the MAC: a link that unsubscribes opens no preferences. A link that confirms is made for one mail,
and the hash of its token is stored, so that it works once and not for ever.
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scheduler.secret import mac

Purpose: TypeAlias = Literal["confirm", "preferences", "unsubscribe", "unconfirmed"]

_MAC_BYTES = 18  # 144 bits, 24 characters without padding
LONGEST_TOKEN = 80


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses for one mail. `confirm` is there in the mail that asks for it alone."""

    preferences: str
    unsubscribe: str
    confirm: str | None = None


def links(
    public_url: str, secret: bytes, subscriber_id: str, link_salt: str, reminder_id: int | None = None
) -> Links:
    """The addresses in a mail; with the id of a `confirm` reminder also the one that confirms."""
    base = public_url.rstrip("/")
    preferences, unsubscribe = (
        standing_token(secret, purpose, subscriber_id, link_salt)
        for purpose in ("preferences", "unsubscribe")
    )
    asked = reminder_id is not None and confirm_token(secret, subscriber_id, link_salt, reminder_id)
    return Links(
        preferences=f"{base}/preferences/{preferences}",
        unsubscribe=f"{base}/unsubscribe/{unsubscribe}",
        confirm=f"{base}/confirm/{asked}" if asked else None,
    )


def standing_token(secret: bytes, purpose: str, subscriber_id: str, link_salt: str) -> str:
    """The token of a link that stays good until the subscriber's salt is changed."""
    return _token(secret, purpose, subscriber_id, link_salt)


def confirm_token(secret: bytes, subscriber_id: str, link_salt: str, reminder_id: int) -> str:
    """The token of the confirmation that this reminder asks for."""
    return _token(secret, "confirm", subscriber_id, link_salt, str(reminder_id))


def owner_of(token: str) -> str | None:
    """The id of the subscriber that a token names, proved by nothing yet; None where it can be no token."""
    body, dot, _ = token.partition(".")
    if not dot or len(token) > LONGEST_TOKEN or not token.isascii() or not token.isprintable():
        return None
    return f"sub_{body}"


def is_standing(secret: bytes, token: str, purpose: str, subscriber_id: str, link_salt: str) -> bool:
    """Whether the token was made for this subscriber and purpose."""
    return hmac.compare_digest(token, standing_token(secret, purpose, subscriber_id, link_salt))


def _token(secret: bytes, purpose: str, subscriber_id: str, *parts: str) -> str:
    proof = mac(secret, purpose, subscriber_id, *parts)[:_MAC_BYTES]
    return f"{subscriber_id.removeprefix('sub_')}.{base64.urlsafe_b64encode(proof).decode()}"
