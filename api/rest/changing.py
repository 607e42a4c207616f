"""What the addresses that change something share: the desk, the right, If-Match, and keys of creations."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from fastapi import Header, Request
from fastapi.responses import JSONResponse
from pydantic import StringConstraints
from sqlalchemy import Connection

from api.conditions import matching
from api.dependencies import House, TheHouse
from api.identity import TheVisitor, Visitor
from scheduler.accounts import creations
from scheduler.desk.desk import Desk, same_revision
from scheduler.store.database.engine import transaction

PRIVATE = {"Cache-Control": "no-store"}

IfMatch = Annotated[
    str | None,
    Header(description="The ETag that was read; where it is another by now, 412 and nothing is written."),
]
IdempotencyKey = Annotated[
    str | None,
    StringConstraints(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]*$"),
    Header(
        description="A word of the client's own. Sent again within 24 hours with the same request, it gets"
        " the same answer and makes nothing; with another request, 422."
    ),
]


@dataclass(frozen=True, slots=True)
class Made:
    """What a creation answers: the body, the address of what was made, further headers."""

    answer: dict[str, Any]
    location: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 201


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody at a route that writes."""

    request: Request
    house: House
    visitor: Visitor

    def desk(self, connection: Connection) -> Desk:
        """Their desk in a transaction."""
        actor = self.visitor.actor
        # A session's actor is at the pages unless it asks here.
        return self.house.desk(connection, None if actor is None else replace(actor, door="rest"))


async def depend_on_writer(request: Request, house: TheHouse, visitor: TheVisitor) -> Writer:
    """Whoever writes (dependency)."""
    return Writer(request, house, visitor)


async def depend_on_teller(request: Request, house: TheHouse, visitor: TheVisitor) -> Writer:
    """Whoever deals with readers, this computer too as long as there are no accounts (dependency)."""
    return Writer(request, house, replace(visitor, actor=visitor.teller))


def etag(revision: int | str) -> dict[str, str]:
    """The header that names a revision."""
    return {"ETag": f'"{revision}"'}


def expected(if_match: str | None, current: Callable[[], int | str], where: str) -> Any:
    """The revision to hand to a deed; raises Conflict `changed-since` where If-Match names only others.

    `current` reads the present revision; it is asked only where If-Match is sent.
    """
    if if_match is None:
        return None
    now = current()
    if not matching(if_match, str(now)):
        same_revision(now, f"not {now}", where)
    return now


async def raw_body(request: Request) -> bytes:
    """The body as it was sent (dependency)."""
    return await request.body()


def create(
    writer: Writer,
    body: bytes,
    key: str | None,
    make: Callable[[Desk], Made],
    *,
    kept: Callable[[dict[str, Any]], dict[str, Any]] = lambda answer: answer,
) -> JSONResponse:
    """Make something once.

    With a key the answer is kept (as `kept` leaves it) in the same transaction, and given again.
    """
    actor = writer.visitor.actor
    with transaction(writer.house.engine) as connection:
        desk = writer.desk(connection)
        if key is None or actor is None or actor.person_id is None:
            return _answer(make(desk))
        request = writer.request
        asked = hashlib.sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode() + body)
        at = writer.house.machine_time()
        before = creations.begin(connection, key, actor.person_id, asked.hexdigest(), at)
        if before is not None:
            again = {"Idempotency-Replayed": "true"}
            return _answer(Made(json.loads(before.body), before.location, again, before.status))
        made = make(desk)
        text = json.dumps(kept(made.answer), ensure_ascii=False).encode()
        creations.keep(connection, key, actor.person_id, made.status, text, made.location)
        return _answer(made)


def _answer(made: Made) -> JSONResponse:
    own = {"Location": made.location} if made.location else {}
    return JSONResponse(made.answer, made.status, {**PRIVATE, **own, **made.headers})
