"""Files to keep: a plan, its dates, its pieces or its progress as csv or xlsx."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from fastapi import Query as FromQuery
from pydantic import Field
from starlette.responses import Response

from api.dependencies import TheHouse, asked_language
from api.exports import MEDIA_TYPES, export_answer
from api.identity import TheVisitor
from api.rest.query import Day, Query, Word, check_range
from api.rest.shapes import problems
from scheduler.reporting.export import Export

router = APIRouter(prefix="/plans", tags=["plans"])
FILES = {
    kind.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
    for kind in MEDIA_TYPES.values()
}


class ExportQuery(Query):
    """Which table, in which form, and how it is narrowed."""

    what: Literal["plan", "dates", "pieces", "progress"]
    format: Literal["csv", "xlsx"] = "csv"
    period: Word | None = Field(None, description="Of the progress; without it the plan's year.")
    basis: Literal["calendar", "reporting"] = "calendar"
    item: Word | None = Field(None, description="Dates and pieces of this item alone.")
    outlet: Word | None = None
    channel: Word | None = None
    kind: Literal["premiere", "replay", "window"] | None = None
    state: Literal["planned", "delivered", "missed", "cancelled", "overdue"] | None = None
    first: Day | None = Field(None, alias="from", description="First day of dates and pieces.")
    last: Day | None = Field(None, alias="to", description="Last day, inclusive.")


@router.get(
    "/{slug}/export",
    summary="A plan, its dates, pieces or progress as a file",
    response_class=Response,
    responses={200: {"content": FILES, "description": "The file"}, **problems(400, 403, 404, 422, 503)},
)
def export_plan(
    request: Request,
    house: TheHouse,
    visitor: TheVisitor,
    slug: str,
    query: Annotated[ExportQuery, FromQuery()],
) -> Response:
    """Heads and words are of the language asked for. Pieces are for the people of the plan's office."""
    check_range(query.first, query.last)
    asked = Export(**query.model_dump(exclude={"format"}))
    return export_answer(house, visitor, slug, asked, query.format, asked_language(request))
