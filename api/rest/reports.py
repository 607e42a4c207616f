"""Reports: what was promised in a period, and what appeared."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import TheHouse, asked_language
from api.identity import TheVisitor
from api.rest.query import Query, Word
from api.rest.report_shapes import ProgressShape
from api.rest.shapes import problems
from api.visibility import visible_plan
from scheduler.fulfilment.progress import plan_progress, progress_object
from scheduler.store.database.engine import reading

router = APIRouter(prefix="/reports", tags=["reports"])


class ProgressQuery(Query):
    """Which plan, which days, and how they are counted."""

    plan: Word = Field(description="The plan's slug.", examples=["kien-giang-2024"])
    period: Word = Field(
        description="2024-Q1, 2024-H1, 2024-9M, 2024, or two days: 2024-01-15..2024-02-14.",
        examples=["2024-Q1"],
    )
    basis: Literal["calendar", "reporting"] = Field(
        "calendar", description="reporting: up to the days on which the office closes its figures."
    )
    outlet: Word | None = Field(None, description="The items of this outlet alone.")
    channel: Word | None = Field(None, description="What is dated on this channel alone.", examples=["KG"])


@router.get(
    "/fulfilment",
    summary="What was planned and what appeared, for each item and unit",
    response_model=ProgressShape,
    responses=problems(404, 422, 503),
)
def show_fulfilment(
    request: Request, house: TheHouse, visitor: TheVisitor, query: Annotated[ProgressQuery, FromQuery()]
) -> JSONResponse:
    """As of the service's plan time; the same object as `airslot progress --json`."""
    language = asked_language(request)
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, query.plan)
        found = plan_progress(
            connection,
            plan,
            query.period,
            query.basis,
            house.clock,
            outlet=query.outlet,
            channel=query.channel,
        )
    return JSONResponse(progress_object(found, language), headers={"Content-Language": language})
