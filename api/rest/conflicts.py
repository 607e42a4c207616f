"""Two airings at once on one channel, and where a make-good would fit."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import TheHouse
from api.identity import TheVisitor
from api.rest.query import Query, Word
from api.rest.report_shapes import ConflictList, SlotList
from api.rest.shapes import problems
from api.visibility import visible_occurrence, visible_plan
from scheduler.accounts.rights import Right, require
from scheduler.desk.conflicts import Graded, conflicts, free_slots
from scheduler.desk.desk import require_office
from scheduler.planning.by_hand.occurrence_object import occurrence_object
from scheduler.store.database.engine import reading

router = APIRouter(tags=["reports"])
PRIVATE = {"Cache-Control": "no-store"}


class ConflictQuery(Query):
    """Which days, channel and plan."""

    first: date | None = Field(None, alias="from", description="First day.")
    last: date | None = Field(None, alias="to", description="Last day, inclusive.")
    channel: Word | None = None
    plan: Word | None = Field(None, description="Only where this plan takes part.")


@router.get(
    "/conflicts",
    summary="Airings that one channel would carry at the same time",
    response_model=ConflictList,
    responses=problems(403, 404, 422, 503),
)
def list_conflicts(
    house: TheHouse, visitor: TheVisitor, query: Annotated[ConflictQuery, FromQuery()]
) -> JSONResponse:
    """Of the office, replays and midnight included; graded note, warn or refuse by the plans."""
    minutes = house.settings.default_minutes
    with reading(house.engine) as connection:
        actor = require(visitor.teller, Right.SEE)
        if query.plan is not None:
            require_office(actor, visible_plan(visitor, connection, query.plan))
        found = conflicts(
            connection, actor, minutes, first=query.first, last=query.last, channel=query.channel,
            slug=query.plan,
        )  # fmt: skip
    items = [conflict_object(one, minutes) for one in found]
    return JSONResponse({"items": items, "next": None}, headers=PRIVATE)


@router.get(
    "/occurrences/{occurrence_id}/free-slots",
    summary="Where a make-good fits: free on the same channel at the same hour",
    response_model=SlotList,
    responses=problems(403, 404, 422, 503),
)
def list_slots(house: TheHouse, visitor: TheVisitor, occurrence_id: str) -> JSONResponse:
    """Wall times of the plan, the first days from tomorrow on that are free for the length of the airing."""
    with reading(house.engine) as connection:
        actor = require(visitor.teller, Right.SEE)
        one = visible_occurrence(visitor, connection, occurrence_id)
        require_office(actor, visible_plan(visitor, connection, one.plan))
        now = house.clock.now().astimezone(ZoneInfo(one.timezone)).replace(tzinfo=None)
        found = free_slots(connection, one, now, house.settings.default_minutes)
    items = [{"start": at.isoformat(timespec="minutes"), "channel": one.channel} for at in found]
    return JSONResponse({"items": items, "next": None}, headers=PRIVATE)


def conflict_object(one: Graded, default_minutes: int) -> dict[str, Any]:
    """A pair as REST and the command line write it."""
    first, second = (
        occurrence_object(each, default_minutes=default_minutes) for each in (one.first, one.second)
    )
    return {"grade": one.grade, "first": first, "second": second}
