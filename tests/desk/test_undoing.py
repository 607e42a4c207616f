"""What one act did is taken back as one, as long as nothing was done to it since; undoing can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from html import unescape
from typing import Any

import pytest

from scheduler.accounts.rights import Actor
from scheduler.desk import delivery, occurrences, one_offs
from scheduler.desk.batch import Batch, do_batch
from scheduler.desk.items import change_item
from scheduler.desk.pieces import Appeared, record_piece, withdraw_piece
from scheduler.desk.proofs import Proof
from scheduler.desk.undoing import undo
from scheduler.errors import Conflict, Forbidden, NotFound
from scheduler.store.database.engine import transaction
from scheduler.store.pieces import PieceFilter, find_pieces
from tests.desk.doors import open_doors
from tests.desk.samples import OWN, PAPER, STATION, Offices
from tests.desk.test_desk_page import look, send

PAST, AHEAD, WINDOW = "2024-03-20", "2024-05-15", "2024-05-01"
SHOWN = ("state", "start", "end", "channel", "minutes", "note")


def last_act(office: Offices) -> str:
    return str(office.log()[0].act)


def facts(office: Offices) -> list[tuple[object, ...]]:
    return [(row.id, *(getattr(row, name) for name in SHOWN)) for row in office.rows()]


def live(office: Offices) -> list[tuple[str | None, int]]:
    with transaction(office.engine) as connection:
        return [(one.occurrence_id, one.count) for one in find_pieces(connection, PieceFilter(OWN))]


def take_back(office: Offices, act: str | None = None, **given: Any) -> None:
    office.do(undo, act or last_act(office), "nhầm", **given)


def deliver(office: Offices, day: str = PAST) -> None:
    office.do(delivery.deliver, office.row(day).id, Proof("aired"))


# Each is what was there before, and the act.
ACTS: dict[str, tuple[Callable[[Offices], Any], Callable[[Offices], Any]]] = {
    "deliver": (lambda _: None, deliver),
    "miss": (lambda _: None, lambda on: on.do(delivery.miss, on.row(PAST).id)),
    "deliver what was missed": (lambda on: on.do(delivery.miss, on.row(PAST).id), deliver),
    "take back": (
        deliver,
        lambda on: on.do(delivery.take_back_delivery, on.row(PAST).id, "Nhầm"),
    ),
    "take back a miss": (
        lambda on: on.do(delivery.miss, on.row(PAST).id),
        lambda on: on.do(delivery.take_back_missed, on.row(PAST).id),
    ),
    "cancel": (
        lambda on: on.do(occurrences.note, on.row(AHEAD).id, "Ghi chú"),
        lambda on: on.do(occurrences.cancel, on.row(AHEAD).id, reason="Nghỉ"),
    ),
    "cancel a series": (
        lambda _: None,
        lambda on: on.do(occurrences.cancel, on.row(AHEAD).id, reason="Nghỉ", scope="following"),
    ),
    "move with its replay": (
        lambda _: None,
        lambda on: on.do(occurrences.move, on.row(AHEAD).id, datetime(2024, 5, 17, 18)),
    ),
    "move again": (
        lambda on: on.do(occurrences.move, on.row(AHEAD).id, datetime(2024, 5, 17, 18), channel="KG1"),
        lambda on: on.do(occurrences.move, on.row("2024-05-17").id, datetime(2024, 5, 18, 19), channel="KG"),
    ),
    "retime": (lambda _: None, lambda on: on.do(occurrences.retime, on.row(AHEAD).id, at=time(8), minutes=9)),
    "a real day in a window": (
        lambda _: None,
        lambda on: on.do(occurrences.move, on.row(WINDOW, "window").id, date(2024, 5, 3)),
    ),
    "restore what was moved and cancelled": (
        lambda on: (
            on.do(occurrences.move, on.row(AHEAD).id, datetime(2024, 5, 17, 18)),
            on.do(occurrences.cancel, on.row("2024-05-17").id, reason="Nghỉ"),
        ),
        lambda on: on.do(occurrences.restore, on.row("2024-05-17").id),
    ),
    "note": (
        lambda on: on.do(occurrences.note, on.row(AHEAD).id, "một"),
        lambda on: on.do(occurrences.note, on.row(AHEAD).id, "hai"),
    ),
    "add": (lambda _: None, lambda on: on.do(one_offs.add_one_off, OWN, "2.2", datetime(2024, 5, 21, 8))),
    "piece": (lambda _: None, lambda on: on.do(record_piece, OWN, "2.2", Appeared(day=date(2024, 3, 1)))),
    "withdraw": (
        lambda on: on.do(record_piece, OWN, "2.2", Appeared(day=date(2024, 3, 1), count=3)),
        lambda on: on.do(withdraw_piece, 1, "Trùng"),
    ),
    "many at once": (
        lambda on: on.do(delivery.miss, on.row("2024-02-21").id),
        lambda on: on.do(
            do_batch, Batch("deliver", tuple(on.row(d).id for d in ("2024-01-17", "2024-02-21", PAST)))
        ),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_each_kind_of_act_is_taken_back_and_brought_again(offices: Offices, name: str) -> None:
    prepare, do = ACTS[name]
    prepare(offices)
    before, counted = facts(offices), live(offices)
    do(offices)
    after, then = facts(offices), live(offices)
    assert (after, then) != (before, counted), "it did nothing"
    act = last_act(offices)
    take_back(offices)
    assert (facts(offices), live(offices)) == (before, counted)
    assert last_act(offices) != act
    assert "nhầm" in {one.note for one in offices.log() if one.act == last_act(offices)}
    with pytest.raises((Conflict, NotFound)):
        take_back(offices, act)
    if name != "add":  # what was discarded has gone for good
        take_back(offices)
        assert (facts(offices), live(offices)) == (after, then)


def test_what_was_changed_since_stays(offices: Offices) -> None:
    one = offices.row(AHEAD).id
    offices.do(occurrences.move, one, datetime(2024, 5, 17, 18))
    act = last_act(offices)
    offices.do(occurrences.note, one, "xong")
    with pytest.raises(Conflict) as refused:
        take_back(offices, act)
    assert refused.value.code == "changed-since"
    assert offices.row("2024-05-17").note == "xong"


def test_who_may_not_change_it_may_not_undo_it(offices: Offices) -> None:
    deliver(offices)
    people: list[tuple[Actor, type[Exception]]] = [
        (offices.actor("viewer"), Forbidden),
        (offices.actor("editor", outlets=frozenset({PAPER})), Forbidden),
        (offices.actor("admin", of="Sở Tư pháp"), NotFound),
    ]
    for actor, error in people:
        with pytest.raises(error):
            take_back(offices, actor=actor)
    assert offices.row(PAST).state == "delivered"
    take_back(offices, actor=offices.actor("editor", outlets=frozenset({STATION})))
    assert offices.row(PAST).state == "planned"


def test_what_cannot_be_undone_in_one_step_says_so(offices: Offices) -> None:
    offices.do(change_item, OWN, "2.2", {"title": "Tên khác"})
    with pytest.raises(Conflict) as refused:
        take_back(offices)
    assert refused.value.code == "cannot-undo"
    with pytest.raises(NotFound):
        take_back(offices, "none")


def test_an_items_facts_are_restored_once_that_was_looked_at(offices: Offices) -> None:
    offices.do(change_item, OWN, "2.2", {"title": "Tên khác", "phrase": "18 giờ thứ Tư, Tuần 3 Kênh KG"})
    line = next(one for one in offices.log() if one.subject_kind == "item")
    with open_doors(offices) as doors:
        page = look(doors, "manager", "/history").text
        path = f"/plans/{OWN}/items/2.2?restore={line.id}"
        assert path in page and path not in look(doors, "viewer", "/history").text
        shown = look(doors, "manager", path).text
        assert "Những thay đổi sẽ có" in shown and "Chuyên mục" in shown
        assert offices.row("2024-05-15").start == datetime(2024, 5, 15, 18)
        facts = dict(
            re.findall(
                r'name="(\w+)" value="([^"]*)"', shown.partition('id="shown"')[2].partition("</form>")[0]
            )
        )
        done = send(doors, "manager", f"/plans/{OWN}/items/2.2", **_sent(facts))
        assert done.status_code == 303, done.text
    assert offices.row("2024-05-15").start == datetime(2024, 5, 15, 17, 45)
    assert offices.row("2024-05-15").title == "Chuyên mục"


def _sent(facts: dict[str, str]) -> dict[str, str]:
    return {name: unescape(value) for name, value in facts.items() if name in ("deed", "title", "phrase")}
