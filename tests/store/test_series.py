"""What calendars are told of a series only rises, whatever becomes of its rows; on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.occurrences.rows import delete_rows, replace_rows, rows_by_id, touch_items
from scheduler.store.occurrences.series import StoredSeries, series_of_plan
from tests.store.samples import AT, PLAN, Stored, airing, store

ZONE = ZoneInfo(PLAN.timezone)
START = datetime(2024, 1, 17, 17, 45)


class Slot:
    """One slot of three airings, and what is told of it after each change."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        with transaction(engine) as connection:
            self.stored: Stored = store(connection)
            rows = [airing(self.stored, START + timedelta(days=7 * n)) for n in range(3)]
            self.ids = [row.id for row in rows]
            insert_rows(connection, rows, ZONE, AT)
        self.at = AT
        self.before = self.told()

    def told(self, slot: str | None = None) -> StoredSeries:
        with reading(self.engine) as connection:
            found = {key[1]: one for key, one in series_of_plan(connection, PLAN.slug).items()}
        return found[slot] if slot is not None else found[self.slot()]

    def slot(self) -> str:
        with reading(self.engine) as connection:
            return next(iter(rows_by_id(connection, self.ids).values())).slot

    def change(self, number: int, **facts: object) -> None:
        self.at += timedelta(hours=1)
        with transaction(self.engine) as connection:
            row = rows_by_id(connection, self.ids)[self.ids[number]]
            replace_rows(connection, [row.changed(**facts)], ZONE, self.at)

    def delete(self, *numbers: int) -> None:
        self.at += timedelta(hours=1)
        with transaction(self.engine) as connection:
            delete_rows(connection, [self.ids[number] for number in numbers], self.at)
        self.ids = [one for n, one in enumerate(self.ids) if n not in numbers]

    def rose(self) -> int:
        """By how much SEQUENCE has risen since it was asked; the change is dated, and the UID the same."""
        now, before = self.told(), self.before
        assert now.uid == before.uid
        assert now.changed_at == self.at
        self.before = now
        return now.sequence - before.sequence


@pytest.fixture
def slot(engine: Engine) -> Slot:
    return Slot(engine)


def test_series_rises_as_its_rows_do(slot: Slot) -> None:
    assert (slot.before.sequence, slot.before.changed_at) == (0, AT)
    slot.change(1, start=START + timedelta(days=8))
    assert slot.rose() == 1
    slot.change(1, reason="Trực tiếp")
    assert slot.rose() == 0, "what a calendar need not notice"
    slot.change(0, state="cancelled", cancelled_at=datetime(2024, 1, 1, tzinfo=UTC))
    assert slot.rose() == 1


def test_rows_that_leave_raise_their_series(slot: Slot) -> None:
    """By the sum over the rows that were left it fell from 8 to 5, and programs kept what was gone."""
    for number in range(3):
        slot.change(number, start=START + timedelta(days=7 * number, hours=1))
    assert slot.rose() == 3
    slot.delete(1, 2)
    assert slot.rose() == 2
    slot.delete(0)
    with reading(slot.engine) as connection:
        [gone] = series_of_plan(connection, PLAN.slug).values()
    assert gone.sequence == slot.before.sequence + 1, "it is kept for rows that come back"


def test_rows_that_are_added_raise_their_series(slot: Slot) -> None:
    slot.at += timedelta(hours=1)
    with transaction(slot.engine) as connection:
        insert_rows(connection, [airing(slot.stored, START - timedelta(days=7))], ZONE, slot.at)
    assert slot.rose() == 1


def test_row_that_is_brought_back_raises_more_than_its_leaving_counted(slot: Slot) -> None:
    slot.change(0, state="cancelled", cancelled_at=datetime(2024, 1, 1, tzinfo=UTC))
    slot.rose()
    slot.change(0, state="planned", cancelled_at=None)
    assert slot.rose() > 1


def test_row_that_moves_to_another_slot_raises_both(slot: Slot) -> None:
    old = slot.slot()
    slot.change(0, slot="9")
    other, new = slot.told(old), slot.told("9")
    assert other.sequence == slot.before.sequence + 1
    assert new.uid != other.uid


def test_change_of_an_item_is_dated(slot: Slot) -> None:
    slot.at += timedelta(hours=1)
    with transaction(slot.engine) as connection:
        row: OccurrenceRow = next(iter(rows_by_id(connection, slot.ids).values()))
        touch_items(connection, [row.item_id], slot.at)
    assert slot.rose() == 0


def test_clock_that_was_put_back_takes_nothing_back(slot: Slot) -> None:
    slot.change(0, start=START + timedelta(hours=1))
    slot.rose()
    last = slot.at
    slot.at = AT - timedelta(days=1)
    slot.change(0, start=START)
    assert slot.told().changed_at == last
    assert replace(slot.told(), sequence=0) == replace(slot.before, sequence=0)
