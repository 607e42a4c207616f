"""What people do at the desk, on a phone and without a script: confirm ten, find what is late, record one."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect
from sqlalchemy import Engine

from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.pieces import PieceFilter, find_pieces
from tests.stories.conftest import Visit
from tests.stories.house import STATION
from tests.stories.test_stories import PHONE, fits_the_screen

PLAN = "kien-giang-2024"
PHOTO = b"\xff\xd8\xff\xe0" + b"\x00" * 64
ARTICLES = f"/plans/{PLAN}/items/3/pieces"


def delivered(stored: Engine) -> list[str | None]:
    with reading(stored) as connection:
        return [one.outlet for one in all_occurrences(connection, OccurrenceFilter(state="delivered"))]


def complaints(page: Page) -> str:
    found = Axe().run(page)
    return str(found.generate_report()) if found.violations_count else ""


@pytest.mark.parametrize("script", [True, False])
def test_a_station_confirms_ten_airings_in_one_go_on_a_phone(
    visit: Visit, stored: Engine, script: bool
) -> None:
    page = visit("dai@example.org", viewport=PHONE, java_script_enabled=script)
    expect(page.get_by_role("heading", name="Bàn làm việc")).to_be_visible()
    assert script is False or fits_the_screen(page)
    late = page.get_by_role("region", name="Quá hạn, chưa xác nhận")
    for n in range(10):
        late.get_by_role("checkbox").nth(n).check()
    # The bar stays where the thumb is.
    confirm = page.get_by_role("button", name="Xác nhận")
    box = confirm.bounding_box()
    assert box and box["y"] + box["height"] <= PHONE["height"] and box["height"] >= 44
    confirm.click()
    expect(page.get_by_role("status")).to_have_text("Đã xác nhận: 10.")
    assert delivered(stored) == [STATION] * 10
    expect(late.get_by_role("checkbox")).to_have_count(5)
    page.get_by_role("button", name="Hoàn tác").first.click()
    expect(page.get_by_role("status")).to_have_text("Đã hoàn tác: 10.")
    assert delivered(stored) == []


def test_a_station_says_of_two_that_they_did_not_happen_with_one_reason(visit: Visit, stored: Engine) -> None:
    page = visit("dai@example.org", viewport=PHONE)
    late = page.get_by_role("region", name="Quá hạn, chưa xác nhận")
    for n in range(2):
        late.get_by_role("checkbox").nth(n).check()
    page.get_by_role("button", name="Không thực hiện").click()
    expect(page.get_by_role("status")).to_have_text("Sẽ ghi là bỏ lỡ: 2.")
    assert complaints(page) == "" and fits_the_screen(page)
    page.get_by_label("Lý do chung cho tất cả").fill("Mất điện trạm phát")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã ghi là bỏ lỡ: 2.")
    with reading(stored) as connection:
        assert len(all_occurrences(connection, OccurrenceFilter(state="missed"))) == 2


def test_a_director_finds_what_is_late_in_two_clicks(visit: Visit) -> None:
    page = visit("xem@example.org")
    expect(page.get_by_role("region", name="Quá hạn, chưa xác nhận").get_by_role("listitem")).to_have_count(
        33
    )
    assert complaints(page) == ""
    page.get_by_role("link", name="Xem trong lịch để lọc và in").click()
    expect(page.get_by_text("⌛ quá hạn")).to_have_count(33)
    page.emulate_media(media="print")
    expect(page.get_by_text("⌛ quá hạn").first).to_be_visible()


def test_the_keyboard_alone_ticks_and_confirms(visit: Visit, stored: Engine) -> None:
    page = visit("dai@example.org")
    page.get_by_role("link", name="Đánh dấu tất cả").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Xác nhận").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã xác nhận: 1.")
    assert len(delivered(stored)) == 1


@pytest.mark.parametrize("script", [True, False])
def test_a_clerk_records_article_seven_with_a_link_and_a_photo_and_withdraws_a_wrong_one(
    visit: Visit, stored: Engine, script: bool
) -> None:
    page = visit("ke.hoach@example.org", viewport=PHONE, java_script_enabled=script)
    page.get_by_role("link", name=re.compile("Ghi nhận.*bài viết")).first.click()
    record(page, "6", "Sáu bài quý I")
    expect(page.get_by_text("6 trên 39")).to_be_visible()
    record(page, "1", "Bài thứ bảy", link="https://example.org/bai-7", photo=PHOTO)
    expect(page.get_by_text("7 trên 39")).to_be_visible()
    record(page, "1", "Nhập nhầm")
    expect(page.get_by_text("8 trên 39")).to_be_visible()
    if script:
        assert complaints(page) == "" and fits_the_screen(page)
    wrong = page.get_by_role("listitem").filter(has_text="Nhập nhầm").first
    wrong.get_by_text("Rút lại").first.click()
    wrong.get_by_label("Lý do không tính").fill("Trùng bài thứ bảy")
    wrong.get_by_role("button", name="Rút lại").click()
    expect(page.get_by_text("7 trên 39")).to_be_visible()
    expect(page.get_by_text("Trùng bài thứ bảy")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("link", name="7 trên 39")).to_be_visible()
    with reading(stored) as connection:
        seventh = find_pieces(connection, PieceFilter(PLAN, item="3"))[1]
    assert (seventh.title, seventh.proofs[0].link) == ("Bài thứ bảy", "https://example.org/bai-7")
    assert seventh.proofs[0].file is not None and seventh.proofs[0].file_name == "bai-7.jpg"
    page.goto(ARTICLES)
    with page.expect_download() as saved:
        page.get_by_role("link", name="bai-7.jpg").click()
    assert saved.value.path().read_bytes() == PHOTO


def record(page: Page, count: str, title: str, *, link: str = "", photo: bytes = b"") -> None:
    form = page.get_by_role("region", name="Ghi nhận sản phẩm đã phát, đăng")
    form.get_by_label("Số lượng").fill(count)
    form.get_by_label("Tên").fill(title)
    form.get_by_label("Liên kết").fill(link)
    if photo:
        chosen = FilePayload(name="bai-7.jpg", mimeType="image/jpeg", buffer=photo)
        form.get_by_label("Tệp hoặc ảnh").set_input_files(files=[chosen])
    form.get_by_role("button", name="Ghi nhận").click()
    expect(page.get_by_role("status")).to_have_text("Đã ghi nhận: 1.")


def test_the_calendar_confirms_with_one_press_and_undoes_it(visit: Visit, stored: Engine) -> None:
    page = visit("dai@example.org")
    page.goto("/calendar/month/2024-05?item=2.2")
    page.get_by_role("button", name=re.compile("Xác nhận.*Chuyên mục")).first.click()
    expect(page.get_by_role("status")).to_have_text("Đã xác nhận: 1.")
    assert page.url.endswith("item=2.2") is False and "item=2.2" in page.url
    assert complaints(page) == ""
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("status")).to_have_text("Đã hoàn tác: 1.")
    assert delivered(stored) == []
