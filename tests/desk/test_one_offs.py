"""What a person adds beside the phrase: no load touches it, a person may move, cancel and discard it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from scheduler.desk import delivery, occurrences
from scheduler.desk.deeds import Done
from scheduler.desk.one_offs import add_one_off
from scheduler.desk.proofs import Proof
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound
from tests.desk.samples import OTHERS, OWN, PAPER, PLAN, Offices

AT_NINE = datetime(2024, 5, 21, 9, 0)


def added(offices: Offices, **facts: Any) -> Done:
    given: dict[str, Any] = {"channel": "KG1", "minutes": 20} | facts
    done: Done = offices.do(add_one_off, OWN, "2.2", AT_NINE, **given)
    return done


def test_it_is_an_occurrence_like_others(offices: Offices) -> None:
    revision = offices.plan().revision
    one = added(offices, note="Bản tin đặc biệt").occurrence
    assert one is not None and one.uid and (one.slot, one.sequence, one.note) == ("+1", 0, "Bản tin đặc biệt")
    assert (one.start, one.end, one.kind) == (AT_NINE, datetime(2024, 5, 21, 9, 20), "premiere")
    assert offices.plan().revision > revision
    assert offices.log()[0].after == {
        "state": "planned",
        "start": "2024-05-21T09:00",
        "end": "2024-05-21T09:20",
        "channel": "KG1",
        "minutes": 20,
        "note": "Bản tin đặc biệt",
        "item": "2.2",
    }
    moved = offices.do(occurrences.move, one.id, datetime(2024, 5, 22, 9, 0)).occurrence
    assert (moved.sequence, moved.uid, moved.original_start) == (1, one.uid, AT_NINE)
    assert offices.do(occurrences.restore, one.id).occurrence.start == AT_NINE
    offices.do(occurrences.cancel, one.id)
    assert offices.again(one).state == "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        PLAN.replace("17 giờ 45 phút", "18 giờ"),
        PLAN.replace("thứ Tư", "thứ Ba").replace("17 giờ 45 phút", "9 giờ"),  # gives the very same start
        PLAN.replace("title: Chuyên mục", "title: Chuyên mục mới"),
        PLAN.replace('number: "2.2"', 'number: "2.3"'),
    ],
)
def test_no_load_touches_it(offices: Offices, text: str) -> None:
    one = added(offices).occurrence
    assert one is not None
    offices.load(text)
    after = offices.again(one)
    assert (after.id, after.uid, after.start, after.sequence, after.orphaned, after.slot) == (
        one.id,
        one.uid,
        one.start,
        0,
        False,
        "+1",
    )
    offices.load(PLAN)
    phrases = [row for row in offices.rows() if row.slot != "+1"]
    assert len(phrases) == 12 + 24 and offices.again(one).start == AT_NINE


def test_it_stays_when_its_item_goes_and_comes_back(offices: Offices) -> None:
    one = added(offices).occurrence
    assert one is not None
    without, _, _ = PLAN.partition('  - number: "2.2"')
    offices.load(without.replace(", subtotal: 5000", ""))
    gone = offices.again(one)
    assert gone.orphaned
    assert [row.id for row in offices.rows() if row.item == "2.2" and row.starts_at >= one.starts_at] == [
        one.id
    ]
    with pytest.raises(Conflict):
        added(offices)
    offices.load(PLAN)
    back = offices.again(one)
    assert not back.orphaned and (back.uid, back.start) == (one.uid, one.start)


def test_it_is_discarded_unless_it_has_been_delivered(offices: Offices) -> None:
    early = offices.do(add_one_off, OWN, "2.2", datetime(2024, 4, 1, 9, 0)).occurrence
    offices.do(delivery.deliver, early.id, Proof("aired"))
    with pytest.raises(Conflict):
        offices.do(occurrences.discard, early.id)
    offices.do(delivery.take_back_delivery, early.id, "Nhầm")
    with pytest.raises(Conflict) as kept:
        offices.do(occurrences.discard, early.id)
    assert kept.value.code == "has-evidence"
    second = added(offices).occurrence
    assert second is not None and second.slot == "+2"
    done = offices.do(occurrences.discard, second.id, reason="Thêm nhầm")
    assert done.occurrence is None and done.changes[0].after is None
    assert second.id not in [row.id for row in offices.rows()]
    assert (offices.log()[0].action, offices.log()[0].note) == ("discard", "Thêm nhầm")
    with pytest.raises(Conflict):
        offices.do(occurrences.discard, offices.row("2024-05-15").id)


def test_a_window(offices: Offices) -> None:
    one = offices.do(add_one_off, OWN, "1.1", date(2024, 5, 20), end=date(2024, 5, 24)).occurrence
    assert (one.kind, one.start, one.end) == ("window", date(2024, 5, 20), date(2024, 5, 24))
    assert offices.do(occurrences.move, one.id, date(2024, 5, 21)).occurrence.start == date(2024, 5, 21)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"start": date(2025, 1, 1)}, Invalid),
        ({"end": date(2024, 5, 22)}, Invalid),
        ({"start": date(2024, 5, 21), "end": date(2024, 5, 20), "minutes": None}, Invalid),
        ({"minutes": 0}, Invalid),
        ({"channel": "x" * 41}, Invalid),
        ({"number": "9"}, NotFound),
        ({"slug": OTHERS, "number": "1"}, Forbidden),
        ({"slug": "none"}, NotFound),
    ],
)
def test_what_cannot_be_added(offices: Offices, wrong: dict[str, Any], why: type[AirslotError]) -> None:
    count = len(offices.rows())
    given: dict[str, Any] = {"slug": OWN, "number": "2.2", "start": AT_NINE, "minutes": 20} | wrong
    with pytest.raises(why):
        offices.do(add_one_off, given.pop("slug"), given.pop("number"), given.pop("start"), **given)
    assert len(offices.rows()) == count and offices.log() == []


def test_it_takes_the_right_to_work_for_the_outlet(offices: Offices) -> None:
    for nobody in (offices.actor("viewer"), offices.actor("editor", outlets=frozenset({PAPER}))):
        with pytest.raises(Forbidden):
            added(offices, actor=nobody)
