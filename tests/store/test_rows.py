"""Writing occurrences and overrides, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, update
from sqlalchemy.exc import IntegrityError

from scheduler.errors import Conflict
from scheduler.store.database.engine import reading, transaction
from scheduler.store.instants import zone
from scheduler.store.occurrences.read_model import get_occurrence
from scheduler.store.occurrences.row import OccurrenceRow, Override
from scheduler.store.occurrences.rows import (
    delete_rows,
    get_row,
    item_overrides,
    item_rows,
    overrides_by_id,
    replace_rows,
    replay_rows,
    save_overrides,
)
from scheduler.store.tables import occurrence
from tests.store.samples import AT, LATER, PLAN, a_month, airing, store, window, write

ZONE = zone(PLAN.timezone)


def as_stored(row: OccurrenceRow) -> OccurrenceRow:
    """A new row's original start is its start."""
    return replace(row, original_start=row.start)


def test_rows_come_back_as_they_were_written(engine: Engine) -> None:
    month = a_month(engine)
    with transaction(engine) as connection:
        for row in month.values():
            assert get_row(connection, row.id) == get_row(connection, row.id, lock=True) == as_stored(row)
        assert get_row(connection, "occ_none") is None


def test_every_fact_of_a_row_is_kept(engine: Engine) -> None:
    with transaction(engine) as connection:
        row = airing(
            store(connection),
            datetime(2024, 4, 19, 0, 0),
            channel="KG",
            minutes=10,
            minutes_max=12,
            end_written=True,
            state="cancelled",
            original_start=date(2024, 4, 18),
            shifted_from=datetime(2024, 4, 18, 23, 59),
            reason="Giỗ Tổ Hùng Vương",
            orphaned=True,
            cancelled_at=datetime(2024, 4, 2, 1, tzinfo=UTC),
            sequence=3,
            revision=7,
        )
        write(connection, row)
        assert get_row(connection, row.id) == row


def test_midnight_is_not_a_missing_time(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        midnight, untimed = airing(stored, datetime(2024, 5, 1, 0, 0)), airing(stored, date(2024, 5, 1))
        write(connection, midnight, untimed)
        assert get_occurrence(connection, midnight.id).start == datetime(2024, 5, 1, 0, 0)
        assert type(get_occurrence(connection, untimed.id).start) is date


def test_an_item_s_rows_come_by_start(engine: Engine) -> None:
    month = a_month(engine)
    with reading(engine) as connection:
        item_id = month["premiere"].item_id
        assert [row.id for row in item_rows(connection, [item_id])] == [
            month["premiere"].id,
            month["replay"].id,
        ]
        assert item_rows(connection, []) == []
        many = [*range(10_000, 12_000), item_id]
        assert len(item_rows(connection, many)) == 2
        of = month["premiere"].id
        assert replay_rows(connection, [of]) == {of: [as_stored(month["replay"])]}


# --- changes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "raised"),
    [
        ({"start": datetime(2024, 1, 18, 17, 45)}, 1),
        ({"minutes": 15}, 1),
        ({"end_written": True}, 1),
        ({"channel": "KG1"}, 1),
        ({"state": "cancelled"}, 1),
        ({"start": datetime(2024, 1, 18, 17, 45), "state": "cancelled", "channel": None}, 1),
        ({"state": "delivered"}, 0),
        ({"state": "missed"}, 0),
        ({"slot": "2", "period": "2024-02", "orphaned": True, "reason": "x"}, 0),
        ({}, 0),
    ],
)
def test_sequence_rises_where_a_reader_must_notice(facts: dict[str, object], raised: int) -> None:
    row = OccurrenceRow(
        "occ_1", "1@x", 1, 1, "1", "2024-01", "premiere",
        datetime(2024, 1, 17, 17, 45), None, "KG", 12, sequence=4,
    )  # fmt: skip
    assert row.changed(**facts).sequence == 4 + raised


def test_a_restored_airing_raises_sequence_again() -> None:
    row = OccurrenceRow(
        "occ_1", "1@x", 1, 1, "1", "2024-01", "premiere", date(2024, 1, 17), state="cancelled", sequence=1
    )
    assert row.changed(state="planned").sequence == 2


def test_a_replaced_row_keeps_its_identity(engine: Engine) -> None:
    row = a_month(engine)["premiere"]
    with transaction(engine) as connection:
        moved = as_stored(row).changed(start=datetime(2024, 1, 18, 18, 0))
        assert replace_rows(connection, [moved], ZONE, LATER) == 1
    with reading(engine) as connection:
        found = get_occurrence(connection, row.id)
    assert (found.uid, found.sequence, found.revision) == (row.uid, 1, 2)
    assert (found.original_start, found.start) == (row.start, datetime(2024, 1, 18, 18, 0))
    assert found.starts_at == datetime(2024, 1, 18, 11, 0, tzinfo=UTC)
    assert (found.created_at, found.updated_at) == (AT, LATER)


def test_a_row_that_changed_since_it_was_read_is_not_written_over(engine: Engine) -> None:
    month = a_month(engine)
    with transaction(engine) as connection:
        replace_rows(connection, [as_stored(month["premiere"]).changed(channel="KG1")], ZONE, LATER)
    with pytest.raises(Conflict, match="Read it again"), transaction(engine) as connection:
        rows = [as_stored(month[name]).changed(channel="KG9") for name in ("replay", "premiere")]
        replace_rows(connection, rows, ZONE, LATER)
    with reading(engine) as connection:
        assert get_occurrence(connection, month["premiere"].id).channel == "KG1"
        assert get_occurrence(connection, month["replay"].id).channel == "KG1"


