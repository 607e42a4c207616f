"""What was understood of an item's phrase, in words, for whoever looks at a plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypedDict

from sqlalchemy import Connection

from rules.schedule import Schedule
from rules.wording import wording
from scheduler.planning.plan_file.interpretation import interpret
from scheduler.planning.plan_file.stored_document import item_context
from scheduler.store.plans.read_model import Item, Plan, list_outlets


class Reading(TypedDict):
    """The canonical wording of a phrase in each language."""

    vi: str
    en: str


def read_items(connection: Connection, plan: Plan, items: Sequence[Item]) -> list[Reading | None]:
    """The wordings of some items' phrases, in their order; None where there is none to give.

    As a load reads them: with the plan's year, the item's weeks and pinned reading, its outlet's channels.
    """
    codes = {
        outlet.name: tuple(channel.code for channel in outlet.channels)
        for outlet in list_outlets(connection, plan.office)
    }
    return [_read(plan, item, codes.get(item.outlet or "", ())) for item in items]


def _read(plan: Plan, item: Item, channels: tuple[str, ...]) -> Reading | None:
    if item.phrase is None:
        return None
    schedule = interpret(item.phrase, item.reading, item_context(plan, item, channels)).schedule
    return None if schedule is None else _said(schedule)


# The same phrases are looked at again and again; both values are small and immutable.
@lru_cache(maxsize=4096)
def _said(schedule: Schedule) -> Reading:
    return Reading(vi=wording(schedule, "vi"), en=wording(schedule, "en"))
