"""The page of days off: what a year has, and what an office adds to it."""

from __future__ import annotations

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from scheduler.accounts.audit import entries
from scheduler.clock import FixedClock
from scheduler.day_off import DayOff
from scheduler.planning.loading.loading import load
from scheduler.planning.office_calendar.office_days import enter_day_off
from scheduler.planning.plan_file.document import read_plan
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.plans.read_model import get_plan
from tests.api.service import Service
from tests.stories.conftest import Visit
from tests.stories.house import MACHINE_TIME, NOW
from tests.stories.test_rights_of_pages import signed_in
from tests.stories.test_stories import PHONE, fits_the_screen

SLUG = "tiep-cong-dan-2024"
PLAN = """\
slug: {slug}
title: Lịch tiếp công dân
office: {office}
year: 2024
timezone: Asia/Ho_Chi_Minh
public: true
items:
  - number: "1"
    title: Tiếp công dân
    when: 8h00 ngày 12 hằng tháng, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
"""


def lean_on_days_off(stored: Engine) -> str:
    """One more plan, which does; gives the name of its office."""
    with transaction(stored) as connection:
        office = get_plan(connection, "kien-giang-2024").office
        text = PLAN.format(slug=SLUG, office=office).encode()
        now = FixedClock(NOW)
        load(
            connection, read_plan(text), now, uid_domain="airslot.example", machine_time=lambda: MACHINE_TIME
        )
    return office


def starts(stored: Engine) -> list[str]:
    with reading(stored) as connection:
        found = all_occurrences(connection, OccurrenceFilter(plan=SLUG))
    return [f"{one.start:%m-%d}" for one in found]


def row(page: Page, text: str) -> str:
    return page.get_by_role("row").filter(has_text=text).inner_text()


def test_the_manager_swaps_two_days_and_sees_what_moves(visit: Visit, stored: Engine) -> None:
    lean_on_days_off(stored)
    before = starts(stored)
    assert "08-12" in before
    page = visit("ke.hoach@example.org", viewport=PHONE, java_script_enabled=False)
    page.goto("/days-off?year=2024")
    assert "Quốc khánh" in row(page, "02/09/2024")
    assert "ngày làm việc" in row(page, "thứ Bảy, 04/05/2024")
    page.get_by_label("Ngày", exact=True).fill("2024-08-12")
    page.get_by_label("Tên ngày nghỉ").fill("Nghỉ hoán đổi")
    page.get_by_label("ngày đi làm bù").fill("2024-08-17")
    page.get_by_role("button", name="Xem trước thay đổi").click()
    shown = page.get_by_role("region", name="Những thay đổi sẽ có")
    expect(shown).to_contain_text("thứ Hai, 12/08/2024: theo lịch chung → ngày nghỉ (Nghỉ hoán đổi)")
    expect(shown).to_contain_text("Lịch tiếp công dân")
    expect(shown).to_contain_text("08:00 thứ Hai, 12/08/2024 → 08:00 thứ Ba, 13/08/2024")
    assert fits_the_screen(page)
    assert starts(stored) == before, "a preview keeps nothing"
    shown.get_by_role("button", name="Thực hiện").click()
    expect(page.get_by_role("status")).to_have_text("Đã lưu.")
    assert "Nghỉ hoán đổi" in row(page, "12/08/2024")
    assert "ngày làm việc" in row(page, "17/08/2024")
    assert "08-13" in starts(stored) and "08-12" not in starts(stored)

    page.get_by_role("link", name="Sửa: thứ Hai, 12/08/2024").click()
    expect(page.get_by_label("Tên ngày nghỉ")).to_have_value("Nghỉ hoán đổi")
    page.get_by_role("button", name="Rút lại: thứ Hai, 12/08/2024").click()
    shown.get_by_role("button", name="Thực hiện").click()
    expect(page.get_by_role("status")).to_have_text("Đã lưu.")
    assert starts(stored) == before
    with reading(stored) as connection:
        log = entries(connection, 1, subject_kind="day-off")[0]
    assert [(one.action, one.subject) for one in log] == [
        ("remove", "2024-08-12"), ("add", "2024-08-17"), ("add", "2024-08-12"),
    ]  # fmt: skip
    page.goto("/history")
    expect(page.get_by_role("main")).to_contain_text("ngày nghỉ 2024-08-12")


def test_a_mistake_keeps_what_was_written(visit: Visit) -> None:
    page = visit("ke.hoach@example.org")
    page.goto("/days-off?lang=en")
    page.get_by_label("Day", exact=True).fill("2024-08-12")
    page.get_by_role("button", name="Show the change").click()
    expect(page.get_by_role("alert")).to_contain_text("needs a name")
    expect(page.get_by_label("Day", exact=True)).to_have_value("2024-08-12")
    page.get_by_label("Name of the day off").fill("Staff day")
    page.get_by_role("button", name="Show the change").click()
    expect(page.get_by_text("No date of any plan changes with it.")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_whoever_sees_the_plans_sees_the_days_and_no_form(visit: Visit, stored: Engine) -> None:
    office = lean_on_days_off(stored)
    with transaction(stored) as connection:
        day = DayOff(NOW.date().replace(month=8, day=12), "holiday", "Ngày truyền thống")
        enter_day_off(connection, office, day, machine_time=lambda: MACHINE_TIME)
    for email in (None, "xem@example.org", "dai@example.org"):
        page = visit(email)
        page.goto("/days-off")
        page.get_by_role("heading", name="Ngày nghỉ 2024").wait_for()
        assert "Ngày truyền thống" in row(page, "12/08/2024")
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_odd_addresses_are_answered(service: Service) -> None:
    years = {"1900": 1900, "2199": 2199, "1899": 2024, "x": 2024, "99999": 2024}
    for year, shown in years.items():
        answer = service.client.get(f"/days-off?year={year}&day=<b>", headers={"Accept": "text/html"})
        assert answer.status_code == 200 and f"Ngày nghỉ {shown}</h1>" in answer.text, year
        assert "<b>" not in answer.text
    assert service.client.get("/days-off?plan=khong-co").status_code == 404
    with httpx.Client(base_url=service.url, headers={"Accept": "text/html"}) as client:
        csrf = signed_in(client, "manager")
        for fields, status in (
            ({"deed": "remove", "day": "2024-05-01"}, 404),
            ({"deed": "enter", "day": "2024-05-01", "kind": "x"}, 422),
            ({"deed": "enter", "day": "0001-01-01", "kind": "worked"}, 422),
            ({"deed": "enter", "kind": "worked"}, 422),
        ):
            answer = client.post("/days-off", data={"csrf": csrf} | fields)
            assert answer.status_code == status, answer.text
            assert 'role="alert"' in answer.text
