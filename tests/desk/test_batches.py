"""Many occurrences changed as one: what is done, what is left, whose they must be, and how often is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest

from scheduler.desk import delivery
from scheduler.desk.batch import Batch, batch_line, do_batch
from scheduler.desk.deeds import Done
from scheduler.desk.previews import preview
from scheduler.desk.proofs import Proof
from scheduler.errors import Conflict, Forbidden, Invalid, NotFound, SignInNeeded
from scheduler.store.database.engine import transaction
from scheduler.store.pieces import PieceFilter, find_pieces
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OTHERS, OWN, STATION, Offices
from tests.desk.test_many import DAILY, MOST_STATEMENTS, PHRASE, SLUG, counted

JANUARY, FEBRUARY, MARCH = "2024-01-17", "2024-02-21", "2024-03-20"


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def batch(office: Offices, deed: Any, *days: str, **facts: Any) -> Batch:
    return Batch(deed, tuple(office.row(day).id for day in days), **facts)


def do(office: Offices, asked: Batch, **facts: Any) -> Done:
    done: Done = office.do(do_batch, asked, **facts)
    return done


def states(office: Offices, *days: str) -> list[str]:
    return [office.row(day).state for day in days]


def test_ten_are_confirmed_in_one_go_by_their_station_alone(offices: Offices) -> None:
    station = offices.actor("editor", outlets=frozenset({STATION}))
    asked = batch(offices, "deliver", JANUARY, FEBRUARY, MARCH)
    done = do(offices, asked, actor=station)
    assert [change.after.state for change in done.changes if change.after] == ["delivered"] * 3
    with transaction(offices.engine) as connection:
        found = find_pieces(connection, PieceFilter(OWN))
    assert [(one.occurrence_id, one.day, one.proofs[0].kind) for one in found] == [
        (each, None, "aired") for each in asked.ids
    ]
    lines = offices.log()
    assert [(one.action, one.subject) for one in lines[::-1][-3:]] == [
        ("deliver", each) for each in asked.ids
    ]
    assert len({one.act for one in lines[:3]}) == 1 and lines[0].act
    assert batch_line(asked, done, "en", applied=True) == "Confirmed: 3."
    assert batch_line(asked, done, "vi", applied=True) == "Đã xác nhận: 3."


def test_where_one_is_not_theirs_nothing_is_done(offices: Offices) -> None:
    station = offices.actor("editor", outlets=frozenset({STATION}))
    window = offices.row("2024-03-01", "window")
    foreign = offices.row(MARCH, slug=OTHERS)
    before = offices.log()
    own = offices.row(MARCH).id
    for ids, error in (
        ((own, window.id), Forbidden),
        ((own, foreign.id), Forbidden),
        ((own, "occ_none"), NotFound),
        ((), Invalid),
    ):
        with pytest.raises(error):
            do(offices, Batch("deliver", ids), actor=station)
    with pytest.raises(SignInNeeded):
        do(offices, Batch("deliver", (own,)), actor=None)
    assert states(offices, MARCH) == ["planned"] and offices.log() == before


def test_what_cannot_be_done_is_left_and_told(offices: Offices) -> None:
    offices.do(delivery.deliver, offices.row(JANUARY).id, Proof("aired"))
    asked = batch(offices, "miss", JANUARY, FEBRUARY, "2024-05-15", reason="Mất điện")
    done = do(offices, asked)
    assert [(str(one.occurrence.start)[:10], one.why) for one in done.left] == [
        (JANUARY, "delivered"),
        ("2024-05-15", "not-yet"),
    ]
    assert states(offices, JANUARY, FEBRUARY, "2024-05-15") == ["delivered", "missed", "planned"]
    assert offices.log()[0].note == "Mất điện"
    assert batch_line(asked, done, "en", applied=False) == (
        "Would be marked as missed: 1. Left as they are: 2."
    )
    # One that was held for missed may have been aired after all.
    assert do(offices, batch(offices, "deliver", FEBRUARY)).left == ()
    assert states(offices, FEBRUARY) == ["delivered"]


@pytest.mark.parametrize("deed", ["miss", "cancel"])
def test_a_miss_and_a_cancellation_need_their_reason(offices: Offices, deed: str) -> None:
    with pytest.raises(Invalid) as refused:
        do(offices, batch(offices, deed, MARCH))
    assert refused.value.where == "reason" and states(offices, MARCH) == ["planned"]


def test_a_window_is_published_by_today_where_it_is_still_open(offices: Offices) -> None:
    over, still_open = offices.row("2024-03-01", "window"), offices.row("2024-04-01", "window")
    do(offices, Batch("deliver", (over.id, still_open.id)))
    with transaction(offices.engine) as connection:
        days = [one.day for one in find_pieces(connection, PieceFilter(OWN))]
    assert days == [None, date(2024, 4, 2)]


def test_one_proof_of_a_day_serves_all(offices: Offices) -> None:
    early = batch(
        offices, "deliver", "2024-05-15", "2024-06-19", proof=Proof("aired", date(2024, 4, 1), log="7")
    )
    assert do(offices, early).left == ()
    with transaction(offices.engine) as connection:
        found = find_pieces(connection, PieceFilter(OWN))
    assert [(one.day, one.proofs[0].log) for one in found] == [(date(2024, 4, 1), "7")] * 2


def test_a_move_takes_replays_along_once(offices: Offices) -> None:
    premiere, replay = offices.row("2024-05-15"), offices.row("2024-05-16", "replay")
    asked = Batch("move", (premiere.id, replay.id), days=1, time=time(18))
    done = do(offices, asked)
    assert offices.again(premiere).start == datetime(2024, 5, 16, 18)
    assert offices.again(replay).start == datetime(2024, 5, 17, 6)
    assert done.left == ()
    for facts in ({}, {"days": 400}):
        with pytest.raises(Invalid):
            do(offices, batch(offices, "move", "2024-06-19", **facts))
    with pytest.raises((Conflict, Invalid)):
        do(offices, batch(offices, "move", "2024-06-19", channel="kg1 "))
    assert offices.row("2024-06-19").channel == "KG"


def test_a_window_moves_with_its_end_and_has_no_time(offices: Offices) -> None:
    window = offices.row("2024-05-01", "window")
    do(offices, Batch("move", (window.id,), days=3))
    moved = offices.again(window)
    assert (moved.start, moved.end) == (date(2024, 5, 4), date(2024, 5, 10))
    assert [one.why for one in do(offices, Batch("move", (window.id,), time=time(9))).left] == ["outside"]


def test_a_dry_run_says_it_and_keeps_nothing(doors: Doors) -> None:
    office = doors.offices
    body = {"deed": "cancel", "occurrences": [office.row("2024-05-15").id], "reason": "Nghỉ", "dry_run": True}
    shown = doors.ask("station", "POST", "/occurrences/batch", json=body).json()
    assert (shown["applied"], shown["line"]) == (False, "Would be cancelled: 1.")
    assert shown["preview"] == {"overlaps": [], "days_off": [], "notices": 0}
    assert states(office, "2024-05-15") == ["planned"]
    done = doors.ask("station", "POST", "/occurrences/batch", json=body | {"dry_run": False}).json()
    assert done["applied"] and done["changes"][0]["after"]["state"] == "cancelled"
    refused = doors.ask("paper", "POST", "/occurrences/batch", json=body)
    assert refused.status_code == 403 and refused.json()["code"] == "other-outlet"


@pytest.mark.parametrize("deed", ["deliver", "miss", "cancel", "move"])
def test_hundreds_take_few_statements(offices: Offices, deed: Any) -> None:
    offices.load(DAILY.replace("WHEN", PHRASE))
    ids = tuple(one.id for one in offices.rows(SLUG) if one.kind == "premiere" and one.start.month < 4)
    asked = Batch(deed, ids, reason="Nghỉ", days=1 if deed == "move" else None)
    office = offices
    before = office.plan(SLUG).revision
    shown = office.do(preview, lambda desk: do_batch(desk, asked))
    done, statements = counted(office.engine, lambda: do(office, asked))
    assert len(ids) == 91 and len(done.changes) >= 91 and statements <= MOST_STATEMENTS
    assert len(shown.done.changes) == len(done.changes)
    assert office.plan(SLUG).revision == before + 1
