"""The office's own days off, on top of its country's calendar."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from scheduler.day_off import DayOff
from scheduler.store.tables import day_off, office


def list_days_off(
    connection: Connection, office_name: str, first: date | None = None, last: date | None = None
) -> list[DayOff]:
    """The entries of an office in order of day; `first` and `last` are inclusive."""
    question = (
        select(day_off.c.day, day_off.c.kind, day_off.c.name)
        .join(office, office.c.id == day_off.c.office_id)
        .where(office.c.name == office_name)
        .order_by(day_off.c.day)
    )
    if first is not None:
        question = question.where(day_off.c.day >= first)
    if last is not None:
        question = question.where(day_off.c.day <= last)
    return [DayOff(row.day, row.kind, row.name) for row in connection.execute(question)]


def list_offices(connection: Connection) -> list[str]:
    """The names of the offices, in order."""
    return list(connection.execute(select(office.c.name).order_by(office.c.name)).scalars())


def save_day_off(connection: Connection, office_id: int, entry: DayOff, at: datetime) -> None:
    """Write an entry in place of what was said of its day before. `at` is machine time."""
    remove_day_off(connection, office_id, entry.day)
    facts = {"office_id": office_id, "day": entry.day, "kind": entry.kind, "name": entry.name}
    connection.execute(insert(day_off).values(**facts, created_at=at, updated_at=at))


def remove_day_off(connection: Connection, office_id: int, day: date) -> bool:
    """Take away what was said of a day; False where nothing was."""
    question = delete(day_off).where(day_off.c.office_id == office_id, day_off.c.day == day)
    return connection.execute(question).rowcount > 0
