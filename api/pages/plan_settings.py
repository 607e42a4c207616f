"""The facts of a plan: title, days, who sees it, its outlets; what would change is shown first."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm
from api.frame import LANGUAGE_NAMES, link
from api.identity import TheVisitor, Visitor, check_form
from api.pages.deeds import read_day, read_revision
from api.pages.differences import differences
from api.pages.faults import sentences, status_of
from api.pages.item_form import read_number
from api.rendering import GRADES, page_language, render
from api.visibility import own_plan
from scheduler.desk import plans
from scheduler.desk.documents import PlanDone
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid
from scheduler.locale import say
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import list_outlets

router = APIRouter(prefix="/plans")
TEXTS = ("title", "number", "timezone", "weeks", "language", "conflicts")
DAYS = ("signed", "first_day", "last_day")
BOXES = ("public", "framable")


@router.get("/{slug}/settings")
def show_settings(request: Request, slug: str, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """The plan's facts as they are."""
    return _page(request, house, visitor, slug)


@router.post("/{slug}/settings")
def change(request: Request, slug: str, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Change them; with `show` only say what that would change."""
    with reading(house.engine) as connection:
        plan = own_plan(visitor, connection, slug)
    check_form(request, visitor, form.one("csrf"))
    try:
        facts, revision = _facts(form), read_revision(form)
        with transaction(house.engine) as connection:
            done = plans.change_plan(
                house.desk(connection, visitor.actor),
                plan.slug,
                facts,
                dry_run=form.has("show"),
                if_revision=revision,
            )
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, slug, form=form, error=error)
    if form.has("show"):
        return _page(request, house, visitor, slug, form=form, shown=done)
    return RedirectResponse(link(request, page_language(request), f"/plans/{plan.slug}/settings?done=1"), 303)


def _facts(form: Form) -> dict[str, Any]:
    """The facts that the form names. A box without its tick is not sent: `boxes` says that it was there."""
    facts: dict[str, Any] = {name: form.one(name) or None for name in TEXTS if form.has(name)}
    facts |= {name: read_day(form, name) for name in DAYS if form.has(name)}
    facts |= {name: form.has(name) for name in BOXES if form.has("boxes")}
    if form.has("total"):
        facts["total"] = read_number(form, "total")
    if form.one("outlet_name"):
        codes = [code.strip() for code in form.one("outlet_channels").split(",")]
        facts["outlets"] = [{"name": form.one("outlet_name"), "channels": [code for code in codes if code]}]
    return facts


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    slug: str,
    *,
    form: Form | None = None,
    shown: PlanDone | None = None,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        plan = own_plan(visitor, connection, slug)
        outlets = list_outlets(connection, plan.office)
    values: dict[str, Any] = {
        "plan": plan,
        "outlets": outlets,
        "languages": LANGUAGE_NAMES,
        "grades": {name: say(language, text) for name, text in GRADES.items()},
        "form": form,
        "shown": shown,
        "differences": [] if shown is None else differences(shown.changes, language),
        "faults": sentences(error, language),
        "done": "done" in request.query_params,
    }
    return render(request, "plan_settings.html", language, status_of(error), **values)
