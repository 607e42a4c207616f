"""Who is told, for the managers of an office: added, looked at, ended, forgotten."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse, get_secret
from api.forms import TheForm
from api.frame import link
from api.identity import TheVisitor, Visitor, check_form
from api.pages.faults import sentences, status_of
from api.pages.mail_links import LEADS
from api.rendering import page_language, render
from scheduler.accounts.rights import Right
from scheduler.errors import AirslotError, Conflict, Invalid
from scheduler.locale import mark
from scheduler.reminders import of_office
from scheduler.reminders.explaining.telling import lead_name
from scheduler.reminders.readers.subscription import Subscriber
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import list_plans

router = APIRouter(prefix="/subscribers")
PAGE = 200
STATE_NAMES = {
    "pending": mark("has not confirmed yet"),
    "active": mark("is told"),
    "unsubscribed": mark("has ended it"),
    "suppressed": mark("is not written to: mails came back, or somebody asked for that"),
}


@router.get("")
def show_subscribers(
    request: Request, house: TheHouse, visitor: TheVisitor, q: str = "", state: str = ""
) -> HTMLResponse:
    """All of the office, by address."""
    visitor.require(Right.TELL)
    return _page(request, house, visitor, q=q, state=state)


@router.post("")
def add(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Add one, who is asked by a mail to confirm."""
    actor = visitor.require(Right.TELL)
    check_form(request, visitor, form.one("csrf"))
    wishes = {
        "email": form.one("email"),
        "language": form.one("language") or "vi",
        "leads": form.all("leads"),
        "digest": form.one("digest") or None,
        "filters": {"plans": [form.one("plan")]} if form.one("plan") else {},
    }
    try:
        with transaction(house.engine) as connection:
            of_office.add_subscriber(house.desk(connection, actor), wishes, secret=get_secret(request))
    except (Invalid, Conflict) as error:
        return _page(request, house, visitor, error=error, email=form.one("email"))
    return RedirectResponse(link(request, page_language(request), "/subscribers?done=1"), 303)


@router.post("/{subscriber_id}")
def end(
    request: Request, house: TheHouse, visitor: TheVisitor, subscriber_id: str, form: TheForm
) -> Response:
    """End the mails to one, or with `forget` remove all that is kept about them."""
    actor = visitor.require(Right.TELL)
    check_form(request, visitor, form.one("csrf"))
    gone = None
    with transaction(house.engine) as connection:
        at_desk = house.desk(connection, actor)
        if form.has("forget"):
            gone = of_office.remove_subscriber(at_desk, subscriber_id)
        else:
            of_office.change_subscriber(at_desk, subscriber_id, {}, state="unsubscribed")
    if gone is not None:
        forget_mails(house.settings, gone)
    return RedirectResponse(link(request, page_language(request), "/subscribers?done=1"), 303)


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    *,
    q: str = "",
    state: str = "",
    email: str = "",
    error: AirslotError | None = None,
) -> HTMLResponse:
    language, wanted = page_language(request), q.strip().casefold()[:300]
    with reading(house.engine) as connection:
        everybody = of_office.subscribers_of_office(connection, visitor.actor)
        plans = list_plans(connection, visitor.sight)
    found = [one for one in everybody if wanted in one.email.casefold() and state in ("", one.state)]
    return render(
        request,
        "subscribers.html",
        language,
        status_of(error),
        rows=[(one, _leads(one, language), _filter(one)) for one in found[:PAGE]],
        count=len(found),
        shown=min(PAGE, len(found)),
        states_of=STATE_NAMES,
        plans=plans,
        leads=LEADS,
        q=wanted,
        state=state,
        email=email,
        done="done" in request.query_params,
        faults=sentences(error, language),
    )


def _leads(one: Subscriber, language: str) -> str:
    return ", ".join(lead_name(str(lead)).to("en" if language == "en" else "vi") for lead in one.leads)


def _filter(one: Subscriber) -> str:
    return "; ".join(", ".join(values) for values in one.filter.to_json().values() if values)
