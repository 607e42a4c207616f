"""`airslot feed`: the calendar document of a plan, as its address serves it."""

from __future__ import annotations

import sys
from typing import Annotated, TypeVar

import typer

from api.cli.house import open_house

T = TypeVar("T", bound=str)

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
    alarms: Annotated[
        str, typer.Option(metavar="LEADS", help="Alarms before each start, as P1D,PT2H; none otherwise.")
    ] = "",
    lang: Annotated[
        str | None, typer.Option(metavar="vi|en", help="Language of the texts; otherwise the plan's.")
    ] = None,
) -> None:
    """Write a plan's iCalendar document to standard output, public or not."""
    from scheduler.feeds.alarms import read_alarms
    from scheduler.feeds.document import FORMS
    from scheduler.feeds.publication import Asked
    from scheduler.feeds.publication import print_feed as whole_feed
    from scheduler.locale import LANGUAGES
    from scheduler.store.engine import reading
    from scheduler.store.plans import get_plan

    chosen_form = choice(form, FORMS, "--form")
    chosen_lang = None if lang is None else choice(lang, LANGUAGES, "--lang")
    asked = Asked(plan, chosen_form, read_alarms(alarms), chosen_lang)
    with open_house() as house, reading(house.engine) as connection:
        today = house.clock.today(get_plan(connection, plan).timezone)
        document = whole_feed(connection, asked, house.settings, today)
    sys.stdout.flush()
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()


def choice(value: str, choices: tuple[T, ...], option: str) -> T:
    """The one of the choices that was typed; Typer says the sentence of a BadParameter."""
    for one in choices:
        if one == value:
            return one
    raise typer.BadParameter(
        f"{value!r} cannot be used; choose one of {', '.join(choices)}.", param_hint=option
    )
