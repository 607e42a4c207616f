"""Pieces: what really appeared, with or without an occurrence; recorded, read, withdrawn with a reason."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse
from pydantic import Field

from api.dependencies import TheHouse
from api.identity import TheVisitor, at_least
from api.rest.bodies import PieceBody, WithdrawalBody
from api.rest.changing import PRIVATE, IdempotencyKey, Made, Writer, create, depend_on_writer, raw_body
from api.rest.desk_shapes import PieceList, PieceShape
from api.rest.expand import json_only
from api.rest.history_pages import read_row_cursor, row_cursor
from api.rest.query import Day, PageQuery, Word, YesNo, check_range, no_parameters
from api.rest.shapes import problems
from api.visibility import path_word, visible_plan
from scheduler.accounts.rights import Right
from scheduler.desk.desk import Desk
from scheduler.desk.history import own_plan
from scheduler.desk.pieces import Appeared, no_piece, piece_object, record_piece, withdraw_piece
from scheduler.desk.proofs import Proof
from scheduler.store.database.engine import reading, transaction
from scheduler.store.pieces import PieceFilter, find_pieces, get_piece

router = APIRouter(tags=["pieces"])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]
TheBody = Annotated[bytes, Depends(raw_body)]
WORKS = [Depends(at_least(Right.WORK)), Depends(no_parameters)]
_ID = re.compile(r"[1-9]\d{0,17}", re.ASCII)


class PieceQuery(PageQuery):
    """What the list can be narrowed by."""

    item: Word | None = Field(None, description="The item's number.", examples=["3"])
    occurrence: Word | None = Field(None, description="What was given for it, or makes it good.")
    first: Day | None = Field(None, alias="from", description="First day on which it appeared.")
    last: Day | None = Field(None, alias="to", description="Last day, inclusive.")
    withdrawn: YesNo = Field(False, description="Also what was withdrawn.")


@router.post(
    "/plans/{slug}/items/{number:path}/pieces",
    status_code=201,
    summary="Record a piece that appeared",
    response_model=PieceShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def add_piece(
    writer: TheWriter,
    body: TheBody,
    slug: str,
    number: str,
    given: PieceBody,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """With `occurrence` it delivers that; without, it counts towards the item's quota, or is extra."""

    def make(desk: Desk) -> Made:
        plan = visible_plan(writer.visitor, desk.connection, slug)
        facts = given.given("proofs")
        proofs = tuple(Proof(**each.model_dump()) for each in given.proofs)
        found = record_piece(desk, plan.slug, path_word(number), Appeared(**facts, proofs=proofs))
        return Made(piece_object(found), f"/api/v1/pieces/{found.id}")

    return create(writer, body, idempotency_key, make)


@router.get(
    "/plans/{slug}/pieces",
    summary="The pieces of a plan, as they were recorded",
    response_model=PieceList,
    responses=problems(400, 403, 404, 422, 503),
)
def list_pieces(
    house: TheHouse, visitor: TheVisitor, slug: str, query: Annotated[PieceQuery, FromQuery()]
) -> JSONResponse:
    """For the people of its office, oldest first."""
    check_range(query.first, query.last)
    after = read_row_cursor(query.cursor)
    with reading(house.engine) as connection:
        plan = own_plan(connection, visitor.actor, path_word(slug), "plan-not-found", slug)
        wanted = PieceFilter(
            plan.slug, query.item, query.occurrence, query.first, query.last, query.withdrawn
        )
        found = find_pieces(connection, wanted, after, query.limit + 1)
    shown = found[: query.limit]
    following = row_cursor(shown[-1].id) if len(found) > query.limit else None
    return JSONResponse({"items": [piece_object(one) for one in shown], "next": following}, headers=PRIVATE)


@router.get(
    "/pieces/{piece_id}",
    summary="One piece with its proofs",
    response_model=PieceShape,
    responses=problems(403, 404, 422, 503),
    dependencies=[Depends(no_parameters)],
)
def show_piece(house: TheHouse, visitor: TheVisitor, piece_id: str) -> JSONResponse:
    """For the people of its office, withdrawn or not."""
    visitor.require(Right.SEE)
    with reading(house.engine) as connection:
        found = get_piece(connection, _id(piece_id))
        if found is None:
            raise no_piece(piece_id)
        own_plan(connection, visitor.actor, found.plan, "piece-not-found", piece_id)
    return JSONResponse(piece_object(found), headers=PRIVATE)


@router.post(
    "/pieces/{piece_id}/withdrawal",
    status_code=201,
    summary="Withdraw a piece that was recorded wrongly",
    response_model=PieceShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def withdraw(writer: TheWriter, piece_id: str, given: WithdrawalBody) -> JSONResponse:
    """It stays to be read. An occurrence that was delivered by it alone is planned again."""
    with transaction(writer.house.engine) as connection:
        found = withdraw_piece(writer.desk(connection), _id(piece_id), given.reason)
    return JSONResponse(piece_object(found), 201, PRIVATE)


def _id(text: str) -> int:
    if _ID.fullmatch(text):
        return int(text)
    raise no_piece(text)
