"""`airslot day-off`: public holidays and the office's own days, and what they change."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.days import day as day_text
from api.cli.days import read_day
from api.cli.exits import NEEDS_CONSENT
from api.cli.house import House, open_house
from api.cli.terminal import console, language, note, print_json, working

if TYPE_CHECKING:
    from scheduler.planning.diff.plan_changes import Changes
    from scheduler.planning.office_calendar.days_off import ListedDay

app = typer.Typer(
    help="Days off: list, add, remove. Plans that lean on them are brought in line with `plan refresh`.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Day = Annotated[date, typer.Argument(metavar="DAY", parser=read_day, help="The day, as 2024-05-04.")]
First = Annotated[
    date | None, typer.Option("--from", metavar="DAY", parser=read_day, help="First day, as 2024-01-01.")
]
Last = Annotated[
    date | None, typer.Option("--to", metavar="DAY", parser=read_day, help="Last day, inclusive.")
]
Office = Annotated[
    str | None, typer.Option(metavar="NAME", help="The office; needed only where there are several.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


@app.command("list")
def list_(
    first: First = None,
    last: Last = None,
    plan: Annotated[str | None, typer.Option(metavar="SLUG", help="As this plan counts them.")] = None,
    office: Office = None,
    as_json: Json = False,
) -> None:
    """List public holidays, swapped days and what the office or a plan says of single days.

    Without --from and --to the calendar year of plan time is taken.
    """
    from scheduler.planning.office_calendar.day_off_object import day_off_object
    from scheduler.planning.office_calendar.office_days import office_days, only_office
    from scheduler.store.database.engine import reading
    from scheduler.store.plans.days_off import list_offices
    from scheduler.store.plans.read_model import get_plan

    with open_house() as house, reading(house.engine) as connection:
        first, last = asked_days(house, first, last)
        found = get_plan(connection, plan) if plan is not None else None
        if office is not None or len(list_offices(connection)) == 1:
            office = only_office(connection, office)
        days = office_days(connection, first, last, office, found)
    if as_json:
        print_json({"items": [day_off_object(one, language()) for one in days], "next": None})
    else:
        show(days)


@app.command()
def add(
    day: Day,
    name: Annotated[str | None, typer.Option(help="What day off it is; people are shown it.")] = None,
    kind: Annotated[
        str,
        typer.Option(
            help="holiday (the default); worked: a Saturday that is worked; not-a-holiday: an ordinary day."
        ),
    ] = "holiday",
    office: Office = None,
    as_json: Json = False,
) -> None:
    """Say what a day is, in place of what the calendar or the office said of it before."""
    from scheduler.day_off import DAY_KINDS, DayOff
    from scheduler.machine_time import utcnow
    from scheduler.planning.office_calendar.office_days import enter_day_off, only_office
    from scheduler.store.database.engine import transaction

    wanted = next((one for one in DAY_KINDS if one == kind), None)
    if wanted is None:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(DAY_KINDS)}.", param_hint="--kind")
    with open_house() as house:
        with transaction(house.engine) as connection:
            office = only_office(connection, office)
            kept = enter_day_off(connection, office, DayOff(day, wanted, name), machine_time=utcnow)
        changed = changes_now(house, office)
    tell(f"{kept} ({office})", {"day": str(kept.day), "kind": kept.kind, "name": kept.name}, changed, as_json)


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(metavar="FILE.ics", help="A calendar of whole days.")],
    first: First = None,
    last: Last = None,
    office: Office = None,
    yes: Annotated[bool, typer.Option("--yes", help="Enter them; otherwise they are only shown.")] = False,
    as_json: Json = False,
) -> None:
    """Enter the whole days of a calendar file as days off; without --yes show them and end with 3.

    Without --from and --to the calendar year of plan time is taken.
    """
    from scheduler.machine_time import utcnow
    from scheduler.planning.by_hand.brought_days import days_in_calendar
    from scheduler.planning.office_calendar.office_days import enter_day_off, only_office
    from scheduler.store.database.engine import transaction

    try:
        document = source.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{source} cannot be read: {error.strerror}.") from None
    with open_house() as house:
        found = days_in_calendar(document, *asked_days(house, first, last))
        changed: list[Changes] = []
        if yes:
            with transaction(house.engine) as connection:
                office = only_office(connection, office)
                for one in found.days:
                    enter_day_off(connection, office, one, machine_time=utcnow)
            changed = changes_now(house, office)
    facts = {
        "days": [{"day": str(one.day), "kind": one.kind, "name": one.name} for one in found.days],
        "left": [{"title": title, "why": why} for title, why in found.left],
        "applied": yes,
    }
    for title, why in found.left if not as_json else ():
        note(f"left out: {title}: {why}")
    said = "\n".join(map(str, found.days)) or "It names no whole day in that range."
    tell(said, facts, changed, as_json)
    if not yes and found.days:
        note(f"{len(found.days)} days; enter them with --yes")
        raise typer.Exit(NEEDS_CONSENT)


@app.command()
def remove(day: Day, office: Office = None, as_json: Json = False) -> None:
    """Take back what the office said of a day; the country's calendar holds again."""
    from scheduler.machine_time import utcnow
    from scheduler.planning.office_calendar.office_days import forget_day_off, only_office
    from scheduler.store.database.engine import transaction

    with open_house() as house:
        with transaction(house.engine) as connection:
            office = only_office(connection, office)
            forget_day_off(connection, office, day, machine_time=utcnow)
        changed = changes_now(house, office)
    tell(f"{day} removed ({office})", {"day": str(day), "kind": None, "name": None}, changed, as_json)


def asked_days(house: House, first: date | None, last: date | None) -> tuple[date, date]:
    """The range of --from and --to; what is missing is the end of the other's year, or of plan time's."""
    from api.cli.house import DEFAULT_ZONE

    year = (first or last or house.clock.today(DEFAULT_ZONE)).year
    return first or date(year, 1, 1), last or date(year, 12, 31)


def changes_now(house: House, office: str) -> list[Changes]:
    """The plans of the office whose dates are others now."""
    from scheduler.planning.loading.refreshing import changed_plans
    from scheduler.store.database.engine import reading

    with working("Comparing"), reading(house.engine) as connection:
        return changed_plans(connection, office, house.clock).changed


def tell(done: str, facts: dict[str, Any], changed: list[Changes], as_json: bool) -> None:
    """Say what was written, and which plans should be refreshed."""
    if as_json:
        plans = [{"slug": one.slug, "counts": asdict(one.counts)} for one in changed]
        print_json({**facts, "plans": plans})
        return
    from api.cli.changes_view import summary

    print(done)
    for one in changed:
        note(f"{one.slug}: {summary(one)}. See and apply it with: airslot plan refresh {one.slug}")


def show(days: list[ListedDay]) -> None:
    """The days as a table for people."""
    from rich.table import Table
    from rich.text import Text

    lang, table = language(), Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("Day", "Kind", "Said by", "Name"):
        table.add_column(column, no_wrap=column != "Name")
    for one in days:
        name = "" if one.name is None else one.name.to(lang)
        table.add_row(*map(Text, (day_text(one.day, lang), one.kind, one.source, name)))
    console().print(table if table.row_count else "No day off is known in that range but the weekends.")
