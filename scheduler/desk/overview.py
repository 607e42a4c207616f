"""What the desk shows a person first: what is late, what comes, what closes, what is behind, what changed.

Somebody who works for some outlets sees what those carry and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from scheduler.accounts.audit import entries
from scheduler.accounts.rights import Actor, Right
from scheduler.clock import Clock
from scheduler.desk.acts import Act, as_acts
from scheduler.desk.history import SEEN_WITH
from scheduler.fulfilment.progress import quota_progress
from scheduler.fulfilment.values import Row
from scheduler.planning.by_hand.placing import day_of
from scheduler.planning.expanding.overlaps import overlaps
from scheduler.store.occurrences.overdue import OVERDUE, todays
from scheduler.store.occurrences.read_model import (
    Occurrence,
    OccurrenceFilter,
    all_occurrences,
    occurrences_by_id,
)
from scheduler.store.plans.read_model import Item, Plan, list_plans, plan_items
from scheduler.store.plans.sight import Sight
from scheduler.store.plans.zone_rules import is_lacking
from scheduler.store.waiting import DueMail, closing_windows, count_of, due_mails, last_due

MOST_LATE, MOST_DATES, MOST_WINDOWS, MOST_QUOTAS, MOST_ACTS, MOST_MAILS = 40, 60, 20, 12, 8, 8
MOST_OVERLAPS = 8
SOON = timedelta(days=14)  # so far ahead windows close and airings clash here
_LINES_READ = 120
WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class QuotaState:
    """A unit that is owed without dates: what was delivered of how many, and the pace by today."""

    plan: Plan
    item: Item
    row: Row


@dataclass(frozen=True, slots=True)
class Overview:
    """The desk as values; each list is cut at its `MOST_…`, `late_count` and `mails_count` count all.

    now      wall time in the zone of the office's first plan
    late     the newest first; week: what begins from today to six days on
    acts     with the occurrences that they are about, by id
    """

    now: datetime
    zone: str
    plans: tuple[Plan, ...]
    late: tuple[Occurrence, ...]
    late_count: int
    week: tuple[Occurrence, ...]
    week_count: int
    closing: tuple[Occurrence, ...]
    quotas: tuple[QuotaState, ...]
    acts: tuple[Act, ...]
    about: dict[str, Occurrence]
    overlaps: tuple[tuple[Occurrence, Occurrence], ...]
    mails: tuple[DueMail, ...]
    mails_count: int


def overview(connection: Connection, actor: Actor, clock: Clock, default_minutes: int) -> Overview:
    """The desk of somebody in their office."""
    office_id = actor.office_id or 0
    sight, outlets = Sight(office_id=office_id), _outlets(actor)
    plans = [
        plan
        for plan in list_plans(connection, sight)
        # Where the zone's data are lacking nobody knows what is late there; `doctor` tells.
        if plan.office_id == office_id and not is_lacking(plan.timezone)
    ]
    zone = plans[0].timezone if plans else "UTC"
    now = clock.now()
    local = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    today = local.date()

    def asked(**facts: object) -> OccurrenceFilter:
        return OccurrenceFilter(office_id=office_id, outlets=outlets, sight=sight, **facts)  # type: ignore[arg-type]

    late = asked(state=OVERDUE, todays=todays(connection, OVERDUE, now))
    # Read once: what comes this week, and what clashes a little longer, with other offices' public plans too.
    near = all_occurrences(connection, OccurrenceFilter(first=today, last=today + SOON, sight=sight))
    slugs = {plan.slug for plan in plans}
    own = {one.id for one in near if one.plan in slugs and (outlets is None or one.outlet in outlets)}
    week = [one for one in near if one.id in own and today <= day_of(one.start) <= today + WEEK]
    clashes = [pair for pair in overlaps(near, default_minutes) if own & {one.id for one in pair}]
    closing = closing_windows(connection, asked(state="planned"), today, today + SOON)
    until = datetime.combine(today + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
    mails: list[DueMail] = []
    mails_count = 0
    if actor.may(Right.TELL):
        mails, mails_count = due_mails(connection, office_id, until, MOST_MAILS)
    acts = _acts(connection, actor, office_id, outlets)
    subjects = {each.subject for act in acts for each in act.entries if each.subject_kind == "occurrence"}
    return Overview(
        now=local,
        zone=zone,
        plans=tuple(plans),
        late=tuple(last_due(connection, late, MOST_LATE)),
        late_count=count_of(connection, late),
        week=tuple(week[:MOST_DATES]),
        week_count=len(week),
        closing=tuple(closing[:MOST_WINDOWS]),
        quotas=tuple(_quotas(connection, plans, clock, outlets)[:MOST_QUOTAS]),
        acts=tuple(acts),
        about=occurrences_by_id(connection, subjects | {each.subject for each in mails}),
        overlaps=tuple(clashes[:MOST_OVERLAPS]),
        mails=tuple(mails),
        mails_count=mails_count,
    )


def _outlets(actor: Actor) -> frozenset[str] | None:
    """Whose dates somebody is to see first: an editor's own outlets; None for all."""
    return actor.outlets if actor.role == "editor" else None


def _quotas(
    connection: Connection, plans: Sequence[Plan], clock: Clock, outlets: frozenset[str] | None
) -> list[QuotaState]:
    """Those of plans that run today, what is furthest behind its pace at the head."""
    found = [
        QuotaState(plan, item, row)
        for plan in plans
        if plan.first_day <= clock.today(plan.timezone) <= plan.last_day
        for item, row in quota_progress(connection, plan, clock)
        if outlets is None or item.outlet in outlets
    ]
    return sorted(found, key=_behind)


def _behind(one: QuotaState) -> tuple[bool, int]:
    return not one.row.behind, one.row.count.delivered - (one.row.pace or 0)


def _acts(connection: Connection, actor: Actor, office_id: int, outlets: frozenset[str] | None) -> list[Act]:
    """The last acts; somebody of an outlet sees those on its dates and items."""
    hidden = [kind for kind, right in SEEN_WITH.items() if not actor.may(right)]
    found, _ = entries(connection, office_id, hidden=hidden, limit=_LINES_READ)
    if outlets is not None:
        ids = {each.subject for each in found if each.subject_kind == "occurrence"}
        about = occurrences_by_id(connection, ids)
        items = {
            (each.plan, each.subject)
            for each in found
            if each.subject_kind == "item" and each.plan is not None
        }
        own = {
            (slug, item.number)
            for slug in {slug for slug, _ in items}
            for item in plan_items(connection, slug, withdrawn=True)
            if item.outlet in outlets
        }
        found = [
            each
            for each in found
            if (each.subject in about and about[each.subject].outlet in outlets)
            or (each.subject_kind == "item" and (each.plan, each.subject) in own)
        ]
    return as_acts(found)[:MOST_ACTS]
