"""A copy of what a worker needs, made row by row into a SQLite file that is thrown away afterwards.

Row by row from either database, in one reading: SQLite's own backup would bring along years of history, and
PostgreSQL makes a database from a template only while nobody uses it, and only for those who may create one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    and_,
    event,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    update,
)

from scheduler.private_files import make_file
from scheduler.store.account_tables import membership, membership_outlet, person
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.outbox.reminders import IS_ENDED, IS_TOLD
from scheduler.store.piece_tables import piece
from scheduler.store.tables import (
    channel,
    item,
    metadata,
    occurrence,
    office,
    outlet,
    override,
    plan,
    quota,
    reminder,
    subscriber,
)

_PREFIX = "airslot-simulate-"
_AT_ONCE = 1_000
_DAY = timedelta(days=1)


@contextmanager
def copied(engine: Engine, earlier: datetime, plan_slug: str | None) -> Iterator[Engine]:
    """A database with what a worker needs, as things stood at `earlier`; gone afterwards."""
    sweep()
    with tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-") as folder:
        path = Path(folder) / "copy.db"
        make_file(path)
        copy = open_engine(f"sqlite:///{path}")

        @event.listens_for(copy, "connect")
        def hurry(connection: Any, _: object) -> None:
            # Nothing of it is kept, so nothing need survive a loss of power.
            connection.execute("PRAGMA synchronous = OFF")

        try:
            metadata.create_all(copy)
            with reading(engine) as source, transaction(copy) as target:
                _copy(source, target, earlier, plan_slug)
            yield copy
        finally:
            copy.dispose()


def sweep() -> None:
    """Remove the copies of programs that were killed: they hold readers' addresses."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        maker = folder.name.removeprefix(_PREFIX).partition("-")[0]
        # Another user's cannot be removed, and is theirs to sweep.
        if not _runs(maker):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(maker: str) -> bool:
    """Whether the program of that number runs; False for what is none: copies of a former release."""
    if not (maker.isascii() and maker.isdigit()):
        return False
    if os.name != "posix":
        return True  # asking there would end it
    try:
        os.kill(int(maker), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _copy(source: Connection, target: Connection, earlier: datetime, plan_slug: str | None) -> None:
    plans = select(plan.c.id) if plan_slug is None else select(plan.c.id).where(plan.c.slug == plan_slug)
    items = select(item.c.id).where(item.c.plan_id.in_(plans))
    occurrences = select(occurrence.c.id).where(occurrence.c.plan_id.in_(plans))
    # What waited is worked out anew.
    before = _before(earlier)
    if plan_slug is not None:
        before = before.where(
            or_(reminder.c.subject_kind != "occurrence", reminder.c.subject.in_(occurrences))
        )
    people = [null().label(column.name) if column.name == "password" else column for column in person.columns]
    questions: tuple[tuple[Any, Select[Any]], ...] = (
        (office, select(office)),
        (plan, select(plan).where(plan.c.id.in_(plans))),
        (outlet, select(outlet)),
        (channel, select(channel)),
        (item, select(item).where(item.c.plan_id.in_(plans))),
        (quota, select(quota).where(quota.c.item_id.in_(items))),
        (occurrence, select(occurrence).where(occurrence.c.plan_id.in_(plans))),
        (override, select(override).where(override.c.occurrence_id.in_(occurrences))),
        (piece, select(piece).where(piece.c.item_id.in_(items))),
        # Who may confirm, without what opens a door.
        (person, select(*people)),
        (membership, select(membership)),
        (membership_outlet, select(membership_outlet)),
        (subscriber, select(subscriber).where(subscriber.c.state == "active")),
        (reminder, before.where(reminder.c.subscriber_id.in_(select(subscriber.c.id)))),
    )
    for table, question in questions:
        kept = [column.name for column in table.columns if column.computed is None]
        found = source.execution_options(yield_per=_AT_ONCE).execute(question).mappings()
        for some in found.partitions(_AT_ONCE):
            target.execute(insert(table), [{name: row[name] for name in kept} for row in some])
    # The machine's clock is the simulation's there, and nothing may have been written after its "now".
    for table in (plan, occurrence, override, subscriber):
        late = table.c.updated_at > earlier
        target.execute(update(table).where(late).values(updated_at=earlier))


def _before(earlier: datetime) -> Select[Any]:
    """What was sent before: it is not sent again, and a change of it is owed a notice."""
    return select(reminder).where(
        or_(IS_TOLD, and_(IS_ENDED, reminder.c.phase == literal_column("'failed'"))),
        reminder.c.what != "confirm",
        func.coalesce(reminder.c.sent_at, reminder.c.due_at) < earlier,
        reminder.c.target_start > earlier - 2 * _DAY,
    )
