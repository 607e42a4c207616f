"""`airslot user`: who may sign in, and what they may do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.house import open_house
from api.cli.terminal import note, print_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from scheduler.accounts.person import Person

app = typer.Typer(help="Who may sign in, and what they may do.", no_args_is_help=True, rich_markup_mode=None)
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The mail address.")]
Office = Annotated[str | None, typer.Option(metavar="NAME", help="The office; the first one unless told.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Outlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="An editor works for this outlet; may be repeated."),
]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read a password from the first line of standard input.")
]
ROLE = "viewer, editor, manager or admin."


@app.command()
def add(
    email: Email,
    role: Annotated[str, typer.Option(help=ROLE)],
    outlet: Outlets = None,
    name: Annotated[str, typer.Option(help="Their name.")] = "",
    lang: Annotated[str, typer.Option(help="Language of their pages: vi or en.")] = "vi",
    office: Office = None,
    password_stdin: FromStdin = False,
    as_json: AsJson = False,
) -> None:
    """Give somebody a role. Without a password they sign in by links in mails."""
    from scheduler.desk.people import add_person
    from scheduler.store.database.engine import transaction

    password = _read_password() if password_stdin else None
    with open_house() as house, transaction(house.engine) as connection:
        found, _ = add_person(
            house.desk(connection),
            email,
            role,
            name=name,
            language=lang,
            outlets=outlet or (),
            password=password,
            office_id=office_of(connection, office),
        )
    _say(found, as_json)
    if not as_json and password is None:
        note(f"A link to sign in now: airslot user link {found.email}")


@app.command("list")
def list_people(office: Office = None, as_json: AsJson = False) -> None:
    """Everybody of an office."""
    from scheduler.accounts.people import people_of
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        found = people_of(connection, office_of(connection, office))
    if as_json:
        print_json([person_object(one) for one in found])
        return
    if not found:
        note("There are no accounts yet. Make the first: airslot user add EMAIL --role admin")
    for one in found:
        _say(one, False)


@app.command()
def change(
    email: Email,
    role: Annotated[str | None, typer.Option(help=ROLE)] = None,
    outlet: Outlets = None,
    all_outlets: Annotated[bool, typer.Option("--all-outlets", help="For every outlet again.")] = False,
    name: Annotated[str | None, typer.Option(help="Their name.")] = None,
    active: Annotated[
        bool | None, typer.Option("--active/--inactive", help="Whether they may sign in.")
    ] = None,
    password_stdin: FromStdin = False,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Take the password away: links in mails only.")
    ] = False,
    office: Office = None,
    as_json: AsJson = False,
) -> None:
    """Change a role, outlets, name or password; only what is given changes."""
    from scheduler.desk.people import change_person, set_password
    from scheduler.store.database.engine import transaction

    password = _read_password() if password_stdin else None
    outlets = [] if all_outlets else outlet
    with open_house() as house, transaction(house.engine) as connection:
        desk, of, one = house.desk(connection), office_of(connection, office), known_person(connection, email)
        if password is not None or no_password:
            set_password(desk, one.id, password, office_id=of)
        found, _ = change_person(
            desk, one.id, role=role, outlets=outlets, name=name, active=active, office_id=of
        )
    _say(found, as_json)


@app.command()
def remove(email: Email, office: Office = None) -> None:
    """Take somebody out of an office; sessions and tokens end with it."""
    from scheduler.desk.people import remove_person
    from scheduler.reminders.transport.sinks import forget_mails
    from scheduler.store.database.engine import transaction

    with open_house() as house:
        with transaction(house.engine) as connection:
            found = known_person(connection, email)
            gone = remove_person(house.desk(connection), found.id, office_id=office_of(connection, office))
        if gone is not None:
            forget_mails(house.settings, gone)
    note(f"{found.email} is removed.")


@app.command()
def link(email: Email) -> None:
    """Print a link that signs them in once, within 24 hours."""
    from api.serve import addressed
    from scheduler.desk.people import make_link
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        found = known_person(connection, email)
        [of, *_] = (*found.memberships, *found.invitations)
        token = make_link(house.desk(connection), found.id, office_id=of.office_id)
        typer.echo(f"{str(addressed(house.settings).public_url).rstrip('/')}/sign-in/{token}")


def person_object(found: Person) -> dict[str, Any]:
    """A person as the command line writes it in JSON."""
    return {
        "id": found.id,
        "email": found.email,
        "name": found.name,
        "language": found.language,
        "active": found.active,
        "has_password": found.has_password,
        "offices": [
            {"office": one.office, "role": one.role, "outlets": list(one.outlets)}
            for one in found.memberships
        ],
        "invitations": [{"office": one.office, "role": one.role} for one in found.invitations],
    }


def _say(found: Person, as_json: bool) -> None:
    if as_json:
        print_json(person_object(found))
        return
    of = "; ".join(
        f"{one.role} of {one.office}" + (f" ({', '.join(one.outlets)})" if one.outlets else "")
        for one in found.memberships
    )
    of = "; ".join([of] * bool(of) + [f"invited by {one.office} as {one.role}" for one in found.invitations])
    typer.echo(f"{found.email}  {found.name}  {of}{'' if found.active else '  inactive'}")


def office_of(connection: Connection, name: str | None) -> int:
    """The id of the office of that name, or of the first one."""
    from scheduler.accounts.offices import office_named, the_office_id

    return the_office_id(connection) if name is None else office_named(connection, name)


def known_person(connection: Connection, email: str) -> Person:
    """The person of that address, or NotFound."""
    from scheduler.accounts.people import find_person
    from scheduler.errors import NotFound

    found = find_person(connection, email)
    if found is None:
        raise NotFound(
            "person-not-found",
            f"{email} has no account. List them: airslot user list.",
            f"{email} chưa có tài khoản. Xem danh sách: airslot user list.",
            where="EMAIL",
        )
    return found


def _read_password() -> str:
    return sys.stdin.readline().rstrip("\r\n")
