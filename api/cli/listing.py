"""`airslot listing`: what a station sends of what it aired, set beside the plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.days import when
from api.cli.house import open_house
from api.cli.terminal import language, note, print_json

app = typer.Typer(help="Listings of stations.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def listing() -> None:
    """Listings of stations."""


@app.command("match")
def match(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="Text, as-run csv, traffic file or XMLTV.")],
    plan: Annotated[str, typer.Option(metavar="SLUG", help="The plan.")],
    channel: Annotated[str | None, typer.Option(help="Of lines that name none, as KG.")] = None,
    booked: Annotated[
        list[str] | None,
        typer.Option("--book", metavar="CLASS", help="Book all proposals of a class; may be repeated."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Propose what the listing confirms: as-planned, other-time, other-channel, extra, missing.

    Nothing is written without --book.
    """
    from scheduler.desk.listings import book, choice_of, compare_listing, compared_object
    from scheduler.store.database.engine import reading, transaction
    from scheduler.store.plans.read_model import get_plan

    data = sys.stdin.buffer.read() if file == "-" else _read(Path(file))
    with open_house() as house:
        with reading(house.engine) as connection:
            its, actor = get_plan(connection, plan), house.desk(connection).actor
            found = compare_listing(connection, actor, its, data, house.clock.now(), channel=channel)
        chosen = [choice_of(one) for one in found.proposals if one.kind in (booked or ())]
        if chosen:
            with transaction(house.engine) as connection:
                book(house.desk(connection), plan, chosen)
    if as_json:
        print_json(compared_object(found) | {"booked": len(chosen)})
        return
    lang = language()
    for one in found.proposals:
        planned = " ".join(when(one.occurrence.start, None, lang)) if one.occurrence else "-"
        line = f"{one.line.day} {one.line.at:%H:%M} {one.line.title}" if one.line else "-"
        print(f"{one.kind:13} {one.item:5} {planned}  |  {line}")
    told = f"{len(found.proposals)} proposals, {found.known} known, {found.others} others"
    note(f"{told}; {len(chosen)} booked.")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be read: {error.strerror}.", param_hint="FILE") from None
