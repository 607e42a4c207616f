"""Signing in and out, the link of the first run, and the answer to who invites.

A link in a mail only shows a button: programs that look for bad links follow every one of them.
"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse, get_house
from api.errors import Problem
from api.forms import Form, TheForm, same_site, whole_number
from api.frame import inside
from api.identity import TheVisitor, check_form, drop_cookie, know_browser, known_browser, set_cookie
from api.limits import counting, source
from api.pages.faults import sentences, status_of
from api.rendering import page_language, render
from scheduler.accounts import people, rates, sessions, sign_in
from scheduler.accounts.offices import the_office_id
from scheduler.accounts.person import Membership, Person
from scheduler.accounts.rights import Right
from scheduler.desk.own_account import answer_invitation, make_first_admin
from scheduler.errors import AirslotError, Invalid, NotFound, SignInNeeded, TooMany
from scheduler.locale import Words
from scheduler.reminders.mails.sign_in_mail import leaves, send_link
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction

router = APIRouter()
GUARDED = Depends(counting("keys"))
PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@router.get("/sign-in")
def show_sign_in(request: Request, visitor: TheVisitor, to: str = "/") -> Response:
    """Address and password, or a link by mail."""
    if visitor.session is not None:
        return RedirectResponse(inside(to), 303)
    return _sign_in(request, to=inside(to))


@router.post("/sign-in", dependencies=[Depends(same_site), GUARDED])
def enter(request: Request, house: TheHouse, form: TheForm) -> Response:
    """Sign in with a password."""
    email, to = form.one("email"), inside(form.one("to"))
    try:
        tries = count_try(request, house, "password", email)
        with reading(house.engine) as connection:
            found = sign_in.by_password(connection, email, form.raw("password"))
    except (SignInNeeded, TooMany) as error:
        return _sign_in(request, to=to, email=email, error=error, status=401)
    forget_tries(house, tries)
    return begin_session(request, house, found, to)


@router.post("/sign-in/link", dependencies=[Depends(same_site), GUARDED])
def ask_for_link(request: Request, house: TheHouse, form: TheForm, after: BackgroundTasks) -> Response:
    """Send a link to the address, if it has an account; the answer is the same either way."""
    email = form.one("email")
    try:
        count_try(request, house, "link", email)
        with reading(house.engine) as connection:
            found = people.find_person(connection, email)
    except (Invalid, TooMany) as error:
        return _sign_in(request, email=email, error=error, status=422)
    if found is not None and sign_in.may_enter(found):
        with transaction(house.engine) as connection:
            token = sign_in.make_link(connection, found.id, machine_time=house.machine_time)
        address = f"{house.public_url}/sign-in/{token}"
        after.add_task(send_link, house.settings, found, address, machine_time=house.machine_time)
    page = _sign_in(request, email=email, sent=True)
    page.background = after
    return page


@router.get("/sign-in/{token}", dependencies=[GUARDED])
def show_link(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """The button of a link; for the first run's link the form that makes the first administrator."""
    with reading(house.engine) as connection:
        if sign_in.is_first_link(connection, token, machine_time=house.machine_time):
            return _first_run(request, house)
        try:
            found = sign_in.owner_of(connection, token, machine_time=house.machine_time)
        except NotFound:
            raise _dead() from None
    return _link(request, found)


@router.post("/sign-in/{token}", dependencies=[Depends(same_site), GUARDED])
def enter_by_link(request: Request, house: TheHouse, token: str, form: TheForm) -> Response:
    """Sign in by a link, answer an invitation by it, or make the first administrator."""
    with reading(house.engine) as connection:
        first = sign_in.is_first_link(connection, token, machine_time=house.machine_time)
    try:
        if first:
            return begin_session(request, house, _make_first(request, house, token, form), "/")
        return _by_link(request, house, token, form)
    except Invalid as error:
        return _first_run(request, house, form, error)
    except NotFound:
        raise _dead() from None


