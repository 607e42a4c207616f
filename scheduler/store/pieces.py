"""What really appeared, as stored: pieces with their proofs, for an occurrence or for an item alone.

A piece and a proof are added and read. Of a piece its withdrawal is written later, and the day on which it
appeared where nobody knew it before; nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, true, update
from sqlalchemy.engine import Row

from scheduler.store.piece_tables import piece, proof
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import item, occurrence, plan

PROOF_FACTS = ("kind", "day", "time", "link", "issue", "page", "log", "note", "file", "file_name")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One proof. `day` and `time` are when it was really aired or published, wall time of the plan.

    kind         `aired` or `published`
    log          the station's log entry; issue, page: of a newspaper
    file         the sha256 of one; file_name: as whoever gave it called it
    who          as whoever gave it was called then; created_at is machine time
    """

    id: int
    piece_id: int
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
    file: str | None = None
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece with its proofs, oldest first.

    plan, item     slug and number
    occurrence_id  that it was given for; makes_good: a missed one that it stands in for
    unit           one of the item's; None where the item has one alone
    day, time      when it really appeared, wall time of the plan; without a day: when its occurrence was due
    who, withdrawn_by   as they were called then; created_at and withdrawn_at are machine time
    """

    id: int
    plan: str
    item: str
    occurrence_id: str | None
    makes_good: str | None
    unit: str | None
    count: int
    day: date | None
    time: time | None
    channel: str | None
    title: str | None
    person_id: str | None
    who: str
    created_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_why: str | None
    proofs: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedPiece:
    """What counting needs of a piece; `of` is the occurrence that it was given for."""

    item_id: int
    of: str | None
    makes_good: str | None
    unit: str | None
    count: int
    day: date | None
    channel: str | None
    id: int


@dataclass(frozen=True, slots=True)
class PieceFilter:
    """Which pieces are asked for; None asks for all.

    item, occurrence   number and id; an occurrence has also what makes it good
    first, last        the days on which they appeared, both inclusive: those that say no day are left out
    withdrawn          True: also what was withdrawn
    """

    plan: str
    item: str | None = None
    occurrence: str | None = None
    first: date | None = None
    last: date | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives something, and when (machine time)."""

    who: str
    person_id: str | None
    at: datetime


def add_piece(connection: Connection, item_id: int, facts: Mapping[str, object], giver: Giver) -> int:
    """Store one piece; `facts` has names of columns. Gives its id."""
    row = {"item_id": item_id, "person_id": giver.person_id, "who": giver.who, "created_at": giver.at}
    made = connection.execute(insert(piece).values(row | dict(facts)).returning(piece.c.id)).scalar_one()
    return int(made)


def add_delivered(
    connection: Connection,
    occurrence_ids: Sequence[str],
    proofs: Mapping[str, Mapping[str, object]],
    giver: Giver,
) -> None:
    """Store a piece for each of some occurrences, with a proof; `proofs` by the occurrence's id.

    Each appeared on the day of its proof, else when it was due.
    """
    given = {"person_id": giver.person_id, "who": giver.who, "created_at": giver.at}
    for some in in_chunks(occurrence_ids):
        question = select(occurrence.c.id, occurrence.c.item_id).where(occurrence.c.id.in_(some))
        items = {row.id: row.item_id for row in connection.execute(question)}
        pieces = [
            {"item_id": items[each], "occurrence_id": each}
            | {"day": proofs[each].get("day"), "time": proofs[each].get("time")}
            | given
            for each in some
        ]
        connection.execute(insert(piece), pieces)
        made = select(piece.c.occurrence_id, func.max(piece.c.id)).where(piece.c.occurrence_id.in_(some))
        ids = {row[0]: row[1] for row in connection.execute(made.group_by(piece.c.occurrence_id))}
        of_all = dict.fromkeys(PROOF_FACTS)
        rows = [of_all | dict(proofs[each]) | {"piece_id": ids[each]} | given for each in some]
        connection.execute(insert(proof), rows)


