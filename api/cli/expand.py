"""`airslot expand`: what a phrase means and which days it names."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli import exits
from api.cli.terminal import language, print_json

if TYPE_CHECKING:
    from scheduler.planning.office_calendar.days_off import OfficeTable

First = Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day, as 2024-01-01.")]
Last = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, inclusive.")]


def expand(
    phrase: Annotated[str | None, typer.Argument(help="The phrase as the office wrote it.")] = None,
    first: First = None,
    last: Last = None,
    weeks: Annotated[
        str | None,
        typer.Option(metavar="CONVENTION", help="blocks (the default), monday, sunday, monday-full or iso."),
    ] = None,
    target: Annotated[str | None, typer.Option(help='The target of the item, as "2/month".')] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="vi|en", help="Language of the phrase; otherwise it is found out.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Whose public holidays count: VN (the default), DE-BY.")
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help="On whose clocks: Europe/Berlin. Times that they skip are told."),
    ] = None,
    reading: Annotated[
        int | None, typer.Option(metavar="N", help="Take this reading of an ambiguous phrase.")
    ] = None,
    office: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose own days off count too; the only office unless told."),
    ] = None,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Read phrases from a JSONL file, one object a line; - for the input."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")] = False,
) -> None:
    """Show what a phrase means and the days it names.

    Without --from and --to the calendar year is taken. The exit code is 0 when the phrase is
    understood, 4 when it is ambiguous and 5 when it is refused.
    """
    given = {"lang": lang, "target": target, "weeks": weeks, "from": first, "to": last, "country": country}
    given["timezone"] = timezone
    if (phrase is None) == (batch is None):
        raise typer.BadParameter(
            'give one phrase, or --batch FILE: airslot expand "Wednesday week 3 at 17:45"'
        )
    if reading is not None and batch is not None:
        raise typer.BadParameter("--reading is for one phrase, not for --batch")
    if batch is not None:
        from api.cli.expand_batch import expand_batch

        table = cache(partial(entered, office))
        raise typer.Exit(expand_batch(batch, given, today(first, last), table, as_json=as_json))
    asked = {**given, "phrase": phrase}
    raise typer.Exit(expand_one(asked, today(first, last), office, reading=reading, as_json=as_json))


def expand_one(
    given: dict[str, Any], today: date, office: str | None, *, reading: int | None, as_json: bool
) -> int:
    """Expand one phrase and print the answer; the exit code says its status.

    `reading` is the number of the reading to take of an ambiguous phrase.
    """
    from scheduler.planning.expanding.expand_request import read_request
    from scheduler.planning.expanding.expansion import choose_reading, expand_phrase

    request = read_request(given, today)
    answer = expand_phrase(request, entered=partial(entered, office))
    if reading is not None and answer["status"] != "refused":
        answer = choose_reading(answer, reading)
    if as_json:
        print_json(answer)
    else:
        from api.cli.expand_view import show
        from api.cli.terminal import console

        show(answer, request, console(), request.lang or language())
    return exits.EXPANDED[answer["status"]]


def entered(office: str | None) -> OfficeTable | None:
    """The days off that the office of that name, or the only one, has entered; None without a database.

    A phrase that leans on no day off never asks, so that most need neither settings nor database. Raises
    NotFound and Unavailable for an office that was named.
    """
    from api.cli.house import open_house
    from scheduler.errors import Unavailable
    from scheduler.planning.office_calendar.office_days import office_table
    from scheduler.store.database.engine import reading

    try:
        with open_house() as house, reading(house.engine) as connection:
            return office_table(connection, office)
    except Unavailable:
        if office is not None:
            raise
        return None


def today(first: str | None, last: str | None) -> date:
    """The day of plan time, whose year is taken where no range is given."""
    if first or last:
        # The range gives the year, and the settings would cost as much time as all the rest.
        return date.min
    from api.cli.house import plan_today

    return plan_today()
