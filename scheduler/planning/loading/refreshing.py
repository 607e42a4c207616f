"""A stored plan expanded anew: what another calendar of days off changes is a diff like any other."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.errors import Invalid
from scheduler.planning.diff.plan_changes import Changes
from scheduler.planning.loading.loading import preview
from scheduler.planning.plan_file.document import PlanDocument, read_plan, write_plan
from scheduler.planning.plan_file.stored_document import stored_document
from scheduler.store.plans.read_model import list_plans


def document_again(connection: Connection, slug: str) -> PlanDocument:
    """The stored plan as its own file says it, with every phrase read by this version.

    Raises NotFound, and Invalid where this version no longer reads a phrase.
    """
    text = write_plan(stored_document(connection, slug))
    return read_plan(text.encode(), slug)


class Compared(NamedTuple):
    """The plans in which something changes, and the slugs of those that this version cannot read."""

    changed: list[Changes]
    unread: list[str]


def changed_plans(connection: Connection, office: str, clock: Clock) -> Compared:
    """What the days off as they now stand change in the plans of an office.

    Refreshing a plan that cannot be read says why.
    """
    found = Compared([], [])
    for plan in list_plans(connection):
        if plan.office != office:
            continue
        try:
            changes = preview(connection, document_again(connection, plan.slug), clock)
        except Invalid:
            found.unread.append(plan.slug)
            continue
        if any(item.diff.changes_rows for item in changes.items):
            found.changed.append(changes)
    return found
