"""The page that adds an item: its phrase is read while it is written, its dates are seen before."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm
from api.frame import link
from api.identity import TheVisitor, Visitor, check_form
from api.pages.deeds import read_revision
from api.pages.differences import differences
from api.pages.faults import choices, sentences, status_of
from api.pages.item_form import read_facts
from api.pages.try_phrase import Found, read_phrase
from api.rendering import page_language, render
from api.visibility import own_days_off, own_plan
from scheduler.desk import items
from scheduler.desk.documents import PlanDone
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid
from scheduler.locale import Language
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import Plan, list_outlets

router = APIRouter(prefix="/plans")


@router.get("/{slug}/add-item")
def show_form(
    request: Request,
    slug: str,
    house: TheHouse,
    visitor: TheVisitor,
    phrase: str = "",
    target: str = "",
    weeks: str = "",
) -> HTMLResponse:
    """The empty form; with a phrase also what it says."""
    form = Form({"phrase": [phrase], "target": [target], "weeks": [weeks]})
    return _page(request, house, visitor, slug, form)


@router.post("/{slug}/add-item")
def add(request: Request, slug: str, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Add the item; with `show` only say which dates it would have."""
    with reading(house.engine) as connection:
        plan = own_plan(visitor, connection, slug)
    check_form(request, visitor, form.one("csrf"))
    try:
        facts, revision = read_facts(form), read_revision(form)
        with transaction(house.engine) as connection:
            done = items.add_item(
                house.desk(connection, visitor.actor),
                plan.slug,
                facts,
                dry_run=form.has("show"),
                if_revision=revision,
            )
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, slug, form, error=error)
    if form.has("show"):
        return _page(request, house, visitor, slug, form, shown=done)
    to = f"/plans/{plan.slug}/items/{facts['number']}?done=1"
    return RedirectResponse(link(request, page_language(request), to), 303)


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    slug: str,
    form: Form,
    *,
    shown: PlanDone | None = None,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        plan = own_plan(visitor, connection, slug)
        outlets = [one.name for one in list_outlets(connection, plan.office)]
    doubtful = choices(error)
    values: dict[str, Any] = {
        "plan": plan,
        "outlets": outlets,
        "form": form,
        "shown": shown,
        "differences": [] if shown is None else differences(shown.changes, language),
        "remarks": [] if shown is None else [getattr(notice, language) for _, notice in shown.notices],
        # What is doubtful is shown in full, each reading with its dates, below the phrase.
        "faults": [] if doubtful else sentences(error, language),
        "found": _read(house, visitor, plan, form, language),
    }
    return render(request, "add_item.html", language, status_of(error), **values)


def _read(house: House, visitor: Visitor, plan: Plan, form: Form, language: Language) -> Found:
    """What the phrase says within the plan's days."""
    given = {
        "phrase": form.one("phrase"),
        "target": form.one("target") or None,
        "weeks": form.one("weeks") or plan.weeks.value,
        "lang": plan.language,
        "from": plan.first_day.isoformat(),
        "to": plan.last_day.isoformat(),
        "country": plan.country,
    }
    entered = partial(own_days_off, house, visitor)
    return read_phrase(given, house.clock.today(plan.timezone), language, entered)
