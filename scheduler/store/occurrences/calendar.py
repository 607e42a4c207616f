"""The calendar's own questions: counts by day, when premieres are, what there is to filter by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from scheduler.store.occurrences.read_model import OccurrenceFilter, Wall, in_range, wall
from scheduler.store.plans.sight import Sight
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import item, occurrence, outlet, plan

MOST_ITEMS = 60  # beyond that a list to choose from is longer than the page it filters


class DayCount(NamedTuple):
    """How much begins on a day."""

    airings: int
    windows: int

    @property
    def all(self) -> int:
        """Both together."""
        return self.airings + self.windows


class ItemDays(NamedTuple):
    """The days of one month on which something of an item begins."""

    month: int
    item: str
    title: str
    outlet: str | None
    days: list[int]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a calendar can be filtered by. `items` (number, title) is None where they are too many."""

    outlets: tuple[str, ...]
    channels: tuple[str, ...]
    items: tuple[tuple[str, str], ...] | None

    @property
    def items_named(self) -> tuple[tuple[str, str], ...]:
        """The items to choose from: the number, and the number with the title."""
        return tuple((number, f"{number} {title}") for number, title in self.items or ())


def day_counts(connection: Connection, wanted: OccurrenceFilter) -> dict[date, DayCount]:
    """By day what begins on it; cancelled ones count only where the filter asks for them.

    A window counts on its first day. Days on which nothing begins are left out.
    """
    windows = func.sum(case((occurrence.c.kind == "window", 1), else_=0))
    question = (
        select(occurrence.c.start_day, func.count(), windows)
        .select_from(
            occurrence.join(plan, plan.c.id == occurrence.c.plan_id)
            .join(item, item.c.id == occurrence.c.item_id)
            .outerjoin(outlet, outlet.c.id == item.c.outlet_id)
        )
        .where(in_range(wanted))
        .group_by(occurrence.c.start_day)
    )
    if wanted.state is None:
        question = question.where(occurrence.c.state != "cancelled")
    return {
        day: DayCount(all_ - of_windows, of_windows) for day, all_, of_windows in connection.execute(question)
    }


def item_days(connection: Connection, wanted: OccurrenceFilter) -> list[ItemDays]:
    """By month and item the days on which something of it begins, as `day_counts` counts them."""
    question = (
        select(occurrence.c.start_day, item.c.number, func.min(item.c.title), func.min(outlet.c.name))
        .select_from(
            occurrence.join(plan, plan.c.id == occurrence.c.plan_id)
            .join(item, item.c.id == occurrence.c.item_id)
            .outerjoin(outlet, outlet.c.id == item.c.outlet_id)
        )
        .where(in_range(wanted))
        .group_by(occurrence.c.start_day, item.c.number)
        .order_by(func.min(item.c.position), item.c.number, occurrence.c.start_day)
    )
    if wanted.state is None:
        question = question.where(occurrence.c.state != "cancelled")
    found: dict[tuple[int, str], ItemDays] = {}
    for day, number, title, name in connection.execute(question):
        line = found.setdefault((day.month, number), ItemDays(day.month, number, title, name, []))
        line.days.append(day.day)
    return list(found.values())


def starts_of(connection: Connection, ids: Iterable[str]) -> dict[str, Wall]:
    """By id when those occurrences start, without reading the rest of them."""
    found: dict[str, Wall] = {}
    columns = (occurrence.c.id, occurrence.c.start_day, occurrence.c.start_time)
    for some in in_chunks(sorted(ids)):
        for row_id, day, at in connection.execute(select(*columns).where(occurrence.c.id.in_(some))):
            found[row_id] = wall(day, at)
    return found


def choices(connection: Connection, sight: Sight, slug: str | None = None) -> Choices:
    """What the plans that may be shown, or one of them, can be filtered by; each list in order."""
    shown = and_(sight.test, plan.c.slug == slug) if slug is not None else sight.test
    outlets = (
        select(outlet.c.name)
        .distinct()
        .select_from(
            item.join(plan, plan.c.id == item.c.plan_id).join(outlet, outlet.c.id == item.c.outlet_id)
        )
        .where(shown)
        .order_by(outlet.c.name)
    )
    channels = (
        select(occurrence.c.channel)
        .distinct()
        .join_from(occurrence, plan, plan.c.id == occurrence.c.plan_id)
        .where(shown, occurrence.c.channel.is_not(None))
        .order_by(occurrence.c.channel)
    )
    return Choices(
        tuple(connection.scalars(outlets)), tuple(connection.scalars(channels)), _items(connection, shown)
    )


def _items(connection: Connection, shown: ColumnElement[bool]) -> tuple[tuple[str, str], ...] | None:
    question = (
        select(item.c.number, func.min(item.c.title))
        .join_from(item, plan, plan.c.id == item.c.plan_id)
        .where(shown, item.c.withdrawn.is_(False))
        .group_by(item.c.number)
        .order_by(func.min(item.c.position), item.c.number)
        .limit(MOST_ITEMS + 1)
    )
    found = tuple((number, title) for number, title in connection.execute(question))
    return found if len(found) <= MOST_ITEMS else None
