"""Days off: what the expansion of a phrase, or a plan, counts as holidays and as swapped working days."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import TheHouse, asked_language
from api.identity import TheVisitor
from api.rest.query import Day, Query, Word, check_range
from api.rest.shapes import DayOffList, problems
from api.visibility import own_office, visible_plan
from scheduler.planning.office_calendar.day_off_object import day_off_object
from scheduler.planning.office_calendar.office_days import office_days
from scheduler.store.database.engine import reading

router = APIRouter(prefix="/days-off", tags=["days off"])
# Without a plan there is no plan's zone; the clock's year is asked for where plans are made.
ZONE = "Asia/Ho_Chi_Minh"


class DaysOffQuery(Query):
    """Which days, and whose."""

    first: Day | None = Field(None, alias="from", description="First day; without it 1 January.")
    last: Day | None = Field(None, alias="to", description="Last day, inclusive.")
    plan: Word | None = Field(
        None, description="As this plan counts them: its country's, its office's and its own."
    )


@router.get(
    "",
    summary="Public holidays, swapped days and what was entered",
    response_model=DayOffList,
    responses=problems(404, 422, 503),
)
def list_days_off(
    request: Request, house: TheHouse, visitor: TheVisitor, query: Annotated[DaysOffQuery, FromQuery()]
) -> JSONResponse:
    """Every day of the range that is not what its weekday makes of it, whole; weekends are not listed.

    Without a plan: the days of Vietnam, and of the office where the service has only one.
    """
    year = (query.first or query.last or house.clock.today(ZONE)).year
    first, last = query.first or date(year, 1, 1), query.last or date(year, 12, 31)
    check_range(first, last)
    language = asked_language(request)
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, query.plan) if query.plan is not None else None
        days = office_days(connection, first, last, own_office(visitor, connection), plan)
    items = [day_off_object(one, language) for one in days]
    return JSONResponse({"items": items, "next": None}, headers={"Content-Language": language})