def add_proof(connection: Connection, piece_id: int, facts: Mapping[str, object], giver: Giver) -> Evidence:
    """Store one proof; `facts` has the names of PROOF_FACTS. A piece without a day takes the proof's."""
    row = {"piece_id": piece_id, "person_id": giver.person_id, "who": giver.who, "created_at": giver.at}
    made = connection.execute(insert(proof).values(row | dict(facts)).returning(proof.c.id)).scalar_one()
    if facts.get("day") is not None:
        undated = update(piece).where(piece.c.id == piece_id, piece.c.day.is_(None))
        connection.execute(undated.values(day=facts["day"], time=facts.get("time")))
    found = connection.execute(select(proof).where(proof.c.id == made)).mappings().one()
    return Evidence(**found)


def withdraw(connection: Connection, piece_ids: Sequence[int], why: str, giver: Giver) -> None:
    """Mark pieces as withdrawn; they stay to be read."""
    facts = {"withdrawn_at": giver.at, "withdrawn_by": giver.who, "withdrawn_why": why}
    for some in in_chunks(piece_ids):
        connection.execute(update(piece).where(piece.c.id.in_(some)).values(facts))


def give_back(connection: Connection, piece_ids: Sequence[int]) -> None:
    """Let pieces count again that were withdrawn; who withdrew them, and why, stays in the audit log."""
    facts = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_why": None}
    for some in in_chunks(piece_ids):
        connection.execute(update(piece).where(piece.c.id.in_(some)).values(facts))


def last_withdrawn(connection: Connection, occurrence_ids: Sequence[str]) -> list[int]:
    """The ids of the pieces of some occurrences that were withdrawn last, of each those of that one time."""
    found: list[int] = []
    for some in in_chunks(occurrence_ids):
        last = (
            select(piece.c.occurrence_id, func.max(piece.c.withdrawn_at).label("at"))
            .where(piece.c.occurrence_id.in_(some))
            .group_by(piece.c.occurrence_id)
            .subquery()
        )
        same = and_(piece.c.occurrence_id == last.c.occurrence_id, piece.c.withdrawn_at == last.c.at)
        found += connection.scalars(select(piece.c.id).join(last, same))
    return found


def live_pieces_of(connection: Connection, occurrence_ids: Sequence[str]) -> list[int]:
    """The ids of what was given for some occurrences and not withdrawn."""
    found: list[int] = []
    for some in in_chunks(occurrence_ids):
        of = piece.c.occurrence_id.in_(some)
        found += connection.scalars(select(piece.c.id).where(of, piece.c.withdrawn_at.is_(None)))
    return found


def evidence_of(connection: Connection, occurrence_ids: Sequence[str]) -> dict[str, list[Evidence]]:
    """The proofs of some occurrences, oldest first, by occurrence id, of withdrawn pieces too.

    One without any is left out.
    """
    found: dict[str, list[Evidence]] = {}
    for some in in_chunks(occurrence_ids):
        question = select(proof, piece.c.occurrence_id).join(piece).where(piece.c.occurrence_id.in_(some))
        for row in connection.execute(question.order_by(proof.c.id)).mappings():
            facts = {name: row[name] for name in Evidence.__dataclass_fields__}
            found.setdefault(row["occurrence_id"], []).append(Evidence(**facts))
    return found


def live_pieces(connection: Connection, occurrence_id: str) -> list[int]:
    """The ids of what was given for an occurrence and not withdrawn, oldest first."""
    question = select(piece.c.id).where(
        piece.c.occurrence_id == occurrence_id, piece.c.withdrawn_at.is_(None)
    )
    return list(connection.scalars(question.order_by(piece.c.id)))


