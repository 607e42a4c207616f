"""`airslot simulate`: what would be sent, when and to whom."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.days import day, parsed, read_day, when
from api.cli.house import open_house
from api.cli.terminal import language, note, print_json

if TYPE_CHECKING:
    from scheduler.reminders.simulate import Simulation


def simulate(
    first: Annotated[
        date, typer.Option("--from", metavar="DAY", parser=read_day, help="First day, as 2024-01-01.")
    ],
    last: Annotated[date, typer.Option("--to", metavar="DAY", parser=read_day, help="Last day, inclusive.")],
    plan: Annotated[str | None, typer.Option(metavar="SLUG", help="Only with this plan.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    as_csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Also write a table into this file.")
    ] = None,
    eml: Annotated[
        Path | None, typer.Option("--eml", metavar="DIR", help="Also write the mails into this new folder.")
    ] = None,
) -> None:
    """Live these days in seconds and say what would be sent. Nothing is sent, and nothing stored changes.

    Everybody who is active now counts as subscribed from the first day on.
    """
    from scheduler.reminders.simulate import simulate as live
    from scheduler.reminders.transport.folder import FolderSink
    from scheduler.secret import load_secret

    if eml is not None and eml.exists() and (not eml.is_dir() or any(eml.iterdir())):
        raise typer.BadParameter(f"{eml} is there already; name a new or empty folder.", param_hint="--eml")
    if as_csv is not None and not as_csv.parent.is_dir():
        raise typer.BadParameter(f"There is no folder {as_csv.parent}.", param_hint="--csv")
    with open_house() as house, progress(first, last) as tell:
        lived = live(
            house.engine,
            house.settings,
            load_secret(house.settings),
            first,
            last,
            plan_slug=plan,
            sink=FolderSink(eml) if eml is not None else None,
            progress=tell,
        )
    if as_csv is not None:
        write_csv(lived, as_csv)
    if as_json:
        print_json(lived.to_json())
    else:
        show(lived)
    if eml is not None:
        note(f"{lived.counts['sent']} mails are in {eml}.")


@contextmanager
def progress(first: date, last: date) -> Iterator[Callable[[datetime], None]]:
    """A bar over the days on standard error, where a person looks on."""
    import sys

    if not sys.stderr.isatty():
        yield lambda _at: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:3.0f} %"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar_id = bar.add_task(day(first, language()), total=(last - first).days + 1)

        def tell(at: datetime) -> None:
            today = max(at.date(), first)
            bar.update(bar_id, completed=(today - first).days, description=day(today, language()))

        yield tell


def write_csv(lived: Simulation, path: Path) -> None:
    """One line a mail, with the title; opens in a spreadsheet."""
    from dataclasses import asdict

    names = ["to", "what", "item", "kind", "start", "lead", "sent_at", "message_id", "title"]
    try:
        # With its mark at the beginning, spreadsheets read it as UTF-8.
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, names)
            writer.writeheader()
            for one, title in zip(lived.sent, lived.titles, strict=True):
                writer.writerow(asdict(one) | {"to": _inert(one.to), "title": _inert(title)})
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written: {error.strerror}.", param_hint="--csv") from None


def show(lived: Simulation) -> None:
    """The mails as a table for people, and the counts below it."""
    from rich.table import Table
    from rich.text import Text

    from api.cli.terminal import console

    lang, table = language(), Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Sent", "To", "What", "Lead", "Item", "Starts", "Title"):
        table.add_column(name, no_wrap=name != "Title")
    for one, title in zip(lived.sent, lived.titles, strict=True):
        start = parsed(one.start)
        starts = " ".join(when(start, None, lang)) if start is not None else ""
        sent = " ".join(when(datetime.fromisoformat(one.sent_at), None, lang))
        facts = (sent, one.to, one.what, one.lead or "", one.item or "", starts.strip())
        cut = Text(title, no_wrap=True, overflow="ellipsis")  # it gives way before the other columns do
        table.add_row(*(Text(fact) for fact in facts), cut)
    out = console()
    nothing = "Nothing would be sent. Who is subscribed: airslot subscriber list"
    out.print(table if table.row_count else nothing)
    shown = ", ".join(f"{name} {count}" for name, count in lived.counts.items() if count or name == "sent")
    out.print(Text(shown, "bold"))


def _inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
