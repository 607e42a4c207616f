"""The accounts of an office, for its administrators: who may do what, and links to let them in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import TheForm
from api.identity import TheVisitor, Visitor, check_form
from api.pages.faults import sentences, status_of
from api.rendering import page_language, render
from api.visibility import own_office
from scheduler.accounts.people import get_person
from scheduler.accounts.person import Person
from scheduler.accounts.rights import ROLES, Right
from scheduler.accounts.sign_in import FIRST_LINK_LIVES
from scheduler.desk import people
from scheduler.desk.feeds import feeds_of_office, revoke_feed
from scheduler.errors import AirslotError, Conflict, Invalid
from scheduler.reminders.mails.sign_in_mail import leaves, send_link
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import list_outlets

router = APIRouter(prefix="/accounts")
MOST_WAITED = 10  # seconds for each answer of the relay


@router.get("")
def show_accounts(request: Request, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """Everybody of the office, and the form that adds somebody."""
    visitor.require(Right.ADMINISTER)
    return _page(request, house, visitor)


@router.post("")
def add(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Invite somebody to a role; a mail with a link tells them, where the box is ticked.

    A link that no mail brings is shown, to be handed over otherwise.
    """
    actor = visitor.require(Right.ADMINISTER)
    check_form(request, visitor, form.one("csrf"))
    role, outlets = form.one("role"), [name for name in form.all("outlets") if name]
    try:
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, actor)
            found, _ = people.add_person(
                at_desk,
                form.one("email"),
                role,
                name=form.one("name"),
                language=form.one("language") or "vi",
                outlets=outlets if role == "editor" else (),
            )
            token = people.make_link(at_desk, found.id) if form.has("tell") else None
            office = own_office(visitor, connection) or ""
    except (Invalid, Conflict) as error:
        return _page(request, house, visitor, error)
    if token is not None and not _invite(house, found, token, office):
        if not people.is_ours_alone(found, actor.office_id):
            return _page(request, house, visitor, unsent=found.email)
        return _page(request, house, visitor, link=(found.email, _address(house, token)))
    return RedirectResponse("/accounts?saved=1", 303)


@router.post("/{person_id}")
def change(request: Request, house: TheHouse, visitor: TheVisitor, person_id: str, form: TheForm) -> Response:
    """Change a role, outlets, or whether they may sign in; take them out of the office; or show a link."""
    actor = visitor.require(Right.ADMINISTER)
    check_form(request, visitor, form.one("csrf"))
    role, outlets = form.one("role"), [name for name in form.all("outlets") if name]
    gone: str | None = None
    try:
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, actor)
            if form.has("link"):
                token = people.show_link(at_desk, person_id)
                email = get_person(connection, person_id).email
                return _page(request, house, visitor, link=(email, _address(house, token)))
            if form.one("remove") == "ask":
                return _page(request, house, visitor, asked=get_person(connection, person_id))
            if form.has("remove"):
                gone = people.remove_person(at_desk, person_id)
            else:
                active, one = form.has("active"), get_person(connection, person_id)
                may_change = actor.office_id is not None and one.invited_by(actor.office_id) is None
                changed = may_change and one.active != active
                people.change_person(
                    at_desk,
                    person_id,
                    role=role,
                    outlets=outlets if role == "editor" else (),
                    active=active if changed else None,
                )
    except (Invalid, Conflict) as error:
        return _page(request, house, visitor, error)
    if gone is not None:
        forget_mails(house.settings, gone)
    return RedirectResponse("/accounts?saved=1", 303)


@router.post("/feeds/{feed_id}/revoke")
def end_feed(request: Request, house: TheHouse, visitor: TheVisitor, feed_id: str, form: TheForm) -> Response:
    """End a calendar address that somebody of the office has made."""
    actor = visitor.require(Right.ADMINISTER)
    check_form(request, visitor, form.one("csrf"))
    with transaction(house.engine) as connection:
        revoke_feed(house.desk(connection, actor), feed_id)
    return RedirectResponse("/accounts?saved=1", 303)


def _invite(house: House, invited: Person, token: str, office: str) -> bool:
    """Mail the link; False where that could not be done. The administrator waits for it, but not for long."""
    settings = house.settings
    short = settings.model_copy(update={"smtp_timeout": min(settings.smtp_timeout, MOST_WAITED)})
    sent = send_link(
        short,
        invited,
        _address(house, token),
        lives=FIRST_LINK_LIVES,
        office=office,
        machine_time=house.machine_time,
    )
    return sent and leaves(settings)


def _address(house: House, token: str) -> str:
    return f"{house.public_url}/sign-in/{token}"


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    error: AirslotError | None = None,
    *,
    link: tuple[str, str] | None = None,
    unsent: str = "",
    asked: Person | None = None,
) -> HTMLResponse:
    """The page; `link` is an address that lets somebody in, with whom it is for; `unsent` got no mail.

    Before somebody is taken out it asks: they are `asked`, if they are of this office.
    """
    language = page_language(request)
    with reading(house.engine) as connection:
        found = people.people_of_office(connection, visitor.actor)
        office = own_office(visitor, connection) or ""
        outlets = [one.name for one in list_outlets(connection, office)]
        feeds = feeds_of_office(connection, visitor.actor)
    page = render(
        request,
        "accounts.html",
        language,
        status_of(error),
        people=[(one, member, people.person_object(one, member)) for one, member in found],
        feeds=[(one, next((p.name for p, _ in found if p.id == one.person_id), "–")) for one in feeds],
        office=office,
        outlets=outlets,
        role_names=ROLES,
        handed=link,
        unsent=unsent,
        asked=next((one for one, _ in found if asked is not None and one.id == asked.id), None),
        saved="saved" in request.query_params,
        faults=sentences(error, language),
    )
    if link is not None:
        page.headers["Cache-Control"] = "no-store"
    return page
