"""Deliveries with evidence, what was missed, and both taken back."""

from __future__ import annotations

from datetime import date, time

import pytest

from scheduler.desk import delivery, occurrences
from scheduler.desk.deeds import Done
from scheduler.desk.proofs import Proof
from scheduler.errors import Conflict, Forbidden, Invalid
from scheduler.store.database.engine import transaction
from scheduler.store.pieces import evidence_of
from tests.desk.samples import OTHER_OFFICE, PAPER, PLAN, STATION, Offices

MARCH, MAY = "2024-03-20", "2024-05-15"
AIRED = Proof("aired", date(2024, 3, 20), time(17, 46), log="Ca 3, dòng 12")


def pieces(offices: Offices, one_id: str) -> list[str]:
    with transaction(offices.engine) as connection:
        return [one.kind for one in evidence_of(connection, [one_id]).get(one_id, [])]


def test_delivered_with_evidence(offices: Offices) -> None:
    one, revision = offices.row(MARCH), offices.plan().revision
    station = offices.actor("editor", outlets=frozenset({STATION}))
    link = Proof("published", link="https://example.org/tin/1", issue="Số 12", page="3")
    done: Done = offices.do(delivery.deliver, one.id, AIRED, link, actor=station)
    after = done.occurrence
    assert after is not None and (after.state, after.sequence, after.start) == ("delivered", 0, one.start)
    assert after.revision == one.revision + 1 and offices.plan().revision == revision + 1
    assert pieces(offices, one.id) == ["aired", "published"]
    [entry] = offices.log()
    assert entry.action == "deliver" and entry.before == {"state": "planned"}
    assert entry.after == {
        "state": "delivered",
        "evidence": [
            {"kind": "aired", "day": "2024-03-20", "time": "17:46", "log": "Ca 3, dòng 12"},
            {"kind": "published", "link": "https://example.org/tin/1", "issue": "Số 12", "page": "3"},
        ],
    }


def test_a_delivery_is_taken_back_with_a_reason_and_its_evidence_stays(offices: Offices) -> None:
    one = offices.row(MARCH)
    offices.do(delivery.deliver, one.id, AIRED)
    with pytest.raises(Conflict):
        offices.do(delivery.deliver, one.id, AIRED)
    with pytest.raises(Invalid):
        offices.do(delivery.take_back_delivery, one.id, "  ")
    offices.do(delivery.take_back_delivery, one.id, "Nhầm số phát sóng")
    assert offices.again(one).state == "planned" and pieces(offices, one.id) == ["aired"]
    assert offices.log()[0].note == "Nhầm số phát sóng"
    with pytest.raises(Conflict):
        offices.do(delivery.take_back_delivery, one.id, "Lại nhầm")
    offices.do(delivery.deliver, one.id, AIRED)
    offices.do(delivery.add_evidence, one.id, Proof("aired", link="https://example.org/video"))
    assert len(pieces(offices, one.id)) == 3


def test_what_carries_evidence_no_phrase_moves(offices: Offices) -> None:
    """Also once it is planned again, and in the time ahead."""
    one = offices.row(MAY)
    offices.do(delivery.deliver, one.id, Proof("published", date(2024, 4, 1)))
    offices.do(delivery.take_back_delivery, one.id, "Nhầm")
    kept = offices.again(one)
    offices.load(PLAN.replace("thứ Tư, Tuần 3", "thứ Năm, Tuần 3"))
    assert offices.again(one) == kept
    assert offices.row("2024-06-20").kind == "premiere"
    offices.load(PLAN.replace("Tuần 3 Kênh KG", "Tuần 3 tháng 6 Kênh KG"))
    assert offices.again(one) == kept


def test_missed_and_delivered_after_all(offices: Offices) -> None:
    one = offices.row(MARCH)
    offices.do(delivery.miss, one.id, reason="Mất điện")
    assert offices.again(one).state == "missed"
    offices.do(delivery.take_back_missed, one.id)
    assert offices.again(one).state == "planned"
    offices.do(delivery.miss, one.id)
    offices.do(delivery.deliver, one.id, AIRED)
    assert offices.again(one).state == "delivered"
    assert [entry.action for entry in offices.log()] == ["deliver", "miss", "take-back", "miss"]


def test_what_lies_ahead_is_neither_missed_nor_delivered(offices: Offices) -> None:
    one = offices.row(MAY)
    for deed, given in ((delivery.miss, ()), (delivery.deliver, (Proof("aired"),))):
        with pytest.raises(Conflict) as early:
            offices.do(deed, one.id, *given)
        assert early.value.code == "not-yet"
    with pytest.raises(Invalid):
        offices.do(delivery.deliver, one.id, Proof("aired", date(2024, 4, 3)))
    with pytest.raises(Conflict):
        offices.do(delivery.add_evidence, one.id, Proof("aired"))
    assert offices.again(one) == one
    window = next(each for each in offices.rows() if each.kind == "window" and each.start == date(2024, 4, 1))
    with pytest.raises(Conflict):
        offices.do(delivery.miss, window.id)
    offices.do(delivery.deliver, window.id, Proof("published"))


def test_cancelled_is_not_delivered(offices: Offices) -> None:
    one = offices.row(MARCH)
    offices.do(occurrences.cancel, one.id)
    with pytest.raises(Conflict) as refused:
        offices.do(delivery.deliver, one.id, AIRED)
    assert refused.value.code == "occurrence-cancelled"


@pytest.mark.parametrize(
    "wrong",
    [
        Proof("aired", time=time(17, 0)),
        Proof("aired", link="javascript:alert(1)"),
        Proof("aired", link="https://"),
        Proof("aired", link="http://[::1"),
        Proof("sung"),  # type: ignore[arg-type]
        Proof("aired", page="a\nb"),
        Proof("aired", date(1, 1, 1)),
        Proof("aired", issue="x" * 201),
    ],
)
def test_what_is_no_evidence(offices: Offices, wrong: Proof) -> None:
    one = offices.row(MARCH)
    with pytest.raises(Invalid):
        offices.do(delivery.deliver, one.id, wrong)
    with pytest.raises(Invalid):
        offices.do(delivery.deliver, one.id)
    assert offices.again(one) == one and offices.log() == []


def test_only_the_outlets_own_people_deliver(offices: Offices) -> None:
    one = offices.row(MARCH)
    for nobody in (offices.actor("viewer"), offices.actor("editor", outlets=frozenset({PAPER}))):
        with pytest.raises(Forbidden):
            offices.do(delivery.deliver, one.id, AIRED, actor=nobody)
    other = offices.row(MARCH, slug="truyen-thong-2024")
    with pytest.raises(Forbidden):
        offices.do(delivery.deliver, other.id, AIRED)
    offices.do(delivery.deliver, other.id, AIRED, actor=offices.actor("editor", of=OTHER_OFFICE))
