"""What people of an office do, from the first click to what others see of it."""

from __future__ import annotations

import re

import httpx
from icalendar import Calendar
from playwright.sync_api import Page, expect
from sqlalchemy import Engine, select

from scheduler.accounts.audit import entries
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.tables import reminder
from tests.api.service import Service
from tests.stories.conftest import Visit
from tests.stories.house import MACHINE_TIME, NOW, PLAN, STATION

PHONE = {"width": 390, "height": 800}


def fits_the_screen(page: Page) -> bool:
    """Nothing reaches beyond the right edge."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    return bool(page.locator("html").evaluate("node => node.scrollWidth") <= width)


def an_airing(stored: Engine, item: str, day: str) -> str:
    with reading(stored) as connection:
        found = all_occurrences(connection, OccurrenceFilter(item=item, kind="premiere"))
    return next(one.id for one in found if one.start.isoformat().startswith(day))


def test_the_manager_loads_a_plan_and_picks_the_reading_of_a_doubtful_phrase(
    visit: Visit, stored: Engine
) -> None:
    document = PLAN.read_text("utf-8").replace("slug: kien-giang-2024", "slug: thu-nghiem-2024")
    written = re.search(r"17 giờ 45 phút thứ Tư, Tuần 3[^\n\"]*", document)
    assert written
    document = document.replace(written[0], "8 giờ 30 ngày 31 hằng tháng", 1)

    page = visit("ke.hoach@example.org", java_script_enabled=False)
    page.goto("/plans")
    page.get_by_role("link", name="Nạp tệp kế hoạch").click()
    page.get_by_label("hoặc dán nội dung tệp").fill(document)
    page.get_by_role("button", name="Xem trước thay đổi").click()
    expect(page.get_by_role("heading", name="Hiểu theo cách nào?")).to_be_visible()
    choices = page.get_by_role("radio")
    assert choices.count() >= 2
    wording = str(choices.nth(1).get_attribute("value"))
    choices.nth(1).check()
    page.get_by_role("button", name="Tiếp tục với các cách hiểu này").click()
    page.get_by_role("button", name="Nạp kế hoạch").click()
    page.wait_for_url("**/plans/thu-nghiem-2024")
    expect(page.get_by_text(wording).first).to_be_visible()
    with reading(stored) as connection:
        found = all_occurrences(connection, OccurrenceFilter(plan="thu-nghiem-2024", item="2.2"))
        assert found
        assert "load" in {one.action for one in entries(connection, 1)[0]}


def test_the_station_confirms_an_airing_on_a_phone(visit: Visit, stored: Engine, service: Service) -> None:
    one = an_airing(stored, "2.2", "2024-05-15")
    page = visit("dai@example.org", viewport=PHONE)
    page.goto(f"/occurrences/{one}")
    assert fits_the_screen(page)
    form = page.locator("details[open] form").filter(has=page.get_by_role("button", name="Xác nhận"))
    form.get_by_label("Ghi chép của đài").fill("Nhật ký phát sóng số 136")
    form.get_by_label("Liên kết").fill("https://example.org/phat-song/136")
    form.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("status")).to_have_text("Đã xác nhận: 1.")
    expect(page.get_by_text("Nhật ký phát sóng số 136").first).to_be_visible()
    assert fits_the_screen(page)
    assert service.client.get(f"/api/v1/occurrences/{one}").json()["state"] == "delivered"

    other = an_occurrence_of_another_outlet(stored)
    page.goto(f"/occurrences/{other}")
    expect(page.get_by_role("heading", name="Điều chỉnh")).to_have_count(0)


def an_occurrence_of_another_outlet(stored: Engine) -> str:
    with reading(stored) as connection:
        found = all_occurrences(connection, OccurrenceFilter())
    return next(one.id for one in found if one.outlet not in (None, STATION))


def test_a_moved_airing_takes_its_replay_along_and_readers_are_told(
    visit: Visit, stored: Engine, service: Service
) -> None:
    one = an_airing(stored, "2.2", "2024-06-19")
    with transaction(stored) as connection:
        asked = Subscription("nguoi.nhan@example.org")
        subscribers.add(connection, asked, machine_time=lambda: MACHINE_TIME, confirmed=True)
    before = events(service)

    page = visit("dai@example.org")
    page.goto(f"/occurrences/{one}")
    page.get_by_text("Dời lịch").click()
    form = page.locator("details[open] form").filter(has=page.get_by_label("Kênh"))
    form.get_by_label("Ngày").fill("2024-06-20")
    form.get_by_label("Giờ").fill("18:30")
    form.get_by_label("Lý do").fill("Trùng kỳ họp")
    form.get_by_role("button", name="Xem trước thay đổi").click()
    expect(page.get_by_role("heading", name="Những thay đổi sẽ có")).to_be_visible()
    expect(page.get_by_text("06:00–06:12 thứ Sáu, 21/06/2024")).to_be_visible()
    assert events(service) == before, "a preview keeps nothing"
    page.get_by_role("button", name="Thực hiện").click()
    expect(page.get_by_role("status")).to_have_text("Đã dời: 1.")

    after = events(service)
    moved = {uid for uid in before if before[uid] != after[uid]}
    assert sorted(after[uid][0] for uid in moved) == ["20240620T183000", "20240621T060000"]
    assert all(after[uid][1] > before[uid][1] for uid in moved)
    materialise(stored, NOW, Settings())
    with reading(stored) as connection:
        assert connection.scalar(select(reminder.c.id).limit(1)) is not None
        history = entries(connection, 1)[0]
    assert [(e.who, e.action, e.note) for e in history if e.subject == one] == [
        ("Biên tập của đài", "move", "Trùng kỳ họp")
    ]


def events(service: Service) -> dict[str, tuple[str, int]]:
    """Start and SEQUENCE of each event of the plan's feed, by UID."""
    feed = Calendar.from_ical(service.client.get("/plans/kien-giang-2024.ics").content)
    return {
        str(event["UID"]): (event["DTSTART"].to_ical().decode(), int(event.get("SEQUENCE", 0)))
        for event in feed.walk("VEVENT")
    }


def test_a_viewer_changes_nothing_by_any_form(visit: Visit, stored: Engine, service: Service) -> None:
    one = an_airing(stored, "2.2", "2024-06-19")
    page = visit("xem@example.org")
    for path in (f"/occurrences/{one}", "/plans/kien-giang-2024/items/2.2", "/plans"):
        page.goto(path)
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    csrf = str(page.locator("input[name=csrf]").first.get_attribute("value"))
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    before = events(service)
    with httpx.Client(base_url=service.url, cookies=cookies) as other:
        for path, fields in (
            (f"/occurrences/{one}", {"deed": "move", "day": "2024-06-20"}),
            (f"/occurrences/{one}", {"deed": "deliver", "kind": "aired"}),
            ("/plans/kien-giang-2024/items/2.2", {"deed": "change", "title": "x"}),
            ("/plans/kien-giang-2024/items/2.2/occurrences", {"day": "2024-06-20"}),
            ("/plans/load", {"document": PLAN.read_text("utf-8"), "agreed": "1"}),
            ("/accounts", {"email": "khac@example.org", "role": "admin"}),
            ("/reminders/1", {"arrived": "yes"}),
        ):
            answer = other.post(path, data=fields | {"csrf": csrf})
            assert answer.status_code == 403, (path, answer.status_code)
    assert events(service) == before
