"""Who did what to an occurrence, an item or a plan: for the people of its office.

What was done to accounts and readers is for those who may see accounts and readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts.audit import Entry, entries
from scheduler.accounts.rights import Actor, Right, require
from scheduler.errors import Forbidden, NotFound
from scheduler.planning.by_hand.occurrence_object import instant
from scheduler.store.occurrences.read_model import get_occurrence
from scheduler.store.pieces import Evidence, evidence_of
from scheduler.store.plans.read_model import Plan, find_plan

# Whose right it takes to see deeds on such a subject; all others are everybody's of the office.
SEEN_WITH = {
    "person": Right.ADMINISTER,
    "token": Right.ADMINISTER,
    "feed": Right.ADMINISTER,
    "subscriber": Right.TELL,
    "reminder": Right.TELL,
}


def office_history(
    connection: Connection,
    actor: Actor | None,
    *,
    plan: str | None = None,
    before_id: int | None = None,
    limit: int = 50,
) -> tuple[list[Entry], int | None]:
    """What was done in the actor's office that they may see, newest first; the number as below."""
    who = require(actor, Right.SEE)
    hidden = [kind for kind, right in SEEN_WITH.items() if not who.may(right)]
    return entries(connection, who.office_id or 0, plan=plan, hidden=hidden, before_id=before_id, limit=limit)


def occurrence_history(
    connection: Connection,
    actor: Actor | None,
    occurrence_id: str,
    *,
    before_id: int | None = None,
    limit: int = 50,
) -> tuple[list[Entry], int | None]:
    """What was done to an occurrence, newest first; the number is the `before_id` of the next page.

    Raises SignInNeeded, NotFound, Forbidden for another office's public plan.
    """
    who = require(actor, Right.SEE)
    found = get_occurrence(connection, occurrence_id)
    plan = own_plan(connection, who, found.plan, "occurrence-not-found", occurrence_id)
    return entries(
        connection,
        plan.office_id,
        subject_kind="occurrence",
        subject=occurrence_id,
        before_id=before_id,
        limit=limit,
    )


def occurrence_evidence(connection: Connection, actor: Actor | None, occurrence_id: str) -> list[Evidence]:
    """The evidence of an occurrence, oldest first. Raises as above."""
    who = require(actor, Right.SEE)
    found = get_occurrence(connection, occurrence_id)
    own_plan(connection, who, found.plan, "occurrence-not-found", occurrence_id)
    return evidence_of(connection, [occurrence_id]).get(occurrence_id, [])


def plan_history(
    connection: Connection,
    actor: Actor | None,
    slug: str,
    *,
    item: str | None = None,
    before_id: int | None = None,
    limit: int = 50,
) -> tuple[list[Entry], int | None]:
    """What was done to a plan and all that is in it, or to the item of one number. Raises as above."""
    who = require(actor, Right.SEE)
    plan = own_plan(connection, who, slug, "plan-not-found", slug)
    kind = None if item is None else "item"
    return entries(
        connection,
        plan.office_id,
        subject_kind=kind,
        subject=item,
        plan=plan.slug,
        before_id=before_id,
        limit=limit,
    )


def entry_object(entry: Entry) -> dict[str, Any]:
    """A line of the audit log as JSON."""
    return {
        "id": str(entry.id),
        "at": instant(entry.at),
        "who": entry.who,
        "door": entry.door,
        "action": entry.action,
        "kind": entry.subject_kind,
        "subject": entry.subject,
        "plan": entry.plan,
        "before": entry.before,
        "after": entry.after,
        "note": entry.note,
    }


def entry_objects(found: Sequence[Entry]) -> list[dict[str, Any]]:
    """Several of them."""
    return [entry_object(entry) for entry in found]


def own_plan(connection: Connection, actor: Actor | None, slug: str, code: str, named: str) -> Plan:
    """The plan of that slug for the people of its office; raises SignInNeeded, Forbidden, NotFound `code`."""
    actor = require(actor, Right.SEE)
    plan = find_plan(connection, slug)
    if plan is not None and actor.sees(plan.office_id):
        return plan
    if plan is not None and plan.public:
        raise Forbidden(
            "other-office",
            f"This belongs to {plan.office}; only its people see who changed what.",
            f"Mục này thuộc {plan.office}; chỉ người của cơ quan đó xem được lịch sử.",
        )
    raise NotFound(
        code,
        f"There is nothing named {named!r}.",
        f"Không có gì mang tên {named!r}.",
        where="id",
    )
