"""What will go is looked at before it is due; a manager keeps the subscribers; mails name who writes."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction
from tests.reminders.samples import deliver_due
from tests.reminders.test_weekly_lists import Box
from tests.stories.conftest import Visit
from tests.stories.house import MACHINE_TIME, NOW
from tests.stories.test_stories import an_airing


def without_faults(page: Page) -> None:
    assert Axe().run(page).response["violations"] == []


def test_a_clerk_sees_that_a_reminder_will_go_and_a_manager_to_whom(visit: Visit, stored: Engine) -> None:
    with transaction(stored) as connection:
        subscribers.add(
            connection, Subscription("bao.chi@so.example"), machine_time=lambda: MACHINE_TIME, confirmed=True
        )
    one = an_airing(stored, "2.2", "2024-06-19")
    clerk = visit("dai@example.org")
    clerk.goto(f"/occurrences/{one}")
    section = clerk.get_by_role("region", name="Thư sẽ gửi")
    expect(section).to_contain_text("08:00 thứ Ba, 18/06/2024: nhắc lịch trước 1 ngày → b…@so.example")
    without_faults(clerk)
    section.get_by_role("link").click()
    expect(clerk.get_by_role("heading", name="Thư của những ngày tới")).to_be_visible()
    expect(clerk.get_by_role("main")).not_to_contain_text("bao.chi@so.example")

    manager = visit("ke.hoach@example.org", viewport={"width": 390, "height": 800})
    manager.goto("/reminders")
    manager.get_by_role("link", name="Những thư sẽ gửi trong các ngày tới").click()
    manager.get_by_label("Trong").select_option("31")
    manager.get_by_role("button", name="Xem").click()
    expect(manager.get_by_role("main")).to_contain_text("bao.chi@so.example")
    without_faults(manager)


def test_a_manager_adds_ends_and_forgets_a_subscriber(visit: Visit, stored: Engine) -> None:
    page = visit("ke.hoach@example.org", viewport={"width": 390, "height": 800})
    page.goto("/subscribers")
    page.get_by_role("region", name="Thêm người nhận").get_by_label("Địa chỉ thư").fill("moi@so.example")
    page.get_by_role("button", name="Thêm", exact=True).click()
    row = page.get_by_role("row").filter(has_text="moi@so.example")
    expect(row).to_contain_text("chưa xác nhận")
    without_faults(page)
    row.get_by_role("button", name="Ngừng gửi thư cho moi@so.example").click()
    expect(page.get_by_role("row").filter(has_text="moi@so.example")).to_contain_text("đã ngừng nhận")
    row.get_by_text("Xóa dữ liệu").click()
    row.get_by_role("button", name="Xóa moi@so.example").click()
    expect(page.get_by_role("main")).not_to_contain_text("moi@so.example")
    page.goto("/subscribers?lang=en")
    expect(page.get_by_role("heading", name="Subscribers", exact=True)).to_be_visible()


def test_the_mail_that_asks_to_confirm_names_office_and_plan(visit: Visit, stored: Engine) -> None:
    page = visit("ke.hoach@example.org")
    page.goto("/subscribers")
    page.get_by_role("region", name="Thêm người nhận").get_by_label("Ngôn ngữ").select_option("en")
    page.get_by_role("region", name="Thêm người nhận").get_by_label("Địa chỉ thư").fill("moi@so.example")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="moi@so.example")).to_be_visible()
    box = Box()
    renderer = MailRenderer(Settings(), b"only for tests, thirty-two bytes.")
    deliver_due(stored, FixedClock(NOW), box, renderer, Settings(), lambda: MACHINE_TIME)
    assert [subject for _, subject in box.said] == [
        "Please confirm: reminders of Ủy ban nhân dân tỉnh Kiên Giang"
    ]
    said = box.text()
    assert "Office: Ủy ban nhân dân tỉnh Kiên Giang" in said
    assert "Plan: Kế hoạch truyền thông cải cách hành chính tỉnh Kiên Giang năm 2024" in said


def test_the_invitation_says_24_hours_and_does_not_talk_of_asking(visit: Visit, tmp_path: Path) -> None:
    page = visit("quan.tri@example.org")
    page.goto("/accounts")
    page.locator("form[action='/accounts'] input[name=email]").fill("khach@so.example")
    page.locator("form[action='/accounts'] button").first.click()
    page.wait_for_load_state()
    expect(page.get_by_role("main")).to_contain_text("khach@so.example")
    [file] = (tmp_path / "mails").glob("*.eml")
    mail = message_from_bytes(file.read_bytes(), policy=default)
    said = str(mail.get_body(("plain",)).get_content())
    assert mail["Subject"] == "Ủy ban nhân dân tỉnh Kiên Giang mời bạn dùng Airslot"
    assert "24 giờ" in said and "Nếu bạn không yêu cầu" not in said
