"""Signing in and out, the link of the first run, and one's own account.

A link in a mail only shows a button: programs that look for bad links follow every one of them.
"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.errors import Problem
from api.forms import Form, TheForm, same_site, whole_number
from api.frame import inside
from api.identity import (
    TheVisitor,
    Visitor,
    check_form,
    drop_cookie,
    know_browser,
    known_browser,
    set_cookie,
)
from api.limits import counting, source
from api.pages.faults import sentences, status_of
from api.rendering import page_language, render
from scheduler.accounts import people, rates, sessions, sign_in, tokens
from scheduler.accounts.people import Person
from scheduler.accounts.rights import Right
from scheduler.desk.people import change_own
from scheduler.desk.tokens import create_token, revoke_token
from scheduler.errors import AirslotError, Invalid, NotFound, SignInNeeded, TooMany
from scheduler.locale import Words
from scheduler.reminders.sign_in_mail import send_link
from scheduler.store.engine import reading, transaction

router = APIRouter()
GUARDED = Depends(counting("keys"))
PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@router.get("/sign-in")
def show_sign_in(request: Request, house: TheHouse, visitor: TheVisitor, to: str = "/") -> Response:
    """Address and password, or a link by mail."""
    if visitor.session is not None:
        return RedirectResponse(inside(to), 303)
    return _sign_in(request, to=inside(to))


@router.post("/sign-in", dependencies=[Depends(same_site), GUARDED])
def enter(request: Request, house: TheHouse, form: TheForm) -> Response:
    """Sign in with a password."""
    email, to = form.one("email"), inside(form.one("to"))
    try:
        tries = _count(request, house, "password", email)
        with reading(house.engine) as connection:
            found = sign_in.by_password(connection, email, form.raw("password"))
    except (SignInNeeded, TooMany) as error:
        return _sign_in(request, to=to, email=email, error=error, status=401)
    with transaction(house.engine) as connection:
        rates.forget_tries(connection, tries)
    return _signed_in(request, house, found, to)


@router.post("/sign-in/link", dependencies=[Depends(same_site), GUARDED])
def ask_for_link(request: Request, house: TheHouse, form: TheForm, after: BackgroundTasks) -> Response:
    """Send a link to the address, if it has an account; the answer is the same either way."""
    email = form.one("email")
    try:
        _count(request, house, "link", email)
        with reading(house.engine) as connection:
            found = people.find_person(connection, email)
    except (Invalid, TooMany) as error:
        return _sign_in(request, email=email, error=error, status=422)
    if found is not None and found.active and found.memberships:
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
            return _first_run(request, house, token)
        if not sign_in.waits(connection, token, machine_time=house.machine_time):
            raise _dead()
    return _private(render(request, "sign_in_link.html", page_language(request)))


@router.post("/sign-in/{token}", dependencies=[Depends(same_site), GUARDED])
def enter_by_link(request: Request, house: TheHouse, token: str, form: TheForm) -> Response:
    """Sign in by a link, or make the first administrator."""
    with reading(house.engine) as connection:
        first = sign_in.is_first_link(connection, token, machine_time=house.machine_time)
    try:
        with transaction(house.engine) as connection:
            if first:
                found = sign_in.make_first_admin(
                    connection,
                    token,
                    form.one("email"),
                    office=form.one("office"),
                    name=form.one("name"),
                    language=page_language(request),
                    password=form.raw("password") or None,
                    machine_time=house.machine_time,
                )
            else:
                found = sign_in.by_link(connection, token, machine_time=house.machine_time)
    except Invalid as error:
        return _first_run(request, house, token, form, error)
    except NotFound:
        raise _dead() from None
    return _signed_in(request, house, found, "/")


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


@router.get("/account")
def show_account(request: Request, house: TheHouse, visitor: TheVisitor) -> Response:
    """One's own name, language, password and tokens."""
    if visitor.session is None:
        return RedirectResponse("/sign-in?to=/account", 303)
    return _account(request, house, visitor)


@router.post("/account")
def save_account(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Change name, language or password; a new password signs out everywhere else."""
    visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    if visitor.session is None:
        return RedirectResponse("/sign-in?to=/account", 303)
    password = form.raw("password") or None
    try:
        with transaction(house.engine) as connection:
            changed = change_own(
                house.desk(connection, visitor.session.actor),
                name=form.one("name"),
                language=form.one("language"),
                password=password,
            )
    except Invalid as error:
        return _account(request, house, visitor, error=error)
    if password:
        return _signed_in(request, house, changed, "/account")
    return RedirectResponse("/account?saved=1", 303)


@router.post("/account/tokens")
def make_token(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Make a token for a program; it is shown on this one page."""
    visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    if visitor.session is None:
        return RedirectResponse("/sign-in?to=/account", 303)
    try:
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, visitor.session.actor)
            _, text = create_token(at_desk, form.one("scope"), label=form.one("label"))
    except Invalid as error:
        return _account(request, house, visitor, error=error)
    return _account(request, house, visitor, fresh=text)


@router.post("/account/tokens/{token_id}/revoke")
def revoke(request: Request, house: TheHouse, visitor: TheVisitor, token_id: str, form: TheForm) -> Response:
    """End one of one's own tokens."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with transaction(house.engine) as connection:
        revoke_token(house.desk(connection, actor), token_id)
    return RedirectResponse("/account", 303)


def _count(request: Request, house: House, purpose: rates.Purpose, email: str) -> rates.Tries:
    tries = rates.Tries(purpose, email, source(request), known_browser(request, house, email))
    with transaction(house.engine) as connection:
        rates.count_try(connection, tries, machine_time=house.machine_time)
    return tries


def _signed_in(request: Request, house: House, found: Person, to: str) -> Response:
    with transaction(house.engine) as connection:
        _, cookie = sessions.begin(
            connection, found, agent=request.headers.get("user-agent", ""), machine_time=house.machine_time
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
        render(request, "sign_in.html", language, status, to=to, email=email, faults=faults, sent=sent)
    )
    if isinstance(error, TooMany):
        page.headers["Retry-After"] = str(error.retry_after)
    return page


def _first_run(
    request: Request, house: House, token: str, form: Form | None = None, error: Invalid | None = None
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        try:
            people.the_office_id(connection)
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


def _account(
    request: Request, house: House, visitor: Visitor, *, error: Invalid | None = None, fresh: str = ""
) -> HTMLResponse:
    assert visitor.session is not None  # noqa: S101 - both callers have looked
    language = page_language(request)
    with reading(house.engine) as connection:
        own = tokens.tokens_of(connection, person_id=visitor.session.person.id)
    page = render(
        request,
        "account.html",
        language,
        status_of(error),
        who=visitor.session.person,
        member=visitor.session.member,
        tokens=[one for one in own if one.revoked_at is None],
        fresh=fresh,
        saved="saved" in request.query_params,
        faults=sentences(error, language),
    )
    return _private(page)


def _private(page: HTMLResponse) -> HTMLResponse:
    page.headers.update(PRIVATE)
    return page


def _dead() -> Problem:
    words = Words(
        vi="Liên kết này đã dùng hoặc quá hạn. Hãy yêu cầu liên kết mới ở trang đăng nhập.",
        en="This link has been used or is too old. Ask for a new one on the sign-in page.",
    )
    return Problem("dead-link", words, code="link-dead", headers=PRIVATE)
