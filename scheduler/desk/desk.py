"""The desk that a person sits at: who they are, the transaction they write in, the clocks.

What belongs to another office is not there for them, unless its plan is public: then it is seen and cannot
be changed. Whoever opens something to change it holds the plan's row until the commit, so that two people who
change one plan do so one after the other.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts.audit import Deed, record, record_all
from scheduler.accounts.rights import Actor, Right, require
from scheduler.clock import Clock
from scheduler.errors import Conflict, Forbidden, NotFound
from scheduler.machine_time import MachineTime
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence, occurrences_by_id
from scheduler.store.plans.read_model import Plan, find_plan


@dataclass(frozen=True, slots=True)
class Desk:
    """What every deed needs.

    connection   in a transaction that writes
    actor        whoever acts; None where nobody is known, which every deed refuses
    clock        plan time; machine_time dates what is written
    uid_domain   of UIDs that are minted
    default_minutes   how long an airing counts whose length nobody wrote
    act          what the audit log calls all that is done here: one transaction, one act
    """

    connection: Connection
    actor: Actor | None
    clock: Clock
    machine_time: MachineTime
    uid_domain: str
    default_minutes: int = 30
    act: str = field(default_factory=lambda: secrets.token_hex(8))

    def note(
        self,
        action: str,
        subject_kind: str,
        subject: str,
        plan: Plan,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        note: str | None = None,
    ) -> None:
        """Write one deed about a plan, or something in it, into the audit log."""
        self.note_all(plan, [Deed(action, subject_kind, subject, plan.slug, before, after, note)])

    def note_all(self, plan: Plan, deeds: Iterable[Deed]) -> None:
        """Write several, in their order."""
        actor = require(self.actor, Right.SEE)
        record_all(
            self.connection,
            actor,
            deeds,
            machine_time=self.machine_time,
            office_id=plan.office_id,
            act=self.act,
        )


def note_in_office(
    desk: Desk,
    actor: Actor,
    office_id: int | None,
    action: str,
    subject_kind: str,
    subject: str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write one deed into the log of an office, whichever the actor works in now."""
    record(
        desk.connection,
        replace(actor, office_id=office_id),
        action,
        subject_kind,
        subject,
        machine_time=desk.machine_time,
        before=before,
        after=after,
        act=desk.act,
    )


def open_plan(desk: Desk, slug: str, right: Right = Right.PLAN, *, if_revision: int | None = None) -> Plan:
    """The plan of that slug, held until the commit, for somebody who may.

    Raises SignInNeeded, NotFound, Forbidden; Conflict `changed-since` where it is not at `if_revision`.
    """
    actor = require(desk.actor, Right.SEE)
    plan = find_plan(desk.connection, slug, lock=True)
    if plan is None or not (plan.public or actor.sees(plan.office_id)):
        raise NotFound(
            "plan-not-found",
            f"There is no plan {slug!r}.",
            f"Không có kế hoạch {slug!r}.",
            where="plan",
        )
    require_office(actor, plan)
    if right is not Right.WORK:
        require(actor, right)
    same_revision(plan.revision, if_revision, plan.slug)
    return plan


def open_occurrence(
    desk: Desk, occurrence_id: str, right: Right = Right.WORK, *, if_revision: int | None = None
) -> tuple[Occurrence, Plan]:
    """The occurrence and its plan, held until the commit, for somebody who may.

    Raises SignInNeeded, NotFound, Forbidden; Conflict `changed-since` where it is not at `if_revision`.
    """
    actor = require(desk.actor, Right.SEE)
    found = get_occurrence(desk.connection, occurrence_id)
    plan = find_plan(desk.connection, found.plan, lock=True)
    if plan is None or not (plan.public or actor.sees(plan.office_id)):
        raise no_occurrence(occurrence_id)
    require_office(actor, plan)
    # Read again now that nobody else can write to the plan.
    found = get_occurrence(desk.connection, occurrence_id)
    require(actor, right, found.outlet)
    same_revision(found.revision, if_revision, occurrence_id)
    return found, plan


def open_occurrences(
    desk: Desk, ids: Iterable[str], right: Right = Right.WORK
) -> list[tuple[Plan, list[Occurrence]]]:
    """Some occurrences by plan, in order of start, each plan held until the commit, for somebody who may.

    Raises as `open_occurrence` does: where one cannot be opened, none is.
    """
    actor = require(desk.actor, Right.SEE)
    wanted = list(dict.fromkeys(ids))
    slugs = sorted({one.plan for one in _all_there(desk, wanted)})
    plans = {slug: find_plan(desk.connection, slug, lock=True) for slug in slugs}
    # Read again now that nobody else can write to the plans.
    found = _all_there(desk, wanted)
    opened = []
    for slug, plan in plans.items():
        own = sorted((one for one in found if one.plan == slug), key=lambda one: (one.starts_at, one.id))
        if plan is None or not (plan.public or actor.sees(plan.office_id)):
            raise no_occurrence(own[0].id if own else slug)
        require_office(actor, plan)
        for outlet in dict.fromkeys(one.outlet for one in own):
            require(actor, right, outlet)
        opened.append((plan, own))
    return opened


def no_occurrence(occurrence_id: str) -> NotFound:
    """The refusal of an id that names nothing, or nothing of theirs."""
    return NotFound(
        "occurrence-not-found",
        f"There is no occurrence {occurrence_id!r}.",
        f"Không có lần phát, lần đăng nào mang mã {occurrence_id!r}.",
        where="id",
    )


def _all_there(desk: Desk, ids: list[str]) -> list[Occurrence]:
    found = occurrences_by_id(desk.connection, ids)
    for each in ids:
        if each not in found:
            raise no_occurrence(each)
    return list(found.values())


def same_revision(stored: int | str, wanted: int | str | None, where: str) -> None:
    """Raise Conflict `changed-since` where something is not as the person saw it."""
    if wanted is not None and stored != wanted:
        raise Conflict(
            "changed-since",
            "Somebody has changed it since you read it; nothing was written. Look at it again.",
            "Có người đã sửa sau khi bạn xem; chưa ghi gì cả. Hãy xem lại.",
            where=where,
        )


def require_office(actor: Actor, plan: Plan) -> None:
    """Raise Forbidden where the plan is of another office."""
    if not actor.sees(plan.office_id):
        raise Forbidden(
            "other-office",
            f"This belongs to {plan.office}; only that office changes it.",
            f"Mục này thuộc {plan.office}; chỉ cơ quan đó được sửa.",
        )
