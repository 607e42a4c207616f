"""What is on air now: half-open, with the length that calendars show where none is known."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import OccurrenceFilter, upcoming
from scheduler.store.on_air import on_air
from scheduler.store.statements.paging import Cursor
from tests.store.samples import airing, store, write


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2024-01-{text}+07:00")


@pytest.fixture
def evening(engine: Engine) -> dict[str, str]:
    """By id its name: one of twelve minutes over midnight, one of unknown length, a cancelled one, a day."""
    with transaction(engine) as connection:
        stored = store(connection)
        rows = {
            "late": airing(stored, datetime(2024, 1, 17, 23, 55), minutes=12),
            "open": airing(stored, datetime(2024, 1, 17, 23, 50)),
            "cancelled": airing(stored, datetime(2024, 1, 17, 23, 56), minutes=4, state="cancelled"),
            "day": airing(stored, datetime(2024, 1, 17).date()),
            "next": airing(stored, datetime(2024, 1, 18, 0, 7), minutes=13),
        }
        write(connection, *rows.values())
    return {row.id: name for name, row in rows.items()}


@pytest.mark.parametrize(
    ("now", "running"),
    [
        ("17T23:49", set()),
        ("17T23:55", {"late", "open"}),
        ("18T00:04", {"late", "open"}),
        ("18T00:05", {"late"}),
        ("18T00:07", {"next"}),
        ("18T00:20", set()),
    ],
)
def test_an_airing_is_on_air_from_its_start_to_its_end(
    engine: Engine, evening: dict[str, str], now: str, running: set[str]
) -> None:
    with reading(engine) as connection:
        found = on_air(connection, at(now), OccurrenceFilter(), 15)
    assert {evening[one.id] for one in found} == running


def test_the_list_of_what_comes_goes_on_behind_them(engine: Engine, evening: dict[str, str]) -> None:
    now, wanted, seen = at("18T00:00"), OccurrenceFilter(), []
    after: Cursor | None = None
    with reading(engine) as connection:
        while True:
            also = on_air(connection, now, wanted, 15)
            page = upcoming(connection, now, wanted, 1, after=after, also=also)
            seen += [evening[one.id] for one in page.items]
            if page.next is None:
                break
            after = Cursor.read(str(page.next))
    assert seen == ["open", "late", "next"]
