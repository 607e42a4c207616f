"""`airslot feed`: a plan's calendar document, and the feeds behind addresses of their own."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from api.cli.feed_check import check
from api.cli.house import open_house
from api.cli.subscriber import AsJson, Channels, Items, Kinds, Outlets, Plans, known, said, selection
from api.cli.terminal import note, print_json

if TYPE_CHECKING:
    from scheduler.feeds.access import Feed

T = TypeVar("T", bound=str)

app = typer.Typer(help="Calendar feeds.", no_args_is_help=True, rich_markup_mode=None)
app.command("check")(check)


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
    from scheduler.store.database.engine import reading
    from scheduler.store.plans.read_model import get_plan

    chosen_form = choice(form, FORMS, "--form")
    chosen_lang = None if lang is None else choice(lang, LANGUAGES, "--lang")
    asked = Asked(plan, chosen_form, read_alarms(alarms), chosen_lang)
    with open_house() as house, reading(house.engine) as connection:
        today = house.clock.today(get_plan(connection, plan).timezone)
        document = whole_feed(connection, asked, house.settings, today)
    sys.stdout.flush()
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()


@app.command()
def create(
    label: Annotated[str, typer.Option(help="What the calendar is called.")] = "Airslot",
    plan: Plans = None,
    item: Items = None,
    outlet: Outlets = None,
    channel: Channels = None,
    kind: Kinds = None,
    alarm: Annotated[
        list[str] | None,
        typer.Option(metavar="LEAD", help="An alarm before each start, as P1D; may be repeated."),
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of its texts: vi or en.")] = "vi",
    subscriber: Annotated[
        str | None, typer.Option(metavar="EMAIL", help="Follow this subscriber's filter, now and later.")
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Its entries say what is over and not confirmed.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make a feed with an address of its own, which is shown once: lost means made anew."""
    from scheduler.desk.feeds import create_feed
    from scheduler.feeds.access import feed_address
    from scheduler.store.database.engine import transaction

    wanted = selection(plan, item, outlet, channel, kind)
    if lang not in ("vi", "en"):
        raise typer.BadParameter(f"{lang!r} is no language; choose vi or en.")
    if subscriber is not None and wanted:
        raise typer.BadParameter("A feed of a subscriber follows their filter and takes none of its own.")
    with open_house() as house, transaction(house.engine) as connection:
        made, token = create_feed(
            house.desk(connection),
            label,
            wanted,
            alarms=",".join(alarm or []),
            language="en" if lang == "en" else "vi",
            subscriber_id=known(connection, subscriber).id if subscriber is not None else None,
        )
        address = feed_address(str(house.settings.public_url), token, overdue=overdue)
    if as_json:
        print_json(feed_object(made) | {"address": address})
    else:
        print(address)
        note(
            f"The address is the key to {made.id} and is shown only now."
            f" To end it: airslot feed revoke {made.id}"
        )


@app.command("list")
def list_all(as_json: AsJson = False) -> None:
    """List the feeds that have an address of their own, and when each was last fetched."""
    from scheduler.feeds.access import list_feeds
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        found = list_feeds(connection)
    if as_json:
        print_json({"items": [feed_object(one) for one in found], "next": None})
    else:
        show(found)


@app.command()
def revoke(
    feed_id: Annotated[str, typer.Argument(metavar="ID", help="The feed, as feed list names it.")],
) -> None:
    """End a feed: its address answers 410 from now on."""
    from scheduler.desk.feeds import revoke_feed
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        revoke_feed(house.desk(connection), feed_id)
    note(f"{feed_id} is ended.")


def feed_object(one: Feed) -> dict[str, Any]:
    """A feed as JSON, without its key."""
    return {
        "id": one.id,
        "label": one.label,
        "subscriber": one.subscriber,
        "filters": one.wanted.to_json(),
        "hidden": list(one.hidden),
        "language": one.language,
        "created_at": _instant(one.created_at),
        "revoked_at": _instant(one.revoked_at),
        "last_fetched_at": _instant(one.last_fetched_at),
        "last_fetched_by": one.last_fetched_by,
    }


def show(found: list[Feed]) -> None:
    """Feeds as a table for people."""
    from rich.table import Table
    from rich.text import Text

    from api.cli.terminal import console

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Id", "Name", "Of", "Filter", "Made", "Last fetched", "By", "Ended"):
        table.add_column(name, no_wrap=name in ("Id", "Made", "Last fetched"))
    for one in found:
        made, fetched, ended = (
            _instant(at) or "" for at in (one.created_at, one.last_fetched_at, one.revoked_at)
        )
        wanted = said(one.wanted.to_json())
        facts = (
            one.id,
            one.label,
            one.subscriber or "",
            wanted,
            made,
            fetched,
            one.last_fetched_by or "",
            ended,
        )
        table.add_row(*(Text(fact) for fact in facts))
    console().print(table if table.row_count else "There is no feed. Make one with: airslot feed create")


def _instant(at: datetime | None) -> str | None:
    return None if at is None else f"{at:%Y-%m-%dT%H:%M:%SZ}"


def choice(value: str, choices: tuple[T, ...], option: str) -> T:
    """The one of the choices that was typed; Typer says the sentence of a BadParameter."""
    for one in choices:
        if one == value:
            return one
    raise typer.BadParameter(
        f"{value!r} cannot be used; choose one of {', '.join(choices)}.", param_hint=option
    )
