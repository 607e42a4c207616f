"""Who is asking: a session's cookie, a program's token, or nobody; and which browser has signed in as whom.

A request that carries neither asks the database nothing. A form that is sent with a cookie must carry the
session's CSRF token; a token in the header needs none, as no other site can make a browser send it.

A browser keeps a second cookie, which opens nothing: it proves that somebody has signed in here before, so
that their tries are not counted with those of whoever guesses elsewhere (OWASP, "device cookies").
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from api.bodies import GIVEN, PIECES
from api.dependencies import House, get_house, get_secret
from api.limits import count_stranger, counts
from scheduler.accounts import sessions, tokens
from scheduler.accounts.people import anybody
from scheduler.accounts.rights import THIS_COMPUTER, Actor, Right, require
from scheduler.accounts.sessions import Session
from scheduler.desk.inbox import open_link
from scheduler.errors import Forbidden, Invalid, SignInNeeded
from scheduler.mailbox import normal_email
from scheduler.secret import hashed, mac
from scheduler.store.database.engine import reading
from scheduler.store.plans.sight import EVERYTHING, Sight
from scheduler.store.stamps import Stamps

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
KNOWN_FOR = timedelta(days=180)
_LONGEST = 200
_NONCE_BYTES = 12
Dependency = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever is asking, and what they may be shown. `actor` None: nobody is known."""

    actor: Actor | None
    session: Session | None
    sight: Sight

    def require(self, right: Right, outlet: str | None = None) -> Actor:
        """The actor, if they may; raises SignInNeeded or Forbidden."""
        return require(self.actor, right, outlet)

    @property
    def trusted(self) -> bool:
        """True at the service's own computer as long as there are no accounts: everything is shown."""
        return self.sight.all

    @property
    def teller(self) -> Actor | None:
        """Whoever deals with readers: the actor, or this computer as long as there are no accounts."""
        return Actor(THIS_COMPUTER, "manager", "page") if self.trusted else self.actor


async def depend_on_visitor(request: Request) -> Visitor:
    """Who is asking (dependency); found once a request."""
    found: Visitor | None = getattr(request.state, "visitor", None)
    if found is None:
        found = await run_in_threadpool(find_visitor, request)
        request.state.visitor = found
    return found


TheVisitor = Annotated[Visitor, Depends(depend_on_visitor)]


def find_visitor(request: Request) -> Visitor:
    """Who is asking. Raises SignInNeeded for a token that is not good: silence would hide it."""
    house = get_house(request)
    scheme, _, text = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        actor = _token_actor(request, house, text.strip())
        return Visitor(actor, None, Sight(office_id=actor.office_id))
    cookie = request.cookies.get(cookie_name(house), "")
    found = _session(request, house, cookie) if 0 < len(cookie) <= _LONGEST else None
    if found is None:
        return Visitor(None, None, _of_nobody(request, house))
    actor = found.actor
    return Visitor(actor, found, Sight(office_id=actor.office_id))


def check_form(request: Request, visitor: Visitor, given: str) -> None:
    """Raise Forbidden where a form with a cookie does not carry the session's own token."""
    if visitor.session is None:
        return
    if not sessions.is_csrf_token(get_secret(request), visitor.session, given):
        raise Forbidden(
            "form-too-old",
            "This form belongs to another sign-in. Go back, load the page again and send it once more.",
            "Biểu mẫu này thuộc phiên đăng nhập khác. Hãy quay lại, tải lại trang rồi gửi lại.",
        )


def cookie_name(house: House) -> str:
    """The session's cookie; behind TLS with the prefix that binds it to this host (RFC 6265bis, 4.1.3)."""
    return "__Host-airslot" if over_tls(house) else "airslot"


def over_tls(house: House) -> bool:
    """Whether people reach the service over TLS."""
    return urlsplit(house.public_url).scheme == "https"


