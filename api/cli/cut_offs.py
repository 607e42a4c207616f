"""`airslot cut-offs`: on which days an office closes the figures of its quarters."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.house import open_house
from api.cli.terminal import print_json
from api.cli.user import Office, office_of


def cut_offs(
    days: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MM-DD MM-DD MM-DD MM-DD]", help="New ones, one in each quarter."),
    ] = None,
    usual: Annotated[bool, typer.Option("--usual", help="Take back what the office said.")] = False,
    office: Office = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Show the days, or say others; reports of the basis “reporting” are counted with them."""
    from scheduler.desk.cut_offs import set_cut_offs
    from scheduler.fulfilment.progress import cut_offs_of
    from scheduler.store.database.engine import reading, transaction

    with open_house() as house:
        if days or usual:
            with transaction(house.engine) as connection:
                of = office_of(connection, office)
                found = set_cut_offs(house.desk(connection), of, None if usual else days)
        else:
            with reading(house.engine) as connection:
                found = cut_offs_of(connection, office_of(connection, office))
    if as_json:
        print_json({"cut_offs": found.words()})
    else:
        typer.echo(" ".join(found.words()))
