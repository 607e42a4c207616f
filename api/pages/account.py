"""One's own account: name, language, password, what opens doors as oneself, and who invites."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm
from api.identity import TheVisitor, Visitor, check_form
from api.pages.faults import sentences, status_of
from api.pages.sign_in import PRIVATE, begin_session, count_try, forget_tries, read_office_id
from api.rendering import page_language, render
from scheduler.accounts import tokens
from scheduler.accounts.confirmers import is_told_weekly
from scheduler.accounts.person import Person
from scheduler.accounts.rights import Right
from scheduler.accounts.sessions import Session
from scheduler.desk.desk import Desk
from scheduler.desk.feeds import own_feeds, revoke_feed
from scheduler.desk.own_account import answer_invitation, change_own, change_own_password
from scheduler.desk.tokens import create_token, revoke_token
from scheduler.errors import Invalid
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction

router = APIRouter(prefix="/account")
SIGN_IN = "/sign-in?to=/account"


@router.get("")
def show_account(request: Request, house: TheHouse, visitor: TheVisitor) -> Response:
    """One's own name, language, password, tokens and calendar addresses."""
    if visitor.session is None:
        return RedirectResponse(SIGN_IN, 303)
    return _page(request, house, visitor.session)


@router.post("")
def save_account(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Change name, language or password; a new password ends whatever else opens doors as oneself."""
    session = _own(request, visitor, form)
    if session is None:
        return RedirectResponse(SIGN_IN, 303)
    password = form.raw("password")
    try:
        tries = count_try(request, house, "present", session.person.email) if password else None
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, session.actor)
            changed = _save(at_desk, house, session, form, password)
    except Invalid as error:
        return _page(request, house, session, error=error)
    if tries is not None:
        forget_tries(house, tries)
        return begin_session(request, house, changed, "/account", office_id=session.member.office_id)
    return RedirectResponse("/account?saved=1", 303)


@router.post("/tokens")
def make_token(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Make a token for a program; it is shown on this one page."""
    session = _own(request, visitor, form)
    if session is None:
        return RedirectResponse(SIGN_IN, 303)
    try:
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, session.actor)
            _, text = create_token(at_desk, form.one("scope"), label=form.one("label"))
    except Invalid as error:
        return _page(request, house, session, error=error)
    return _page(request, house, session, fresh=text)


@router.post("/tokens/{token_id}/revoke")
def end_token(
    request: Request, house: TheHouse, visitor: TheVisitor, token_id: str, form: TheForm
) -> Response:
    """End one of one's own tokens."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with transaction(house.engine) as connection:
        revoke_token(house.desk(connection, actor), token_id)
    return RedirectResponse("/account", 303)


@router.post("/feeds/{feed_id}/revoke")
def end_feed(request: Request, house: TheHouse, visitor: TheVisitor, feed_id: str, form: TheForm) -> Response:
    """End one of one's own calendar addresses."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with transaction(house.engine) as connection:
        revoke_feed(house.desk(connection, actor), feed_id)
    return RedirectResponse("/account", 303)


@router.post("/invitations")
def answer(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Accept or decline what an office offers."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with transaction(house.engine) as connection:
        at_desk = house.desk(connection, actor)
        gone = answer_invitation(at_desk, read_office_id(form) or 0, accepted=form.has("accept"))
    if gone is not None:
        forget_mails(house.settings, gone)
    return RedirectResponse("/account?saved=1", 303)


def _save(at_desk: Desk, house: House, session: Session, form: Form, password: str) -> Person:
    weekly = None if session.member.role == "viewer" else form.has("weekly")
    changed = change_own(at_desk, name=form.one("name"), language=form.one("language"), weekly=weekly)
    if not password:
        return changed
    return change_own_password(
        at_desk,
        password,
        current=form.raw("current"),
        proven=session.has_proof(machine_time=house.machine_time),
        keep_keys=form.has("keep"),
    )


def _own(request: Request, visitor: Visitor, form: Form) -> Session | None:
    """The session of a form about oneself; None where a program's token sends it."""
    visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    return visitor.session


def _page(
    request: Request, house: House, session: Session, *, error: Invalid | None = None, fresh: str = ""
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        own = tokens.tokens_of(connection, person_id=session.person.id)
        feeds = own_feeds(connection, session.actor)
        weekly = is_told_weekly(connection, session.person.id, session.member.office_id)
    page = render(
        request,
        "account.html",
        language,
        status_of(error),
        who=session.person,
        member=session.member,
        offers=session.person.invitations,
        proven=session.has_proof(machine_time=house.machine_time),
        tokens=[one for one in own if one.revoked_at is None],
        feeds=feeds,
        weekly=weekly,
        fresh=fresh,
        saved="saved" in request.query_params,
        faults=sentences(error, language),
    )
    page.headers.update(PRIVATE)
    return page
