"""What the walk through the pages found, each thing by itself."""

from __future__ import annotations

from playwright.sync_api import expect
from sqlalchemy import Engine

from scheduler.accounts.people import find_person
from scheduler.store.database.engine import reading
from tests.stories.conftest import Visit
from tests.stories.test_stories import an_airing

DESK = {"width": 1280, "height": 900}


def test_the_header_is_one_row_on_a_desk(visit: Visit) -> None:
    page = visit("quan.tri@example.org", viewport=DESK)
    for language in ("vi", "en"):
        page.goto(f"/plans?lang={language}")
        tops = {round(one.bounding_box()["y"]) for one in page.locator("nav.wide .places a").all()}  # type: ignore[index]
        assert len(tops) == 1
        assert page.locator("header.site").bounding_box()["height"] < 75  # type: ignore[index]
    page.goto("/my-reminders")
    page.get_by_role("link", name="Nhật ký nhắc việc").click()
    page.wait_for_url("**/reminders")


def test_taking_a_person_out_asks(visit: Visit, stored: Engine) -> None:
    page = visit("quan.tri@example.org", java_script_enabled=False)
    page.goto("/accounts")
    person = page.get_by_role("region", name="Người xem")
    person.get_by_role("button", name="Đưa ra khỏi cơ quan").click()
    asked = page.get_by_role("alert")
    expect(asked).to_contain_text("Đưa Người xem ra khỏi cơ quan?")
    asked.get_by_role("link", name="Giữ nguyên").click()
    with reading(stored) as connection:
        assert find_person(connection, "xem@example.org") is not None
    person.get_by_role("button", name="Đưa ra khỏi cơ quan").click()
    asked.get_by_role("button", name="Đúng, đưa ra").click()
    page.wait_for_url("**/accounts?saved=1")
    with reading(stored) as connection:
        assert find_person(connection, "xem@example.org") is None


def test_a_fault_points_at_its_place_in_letters_of_one_width(visit: Visit) -> None:
    page = visit("ke.hoach@example.org")
    page.goto("/plans/kien-giang-2024/add-item")
    page.get_by_label("Số", exact=True).fill("2.9")
    page.get_by_label("Tên", exact=True).fill("Tin")
    page.get_by_label("Thời gian, như văn bản").fill("25 giờ thứ Tư")
    page.get_by_role("button", name="Xem các ngày").click()
    fault = page.get_by_role("alert").locator("pre").first
    expect(fault).to_contain_text("^")
    assert fault.evaluate("one => getComputedStyle(one).whiteSpace") == "pre"


def test_the_scope_and_what_is_missed_have_one_name(visit: Visit, stored: Engine) -> None:
    page = visit("ke.hoach@example.org", java_script_enabled=False)
    page.goto(f"/occurrences/{an_airing(stored, '2.2', '2024-06-19')}")
    expect(page.get_by_label("Áp dụng cho").first).to_be_attached()
    assert "bỏ lỡ" not in page.content()


def test_an_address_is_copied_and_outlook_is_offered_twice(visit: Visit) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/plans/kien-giang-2024")
    address = page.locator("p.address code").inner_text()
    page.get_by_role("button", name="Chép").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    assert address.endswith("/plans/kien-giang-2024.ics")
    hosts = [str(one.get_attribute("href")) for one in page.locator(".ways a").all()]
    assert any(href.startswith("https://outlook.live.com/calendar/0/addfromweb?url=") for href in hosts)
    assert any(href.startswith("https://outlook.office.com/calendar/0/addfromweb?url=") for href in hosts)


def test_without_a_script_no_button_promises_to_copy(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/plans/kien-giang-2024")
    expect(page.get_by_role("button", name="Chép")).to_have_count(0)
