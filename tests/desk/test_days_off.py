"""Days off said at the desk: what they move is told first, then done with them, and all is written down."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scheduler.accounts.rights import Role
from scheduler.day_off import DayOff
from scheduler.desk.days_off import DaysDone, forget_day, say_days
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound, SignInNeeded
from scheduler.planning.loading import refreshing
from scheduler.store.database.engine import transaction
from scheduler.store.plans.days_off import list_days_off
from tests.desk.samples import OFFICE, OTHER_OFFICE, Offices

SLUG = "tiep-cong-dan"
PLAN = """\
slug: {slug}
title: Lịch tiếp công dân
office: {office}
year: 2024
timezone: Asia/Ho_Chi_Minh
items:
  - number: "1"
    title: Tiếp công dân
    when: 8h00 ngày 12/8/2024, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
  - number: "2"
    title: Bản tin
    when: 9h00 thứ Hai hằng tuần trong tháng 9, trừ ngày lễ
"""
OFF = DayOff(date(2024, 8, 12), "holiday", "Ngày truyền thống")


@pytest.fixture
def at_work(offices: Offices) -> Offices:
    """The office of the samples with one more plan, which leans on days off."""
    offices.load_document(PLAN.format(slug=SLUG, office=OFFICE))
    return offices


def starts(offices: Offices, item: str, slug: str = SLUG) -> list[str]:
    return [str(row.start)[:10] for row in offices.rows(slug) if row.item == item]


def entered(offices: Offices, office: str = OFFICE) -> list[DayOff]:
    with transaction(offices.engine) as connection:
        return list_days_off(connection, office)


def agree(offices: Offices, *entries: DayOff) -> DaysDone:
    shown: DaysDone = offices.do(say_days, entries, dry_run=True)
    done: DaysDone = offices.do(say_days, entries, agreed=shown.revision)
    return done


def test_a_dry_run_tells_what_would_move_and_keeps_nothing(at_work: Offices) -> None:
    shown = at_work.do(say_days, [OFF], dry_run=True)
    assert [(one.slug, one.counts.moved) for one in shown.changes] == [(SLUG, 1)]
    assert (shown.days, shown.unread, shown.applied) == (((None, OFF),), (), False)
    assert (entered(at_work), starts(at_work, "1")) == ([], ["2024-08-12"])
    assert not [one for one in at_work.log() if one.subject_kind == "day-off"]


def test_a_day_off_takes_its_dates_along_and_gives_them_back(at_work: Offices) -> None:
    before = at_work.rows(SLUG)
    assert agree(at_work, OFF).applied
    assert (entered(at_work), starts(at_work, "1")) == ([OFF], ["2024-08-13"])
    assert {row.uid for row in at_work.rows(SLUG)} == {row.uid for row in before}

    back = at_work.do(forget_day, OFF.day, dry_run=True)
    at_work.do(forget_day, OFF.day, agreed=back.revision)
    assert (entered(at_work), starts(at_work, "1")) == ([], ["2024-08-12"])
    told = [(one.action, one.subject, one.before, one.after) for one in at_work.log(subject_kind="day-off")]
    facts = {"kind": "holiday", "name": "Ngày truyền thống"}
    assert told == [("remove", "2024-08-12", facts, None), ("add", "2024-08-12", None, facts)]
    assert [one.action for one in at_work.log(subject_kind="plan", subject=SLUG)][:2] == [
        "refresh",
        "refresh",
    ]


def test_two_days_are_swapped_at_once(at_work: Offices) -> None:
    swap = (DayOff(date(2024, 9, 16), "holiday", "Nghỉ hoán đổi"), DayOff(date(2024, 9, 21), "worked"))
    agree(at_work, *swap)
    assert entered(at_work) == list(swap)
    assert starts(at_work, "2") == ["2024-09-09", "2024-09-23", "2024-09-30"]


def test_what_moves_nothing_needs_no_consent_and_is_written_once(at_work: Offices) -> None:
    quiet = DayOff(date(2024, 8, 14), "holiday", "Ngày hội")
    for _ in range(2):
        assert at_work.do(say_days, [quiet]).changes == ()
    at_work.do(say_days, [DayOff(quiet.day, "worked")])
    assert [one.action for one in at_work.log(subject_kind="day-off")] == ["change", "add"]


def test_what_was_not_seen_is_not_done(at_work: Offices) -> None:
    with pytest.raises(Conflict, match="Look at them first"):
        at_work.do(say_days, [OFF])
    shown = at_work.do(say_days, [OFF], dry_run=True)
    changed = PLAN.format(slug=SLUG, office=OFFICE).replace("8h00", "10h00")
    at_work.load_document(changed, agreed=at_work.plan(SLUG).revision)
    with pytest.raises(Conflict, match="changed it since"):
        at_work.do(say_days, [OFF], agreed=shown.revision)
    assert (entered(at_work), starts(at_work, "1")) == ([], ["2024-08-12"])


def test_another_office_keeps_its_days(at_work: Offices) -> None:
    others = at_work.actor("manager", OTHER_OFFICE)
    at_work.load_document(PLAN.format(slug="cua-so-khac", office=OTHER_OFFICE), actor=others)
    shown = at_work.do(say_days, [OFF], dry_run=True)
    assert [one.slug for one in shown.changes] == [SLUG]
    agree(at_work, OFF)
    assert starts(at_work, "1", "cua-so-khac") == ["2024-08-12"]
    assert entered(at_work, OTHER_OFFICE) == []
    with pytest.raises(NotFound):
        at_work.do(forget_day, OFF.day, actor=others)


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_only_who_keeps_the_plans_may(at_work: Offices, role: Role) -> None:
    with pytest.raises(Forbidden):
        at_work.do(say_days, [OFF], actor=at_work.actor(role), dry_run=True)
    with pytest.raises(SignInNeeded):
        at_work.do(forget_day, OFF.day, actor=None)
    assert entered(at_work) == []


@pytest.mark.parametrize(
    ("entries", "kind", "said"),
    [
        ([DayOff(OFF.day, "holiday")], Invalid, "needs a name"),
        ([DayOff(OFF.day, "holiday", "a\x07")], Invalid, "control characters"),
        ([DayOff(date(1800, 1, 1), "worked")], Invalid, "too far off"),
        ([OFF, DayOff(OFF.day, "worked")], Invalid, "the same"),
    ],
)
def test_mistakes_are_told(
    at_work: Offices, entries: list[DayOff], kind: type[AirslotError], said: str
) -> None:
    def attempt(**facts: Any) -> None:
        with pytest.raises(kind, match=said):
            at_work.do(say_days, entries, **facts)

    attempt(dry_run=True)
    attempt()
    assert entered(at_work) == []


def test_a_plan_that_is_no_longer_read_is_told_of_and_left(
    at_work: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = refreshing.document_again

    def cannot(connection: Any, slug: str) -> Any:
        if slug == SLUG:
            raise Invalid("ambiguous", "This phrase can be read in several ways.", "Có nhiều cách hiểu.")
        return read(connection, slug)

    monkeypatch.setattr(refreshing, "document_again", cannot)
    done = at_work.do(say_days, [OFF])
    assert (done.changes, done.unread) == ((), (SLUG,))
    assert (entered(at_work), starts(at_work, "1")) == ([OFF], ["2024-08-12"])
