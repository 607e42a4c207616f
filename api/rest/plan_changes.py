"""Changes of plans and their items; a plan document is loaded as `airslot plan load` does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi import Query as FromQuery
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field, ValidationError

from api.dependencies import TheHouse
from api.errors import Problem
from api.identity import TheVisitor, at_least
from api.rest import change_examples
from api.rest.bodies import ItemBody, ItemPatch, PlanBody, PlanPatch
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
from api.rest.desk_objects import plan_changes
from api.rest.desk_shapes import History, PlanChangesShape
from api.rest.expand import json_only
from api.rest.history_pages import history_page, read_row_cursor
from api.rest.query import PageQuery, Query, Word, YesNo, no_parameters
from api.rest.shapes import Responses, problems
from api.visibility import path_word, visible_plan
from scheduler.accounts.rights import Right
from scheduler.desk import documents, items, plans
from scheduler.desk.desk import Desk
from scheduler.desk.documents import PlanDone
from scheduler.desk.history import plan_history
from scheduler.desk.items import item_revision
from scheduler.errors import Invalid
from scheduler.locale import both
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import find_item

router = APIRouter(prefix="/plans", tags=["plans"])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]
TheBody = Annotated[bytes, Depends(raw_body)]
MAY_PLAN = Depends(at_least(Right.PLAN))
YAML = frozenset({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})
HERE_ALREADY: Responses = {
    200: {"model": PlanChangesShape, "description": "The plan was here already, or it is a dry run."}
}
NEEDED = ("slug", "title", "first_day", "last_day")
_PLAN_BODY = PlanBody.model_json_schema(ref_template="#/components/schemas/{model}")
_PLAN_BODY.pop("$defs", None)  # OutletBody is among the components already


class LoadQuery(Query):
    """How a document is loaded."""

    dry_run: YesNo = Field(False, description="Tell what would change, and change nothing.")
    include_past: YesNo = Field(False, description="Change planned dates that lie in the past, too.")
    agreed: Annotated[int, Field(ge=1, le=10**9)] | None = Field(
        None,
        description="The `revision` of the dry run that is agreed to; for a plan that is here already.",
    )


class HistoryQuery(PageQuery):
    """What of the plan."""

    item: Word | None = Field(None, description="Only of the item of this number.")


@router.post(
    "",
    status_code=201,
    summary="Load a plan document, or make an empty plan",
    response_model=PlanChangesShape,
    responses=HERE_ALREADY | problems(400, 403, 409, 412, 413, 415, 422, 503),
    dependencies=[MAY_PLAN],
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": _PLAN_BODY, "example": change_examples.PLAN_BODY},
                "application/yaml": {"schema": {"type": "string"}, "example": change_examples.PLAN_DOCUMENT},
            },
        }
    },
)
def load_plan(
    request: Request,
    writer: TheWriter,
    body: TheBody,
    query: Annotated[LoadQuery, FromQuery()],
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """A plan file as YAML, or as JSON: `{"document": "…"}`; or the facts of an empty plan.

    A plan that is here already changes only with `agreed`, the revision of a dry run.
    """
    # What a file says is read before the transaction, which nobody else could write beside.
    given = _read_body(request, body)
    deed = _deed(given, query)
    if query.dry_run:
        # An empty plan is made and taken back; a document is only compared.
        opened = transaction if isinstance(given, PlanBody) and given.document is None else reading
        with opened(writer.house.engine) as connection:
            return JSONResponse(plan_changes(deed(writer.desk(connection))), 200, PRIVATE)
    return create(writer, body, idempotency_key, lambda desk: _made(deed(desk)))


@router.patch(
    "/{slug}",
    summary="Change facts of a plan",
    response_model=PlanChangesShape,
    responses=problems(400, 403, 404, 409, 412, 413, 415, 422, 503),
    dependencies=[Depends(json_only), MAY_PLAN, Depends(no_parameters)],
)
def change_plan(writer: TheWriter, slug: str, given: PlanPatch, if_match: IfMatch = None) -> JSONResponse:
    """Title, days, weeks, whether it is public or may be framed, outlets; `dry_run` shows the diff."""
    facts = given.given("include_past", "dry_run")
    if given.outlets is not None:
        facts["outlets"] = [one.model_dump() for one in given.outlets]
    elif "outlets" in facts:
        del facts["outlets"]
    with transaction(writer.house.engine) as connection:
        plan = visible_plan(writer.visitor, connection, slug)
        seen = expected(if_match, lambda: plan.revision, plan.slug)
        done = plans.change_plan(
            writer.desk(connection),
            plan.slug,
            facts,
            include_past=given.include_past,
            dry_run=given.dry_run,
            if_revision=seen,
        )
    return _changed(done)


@router.get(
    "/{slug}/history",
    summary="Who changed what in a plan",
    response_model=History,
    responses=problems(400, 403, 404, 422, 503),
)
def show_history(
    house: TheHouse, visitor: TheVisitor, slug: str, query: Annotated[HistoryQuery, FromQuery()]
) -> JSONResponse:
    """The plan, its items and occurrences, newest first; for the people of its office."""
    after = read_row_cursor(query.cursor)
    with reading(house.engine) as connection:
        found = plan_history(
            connection, visitor.actor, path_word(slug), item=query.item, before_id=after, limit=query.limit
        )
    return history_page(found)


@router.post(
    "/{slug}/items",
    status_code=201,
    summary="Add an item",
    response_model=PlanChangesShape,
    responses=problems(400, 403, 404, 409, 412, 413, 415, 422, 503),
    dependencies=[Depends(json_only), MAY_PLAN, Depends(no_parameters)],
)
def add_item(
    writer: TheWriter,
    body: TheBody,
    slug: str,
    given: ItemBody,
    if_match: IfMatch = None,
    idempotency_key: IdempotencyKey = None,
) -> JSONResponse:
    """An ambiguous phrase is refused with its readings in `choices`; `reading` pins one.

    If-Match is of the plan.
    """

    def make(desk: Desk) -> Made:
        plan = visible_plan(writer.visitor, desk.connection, slug)
        seen = expected(if_match, lambda: plan.revision, plan.slug)
        facts = given.given("dry_run")
        done = items.add_item(desk, plan.slug, facts, dry_run=given.dry_run, if_revision=seen)
        return Made(plan_changes(done), f"/api/v1/plans/{plan.slug}/items/{given.number}")

    if given.dry_run:
        with transaction(writer.house.engine) as connection:
            return JSONResponse(make(writer.desk(connection)).answer, 201, PRIVATE)
    return create(writer, body, idempotency_key, make)


@router.patch(
    "/{slug}/items/{number:path}",
    summary="Change or withdraw an item",
    response_model=PlanChangesShape,
    responses=problems(400, 403, 404, 409, 412, 413, 415, 422, 503),
    dependencies=[Depends(json_only), MAY_PLAN, Depends(no_parameters)],
)
def change_item(
    writer: TheWriter, slug: str, number: str, given: ItemPatch, if_match: IfMatch = None
) -> JSONResponse:
    """`dry_run` shows what becomes of the dates. `{"withdrawn": true}` takes the item out of the plan."""
    own = {"include_past": given.include_past, "dry_run": given.dry_run}
    facts = given.given("include_past", "dry_run", "withdrawn", "reason")
    if given.withdrawn and facts:
        detail = both("An item is changed or withdrawn, not both at once.")
        raise Problem("invalid-request", detail, code="one-change")
    with transaction(writer.house.engine) as connection:
        plan = visible_plan(writer.visitor, connection, slug)
        number = path_word(number)

        def revision() -> str:
            found = find_item(connection, plan.id, number)
            return "" if found is None else item_revision(found)

        seen, desk = expected(if_match, revision, number), writer.desk(connection)
        if given.withdrawn:
            done = items.withdraw_item(desk, plan.slug, number, reason=given.reason, if_revision=seen, **own)
        else:
            done = items.change_item(desk, plan.slug, number, facts, if_revision=seen, **own)
        found = find_item(connection, plan.id, str(facts.get("number") or number))
        tag = {} if found is None else etag(item_revision(found))
    return JSONResponse(plan_changes(done), headers=PRIVATE | ({} if given.dry_run else tag))


def _deed(given: PlanBody | bytes, query: LoadQuery) -> Callable[[Desk], PlanDone]:
    """What is to be done at a desk: a document loaded or compared, or an empty plan made."""
    if isinstance(given, PlanBody) and given.document is None:
        return lambda desk: _make_empty(desk, given, query)
    if isinstance(given, PlanBody):
        document = documents.read_document(given.document or "", readings=given.readings)
    else:
        document = documents.read_document(given)
    past = query.include_past
    if query.dry_run:
        return lambda desk: documents.compare_document(desk, document, include_past=past)
    return lambda desk: documents.load_document(desk, document, agreed=query.agreed, include_past=past)


def _make_empty(desk: Desk, given: PlanBody, query: LoadQuery) -> PlanDone:
    facts = given.given("document", "readings", *NEEDED)
    if given.outlets is not None:
        facts["outlets"] = [one.model_dump() for one in given.outlets]
    missing = [name for name in NEEDED if getattr(given, name) is None]
    if missing or given.readings:
        raise Invalid(
            "document-or-facts",
            f"Send “document”, the text of a plan file, or {', '.join(NEEDED)} of an empty plan.",
            f"Hãy gửi “document” là nội dung tệp kế hoạch, hoặc {', '.join(NEEDED)} của kế hoạch trống.",
            where=missing[0] if missing else "readings",
        )
    assert given.slug is not None and given.title is not None  # noqa: S101 - none is missing
    assert given.first_day is not None and given.last_day is not None  # noqa: S101
    return plans.create_plan(
        desk,
        given.slug,
        given.title,
        first_day=given.first_day,
        last_day=given.last_day,
        facts={name: value for name, value in facts.items() if value is not None},
        dry_run=query.dry_run,
    )


def _read_body(request: Request, body: bytes) -> PlanBody | bytes:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type in YAML:
        return body
    if media_type != "application/json":
        detail = both(
            "The body must be YAML or JSON; its Content-Type is “%(given)s”.", given=media_type or "—"
        )
        accepted = "application/yaml, application/json"
        raise Problem("unsupported-media-type", detail, headers={"Accept": accepted})
    try:
        plain: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise Problem(
            "unreadable-body", both("The body is not JSON in UTF-8, or is nested too deep.")
        ) from None
    try:
        given = PlanBody.model_validate(plain)
    except ValidationError as error:
        raise RequestValidationError(
            [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]
        ) from None
    if given.document is not None and given.model_fields_set - {"document", "readings"}:
        detail = both("A document holds all facts of its plan; send it alone, or with “readings”.")
        raise Problem("invalid-request", detail, code="document-or-facts")
    return given


def _made(done: PlanDone) -> Made:
    assert done.plan is not None  # noqa: S101 - it has just been stored
    address, tag = f"/api/v1/plans/{done.plan.slug}", etag(done.plan.revision)
    return Made(plan_changes(done), address, tag, 201 if done.changes.new else 200)


def _changed(done: PlanDone) -> JSONResponse:
    tag = {} if done.plan is None or not done.applied else etag(done.plan.revision)
    return JSONResponse(plan_changes(done), headers=PRIVATE | tag)
