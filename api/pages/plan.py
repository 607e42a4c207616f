"""The page of a plan: its items, what was understood of each, and their dates."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.identity import TheVisitor
from api.pages.ways import ways
from api.rendering import page_language, render
from api.visibility import visible_plan
from scheduler.accounts.rights import Right
from scheduler.planning.plan_file.reading import read_items
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.next_dates import next_dates
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.plans.read_model import plan_items

router = APIRouter()


@router.get("/plans/{slug}")
def plan_page(request: Request, slug: str, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """The items of a plan, what was understood of each, and its dates."""
    language = page_language(request)
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, slug)
        items = plan_items(connection, plan.slug)
        occurrences = plan_occurrences(connection, plan.slug)
        readings = read_items(connection, plan, items)
        ahead = next_dates(connection, [item.id for item in items], house.clock.now())
    dates: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        dates.setdefault(occurrence.item, []).append(occurrence)
    rows = [
        (item, understood, dates.get(item.number, []), ahead.get(item.id))
        for item, understood in zip(items, readings, strict=True)
    ]
    follow = ways(house, f"/plans/{plan.slug}.ics", plan.title) if plan.public else None
    actor = visitor.actor
    may_plan = actor is not None and actor.may(Right.PLAN) and actor.sees(plan.office_id)
    return render(request, "plan.html", language, plan=plan, rows=rows, follow=follow, may_plan=may_plan)
