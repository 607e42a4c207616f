"""The outbox: what was sent, what was not, and why, for whoever may see an office's subscribers."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse
from pydantic import Field
from sqlalchemy import Connection

from api.dependencies import TheHouse
from api.identity import TheVisitor, Visitor
from api.rest import examples
from api.rest.changing import Writer, depend_on_teller
from api.rest.expand import json_only
from api.rest.query import PageQuery, Query, Word, bad_cursor, no_parameters
from api.rest.reminder_shapes import (
    ComingList,
    DecisionBody,
    LogShape,
    ReminderList,
    ReminderShape,
    ReminderState,
    What,
)
from api.rest.shapes import problems
from scheduler.accounts.rights import Right, require
from scheduler.errors import Invalid, NotFound
from scheduler.locale import both
from scheduler.reminders import of_office
from scheduler.reminders.ahead import MOST_DAYS, coming, coming_object
from scheduler.reminders.explaining.listing import (
    ReminderFilter,
    answer_object,
    find_reminders,
    get_reminder,
    reminder_object,
)
from scheduler.reminders.explaining.log import explain
from scheduler.reminders.readers.subscription import Subscriber
from scheduler.store.database.engine import reading, transaction

PRIVATE = {"Cache-Control": "no-store"}
_ID = re.compile(r"[1-9]\d{0,17}", re.ASCII)


async def may_tell(visitor: TheVisitor) -> None:
    """Refuse whoever may not see subscribers; before there are accounts this computer may (dependency)."""
    require(visitor.teller, Right.TELL)


router = APIRouter(prefix="/reminders", tags=["reminders"], dependencies=[Depends(may_tell)])


class ReminderQuery(PageQuery):
    """What the list can be narrowed by."""

    subscriber: Word | None = Field(None, description="The subscriber's id or address.")
    occurrence: Word | None = Field(None, description="The occurrence's id.")
    state: ReminderState | None = None
    what: What | None = None


class LogQuery(Query):
    """About whom and what."""

    subscriber: Word = Field(description="The subscriber's id or address.", examples=["an@example.org"])
    occurrence: Word = Field(description="The occurrence's id.")


class AheadQuery(Query):
    """How far to look."""

    days: int = Field(7, ge=1, le=MOST_DAYS, description="How many days from now on.")


@router.get(
    "/ahead",
    summary="What will go, before it is due",
    response_model=ComingList,
    responses=problems(403, 422, 503),
)
def list_coming(
    house: TheHouse, visitor: TheVisitor, query: Annotated[AheadQuery, FromQuery()]
) -> JSONResponse:
    """What the rules owe in the coming days, the first first; notices of changes are not foreseen."""
    actor = require(visitor.teller, Right.TELL)
    with reading(house.engine) as connection:
        found = coming(connection, actor, house.clock.now(), house.settings, days=query.days)
    items = [coming_object(one) for one in found]
    return JSONResponse({"items": items, "next": None}, headers=PRIVATE)


@router.get(
    "",
    summary="The outbox, newest first",
    response_model=ReminderList,
    responses=problems(400, 403, 404, 422, 503),
)
def list_reminders(
    house: TheHouse, visitor: TheVisitor, query: Annotated[ReminderQuery, FromQuery()]
) -> JSONResponse:
    """Every message that was or is owed; `state=unknown` lists those that a person must decide about."""
    after = None if query.cursor is None else _decode(query.cursor)
    with reading(house.engine) as connection:
        reader = _reader(connection, visitor, query.subscriber).id if query.subscriber else None
        wanted = ReminderFilter(reader, query.occurrence, query.state, query.what, visitor.sight.office_id)
        found, following = find_reminders(connection, wanted, after, query.limit)
    body = {
        "items": [reminder_object(one) for one in found],
        "next": None if following is None else _encode(following),
    }
    return JSONResponse(body, headers=PRIVATE)


@router.get(
    "/log",
    summary="Why did she not get it?",
    response_model=LogShape,
    responses=problems(403, 404, 422, 503),
)
def show_log(house: TheHouse, visitor: TheVisitor, query: Annotated[LogQuery, FromQuery()]) -> JSONResponse:
    """Every message to one subscriber about one occurrence, also those that were never made, and why."""
    with reading(house.engine) as connection:
        reader = _reader(connection, visitor, query.subscriber)
        answer = explain(connection, reader, query.occurrence, house.clock.now(), house.settings)
    return JSONResponse(answer_object(answer), headers=PRIVATE)


@router.post(
    "/{reminder_id}/decision",
    summary="Say whether a mail arrived of which nobody knows",
    response_model=ReminderShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), Depends(no_parameters)],
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": DecisionBody.model_json_schema(),
                    "example": examples.DECISION_BODY,
                }
            },
        }
    },
)
def decide(
    house: TheHouse,
    visitor: TheVisitor,
    writer: Annotated[Writer, Depends(depend_on_teller)],
    reminder_id: str,
    given: Annotated[dict[str, Any], Body()],
) -> JSONResponse:
    """`{"arrived": true}` counts it as sent, `{"arrived": false}` sends it again."""
    arrived, row_id = _decision(given), _row_id(reminder_id)
    office_id = visitor.sight.office_id
    with transaction(house.engine) as connection:
        of_office.decide(writer.desk(connection), row_id, arrived)
        found = get_reminder(connection, row_id, office_id=office_id)
    return JSONResponse(reminder_object(found), headers=PRIVATE)


def _reader(connection: Connection, visitor: Visitor, said: str) -> Subscriber:
    """The subscriber of an id or address; of the visitor's own office alone."""
    return of_office.subscriber_of_office(connection, visitor.teller, said)


def _decision(given: dict[str, Any]) -> bool:
    arrived = given.get("arrived")
    if isinstance(arrived, bool) and set(given) == {"arrived"}:
        return arrived
    raise Invalid(
        "decision-bad",
        'Write {"arrived": true} where the reader has the mail, {"arrived": false} to send it again.',
        'Hãy ghi {"arrived": true} nếu người nhận đã có thư, {"arrived": false} để gửi lại.',
        where="arrived",
    )


def _row_id(text: str) -> int:
    if _ID.fullmatch(text):
        return int(text)
    raise NotFound(
        "reminder-not-found",
        f"There is no reminder {text[:60]!r}.",
        f"Không có nhắc việc {text[:60]!r}.",
        where="id",
    )


def _encode(row_id: int) -> str:
    return base64.urlsafe_b64encode(f"reminder:{row_id}".encode()).decode().rstrip("=")


def _decode(cursor: str) -> int:
    try:
        plain = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (ValueError, binascii.Error):
        plain = ""
    row_id = plain.removeprefix("reminder:")
    if plain.startswith("reminder:") and _ID.fullmatch(row_id):
        return int(row_id)
    raise bad_cursor(both("The cursor does not belong to this list, or its row is gone."))
