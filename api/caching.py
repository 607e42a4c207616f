"""Which answers a cache may keep, and other sites may read: none that was made for somebody who is known.

What an address gives depends on who asks, so every answer for which that was looked at says so (RFC 9110,
12.5.5): a cache in between would else hand one person's to the next.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.identity import Visitor

VARIES = ("Accept-Language", "Authorization", "Cookie")
PRIVATE = "private, no-store"
# What everybody may read, a page of another site may too. A browser keeps from it each answer that went to a
# cookie, and asks first whether it may send a token, which is not answered.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Retry-After",
}
_REST = "/api/v1/"
_READS = ("GET", "HEAD")


class PrivateAnswers:
    """Mark the answers that belong to whoever asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers that the route has not set itself."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                visitor = state.get("visitor")
                mark(MutableHeaders(scope=message), visitor)
                if scope["path"].startswith(_REST) and scope["method"] in _READS and is_stranger(visitor):
                    MutableHeaders(scope=message).update(OPEN)
            await send(message)

        await self.app(scope, receive, send_marked)


def is_stranger(visitor: Visitor | None) -> bool:
    """True where it was looked who asks, and what is shown is what anybody is shown."""
    return visitor is not None and visitor.actor is None and not visitor.trusted


def mark(headers: MutableHeaders, visitor: Visitor | None) -> None:
    """Say that an answer varies with who asks, and that one for somebody known is theirs alone."""
    if visitor is None:
        return
    for name in VARIES:
        headers.add_vary_header(name)
    if visitor.actor is not None or visitor.trusted:
        headers.setdefault("Cache-Control", PRIVATE)
