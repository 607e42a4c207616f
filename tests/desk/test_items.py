"""Items and plans as people edit them: the diff first, what is wrong told by field, sums that follow."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scheduler.desk import items, occurrences, plans
from scheduler.desk.documents import PlanDone
from scheduler.desk.items import item_revision
from scheduler.desk.one_offs import add_one_off
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound
from scheduler.planning.plan_file.document import write_plan
from scheduler.planning.plan_file.stored_document import stored_document
from scheduler.store.database.engine import transaction
from scheduler.store.plans.read_model import Item, find_item, get_plan
from tests.desk.samples import OTHER_OFFICE, OTHERS, OTHERS_PLAN, OWN, PLAN, STATION, Offices

NEW = {"number": "1.2", "title": "Tin", "phrase": "Tuần 2 hằng tháng"}
AMBIGUOUS = "17 giờ 45 ngày 31 hằng tháng"


def item(offices: Offices, number: str = "2.2", slug: str = OWN) -> Item | None:
    with transaction(offices.engine) as connection:
        return find_item(connection, get_plan(connection, slug).id, number)


def exported(offices: Offices, slug: str = OWN) -> str:
    with transaction(offices.engine) as connection:
        return write_plan(stored_document(connection, slug))


def test_another_phrase_moves_what_is_ahead_and_the_diff_comes_first(offices: Offices) -> None:
    before, one = offices.rows(), offices.row("2024-05-15")
    offices.do(occurrences.note, one.id, "Giữ lại")
    phrase = "17 giờ 45 phút thứ Năm, Tuần 3 Kênh KG, thời lượng 12 phút"
    given = (OWN, "2.2", {"phrase": phrase})
    shown: PlanDone = offices.do(items.change_item, *given, dry_run=True)
    assert not shown.applied and len(offices.rows()) == len(before)
    assert shown.changes.counts.moved == 9 and shown.changes.counts.dropped == 9
    done: PlanDone = offices.do(items.change_item, *given)
    assert done.applied and done.changes.counts == shown.changes.counts
    after = offices.again(one)
    assert (after.uid, after.start.isoformat(), after.note) == (one.uid, "2024-05-16T17:45:00", "Giữ lại")
    assert done.plan is not None and done.plan.revision == offices.plan().revision
    changed, plan = offices.log()[0], offices.log()[1]
    assert (changed.action, changed.subject_kind, changed.subject) == ("change", "item", "2.2")
    assert changed.before is not None and set(changed.before) == {"phrase"}
    assert changed.after == {"phrase": phrase, "moved": 9, "dropped": 9}
    assert (plan.action, plan.subject, (plan.after or {})["item"]) == ("change-item", OWN, "2.2")


def test_printed_sums_follow_a_budget(offices: Offices) -> None:
    done: PlanDone = offices.do(items.change_item, OWN, "2.2", {"budget": 7000, "title": "Cột mới"})
    assert {field.name: field.after for field in done.changes.fields}["total"] == "8000"
    text = exported(offices)
    assert "total: 8000" in text and "subtotal: 7000" in text
    offices.do(items.withdraw_item, OWN, "1.1", reason="Báo ngừng in")
    assert "total: 7000" in exported(offices) and "subtotal: 0" in exported(offices)
    assert offices.log()[0].action == "withdraw" and offices.log()[1].note == "Báo ngừng in"
    offices.do(
        items.add_item, OWN, {"number": "1.2", "title": "Tin", "phrase": "Tuần 2 hằng tháng", "budget": 50}
    )
    assert "total: 7050" in exported(offices)


def test_a_new_item_stands_in_its_place(offices: Offices) -> None:
    for number in ("1.10", "1.9"):
        offices.do(
            items.add_item,
            OWN,
            {"number": number, "title": f"Tin {number}", "phrase": "Tuần 2 hằng tháng", "outlet": STATION},
        )
    assert [line.split('"')[1] for line in exported(offices).splitlines() if "- number" in line][2:] == [
        "1.1",
        "1.9",
        "1.10",
        "2.2",
    ]
    made = item(offices, "1.9")
    assert made is not None and (made.outlet, made.group_number) == (STATION, "1")
    assert len([row for row in offices.rows() if row.item == "1.9"]) == 12


def test_an_ambiguous_phrase_is_refused_with_its_readings_and_one_is_pinned(offices: Offices) -> None:
    with pytest.raises(Invalid) as asked:
        offices.do(items.change_item, OWN, "2.2", {"phrase": AMBIGUOUS})
    [fault] = asked.value.faults
    assert (fault.code, fault.where) == ("ambiguous", "phrase") and len(fault.choices) > 1
    offices.do(items.change_item, OWN, "2.2", {"phrase": AMBIGUOUS, "reading": fault.choices[0][0]})
    found = item(offices)
    assert found is not None and found.reading == fault.choices[0][0]
    offices.do(items.change_item, OWN, "2.2", {"phrase": "8 giờ thứ Tư tuần 3"})
    found = item(offices)
    assert found is not None and found.reading is None


def test_words_in_doubt_are_confirmed_once_and_asked_again_when_the_phrase_changes(offices: Offices) -> None:
    phrase = "Ban hành thông báo trong tháng 6"
    with pytest.raises(Invalid) as asked:
        offices.do(items.change_item, OWN, "2.2", {"phrase": phrase})
    [fault] = asked.value.faults
    assert (fault.code, fault.where, len(fault.choices)) == ("ambiguous", "phrase", 1)
    offices.do(items.change_item, OWN, "2.2", {"phrase": phrase, "reading": fault.choices[0][0]})
    offices.do(items.change_item, OWN, "2.2", {"title": "Thông báo"})
    found = item(offices)
    assert found is not None and (found.phrase, found.reading) == (phrase, fault.choices[0][0])
    with pytest.raises(Invalid):
        offices.do(items.change_item, OWN, "2.2", {"phrase": "Ban hành báo cáo trong tháng 6"})


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"phrase": "khi nào rảnh lúc 25 giờ"}, "phrase"),
        ({"phrase": " "}, "phrase"),
        ({"title": None}, "title"),
        ({"budget": -1}, "budget"),
        ({"minutes": 0}, "minutes"),
        ({"outlet": "Đài khác"}, "outlet"),
        ({"group": "9"}, "group"),
        ({"weeks": "lunar"}, "weeks"),
        ({"shift": "sideways"}, "shift"),
        ({"valid_from": date(2024, 6, 1), "valid_until": date(2024, 5, 1)}, "valid_until"),
        ({"title": "a\x00"}, "title"),
        ({"note": "\ud800"}, "note"),
        ({"colour": "red"}, "colour"),
        ({"number": "hai phẩy hai"}, "number"),
    ],
)
def test_what_is_wrong_is_told_by_field(offices: Offices, facts: dict[str, Any], where: str) -> None:
    with pytest.raises(Invalid) as wrong:
        offices.do(items.change_item, OWN, "2.2", facts)
    assert wrong.value.faults[0].where == where
    assert offices.log() == []


def test_an_item_that_somebody_changed_meanwhile(offices: Offices) -> None:
    found = item(offices)
    assert found is not None
    seen = item_revision(found)
    offices.do(occurrences.note, offices.row("2024-05-15").id, "không đổi mục")
    offices.do(items.change_item, OWN, "2.2", {"title": "Một"}, if_revision=seen)
    with pytest.raises(Conflict) as late:
        offices.do(items.change_item, OWN, "2.2", {"title": "Hai"}, if_revision=seen)
    assert late.value.code == "changed-since"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ((OWN, "9", {"title": "x"}), NotFound),
        ((OTHERS, "1", {"title": "x"}), Forbidden),
        ((OWN, "2.2", {"number": "1.1"}), Conflict),
    ],
)
def test_items_that_cannot_be_changed(
    offices: Offices, given: tuple[Any, ...], why: type[AirslotError]
) -> None:
    with pytest.raises(why):
        offices.do(items.change_item, *given)
    with pytest.raises(Forbidden):
        offices.do(items.change_item, OWN, "2.2", {"title": "x"}, actor=offices.actor("editor"))
    assert offices.log() == [] and offices.log(OTHER_OFFICE) == []


def test_a_plan_file_is_loaded_with_consent(offices: Offices) -> None:
    again: PlanDone = offices.load_document(PLAN)
    assert again.changes.empty and offices.log() == []
    text = PLAN.replace("17 giờ 45 phút", "18 giờ")
    with pytest.raises(Conflict) as needed:
        offices.load_document(text)
    assert needed.value.code == "consent-needed"
    shown: PlanDone = offices.compare_document(text)
    assert shown.changes.counts.moved == 9 and not shown.applied
    offices.do(occurrences.cancel, offices.row("2024-05-15").id)
    with pytest.raises(Conflict) as late:
        offices.load_document(text, agreed=shown.changes.revision)
    assert late.value.code == "changed-since"
    done: PlanDone = offices.load_document(text, agreed=offices.plan().revision)
    assert done.applied and offices.row("2024-06-19").start.hour == 18
    assert [entry.action for entry in offices.log()][:2] == ["change", "load"]


def test_a_new_plan_with_a_doubtful_phrase_is_loaded_once_a_reading_is_picked(offices: Offices) -> None:
    phrase = next(line for line in PLAN.splitlines() if "when: 17 giờ" in line)
    text = PLAN.replace(OWN, "moi-2024").replace(phrase, f"    when: {AMBIGUOUS}")
    with pytest.raises(Invalid) as asked:
        offices.load_document(text)
    [fault] = asked.value.faults
    assert fault.where == "item 2.2, when" and fault.line
    done: PlanDone = offices.load_document(text, readings={"2.2": fault.choices[1][1]})
    assert done.changes.new and done.plan is not None and done.plan.office == "Sở Nội vụ"
    assert "reading:" in exported(offices, "moi-2024")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (OTHERS_PLAN, Forbidden),
        (PLAN.replace("Sở Nội vụ", "Sở Tư pháp"), Forbidden),
        (PLAN.replace(OWN, "other").replace("Sở Nội vụ", "Sở Mới"), Forbidden),
        ("slug: [", Invalid),
        ("x" * 5_000_001, Invalid),
    ],
)
def test_files_that_are_not_taken(offices: Offices, text: str, why: type[AirslotError]) -> None:
    for deed in (offices.compare_document, offices.load_document):
        with pytest.raises(why):
            deed(text)
    assert offices.log() == [] and offices.log(OTHER_OFFICE) == []


def test_another_offices_private_slug_is_only_taken(offices: Offices) -> None:
    boss = offices.actor("manager", of=OTHER_OFFICE)
    with pytest.raises(Conflict) as taken:
        offices.load_document(PLAN.replace("Sở Nội vụ", OTHER_OFFICE), actor=boss)
    assert taken.value.code == "slug-taken"
    with pytest.raises(Conflict):
        offices.do(
            plans.create_plan, OWN, "Mới", first_day=date(2025, 1, 1), last_day=date(2025, 12, 31), actor=boss
        )


def test_an_empty_plan_grows(offices: Offices) -> None:
    made: PlanDone = offices.do(
        plans.create_plan,
        "phat-song-2025",
        "Phát sóng 2025",
        first_day=date(2025, 1, 1),
        last_day=date(2025, 12, 31),
        facts={"public": True, "outlets": [{"name": "Đài mới", "channels": ["TH1"]}]},
    )
    assert made.changes.new and made.plan is not None and made.plan.public
    assert offices.log()[0].action == "create"
    offices.load(exported(offices, "phat-song-2025"))
    new = {
        "number": "1",
        "title": "Bản tin",
        "phrase": "8 giờ thứ Hai hằng tuần kênh TH1",
        "outlet": "Đài mới",
    }
    offices.do(items.add_item, "phat-song-2025", new)
    assert len(offices.rows("phat-song-2025")) == 52
    assert {row.channel for row in offices.rows("phat-song-2025")} == {"TH1"}


def test_facts_of_a_plan(offices: Offices) -> None:
    seen = offices.plan().revision
    facts = {"title": "Tên mới", "public": True, "framable": True, "weeks": "iso"}
    shown: PlanDone = offices.do(plans.change_plan, OWN, facts, dry_run=True)
    assert {field.name for field in shown.changes.fields} == set(facts) and shown.changes.counts.moved
    offices.do(plans.change_plan, OWN, facts, if_revision=seen)
    plan = offices.plan()
    assert (plan.title, plan.public, plan.framable, str(plan.weeks)) == ("Tên mới", True, True, "iso")
    with pytest.raises(Conflict):
        offices.do(plans.change_plan, OWN, facts, if_revision=seen)
    for wrong in ({"title": None}, {"weeks": "x"}, {"language": "fr"}, {"total": 5}, {"timezone": "Mars"}):
        with pytest.raises(Invalid) as told:
            offices.do(plans.change_plan, OWN, wrong)
        assert told.value.faults[0].where == next(iter(wrong))


def test_a_one_off_is_told_beside_the_exported_plan(offices: Offices) -> None:
    from scheduler.planning.by_hand.one_offs import one_offs_of, remarks

    assert remarks(one_offs_of(offices.rows())) == ""
    one = offices.do(add_one_off, OWN, "1.1", date(2024, 5, 20), end=date(2024, 5, 24)).occurrence
    told = remarks(one_offs_of(offices.rows()))
    assert f"#   1.1  2024-05-20/2024-05-24  -  planned  {one.uid}" in told
    offices.load(exported(offices) + told)
    assert offices.again(one) == one
