"""A director asks what is late, opens a figure, and prints it."""

from __future__ import annotations

import re
import zlib
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.desk import delivery
from scheduler.desk.desk import Desk
from scheduler.desk.pieces import Appeared, record_piece
from scheduler.desk.proofs import Proof
from scheduler.store.database.engine import transaction
from tests.api.service import Service
from tests.stories.conftest import Visit
from tests.stories.house import MACHINE_TIME, NOW
from tests.stories.test_stories import PHONE, an_airing, fits_the_screen

SLUG = "kien-giang-2024"
PROGRESS = f"/plans/{SLUG}/progress"


@pytest.fixture
def worked(stored: Engine) -> Engine:
    """One airing confirmed, one missed, three photos recorded."""
    aired, missed = an_airing(stored, "2.2", "2024-01-17"), an_airing(stored, "2.2", "2024-02-21")
    with transaction(stored) as connection:
        desk = Desk(
            connection, Actor("An", "admin", "cli"), FixedClock(NOW), lambda: MACHINE_TIME, "a.example"
        )
        delivery.deliver(desk, aired, Proof("aired", date(2024, 1, 17)))
        delivery.miss(desk, missed, reason="Mất điện")
        record_piece(desk, SLUG, "3", Appeared(unit="ảnh", count=3, day=date(2024, 5, 2)))
    return stored


def test_a_plans_progress_is_a_page_of_the_place_progress(visit: Visit) -> None:
    page = visit()
    page.goto(PROGRESS)
    expect(page.locator("header nav [aria-current=page]").first).to_have_text("Tiến độ")
    page.goto(f"/plans/{SLUG}")
    expect(page.locator("header nav [aria-current=page]").first).to_have_text("Kế hoạch")


def sheets(printed: bytes) -> list[int]:
    """How many words' worth of drawing there is on each sheet of a PDF that Chromium wrote."""
    objects = dict(re.findall(rb"(?:^|\n)(\d+) 0 obj\n(.*?)endobj", printed, re.DOTALL))
    found = []
    for body in objects.values():
        if re.search(rb"/Type /Page\b", body):
            [number] = re.findall(rb"/Contents (\d+) 0 R", body)
            stream = re.search(rb"stream\r?\n(.*?)\r?\nendstream", objects[number], re.DOTALL)
            assert stream
            found.append(len(re.findall(rb"T[jJ]", zlib.decompress(stream[1]))))
    return found


def test_a_director_finds_what_is_late_in_two_clicks_and_prints_it(visit: Visit, worked: Engine) -> None:
    page = visit("xem@example.org", java_script_enabled=False)
    page.get_by_role("link", name="Tiến độ").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("Tiến độ: Năm 2024.*theo lịch", re.S)
    )
    rows = page.locator("tbody").first.get_by_role("row")
    expect(rows.first).to_contain_text("Chậm tiến độ: 0 trên 14.")
    expect(rows.filter(has_text="2.2")).to_contain_text("trễ 4")
    page.locator(".verdict-line").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("31 chưa xác nhận")
    expect(page.locator("ol.dates > li")).to_have_count(31)
    page.go_back()
    printed = sheets(page.pdf(prefer_css_page_size=True))
    assert 1 <= len(printed) <= 4 and min(printed) > 20
    page.emulate_media(media="print")
    head = page.locator(".paper-head")
    expect(head).to_contain_text("101/KH-UBND")
    expect(head).to_contain_text("In ngày thứ Năm, 16/05/2024")
    expect(page.get_by_role("navigation")).to_have_count(0)


def test_the_switch_counts_up_to_the_cut_off_and_the_title_says_so(visit: Visit, worked: Engine) -> None:
    page = visit("xem@example.org")
    page.goto(PROGRESS)
    page.get_by_role("link", name="Quý I năm 2024").click()
    page.get_by_role("link", name="theo kỳ chốt số liệu").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("theo kỳ chốt số liệu · 15/12/2023 – 14/03/2024")
    expect(page.locator("tfoot").first).to_contain_text("16")
    page.get_by_label("Từ ngày").fill("2024-01-01")
    page.get_by_label("Đến ngày").fill("2024-01-31")
    page.get_by_role("button", name="Xem").click()
    expect(heading).to_contain_text("01/01/2024 – 31/01/2024")
    expect(page.locator("tfoot").first.get_by_role("link", name="7").first).to_be_visible()


def test_a_figure_opens_to_its_pieces_and_each_to_its_date(visit: Visit, worked: Engine) -> None:
    page = visit("xem@example.org")
    page.goto(f"{PROGRESS}?lang=en")
    photos = page.locator("tbody").first.get_by_role("row").filter(has_text="ảnh)")
    photos.get_by_role("link", name="3", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 delivered")
    expect(page.locator("ol.dates > li")).to_have_count(1)
    page.goto(f"{PROGRESS}/missed?item=2.2")
    page.get_by_role("link", name="Chuyên mục truyền hình về cải cách hành chính").click()
    expect(page.get_by_text("Mất điện").first).to_be_visible()


def test_an_outlet_and_a_channel_have_their_own_figures(visit: Visit, worked: Engine) -> None:
    page = visit("xem@example.org")
    page.goto(PROGRESS)
    page.get_by_role("region", name="Theo kênh").get_by_role("link", name="KG", exact=True).click()
    expect(page.locator("tfoot").first).to_contain_text("14")
    page.goto(PROGRESS)
    page.get_by_role("region", name="Theo đơn vị").get_by_role("link", name="Báo Kiên Giang").click()
    expect(page.locator("tfoot").first).to_contain_text("48")


def test_the_annex_prints_from_its_first_sheet_on(visit: Visit, worked: Engine) -> None:
    page = visit("xem@example.org", java_script_enabled=False)
    page.goto(f"/plans/{SLUG}")
    row = page.get_by_role("row").filter(has_text="2.2").first
    expect(row).to_contain_text("1/12")
    row.get_by_role("link", name="trễ 4").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 chưa xác nhận")
    page.go_back()
    printed = sheets(page.pdf(prefer_css_page_size=True))
    assert len(printed) <= 3 and min(printed) > 20
    page.emulate_media(media="print")
    expect(page.locator(".paper-head").first).to_have_text("In ngày thứ Năm, 16/05/2024")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "path", [PROGRESS, f"{PROGRESS}/planned?item=2.2", f"{PROGRESS}?channel=KG&period=2024-Q3"]
)
def test_axe_finds_nothing_and_a_phone_shows_it_whole(
    visit: Visit, worked: Engine, path: str, language: str
) -> None:
    page = visit("xem@example.org", viewport=PHONE)
    page.goto(f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert fits_the_screen(page)
    complained(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    complained(page)


def complained(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_words_that_name_no_period_or_figure_are_refused_in_words(service: Service) -> None:
    asked = service.client.get
    assert asked(f"{PROGRESS}?period=2024-M1").status_code == 422
    assert asked(f"{PROGRESS}?basis=lunar").status_code == 422
    assert asked(f"{PROGRESS}/sums").status_code == 404
    assert asked(f"{PROGRESS}/planned?page=999999999999999999999").status_code == 200
    assert asked("/plans/none/progress").status_code == 404
