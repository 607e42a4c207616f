"""What was understood of an item's phrase, in words, for whoever looks at a plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypedDict

from sqlalchemy import Connection

from rules.schedule import Schedule
from rules.wording import wording
from scheduler.planning.interpretation import interpret
from scheduler.planning.stored_document import phrase_context
from scheduler.store.plans import Item, Plan, list_outlets


class Reading(TypedDict):
    """The canonical wording of a phrase in each language."""

    vi: str
    en: str


def read_item(plan: Plan, item: Item, channels: tuple[str, ...] = ()) -> Reading | None:
    """The wording of the item's phrase under the plan's year and week convention; None where it has none.

    `channels` are the codes of the outlet's channels.
    """
    if item.phrase is None:
        return None
    schedule = interpret(item.phrase, item.reading, phrase_context(plan, item, channels)).schedule
    return None if schedule is None else _said(schedule)


def read_items(connection: Connection, plan: Plan, items: Sequence[Item]) -> list[Reading | None]:
    """The same for some items of a plan, in their order, each with the channels of its outlet."""
    codes = {
        outlet.name: tuple(channel.code for channel in outlet.channels)
        for outlet in list_outlets(connection, plan.office)
    }
    return [read_item(plan, item, codes.get(item.outlet or "", ())) for item in items]


# The same phrases are looked at again and again; both values are small and immutable.
@lru_cache(maxsize=4096)
def _said(schedule: Schedule) -> Reading:
    return Reading(vi=wording(schedule, "vi"), en=wording(schedule, "en"))
