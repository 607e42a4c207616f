"""What every request passes before any route sees it, and every response before it leaves.

Three ASGI layers: the name that the service was called by, the size of a body, and the headers
that keep a browser from doing more than the page needs.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Problem, problem_response
from api.validation import shown
from scheduler.locale import both
from scheduler.settings import Settings, is_loopback

MAX_BODY = 64 * 1024  # bytes; the longest body is one phrase with its options
# A plan document may be sent to these addresses alone.
MAX_UPLOAD = 5 * 1024 * 1024  # bytes
UPLOADS = frozenset({("POST", "/api/v1/plans"), ("POST", "/plans/load")})
MAX_DISCARDED = 4 * 1024 * 1024  # bytes of a body too large that are still taken, and thrown away
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


class BodyLimit:
    """Refuse a body over `MAX_BODY` bytes (`MAX_UPLOAD` for a plan); never more is kept in memory.

    `refuse` makes the answer, a page or a problem document.
    """

    def __init__(self, app: ASGIApp, refuse: Callable[[Request, Exception], Response]) -> None:
        self.app = app
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body whole, or answer 413."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self.app(scope, receive, send)
            return
        most = MAX_UPLOAD if (scope["method"], scope["path"]) in UPLOADS else MAX_BODY
        messages = await _read_body(receive, most)
        if messages is None:
            detail = both("The body is larger than %(limit)s kB, the most that is taken.", limit=most // 1024)
            # What is left of the body is not read, so the connection cannot be used again.
            problem = Problem("too-large", detail, headers={"Connection": "close"})
            await self.refuse(Request(scope), problem)(scope, receive, send)
            return
        await self.app(scope, _replay(messages, receive), send)


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


async def _read_body(receive: Receive, most: int) -> list[Message] | None:
    """The messages of a body; None where it is larger than the limit."""
    messages: list[Message] = []
    size = 0
    # A client that is still sending when the connection closes never sees why: let it finish, within reason.
    while size <= most + MAX_DISCARDED:
        message = await receive()
        size += len(message.get("body", b""))
        if size <= most:
            messages.append(message)
        if message["type"] != "http.request" or not message.get("more_body", False):
            break
    return messages if size <= most else None


def _replay(messages: list[Message], receive: Receive) -> Receive:
    waiting = iter(messages)

    async def replay() -> Message:
        for message in waiting:
            return message
        return await receive()

    return replay


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
