"""Plans and days off: where airings go over Tết 2024, and what another calendar changes in a stored plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from rules.schedule import DaySet, MonthDays, Recurrence, Schedule, Slot, Weekly
from scheduler.day_off import DayOff
from scheduler.errors import Invalid, NotFound
from scheduler.planning.loading.refreshing import changed_plans, document_again
from scheduler.planning.office_calendar.office_days import (
    enter_day_off,
    forget_day_off,
    office_days,
    only_office,
)
from scheduler.planning.plan_file.document import read_plan, write_plan
from scheduler.planning.plan_file.stored_document import stored_document
from scheduler.store.plans.days_off import list_days_off
from scheduler.store.plans.read_model import get_plan
from tests.planning import overrides
from tests.planning.samples import Desk, document, entry, windows

OFFICE = "Sở Nội vụ"
FILE = """\
slug: ke-hoach-2024
title: Kế hoạch 2024
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
items:
"""
TET = {
    # When, and where its airings of February 2024 go; Tết is 8 to 14 February, 10 and 11 a weekend.
    "17h45 thứ Sáu hằng tuần, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo": "02 15 16 23",
    "17h45 thứ Sáu hằng tuần, nếu trùng ngày lễ, Tết thì chuyển sang ngày làm việc liền trước": "02 07 16 23",
    "17h45 thứ Sáu hằng tuần, trừ ngày lễ, Tết": "02 16 23",
    "17h45 thứ Bảy hằng tuần, trừ ngày lễ, Tết": "03 17 24",
    "17h45 thứ Bảy hằng tuần, trừ ngày nghỉ": "",
    "17h45 ngày 10 hằng tháng, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo": "15",
    "17h45 ngày làm việc thứ 6 của tháng": "15",
    "17h45 thứ Sáu hằng tuần": "02 09 16 23",
}


def load(desk: Desk, *items: str, **facts: Any) -> None:
    text = FILE + "".join(items)
    desk.load_document(replace(read_plan(text.encode()), **facts), include_past=True)


def item(number: str, when: str, *more: str) -> str:
    lines = [f'  - number: "{number}"', f"    title: Mục {number}", f'    when: "{when}"', *more]
    return "\n".join(lines) + "\n"


def days(desk: Desk, number: str, month: int, kind: str = "premiere") -> str:
    rows = [
        row for row in desk.rows() if row.item == number and row.kind == kind and row.start.month == month
    ]
    return " ".join(f"{row.start:%d}" for row in rows)


def enter(desk: Desk, day: str, kind: str = "holiday", name: str | None = "Ngày truyền thống") -> None:
    wanted = DayOff(date.fromisoformat(day), kind, name if kind == "holiday" else None)  # type: ignore[arg-type]
    desk.do(enter_day_off, OFFICE, wanted, machine_time=desk.machine_time)


def refresh(desk: Desk) -> None:
    desk.load_document(desk.do(document_again, "ke-hoach-2024"), include_past=True)


# --- where airings go ---------------------------------------------------------------------


def test_a_plan_over_tet(desk: Desk) -> None:
    load(desk, *(item(str(number), when) for number, when in enumerate(TET, 1)))
    assert {when: days(desk, str(number), 2) for number, when in enumerate(TET, 1)} == TET
    (moved,) = [row for row in desk.rows() if row.item == "6" and row.start.month == 2]
    assert moved.start == datetime(2024, 2, 15, 17, 45)
    assert (moved.shifted_from, moved.period) == (datetime(2024, 2, 10, 17, 45), "2024-02")
    assert moved.reason == "Tết Nguyên Đán\nLunar New Year"


def test_the_policy_of_an_item_holds_where_the_phrase_says_nothing(desk: Desk) -> None:
    phrase = "ngày 30/4/2024, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc liền trước"
    load(
        desk,
        item("1", "8h00 ngày 30/4/2024", "    shift: next"),
        item("2", f"8h00 {phrase}", "    shift: next"),
        item("3", "8h00 ngày 30/4/2024", "    shift: skip"),
        item("4", "8h00 ngày 30/4/2024"),
    )
    found = {row.item: f"{row.start:%d/%m}" for row in desk.rows()}
    assert found == {"1": "02/05", "2": "26/04", "4": "30/04"}


def test_a_replay_follows_its_shifted_premiere(desk: Desk) -> None:
    load(desk, item("1", "17h45 ngày 2/9/2024, phát lại 6h00 ngày hôm sau", "    shift: next"))
    premiere, replay = desk.rows()
    assert (premiere.start, replay.start) == (datetime(2024, 9, 4, 17, 45), datetime(2024, 9, 5, 6))
    assert replay.premiere_id == premiere.id


def test_windows_stay_where_they_are(desk: Desk) -> None:
    plain, shifted = entry("1", windows(1)), entry("2", windows(1), shift="next")
    desk.load(plain, shifted, include_past=True)
    found = [(row.start, row.end) for row in desk.rows() if row.item == "1"]
    assert found == [(row.start, row.end) for row in desk.rows() if row.item == "2"] != []


def test_what_a_shift_carries_over_the_end_of_the_plan_stays_the_plan_s(desk: Desk) -> None:
    """31 December 2023 is a Sunday and 1 January a holiday; 2024 does not get that airing."""
    last_day = Schedule(recurrences=(Recurrence(DaySet(MonthDays((-1,))), (Slot(time(8)),)),))
    one = entry("1", last_day, shift="next")
    desk.load_document(
        replace(document(one), first=date(2023, 1, 1), last=date(2023, 12, 31)), include_past=True
    )
    assert (desk.rows()[-1].start, desk.rows()[-1].period) == (datetime(2024, 1, 2, 8), "2023-12")
    desk.load_document(document(one), include_past=True)
    assert desk.rows()[0].start == datetime(2024, 1, 31, 8)


@pytest.mark.parametrize("shift", ["skip", "next", "previous"])
def test_no_airing_with_a_policy_lies_on_a_day_off(desk: Desk, shift: str) -> None:
    daily = Schedule(recurrences=(Recurrence(DaySet(Weekly((0, 2, 4, 5))), (Slot(time(8)),)),))
    desk.load(entry("1", daily, shift=shift), include_past=True)
    off = [
        "01-01", "02-08", "02-09", "02-12", "02-13", "02-14", "04-18", "04-29", "04-30", "05-01", "09-02",
        "09-03",
    ]  # fmt: skip
    starts = [row.start for row in desk.rows()]
    assert not {f"{start:%m-%d}" for start in starts} & set(off)
    assert {f"{start:%m-%d}" for start in starts if start.weekday() == 5} == {"05-04"}
    assert len(starts) > 120


# --- another calendar ---------------------------------------------------------------------


def test_an_entry_moves_what_stood_on_its_day_and_nothing_else(desk: Desk) -> None:
    load(
        desk,
        item("1", "8h00 ngày 12/8/2024 và ngày 20/8/2024", "    shift: next"),
        item("2", "9h00 ngày 12/8/2024"),
    )
    before = {row.id: row for row in desk.rows()}
    enter(desk, "2024-08-12")
    (changes,) = desk.do(changed_plans, OFFICE, desk.clock).changed
    assert (changes.slug, changes.counts.moved, changes.counts.kept) == ("ke-hoach-2024", 1, 1)
    assert {row.id: row.start for row in desk.rows()} == {key: row.start for key, row in before.items()}
    refresh(desk)
    after = {row.id: row for row in desk.rows()}
    (moved,) = [row for key, row in after.items() if row.start != before[key].start]
    assert (moved.start, moved.reason) == (datetime(2024, 8, 13, 8), "Ngày truyền thống")
    was = before[moved.id]
    assert (moved.uid, moved.sequence, moved.period) == (was.uid, was.sequence + 1, was.period)
    assert desk.do(changed_plans, OFFICE, desk.clock) == ([], [])
    desk.do(forget_day_off, OFFICE, date(2024, 8, 12), machine_time=desk.machine_time)
    refresh(desk)
    (back,) = [row for row in desk.rows() if row.id == moved.id]
    assert (back.start, back.shifted_from, back.reason) == (was.start, None, None)
    assert back.sequence == was.sequence + 2


def test_a_person_s_change_survives_another_calendar(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 12/8/2024, phát lại 9h00 ngày hôm sau", "    shift: next"))
    held = datetime(2024, 8, 16, 10)
    desk.do(overrides.move, desk.row("2024-08-12").id, held, machine_time=desk.machine_time)
    enter(desk, "2024-08-12")
    refresh(desk)
    premiere, replay = desk.rows()
    assert (premiere.start, premiere.original_start) == (held, datetime(2024, 8, 13, 8))
    assert replay.start == datetime(2024, 8, 17, 9)


def test_entries_of_the_office_count_before_the_country_and_those_of_the_plan_before_both(desk: Desk) -> None:
    swapped = item("1", "8h00 ngày 29/4/2024 và ngày 4/5/2024", "    shift: skip")
    load(desk, swapped)
    assert days(desk, "1", 4) + days(desk, "1", 5) == "04"
    enter(desk, "2024-04-29", "not-a-holiday")
    enter(desk, "2024-05-04", "not-a-holiday")
    refresh(desk)
    assert days(desk, "1", 4) + days(desk, "1", 5) == "29"
    load(desk, swapped, days_off=(DayOff(date(2024, 5, 4), "worked"),))
    assert (days(desk, "1", 4), days(desk, "1", 5)) == ("29", "04")


def test_another_country_moves_other_days(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 3/10/2024", "    shift: next"))
    assert days(desk, "1", 10) == "03"
    load(desk, item("1", "8h00 ngày 3/10/2024", "    shift: next"), country="DE")
    assert days(desk, "1", 10) == "04"


def test_items_that_lean_on_no_day_off_are_not_looked_at(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 12/8/2024"))
    enter(desk, "2024-08-12")
    assert desk.do(changed_plans, OFFICE, desk.clock) == ([], [])


# --- the table ----------------------------------------------------------------------------


def test_the_last_word_on_a_day_is_kept(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 12/8/2024"))
    enter(desk, "2024-08-12", name="  Ngày   truyền thống ")
    enter(desk, "2024-05-04", "worked")
    enter(desk, "2024-08-12", "worked")
    assert desk.do(list_days_off, OFFICE) == [
        DayOff(date(2024, 5, 4), "worked"),
        DayOff(date(2024, 8, 12), "worked"),
    ]
    assert desk.do(list_days_off, OFFICE, date(2024, 6, 1), date(2024, 8, 12))[0].day == date(2024, 8, 12)


def test_days_are_listed_with_who_says_so(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 12/8/2024"), days_off=(DayOff(date(2024, 5, 4), "not-a-holiday"),))
    enter(desk, "2024-05-02", name="Nghỉ thêm")
    plan = desk.do(get_plan, "ke-hoach-2024")
    found = desk.do(office_days, date(2024, 4, 30), date(2024, 5, 5), None, plan)
    assert [(one.day.day, one.kind, one.source) for one in found] == [
        (30, "holiday", "country"),
        (1, "holiday", "country"),
        (2, "holiday", "office"),
        (4, "not-a-holiday", "plan"),
    ]


def test_a_holiday_needs_a_name(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 12/8/2024"))
    for name in (None, "  ", "x" * 201, "a\x07"):
        with pytest.raises(Invalid, match="name"):
            enter(desk, "2024-08-12", name=name)


def test_what_was_not_entered_cannot_be_removed(desk: Desk) -> None:
    load(desk, item("1", "8h00 ngày 12/8/2024"))
    with pytest.raises(NotFound, match="not-a-holiday"):
        desk.do(forget_day_off, OFFICE, date(2024, 5, 1), machine_time=desk.machine_time)
    with pytest.raises(NotFound, match=OFFICE):
        desk.do(only_office, "Sở khác")


# --- the plan file ------------------------------------------------------------------------


def test_country_and_days_of_a_plan_come_back_out_of_its_file(desk: Desk) -> None:
    own = (DayOff(date(2024, 5, 4), "worked"), DayOff(date(2024, 8, 12), "holiday", "Ngày truyền thống"))
    one = item("1", "8h00 ngày 12/8/2024")
    wanted = replace(read_plan((FILE + one).encode()), country="DE-BY", days_off=own)
    assert read_plan(write_plan(wanted).encode()) == wanted
    desk.load_document(wanted)
    stored = desk.do(stored_document, "ke-hoach-2024")
    assert (stored.country, stored.days_off) == ("DE-BY", own)
    assert desk.load_document(stored).empty


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("country: XX\n", "not known"),
        ("days_off:\n  - kind: worked\n", "day is missing"),
        ("days_off:\n  - day: 2024-05-04\n", "name is missing"),
        ("days_off:\n  - {day: 2024-05-04, kind: off, name: A}\n", "not one of"),
        ("days_off:\n  - {day: 2024-05-04, kind: worked}\n  - {day: 2024-05-04, kind: worked}\n", "twice"),
    ],
)
def test_faults_of_days_off_are_told(lines: str, told: str) -> None:
    with pytest.raises(Invalid) as wrong:
        read_plan((lines + FILE + item("1", "8h00 ngày 12/8/2024")).encode())
    assert any(told in fault.en for fault in wrong.value.faults)


def test_a_plan_of_years_that_are_not_known_is_remarked() -> None:
    text = FILE.replace("year: 2024", "year: 2150") + item("1", "8h00 ngày 12/8", "    shift: next")
    assert [notice.en[:27] for _, notice in read_plan(text.encode()).notices] == [
        "The public holidays of VN i"
    ]
    assert read_plan((FILE + item("1", "8h00 ngày 12/8", "    shift: next")).encode()).notices == ()
