"""Fetches a calendar as a client does: once, and a second time with what the first answer said of itself."""

from __future__ import annotations

import ssl
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import Request, urlopen

from scheduler.feeds.checking import Finding

PATIENCE = 30  # seconds for one answer
MOST = 50_000_000  # octets; no client takes more


def fetch(address: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The document at an address, None where there is none, and what is wrong with how it was answered."""
    parts = urlsplit(address)
    scheme = {"webcal": "http", "webcals": "https"}.get(parts.scheme.lower(), parts.scheme.lower())
    url = urlunsplit(parts._replace(scheme=scheme))
    try:
        # The scheme is http or https: the caller and the line above leave no other.
        with urlopen(Request(url, headers={"Accept": "text/calendar"}), timeout=PATIENCE) as answer:  # noqa: S310
            document: bytes = answer.read(MOST + 1)
            headers = answer.headers
    except HTTPError as error:
        with error:
            return None, (_told("status", f"It is answered with {error.code} {error.reason}."),)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        why = "its certificate is not trusted" if isinstance(reason, ssl.SSLError) else str(reason)
        return None, (_told("unreachable", f"It cannot be fetched: {why}."),)
    found = []
    if len(document) > MOST:
        return None, (_told("too-large", "It has more than 50 MB; no client takes it."),)
    kind = headers.get_content_type()
    if kind != "text/calendar":
        found.append(_told("content-type", f"It is sent as {kind}; clients look for text/calendar."))
    validators = {
        name: headers[header]
        for header, name in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
        if headers[header]
    }
    found += _again(url, validators)
    return document, tuple(found)


def _again(url: str, validators: dict[str, str]) -> list[Finding]:
    """Whether a client that has it already is told so, instead of being sent it all again."""
    if not validators:
        return [_told("no-validator", "No ETag, no Last-Modified: each look fetches it whole.", False)]
    try:
        with urlopen(Request(url, headers=validators), timeout=PATIENCE):  # noqa: S310 - as above
            return [_told("no-304", "A client that has it already is sent it again (no 304).", False)]
    except HTTPError as error:
        with error:
            if error.code == 304:
                return []
            return [_told("no-304", f"Asked a second time it is answered with {error.code}.")]
    except (URLError, HTTPException, OSError) as error:
        return [_told("no-304", f"Asked a second time it cannot be fetched: {error}.")]


def _told(code: str, message: str, wrong: bool = True) -> Finding:
    return Finding("error" if wrong else "warning", code, "answer", message)
