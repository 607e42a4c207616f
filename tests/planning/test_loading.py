"""What loading a document does to stored occurrences: law 1, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from types import ModuleType

import pytest

from rules.schedule import DaysLater, Replay
from scheduler.clock import FixedClock
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.planning.loading import applying, loading, work
from scheduler.planning.loading.loading import change_item, preview
from scheduler.store.plans import plan_rows
from scheduler.store.plans.read_model import plan_items
from tests.planning import overrides
from tests.planning.samples import (
    STATION,
    THURSDAY,
    UID_DOMAIN,
    Desk,
    articles,
    column,
    document,
    entry,
    windows,
)


def test_a_first_load_stores_the_whole_year_also_what_is_past(desk: Desk) -> None:
    changes = desk.load(entry("1.1", windows(1, -1)), entry("2.2", column()), entry("3", articles()))
    assert changes.new
    assert changes.counts.added == 48
    rows = desk.rows()
    assert [row.kind for row in rows].count("window") == 24
    first = desk.row("2024-01-17")
    assert (first.start, first.end) == (datetime(2024, 1, 17, 17, 45), datetime(2024, 1, 17, 17, 57))
    assert (first.channel, first.minutes, first.sequence, first.state) == ("KG", 12, 0, "planned")
    assert first.starts_at.isoformat() == "2024-01-17T10:45:00+00:00"
    replay = desk.row("2024-01-18", "replay")
    assert (replay.premiere_id, replay.premiere_uid) == (first.id, first.uid)
    window = rows[0]
    assert (window.start, window.end, window.channel) == (date(2024, 1, 1), date(2024, 1, 7), None)
    assert len({row.uid for row in rows}) == 48
    assert all(row.uid.endswith("@" + UID_DOMAIN) for row in rows)
    with desk.engine.connect() as connection:
        quotas = [item.quotas for item in plan_items(connection, "ke-hoach-2024")]
    assert [len(found) for found in quotas] == [0, 0, 1]


def test_the_same_document_twice_changes_nothing(desk: Desk) -> None:
    items = (entry("1.1", windows(1, -1), outlet=STATION, budget=5), entry("2.2", column()))
    desk.load(*items)
    before, revision = desk.rows(), desk.revision()
    changes = desk.load(*items)
    assert changes.empty
    assert (changes.same, changes.items) == (2, ())
    assert desk.load(*items, include_past=True).empty
    assert (desk.rows(), desk.revision()) == (before, revision)


def test_another_week_moves_what_is_to_come_and_leaves_the_past(desk: Desk) -> None:
    desk.load(entry("2.2", column(week=3)))
    before = {row.id: row for row in desk.rows()}
    changes = desk.load(entry("2.2", column(week=2)))
    assert (changes.counts.moved, changes.counts.untouched) == (18, 6)
    assert (changes.counts.added, changes.counts.dropped) == (0, 0)
    after = {row.id: row for row in desk.rows()}
    assert before.keys() == after.keys()
    for row_id, row in after.items():
        old = before[row_id]
        assert row.uid == old.uid
        past = old.start < datetime(2024, 4, 2, 8)
        assert row.start == (old.start if past else old.start.replace(day=row.start.day))
        assert row.sequence == (0 if past else 1)
        assert row.original_start == row.start
    assert desk.row("2024-04-10").start == datetime(2024, 4, 10, 17, 45)


def test_the_past_moves_only_where_that_is_asked_for_and_is_marked(desk: Desk) -> None:
    desk.load(entry("2.2", column(week=3)))
    changes = desk.load(entry("2.2", column(week=2)), include_past=True)
    (item,) = changes.items
    assert [pair.past for pair in item.diff.moved].count(True) == 6
    assert len(item.diff.moved) == 24
    assert desk.row("2024-01-10").sequence == 1
    assert desk.load(entry("2.2", column(week=2)), include_past=True).empty


def test_past_left_alone_can_be_brought_in_line_later(desk: Desk) -> None:
    desk.load(entry("2.2", column(week=3)))
    desk.load(entry("2.2", column(week=2)))
    assert desk.load(entry("2.2", column(week=2))).empty
    assert desk.load(entry("2.2", column(week=2)), include_past=True).counts.moved == 6


def test_another_time_moves_the_premiere_and_leaves_its_replay(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    changes = desk.load(entry("2.2", column(at=time(18, 0))))
    (item,) = changes.items
    assert {pair.instance.kind for pair in item.diff.moved} == {"premiere"}
    assert desk.row("2024-05-15").start == datetime(2024, 5, 15, 18)
    assert desk.row("2024-05-15").end == datetime(2024, 5, 15, 18, 12)
    assert desk.row("2024-05-16", "replay").sequence == 0


def test_another_duration_or_channel_raises_the_sequence(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    desk.load(entry("2.2", column(minutes=15)))
    assert (desk.row("2024-05-15").minutes, desk.row("2024-05-15").sequence) == (15, 1)
    desk.load(entry("2.2", column(minutes=15, channel="KG1")))
    assert (desk.row("2024-05-15").channel, desk.row("2024-05-15").sequence) == ("KG1", 2)


def test_months_that_go_are_dropped_and_months_that_come_are_added(desk: Desk) -> None:
    desk.load(entry("2.2", column(months=(5, 6))))
    kept = desk.row("2024-06-19")
    changes = desk.load(entry("2.2", column(months=(6, 7))))
    counts = changes.counts
    assert (counts.kept, counts.added, counts.dropped, counts.moved) == (2, 2, 2, 0)
    assert desk.row("2024-06-19") == kept
    assert [str(row.start)[:7] for row in desk.rows()] == ["2024-06"] * 2 + ["2024-07"] * 2


def test_a_second_replay_hangs_on_the_stored_premiere(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    both = (Replay(DaysLater(1), time(6), "KG"), Replay(DaysLater(1), time(7, 30), "KG1"))
    changes = desk.load(entry("2.2", column(replays=both)))
    assert (changes.counts.added, changes.counts.moved) == (9, 0)
    premiere = desk.row("2024-05-15")
    replays = [row for row in desk.rows() if row.premiere_id == premiere.id]
    assert [row.channel for row in replays] == ["KG", "KG1"]


def test_a_new_replay_goes_where_a_person_holds_its_premiere(desk: Desk) -> None:
    desk.load(entry("2.2", column(replays=())))
    desk.do(overrides.move, desk.row("2024-05-15").id, datetime(2024, 5, 17, 17, 45))
    desk.load(entry("2.2", column()))
    replay = desk.row("2024-05-18", "replay")
    assert replay.original_start == datetime(2024, 5, 16, 6)
    assert replay.premiere_id == desk.row("2024-05-17").id


def test_a_persons_move_survives_a_change_of_the_phrase(desk: Desk) -> None:
    desk.load(entry("2.2", column(week=3)))
    moved = desk.do(overrides.move, desk.row("2024-05-15").id, datetime(2024, 5, 20, 9, 0))
    changes = desk.load(entry("2.2", column(week=2)))
    (item,) = changes.items
    conflicts = [pair for pair in item.diff.moved if pair.conflict]
    assert [pair.stored.row.id for pair in conflicts] == [moved.id]
    row = desk.row("2024-05-20")
    assert (row.id, row.uid, row.start) == (moved.id, moved.uid, datetime(2024, 5, 20, 9))
    assert row.original_start == datetime(2024, 5, 8, 17, 45)
    assert row.sequence == moved.sequence + 1
    # Its replay follows the person's premiere, not the phrase's.
    replay = desk.row("2024-05-21", "replay")
    assert (replay.start, replay.original_start) == (datetime(2024, 5, 21, 6), datetime(2024, 5, 9, 6))
    restored = desk.do(overrides.restore, row.id)
    assert restored.start == datetime(2024, 5, 8, 17, 45)
    assert desk.row("2024-05-09", "replay").start == datetime(2024, 5, 9, 6)


def test_a_cancelled_one_stays_cancelled_when_the_phrase_moves(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    gone = desk.do(overrides.cancel, desk.row("2024-05-15").id, desk.clock, reason="Bầu cử")
    desk.load(entry("2.2", column(week=2)))
    row = desk.row("2024-05-08")
    assert (row.id, row.state, row.cancelled_at) == (gone.id, "cancelled", gone.cancelled_at)
    assert row.sequence == gone.sequence + 1


def test_dropped_with_a_persons_work_is_orphaned_and_taken_up_again(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    noted = desk.do(overrides.note, desk.row("2024-05-15").id, "Mời lãnh đạo Sở")
    changes = desk.load(entry("2.2", column(months=(6,))))
    assert [one.row.id for one in changes.items[0].diff.orphaned] == [noted.id]
    orphan = desk.row("2024-05-15")
    assert (orphan.orphaned, orphan.uid, orphan.note) == (True, noted.uid, "Mời lãnh đạo Sở")
    assert desk.load(entry("2.2", column(months=(6,)))).empty
    again = desk.load(entry("2.2", column(week=2, months=(5, 6))))
    assert again.counts.orphaned == 0
    row = desk.row("2024-05-08")
    assert (row.id, row.orphaned, row.note) == (noted.id, False, "Mời lãnh đạo Sở")


def test_an_orphaned_replay_outlives_its_premiere(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    replay = desk.row("2024-05-16", "replay")
    desk.do(overrides.note, replay.id, "Giữ lại")
    desk.load(entry("2.2", column(months=(6,))))
    left = desk.row("2024-05-16", "replay")
    assert (left.id, left.orphaned, left.premiere_id) == (replay.id, True, None)


def test_delivered_and_missed_never_change_and_still_answer_for_their_month(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    done, missed = desk.row("2024-05-15"), desk.row("2024-06-19")
    desk.deliver(done.id)
    desk.deliver(missed.id, "missed")
    changes = desk.load(entry("2.2", column(week=2)), include_past=True)
    whys = sorted(one.why for one in changes.items[0].diff.untouched)
    assert whys == ["delivered", "missed", "premiere", "premiere"]
    assert desk.row("2024-05-15").sequence == 0
    assert desk.row("2024-05-16", "replay").sequence == 0
    assert len(desk.rows()) == 24
    desk.load(include_past=True)
    assert {row.id for row in desk.rows()} == {done.id, missed.id}


def test_a_window_that_becomes_an_airing_keeps_its_row(desk: Desk) -> None:
    desk.load(entry("1.1", windows(1)))
    window = desk.row("2024-05-01", "window")
    changes = desk.load(entry("1.1", column(week=1, replays=())))
    assert changes.counts.moved == 9
    airing = desk.row("2024-05-01")
    assert (airing.id, airing.uid, airing.sequence) == (window.id, window.uid, 1)


def test_an_item_that_goes_is_deleted_or_withdrawn(desk: Desk) -> None:
    desk.load(entry("2.2", column(months=(5,))), entry("2.6", column(weekday=THURSDAY)))
    desk.load(entry("2.6", column(weekday=THURSDAY)))
    with desk.engine.connect() as connection:
        assert [item.number for item in plan_items(connection, "ke-hoach-2024", withdrawn=True)] == ["2.6"]
    changes = desk.load()
    assert [(item.number, item.status) for item in changes.items] == [("2.6", "withdrawn")]
    with desk.engine.connect() as connection:
        assert plan_items(connection, "ke-hoach-2024") == []
        (kept,) = plan_items(connection, "ke-hoach-2024", withdrawn=True)
        assert (kept.number, kept.withdrawn) == ("2.6", True)
    assert len(desk.rows()) == 6  # January to March are past
    assert desk.load().empty
    back = desk.load(entry("2.6", column(weekday=THURSDAY)))
    assert back.counts.added == 18
    assert len(desk.rows()) == 24


def test_an_inserted_item_shifts_numbers_but_not_uids(desk: Desk) -> None:
    first = entry("2.1", column(), title="Chuyên mục")
    second = entry("2.2", column(weekday=THURSDAY), title="Tọa đàm")
    desk.load(first, second)
    before = {row.uid for row in desk.rows()}
    new = entry("2.1", windows(1), title="Phóng sự")
    changes = desk.load(new, replace(first, number="2.2"), replace(second, number="2.3"))
    was = [(item.number, item.was, item.status) for item in changes.items]
    assert was == [("2.1", None, "new"), ("2.2", "2.1", "changed"), ("2.3", "2.2", "changed")]
    assert before <= {row.uid for row in desk.rows()}
    assert {row.item for row in desk.rows() if row.uid in before} == {"2.2", "2.3"}
    assert {row.sequence for row in desk.rows()} == {0}


def test_a_new_title_is_told_and_calendars_learn_of_it(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    revision = desk.revision()
    row = desk.row("2024-05-15")
    changes = desk.load(entry("2.2", column(), title="Chuyên mục mới", budget=7))
    assert [field.name for field in changes.items[0].fields] == ["title", "budget"]
    after = desk.row("2024-05-15")
    assert (after.title, after.sequence) == ("Chuyên mục mới", row.sequence)
    assert after.revision > row.revision
    assert desk.revision() > revision


def test_another_zone_derives_every_instant_again(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    done = desk.row("2024-01-17")
    desk.deliver(done.id)
    changes = desk.load(entry("2.2", column()), timezone="Asia/Tokyo")
    assert [field.name for field in changes.fields] == ["timezone"]
    row = desk.row("2024-05-15")
    assert row.start == datetime(2024, 5, 15, 17, 45)
    assert row.starts_at.isoformat() == "2024-05-15T08:45:00+00:00"
    assert (row.sequence, desk.row("2024-01-17").sequence) == (1, 0)


def test_a_preview_writes_nothing_and_tells_the_same(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    wanted = document(entry("2.2", column(week=2)))
    before = desk.rows()
    with desk.engine.connect() as connection:
        shown = preview(connection, wanted, desk.clock)
    assert desk.rows() == before
    assert desk.load_document(wanted) == shown


def test_a_plan_of_more_dates_than_anybody_keeps_is_refused_with_its_item(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "MOST_DATES", 40)
    desk.load(entry("2.2", column()))
    wanted = document(entry("2.2", column(week=2)), entry("2.6", column(weekday=THURSDAY)))
    with (
        desk.engine.connect() as connection,
        pytest.raises(Invalid, match=r"With item 2\.6 .* 40 dates") as caught,
    ):
        preview(connection, wanted, desk.clock)
    assert (caught.value.code, caught.value.where) == ("too-many-dates", "item 2.6")


def test_a_plan_changed_since_it_was_shown_is_a_conflict(desk: Desk) -> None:
    desk.load(entry("2.2", column()))
    wanted = document(entry("2.2", column(week=2)))
    with desk.engine.connect() as connection:
        shown = preview(connection, wanted, desk.clock)
    desk.do(overrides.note, desk.row("2024-05-15").id, "Đổi khách mời")
    before = desk.rows()
    with pytest.raises(Conflict, match="has changed since"):
        desk.load_document(wanted, at_revision=shown.revision)
    assert desk.rows() == before


def test_one_item_can_be_changed_alone(desk: Desk) -> None:
    desk.load(entry("2.2", column()), entry("2.6", column(weekday=THURSDAY)))
    changes = desk.do(
        change_item,
        "ke-hoach-2024",
        entry("2.2", column(week=2), outlet=STATION),
        desk.clock,
        uid_domain=UID_DOMAIN,
    )
    assert changes.counts.moved == 18
    assert desk.row("2024-05-08").outlet == STATION
    same = document(entry("2.2", column(week=2), outlet=STATION), entry("2.6", column(weekday=THURSDAY)))
    assert desk.load_document(same).empty
    with pytest.raises(NotFound, match=r"no item 9\.9"):
        desk.do(change_item, "ke-hoach-2024", entry("9.9", column()), desk.clock, uid_domain=UID_DOMAIN)


def test_only_the_days_of_the_item_and_the_plan_count(desk: Desk) -> None:
    half = entry("2.2", column(), valid_from=date(2024, 5, 1), valid_until=date(2024, 6, 30))
    desk.load(half, first=date(2024, 6, 1))
    assert [str(row.start) for row in desk.rows()] == ["2024-06-19 17:45:00", "2024-06-20 06:00:00"]


def test_plan_time_decides_what_is_past(desk: Desk, clock: FixedClock) -> None:
    desk.load(entry("2.2", column()))
    clock.move_to(datetime.fromisoformat("2024-12-31T00:00+07:00"))
    assert desk.load(entry("2.2", column(week=2))).counts.untouched == 24


@pytest.mark.parametrize("blind", [[loading], [loading, applying, plan_rows]])
def test_two_first_loads_at_once_are_a_conflict(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, blind: list[ModuleType]
) -> None:
    desk.load(entry("2.2", column()))
    before = desk.rows()
    for module in blind:  # they looked before the other load was committed
        monkeypatch.setattr(module, "find_plan", lambda connection, slug, lock=False: None)
    with pytest.raises(Conflict, match="Somebody else has just loaded"):
        desk.load(entry("2.2", column(week=2)))
    assert desk.rows() == before
