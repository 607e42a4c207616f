"""A plan document into the database: first shown (`preview`), then done (`load`), in one transaction.

Loading the same document twice changes nothing. Items whose occurrences would be made from the same
facts as before are passed over by their fingerprint, so a small edit of a large plan costs little.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.errors import Conflict, NotFound
from scheduler.machine_time import MachineTime, utcnow
from scheduler.planning.diff.plan_changes import Changes
from scheduler.planning.loading.applying import apply_work
from scheduler.planning.loading.work import Work, compare_item, compare_plan
from scheduler.planning.plan_file.entries import ItemEntry, PlanDocument
from scheduler.store.plans.read_model import find_plan, get_plan

Progress: TypeAlias = Callable[[int, int], None]


def preview(
    connection: Connection,
    document: PlanDocument,
    clock: Clock,
    *,
    include_past: bool = False,
    progress: Progress | None = None,
) -> Changes:
    """What `load` would change; writes nothing. `progress` is told items done and items in all."""
    return _compare(connection, document, clock, include_past, progress).changes


def load(
    connection: Connection,
    document: PlanDocument,
    clock: Clock,
    *,
    uid_domain: str,
    machine_time: MachineTime = utcnow,
    include_past: bool = False,
    at_revision: int | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Store the document and bring its occurrences in line; gives what was changed.

    `connection` is in a transaction that writes. `clock` decides what is past. With `at_revision`
    (from the `Changes` that a person agreed to) a plan changed since then raises Conflict.
    """
    work = _compare(connection, document, clock, include_past, progress, lock=True)
    if at_revision is not None and at_revision != work.changes.revision:
        raise Conflict(
            "plan-changed",
            f"The plan {document.slug} has changed since the differences were shown; nothing was written. "
            "Look at the differences again.",
            f"Kế hoạch {document.slug} đã thay đổi sau khi hiển thị khác biệt; chưa ghi gì cả. "
            "Hãy xem lại các khác biệt.",
            where=document.slug,
        )
    apply_work(connection, work, uid_domain, machine_time())
    return work.changes


def change_item(
    connection: Connection,
    slug: str,
    entry: ItemEntry,
    clock: Clock,
    *,
    uid_domain: str,
    machine_time: MachineTime = utcnow,
    include_past: bool = False,
) -> Changes:
    """Put one item in place of the stored one of its number; costs the same however large the plan is.

    Raises NotFound where the plan has no such item.
    """
    stored = get_plan(connection, slug)
    work = compare_item(connection, stored, entry, _local(clock, stored.timezone), include_past)
    if work is None:
        raise NotFound(
            "item-not-found",
            f"The plan {slug} has no item {entry.number}.",
            f"Kế hoạch {slug} không có mục {entry.number}.",
            where="item",
        )
    apply_work(connection, work, uid_domain, machine_time())
    return work.changes


def _compare(
    connection: Connection,
    document: PlanDocument,
    clock: Clock,
    include_past: bool,
    progress: Progress | None,
    lock: bool = False,
) -> Work:
    stored = find_plan(connection, document.slug, lock=lock)
    now = _local(clock, document.timezone)
    return compare_plan(connection, stored, document, now, include_past, progress)


def _local(clock: Clock, timezone: str) -> datetime:
    return clock.now().astimezone(ZoneInfo(timezone)).replace(tzinfo=None)
