"""Evidence that an occurrence was delivered. A piece is added and read, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Connection, insert, select

from scheduler.store.account_tables import evidence
from scheduler.store.rows import in_chunks
from scheduler.store.tables import occurrence

FACTS = ("kind", "day", "time", "link", "issue", "page", "log", "note")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece. `day` and `time` are when it was really aired or published, wall time of the plan.

    kind         `aired` or `published`
    log          the station's log entry; issue, page: of a newspaper
    who          as whoever gave it was called then; created_at is machine time
    """

    id: int
    occurrence_id: str
    kind: str
    day: date | None
    time: time | None
    link: str | None
    issue: str | None
    page: str | None
    log: str | None
    note: str | None
    person_id: str | None
    who: str
    created_at: datetime


def add_evidence(
    connection: Connection,
    occurrence_id: str,
    facts: dict[str, object],
    *,
    person_id: str | None,
    who: str,
    at: datetime,
) -> Evidence:
    """Store one piece; `facts` has the names of FACTS, `at` is machine time."""
    row = {"occurrence_id": occurrence_id, "person_id": person_id, "who": who, "created_at": at, **facts}
    made = connection.execute(insert(evidence).values(row).returning(evidence.c.id)).scalar_one()
    found = connection.execute(select(evidence).where(evidence.c.id == made)).mappings().one()
    return Evidence(**found)


def evidence_of(connection: Connection, occurrence_ids: Sequence[str]) -> dict[str, list[Evidence]]:
    """The pieces of some occurrences, oldest first, by occurrence id; one without any is left out."""
    found: dict[str, list[Evidence]] = {}
    for some in in_chunks(occurrence_ids):
        question = select(evidence).where(evidence.c.occurrence_id.in_(some)).order_by(evidence.c.id)
        for row in connection.execute(question).mappings():
            found.setdefault(row["occurrence_id"], []).append(Evidence(**row))
    return found


def with_evidence(connection: Connection, item_ids: Sequence[int]) -> set[str]:
    """The ids of the items' occurrences that carry evidence."""
    found: set[str] = set()
    for some in in_chunks(item_ids):
        question = select(evidence.c.occurrence_id).distinct().join(occurrence)
        found.update(connection.scalars(question.where(occurrence.c.item_id.in_(some))))
    return found