def has_pieces(connection: Connection, occurrence_id: str) -> bool:
    """Whether any piece names the occurrence, withdrawn or not."""
    named = or_(piece.c.occurrence_id == occurrence_id, piece.c.makes_good == occurrence_id)
    return connection.scalar(select(piece.c.id).where(named).limit(1)) is not None


def with_pieces(connection: Connection, item_ids: Sequence[int]) -> set[str]:
    """The ids of the items' occurrences that some piece names."""
    found: set[str] = set()
    for some in in_chunks(item_ids):
        for column in (piece.c.occurrence_id, piece.c.makes_good):
            named = select(column).distinct().join(occurrence, occurrence.c.id == column)
            found.update(connection.scalars(named.where(occurrence.c.item_id.in_(some))))
    return found


def items_with_pieces(connection: Connection, item_ids: Sequence[int]) -> set[int]:
    """Which of the items have pieces, withdrawn or not."""
    found: set[int] = set()
    for some in in_chunks(item_ids):
        found.update(connection.scalars(select(piece.c.item_id).distinct().where(piece.c.item_id.in_(some))))
    return found


def get_piece(connection: Connection, piece_id: int) -> Piece | None:
    """The piece of that id, or None."""
    found = _read(connection, connection.execute(_ALL.where(piece.c.id == piece_id)).all())
    return found[0] if found else None


def find_pieces(
    connection: Connection, wanted: PieceFilter, after: int | None = None, limit: int | None = None
) -> list[Piece]:
    """What the filter asks for, in the order in which it was entered, behind the id `after`."""
    question = _ALL.where(_matching(wanted)).order_by(piece.c.id).limit(limit)
    if after is not None:
        question = question.where(piece.c.id > after)
    return _read(connection, connection.execute(question).all())


def counted_pieces(connection: Connection, plan_id: int) -> list[CountedPiece]:
    """All of a plan's pieces that were not withdrawn, in the order in which they were entered."""
    question = (
        select(
            piece.c.item_id,
            piece.c.occurrence_id,
            piece.c.makes_good,
            piece.c.unit,
            piece.c.count,
            piece.c.day,
            piece.c.channel,
            piece.c.id,
        )
        .join(item, item.c.id == piece.c.item_id)
        .where(item.c.plan_id == plan_id, piece.c.withdrawn_at.is_(None))
        .order_by(piece.c.id)
    )
    return [CountedPiece(*row) for row in connection.execute(question)]


_ALL: Select[Any] = (
    select(piece, plan.c.slug.label("plan"), item.c.number.label("item"))
    .join(item, item.c.id == piece.c.item_id)
    .join(plan, plan.c.id == item.c.plan_id)
)


def _matching(wanted: PieceFilter) -> ColumnElement[bool]:
    tests = [plan.c.slug == wanted.plan]
    if wanted.item is not None:
        tests.append(item.c.number == wanted.item)
    if wanted.occurrence is not None:
        tests.append(or_(piece.c.occurrence_id == wanted.occurrence, piece.c.makes_good == wanted.occurrence))
    if wanted.first is not None:
        tests.append(piece.c.day >= wanted.first)
    if wanted.last is not None:
        tests.append(piece.c.day <= wanted.last)
    if not wanted.withdrawn:
        tests.append(piece.c.withdrawn_at.is_(None))
    return and_(true(), *tests)


def _read(connection: Connection, rows: Iterable[Row[Any]]) -> list[Piece]:
    rows = list(rows)
    proofs: dict[int, list[Evidence]] = {}
    for some in in_chunks([row.id for row in rows]):
        question = select(proof).where(proof.c.piece_id.in_(some)).order_by(proof.c.id)
        for each in connection.execute(question).mappings():
            proofs.setdefault(each["piece_id"], []).append(Evidence(**each))
    names = [name for name in Piece.__dataclass_fields__ if name != "proofs"]
    return [
        Piece(**{name: row._mapping[name] for name in names}, proofs=tuple(proofs.get(row.id, ())))
        for row in rows
    ]
