"""The proof inbox of a plan: links for outlets, and what came by them, which a person accepts or declines."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse, Response
from pydantic import Field

from api.dependencies import TheHouse
from api.identity import TheVisitor, at_least
from api.rest.bodies import Body
from api.rest.changing import PRIVATE, Writer, depend_on_writer
from api.rest.desk_shapes import InboxLinkMade, InboxShape, WaitingShape
from api.rest.expand import json_only
from api.rest.query import Day, no_parameters
from api.rest.shapes import problems
from api.visibility import path_word, visible_plan
from scheduler.accounts.rights import Right
from scheduler.desk.history import own_plan
from scheduler.desk.inbox import (
    DAYS,
    MOST_DAYS,
    accept,
    decline,
    inbox_of,
    make_link,
    no_proposal,
    revoke_link,
)
from scheduler.planning.by_hand.occurrence_object import instant
from scheduler.store.database.engine import reading, transaction
from scheduler.store.inbox import InboxLink, Proposal

router = APIRouter(tags=["pieces"])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]
WORKS = [Depends(at_least(Right.WORK)), Depends(no_parameters)]


class LinkBody(Body):
    """For which outlet and days, and how long it works."""

    outlet: Annotated[str, Field(min_length=1, max_length=200)]
    first: Annotated[Day, Field(description="First day on which what is shown was due.")]
    last: Annotated[Day, Field(description="Last day, inclusive.")]
    days: int = Field(DAYS, ge=1, le=MOST_DAYS, description="How long it works.")


class DecisionBody(Body):
    """Accepted, or declined with a reason that the outlet reads."""

    accepted: bool
    reason: Annotated[str, Field(max_length=5_000)] | None = None


@router.get(
    "/plans/{slug}/inbox",
    summary="The links of a plan, and what came by them and waits",
    response_model=InboxShape,
    responses=problems(400, 403, 404, 422, 503),
    dependencies=WORKS,
)
def show_inbox(house: TheHouse, visitor: TheVisitor, slug: str) -> JSONResponse:
    """Of the outlets that whoever asks works for."""
    with reading(house.engine) as connection:
        plan = own_plan(connection, visitor.actor, path_word(slug), "plan-not-found", slug)
        links, waiting = inbox_of(connection, visitor.actor, plan)
    found = {
        "links": [link_object(one) for one in links],
        "waiting": [waiting_object(one) for one in waiting],
    }
    return JSONResponse(found, headers=PRIVATE)


@router.post(
    "/plans/{slug}/inbox",
    status_code=201,
    summary="Make a link by which an outlet gives proofs",
    response_model=InboxLinkMade,
    responses=problems(400, 403, 404, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def add_link(writer: TheWriter, slug: str, given: LinkBody) -> JSONResponse:
    """The address is told this once."""
    with transaction(writer.house.engine) as connection:
        plan = visible_plan(writer.visitor, connection, slug)
        desk = writer.desk(connection)
        made, token = make_link(desk, plan.slug, given.outlet, given.first, given.last, given.days)
    address = f"{writer.house.public_url}/give/{token}"
    return JSONResponse(link_object(made) | {"address": address}, 201, {"Cache-Control": "no-store"})


@router.delete(
    "/plans/{slug}/inbox/{link_id}",
    status_code=204,
    response_class=Response,
    summary="End a link of the inbox",
    responses=problems(403, 404, 422, 503),
    dependencies=WORKS,
)
def end_link(writer: TheWriter, slug: str, link_id: str) -> Response:
    """What came by it stays."""
    with transaction(writer.house.engine) as connection:
        plan = visible_plan(writer.visitor, connection, slug)
        revoke_link(writer.desk(connection), plan.slug, path_word(link_id))
    return Response(status_code=204)


@router.post(
    "/proposals/{proposal_id}/decision",
    summary="Accept or decline what an outlet gave",
    response_model=WaitingShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def decide(writer: TheWriter, proposal_id: str, given: DecisionBody) -> JSONResponse:
    """Accepted, it delivers its occurrence or is one proof more of it."""
    if not (proposal_id.isascii() and proposal_id.isdigit() and len(proposal_id) <= 18):
        raise no_proposal(proposal_id)
    with transaction(writer.house.engine) as connection:
        desk = writer.desk(connection)
        if given.accepted:
            found = accept(desk, int(proposal_id))
        else:
            found = decline(desk, int(proposal_id), given.reason or "")
    return JSONResponse(waiting_object(found), headers=PRIVATE)


def link_object(one: InboxLink) -> dict[str, Any]:
    """A link as JSON, without its key, which nobody knows."""
    return {
        "id": one.id,
        "outlet": one.outlet,
        "first": one.first_day.isoformat(),
        "last": one.last_day.isoformat(),
        "who": one.who,
        "created_at": instant(one.created_at),
        "expires_at": instant(one.expires_at),
        "revoked_at": _instant(one.revoked_at),
    }


def waiting_object(one: Proposal) -> dict[str, Any]:
    """What an outlet gave, as JSON."""
    return {
        "id": str(one.id),
        "plan": one.plan,
        "outlet": one.outlet,
        "occurrence": one.occurrence_id,
        "day": one.day.isoformat() if one.day else None,
        **{name: getattr(one, name) for name in ("link", "issue", "page", "note", "file", "file_name")},
        "created_at": instant(one.created_at),
        "state": one.state,
        "decided_at": _instant(one.decided_at),
        "decided_by": one.decided_by,
        "reason": one.reason,
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else instant(at)