def test_nothing_to_write_is_no_question(engine: Engine) -> None:
    with transaction(engine) as connection:
        assert replace_rows(connection, [], ZONE, LATER) == 0
        delete_rows(connection, [], AT)


# --- what the database refuses --------------------------------------------------------------

MISTAKES: dict[str, Callable[[OccurrenceRow], OccurrenceRow]] = {
    "kind": lambda row: replace(row, kind="airing"),
    "state": lambda row: replace(row, state="late"),
    "window with a time": lambda row: replace(row, kind="window", end=date(2024, 1, 20)),
    "window without an end": lambda row: replace(row, kind="window", start=date(2024, 1, 17), end=None),
    "end before start": lambda row: replace(
        row, kind="window", start=date(2024, 1, 17), end=date(2024, 1, 16), minutes=None
    ),
    "no minutes": lambda row: replace(row, minutes=0),
    "minutes out of order": lambda row: replace(row, minutes_max=11),
    "a premiere's premiere": lambda row: replace(row, premiere_id=row.id),
    "premiere unknown": lambda row: replace(row, kind="replay", premiere_id="occ_none"),
    "item unknown": lambda row: replace(row, item_id=999),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_row_that_cannot_be_is_refused(engine: Engine, mistake: str) -> None:
    with transaction(engine) as connection:
        row = airing(store(connection), datetime(2024, 1, 17, 17, 45), minutes=12)
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        write(connection, MISTAKES[mistake](row))
    with transaction(engine) as connection:
        write(connection, row)


def test_one_uid_is_one_occurrence(engine: Engine) -> None:
    with transaction(engine) as connection:
        row = airing(store(connection), date(2024, 1, 17))
        write(connection, row)
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        write(connection, replace(row, id="occ_other"))


def test_a_premiere_and_its_replays_go_in_any_order(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        premiere = airing(stored, date(2024, 1, 17))
        replay = airing(stored, date(2024, 1, 18), kind="replay", premiere_id=premiere.id)
        write(connection, replay)
        write(connection, premiere)
    with transaction(engine) as connection:
        delete_rows(connection, [premiere.id], AT)
        delete_rows(connection, [replay.id], AT)
    with reading(engine) as connection:
        assert item_rows(connection, list(stored.items.values())) == []


def test_a_premiere_cannot_go_without_its_replays(engine: Engine) -> None:
    month = a_month(engine)
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        delete_rows(connection, [month["premiere"].id], AT)
    with reading(engine) as connection:
        assert get_row(connection, month["premiere"].id) is not None


# --- overrides ------------------------------------------------------------------------------

MOVED = datetime(2024, 1, 20, 9, 0)


def override(row: OccurrenceRow) -> Override:
    return Override(
        row.id, start=MOVED, channel="KG1", reason="bão", note="đã báo đài", original_channel="KG"
    )


def test_an_override_comes_back_as_it_was_written(engine: Engine) -> None:
    row = a_month(engine)["premiere"]
    with transaction(engine) as connection:
        save_overrides(connection, [override(row)], AT)
        save_overrides(connection, [override(row)], LATER)
        assert overrides_by_id(connection, [row.id])[row.id] == override(row)
        assert item_overrides(connection, [row.item_id]) == {row.id: override(row)}
        assert item_overrides(connection, [row.item_id + 1]) == {}
        changed = replace(override(row), start=None, cancelled=True, note=None)
        save_overrides(connection, [changed], LATER)
        assert overrides_by_id(connection, [row.id])[row.id] == changed


def test_an_override_taken_back_is_gone(engine: Engine) -> None:
    row = a_month(engine)["premiere"]
    with transaction(engine) as connection:
        save_overrides(connection, [override(row)], AT)
        save_overrides(connection, [Override(row.id, original_channel="KG")], LATER)
        assert not overrides_by_id(connection, [row.id])
        save_overrides(connection, [Override(row.id)], LATER)
        assert not overrides_by_id(connection, [row.id])


def test_a_person_s_work_is_not_deleted_in_silence(engine: Engine) -> None:
    row = a_month(engine)["replay"]
    with transaction(engine) as connection:
        save_overrides(connection, [override(row)], AT)
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        delete_rows(connection, [row.id], AT)
    with reading(engine) as connection:
        assert overrides_by_id(connection, [row.id])[row.id] == override(row)


# --- types that are not mixed ---------------------------------------------------------------


def test_a_wall_time_is_refused_where_an_instant_belongs(engine: Engine) -> None:
    row = a_month(engine)["premiere"]
    with pytest.raises(Exception, match="is a wall time"), transaction(engine) as connection:
        change = update(occurrence).where(occurrence.c.id == row.id)
        connection.execute(change.values(starts_at=datetime(2024, 1, 17, 17, 45)))


def test_an_instant_is_the_same_whatever_zone_it_was_said_in(engine: Engine) -> None:
    row = a_month(engine)["premiere"]
    said = datetime.fromisoformat("2024-01-17T17:45:00.123456+07:00")
    with transaction(engine) as connection:
        change = update(occurrence).where(occurrence.c.id == row.id)
        connection.execute(change.values(cancelled_at=said))
        found = get_occurrence(connection, row.id).cancelled_at
    assert found == said
    assert found is not None
    assert found.tzinfo is UTC


def test_a_window_has_no_time_of_day(engine: Engine) -> None:
    with transaction(engine) as connection:
        row = window(store(connection), date(2024, 1, 1), date(2024, 1, 7))
        write(connection, row)
        found = connection.execute(occurrence.select()).one()
    assert (found.start_time, found.end_time) == (None, None)
    assert found.start_day == date(2024, 1, 1)
    assert not isinstance(found.start_day, datetime)
