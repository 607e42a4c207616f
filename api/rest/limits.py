"""What every REST request passes: how often one may ask, and the proof that a page of ours sent a change.

Requests are counted in memory, for each process and each session or token; strangers are not counted here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fastapi import Request

from api.dependencies import get_house
from api.identity import SAFE_METHODS, TheVisitor, Visitor, check_form
from scheduler.errors import TooMany
from scheduler.secret import hashed

WINDOW = timedelta(minutes=1)
CSRF_HEADER = "X-CSRF-Token"
MOST_KEYS = 10_000


@dataclass(slots=True)
class _Count:
    since: datetime
    asked: int = 0
    written: int = 0


@dataclass(slots=True)
class Counts:
    """How often each session and token has asked in the present minute of its own."""

    of: dict[str, _Count] = field(default_factory=dict)

    def count(self, key: str, now: datetime, *, writes: bool, most: int, most_writes: int) -> None:
        """Count one request; 0 is no limit. Raises TooMany with the seconds until the minute is over."""
        found = self.of.get(key)
        if found is None or now - found.since >= WINDOW or now < found.since:
            if len(self.of) >= MOST_KEYS:
                self.of = {each: one for each, one in self.of.items() if now - one.since < WINDOW}
            found = self.of[key] = _Count(now)
        found.asked += 1
        found.written += writes
        if (most and found.asked > most) or (writes and most_writes and found.written > most_writes):
            wait = int((found.since + WINDOW - now).total_seconds()) + 1
            raise TooMany(
                "too-many-requests",
                f"There were too many requests within a minute. Go on in {wait} seconds.",
                f"Có quá nhiều yêu cầu trong một phút. Hãy tiếp tục sau {wait} giây.",
                retry_after=wait,
            )


async def count_request(request: Request, visitor: TheVisitor) -> None:
    """Count a request of a session or token, as a change where its method is one (dependency)."""
    _count(request, visitor, writes=request.method not in SAFE_METHODS)


async def count_reading(request: Request, visitor: TheVisitor) -> None:
    """The same at an address that writes nothing whatever its method (dependency)."""
    _count(request, visitor, writes=False)


async def check_change(request: Request, visitor: TheVisitor) -> None:
    """Refuse a change that comes with a browser's cookie alone (dependency)."""
    if request.method not in SAFE_METHODS:
        check_form(request, visitor, request.headers.get(CSRF_HEADER, ""))


def _count(request: Request, visitor: Visitor, *, writes: bool) -> None:
    if visitor.actor is None:
        return
    settings, state = get_house(request).settings, request.app.state
    if not hasattr(state, "rest_counts"):
        state.rest_counts = Counts()
    key = visitor.session.hash if visitor.session else hashed(request.headers.get("authorization", ""))
    counts: Counts = state.rest_counts
    counts.count(
        key,
        get_house(request).machine_time(),
        writes=writes,
        most=settings.rest_per_minute,
        most_writes=settings.rest_writes_per_minute,
    )
