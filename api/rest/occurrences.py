"""Occurrences: lists by range and filter, what comes next, and one by its id."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import House, TheHouse, asked_language
from api.identity import TheVisitor
from api.rest.changing import etag
from api.rest.query import Day, PageQuery, Word, YesNo, check_range, no_parameters, read_cursor
from api.rest.shapes import OccurrenceList, OccurrenceShape, problems
from api.visibility import visible_occurrence
from scheduler.locale import Language
from scheduler.planning.by_hand.occurrence_object import occurrence_object
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.overdue import Todays, todays
from scheduler.store.occurrences.read_model import (
    Occurrence,
    OccurrenceFilter,
    find_occurrences,
    upcoming,
)
from scheduler.store.on_air import on_air
from scheduler.store.plans.sight import Sight
from scheduler.store.statements.paging import Page

router = APIRouter(prefix="/occurrences", tags=["occurrences"])


class Filters(PageQuery):
    """What both lists can be narrowed by."""

    first: Day | None = Field(
        None,
        alias="from",
        description="First day, in the plan's own zone. A window that touches the range is given.",
    )
    last: Day | None = Field(None, alias="to", description="Last day, inclusive.")
    plan: Word | None = Field(None, description="The plan's slug.", examples=["kien-giang-2024"])
    item: Word | None = Field(None, description="The item's number.", examples=["2.2"])
    outlet: Word | None = Field(None, description="The outlet's name, as written in the plan.")
    channel: Word | None = Field(None, description="The channel's code.", examples=["KG"])
    kind: Literal["premiere", "replay", "window"] | None = None
    state: Literal["planned", "delivered", "missed", "cancelled", "overdue"] | None = Field(
        None, description="overdue: planned, its day is over, and nobody has said what became of it."
    )
    q: Word | None = Field(
        None, description="Words to find in the item and the outlet, with or without Vietnamese marks."
    )

    def filter(self, sight: Sight, days: Todays) -> OccurrenceFilter:
        """The question to the store; refuses a range that makes no sense."""
        check_range(self.first, self.last)
        return OccurrenceFilter(
            first=self.first,
            last=self.last,
            plan=self.plan,
            item=self.item,
            outlet=self.outlet,
            channel=self.channel,
            kind=self.kind,
            state=self.state,
            q=self.q,
            sight=sight,
            todays=days,
        )


class UpcomingFilters(Filters):
    """The same, and whether windows that are still owed and airings that are on air count too."""

    open_windows: YesNo = Field(
        False, alias="open", description="Also the windows that are open now and not delivered."
    )
    now: YesNo = Field(
        False, description="Also the airings that are on air now: begun, and not over (half-open)."
    )


@router.get(
    "",
    summary="Occurrences by start, page by page",
    response_model=OccurrenceList,
    responses=problems(400, 422, 503),
)
def list_occurrences(
    request: Request, house: TheHouse, visitor: TheVisitor, query: Annotated[Filters, FromQuery()]
) -> JSONResponse:
    """An airing belongs to the range by its own start; a window that touches the range is given whole."""
    after = read_cursor(query.cursor)
    with reading(house.engine) as connection:
        wanted = query.filter(visitor.sight, todays(connection, query.state, house.clock.now()))
        return _listed(request, house, find_occurrences(connection, wanted, after, query.limit))


@router.get(
    "/upcoming",
    summary="What starts at or after now",
    response_model=OccurrenceList,
    responses=problems(400, 422, 503),
)
def list_upcoming(
    request: Request,
    house: TheHouse,
    visitor: TheVisitor,
    query: Annotated[UpcomingFilters, FromQuery()],
) -> JSONResponse:
    """By start, from the service's plan time on, without what is cancelled unless `state` asks for it."""
    after = read_cursor(query.cursor)
    with reading(house.engine) as connection:
        now = house.clock.now()
        wanted = query.filter(visitor.sight, todays(connection, query.state, now))
        running = on_air(connection, now, wanted, house.settings.default_minutes) if query.now else []
        return _listed(
            request, house, upcoming(connection, now, wanted, query.limit, query.open_windows, after, running)
        )


@router.get(
    "/{occurrence_id}",
    summary="One occurrence",
    response_model=OccurrenceShape,
    responses=problems(404, 422, 503),
    dependencies=[Depends(no_parameters)],
)
def show_occurrence(
    request: Request, house: TheHouse, visitor: TheVisitor, occurrence_id: str
) -> JSONResponse:
    """The occurrence of that id, as a list gave it."""
    with reading(house.engine) as connection:
        found = visible_occurrence(visitor, connection, occurrence_id)
    return JSONResponse(_object(house, found, asked_language(request)), headers=etag(found.revision))


def _listed(request: Request, house: House, page: Page[Occurrence]) -> JSONResponse:
    language = asked_language(request)
    items: list[dict[str, Any]] = [_object(house, one, language) for one in page.items]
    return JSONResponse({"items": items, "next": str(page.next) if page.next else None})


def _object(house: House, one: Occurrence, language: Language) -> dict[str, Any]:
    return occurrence_object(one, language, default_minutes=house.settings.default_minutes)
