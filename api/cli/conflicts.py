"""`airslot conflicts`: two airings at once on one channel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.days import read_day, when
from api.cli.house import open_house
from api.cli.terminal import language, note, print_json

if TYPE_CHECKING:
    from scheduler.desk.conflicts import Graded


def conflicts(
    first: Annotated[
        date | None, typer.Option("--from", metavar="DAY", parser=read_day, help="First day, as 2024-04-02.")
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", metavar="DAY", parser=read_day, help="Last day, inclusive.")
    ] = None,
    plan: Annotated[str | None, typer.Option(metavar="SLUG", help="Only where it takes part.")] = None,
    channel: Annotated[str | None, typer.Option(help="Only on this channel, as KG1.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """List airings that one channel would carry at once, replays and midnight included.

    An airing whose length nobody wrote counts as long as calendars show it.
    """
    from scheduler.desk.conflicts import conflicts as find
    from scheduler.planning.by_hand.occurrence_object import occurrence_object
    from scheduler.store.database.engine import reading
    from scheduler.store.plans.read_model import get_plan

    with open_house() as house, reading(house.engine) as connection:
        if plan is not None:
            get_plan(connection, plan)
        actor, minutes = house.desk(connection).actor, house.settings.default_minutes
        found = find(connection, actor, minutes, first=first, last=last, channel=channel, slug=plan)
    if as_json:
        items = [
            {
                "grade": one.grade,
                "first": occurrence_object(one.first, default_minutes=minutes),
                "second": occurrence_object(one.second, default_minutes=minutes),
            }
            for one in found
        ]
        print_json({"items": items, "next": None})
        return
    for one in found:
        print(f"{one.grade:6}  {one.first.channel}  {_said(one)}")
    note("Nothing overlaps." if not found else f"{len(found)} overlap.")


def _said(one: Graded) -> str:
    lang = language()
    first, second = one.first, one.second
    return (
        f"{' '.join(when(first.start, first.end, lang))} {first.plan} {first.item}  ↔ "
        f" {' '.join(when(second.start, second.end, lang))} {second.plan} {second.item}"
    )
