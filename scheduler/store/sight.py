"""Whose plans a question may show."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, or_, select, true

from scheduler.store.tables import plan


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


def hidden_from(connection: Connection, office_id: int) -> frozenset[str]:
    """The slugs of the plans that an office's readers are told nothing of: private ones of other offices."""
    question = select(plan.c.slug).where(plan.c.public.is_(False), plan.c.office_id != office_id)
    return frozenset(connection.scalars(question))


EVERYTHING = Sight(all=True)
PUBLIC = Sight()
