"""`airslot progress`: what a plan promised in a period, and what appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.days import day as day_text
from api.cli.house import open_house
from api.cli.terminal import console, language, print_json

if TYPE_CHECKING:
    from rich.table import Table

    from scheduler.fulfilment.progress import Progress
    from scheduler.fulfilment.values import Row


def progress(
    plan: Annotated[str, typer.Option(metavar="SLUG", help="The plan.")],
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="2024-Q1, 2024-H1, 2024-9M, 2024, or FROM..TO.")
    ],
    basis: Annotated[
        str, typer.Option(help="calendar, or reporting: up to the days on which figures are closed.")
    ] = "calendar",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Count what was planned and what appeared, for each item and unit."""
    from scheduler.fulfilment.progress import plan_progress, progress_object
    from scheduler.store.database.engine import reading
    from scheduler.store.plans.read_model import get_plan

    with open_house() as house, reading(house.engine) as connection:
        found = plan_progress(connection, get_plan(connection, plan), period, basis, house.clock)
    if as_json:
        print_json(progress_object(found, language()))
    else:
        show(found)


COLUMNS = ("Item", "Unit", "Planned", "Open", "Done", "Kept", "Missed", "Unconf.", "Late", "Extra", "%")


def show(found: Progress) -> None:
    """The report as a table for people; the basis and the days stand in its title."""
    from scheduler.locale import say

    lang, period, out = language(), found.period, console()
    days = f"{day_text(period.first, lang)} - {day_text(period.last, lang)}"
    out.print(f"{found.plan.slug}  {period.name} ({period.basis}: {days})", markup=False)
    out.print(table(found))
    for mark, text in marked(found):
        out.print(f"{mark} {text}", markup=False)
    total = found.totals
    out.print(
        f"Dated: {total.delivered} of {total.planned} delivered, {total.missed} missed,"
        f" {total.unconfirmed} unconfirmed, {total.open} open."
        f" Value: {total.value_delivered:,} of {total.value_due:,} đồng.",
        markup=False,
    )
    if found.today <= period.calendar_last:
        until = day_text(period.calendar_last, lang)
        expected = sum(row.count.expected for _, row in found.rows if row.dated)
        out.print(f"Expected, not counted: {expected} dated pieces by {until}.", markup=False)
    for number, sentence in (
        (found.before_signature, "%(num)s due before the plan was signed."),
        (found.after_cut_off, "%(num)s due after the cut-off: in next year's first report."),
    ):
        if number:
            out.print(say(lang, sentence, num=number), markup=False)


def table(found: Progress) -> Table:
    """The rows of the report."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    for name in COLUMNS:
        made.add_column(name, no_wrap=name != "Unit", justify="left" if name in COLUMNS[:2] else "right")
    for _, row in found.rows:
        made.add_row(*map(Text, cells(row)))
    return made


def cells(row: Row) -> tuple[str, ...]:
    """One row of the table; a quota says its pace in brackets."""
    count = row.count
    planned = str(count.planned) if row.pace is None else f"{count.planned} ({row.pace})"
    return (
        row.item, row.unit or "", planned, str(count.open), str(count.delivered), str(count.kept),
        str(count.missed), str(count.unconfirmed), str(count.late), str(count.extra), row.percent or "–",
    )  # fmt: skip


def marked(found: Progress) -> list[tuple[str, str]]:
    """What must be said beside single rows, but what is said once for all of them."""
    from scheduler.fulfilment.progress import notes

    lang = language()
    told = []
    for _, row in found.rows:
        if row.complete_though_missed or row.behind:
            name = f"{row.item} {row.unit}" if row.unit and not row.dated else row.item
            told += [(f"{name}:", words.to(lang)) for words in notes(found, row)]
    return told
