"""`airslot feed check`: a calendar, from a file or from its address, read as a client would read it."""

from __future__ import annotations

import sys
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
    found = (*met, *checked.findings)
    if as_json:
        print_json(_as_object(checked, found))
    else:
        _show(checked, found)
    if any(finding.grade == "error" for finding in found):
        raise typer.Exit(FAULT)


def _read(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{source} cannot be read: {error.strerror}.") from None


def _as_object(checked: Checked, found: tuple[Finding, ...]) -> dict[str, object]:
    return {
        "name": checked.name,
        "entries": checked.entries,
        "first": checked.first,
        "last": checked.last,
        "findings": [
            {"grade": one.grade, "code": one.code, "where": one.where, "message": one.message}
            for one in found
        ],
    }


def _show(checked: Checked, found: tuple[Finding, ...]) -> None:
    for one in found:
        print(f"{one.grade}: {one.where}: {one.message}")
    span = f", {checked.first} to {checked.last}" if checked.first else ""
    name = f"{checked.name}: " if checked.name else ""
    print(f"{name}{checked.entries} entries{span}; {len(found) or 'nothing'} wrong")
