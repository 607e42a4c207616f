"""The proof inbox of a plan: links that are given to outlets, and what came by them and waits."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm, whole_number
from api.frame import link
from api.identity import TheVisitor, Visitor, at_least, check_form
from api.pages.deeds import read_day
from api.pages.faults import sentences, status_of
from api.pages.pieces import download
from api.rendering import page_language, render
from api.visibility import path_word
from scheduler.accounts.rights import Right
from scheduler.desk.history import own_plan
from scheduler.desk.inbox import (
    DAYS,
    MOST_DAYS,
    accept,
    decline,
    inbox_of,
    make_link,
    no_proposal,
    outlets_of,
    revoke_link,
)
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid
from scheduler.store.database.engine import reading, transaction
from scheduler.store.inbox import file_of_proposal, get_proposal
from scheduler.store.occurrences.read_model import occurrences_by_id

router = APIRouter()
WORKS = [Depends(at_least(Right.WORK))]
REFUSED = (Conflict, Forbidden, Invalid)


@router.get("/plans/{slug}/inbox")
def show_inbox(request: Request, slug: str, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """What waits, and the links."""
    return _page(request, house, visitor, slug)


@router.post("/plans/{slug}/inbox", dependencies=WORKS)
def make(request: Request, slug: str, house: TheHouse, visitor: TheVisitor, form: TheForm) -> HTMLResponse:
    """Make a link; its address is shown on this one page."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    try:
        first, last = read_day(form, "first"), read_day(form, "last")
        if first is None or last is None:
            raise Invalid("bad-first", "Give both days.", "Hãy cho cả hai ngày.", where="first")
        days = whole_number(form.one("days") or str(DAYS)) or 0
        with transaction(house.engine) as connection:
            desk = house.desk(connection, actor)
            _, token = make_link(desk, path_word(slug), form.one("outlet"), first, last, days)
    except REFUSED as error:
        return _page(request, house, visitor, slug, form=form, error=error)
    return _page(request, house, visitor, slug, address=f"{house.public_url}/give/{token}")


@router.post("/plans/{slug}/inbox/{link_id}/revoke", dependencies=WORKS)
def revoke(
    request: Request, slug: str, link_id: str, house: TheHouse, visitor: TheVisitor, form: TheForm
) -> Response:
    """End a link."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with transaction(house.engine) as connection:
        revoke_link(house.desk(connection, actor), path_word(slug), path_word(link_id))
    return _back(request, slug)


@router.post("/proposals/{proposal_id}", dependencies=WORKS)
def decide(
    request: Request, proposal_id: str, house: TheHouse, visitor: TheVisitor, form: TheForm
) -> Response:
    """Accept what waits with one click, or decline it with a reason."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    asked = whole_number(proposal_id) or 0
    with reading(house.engine) as connection:
        found = get_proposal(connection, asked)
        if found is None:
            raise no_proposal(proposal_id)
        own_plan(connection, actor, found.plan, "proposal-not-found", proposal_id)
    try:
        with transaction(house.engine) as connection:
            desk = house.desk(connection, actor)
            if form.has("accept"):
                accept(desk, asked)
            else:
                decline(desk, asked, form.one("reason"))
    except REFUSED as error:
        return _page(request, house, visitor, found.plan, error=error)
    return _back(request, found.plan)


@router.get("/proposals/{proposal_id}/file")
def show_file(house: TheHouse, visitor: TheVisitor, proposal_id: str) -> Response:
    """The file that waits, for whoever may accept it: to be kept, never to be shown or run here."""
    visitor.require(Right.SEE)
    asked = whole_number(proposal_id) or 0
    with reading(house.engine) as connection:
        waits, found = get_proposal(connection, asked), file_of_proposal(connection, asked)
        if waits is None or found is None:
            raise no_proposal(proposal_id)
        own_plan(connection, visitor.actor, waits.plan, "proposal-not-found", proposal_id)
        visitor.require(Right.WORK, waits.outlet)
    return download(*found[1:])


def _back(request: Request, slug: str) -> Response:
    return RedirectResponse(link(request, page_language(request), f"/plans/{quote(slug)}/inbox"), 303)


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    slug: str,
    *,
    form: Form | None = None,
    address: str = "",
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        plan = own_plan(connection, visitor.actor, path_word(slug), "plan-not-found", slug)
        links, waiting = inbox_of(connection, visitor.actor, plan)
        about = occurrences_by_id(connection, {one.occurrence_id for one in waiting})
        outlets = outlets_of(connection, plan)
    actor, at = visitor.actor, house.machine_time()
    values: dict[str, Any] = {
        "plan": plan,
        "waiting": [(one, about[one.occurrence_id]) for one in waiting],
        "links": [one for one in links if one.works(at)],
        "outlets": [name for name in outlets if actor is not None and actor.may(Right.WORK, name)],
        "days": DAYS,
        "most_days": MOST_DAYS,
        "address": address,
        "form": form or Form({}),
        "faults": sentences(error, language),
    }
    page = render(request, "inbox.html", language, status_of(error), **values)
    if address:
        page.headers["Cache-Control"] = "no-store"
    return page
