"""`airslot feed`: the calendar document of a plan, as its address serves it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.house import open_house

app = typer.Typer(help="Calendar feeds.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def feed() -> None:
    """Calendar feeds."""


@app.command("print")
def print_feed(
    plan: Annotated[str, typer.Option(metavar="SLUG", help="The plan.")],
    form: Annotated[
        str, typer.Option(metavar="FORM", help="expanded: one entry a date; series: rules where they hold.")
    ] = "expanded",
) -> None:
    """Write a plan's iCalendar document to standard output, public or not."""
    from scheduler.feeds.document import FORMS
    from scheduler.feeds.publication import Asked
    from scheduler.feeds.publication import print_feed as whole_feed
    from scheduler.store.engine import reading
    from scheduler.store.plans import get_plan

    chosen = next((known for known in FORMS if known == form), None)
    if chosen is None:
        raise typer.BadParameter(f"{form!r} is no form of a feed; choose one of {', '.join(FORMS)}.")
    with open_house() as house, reading(house.engine) as connection:
        today = house.clock.today(get_plan(connection, plan).timezone)
        document = whole_feed(connection, Asked(plan, chosen), house.settings, today)
    sys.stdout.flush()
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()
