"""`airslot occurrences`: what is stored, by start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.days import read_day, when
from api.cli.house import open_house
from api.cli.terminal import language
from scheduler.reasons import say_reason

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from scheduler.errors import Lang
    from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter

PAGE = 1_000


def occurrences(
    first: Annotated[
        date | None, typer.Option("--from", metavar="DAY", parser=read_day, help="First day, as 2024-04-02.")
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", metavar="DAY", parser=read_day, help="Last day, inclusive.")
    ] = None,
    plan: Annotated[str | None, typer.Option(metavar="SLUG", help="Only of this plan.")] = None,
    item: Annotated[str | None, typer.Option(metavar="NUMBER", help="Only of this item, as 2.1.")] = None,
    channel: Annotated[str | None, typer.Option(help="Only on this channel, as KG1.")] = None,
    kind: Annotated[str | None, typer.Option(help="premiere, replay or window.")] = None,
    state: Annotated[
        str | None, typer.Option(help="planned, delivered, missed, cancelled or overdue.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """List stored occurrences by start.

    An airing belongs to the range by its own start; a window that touches the range is listed.
    """
    from scheduler.store.database.engine import reading
    from scheduler.store.occurrences.overdue import todays
    from scheduler.store.occurrences.read_model import OccurrenceFilter

    wanted = OccurrenceFilter(
        first=first, last=last, plan=plan, item=item, channel=channel, kind=kind, state=state
    )
    with open_house() as house, reading(house.engine) as connection:
        wanted = replace(wanted, todays=todays(connection, state, house.clock.now()))
        if plan is not None:
            from scheduler.store.plans.read_model import get_plan

            get_plan(connection, plan)
        found = every(connection, wanted)
        if as_json:
            write_json(found, house.settings.default_minutes)
        else:
            show(found)


def every(connection: Connection, wanted: OccurrenceFilter) -> Iterator[Occurrence]:
    """All that the filter asks for, page by page."""
    from scheduler.store.occurrences.read_model import find_occurrences

    page = find_occurrences(connection, wanted, limit=PAGE)
    yield from page.items
    while page.next is not None:
        page = find_occurrences(connection, wanted, after=page.next, limit=PAGE)
        yield from page.items


def write_json(found: Iterator[Occurrence], default_minutes: int) -> None:
    """The list as REST gives it, whole: one object, an occurrence a line."""
    from scheduler.planning.by_hand.occurrence_object import occurrence_object

    lang = language()
    print('{"items": [', end="")
    separator = "\n"
    for occurrence in found:
        told = occurrence_object(occurrence, lang, default_minutes=default_minutes)
        print(separator, json.dumps(told, ensure_ascii=False), sep="", end="")
        separator = ",\n"
    print('\n], "next": null}')


def moved_off(one: Occurrence, lang: Lang) -> str:
    """The day off that moved an occurrence, and its name."""
    if one.shifted_from is None:
        return ""
    day, reason = when(one.shifted_from, None, lang)[0], say_reason(one.reason, lang)
    return day if reason is None else f"{day}: {reason}"


def show(found: Iterator[Occurrence]) -> None:
    """The list as a table for people, within 80 columns too: item, day and time are never cut or folded."""
    from rich.table import Table
    from rich.text import Text

    from api.cli.terminal import console

    rows = list(found)
    several = len({one.plan for one in rows}) > 1
    lang, table = language(), Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Item", "Day", "Time", "What", "Channel", "State", "Title"):
        table.add_column(name, no_wrap=name in ("Item", "Day", "Time"), overflow="fold")
    for one in rows:
        day, time = when(one.start, one.end, lang)
        # A window's two days stand one below the other; what is rarely said stands below the title.
        moved = moved_off(one, lang)
        title = Text(one.title)
        if several:
            title.append(f"\n{one.plan}", "dim")
        if moved:
            title.append(f"\n{'dời từ' if lang == 'vi' else 'moved off'} {moved}", "dim")
        facts = (one.item, day.replace(" - ", "\n- "), time, one.kind, one.channel or "", one.state)
        table.add_row(*(Text(fact) for fact in facts), title)
    console().print(
        table if table.row_count else "No occurrence matches. Load a plan with: airslot plan load FILE"
    )
