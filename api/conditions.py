"""What a request says of the copy it has and of the codings it takes (RFC 9110, 12.5.3 and 13)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Literal

from starlette.datastructures import Headers

Coding = Literal["gzip", "identity"]

_ENTITY_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')
_WEIGHT = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE | re.ASCII)


def preferred_coding(headers: Headers) -> Coding | None:
    """gzip where the request takes it as gladly as anything else, or None where it takes neither.

    Without Accept-Encoding nothing is compressed: a reader that does not ask may not undo it.
    """
    weights: dict[str, float] = {}
    for part in ",".join(headers.getlist("accept-encoding")).split(","):
        name, _, parameter = part.partition(";")
        if name.strip():
            weights[name.strip().lower().removeprefix("x-")] = _weight(parameter)
    gzip = weights.get("gzip", weights.get("*", 0.0))
    identity = weights.get("identity", weights.get("*"))
    if gzip > 0 and gzip >= (identity or 0.0):
        return "gzip"
    return None if identity == 0 else "identity"


def has_copy(headers: Headers, tags: Iterable[str], modified: datetime, now: datetime) -> bool:
    """True where the request already holds what it would get, so that 304 answers it.

    `tags` are the entity tags, in quotes, of every coding of what would be sent. If-None-Match
    decides alone where it is sent; else If-Modified-Since does, to the second, unless it lies behind `now`: a
    clock that is ahead would hide each change for as long.
    """
    held = ",".join(headers.getlist("if-none-match")).strip()
    if "if-none-match" in headers:
        return held == "*" or not set(tags).isdisjoint(_ENTITY_TAG.findall(held))
    since = _http_date(headers.get("if-modified-since", ""))
    return since is not None and modified.replace(microsecond=0) <= since <= now


def http_date(at: datetime) -> str:
    """An instant as HTTP writes it: Tue, 02 Apr 2024 01:00:00 GMT."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def _weight(text: str) -> float:
    if not text.strip():
        return 1.0
    found = _WEIGHT.fullmatch(text.strip())
    return float(found[1]) if found else 0.0


def matching(if_match: str, revision: str) -> bool:
    """True where If-Match names this revision, or anything (RFC 9110, 13.1.1); a weak tag names nothing."""
    if if_match.strip() == "*":
        return True
    return any(part.strip() == f'"{revision}"' for part in if_match.split(","))
