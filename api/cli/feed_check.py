"""`airslot feed check`: a calendar, from a file or from its address, read as a client would read it."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.exits import FAULT
from api.cli.subscriber import AsJson
from api.cli.terminal import print_json

if TYPE_CHECKING:
    from scheduler.feeds.checking import Checked, Finding


def check(
    source: Annotated[
        str,
        typer.Argument(metavar="URL|FILE", help="An address (https, webcal), a file, or - for input."),
    ],
    as_json: AsJson = False,
) -> None:
    """Read a calendar as a client would and say what is wrong: exit 1 where something would be lost."""
    from scheduler.feeds.checking import Checked, check_calendar

    met: tuple[Finding, ...] = ()
    if source.partition(":")[0].lower() in ("http", "https", "webcal", "webcals"):
        from api.cli.feed_fetch import fetch

        document, met = fetch(source)
    else:
        document = _read(source)
    checked = check_calendar(document) if document is not None else Checked(None, 0, None, None, ())
    checked = replace(checked, findings=(*met, *checked.findings))
    if as_json:
        print_json(asdict(checked))
    else:
        _show(checked)
    if checked.wrong:
        raise typer.Exit(FAULT)


def _read(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{source} cannot be read: {error.strerror}.") from None


def _show(checked: Checked) -> None:
    for one in checked.findings:
        print(f"{one.grade}: {one.where}: {one.message}")
    span = f", {checked.first} to {checked.last}" if checked.first else ""
    name = f"{checked.name}: " if checked.name else ""
    print(f"{name}{checked.entries} entries{span}; {len(checked.findings) or 'nothing'} wrong")
