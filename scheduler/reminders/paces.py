"""Quotas that are behind their pace: on the first of each month, to the readers of their items.

What is said is counted when the mail is written: what was entered since may have caught up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, exists, select

from scheduler.fulfilment.counting import item_rows
from scheduler.fulfilment.facts import plan_facts
from scheduler.fulfilment.periods import Basis, ReportPeriod
from scheduler.fulfilment.values import ItemFacts
from scheduler.reminders.due.lead import on_day
from scheduler.reminders.due.owed import Owed, Span, Wishes, in_span
from scheduler.store.plans.read_model import Item, Plan, find_plan
from scheduler.store.plans.zone_rules import is_lacking
from scheduler.store.tables import item, plan, quota

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Behind:
    """An item that is behind its pace on a first of a month, the days of its target, and why."""

    plan: Plan
    item: Item
    item_id: int
    day: date
    first: date
    last: date
    units: tuple[dict[str, Any], ...]  # unit, count, done and expected of each that is behind

    @property
    def facts(self) -> dict[str, Any]:
        """What the mail tells."""
        return {
            "plan": self.plan.slug,
            "item": self.item.number,
            "title": self.item.title,
            "timezone": self.plan.timezone,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "units": list(self.units),
        }


def all_behind(connection: Connection, span: Span) -> list[Behind]:
    """What is behind on the firsts of months that the span reaches."""
    found = []
    for slug in connection.scalars(_WITH_QUOTAS):
        its = find_plan(connection, slug)
        days = () if its is None or is_lacking(its.timezone) else tuple(_firsts(its, span))
        if its is not None and days:
            found += [one for day in days for one in _behind(connection, its, day)]
    return found


def behind_now(connection: Connection, item_id: int, day: date) -> Behind | None:
    """The same of one item on a day; None where it has caught up, or is there no more."""
    slug = connection.scalar(select(plan.c.slug).join(item).where(item.c.id == item_id))
    its = None if slug is None else find_plan(connection, slug)
    if its is None:
        return None
    return next((one for one in _behind(connection, its, day) if one.item_id == item_id), None)


def quotas_owed(found: list[Behind], wishes: Wishes, span: Span) -> Iterator[Owed]:
    """What readers with these wishes are owed of what is behind."""
    if wishes.digest and not wishes.leads:
        return  # a digest alone was asked for
    for one in found:
        if not _wanted(wishes, one):
            continue
        zone = ZoneInfo(one.plan.timezone)
        target = on_day(one.day, zone, span.day_hour)
        due = wishes.quiet.before(target) if wishes.quiet else target
        end = due + span.late
        owed = Owed("quota", "item", str(one.item_id), "", target, due, end, facts=one.facts)
        message = in_span(owed, wishes.quiet, span)
        if message is not None:
            yield message


def day_of_target(target: datetime, zone: str) -> date:
    """The first of the month that a row is about."""
    return target.astimezone(ZoneInfo(zone)).date()


_WITH_QUOTAS = (
    select(plan.c.slug)
    .where(exists().where(quota.c.item_id == item.c.id, item.c.plan_id == plan.c.id))
    .order_by(plan.c.id)
)


def _firsts(its: Plan, span: Span) -> Iterator[date]:
    """The firsts of months within the plan, after it was signed, on which a mail may be due in the span."""
    zone = ZoneInfo(its.timezone)
    day = (span.now - span.late).astimezone(zone).date()
    last = min((span.until + _DAY).astimezone(zone).date(), its.last_day)
    day = max(day, its.first_day + _DAY, its.signed or its.first_day)
    while day <= last:
        if day.day == 1 and on_day(day, zone, time()) <= span.until + _DAY:
            yield day
        day += _DAY


def _behind(connection: Connection, its: Plan, day: date) -> Iterator[Behind]:
    numbered = select(item.c.number, item.c.id).join(plan).where(plan.c.slug == its.slug)
    ids = {row.number: row.id for row in connection.execute(numbered)}
    for one, facts in plan_facts(connection, its):
        if one.withdrawn or not facts.targets:
            continue
        units = tuple(_units(facts, day))
        if units:
            yield Behind(its, one, ids[one.number], day, facts.first, facts.last, units)


def _units(facts: ItemFacts, day: date) -> Iterator[dict[str, Any]]:
    """Each unit that had delivered less by the day before than its pace was then."""
    before = day - _DAY
    if before < facts.first:
        return
    so_far = ReportPeriod(f"..{before}", Basis.CALENDAR, facts.first, before, before)
    targets = {target.unit: target.count for target in facts.targets}
    for row in item_rows(facts, so_far, before):
        if row.behind and row.unit in targets:
            yield {
                "unit": row.unit,
                "count": targets[row.unit],
                "done": row.count.delivered,
                "expected": row.pace,
            }


def _wanted(wishes: Wishes, one: Behind) -> bool:
    """Whether the item is one of those asked for; a filter of channels or kinds is about dates alone."""
    wanted = wishes.selection
    if wanted.channels or wanted.kinds or (wishes.plans is not None and one.plan.slug not in wishes.plans):
        return False
    pairs = (
        (wanted.plans, one.plan.slug),
        (wanted.items, one.item.number),
        (wanted.outlets, one.item.outlet),
    )
    return all(not values or value in values for values, value in pairs)
