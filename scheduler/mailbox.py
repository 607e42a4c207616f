"""Mail addresses: the one spelling under which an address is stored and found."""

from __future__ import annotations

import re
import unicodedata

import idna

from scheduler.errors import Invalid

LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3
_LONGEST_SPELLING = 4 * LONGEST_EMAIL
# No quotes, comments or line ends: what a mailbox has in practice, and nothing that could end a header.
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
# What a mail header takes for encoded words (RFC 2047): no message can be written to such an address.
_ENCODED_WORD = re.compile(r"=\?.*\?=")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)


def normal_email(text: str) -> str:
    """The one spelling of a mailbox: no spaces around it, small letters, the domain in ASCII.

    By IDNA 2008, as registries and browsers read it: straße.de is its own domain, and not strasse.de.
    Letters are made small on both sides of the @: no mailbox that is in use tells them apart. Raises Invalid.
    """
    # What is far too long costs more time to normalise than its answer is worth.
    if len(text) > _LONGEST_SPELLING:
        raise _bad(text)
    local, at, domain = unicodedata.normalize("NFC", text).strip().lower().rpartition("@")
    try:
        domain = idna.encode(domain, uts46=True).decode()
    except UnicodeError:  # which an IDNAError is
        domain = ""
    labels = domain.split(".")
    right = (
        at
        and len(local) <= 64
        and _LOCAL.fullmatch(local)
        and not _ENCODED_WORD.search(local)
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
        and not labels[-1].isdigit()
    )
    if right and len(local) + len(domain) < LONGEST_EMAIL:
        return f"{local}@{domain}"
    raise _bad(text)


def _bad(text: str) -> Invalid:
    shown = text.strip()[:60]
    return Invalid(
        "email-bad",
        f"{shown!r} is no mail address. Write one such as ten@example.org.",
        f"{shown!r} không phải là địa chỉ thư. Hãy ghi ví dụ ten@example.org.",
        where="email",
    )
