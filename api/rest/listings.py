"""A station's listing set beside the plan, and what a person books of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import TheHouse
from api.identity import TheVisitor
from api.rest.bodies import Body, ClockTime
from api.rest.expand import json_only
from api.rest.pieces import WORKS, TheWriter
from api.rest.query import Day
from api.rest.report_shapes import BookedShape, ComparedShape
from api.rest.shapes import problems
from api.visibility import visible_plan
from scheduler.desk.listings import MOST_CHOICES, Choice, book, compare_listing, compared_object
from scheduler.fulfilment.listings.reading import MOST_BYTES
from scheduler.store.database.engine import reading, transaction

router = APIRouter(prefix="/plans/{slug}/listings", tags=["reports"])
PRIVATE = {"Cache-Control": "no-store"}


class ListingBody(Body):
    """A listing as text: typed, as-run csv, traffic reconciliation, or XMLTV."""

    text: Annotated[str, Field(min_length=1, max_length=MOST_BYTES)]
    channel: Annotated[str, Field(max_length=40)] | None = Field(None, description="Of lines that name none.")


class ChoiceBody(Body):
    """A proposal that is booked, as it was given."""

    class_: Annotated[str, Field(alias="class", max_length=40)]
    occurrence: Annotated[str, Field(max_length=80)] | None = None
    item: Annotated[str, Field(max_length=40)] | None = None
    day: Day | None = None
    time: ClockTime | None = None
    channel: Annotated[str, Field(max_length=40)] | None = None
    title: Annotated[str, Field(max_length=500)] | None = None
    line: Annotated[str, Field(max_length=2_000)] | None = None


class BookBody(Body):
    """What a person has chosen."""

    choices: Annotated[list[ChoiceBody], Field(min_length=1, max_length=MOST_CHOICES)]


@router.post(
    "",
    summary="Compare a station's listing with the plan; nothing is written",
    response_model=ComparedShape,
    responses=problems(400, 403, 404, 413, 415, 422, 503),
    dependencies=[Depends(json_only)],
)
def compare(house: TheHouse, visitor: TheVisitor, slug: str, given: ListingBody) -> JSONResponse:
    """Proposals for what is not confirmed: as-planned, other-time, other-channel, extra, missing."""
    with reading(house.engine) as connection:
        its = visible_plan(visitor, connection, slug)
        found = compare_listing(
            connection, visitor.teller, its, given.text.encode(), house.clock.now(), channel=given.channel
        )
    return JSONResponse(compared_object(found), headers=PRIVATE)


@router.post(
    "/book",
    summary="Book proposals that a person has chosen",
    response_model=BookedShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def book_choices(writer: TheWriter, slug: str, given: BookBody) -> JSONResponse:
    """All or nothing: confirmed with the line as the log's entry, missed, or recorded as extra."""
    chosen = [
        Choice(
            one.class_, one.occurrence, one.item, one.day, one.time, one.channel, one.title, one.line
        )
        for one in given.choices
    ]  # fmt: skip
    with transaction(writer.house.engine) as connection:
        visible_plan(writer.visitor, connection, slug)
        count = book(writer.desk(connection), slug, chosen)
    return JSONResponse({"booked": count}, headers=PRIVATE)
