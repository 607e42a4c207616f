"""Changes of occurrences: place, state, note, evidence, and what is added beside an item's phrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse, Response

from api.dependencies import TheHouse
from api.errors import Problem
from api.identity import TheVisitor, at_least
from api.rest.bodies import EvidenceBody, EvidencePost, OccurrencePatch, OneOffBody
from api.rest.changing import (
    PRIVATE,
    IdempotencyKey,
    IfMatch,
    Made,
    Writer,
    create,
    depend_on_writer,
    etag,
    expected,
    raw_body,
)
from api.rest.desk_objects import deed_object
from api.rest.desk_shapes import DeedShape, EvidenceList, History
from api.rest.expand import json_only
from api.rest.history_pages import history_page, read_row_cursor
from api.rest.query import PageQuery, no_parameters
from api.rest.shapes import problems
from api.visibility import path_word, visible_occurrence, visible_plan
from scheduler.accounts.rights import Right
from scheduler.desk import delivery, occurrences
from scheduler.desk.deeds import Done
from scheduler.desk.desk import Desk
from scheduler.desk.history import occurrence_evidence, occurrence_history
from scheduler.desk.one_offs import add_one_off
from scheduler.desk.previews import Preview, preview
from scheduler.desk.proofs import Proof, proof_object
from scheduler.errors import Invalid
from scheduler.locale import both
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence

router = APIRouter(tags=["occurrences"])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]
TheBody = Annotated[bytes, Depends(raw_body)]
WORKS = [Depends(at_least(Right.WORK)), Depends(no_parameters)]
PLACE = frozenset({"start", "end", "time", "minutes", "channel"})
STATE = frozenset({"state", "evidence", "reason"})


@router.patch(
    "/occurrences/{occurrence_id}",
    summary="Move, cancel, restore, deliver or note an occurrence",
    response_model=DeedShape,
    responses=problems(400, 403, 404, 409, 412, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def change_occurrence(
    writer: TheWriter, occurrence_id: str, given: OccurrencePatch, if_match: IfMatch = None
) -> JSONResponse:
    """One change a request; with `dry_run` the answer tells what it would do, and nothing is done."""
    with transaction(writer.house.engine) as connection:
        one = visible_occurrence(writer.visitor, connection, occurrence_id)
        seen = expected(if_match, lambda: one.revision, one.id)
        deed, desk = _deed(one, given, seen), writer.desk(connection)
        if given.dry_run:
            shown = preview(desk, deed)
            return JSONResponse(_told(writer, shown.done, shown), headers=PRIVATE)
        done = deed(desk)
    return JSONResponse(_told(writer, done), headers=PRIVATE | _tag(done))


@router.delete(
    "/occurrences/{occurrence_id}",
    status_code=204,
    response_class=Response,
    summary="Discard what was added beside the phrase, or what the phrase no longer gives",
    responses=problems(403, 404, 409, 412, 422, 503),
    dependencies=WORKS,
)
def discard_occurrence(writer: TheWriter, occurrence_id: str, if_match: IfMatch = None) -> Response:
    """What the phrase gives is cancelled instead."""
    with transaction(writer.house.engine) as connection:
        one = visible_occurrence(writer.visitor, connection, occurrence_id)
        seen = expected(if_match, lambda: one.revision, one.id)
        occurrences.discard(writer.desk(connection), one.id, if_revision=seen)
    return Response(status_code=204)


@router.get(
    "/occurrences/{occurrence_id}/history",
    summary="Who changed what",
    response_model=History,
    responses=problems(400, 403, 404, 422, 503),
)
def show_history(
    house: TheHouse, visitor: TheVisitor, occurrence_id: str, query: Annotated[PageQuery, FromQuery()]
) -> JSONResponse:
    """For the people of its office, newest first."""
    after = read_row_cursor(query.cursor)
    with reading(house.engine) as connection:
        found = occurrence_history(
            connection, visitor.actor, path_word(occurrence_id), before_id=after, limit=query.limit
        )
    return history_page(found)


@router.get(
    "/occurrences/{occurrence_id}/evidence",
    summary="The evidence that it was aired or published",
    response_model=EvidenceList,
    responses=problems(403, 404, 422, 503),
    dependencies=[Depends(no_parameters)],
)
def show_evidence(house: TheHouse, visitor: TheVisitor, occurrence_id: str) -> JSONResponse:
    """For the people of its office, oldest first."""
    with reading(house.engine) as connection:
        found = occurrence_evidence(connection, visitor.actor, path_word(occurrence_id))
    return JSONResponse({"items": [proof_object(one) for one in found]}, headers=PRIVATE)


@router.post(
    "/occurrences/{occurrence_id}/evidence",
    status_code=201,
    summary="Add evidence to what has been delivered",
    response_model=EvidenceList,
    responses=problems(400, 403, 404, 409, 412, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def add_evidence(
    writer: TheWriter,
    body: TheBody,
    occurrence_id: str,
    given: EvidencePost,
    if_match: IfMatch = None,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """A piece is never changed or removed. The first comes with `{"state": "delivered"}`."""

    def make(desk: Desk) -> Made:
        one = visible_occurrence(writer.visitor, desk.connection, occurrence_id)
        seen = expected(if_match, lambda: one.revision, one.id)
        found = delivery.add_evidence(desk, one.id, *_proofs(given.evidence), if_revision=seen)
        answer = {"items": [proof_object(each) for each in found]}
        return Made(answer, f"/api/v1/occurrences/{one.id}/evidence")

    return create(writer, body, idempotency_key, make)


@router.post(
    "/plans/{slug}/items/{number:path}/occurrences",
    status_code=201,
    summary="Add an airing or a window beside an item's phrase",
    response_model=DeedShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), *WORKS],
)
def add_occurrence(
    writer: TheWriter,
    body: TheBody,
    slug: str,
    number: str,
    given: OneOffBody,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """No load of the plan touches it; it is moved, cancelled, delivered and discarded by people alone."""

    def deed(desk: Desk) -> Done:
        plan = visible_plan(writer.visitor, desk.connection, slug)
        facts = given.given("dry_run", "start")
        return add_one_off(desk, plan.slug, path_word(number), given.start, **facts)

    def make(desk: Desk) -> Made:
        done = deed(desk)
        assert done.occurrence is not None  # noqa: S101 - it has just been added
        address = f"/api/v1/occurrences/{done.occurrence.id}"
        return Made(_told(writer, done), address, _tag(done))

    if given.dry_run:
        with transaction(writer.house.engine) as connection:
            shown = preview(writer.desk(connection), deed)
        return JSONResponse(_told(writer, shown.done, shown), 201, PRIVATE)
    return create(writer, body, idempotency_key, make)


def _deed(one: Occurrence, given: OccurrencePatch, seen: int | None) -> Callable[[Desk], Done]:
    """The one thing that a body asks for. Raises the problem `invalid-request` where that cannot be told."""
    facts = {name for name in given.model_fields_set if name == "note" or getattr(given, name) is not None}
    placed, noted = facts & PLACE, "note" in facts
    stated = bool(facts & (STATE - {"reason"}))
    if placed and not stated and not noted:
        return lambda desk: occurrences.place(
            desk, one.id, include_past=given.include_past, scope=given.scope, reason=given.reason,
            if_revision=seen, **{name: getattr(given, name) for name in placed},
        )  # fmt: skip
    if noted and not placed and not stated:
        return lambda desk: occurrences.note(desk, one.id, given.note, if_revision=seen)
    if stated and not placed and not noted:
        return _state(one, given, seen)
    detail = both("A request makes one change: of the place, of the state, or of the note.")
    raise Problem("invalid-request", detail, code="one-change")


def _state(one: Occurrence, given: OccurrencePatch, seen: int | None) -> Callable[[Desk], Done]:
    state, reason = given.state, given.reason
    if given.evidence is not None and state != "delivered":
        raise _invalid(
            "evidence",
            "Evidence comes with the state “delivered”.",
            "Minh chứng đi kèm trạng thái “delivered”.",
        )
    many: dict[str, Any] = {"scope": given.scope, "include_past": given.include_past, "if_revision": seen}
    if state == "cancelled":
        return lambda desk: occurrences.cancel(desk, one.id, reason=reason, **many)
    if state == "planned" and one.state in ("planned", "cancelled"):
        return lambda desk: occurrences.restore(desk, one.id, **many)
    if given.scope != "this":
        raise _invalid(
            "scope", "This is done for one occurrence at a time.", "Việc này chỉ làm cho từng lần một."
        )
    if state == "delivered":
        proofs = _proofs(given.evidence or [])
        return lambda desk: delivery.deliver(desk, one.id, *proofs, if_revision=seen)
    if state == "missed":
        return lambda desk: delivery.miss(desk, one.id, reason=reason, if_revision=seen)
    if one.state == "delivered":
        return lambda desk: delivery.take_back_delivery(desk, one.id, reason or "", if_revision=seen)
    return lambda desk: delivery.take_back_missed(desk, one.id, reason=reason, if_revision=seen)


def _proofs(given: list[EvidenceBody]) -> list[Proof]:
    return [Proof(**each.model_dump()) for each in given]


def _told(writer: Writer, done: Done, shown: Preview | None = None) -> dict[str, Any]:
    return deed_object(done, shown, default_minutes=writer.house.settings.default_minutes)


def _tag(done: Done) -> dict[str, str]:
    return {} if done.occurrence is None else etag(done.occurrence.revision)


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)
