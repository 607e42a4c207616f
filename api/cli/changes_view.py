"""What loading a plan changes, as people and programs read it."""

from __future__ import annotations

from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.cli.days import when
from scheduler.errors import Lang
from scheduler.planning.diff.changes_object import lines
from scheduler.planning.diff.plan_changes import Changes, ItemChanges

MANY = 12  # dates of one item that are listed for a person when they are all of one sort
STYLE = {
    "moved": "yellow", "added": "green", "dropped": "red", "orphaned": "bold magenta", "untouched": "dim",
}  # fmt: skip
MARK = {"moved": "~", "added": "+", "dropped": "-", "orphaned": "!", "untouched": "="}


def show_applied(changes: Changes, console: Console) -> None:
    """One line about what was written."""
    done = "Loaded" if changes.new else "Applied to"
    console.print(Text(f"{done} the plan {changes.slug}: ").append(summary(changes), "bold"))


def summary(changes: Changes) -> str:
    """The counts that are not nought, in words."""
    counts = asdict(changes.counts)
    told = [
        f"{counts[name]} {name}"
        for name in ("added", "moved", "dropped", "orphaned", "untouched")
        if counts[name]
    ]
    if changes.new:
        told.insert(0, f"{len(changes.items)} items")
    return ", ".join(told) or "no date changes"


def show_changes(changes: Changes, console: Console, lang: Lang) -> None:
    """The changes, item by item."""
    if changes.empty and not changes.items:
        console.print(f"The plan {changes.slug} is as the file says; nothing changes.")
        return
    console.print(Text(f"The plan {changes.slug}: ", "bold").append(summary(changes)))
    for field in changes.fields:
        console.print(Text(f"  {field.name}: {field.before} -> {field.after}"))
    for item in changes.items:
        show_item(item, console, lang)
    if changes.same:
        console.print(Text(f"{changes.same} items stay as they are.", "dim"))


def show_item(item: ItemChanges, console: Console, lang: Lang) -> None:
    """One item: its fields, then its dates, a table with a sign before each."""
    was = f" (was {item.was})" if item.was else ""
    console.print(
        Text(f"\n{item.number}{was}  ", "bold")
        .append(item.title, "not bold")
        .append(f"  {item.status}", "dim")
    )
    for field in item.fields:
        console.print(
            Text(f"  {field.name}: {field.before or '-'}\n  {'':{len(field.name)}}-> {field.after or '-'}")
        )
    table = Table.grid(padding=(0, 2, 0, 0))
    every = list(lines(item, lang))
    shown = every if item.status == "changed" else every[:MANY]
    for change, kind, before, after, remark in shown:
        style = STYLE[change]
        places = [
            " ".join(when(place, None, lang)).rstrip() for place in (before, after) if place is not None
        ]
        table.add_row(
            Text(f"  {MARK[change]}", style),
            Text(change, style),
            kind,
            Text(" -> ".join(places), style),
            Text(remark, "dim"),
        )
    console.print(table)
    if len(shown) < len(every):
        console.print(Text(f"    and {len(every) - len(shown)} more", "dim"))
