"""How often one may ask: counted in memory, for each process, and bounded in size.

Whoever has a session or a token is counted by it, everybody else by the address that they ask from: the
client's own, or what a proxy of `AIRSLOT_PROXIES` says it is. This keeps a runaway program off and costs no
write a request; guesses at passwords are counted in the database (`scheduler.accounts.rates`).
"""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Literal, TypeAlias

from starlette.requests import Request

from api.dependencies import get_house
from scheduler.errors import TooMany

log = logging.getLogger("airslot.api")
WINDOW = timedelta(minutes=1)
MOST_KEYS = 10_000
_IPV6_HOST_BITS = 64  # one customer has at least a /64, and may ask from any address in it
_LONGEST = 100
_NEAR = tuple(map(ipaddress.ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))

# pages   pages and REST            feeds   a whole feed; that a copy still holds is told uncounted
# keys    signing in, links out of mails, tokens and keys that are not good
# renders a feed that has to be made first
Kind: TypeAlias = Literal["pages", "feeds", "renders", "keys"]


@dataclass(slots=True)
class _Count:
    since: datetime
    asked: int = 0
    written: int = 0


@dataclass(slots=True)
class Counts:
    """How often each key has asked in the present minute of its own. Safe to use from many threads."""

    most_keys: int = MOST_KEYS
    of: dict[str, _Count] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def count(self, key: str, now: datetime, *, most: int, writes: bool = False, most_writes: int = 0) -> int:
        """Count one request; gives how many there were. 0 is no limit.

        Raises TooMany with the seconds until the minute is over.
        """
        with self.lock:
            found = self._present(key, now)
            found.asked += 1
            found.written += writes
            over = (most and found.asked > most) or (writes and most_writes and found.written > most_writes)
        if over:
            wait = int((found.since + WINDOW - now).total_seconds()) + 1
            raise TooMany(
                "too-many-requests",
                f"There were too many requests within a minute. Go on in {wait} seconds.",
                f"Có quá nhiều yêu cầu trong một phút. Hãy tiếp tục sau {wait} giây.",
                retry_after=wait,
            )
        return found.asked

    def _present(self, key: str, now: datetime) -> _Count:
        found = self.of.get(key)
        if found is not None and timedelta() <= now - found.since < WINDOW:
            return found
        # The first in order began first: its minute is over before any other's.
        self.of.pop(key, None)
        while len(self.of) >= self.most_keys:
            del self.of[next(iter(self.of))]
        found = self.of[key] = _Count(now)
        return found


def counts(request: Request) -> Counts:
    """The counts of this process."""
    state = request.app.state
    if not hasattr(state, "counts"):
        state.counts = Counts()
    found: Counts = state.counts
    return found


def source(request: Request) -> str:
    """Where a request comes from: an IPv4 address, or the /64 of an IPv6 one. "" where nothing tells."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host[:_LONGEST]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return str(ipaddress.ip_network((int(address) >> _IPV6_HOST_BITS << _IPV6_HOST_BITS, 64)))
        address = address.ipv4_mapped
    return str(address)


def count_stranger(request: Request, kind: Kind) -> None:
    """Count a request of somebody without session and token. Raises TooMany.

    What comes from this computer itself is not counted: it is its own people, or everybody at once through a
    proxy that `AIRSLOT_PROXIES` does not name, of which the log tells.
    """
    where = source(request)
    _tell_of_proxy(request, where)
    if not where or _is_loopback(where):
        return
    house = get_house(request)
    settings = house.settings
    most = {
        "pages": settings.stranger_per_minute,
        "feeds": settings.stranger_feeds_per_minute,
        "renders": settings.stranger_renders_per_minute,
        "keys": settings.stranger_keys_per_minute,
    }[kind]
    asked = counts(request).count(f"{kind} of {where}", house.machine_time(), most=most)
    if asked == most:
        log.warning("%s has asked for %s %d times in a minute and is held back", where, kind, most)


def counting(kind: Kind) -> Callable[[Request], Awaitable[None]]:
    """A dependency of addresses that are counted as `kind` whoever asks: their own key opens them."""

    async def count(request: Request) -> None:
        count_stranger(request, kind)

    return count


def _tell_of_proxy(request: Request, where: str) -> None:
    """Say once that a proxy near by speaks for others and is not believed: they all share its limits."""
    state = request.app.state
    if "x-forwarded-for" not in request.headers or getattr(state, "proxy_told", False):
        return
    if get_house(request).settings.proxies is None and _is_near(where):
        state.proxy_told = True
        log.warning(
            "a proxy at %s says for whom it asks, and AIRSLOT_PROXIES does not name it:"
            " all who come through it are taken for one",
            where,
        )


def _is_near(where: str) -> bool:
    """Whether an address, or the network of one, is of this machine or a private network."""
    try:
        asked = ipaddress.ip_network(where)
    except ValueError:
        return False
    return _is_loopback(where) or any(
        asked.version == near.version and asked.subnet_of(near)  # type: ignore[arg-type]
        for near in _NEAR
    )


def _is_loopback(where: str) -> bool:
    # The /64 of ::1 is that of nobody else.
    return where.startswith("127.") or where == "::/64"
