"""Pieces with and without an occurrence: units, make-goods, withdrawals; what each tells the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest

from scheduler.desk import delivery
from scheduler.desk.pieces import Appeared, record_piece, withdraw_piece
from scheduler.desk.proofs import Proof
from scheduler.errors import Conflict, Forbidden, Invalid, NotFound
from scheduler.store.database.engine import transaction
from scheduler.store.pieces import Piece, PieceFilter, evidence_of, find_pieces
from scheduler.store.plans.read_model import plan_items
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OTHER_OFFICE, OTHERS, OWN, PAPER, PLAN, STATION, Offices

MARCH, APRIL, MAY = "2024-03-20", "2024-04-01", "2024-05-15"
QUOTAS = """\
  - {number: "3", title: Tin bài, outlet: Báo, when: Thường xuyên, target: 39 bài viết và 37 ảnh/năm}
  - {number: "4", title: Tạp chí, when: Thường xuyên, target: 4 số/năm}
"""
PHOTOS = Appeared("ảnh", 3, date(2024, 3, 5), title="Bộ ảnh", proofs=(Proof("published", issue="Số 12"),))


@pytest.fixture
def office(offices: Offices) -> Offices:
    offices.load(PLAN.replace("total: 6000", QUOTAS + "total: 6000"))
    return offices


@pytest.fixture
def doors(office: Offices) -> Iterator[Doors]:
    with open_doors(office) as opened:
        yield opened


def record(office: Offices, number: str, given: Appeared, **facts: Any) -> Piece:
    found: Piece = office.do(record_piece, OWN, number, given, **facts)
    return found


def listed(office: Offices, **facts: Any) -> list[Piece]:
    with transaction(office.engine) as connection:
        return find_pieces(connection, PieceFilter(OWN, **facts))


def test_a_quota_takes_pieces_of_each_of_its_units(office: Offices) -> None:
    paper = office.actor("editor", outlets=frozenset({PAPER}))
    photos = record(office, "3", PHOTOS, actor=paper)
    article = record(office, "3", Appeared("BÀI VIẾT", day=date(2024, 3, 6)))
    assert (photos.unit, photos.count, photos.title, photos.proofs[0].issue) == ("ảnh", 3, "Bộ ảnh", "Số 12")
    assert (article.unit, article.count, article.proofs) == ("bài viết", 1, ())
    assert listed(office, item="3") == [photos, article]
    assert listed(office, first=date(2024, 3, 6), last=date(2024, 3, 6)) == [article]
    first, second = office.log()[::-1]
    assert (first.action, first.subject_kind, first.subject) == ("piece", "item", "3")
    assert first.after == {
        "piece": str(photos.id), "unit": "ảnh", "count": 3, "day": "2024-03-05", "title": "Bộ ảnh",
        "evidence": [{"kind": "published", "issue": "Số 12"}],
    }  # fmt: skip
    assert second.after == {"piece": str(article.id), "unit": "bài viết", "count": 1, "day": "2024-03-06"}


def test_one_unit_alone_need_not_be_named(office: Offices) -> None:
    assert record(office, "4", Appeared(day=date(2024, 3, 5))).unit == "số"
    assert record(office, "2.2", Appeared(day=date(2024, 3, 5), count=2)).unit is None


@pytest.mark.parametrize(
    ("number", "given", "code"),
    [
        ("3", Appeared(day=date(2024, 3, 5)), "bad-unit"),
        ("3", Appeared("phim", day=date(2024, 3, 5)), "bad-unit"),
        ("4", Appeared("bài viết", day=date(2024, 3, 5)), "bad-unit"),
        ("4", Appeared(), "bad-day"),
        ("4", Appeared(day=date(2024, 4, 3)), "bad-day"),
        ("4", Appeared(day=date(2024, 4, 2), time=time(9)), "bad-day"),
        ("4", Appeared(time=time(9)), "bad-time"),
        ("4", Appeared(count=0, day=date(2024, 3, 5)), "bad-count"),
        ("4", Appeared(day=date(2024, 3, 5), title="a\nb"), "bad-title"),
        ("4", Appeared(day=date(2024, 3, 5), proofs=(Proof("aired", link="nowhere"),)), "bad-link"),
        ("4", Appeared(day=date(2024, 3, 5), occurrence="x", makes_good="y"), "bad-makes_good"),
    ],
)
def test_what_is_no_piece(office: Offices, number: str, given: Appeared, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        record(office, number, given)
    assert refused.value.code == code
    assert listed(office, withdrawn=True) == [] and office.log() == []


def test_a_piece_of_an_occurrence_delivers_it_and_a_second_one_is_beside_it(office: Offices) -> None:
    one = office.row(MARCH)
    proof = (Proof("aired", date(2024, 3, 21), time(9, 0)),)
    found = record(office, "2.2", Appeared(occurrence=one.id, channel="KG1", proofs=proof))
    assert (found.day, found.time, found.channel) == (date(2024, 3, 21), time(9, 0), "KG1")
    assert office.again(one).state == "delivered"
    assert [entry.action for entry in office.log()] == ["deliver"]
    second = record(office, "2.2", Appeared(occurrence=one.id, day=date(2024, 3, 22), proofs=proof))
    assert [entry.action for entry in office.log()] == ["piece", "deliver"]
    assert listed(office, occurrence=one.id) == [found, second]
    with pytest.raises(Invalid):
        record(office, "2.2", Appeared(occurrence=one.id))
    with pytest.raises(Conflict):
        record(office, "2.2", Appeared(occurrence=office.row(MAY).id, proofs=(Proof("aired"),)))
    with pytest.raises(Invalid):
        record(office, "1.1", Appeared(occurrence=one.id, proofs=proof))


def test_a_make_good_stands_in_for_what_was_missed(office: Offices) -> None:
    one = office.row(MARCH)
    good = Appeared(day=date(2024, 3, 25), makes_good=one.id)
    with pytest.raises(Conflict) as early:
        record(office, "2.2", good)
    assert early.value.code == "not-missed"
    office.do(delivery.miss, one.id, reason="Mất điện")
    found = record(office, "2.2", good)
    assert (found.makes_good, found.occurrence_id) == (one.id, None)
    assert office.again(one).state == "missed"
    assert listed(office, occurrence=one.id) == [found]


def test_what_is_withdrawn_stays_and_its_occurrence_is_planned_again(office: Offices) -> None:
    one = office.row(MARCH)
    proof = (Proof("aired", date(2024, 3, 20)),)
    first = record(office, "2.2", Appeared(occurrence=one.id, proofs=proof))
    second = record(office, "2.2", Appeared(occurrence=one.id, proofs=proof))
    gone = office.do(withdraw_piece, first.id, "Trùng")
    assert (gone.withdrawn_why, gone.withdrawn_by) == ("Trùng", "An") and gone.withdrawn_at is not None
    assert office.again(one).state == "delivered" and office.log()[0].action == "withdraw"
    office.do(withdraw_piece, second.id, "Nhầm")
    assert office.again(one).state == "planned" and office.log()[0].action == "take-back"
    assert listed(office) == [] and len(listed(office, withdrawn=True)) == 2
    with transaction(office.engine) as connection:
        assert len(evidence_of(connection, [one.id])[one.id]) == 2
    with pytest.raises(Conflict):
        office.do(withdraw_piece, second.id, "Nữa")
    with pytest.raises(Invalid):
        office.do(withdraw_piece, record(office, "3", PHOTOS).id, " ")
    with pytest.raises(NotFound):
        office.do(withdraw_piece, 999, "Nhầm")


def test_a_delivery_that_is_taken_back_withdraws_its_pieces(office: Offices) -> None:
    one = office.row(MARCH)
    office.do(delivery.deliver, one.id, Proof("aired", date(2024, 3, 20)))
    office.do(delivery.add_evidence, one.id, Proof("published", link="https://example.org/v"))
    [found] = listed(office)
    assert [each.kind for each in found.proofs] == ["aired", "published"]
    office.do(delivery.take_back_delivery, one.id, "Nhầm số")
    [gone] = listed(office, withdrawn=True)
    assert gone.withdrawn_why == "Nhầm số"
    office.do(delivery.deliver, one.id, Proof("aired"))
    [again] = listed(office)
    assert again.id != gone.id and again.day is None
    office.do(delivery.add_evidence, one.id, Proof("aired", date(2024, 3, 20), time(17, 46)))
    assert [(each.day, each.time) for each in listed(office)] == [(date(2024, 3, 20), time(17, 46))]


def test_an_item_with_pieces_stays_in_the_store_when_the_plan_drops_it(office: Offices) -> None:
    record(office, "3", PHOTOS)
    office.load(PLAN)
    with transaction(office.engine) as connection:
        items = {item.number: item.withdrawn for item in plan_items(connection, OWN, withdrawn=True)}
    assert items == {"1.1": False, "2.2": False, "3": True}
    assert len(listed(office, item="3")) == 1


def test_only_the_outlets_own_people_record_and_withdraw(office: Offices) -> None:
    found = record(office, "3", PHOTOS)
    other = office.actor("editor", of=OTHER_OFFICE)
    for nobody in (office.actor("viewer"), office.actor("editor", outlets=frozenset({STATION}))):
        with pytest.raises(Forbidden):
            record(office, "3", PHOTOS, actor=nobody)
        with pytest.raises(Forbidden):
            office.do(withdraw_piece, found.id, "Nhầm", actor=nobody)
    with pytest.raises(NotFound):
        record(office, "3", PHOTOS, actor=other)
    with pytest.raises(NotFound):
        office.do(withdraw_piece, found.id, "Nhầm", actor=other)
    with pytest.raises(Forbidden):
        office.do(record_piece, OTHERS, "1", Appeared(day=date(2024, 3, 5)))


def test_pieces_over_rest(doors: Doors) -> None:
    path = f"/plans/{OWN}/items/3/pieces"
    proofs = [{"kind": "published", "link": "https://example.org/1", "issue": "12", "page": "3"}]
    body = {"unit": "ảnh", "count": 2, "day": "2024-03-05", "proofs": proofs}
    made = doors.ask("paper", "POST", path, json=body, headers={"Idempotency-Key": "k"})
    assert made.status_code == 201 and made.headers["location"] == f"/api/v1/pieces/{made.json()['id']}"
    again = doors.ask("paper", "POST", path, json=body, headers={"Idempotency-Key": "k"})
    assert again.json() == made.json()
    piece = made.json()
    assert (piece["item"], piece["unit"], piece["count"], piece["withdrawn"]) == ("3", "ảnh", 2, None)
    assert piece["proofs"][0]["page"] == "3"
    article = {"unit": "bài viết", "day": "2024-03-06"}
    assert doors.ask("manager", "POST", path, json=article).status_code == 201
    first = doors.ask("viewer", "GET", f"/plans/{OWN}/pieces", params={"limit": 1}).json()
    rest = doors.ask(
        "viewer", "GET", f"/plans/{OWN}/pieces", params={"limit": 1, "cursor": first["next"]}
    ).json()
    assert first["items"] == [piece] and rest["items"][0]["unit"] == "bài viết" and rest["next"] is None
    gone = doors.ask("paper", "POST", f"/pieces/{piece['id']}/withdrawal", json={"reason": "Trùng"})
    assert gone.status_code == 201 and gone.json()["withdrawn"]["reason"] == "Trùng"
    assert doors.ask("viewer", "GET", f"/pieces/{piece['id']}").json() == gone.json()
    assert len(doors.ask("viewer", "GET", f"/plans/{OWN}/pieces").json()["items"]) == 1
    everything = doors.ask("viewer", "GET", f"/plans/{OWN}/pieces", params={"withdrawn": "true"}).json()
    assert [one["withdrawn"] is None for one in everything["items"]] == [False, True]
    odd = {"unit": "ảnh", "day": "2024-03-05", "makes_good": "occ\x00"}
    assert doors.ask("paper", "POST", path, json=odd).status_code == 422
    gone = doors.ask("paper", "POST", path, json=odd | {"makes_good": "occ_none"})
    assert gone.status_code == 404
    wrong = doors.ask("paper", "POST", path, json={"unit": "phim", "day": "2024-03-05"})
    assert wrong.status_code == 422 and wrong.json()["errors"][0]["pointer"] == "#/unit"


def test_the_report_over_rest_counts_pieces_and_closes_on_the_offices_days(doors: Doors) -> None:
    path = f"/plans/{OWN}/items/3/pieces"
    doors.ask("paper", "POST", path, json={"unit": "ảnh", "count": 2, "day": "2024-03-16"})
    asked = {"plan": OWN, "period": "2024-Q1", "basis": "reporting"}

    def photos() -> Any:
        rows = doors.ask("viewer", "GET", "/reports/fulfilment", params=asked).json()["rows"]
        [found] = [row for row in rows if row["unit"] == "ảnh"]
        return found

    assert (photos()["planned"], photos()["delivered"], photos()["behind"]) == (7, 0, True)
    days = {"cut_offs": ["03-20", "06-20", "09-20", "12-20"]}
    assert doors.ask("viewer", "PATCH", "/cut-offs", json=days).status_code == 403
    assert doors.ask("manager", "PATCH", "/cut-offs", json=days).json() == days
    assert doors.ask("viewer", "GET", "/cut-offs").json() == days
    assert (photos()["planned"], photos()["delivered"]) == (8, 2)
    assert doors.ask("other", "GET", "/cut-offs").json()["cut_offs"][0] == "03-14"
    assert (
        doors.ask("manager", "PATCH", "/cut-offs", json={"cut_offs": None}).json()["cut_offs"][0] == "03-14"
    )
    assert doors.ask("other", "GET", "/reports/fulfilment", params=asked).status_code == 404
    assert doors.ask(None, "GET", "/reports/fulfilment", params=asked).status_code == 404
    assert doors.ask(None, "GET", "/reports/fulfilment", params=asked | {"plan": OTHERS}).status_code == 200
    wrong = doors.ask("viewer", "GET", "/reports/fulfilment", params=asked | {"period": "2024-Q9"})
    assert wrong.status_code == 422 and wrong.json()["errors"][0]["parameter"] == "period"
