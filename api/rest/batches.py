"""One change of many occurrences: confirm, miss, cancel or move them in one request."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from api.dependencies import asked_language
from api.identity import at_least
from api.rest.bodies import BatchBody
from api.rest.changing import PRIVATE, Writer, depend_on_writer
from api.rest.desk_objects import deed_object
from api.rest.desk_shapes import BatchShape
from api.rest.expand import json_only
from api.rest.query import no_parameters
from api.rest.shapes import problems
from scheduler.accounts.rights import Right
from scheduler.desk.batch import Batch, batch_line, do_batch
from scheduler.desk.previews import preview
from scheduler.desk.proofs import Proof
from scheduler.store.database.engine import transaction

router = APIRouter(tags=["occurrences"])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]


@router.post(
    "/occurrences/batch",
    summary="Confirm, miss, cancel or move many occurrences at once",
    response_model=BatchShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), Depends(at_least(Right.WORK)), Depends(no_parameters)],
)
def change_many(writer: TheWriter, given: BatchBody) -> JSONResponse:
    """All of it or, where one is not there or not theirs, nothing. What is so already is left, and named."""
    proof = None if given.evidence is None else Proof(**given.evidence.model_dump())
    facts = given.given("dry_run", "occurrences", "evidence")
    batch = Batch(ids=tuple(given.occurrences), proof=proof, **facts)
    with transaction(writer.house.engine) as connection:
        desk = writer.desk(connection)
        shown = preview(desk, lambda at_desk: do_batch(at_desk, batch)) if given.dry_run else None
        done = do_batch(desk, batch) if shown is None else shown.done
    line = batch_line(batch, done, asked_language(writer.request), applied=shown is None)
    told = deed_object(done, shown, default_minutes=writer.house.settings.default_minutes)
    return JSONResponse(told | {"line": line}, headers=PRIVATE)
