"""What every request passes before any route sees it, and every response before it leaves.

ASGI layers: the name that the service was called by, HEAD, and the headers that keep a browser from doing
more than the page needs. The body of a request has a file of its own (`api.bodies`).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Problem, problem_response
from api.validation import shown
from scheduler.locale import both
from scheduler.settings import Settings, is_loopback

# What every answer starts from: no script at all, and style from our own files only.
PLAIN_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# Pages in which parts are swapped: our own script files, which may ask our own service.
PAGE_POLICY = f"{PLAIN_POLICY}; script-src 'self'; connect-src 'self'"
# The calendar that other sites may show in a frame: nothing to send, nothing to run.
FRAME_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
)
OURS = (b"airslot", b"__Host-airslot")  # what the names of our cookies begin with
LONGEST_COOKIE = 300  # bytes, with its name
_ABSOLUTE = re.compile(rb"https?://(?P<host>[^/]*)(?P<path>/.*)?", re.IGNORECASE | re.DOTALL)
A_YEAR = 365 * 24 * 3600  # seconds
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # Nothing is told to other sites; our own forms still name their origin, which `no-referrer` takes away.
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": PLAIN_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class OriginForm:
    """Read a request that names its target with scheme and host as one that names the path alone.

    A server must take both (RFC 9112, 3.2.2), and then the host of the target counts, and not the header's.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the request with its path, and with its host where the application looks for it."""
        found = _ABSOLUTE.fullmatch(scope.get("raw_path") or b"") if scope["type"] == "http" else None
        if found is not None:
            raw, host = found["path"] or b"/", found["host"]
            kept = [(name, value) for name, value in scope["headers"] if name != b"host"]
            path = unquote(raw.decode("ascii"))
            scope = {**scope, "path": path, "raw_path": raw, "headers": [(b"host", host), *kept]}
        await self.app(scope, receive, send)


class KnownHosts:
    """Refuse a Host header that is not ours: no web page reaches a local service by DNS rebinding."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.public = (urlsplit(str(settings.public_url)).hostname or "").lower()
        # Another page cannot rebind a bare address, and people on a local network type one.
        self.addresses = settings.allow_public_listen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request whose Host is known."""
        if scope["type"] != "http" or self.knows(Headers(scope=scope).get("host", "")):
            await self.app(scope, receive, send)
            return
        host = shown(Headers(scope=scope).get("host", ""))
        detail = both("The request asks for the host “%(host)s”, which is not this service.", host=host)
        await problem_response(Request(scope), Problem("wrong-host", detail))(scope, receive, send)

    def knows(self, host: str) -> bool:
        """True for loopback names, the public address and, when listening to all, bare addresses."""
        try:
            name = (urlsplit(f"//{host}").hostname or "").lower()
        except ValueError:
            return False
        return is_loopback(name) or name == self.public or (self.addresses and _is_address(name))


class OwnCookies:
    """Keep of the cookies those that are ours, as long as ours are.

    Python before 3.11.10 reads a quoted one in quadratic time (CVE-2024-7592), and 60 kB of it for seconds.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request without what is of no use to it."""
        if scope["type"] == "http":
            kept = ((name, _ours(value) if name == b"cookie" else value) for name, value in scope["headers"])
            scope = {
                **scope,
                "headers": [(name, value) for name, value in kept if name != b"cookie" or value],
            }
        await self.app(scope, receive, send)


class SafeHeaders:
    """Headers on every response: no sniffing, no framing, no script, no address told to others."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add what the route has not set itself."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_safe_headers(MutableHeaders(scope=message), self.settings)
            await send(message)

        await self.app(scope, receive, send_safely)


class HeadAsGet:
    """Answer HEAD wherever GET is answered, without the body (RFC 9110, 9.3.2)."""

    def __init__(self, app: ASGIApp, leave: Iterable[str] = (".ics",)) -> None:
        self.app = app
        self.leave = tuple(leave)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the route as GET and keep its body back; feeds answer HEAD themselves."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or scope["path"].endswith(self.leave):
            await self.app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_head)


def add_safe_headers(headers: MutableHeaders, settings: Settings) -> None:
    """Add the safe headers that a response has not set itself; behind TLS also that TLS is to stay."""
    for name, value in SAFE_HEADERS.items():
        headers.setdefault(name, value)
    if urlsplit(str(settings.public_url)).scheme == "https":
        headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR}")


def _ours(cookies: bytes) -> bytes:
    each = (one.strip() for one in cookies.split(b";"))
    return b"; ".join(one for one in each if one.startswith(OURS) and len(one) <= LONGEST_COOKIE)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
