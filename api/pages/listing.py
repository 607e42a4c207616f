"""A station's listing, pasted or as a file, set beside the plan: a person ticks what is booked."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm
from api.frame import link
from api.identity import TheVisitor, Visitor, at_least, check_form
from api.pages.faults import sentences, status_of
from api.rendering import page_language, render
from api.visibility import visible_plan
from scheduler.accounts.rights import Right
from scheduler.desk.desk import require_office
from scheduler.desk.listings import Compared, book, choice_of, compare_listing
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid
from scheduler.fulfilment.listings.matching import CLASSES, Proposal
from scheduler.fulfilment.listings.reading import decoded
from scheduler.locale import mark
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import plan_items

router = APIRouter(prefix="/plans")
CLASS_NAMES = {
    "as-planned": mark("as planned"),
    "other-time": mark("at another time"),
    "other-channel": mark("on another channel"),
    "extra": mark("beside the plan"),
    "missing": mark("did not air, or is not in the listing"),
}


@router.get("/{slug}/listing")
def show_listing(request: Request, slug: str, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """The form that takes a listing."""
    return _page(request, house, visitor, slug, Form({}))


@router.post("/{slug}/listing", dependencies=[Depends(at_least(Right.WORK))])
def compare(request: Request, slug: str, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Show the proposals; with `book` book those that are ticked."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    try:
        text = decoded(form.files["file"]) if form.files.get("file") else form.one("text")
        found = _compare(house, visitor, slug, text, form.one("channel"))
        if not form.has("book"):
            return _page(request, house, visitor, slug, form, found=found, text=text)
        chosen = set(form.all("choose"))
        with transaction(house.engine) as connection:
            choices = [choice_of(one) for one in found.proposals if key_of(one) in chosen]
            count = book(house.desk(connection, actor), slug, choices)
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, slug, form, error=error, text=form.one("text"))
    done = f"/plans/{slug}/listing?booked={count}"
    return RedirectResponse(link(request, page_language(request), done), 303)


def key_of(one: Proposal) -> str:
    """By what a ticked box names its proposal, when the listing is compared again."""
    place = one.line.place if one.line else 0
    return f"{one.kind}.{place}.{one.occurrence.id if one.occurrence else one.item}"


def _compare(house: House, visitor: Visitor, slug: str, text: str, channel: str) -> Compared:
    with reading(house.engine) as connection:
        its = visible_plan(visitor, connection, slug)
        return compare_listing(
            connection, visitor.actor, its, text.encode(), house.clock.now(), channel=channel[:40]
        )


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    slug: str,
    form: Form,
    *,
    found: Compared | None = None,
    text: str = "",
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        its = visible_plan(visitor, connection, slug)
        require_office(visitor.require(Right.SEE), its)
        titles = {item.number: item.title for item in plan_items(connection, its.slug)} if found else {}
    ones = found.proposals if found else ()
    return render(
        request,
        "listing.html",
        language,
        status_of(error),
        plan=its,
        found=found,
        by_class=[
            (kind, [(key_of(one), one) for one in ones if one.kind == kind])
            for kind in CLASSES
            if any(one.kind == kind for one in ones)
        ],
        class_names=CLASS_NAMES,
        titles=titles,
        text=text,
        channel=form.one("channel"),
        booked=request.query_params.get("booked", ""),
        faults=sentences(error, language),
    )
