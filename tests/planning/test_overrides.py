"""What a person may do to one occurrence, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from scheduler.errors import AirslotError, Conflict, Invalid, NotFound
from tests.planning import overrides
from tests.planning.samples import THURSDAY, Desk, column, entry, windows
from tests.planning.test_document import PLANS


def test_a_moved_premiere_takes_its_replay_along(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    premiere, replay = desk.row("2024-05-15"), desk.row("2024-05-16", "replay")
    moved = desk.do(overrides.move, premiere.id, datetime(2024, 5, 20, 9, 0))
    assert (moved.start, moved.end) == (datetime(2024, 5, 20, 9, 0), datetime(2024, 5, 20, 9, 12))
    assert (moved.uid, moved.sequence) == (premiere.uid, 1)
    assert moved.original_start == premiere.start
    assert moved.starts_at == datetime(2024, 5, 20, 2, 0, tzinfo=UTC)
    followed = desk.row("2024-05-21", "replay")
    assert (followed.id, followed.start, followed.sequence) == (replay.id, datetime(2024, 5, 21, 6), 1)


def test_a_replay_that_a_person_moved_stays_when_its_premiere_moves(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    own = desk.do(overrides.move, desk.row("2024-05-16", "replay").id, datetime(2024, 5, 18, 8, 0))
    desk.do(overrides.move, desk.row("2024-05-15").id, datetime(2024, 5, 17, 17, 45))
    assert desk.row("2024-05-18", "replay") == own


def test_a_replay_never_comes_before_its_premiere(desk: Desk) -> None:
    desk.load_document(_real_plan())
    (premiere,) = [one for one in desk.rows("kien-giang-2024") if str(one.start) == "2024-05-16 05:45:00"]
    desk.do(overrides.move, premiere.id, datetime(2024, 5, 16, 14, 0))
    (replay,) = [one for one in desk.rows("kien-giang-2024") if one.premiere_id == premiere.id]
    assert replay.start == datetime(2024, 5, 16, 20, 0)


def test_a_day_alone_keeps_the_time(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    assert desk.do(overrides.move, desk.row("2024-05-15").id, date(2024, 5, 17)).start == datetime(
        2024, 5, 17, 17, 45
    )


def test_moving_back_is_as_if_nothing_had_been_done(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row = desk.row("2024-05-15")
    desk.do(overrides.move, row.id, datetime(2024, 5, 17, 17, 45))
    back = desk.do(overrides.move, row.id, row.start)
    assert (back.start, back.sequence) == (row.start, 2)
    assert desk.load(entry("2.2", column(months=(6,)))).counts.orphaned == 0


def test_a_move_to_where_it_is_changes_nothing(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row, revision = desk.row("2024-05-15"), desk.revision()
    assert desk.do(overrides.move, row.id, row.start) == row
    assert desk.revision() == revision


def test_another_time_and_duration(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row = desk.do(overrides.retime, desk.row("2024-05-15").id, at=time(20, 0), minutes=30)
    assert (row.start, row.end) == (datetime(2024, 5, 15, 20), datetime(2024, 5, 15, 20, 30))
    assert (row.minutes, row.sequence) == (30, 1)
    desk.load(entry("2.2", column(minutes=15)))
    assert desk.row("2024-05-15").minutes == 30
    restored = desk.do(overrides.restore, row.id)
    assert (restored.start, restored.minutes) == (datetime(2024, 5, 15, 17, 45), 15)


def test_another_channel(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row = desk.row("2024-05-15")
    moved = desk.do(overrides.move, row.id, row.start, channel="KG1")
    assert (moved.channel, moved.sequence) == ("KG1", 1)
    assert desk.load(entry("2.2", column()), include_past=True).empty
    assert desk.do(overrides.restore, row.id).channel == "KG"


def test_a_window_gets_its_real_day(desk: Desk) -> None:
    desk.load(entry("1.1", windows(1, -1)))
    row = desk.row("2024-05-01", "window")
    first = desk.do(overrides.move, row.id, date(2024, 5, 1))
    assert (first.start, first.end, first.sequence) == (date(2024, 5, 1), date(2024, 5, 1), 1)
    fixed = desk.do(overrides.move, row.id, date(2024, 5, 6))
    assert (fixed.start, fixed.end, fixed.original_start) == (
        date(2024, 5, 6),
        date(2024, 5, 6),
        date(2024, 5, 1),
    )
    whole = desk.do(overrides.move, row.id, date(2024, 5, 8), end=date(2024, 5, 14))
    assert (whole.start, whole.end) == (date(2024, 5, 8), date(2024, 5, 14))
    assert desk.load(entry("1.1", windows(1, -1)), include_past=True).empty
    back = desk.do(overrides.restore, row.id)
    assert (back.start, back.end) == (row.start, row.end)


def test_cancelled_and_restored(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row = desk.row("2024-05-15")
    gone = desk.do(overrides.cancel, row.id, desk.clock, reason="Trùng kỳ họp")
    assert (gone.state, gone.sequence, gone.cancelled_at) == ("cancelled", 1, desk.clock.now())
    assert desk.do(overrides.cancel, row.id, desk.clock, reason="Trùng kỳ họp") == gone
    assert desk.do(overrides.cancel, row.id, desk.clock) == gone
    assert desk.row("2024-05-16", "replay").state == "planned"
    back = desk.do(overrides.restore, row.id)
    assert (back.state, back.sequence, back.cancelled_at, back.start) == ("planned", 2, None, row.start)


def test_a_note_raises_no_sequence_and_outlives_a_restore(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row, revision = desk.row("2024-05-15"), desk.revision()
    noted = desk.do(overrides.note, row.id, "  Mời chuyên gia ")
    assert (noted.note, noted.sequence, noted.revision) == ("Mời chuyên gia", 0, row.revision + 1)
    assert desk.revision() == revision + 1
    desk.do(overrides.move, row.id, date(2024, 5, 17))
    assert desk.do(overrides.restore, row.id).note == "Mời chuyên gia"
    assert desk.do(overrides.note, row.id, None).note is None


def test_an_orphan_can_be_discarded_and_not_restored(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row = desk.do(overrides.move, desk.row("2024-05-15").id, date(2024, 5, 17))
    with pytest.raises(Conflict, match="Only an occurrence that the plan no longer gives"):
        desk.do(overrides.discard, row.id)
    desk.load(entry("2.2", column(months=(6,))))
    with pytest.raises(Conflict, match="nothing to restore it to"):
        desk.do(overrides.restore, row.id)
    desk.do(overrides.discard, row.id)
    assert row.id not in {one.id for one in desk.rows()}


@pytest.mark.parametrize("state", ["delivered", "missed"])
def test_what_has_happened_cannot_be_changed(desk: Desk, state: str) -> None:
    desk.load(entry("2.2", column()))
    row = desk.row("2024-05-15")
    desk.deliver(row.id, state)
    acts: list[Callable[[], Any]] = [
        lambda: desk.do(overrides.move, row.id, date(2024, 5, 17)),
        lambda: desk.do(overrides.retime, row.id, minutes=5),
        lambda: desk.do(overrides.cancel, row.id, desk.clock),
        lambda: desk.do(overrides.restore, row.id),
    ]
    for act in acts:
        with pytest.raises(Conflict):
            act()
    assert desk.row("2024-05-15").sequence == 0


def test_a_delivered_replay_does_not_follow(desk: Desk) -> None:
    desk.load(entry("2.6", column(weekday=THURSDAY)))
    replay = desk.row("2024-05-17", "replay")
    desk.deliver(replay.id)
    desk.do(overrides.move, desk.row("2024-05-16").id, date(2024, 5, 20))
    assert desk.row("2024-05-17", "replay").sequence == 0


def test_a_cancelled_one_is_restored_before_it_is_moved(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    row = desk.row("2024-05-15")
    desk.do(overrides.cancel, row.id, desk.clock)
    with pytest.raises(Conflict, match="restore it first"):
        desk.do(overrides.move, row.id, date(2024, 5, 17))


def test_what_cannot_be_done_is_said_in_a_sentence(desk: Desk) -> None:
    desk.load(entry("1.1", windows(1)), entry("2.2", column()))
    window, airing = desk.row("2024-05-01", "window").id, desk.row("2024-05-15").id
    before = desk.rows()
    tries: list[tuple[type[AirslotError], str, Callable[[], Any]]] = [
        (NotFound, "no occurrence occ_x", lambda: desk.do(overrides.note, "occ_x", "a")),
        (Invalid, "outside the window", lambda: desk.do(overrides.move, window, date(2024, 5, 8))),
        (Invalid, "has days only", lambda: desk.do(overrides.move, window, datetime(2024, 5, 2, 9))),
        (
            Invalid,
            "before it begins",
            lambda: desk.do(overrides.move, window, date(2024, 5, 8), end=date(2024, 5, 7)),
        ),
        (Invalid, "Only a window", lambda: desk.do(overrides.move, airing, date(2024, 5, 8), end=date.max)),
        (
            Invalid,
            "has a zone",
            lambda: desk.do(overrides.move, airing, datetime(2024, 5, 8, 9, tzinfo=UTC)),
        ),
        (Invalid, "no duration", lambda: desk.do(overrides.retime, airing, minutes=0)),
        (Invalid, "a time or a duration", lambda: desk.do(overrides.retime, window, at=time(9))),
        (Invalid, "at most 5000", lambda: desk.do(overrides.note, airing, "x" * 5001)),
    ]
    for kind, said, act in tries:
        with pytest.raises(kind, match=said):
            act()
    assert desk.rows() == before


def _real_plan() -> Any:
    from scheduler.planning.plan_file.document import read_plan

    return read_plan(PLANS / "kien-giang-2024.yaml")
