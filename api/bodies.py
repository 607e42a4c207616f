"""The body of a request, read whole before any route sees it: so much, so fast, and so many at once.

A stranger's is 64 kB at most. More is taken where a plan document or the file of a proof may come, once it is
known that whoever sends it may plan, record a piece, or has the link of an outlet; and of all together never
more than `MOST_HELD` is kept.
"""

from __future__ import annotations

from asyncio import get_running_loop, timeout_at
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Problem
from scheduler.errors import AirslotError
from scheduler.locale import both

MAX_BODY = 64 * 1024  # bytes; the longest body is one phrase with its options
# A plan document may be sent to these addresses alone.
MAX_UPLOAD = 5 * 1024 * 1024  # bytes
# What is posted there acts whatever its body holds: the one click of RFC 8058.
UNREAD = "/unsubscribe/"
PIECES = "/pieces"  # and here a file that proves a piece
GIVEN = "/give/"  # and here one that an outlet gives, behind the key of its link
UPLOADS = frozenset({("POST", "/api/v1/plans"), ("POST", "/plans/load"), ("POST", PIECES)})
MAX_DISCARDED = 4 * 1024 * 1024  # bytes of a body that is refused that are still taken, and thrown away
# Bytes of all bodies at a time: twice what strangers alone can fill with all connections that there may be.
MOST_HELD = 64 * 1024 * 1024
LEAST_RATE = 4_000  # bytes a second, once the patience is used up
RETRY_AFTER = 10  # seconds
BODILESS = frozenset({"GET", "HEAD", "OPTIONS"})


class BodyLimit:
    """Read bodies for the application, within the limits above.

    `patience` is in seconds; `admit` raises what is to be said to whoever may not send a plan document, and
    `refuse` makes the answer, a page or a problem document.
    """

    def __init__(
        self,
        app: ASGIApp,
        patience: float,
        admit: Callable[[Request], Awaitable[None]],
        refuse: Callable[[Request, Exception], Response],
    ) -> None:
        self.app = app
        self.patience = patience
        self.admit = admit
        self.refuse = refuse
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body whole and go on, or answer why not."""
        if scope["type"] != "http" or scope["method"] in BODILESS:
            await self.app(scope, receive, send)
            return
        body = _Body(self, Request(scope))
        try:
            if not await body.read(receive):
                return  # nobody is there to be answered
            if body.refusal is None:
                await self.app(scope, _replay(body.messages, receive), send)
                return
        finally:
            body.drop()
        response = self.refuse(Request(scope), body.refusal)
        # What is left of the body is not read, so the connection cannot be used again.
        response.headers["Connection"] = "close"
        await response(scope, receive, send)


def _takes_files(request: Request) -> bool:
    path = request.scope["path"]
    return (request.method, path) in UPLOADS or (request.method == "POST" and path.startswith(GIVEN))


class _Body:
    """One body as it comes in; with a `refusal` nothing of it is kept."""

    def __init__(self, limit: BodyLimit, request: Request) -> None:
        self.limit = limit
        self.request = request
        self.most = MAX_UPLOAD if _takes_files(request) else MAX_BODY
        self.admitted = self.most == MAX_BODY
        self.unread = request.scope["path"].startswith(UNREAD)
        self.messages: list[Message] = []
        self.size = self.discarded = 0
        self.refusal: Exception | None = None
        self.clock = get_running_loop().time
        self.begun = self.clock()

    async def read(self, receive: Receive) -> bool:
        """Take all of it, or decide on a refusal; False where the client has gone."""
        more = True
        while more and self.discarded <= MAX_DISCARDED:
            try:
                async with timeout_at(self.begun + self.limit.patience + self.size / LEAST_RATE):
                    message = await receive()
            except TimeoutError:
                if not self.unread:
                    self._refuse(self.refusal or _too_slow())
                break
            if message["type"] != "http.request":
                return False
            await self._take(message)
            more = message.get("more_body", False)
        if self.unread:
            self.messages = [{"type": "http.request", "body": b"", "more_body": False}]
        return True

    def drop(self) -> None:
        """Forget what is kept."""
        self.limit.held -= self.size
        self.messages, self.size = [], 0

    async def _take(self, message: Message) -> None:
        length = len(message.get("body", b""))
        if self.refusal is None and not self.unread:
            await self._check(self.size + length)
        if self.refusal is None and not self.unread:
            self.messages.append(message)
            self.size += length
            self.limit.held += length
        else:
            self.discarded += length

    async def _check(self, size: int) -> None:
        """Refuse a body that has grown to `size`, where it is too much."""
        if size > self.most:
            self._refuse(_too_large(self.most))
        elif self.limit.held - self.size + size > MOST_HELD:
            self._refuse(_too_many())
        elif size > MAX_BODY and not self.admitted:
            try:
                await self.limit.admit(self.request)
                self.admitted = True
            except (AirslotError, Problem) as why:
                self._refuse(why)

    def _refuse(self, why: Exception) -> None:
        # A client that still sends when the connection closes never sees why: let it finish, within reason.
        self.drop()
        self.refusal = why
        self.begun = self.clock()


def _too_large(most: int) -> Problem:
    return Problem(
        "too-large",
        both("The body is larger than %(limit)s kB, the most that is taken.", limit=most // 1024),
    )


def _too_slow() -> Problem:
    return Problem("too-slow", both("The rest of the request did not arrive in time."))


def _too_many() -> Problem:
    return Problem(
        "unavailable",
        both("Too much is being sent to the service at once."),
        headers={"Retry-After": str(RETRY_AFTER)},
    )


def _replay(messages: list[Message], receive: Receive) -> Receive:
    waiting = iter(messages)

    async def replay() -> Message:
        for message in waiting:
            return message
        return await receive()

    return replay
