"""Whose plans a question may show."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, or_, select, true

from scheduler.store.tables import office, plan


@dataclass(frozen=True, slots=True)
class Sight:
    """All plans, or the public ones and those of one office."""

    all: bool = False
    office_id: int | None = None

    def shows(self, public: bool, office_id: int) -> bool:
        """Whether a plan of that office may be shown."""
        return self.all or public or office_id == self.office_id

    @property
    def test(self) -> ColumnElement[bool]:
        """The same as a condition on the rows of plans."""
        if self.all:
            return true()
        public = plan.c.public.is_(True)
        return public if self.office_id is None else or_(public, plan.c.office_id == self.office_id)


def plans_told(connection: Connection) -> dict[int, frozenset[str]] | None:
    """The slugs that each office's readers may be told of, its own and public ones; None for one office."""
    offices = connection.scalars(select(office.c.id)).all()
    if len(offices) < 2:
        return None
    rows = connection.execute(select(plan.c.slug, plan.c.office_id, plan.c.public)).all()
    return {
        office_id: frozenset(row.slug for row in rows if row.public or row.office_id == office_id)
        for office_id in offices
    }


EVERYTHING = Sight(all=True)
PUBLIC = Sight()