@router.post("/sign-out")
def leave(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """End this browser's session, or all of the person's."""
    check_form(request, visitor, form.one("csrf"))
    if visitor.session is not None:
        with transaction(house.engine) as connection:
            if form.has("everywhere"):
                sessions.end_all(connection, visitor.session.person.id)
            else:
                sessions.end(connection, visitor.session)
    response = RedirectResponse("/", 303)
    drop_cookie(response, house)
    return response


@router.post("/office")
def enter_office(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Work in another of one's offices."""
    visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    asked = whole_number(form.one("office"))
    if visitor.session is not None and asked is not None:
        with transaction(house.engine) as connection:
            sessions.enter_office(connection, visitor.session, asked)
    return RedirectResponse("/", 303)


def _make_first(request: Request, house: House, token: str, form: Form) -> Person:
    with transaction(house.engine) as connection:
        return make_first_admin(
            house.desk(connection, None),
            token,
            form.one("email"),
            office=form.one("office"),
            name=form.one("name"),
            language=page_language(request),
            password=form.raw("password") or None,
        )


def _by_link(request: Request, house: House, token: str, form: Form) -> Response:
    """Sign in; who belongs to no office yet is let in by accepting an invitation."""
    with reading(house.engine) as connection:
        found = sign_in.owner_of(connection, token, machine_time=house.machine_time)
    offered = None
    if not found.memberships:
        office_id = read_office_id(form)
        offered = None if office_id is None else found.invited_by(office_id)
        if offered is None:
            return _link(request, found)
        if not form.has("accept"):
            return _decline(request, house, found, offered)
    with transaction(house.engine) as connection:
        if offered is not None:
            at_desk = house.desk(connection, found.at(offered, "page"))
            answer_invitation(at_desk, offered.office_id, accepted=True)
        found = sign_in.by_link(connection, token, machine_time=house.machine_time)
    to, entered = "/account" if found.invitations else "/", offered.office_id if offered else None
    return begin_session(request, house, found, to, office_id=entered, by_link=True)


def _decline(request: Request, house: House, found: Person, offered: Membership) -> Response:
    """Say no to an office that invites; who declines everything is forgotten."""
    with transaction(house.engine) as connection:
        at_desk = house.desk(connection, found.at(offered, "page"))
        gone = answer_invitation(at_desk, offered.office_id, accepted=False)
    if gone is not None:
        forget_mails(house.settings, gone)
    return _link(request, found, declined=offered)


def _link(request: Request, found: Person, *, declined: Membership | None = None) -> HTMLResponse:
    """The button that signs in, or those that answer an invitation."""
    offers = [] if found.memberships else found.invitations
    page = render(request, "sign_in_link.html", page_language(request), offers=offers, declined=declined)
    return _private(page)


def read_office_id(form: Form) -> int | None:
    """Which office a button accepts or declines."""
    return whole_number(form.one("accept") or form.one("decline"))


def count_try(request: Request, house: House, purpose: rates.Purpose, email: str) -> rates.Tries:
    """Count a try at a password or a link, in a transaction of its own. Raises TooMany."""
    tries = rates.Tries(purpose, email, source(request), known_browser(request, house, email))
    with transaction(house.engine) as connection:
        rates.count_try(connection, tries, machine_time=house.machine_time)
    return tries


def forget_tries(house: House, tries: rates.Tries) -> None:
    """Take a right try back."""
    with transaction(house.engine) as connection:
        rates.forget_tries(connection, tries)


def begin_session(
    request: Request,
    house: House,
    found: Person,
    to: str,
    *,
    office_id: int | None = None,
    by_link: bool = False,
) -> Response:
    """Give the browser a session and lead it on."""
    with transaction(house.engine) as connection:
        _, cookie = sessions.begin(
            connection,
            found,
            office_id=office_id,
            by_link=by_link,
            agent=request.headers.get("user-agent", ""),
            machine_time=house.machine_time,
        )
    response = RedirectResponse(to, 303)
    set_cookie(response, house, cookie)
    know_browser(request, response, house, found.email)
    return response


def _sign_in(
    request: Request,
    *,
    to: str = "/",
    email: str = "",
    error: AirslotError | None = None,
    sent: bool = False,
    status: int = 200,
) -> HTMLResponse:
    language = page_language(request)
    if isinstance(error, TooMany):
        status = 429
    faults = sentences(error, language)
    page = _private(
        render(
            request,
            "sign_in.html",
            language,
            status,
            to=to,
            email=email,
            faults=faults,
            sent=sent,
            leaves=leaves(get_house(request).settings),
        )
    )
    if isinstance(error, TooMany):
        page.headers["Retry-After"] = str(error.retry_after)
    return page


def _first_run(
    request: Request, house: House, form: Form | None = None, error: Invalid | None = None
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        try:
            the_office_id(connection)
            needs_office = False
        except NotFound:
            needs_office = True
    values: dict[str, Any] = {name: form.one(name) if form else "" for name in ("email", "name", "office")}
    return _private(
        render(
            request,
            "first_run.html",
            language,
            status_of(error),
            needs_office=needs_office,
            faults=sentences(error, language),
            **values,
        )
    )


def _private(page: HTMLResponse) -> HTMLResponse:
    page.headers.update(PRIVATE)
    return page


def _dead() -> Problem:
    words = Words(
        vi="Liên kết này đã dùng hoặc quá hạn. Hãy yêu cầu liên kết mới ở trang đăng nhập.",
        en="This link has been used or is too old. Ask for a new one on the sign-in page.",
    )
    return Problem("dead-link", words, code="link-dead", headers=PRIVATE)
