"""Plans and their items."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends
from fastapi import Query as FromQuery
from fastapi.responses import JSONResponse

from api.dependencies import House, TheHouse
from api.errors import Problem
from api.identity import TheVisitor
from api.rest.changing import etag
from api.rest.query import PageQuery, bad_cursor, no_parameters
from api.rest.shapes import ItemList, ItemShape, PlanList, PlanShape, problems
from api.validation import shown
from api.visibility import path_word, visible_plan
from rules.schedule import Quota
from scheduler.desk.items import item_revision
from scheduler.locale import both
from scheduler.planning.expanding.expansion import moment
from scheduler.planning.plan_file.reading import Reading, read_items
from scheduler.store.budgets import group_budgets
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.next_dates import NextDate, next_dates
from scheduler.store.plans.read_model import Item, Plan, find_item, list_plans, plan_items

router = APIRouter(prefix="/plans", tags=["plans"])
Row = TypeVar("Row")


@router.get(
    "",
    summary="The plans, the latest year first",
    response_model=PlanList,
    responses=problems(400, 422, 503),
)
def list_all(house: TheHouse, visitor: TheVisitor, query: Annotated[PageQuery, FromQuery()]) -> JSONResponse:
    """Every plan that may be seen; a public one with the address of its feed."""
    with reading(house.engine) as connection:
        found = list_plans(connection, visitor.sight)
        rows, following = _page(found, query, lambda plan: plan.slug)
        sums = group_budgets(connection, [plan.id for plan in rows])
    items = [plan_object(house, plan, sums.get(plan.id, {})) for plan in rows]
    return JSONResponse({"items": items, "next": following})


@router.get(
    "/{slug}",
    summary="One plan",
    response_model=PlanShape,
    responses=problems(404, 422, 503),
    dependencies=[Depends(no_parameters)],
)
def show_plan(house: TheHouse, visitor: TheVisitor, slug: str) -> JSONResponse:
    """The facts of the plan itself."""
    with reading(house.engine) as connection:
        found = visible_plan(visitor, connection, slug)
        sums = group_budgets(connection, [found.id]).get(found.id, {})
    return JSONResponse(plan_object(house, found, sums), headers=etag(found.revision))


@router.get(
    "/{slug}/items",
    summary="The items of a plan",
    response_model=ItemList,
    responses=problems(400, 404, 422, 503),
)
def list_items(
    house: TheHouse, visitor: TheVisitor, slug: str, query: Annotated[PageQuery, FromQuery()]
) -> JSONResponse:
    """In the order of the document: phrase, what was understood of it, next date, target and budget."""
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, slug)
        rows, following = _page(plan_items(connection, plan.slug), query, lambda item: item.number)
        ahead = next_dates(connection, [item.id for item in rows], house.clock.now())
        readings = read_items(connection, plan, rows)
    items = [
        item_object(item, understood, ahead.get(item.id))
        for item, understood in zip(rows, readings, strict=True)
    ]
    return JSONResponse({"items": items, "next": following})


@router.get(
    "/{slug}/items/{number:path}",
    summary="One item",
    response_model=ItemShape,
    responses=problems(404, 422, 503),
    dependencies=[Depends(no_parameters)],
)
def show_item(house: TheHouse, visitor: TheVisitor, slug: str, number: str) -> JSONResponse:
    """Its ETag is of the item alone: what becomes of its occurrences does not change it."""
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, slug)
        found = find_item(connection, plan.id, path_word(number))
        if found is None or found.withdrawn:
            detail = both("The plan has no item “%(number)s”.", number=shown(number))
            raise Problem("not-found", detail, code="item-not-found")
        ahead = next_dates(connection, [found.id], house.clock.now())
        [understood] = read_items(connection, plan, [found])
    answer = item_object(found, understood, ahead.get(found.id))
    return JSONResponse(answer, headers=etag(item_revision(found)))


def plan_object(house: House, plan: Plan, sums: Mapping[str | None, int]) -> dict[str, Any]:
    """A plan as REST writes it; `sums` are its items' budgets by heading."""
    address = f"{house.public_url}/plans/{plan.slug}"
    return {
        "slug": plan.slug,
        "title": plan.title,
        "number": plan.number,
        "office": plan.office,
        "year": plan.year,
        "first_day": plan.first_day.isoformat(),
        "last_day": plan.last_day.isoformat(),
        "signed": _day(plan.signed),
        "timezone": plan.timezone,
        "weeks": str(plan.weeks),
        "budget": sum(sums.values()) if sums else None,
        "total": plan.total,
        "groups": [
            {
                "number": group.number,
                "title": group.title,
                "subtotal": group.subtotal,
                "budget": sums.get(group.number),
            }
            for group in plan.groups
        ],
        "public": plan.public,
        "revision": plan.revision,
        "url": address,
        "feed": f"{address}.ics" if plan.public else None,
    }


def item_object(item: Item, understood: Reading | None, ahead: NextDate | None) -> dict[str, Any]:
    """An item as REST writes it."""
    return {
        "number": item.number,
        "group": item.group_number,
        "title": item.title,
        "product": item.product,
        "outlet": item.outlet,
        "phrase": item.phrase,
        "reading": understood,
        "target": item.target,
        "quotas": [_quota(quota) for quota in item.quotas],
        "budget": item.budget,
        "valid_from": _day(item.valid_from),
        "valid_until": _day(item.valid_until),
        "next": {"id": ahead.id, "kind": ahead.kind, "start": moment(ahead.start)} if ahead else None,
    }


def _quota(quota: Quota) -> dict[str, Any]:
    return {"count": quota.count, "unit": quota.unit, "period": str(quota.period)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _page(
    rows: Iterable[Row], query: PageQuery, key: Callable[[Row], str]
) -> tuple[Sequence[Row], str | None]:
    """The rows of one page out of a short list; a cursor names the last row of the page before."""
    every = list(rows)
    begin = 0
    if query.cursor is not None:
        last = _decode(query.cursor)
        begin = next((place for place, row in enumerate(every, 1) if key(row) == last), 0)
        if not begin:
            raise bad_cursor(both("The cursor does not belong to this list, or its row is gone."))
    page = every[begin : begin + query.limit]
    more = begin + query.limit < len(every)
    return page, _encode(key(page[-1])) if more else None


def _encode(key: str) -> str:
    return base64.urlsafe_b64encode(b"row:" + key.encode()).decode().rstrip("=")


def _decode(cursor: str) -> str | None:
    try:
        plain = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (ValueError, binascii.Error):
        return None
    return plain.removeprefix("row:") if plain.startswith("row:") else None
