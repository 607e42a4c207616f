"""The accounts of an office, for its administrators: who may do what, and links to let them in."""

from __future__ import annotations

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import Connection
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import TheForm
from api.identity import TheVisitor, Visitor, check_form
from api.rendering import page_language, render
from scheduler.accounts import people, sign_in
from scheduler.accounts.audit import record
from scheduler.accounts.people import Person
from scheduler.accounts.rights import ROLES, Actor, Right
from scheduler.errors import AirslotError, Conflict, Invalid
from scheduler.reminders.sign_in_mail import send_link
from scheduler.store.engine import reading, transaction
from scheduler.store.plans import list_outlets

router = APIRouter(prefix="/accounts")


@router.get("")
def show_accounts(request: Request, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """Everybody of the office, and the form that adds somebody."""
    visitor.require(Right.ADMINISTER)
    return _page(request, house, visitor)


@router.post("")
def add(
    request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm, after: BackgroundTasks
) -> Response:
    """Give somebody a role; a mail with a link tells them, where the box is ticked."""
    actor = visitor.require(Right.ADMINISTER)
    check_form(request, visitor, form.one("csrf"))
    role, outlets = form.one("role"), [name for name in form.all("outlets") if name]
    try:
        with transaction(house.engine) as connection:
            found = people.add_person(
                connection,
                form.one("email"),
                role,
                office_id=actor.office_id,
                name=form.one("name"),
                language=form.one("language") or "vi",
                outlets=outlets if role == "editor" else (),
                machine_time=house.machine_time,
            )
            _note(connection, house, actor, "add", found)
            token = sign_in.make_link(
                connection, found.id, machine_time=house.machine_time, lives=sign_in.FIRST_LINK_LIVES
            )
    except (Invalid, Conflict) as error:
        return _page(request, house, visitor, error)
    if form.has("tell"):
        address = f"{house.public_url}/sign-in/{token}"
        after.add_task(send_link, house.settings, found, address, machine_time=house.machine_time)
    response = RedirectResponse("/accounts?saved=1", 303)
    response.background = after
    return response


@router.post("/{person_id}")
def change(request: Request, house: TheHouse, visitor: TheVisitor, person_id: str, form: TheForm) -> Response:
    """Change a role, outlets, or whether they may sign in; or take them out of the office."""
    actor = visitor.require(Right.ADMINISTER)
    check_form(request, visitor, form.one("csrf"))
    assert actor.office_id is not None  # noqa: S101 - a session is of an office
    try:
        with transaction(house.engine) as connection:
            before = people.get_person(connection, person_id)
            if form.has("remove"):
                people.remove_person(connection, person_id, actor.office_id)
                _note(connection, house, actor, "remove", before)
            else:
                role = form.one("role")
                found = people.change_person(
                    connection,
                    person_id,
                    office_id=actor.office_id,
                    role=role,
                    outlets=[name for name in form.all("outlets") if name] if role == "editor" else (),
                    active=form.has("active"),
                    machine_time=house.machine_time,
                )
                _note(connection, house, actor, "change", found, before)
    except (Invalid, Conflict) as error:
        return _page(request, house, visitor, error)
    return RedirectResponse("/accounts?saved=1", 303)


def _note(
    connection: Connection,
    house: House,
    actor: Actor,
    action: str,
    found: Person,
    before: Person | None = None,
) -> None:
    def facts(person: Person) -> dict[str, object]:
        member = person.in_office(actor.office_id or 0)
        return {
            "email": person.email,
            "role": member.role if member else None,
            "outlets": list(member.outlets) if member else [],
            "active": person.active,
        }

    record(
        connection,
        actor,
        action,
        "person",
        found.id,
        machine_time=house.machine_time,
        before=None if before is None else facts(before),
        after=facts(found),
    )


def _page(
    request: Request, house: House, visitor: Visitor, error: AirslotError | None = None
) -> HTMLResponse:
    language = page_language(request)
    assert visitor.session is not None  # noqa: S101 - an administrator is signed in
    member = visitor.session.member
    with reading(house.engine) as connection:
        found = people.people_of(connection, member.office_id)
        outlets = [one.name for one in list_outlets(connection, member.office)]
    return render(
        request,
        "accounts.html",
        language,
        status=200 if error is None else 409 if isinstance(error, Conflict) else 422,
        people=[(one, one.in_office(member.office_id)) for one in found],
        office=member.office,
        outlets=outlets,
        role_names=ROLES,
        saved="saved" in request.query_params,
        fault=error.text(language) if error else "",
    )
