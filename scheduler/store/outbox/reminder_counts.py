"""How many reminders ended how: counted whole once a night, and from there on only what has come since.

A count never falls because rows are removed: what is gone stays counted. Up to `counted_to` no row was open
when all were counted, so what may still end lies above it. A person's later word on one below is counted at
once (`count_decided`); what else becomes of one, such as its being due again, at the next night.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Row,
    case,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.store.outbox.reminders import FIRST_DUE, IS_OPEN
from scheduler.store.tables import reminder, reminder_count, upkeep

LATE_SECONDS = 60  # sent this long after it was due first, a reminder counts as late
ENDS = ("accepted", "failed", "expired", "cancelled")

_COUNTERS = ("gone", "gone_late", "kept", "kept_late")


class Counted(NamedTuple):
    """How many reminders of a kind are in a state, and how many of them were sent late."""

    what: str
    state: str
    number: int
    late: int


def counted_to(connection: Connection) -> int:
    """The id up to which all reminders were counted; 0 before the first night."""
    return connection.scalar(select(upkeep.c.counted_to)) or 0


def ends(connection: Connection) -> list[Counted]:
    """How many reminders ended in each way, those that are gone too; some kinds twice, to be added."""
    columns = reminder_count.c
    known = select(
        columns.what, columns.state, columns.gone + columns.kept, columns.gone_late + columns.kept_late
    )
    found = [Counted(*row) for row in connection.execute(known)]
    return found + _count(connection, reminder.c.id > counted_to(connection))


def count_kept(connection: Connection) -> int:
    """How many reminders are there, nearly: those that are open or in doubt since long are left out."""
    known = connection.scalar(select(func.sum(reminder_count.c.kept))) or 0
    fresh = select(func.count()).where(reminder.c.id > counted_to(connection))
    return int(known) + (connection.scalar(fresh) or 0)


def count_all(connection: Connection) -> tuple[int, list[Counted]]:
    """Count every reminder below the first that is open; the id up to which that is, and the counts."""
    first_open = connection.scalar(select(func.min(reminder.c.id)).where(IS_OPEN))
    last = connection.scalar(select(func.max(reminder.c.id))) or 0
    until = last if first_open is None else first_open - 1
    return until, _count(connection, reminder.c.id <= until)


def keep_counts(connection: Connection, until: int, counts: Iterable[Counted]) -> None:
    """Write down what `count_all` found."""
    connection.execute(update(reminder_count).values(kept=0, kept_late=0))
    connection.execute(update(upkeep).values(counted_to=until))
    for one in counts:
        _add(connection, one.what, one.state, kept=one.number, kept_late=one.late)


def count_decided(connection: Connection, ids: Sequence[int]) -> None:
    """Count reminders that a person has just decided about, where they are below what is counted anew."""
    below = (reminder.c.id.in_(ids), reminder.c.id <= counted_to(connection))
    for one in _count(connection, *below):
        _add(connection, one.what, one.state, kept=one.number, kept_late=one.late)


def count_gone(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    """Go on counting rows that were removed: id, what, state, and `late` as `is_late` gives it."""
    until = counted_to(connection)
    for (what, state), some in sorted(_by_kind(rows).items()):
        below = [row for row in some if row.id <= until]
        _add(
            connection,
            what,
            state,
            gone=len(some),
            gone_late=sum(row.late for row in some),
            kept=-len(below),
            kept_late=-sum(row.late for row in below),
        )


def is_late(connection: Connection) -> ColumnElement[int]:
    """1 where it was sent late; no expression says on both databases how long that took."""
    took: ColumnElement[float]
    if connection.dialect.name == "sqlite":
        sent, since = (func.julianday(at, type_=Float()) for at in (reminder.c.sent_at, FIRST_DUE))
        took = (sent - since) * 86_400
    else:
        took = func.date_part("epoch", reminder.c.sent_at - FIRST_DUE, type_=Float())
    return case(((reminder.c.state == "accepted") & (took > LATE_SECONDS), 1), else_=0)


def _count(connection: Connection, *which: ColumnElement[bool]) -> list[Counted]:
    question = select(reminder.c.what, reminder.c.state, func.count(), func.sum(is_late(connection)))
    question = question.where(*which, reminder.c.what != "confirm", reminder.c.state.in_(ENDS))
    rows = connection.execute(question.group_by(reminder.c.what, reminder.c.state))
    return [Counted(what, state, count, int(late or 0)) for what, state, count, late in rows]


def _by_kind(rows: Iterable[Row[Any]]) -> dict[tuple[str, str], list[Row[Any]]]:
    found: dict[tuple[str, str], list[Row[Any]]] = {}
    for row in rows:
        if row.state in ENDS and row.what != "confirm":
            found.setdefault((row.what, row.state), []).append(row)
    return found


def _add(connection: Connection, what: str, state: str, **counters: int) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    facts = dict.fromkeys(_COUNTERS, 0) | counters
    step = dialect.insert(reminder_count).values(what=what, state=state, **facts)
    more = {name: reminder_count.c[name] + step.excluded[name] for name in counters}
    connection.execute(step.on_conflict_do_update(index_elements=["what", "state"], set_=more))
