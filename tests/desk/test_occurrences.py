"""Moves, times, cancellations, notes and their scopes, as people make them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from scheduler.accounts.rights import Actor
from scheduler.desk import occurrences
from scheduler.desk.deeds import Done
from scheduler.desk.desk import Desk, open_occurrence
from scheduler.errors import Conflict, Forbidden, Invalid, NotFound, SignInNeeded
from scheduler.store.database.engine import transaction
from scheduler.store.tables import plan
from tests.desk.samples import OTHER_OFFICE, OTHERS, OWN, PAPER, STATION, UID_DOMAIN, Offices
from tests.store.samples import AT

MAY, MAY_REPLAY = "2024-05-15", "2024-05-16"
TO = datetime(2024, 5, 20, 9, 0)


def test_a_move_takes_the_replay_along_and_is_written_down(offices: Offices) -> None:
    one, replay, revision = offices.row(MAY), offices.row(MAY_REPLAY, "replay"), offices.plan().revision
    done: Done = offices.do(occurrences.move, one.id, TO, reason="Họp tỉnh")
    assert [(change.id, change.fields) for change in done.changes] == [
        (one.id, ("start", "end")),
        (replay.id, ("start", "end")),
    ]
    assert done.occurrence is not None and (done.occurrence.start, done.occurrence.sequence) == (TO, 1)
    assert offices.plan().revision > revision
    first, second = sorted(offices.log(), key=lambda entry: entry.action)
    assert (first.action, first.subject, first.before, first.note) == (
        "follow",
        replay.id,
        {"start": "2024-05-16T06:00", "end": "2024-05-16T06:12"},
        None,
    )
    assert (second.action, second.subject, second.plan, second.who, second.note) == (
        "move",
        one.id,
        OWN,
        "An",
        "Họp tỉnh",
    )
    assert second.before == {"start": "2024-05-15T17:45", "end": "2024-05-15T17:57"}
    assert second.after == {"start": "2024-05-20T09:00", "end": "2024-05-20T09:12"}


def test_this_and_what_follows_goes_the_same_days_and_to_the_same_time(offices: Offices) -> None:
    june, july = offices.row("2024-06-19"), offices.row("2024-07-17")
    offices.do(occurrences.cancel, july.id)
    done: Done = offices.do(occurrences.move, june.id, datetime(2024, 6, 20, 18, 0), scope="following")
    later = [one for one in offices.rows() if one.kind == "premiere" and one.starts_at > july.starts_at]
    starts = [str(one.start)[:16] for one in later]
    assert starts == [f"2024-{day} 18:00" for day in ("08-22", "09-19", "10-17", "11-21", "12-19")]
    assert [(left.occurrence.id, left.why) for left in done.left] == [(july.id, "cancelled")]
    assert offices.row(MAY).start == datetime(2024, 5, 15, 17, 45)
    assert offices.row("2024-08-23", "replay").start == datetime(2024, 8, 23, 6, 0)
    assert sum(entry.action == "move" for entry in offices.log()) == 6


def test_all_leaves_the_past_alone_unless_told(offices: Offices) -> None:
    one = offices.row(MAY)
    done: Done = offices.do(occurrences.retime, one.id, at=time(18, 30), scope="all")
    assert {left.why for left in done.left} == {"past"} and len(done.left) == 3
    assert offices.row("2024-01-17").start == datetime(2024, 1, 17, 17, 45)
    assert offices.row("2024-04-17").start == datetime(2024, 4, 17, 18, 30)
    offices.do(occurrences.retime, one.id, at=time(18, 30), scope="all", include_past=True)
    assert offices.row("2024-01-17").start == datetime(2024, 1, 17, 18, 30)


def test_start_duration_and_channel_are_one_change(offices: Offices) -> None:
    one, replay, revision = offices.row(MAY), offices.row(MAY_REPLAY, "replay"), offices.plan().revision
    given: dict[str, Any] = {"start": TO, "minutes": 30, "channel": "KG1"}
    done: Done = offices.do(occurrences.place, one.id, **given, if_revision=one.revision)
    now = offices.again(one)
    assert (
        (now.sequence, now.revision) == (one.sequence + 1, one.revision + 1) == (1, done.occurrence.revision)
    )
    assert offices.plan().revision == revision + 1
    assert [change.id for change in done.changes] == [one.id, replay.id]
    assert offices.again(replay).sequence == 1 and offices.again(replay).start == datetime(2024, 5, 21, 6, 0)
    [line] = [entry for entry in offices.log() if entry.subject == one.id]
    assert line.action == "move" and line.after == {
        "start": "2024-05-20T09:00",
        "end": "2024-05-20T09:30",
        "channel": "KG1",
        "minutes": 30,
    }


def test_a_series_is_placed_in_one_change_each(offices: Offices) -> None:
    one = offices.row("2024-06-19")
    earlier: dict[str, Any] = {"start": date(2024, 6, 17), "time": None, "minutes": 20}
    done: Done = offices.do(occurrences.place, one.id, **earlier, scope="following")
    premieres = [each for each in done.changes if each.one.kind == "premiere"]
    assert len(premieres) == 7 and {each.one.sequence for each in premieres} == {1}
    assert {each.one.minutes for each in premieres} == {20}
    assert offices.row("2024-07-15").start == datetime(2024, 7, 15, 17, 45)
    assert offices.row(MAY).minutes == 12
    assert sum(entry.action in ("move", "retime") for entry in offices.log()) == 7


def test_another_channel_leaves_the_days_of_a_window(offices: Offices) -> None:
    may = next(one for one in offices.rows() if one.kind == "window" and one.start == date(2024, 5, 1))
    done: Done = offices.do(occurrences.place, may.id, channel="Trang 2", scope="following")
    assert {change.fields for change in done.changes} == {("channel",)} and len(done.changes) == 8
    assert (offices.again(may).start, offices.again(may).end) == (may.start, may.end)


def test_the_real_day_within_each_window(offices: Offices) -> None:
    may = next(one for one in offices.rows() if one.kind == "window" and one.start == date(2024, 5, 1))
    done: Done = offices.do(occurrences.move, may.id, date(2024, 5, 3), scope="following")
    assert (
        done.occurrence is not None
        and (done.occurrence.start, done.occurrence.end) == (date(2024, 5, 3),) * 2
    )
    later = [one.start for one in offices.rows() if one.kind == "window" and one.starts_at > may.starts_at]
    assert later[1:] == [date(2024, month, 3) for month in range(6, 13)]
    with pytest.raises(Invalid):
        offices.do(occurrences.move, may.id, date(2024, 5, 9))


def test_cancel_restore_and_note(offices: Offices) -> None:
    one = offices.row(MAY)
    offices.do(occurrences.cancel, one.id, reason="Nghỉ", scope="following")
    ahead = [row for row in offices.rows() if row.kind == "premiere" and row.starts_at >= one.starts_at]
    assert {row.state for row in ahead} == {"cancelled"}
    offices.do(occurrences.restore, one.id, scope="following")
    assert {row.state for row in offices.rows()} == {"planned"}
    offices.do(occurrences.note, one.id, " Phòng thu 2 ")
    assert offices.again(one).note == "Phòng thu 2"
    assert offices.log()[0].after == {"note": "Phòng thu 2"}
    offices.do(occurrences.note, one.id, None)
    assert offices.again(one).note is None


def test_nothing_is_written_where_nothing_changes(offices: Offices) -> None:
    one, revision = offices.row(MAY), offices.plan().revision
    done: Done = offices.do(occurrences.move, one.id, one.start)
    assert done.changes == () and offices.log() == [] and offices.plan().revision == revision


def test_who_has_seen_an_older_state_is_told(offices: Offices) -> None:
    one = offices.row(MAY)
    offices.do(occurrences.move, one.id, TO, if_revision=one.revision)
    with pytest.raises(Conflict) as late:
        offices.do(occurrences.move, one.id, datetime(2024, 5, 21, 9, 0), if_revision=one.revision)
    assert late.value.code == "changed-since"
    assert offices.again(one).start == TO


@pytest.mark.parametrize("wrong", [{"channel": "K\x00"}, {"reason": "\ud800"}, {"start": date(2999, 1, 1)}])
def test_what_cannot_be_kept_is_refused(offices: Offices, wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        offices.do(occurrences.move, offices.row(MAY).id, **({"start": TO} | wrong))


def test_an_editor_works_for_their_outlets_alone(offices: Offices) -> None:
    one = offices.row(MAY)
    paper = offices.actor("editor", outlets=frozenset({PAPER}))
    station = offices.actor("editor", outlets=frozenset({STATION}))
    for nobody, why in ((None, SignInNeeded), (offices.actor("viewer"), Forbidden), (paper, Forbidden)):
        with pytest.raises(why):
            offices.do(occurrences.move, one.id, TO, actor=nobody)
    assert offices.again(one) == one and offices.log() == []
    offices.do(occurrences.move, one.id, TO, actor=station)
    assert offices.again(one).start == TO


def test_what_is_another_offices_is_not_there_unless_public(offices: Offices) -> None:
    stranger = offices.actor("admin", of=OTHER_OFFICE)
    private, public = offices.row(MAY), offices.row(MAY, slug=OTHERS)
    with pytest.raises(NotFound):
        offices.do(occurrences.cancel, private.id, actor=stranger)
    with pytest.raises(Forbidden):
        offices.do(occurrences.cancel, public.id)
    assert offices.again(private) == private and offices.again(public) == public
    cli = Actor("root", "admin", "cli")
    offices.do(occurrences.cancel, private.id, actor=cli)
    assert offices.log()[0].door == "cli"


def test_two_who_change_one_plan_do_so_one_after_the_other(offices: Offices) -> None:
    one = offices.row(MAY)
    with transaction(offices.engine) as connection:
        open_occurrence(Desk(connection, offices.actor(), offices.clock, lambda: AT, UID_DOMAIN), one.id)
        with pytest.raises(OperationalError), offices.engine.connect() as second:
            if offices.engine.dialect.name == "sqlite":
                second.exec_driver_sql("PRAGMA busy_timeout = 0")
                second.exec_driver_sql("UPDATE plan SET title = title")
            else:
                second.execute(select(plan.c.id).where(plan.c.slug == OWN).with_for_update(nowait=True))
    offices.do(occurrences.move, one.id, TO)
