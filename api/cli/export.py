"""`airslot export`: a plan, its dates, its pieces or its progress as csv or xlsx."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.cli.days import read_day
from api.cli.house import open_house
from api.cli.terminal import language, note


def export(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="plan, dates, pieces or progress.")],
    plan: Annotated[str, typer.Option(metavar="SLUG", help="The plan.")],
    form: Annotated[
        str | None, typer.Option("--format", help="csv or xlsx; without it as FILE ends, else csv.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Without it: the standard output.")
    ] = None,
    period: Annotated[
        str | None, typer.Option(metavar="PERIOD", help="Of the progress; without it the plan's year.")
    ] = None,
    basis: Annotated[str, typer.Option(help="Of the progress: calendar or reporting.")] = "calendar",
    item: Annotated[str | None, typer.Option(metavar="NUMBER", help="Dates and pieces of this item.")] = None,
    first: Annotated[
        date | None,
        typer.Option("--from", metavar="DAY", parser=read_day, help="First day of dates, pieces."),
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", metavar="DAY", parser=read_day, help="Last day, inclusive.")
    ] = None,
) -> None:
    """Write a table of a plan into a file that a spreadsheet opens."""
    from scheduler.machine_time import utcnow
    from scheduler.reporting.export import FORMATS, WHATS, Export, export_sheet, written
    from scheduler.store.database.engine import reading
    from scheduler.store.plans.read_model import get_plan

    named = form or (out.suffix[1:].lower() if out is not None else "") or "csv"
    table = next((one for one in WHATS if one == what), None)
    as_form = next((one for one in FORMATS if one == named), None)
    if table is None:
        raise typer.BadParameter(f"{what!r} is no table: write plan, dates, pieces or progress.")
    if as_form is None:
        raise typer.BadParameter(f"{named!r} is no form: write csv or xlsx.", param_hint="--format")
    if out is None and as_form == "xlsx" and sys.stdout.isatty():
        raise typer.BadParameter("An xlsx file is nothing for a terminal: name a file with -o.")
    asked = Export(table, period, basis, item, first=first, last=last)
    with open_house() as house, reading(house.engine) as connection:
        sheet = export_sheet(connection, get_plan(connection, plan), asked, house.clock, language())
    body = written(sheet, as_form, utcnow())
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(body)
        return
    out.write_bytes(body)
    note(f"{out}: {len(sheet.rows)} rows.")