def set_cookie(response: Response, house: House, token: str) -> None:
    """Give a browser its session."""
    response.set_cookie(
        cookie_name(house),
        token,
        max_age=int(sessions.LONGEST / timedelta(seconds=1)),
        path="/",
        secure=over_tls(house),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(response: Response, house: House) -> None:
    """Take a browser's session away."""
    response.delete_cookie(
        cookie_name(house), path="/", secure=over_tls(house), httponly=True, samesite="lax"
    )


def known_browser(request: Request, house: House, email: str) -> str | None:
    """Which browser this is, where somebody has signed in with it as this address; else None."""
    nonce, _, proof = request.cookies.get(_known_name(house), "")[:_LONGEST].partition(".")
    try:
        expected = _known_proof(request, normal_email(email), nonce)
    except Invalid:
        return None
    return nonce if nonce and hmac.compare_digest(proof.encode(), expected.encode()) else None


def know_browser(request: Request, response: Response, house: House, email: str) -> None:
    """Let the browser prove later that this address has signed in with it."""
    if known_browser(request, house, email) is not None:
        return
    nonce = secrets.token_urlsafe(_NONCE_BYTES)
    response.set_cookie(
        _known_name(house),
        f"{nonce}.{_known_proof(request, email, nonce)}",
        max_age=int(KNOWN_FOR / timedelta(seconds=1)),
        path="/",
        secure=over_tls(house),
        httponly=True,
        samesite="lax",
    )


def at_least(right: Right) -> Dependency:
    """A dependency that refuses whoever has this right for no outlet at all, before the body is looked at."""

    async def check(visitor: TheVisitor) -> None:
        actor = visitor.actor
        require(actor if actor is None else replace(actor, outlets=None), right)

    return check


async def admit_upload(request: Request) -> None:
    """Refuse whoever may not load plans, or record a piece, before more is taken than any form is long."""
    if request.scope["path"].startswith(GIVEN):
        count_stranger(request, "keys")
        await run_in_threadpool(_admit_outlet, get_house(request), request.scope["path"][len(GIVEN) :])
        return
    visitor = await depend_on_visitor(request)
    if visitor.actor is None:
        count_stranger(request, "pages")
    await at_least(Right.WORK if request.scope["path"] == PIECES else Right.PLAN)(visitor)


def count_asked(request: Request, visitor: Visitor, *, writes: bool) -> None:
    """Count a request by its session or token, a stranger's by their address. Raises TooMany."""
    if visitor.actor is None:
        count_stranger(request, "pages")
        return
    house = get_house(request)
    key = visitor.session.hash if visitor.session else hashed(request.headers.get("authorization", ""))
    most, most_writes = house.settings.rest_per_minute, house.settings.rest_writes_per_minute
    counts(request).count(key, house.machine_time(), most=most, writes=writes, most_writes=most_writes)


async def count_visit(request: Request, visitor: TheVisitor) -> None:
    """Count a request for a page, as a change where a form is sent (dependency)."""
    count_asked(request, visitor, writes=request.method not in SAFE_METHODS)


def _known_name(house: House) -> str:
    return f"{cookie_name(house)}-known"


def _known_proof(request: Request, email: str, nonce: str) -> str:
    return mac(get_secret(request), "known browser", email, nonce).hex()


def _token_actor(request: Request, house: House, text: str) -> Actor:
    found = None
    if 0 < len(text) <= _LONGEST:
        with reading(house.engine) as connection:
            found = tokens.find_actor(connection, text, machine_time=house.machine_time)
    if found is None:
        count_stranger(request, "keys")
        raise SignInNeeded(
            "token-unknown",
            "This token is unknown, revoked or too old. Make a new one: airslot token create.",
            "Mã truy cập không tồn tại, đã thu hồi hoặc quá hạn. Hãy tạo mã mới: airslot token create.",
            where="authorization",
        )
    actor, token = found
    if tokens.must_note_use(token, machine_time=house.machine_time):
        stamps: Stamps = request.app.state.stamps
        stamps.write(lambda connection: tokens.note_use(connection, token, machine_time=house.machine_time))
    return actor


def _session(request: Request, house: House, cookie: str) -> Session | None:
    with reading(house.engine) as connection:
        found = sessions.find_session(connection, cookie, machine_time=house.machine_time)
    if found is not None and sessions.must_note_use(found, machine_time=house.machine_time):
        stamps: Stamps = request.app.state.stamps
        stamps.write(lambda connection: sessions.note_use(connection, found, machine_time=house.machine_time))
    return found


def _of_nobody(request: Request, house: House) -> Sight:
    """What a stranger sees: public plans; all of them at one's own computer before there are accounts."""
    if house.public_only:
        return Sight()
    state = request.app.state
    if not getattr(state, "has_accounts", False):
        with reading(house.engine) as connection:
            state.has_accounts = anybody(connection)
    return Sight() if state.has_accounts else EVERYTHING


def _admit_outlet(house: House, token: str) -> None:
    with reading(house.engine) as connection:
        open_link(connection, token, house.machine_time)
