"""Where the links in mails lead: confirm, preferences, unsubscribe.

A GET only shows a page, as programs that look for bad links follow every one of them; a POST acts. The POST
to the unsubscribe link is also the one-click of RFC 8058: it needs no cookie, and whatever its body holds,
it unsubscribes.
"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse

from api.dependencies import House, TheHouse, get_secret
from api.errors import Problem
from api.forms import Form, TheForm
from api.limits import counting
from api.pages.faults import sentences
from api.rendering import page_language, render
from scheduler.errors import Invalid, NotFound
from scheduler.locale import Language, Words, mark, say
from scheduler.reminders import by_link
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import Purpose, links
from scheduler.reminders.readers.subscriber_object import export, subscriber_object
from scheduler.reminders.readers.subscription import Subscriber
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction

router = APIRouter()
PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
# Not the one click of RFC 8058: mail services send many of them from few addresses, and each must succeed.
GUARDED = [Depends(counting("keys"))]
LEADS = {
    "P7D": mark("7 days before"),
    "P3D": mark("3 days before"),
    "P1D": mark("the day before"),
    "PT2H": mark("2 hours before"),
    "PT30M": mark("30 minutes before"),
}


@router.get("/confirm/{token}", dependencies=GUARDED)
def show_confirm(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """Ask whether they want it."""
    with reading(house.engine) as connection:
        try:
            found = subscribers.waiting_for(connection, token, machine_time=house.machine_time)
        except NotFound as error:
            raise _dead(error) from None
    return _page(request, "confirm.html", found, done=found.state == "active")


@router.post("/confirm/{token}", dependencies=GUARDED)
def confirm(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """Make the subscription active."""
    with transaction(house.engine) as connection:
        try:
            found = by_link.confirm(house.desk(connection, None), token, "page")
        except NotFound as error:
            raise _dead(error) from None
    return _page(request, "confirm.html", found, done=True)


@router.get("/unsubscribe/{token}", dependencies=GUARDED)
def show_unsubscribe(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """Ask whether they mean it; nothing is changed."""
    with reading(house.engine) as connection:
        of_list = by_link.is_of_list(connection, token, get_secret(request))
        found = _holder(request, house, token, "unconfirmed" if of_list else "unsubscribe")
        ended = found.state in ("unsubscribed", "suppressed")
        done = not by_link.gets_list(connection, found) if of_list else ended
    return _page(request, "unsubscribe.html", found, done=done, of_list=of_list)


@router.post("/unsubscribe/{token}")
def unsubscribe(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """End the mails: by the button of the page, or by one click in a mail program (RFC 8058)."""
    with transaction(house.engine) as connection:
        try:
            at_desk, secret = house.desk(connection, None), get_secret(request)
            of_list = by_link.is_of_list(connection, token, secret)
            found = by_link.unsubscribe(at_desk, token, "page", secret=secret)
        except NotFound as error:
            raise _dead(error) from None
    return _page(request, "unsubscribe.html", found, done=True, of_list=of_list)


@router.get("/preferences/{token}", dependencies=GUARDED)
def show_preferences(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """What they are told, to be changed."""
    return _preferences(request, _holder(request, house, token, "preferences"))


@router.post("/preferences/{token}", dependencies=GUARDED)
def save_preferences(request: Request, house: TheHouse, token: str, form: TheForm) -> HTMLResponse:
    """Save them, or show what is wrong with them."""
    found, secret = _holder(request, house, token, "preferences"), get_secret(request)
    try:
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, None)
            found = by_link.change(at_desk, token, _wishes(form), "page", secret=secret)
    except Invalid as error:
        return _preferences(request, found, error=error)
    return _preferences(request, found, saved=True)


@router.get("/preferences/{token}/data", dependencies=GUARDED)
def give_data(request: Request, house: TheHouse, token: str) -> JSONResponse:
    """All that is kept about them, as a file."""
    found = _holder(request, house, token, "preferences")
    with reading(house.engine) as connection:
        kept = export(connection, found.id)
    return JSONResponse(
        kept, headers=PRIVATE | {"Content-Disposition": 'attachment; filename="airslot.json"'}
    )


@router.post("/preferences/{token}/forget", dependencies=GUARDED)
def forget(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """Remove all that is kept about them."""
    with transaction(house.engine) as connection:
        try:
            found = by_link.forget(house.desk(connection, None), token, "page", secret=get_secret(request))
        except NotFound as error:
            raise _dead(error) from None
    forget_mails(house.settings, found.email)
    return _page(request, "forgotten.html", found)


def _holder(request: Request, house: House, token: str, purpose: Purpose) -> Subscriber:
    with reading(house.engine) as connection:
        try:
            return subscribers.by_token(connection, token, purpose, get_secret(request))
        except NotFound as error:
            raise _dead(error) from None


def _dead(error: NotFound) -> Problem:
    return Problem("dead-link", Words(vi=error.vi, en=error.en), code=error.code, headers=PRIVATE)


def _wishes(form: Form) -> dict[str, Any]:
    """The form as the JSON that the other doors take; a box that is not ticked is not sent at all."""
    return {
        "language": form.one("language"),
        "leads": form.all("leads"),
        "quiet_from": form.one("quiet_from") or None,
        "quiet_until": form.one("quiet_until") or None,
        "digest": form.one("digest") or None,
        "notices": form.has("notices"),
    }


def _preferences(
    request: Request, found: Subscriber, *, saved: bool = False, error: Invalid | None = None
) -> HTMLResponse:
    language = _language(request, found)
    own = [str(lead) for lead in found.leads]
    others = {text: text for text in own if text not in LEADS}
    return _page(
        request,
        "preferences.html",
        found,
        status=422 if error else 200,
        wishes=subscriber_object(found),
        leads={text: say(language, label) for text, label in LEADS.items()} | others,
        saved=saved,
        faults=sentences(error, language),
        unsubscribe=links("", get_secret(request), found.id, found.link_salt).unsubscribe,
        here=f"/preferences/{request.path_params['token']}",
    )


def _page(
    request: Request, template: str, found: Subscriber, status: int = 200, **values: Any
) -> HTMLResponse:
    # The address of such a page is a key: no script sees it.
    page = render(request, template, _language(request, found), status, scripted=False, one=found, **values)
    page.headers.update(PRIVATE)
    return page


def _language(request: Request, found: Subscriber) -> Language:
    return page_language(request) if "lang" in request.query_params else found.language
