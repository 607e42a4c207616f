"""Subscriptions: asked for, and then seen, changed and ended by whoever holds the link out of a mail."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from api.dependencies import TheHouse, get_secret
from api.errors import Problem
from api.limits import counting
from api.rest import examples
from api.rest.changing import IdempotencyKey, Made, Writer, create, depend_on_teller, raw_body
from api.rest.expand import json_only
from api.rest.query import no_parameters
from api.rest.shapes import SubscriberExport, SubscriberShape, SubscriptionBody, SubscriptionPatch, problems
from scheduler.accounts.rights import Right, require
from scheduler.desk.desk import Desk
from scheduler.locale import both
from scheduler.reminders import by_link
from scheduler.reminders.of_office import add_subscriber
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscriber_object import export, subscriber_object
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction

router = APIRouter(prefix="/subscriptions", tags=["subscriptions"], dependencies=[Depends(no_parameters)])
PRIVATE = {"Cache-Control": "no-store"}
GUARDED = [Depends(counting("keys"))]
Given = Annotated[dict[str, Any], Body()]


def _body(shape: type[BaseModel], example: dict[str, Any], *, partial: bool = False) -> dict[str, Any]:
    """How the body looks, for the document alone: scheduler.reminders reads its values and refuses them."""
    schema = shape.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)  # api.rest.documents gives them their place
    if partial:
        for member in schema["properties"].values():
            member.pop("default", None)
    content = {"application/json": {"schema": schema, "example": example}}
    return {"requestBody": {"required": True, "content": content}}


@router.post(
    "",
    status_code=201,
    summary="Ask for reminders",
    response_model=SubscriberShape,
    responses=problems(400, 403, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only)],
    openapi_extra=_body(SubscriptionBody, examples.SUBSCRIPTION_BODY),
)
def ask(
    request: Request,
    writer: Annotated[Writer, Depends(depend_on_teller)],
    body: Annotated[bytes, Depends(raw_body)],
    given: Given,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """The subscriber is pending until they follow the link in the mail that is now owed to them."""
    require(writer.visitor.teller, Right.TELL)
    secret = get_secret(request)

    def make(desk: Desk) -> Made:
        return Made(subscriber_object(add_subscriber(desk, given, secret=secret)))

    return create(writer, body, idempotency_key, make)


@router.get(
    "/{token}",
    dependencies=GUARDED,
    summary="One subscription",
    response_model=SubscriberShape,
    responses=problems(404, 422, 503),
)
def show(request: Request, house: TheHouse, token: str) -> JSONResponse:
    """`token` is what the preferences link of a mail ends with."""
    with reading(house.engine) as connection:
        found = subscribers.by_token(connection, token, "preferences", get_secret(request))
    return JSONResponse(subscriber_object(found), headers=PRIVATE)


@router.get(
    "/{token}/data",
    dependencies=GUARDED,
    summary="All that is kept about the person",
    response_model=SubscriberExport,
    responses=problems(404, 422, 503),
)
def give_data(request: Request, house: TheHouse, token: str) -> JSONResponse:
    """The subscription, its links and feeds, and every reminder with what became of it."""
    with reading(house.engine) as connection:
        found = subscribers.by_token(connection, token, "preferences", get_secret(request))
        return JSONResponse(export(connection, found.id), headers=PRIVATE)


@router.patch(
    "/{token}",
    summary="Change a subscription, or end it",
    response_model=SubscriberShape,
    responses=problems(400, 403, 404, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *GUARDED],
    openapi_extra=_body(SubscriptionPatch, examples.SUBSCRIPTION_PATCH, partial=True),
)
def change(
    request: Request, writer: Annotated[Writer, Depends(depend_on_teller)], token: str, given: Given
) -> JSONResponse:
    """Only what is given changes; `{"state": "unsubscribed"}` ends the mails and keeps the rest."""
    given = dict(given)
    state = given.pop("state", None)
    if state not in (None, "unsubscribed"):
        detail = both("“state” can be set to “unsubscribed” only; it comes back by asking again.")
        raise Problem("invalid-request", detail, code="state-fixed")
    with transaction(writer.house.engine) as connection:
        at_desk, secret = writer.desk(connection), get_secret(request)
        found = by_link.change(at_desk, token, given, "rest", secret=secret, state=state)
    return JSONResponse(subscriber_object(found), headers=PRIVATE)


@router.delete(
    "/{token}",
    dependencies=GUARDED,
    status_code=204,
    response_class=Response,
    summary="Forget a person",
    responses=problems(403, 404, 422, 503),
)
def forget(request: Request, house: TheHouse, token: str) -> Response:
    """The subscription, its links and feeds are removed; the history of what was sent names nobody."""
    with transaction(house.engine) as connection:
        found = by_link.forget(house.desk(connection, None), token, "rest", secret=get_secret(request))
    forget_mails(house.settings, found.email)
    return Response(status_code=204)
