"""Add an airing or a window to an item beside its phrase; it is moved and cancelled like others."""

from __future__ import annotations

from datetime import date

from scheduler.accounts.rights import Right, require
from scheduler.desk.channels import ask_about_channel
from scheduler.desk.conflicts import refuse_new
from scheduler.desk.deeds import Done, RowChange, write_down
from scheduler.desk.desk import Desk, open_plan
from scheduler.desk.items import find_open_item
from scheduler.desk.occurrences import LONGEST_CHANNEL
from scheduler.desk.texts import sane_days, text
from scheduler.errors import Conflict
from scheduler.planning.by_hand import one_offs, overrides
from scheduler.planning.by_hand.placing import Wall
from scheduler.store.occurrences.read_model import get_occurrence


def add_one_off(
    desk: Desk,
    slug: str,
    number: str,
    start: Wall,
    *,
    end: date | None = None,
    channel: str | None = None,
    minutes: int | None = None,
    note: str | None = None,
    if_revision: int | None = None,
) -> Done:
    """Add one airing at `start` (wall time of the plan, or a day), or a window with `end` as its last day.

    It takes the right to work for the item's outlet; `if_revision` is the plan's. Raises as every deed does,
    Invalid for a start outside the plan's days, Conflict for an item that is withdrawn.
    """
    channel = text("channel", channel, LONGEST_CHANNEL, lines=False)
    words = text("note", note)
    sane_days(start=start, end=end)
    plan = open_plan(desk, slug, Right.WORK, if_revision=if_revision)
    item = find_open_item(desk, plan, number)
    require(desk.actor, Right.WORK, item.outlet)
    if item.withdrawn:
        raise Conflict(
            "item-withdrawn",
            f"Item {number} is no longer in the plan; add it to the plan first.",
            f"Mục {number} không còn trong kế hoạch; hãy đưa lại vào kế hoạch trước.",
            where="item",
        )
    ask_about_channel(desk, plan.office, item.outlet, channel)
    made = one_offs.add(
        desk.connection,
        plan,
        item,
        start,
        end=end,
        channel=channel,
        minutes=minutes,
        uid_domain=desk.uid_domain,
        machine_time=desk.machine_time,
    )
    if words is not None:
        overrides.note(desk.connection, made.id, words, machine_time=desk.machine_time)
        made = get_occurrence(desk.connection, made.id)
    changes = (RowChange(None, made),)
    refuse_new(desk, plan, changes)
    write_down(desk, "add", plan, changes, [made.id], more={"item": number})
    return Done(made, changes)
