"""The days on which an office closes its figures: month and day of each quarter, or nothing of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from scheduler.store.tables import office


def office_cut_offs(connection: Connection, office_id: int) -> list[str] | None:
    """What the office has said, as "03-14"; None where it has said nothing."""
    return connection.scalar(select(office.c.cut_offs).where(office.c.id == office_id))


def save_cut_offs(connection: Connection, office_id: int, words: Sequence[str] | None, at: datetime) -> None:
    """Write what the office says, or take it away with None. `at` is machine time."""
    said = None if words is None else list(words)
    connection.execute(update(office).where(office.c.id == office_id).values(cut_offs=said, updated_at=at))
