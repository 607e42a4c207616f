"""The office's subscribers, for whoever may see them; their own links are at /subscriptions."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from api.dependencies import TheHouse, get_secret
from api.identity import TheVisitor, at_least
from api.rest.bodies import SubscriberBody, SubscriberPatch
from api.rest.changing import (
    PRIVATE,
    IdempotencyKey,
    IfMatch,
    Made,
    Writer,
    create,
    depend_on_writer,
    etag,
    expected,
    raw_body,
)
from api.rest.desk_shapes import SubscriberList
from api.rest.expand import json_only
from api.rest.query import no_parameters
from api.rest.shapes import SubscriberShape, problems
from api.visibility import path_word
from scheduler.accounts.rights import Right
from scheduler.desk.desk import Desk
from scheduler.reminders import of_office
from scheduler.reminders.readers.subscriber_object import subscriber_object
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction

router = APIRouter(
    prefix="/subscribers",
    tags=["subscriptions"],
    dependencies=[Depends(at_least(Right.TELL)), Depends(no_parameters)],
)
TheWriter = Annotated[Writer, Depends(depend_on_writer)]
TheBody = Annotated[bytes, Depends(raw_body)]


@router.get(
    "", summary="The office's subscribers", response_model=SubscriberList, responses=problems(403, 422, 503)
)
def list_subscribers(house: TheHouse, visitor: TheVisitor) -> JSONResponse:
    """By address."""
    with reading(house.engine) as connection:
        found = of_office.subscribers_of_office(connection, visitor.actor)
    return JSONResponse({"items": [subscriber_object(one) for one in found]}, headers=PRIVATE)


@router.post(
    "",
    status_code=201,
    summary="Add a subscriber",
    response_model=SubscriberShape,
    responses=problems(400, 403, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only)],
)
def add_subscriber(
    request: Request,
    writer: TheWriter,
    body: TheBody,
    given: SubscriberBody,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """They are pending until they follow the link in the mail that is now owed to them."""
    secret = get_secret(request)

    def make(desk: Desk) -> Made:
        found = of_office.add_subscriber(desk, _wishes(given), secret=secret)
        return Made(subscriber_object(found), f"/api/v1/subscribers/{found.id}", etag(found.revision))

    return create(writer, body, idempotency_key, make)


@router.get(
    "/{subscriber_id}",
    summary="One subscriber",
    response_model=SubscriberShape,
    responses=problems(403, 404, 422, 503),
)
def show_subscriber(house: TheHouse, visitor: TheVisitor, subscriber_id: str) -> JSONResponse:
    """By id."""
    with reading(house.engine) as connection:
        found = of_office.subscriber_of_office(connection, visitor.actor, path_word(subscriber_id))
    return JSONResponse(subscriber_object(found), headers=PRIVATE | etag(found.revision))


@router.patch(
    "/{subscriber_id}",
    summary="Change what a subscriber is told, or end it",
    response_model=SubscriberShape,
    responses=problems(400, 403, 404, 409, 412, 413, 415, 422, 503),
    dependencies=[Depends(json_only)],
)
def change_subscriber(
    writer: TheWriter, subscriber_id: str, given: SubscriberPatch, if_match: IfMatch = None
) -> JSONResponse:
    """Only what is given changes; the address stays. `{"state": "unsubscribed"}` ends the mails."""
    with transaction(writer.house.engine) as connection:
        desk = writer.desk(connection)
        before = of_office.subscriber_of_office(connection, desk.actor, path_word(subscriber_id))
        seen = expected(if_match, lambda: before.revision, before.id)
        wishes = _wishes(given)
        wishes.pop("state", None)
        found = of_office.change_subscriber(desk, before.id, wishes, state=given.state, if_revision=seen)
    return JSONResponse(subscriber_object(found), headers=PRIVATE | etag(found.revision))


@router.delete(
    "/{subscriber_id}",
    status_code=204,
    response_class=Response,
    summary="Forget a subscriber",
    responses=problems(403, 404, 422, 503),
)
def remove_subscriber(writer: TheWriter, subscriber_id: str) -> Response:
    """Their links and feeds go; the history of what was sent names nobody."""
    with transaction(writer.house.engine) as connection:
        address = of_office.remove_subscriber(writer.desk(connection), path_word(subscriber_id))
    forget_mails(writer.house.settings, address)
    return Response(status_code=204)


def _wishes(given: SubscriberBody | SubscriberPatch) -> dict[str, Any]:
    """What was sent as JSON again, for the one reader of wishes."""
    wishes: dict[str, Any] = {}
    for name, value in given.model_dump(include=given.model_fields_set).items():
        wishes[name] = f"{value:%H:%M}" if isinstance(value, time) else value
    return wishes
