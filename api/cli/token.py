"""`airslot token`: tokens for programs that use the REST interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.house import open_house
from api.cli.terminal import note, print_json
from api.cli.user import AsJson, Office, known_person, office_of

if TYPE_CHECKING:
    from scheduler.accounts.tokens import ApiToken

app = typer.Typer(help="Tokens for programs.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def create(
    user: Annotated[str, typer.Option(metavar="EMAIL", help="Whose rights it has.")],
    scope: Annotated[str, typer.Option(help="read or write.")] = "read",
    label: Annotated[str, typer.Option(help="What it is for.")] = "",
    days: Annotated[
        int | None, typer.Option(min=1, max=3660, help="It ends after so many days; never unless told.")
    ] = None,
    office: Office = None,
    as_json: AsJson = False,
) -> None:
    """Make a token; it is shown once, on standard output."""
    from scheduler.desk.tokens import create_token
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        owner, of = known_person(connection, user), office_of(connection, office)
        made, text = create_token(
            house.desk(connection), scope, label=label, days=days, owner=owner.id, office_id=of
        )
    if as_json:
        print_json(token_object(made) | {"token": text})
        return
    typer.echo(text)
    note("Keep it: it cannot be shown again. Send it as: Authorization: Bearer TOKEN")


@app.command("list")
def list_tokens(
    user: Annotated[str | None, typer.Option(metavar="EMAIL", help="Only this person's.")] = None,
    as_json: AsJson = False,
) -> None:
    """The tokens, the newest first, with their last use."""
    from scheduler.accounts.tokens import tokens_of
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        found = tokens_of(connection, person_id=None if user is None else known_person(connection, user).id)
    if as_json:
        print_json([token_object(one) for one in found])
        return
    for one in found:
        state = "revoked" if one.revoked_at else f"used {one.used_at:%Y-%m-%d}" if one.used_at else "unused"
        typer.echo(f"{one.id}  {one.email}  {one.scope}  {state}  {one.label}")


@app.command()
def revoke(token_id: Annotated[str, typer.Argument(metavar="ID", help="From `token list`.")]) -> None:
    """End a token for good."""
    from scheduler.desk.tokens import revoke_token
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        found = revoke_token(house.desk(connection), token_id)
    note(f"{found.id} is revoked.")


def token_object(one: ApiToken) -> dict[str, Any]:
    """A token as the command line writes it in JSON, without its text."""
    return {
        "id": one.id,
        "user": one.email,
        "label": one.label,
        "scope": one.scope,
        "created_at": one.created_at.isoformat(),
        "expires_at": one.expires_at.isoformat() if one.expires_at else None,
        "revoked_at": one.revoked_at.isoformat() if one.revoked_at else None,
        "used_at": one.used_at.isoformat() if one.used_at else None,
    }
