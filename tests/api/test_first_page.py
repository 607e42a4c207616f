"""The pages in a real browser: nothing on the console, no sideways scroll, readable by all."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = ("/", "/?lang=en", "/plans/kien-giang-2024", "/api/v1/docs")


def test_the_language_is_switched_by_a_link(page: Page) -> None:
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lịch phát sóng và đăng tải")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Broadcasting and publishing schedule")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_from_the_first_page_one_comes_to_an_occurrence_and_back(page: Page) -> None:
    page.goto("/?lang=en")
    first = page.locator("ol.dates a").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("link", name="All plans").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Broadcasting and publishing schedule")


def test_the_dates_of_an_item_are_one_click_from_the_annex(page: Page) -> None:
    page.goto("/plans/kien-giang-2024")
    page.get_by_role("link", name="24 lần").nth(2).click()
    expect(page.get_by_role("heading", name="Các ngày")).to_be_visible()
    expect(page.locator("ol.plain li").filter(has_text="17:45–17:57 thứ Tư, 17/01/2024")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_does_not_scroll_sideways(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(path)
    width = page.locator("html").evaluate("root => root.scrollWidth")
    assert width <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_on_an_occurrence_and_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/")
    page.locator("ol.dates a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_paper_shows_what_is_due_and_none_of_the_controls(page: Page) -> None:
    page.goto("/plans/kien-giang-2024")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).not_to_be_visible()
    expect(page.get_by_role("row").filter(has_text="2.2").first).to_contain_text("91.596.756")
    expect(page.get_by_role("row").filter(has_text="Tổng cộng")).to_contain_text("1.005.896.756")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
