"""Two airings at once on a channel: found whatever they are, graded by the plan, refused where it says so."""

from __future__ import annotations

from datetime import date, datetime
from itertools import combinations

import pytest

from scheduler.desk import conflicts as room
from scheduler.desk import delivery, occurrences, one_offs, plans, previews
from scheduler.errors import Conflict, Invalid, SignInNeeded
from scheduler.planning.plan_file.document import read_plan
from scheduler.planning.plan_file.stored_document import stored_document
from scheduler.planning.plan_file.writing import write_plan
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence
from tests.desk.samples import OWN, PLAN, Offices

NIGHT = """\
slug: ban-dem-2024
title: Ban đêm 2024
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets: [{name: Đài PT-TH, channels: [KG, KG1]}]
items:
  - {number: "1", title: Đêm, outlet: Đài PT-TH, when: "23 giờ 50 thứ Ba, Tuần 3 Kênh KG", minutes: 20}
  - {number: "2", title: Khuya, outlet: Đài PT-TH, when: "0 giờ thứ Tư, Tuần 3 Kênh KG", minutes: 5}
  - {number: "3", title: Sáng, outlet: Đài PT-TH, when: "6 giờ thứ Năm, Tuần 3 Kênh KG"}
"""
HALF = 30


def grade(offices: Offices, word: str, slug: str = OWN) -> None:
    offices.do(plans.change_plan, slug, {"conflicts": word})


def found(offices: Offices, **facts: object) -> list[room.Graded]:
    with reading(offices.engine) as connection:
        return room.conflicts(connection, offices.actor("viewer"), HALF, **facts)  # type: ignore[arg-type]


def brute(rows: list[Occurrence]) -> set[frozenset[str]]:
    """Every pair, by the definition."""

    def ends(one: Occurrence) -> float:
        return one.ends_at.timestamp() if one.ends_at else one.starts_at.timestamp() + HALF * 60

    airing = [one for one in rows if one.channel and isinstance(one.start, datetime)]
    return {
        frozenset((a.id, b.id))
        for a, b in combinations(airing, 2)
        if (a.outlet, a.channel) == (b.outlet, b.channel)
        and a.starts_at.timestamp() < ends(b)
        and b.starts_at.timestamp() < ends(a)
    }


def test_all_are_found_over_midnight_with_replays_and_assumed_lengths(offices: Offices) -> None:
    offices.load(NIGHT)
    rows = offices.rows() + offices.rows("ban-dem-2024")
    pairs = {frozenset((one.first.id, one.second.id)) for one in found(offices)}
    assert pairs == brute(rows) and pairs
    kinds = {(one.first.item, one.second.item) for one in found(offices)}
    assert ("1", "2") in kinds  # 23:50 for 20 minutes meets midnight
    assert {"replay", "premiere"} in [{one.first.kind, one.second.kind} for one in found(offices)]
    january = found(offices, first=date(2024, 1, 17), last=date(2024, 1, 17))
    assert [(one.first.item, one.second.item) for one in january] == [("1", "2")]
    assert found(offices, channel="KG1") == []


def test_what_ends_when_another_begins_does_not_meet_it(offices: Offices) -> None:
    one = offices.row("2024-05-15")
    offices.do(one_offs.add_one_off, OWN, "2.2", datetime(2024, 5, 15, 17, 57), channel="KG", minutes=5)
    assert found(offices) == []
    offices.do(occurrences.retime, one.id, minutes=13)
    assert len(found(offices)) == 1


@pytest.mark.parametrize("word", ["note", "warn"])
def test_a_plan_that_refuses_none_only_tells(offices: Offices, word: str) -> None:
    grade(offices, word)
    one = offices.row("2024-05-15")
    shown = offices.do(previews.preview, lambda desk: occurrences.move(desk, one.id, replay_time()))
    assert len(shown.overlaps) == 1
    offices.do(occurrences.move, one.id, replay_time())
    assert [one.grade for one in found(offices)] == [word]


def replay_time() -> datetime:
    """When the replay of April airs."""
    return datetime(2024, 4, 18, 6, 5)


def test_a_plan_that_refuses_lets_nobody_make_one(offices: Offices) -> None:
    grade(offices, "refuse")
    one = offices.row("2024-05-15")
    before = offices.rows()
    with pytest.raises(Conflict) as refused:
        offices.do(occurrences.move, one.id, replay_time())
    assert refused.value.code == "channel-taken" and "06:00" in refused.value.en
    with pytest.raises(Conflict):
        offices.do(previews.preview, lambda desk: occurrences.move(desk, one.id, replay_time()))
    with pytest.raises(Conflict):
        offices.do(one_offs.add_one_off, OWN, "2.2", replay_time(), channel="KG")
    assert offices.rows() == before
    offices.do(occurrences.move, one.id, datetime(2024, 4, 18, 6, 12))


def test_a_pair_that_is_there_already_keeps_nobody_from_working(offices: Offices) -> None:
    one = offices.row("2024-05-15")
    offices.do(occurrences.move, one.id, replay_time())
    grade(offices, "refuse")
    offices.do(occurrences.note, one.id, "Chờ chốt giờ")
    offices.do(occurrences.retime, one.id, minutes=10)
    offices.do(occurrences.cancel, one.id)
    with pytest.raises(Conflict):
        offices.do(occurrences.move, offices.row("2024-06-19").id, replay_time())


def test_the_grade_is_of_the_plan_file_too(offices: Offices) -> None:
    grade(offices, "refuse")
    with reading(offices.engine) as connection:
        text = write_plan(stored_document(connection, OWN))
    assert "conflicts: refuse" in text
    assert read_plan(text.encode(), "plan").conflicts == "refuse"
    assert read_plan(PLAN.encode(), "plan").conflicts == "warn"
    with pytest.raises(Invalid):
        read_plan((PLAN + "conflicts: never\n").encode(), "plan")


def test_strangers_and_other_offices_see_none(offices: Offices) -> None:
    offices.load(NIGHT)
    with reading(offices.engine) as connection:
        with pytest.raises(SignInNeeded):
            room.conflicts(connection, None, HALF)
        assert room.conflicts(connection, offices.actor(of="Sở Tư pháp"), HALF) == []


def test_a_make_good_is_proposed_where_the_channel_is_free_at_the_hour(offices: Offices) -> None:
    missed = offices.row("2024-03-20")
    offices.do(delivery.miss, missed.id, reason="Mất điện")
    offices.do(one_offs.add_one_off, OWN, "2.2", datetime(2024, 4, 4, 17, 50), channel="KG", minutes=5)
    offices.do(one_offs.add_one_off, OWN, "2.2", datetime(2024, 4, 5, 17, 57), channel="KG", minutes=5)
    with reading(offices.engine) as connection:
        slots = room.free_slots(connection, offices.again(missed), datetime(2024, 4, 2, 8, 0), HALF)
        assert [at.day for at in slots] == [3, 5, 6, 7, 8] and {at.hour for at in slots} == {17}
        with pytest.raises(Invalid):
            room.free_slots(connection, offices.rows()[0], datetime(2024, 4, 2), HALF)
