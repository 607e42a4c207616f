"""Who may confirm what aired and appeared: each office's editors, managers and administrators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, select, update

from scheduler.accounts.rights import ROLES, Right
from scheduler.store.account_tables import membership, membership_outlet, person
from scheduler.store.tables import outlet

_MAY = ROLES[ROLES.index(Right.WORK.role) :]


@dataclass(frozen=True, slots=True)
class Confirmer:
    """A person of an office who may confirm; `outlets` None where they may for all of it."""

    email: str
    language: str
    office_id: int
    outlets: frozenset[str] | None

    def confirms(self, outlet: str | None) -> bool:
        """Whether what that outlet carries is theirs to confirm."""
        return self.outlets is None or outlet in self.outlets


def confirmers(connection: Connection, email: str | None = None) -> list[Confirmer]:
    """All who may confirm and want the weekly list of what they have not, or the one of that address."""
    question = _asked(email).order_by(person.c.email, membership.c.office_id)
    rows = connection.execute(question).all()
    narrowed: dict[tuple[str, int], set[str]] = {}
    of_outlets = select(membership_outlet.c.person_id, membership_outlet.c.office_id, outlet.c.name)
    for row in connection.execute(of_outlets.join(outlet, outlet.c.id == membership_outlet.c.outlet_id)):
        narrowed.setdefault((row.person_id, row.office_id), set()).add(row.name)
    return [
        Confirmer(
            row.email,
            row.language,
            row.office_id,
            frozenset(narrowed[row.id, row.office_id]) if (row.id, row.office_id) in narrowed else None,
        )
        for row in rows
    ]


def tell_weekly(connection: Connection, person_id: str, office_id: int, told: bool, at: datetime) -> None:
    """Whether a person gets the weekly list of an office; `at` is machine time."""
    theirs = (membership.c.person_id == person_id, membership.c.office_id == office_id)
    connection.execute(update(membership).where(*theirs).values(weekly=told, updated_at=at))


def is_told_weekly(connection: Connection, person_id: str, office_id: int) -> bool:
    """Whether they get it."""
    theirs = (membership.c.person_id == person_id, membership.c.office_id == office_id)
    return bool(connection.scalar(select(membership.c.weekly).where(*theirs)))


def _asked(email: str | None) -> Select[tuple[str, str, str, int]]:
    question = (
        select(person.c.id, person.c.email, person.c.language, membership.c.office_id)
        .join(membership, membership.c.person_id == person.c.id)
        .where(
            person.c.active,
            membership.c.weekly,
            membership.c.invited.is_(None),
            membership.c.role.in_(_MAY),
        )
    )
    return question if email is None else question.where(person.c.email == email)
