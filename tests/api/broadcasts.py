"""A service over one busy month: every kind and state, clashes, replays, windows, a day without a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.occurrences.row import OccurrenceRow
from tests.api.service import Service, running
from tests.store.samples import PLAN, Stored, airing, store, window, write

NOW = datetime.fromisoformat("2024-01-17T18:00+07:00")
SLUG = PLAN.slug
KG = {"channel": "KG"}


def timed(stored: Stored, day: int, at: str, minutes: int, **facts: Any) -> OccurrenceRow:
    """An airing of January 2024 of so many minutes."""
    hour, minute = at.split(":")
    start = datetime(2024, 1, day, int(hour), int(minute))
    return airing(stored, start, minutes=minutes, **facts)


def busy_month(stored: Stored) -> dict[str, OccurrenceRow]:
    """The rows by name. On 19 January two clash, and a third begins when the first of them ends."""
    premiere = timed(stored, 17, "17:45", 12, state="delivered", **KG)
    late = timed(stored, 31, "23:00", 30, **KG)
    return {
        "first week": window(stored, date(2024, 1, 1), date(2024, 1, 7)),
        "across": window(stored, date(2024, 1, 25), date(2024, 2, 4)),
        "missed": timed(stored, 10, "17:45", 12, state="missed", **KG),
        "untimed": airing(stored, date(2024, 1, 16), item="3"),
        "premiere": premiere,
        "replay": timed(stored, 18, "06:00", 12, kind="replay", premiere_id=premiere.id, channel="KG1"),
        "long": timed(stored, 19, "20:00", 30, **KG),
        "within": timed(stored, 19, "20:15", 5, **KG),
        "after": timed(stored, 19, "20:30", 30, **KG),
        "elsewhere": timed(stored, 19, "20:00", 30, channel="KG1"),
        "cancelled": timed(stored, 20, "20:00", 30, state="cancelled", **KG),
        "late": late,
        "replay in February": replace(
            timed(stored, 1, "06:00", 30, kind="replay", premiere_id=late.id, **KG),
            start=datetime(2024, 2, 1, 6, 0),
        ),
    }


@contextmanager
def broadcasting(template: Path, folder: Path) -> Iterator[tuple[Service, dict[str, OccurrenceRow]]]:
    """Serve that month: a public plan that may be framed, and a public one that may not."""
    path = folder / "airslot.db"
    shutil.copyfile(template, path)
    engine: Engine = open_engine(f"sqlite:///{path}")
    with transaction(engine) as connection:
        stored = store(connection, replace(PLAN, framable=True))
        rows = busy_month(stored)
        write(connection, *rows.values())
        store(connection, replace(PLAN, slug="unframed"), ())
    with running(engine, FixedClock(NOW)) as service:
        yield service, rows
    engine.dispose()
