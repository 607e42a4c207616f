"""What was understood of an item's phrase, in words, for whoever looks at a plan."""

from __future__ import annotations

from functools import lru_cache
from typing import TypedDict

from rules.phrases import Context, read
from rules.schedule import WeekConvention
from rules.wording import wording
from scheduler.store.plans import Item, Plan


class Reading(TypedDict):
    """The canonical wording of a phrase in each language."""

    vi: str
    en: str


def read_item(plan: Plan, item: Item) -> Reading | None:
    """The wording of the item's phrase under the plan's year and week convention; None where it has none."""
    # Of an ambiguous phrase a person chose one reading: its wording is a phrase again.
    phrase = item.reading or item.phrase
    if phrase is None:
        return None
    context = Context(
        lang="en" if plan.language == "en" else "vi",
        year=plan.year,
        weeks=WeekConvention(item.weeks) if item.weeks else plan.weeks,
        target=item.target,
        first=plan.first_day,
        last=plan.last_day,
    )
    return _reading(phrase, context)


# The same phrases are looked at again and again; both values are small and immutable.
@lru_cache(maxsize=4096)
def _reading(phrase: str, context: Context) -> Reading | None:
    schedule = read(phrase, context).schedule
    if schedule is None:
        return None
    return Reading(vi=wording(schedule, "vi"), en=wording(schedule, "en"))
