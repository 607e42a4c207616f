"""The days on which an office closes the figures of its quarters: a setting of the office."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import TheHouse
from api.identity import TheVisitor, Visitor, at_least
from api.rest.bodies import Body
from api.rest.changing import PRIVATE, Writer, depend_on_writer
from api.rest.expand import json_only
from api.rest.query import no_parameters
from api.rest.report_shapes import CutOffsShape
from api.rest.shapes import problems
from scheduler.accounts.rights import Right
from scheduler.desk.cut_offs import set_cut_offs
from scheduler.fulfilment.progress import cut_offs_of
from scheduler.store.database.engine import reading, transaction

router = APIRouter(prefix="/cut-offs", tags=["reports"])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]


class CutOffsBody(Body):
    """One day a quarter."""

    cut_offs: list[Annotated[str, Field(max_length=10)]] | None = Field(
        max_length=4, description="MM-DD, one in each quarter; null: everybody's."
    )


@router.get(
    "",
    summary="On which days the office closes its figures",
    response_model=CutOffsShape,
    responses=problems(403, 422, 503),
    dependencies=[Depends(no_parameters)],
)
def show_cut_offs(house: TheHouse, visitor: TheVisitor) -> JSONResponse:
    """Of one's own office."""
    with reading(house.engine) as connection:
        found = cut_offs_of(connection, _office(visitor))
    return JSONResponse({"cut_offs": found.words()}, headers=PRIVATE)


@router.patch(
    "",
    summary="Close the figures on other days",
    response_model=CutOffsShape,
    responses=problems(400, 403, 413, 415, 422, 503),
    dependencies=[Depends(json_only), Depends(at_least(Right.PLAN)), Depends(no_parameters)],
)
def change_cut_offs(writer: TheWriter, given: CutOffsBody) -> JSONResponse:
    """Reports are counted anew with them, of past periods too."""
    with transaction(writer.house.engine) as connection:
        found = set_cut_offs(writer.desk(connection), _office(writer.visitor), given.cut_offs)
    return JSONResponse({"cut_offs": found.words()}, headers=PRIVATE)


def _office(visitor: Visitor) -> int:
    office_id = visitor.require(Right.SEE).office_id
    assert office_id is not None  # noqa: S101 - only the command line has none
    return office_id
