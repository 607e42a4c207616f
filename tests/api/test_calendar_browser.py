"""The calendar in a real browser: parts swapped, no script at all, keyboard, phone, paper, foreign frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from api.rendering import HERE, HTMX
from scheduler.store.occurrences.row import OccurrenceRow
from tests.api.broadcasts import SLUG
from tests.api.browser import opened_page
from tests.api.service import Service

# Other work may share the machine.
expect.set_options(timeout=20_000)

MONTH = "/calendar/month/2024-01"
VIEWS = (MONTH, "/calendar/week/2024-01-15", "/calendar/list/2024-01-01", "/calendar/year/2024")
PAGES = (*VIEWS, f"/embed/{SLUG}/month/2024-01")
PHONE = {"viewport": {"width": 390, "height": 800}}
needs_htmx = pytest.mark.skipif(
    not (HERE / "static" / HTMX).exists(), reason="htmx was not fetched: npm could not be reached at setup"
)


@pytest.fixture
def page(browser: Browser, broadcasts: tuple[Service, dict[str, OccurrenceRow]]) -> Iterator[Page]:
    with opened_page(browser, broadcasts[0].url) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser, broadcasts: tuple[Service, dict[str, OccurrenceRow]]) -> Iterator[Page]:
    with opened_page(browser, broadcasts[0].url, **PHONE) as opened:
        yield opened


@pytest.fixture
def plain(browser: Browser, broadcasts: tuple[Service, dict[str, OccurrenceRow]]) -> Iterator[Page]:
    """A phone's page with JavaScript off."""
    with opened_page(browser, broadcasts[0].url, java_script_enabled=False, **PHONE) as opened:
        yield opened


def assert_clean(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, path: str, language: str) -> None:
    page.goto(f"{path}?lang={language}")
    assert_clean(page)


@pytest.mark.parametrize("path", [MONTH + "?channel=KG", VIEWS[3]])
def test_axe_finds_nothing_in_the_dark(page: Page, path: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(path)
    for summary in page.locator("main summary").all():
        summary.click()
    assert_clean(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_it_without_scrolling_sideways(phone: Page, path: str) -> None:
    phone.goto(path)
    assert phone.locator("html").evaluate("root => root.scrollWidth") <= 390
    if path == MONTH:
        assert_clean(phone)
        # A day list: whole names, and no days without anything.
        days = phone.get_by_role("heading", level=2)
        expect(days.filter(has_text="19/1")).to_have_text(re.compile(r"thứ Sáu,\s*19/1"))
        expect(phone.locator(".day.empty:visible")).to_have_count(0)
        expect(phone.locator(".bars .entry:visible")).to_have_count(2)


def test_everything_works_without_a_script(plain: Page) -> None:
    plain.goto(MONTH)
    plain.get_by_role("link", name="Sau").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Tháng 2 năm 2024")
    plain.get_by_role("link", name="Hôm nay").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Tháng 1 năm 2024")
    plain.get_by_text("Lọc", exact=True).click()
    plain.locator("select[name=channel]").select_option("KG1")
    plain.get_by_role("button", name="Xem").click()
    expect(plain).to_have_url(re.compile(r"/calendar/month/2024-01\?channel=KG1$"))
    expect(plain.locator(".airings .entry")).to_have_count(2)
    plain.get_by_label("Đến ngày").fill("2024-02-01")
    plain.get_by_role("button", name="Đến").click()
    expect(plain).to_have_url(re.compile(r"/calendar/month/2024-02\?channel=KG1$"))
    plain.get_by_text("Menu").click()
    plain.locator(".menu").get_by_role("link", name="Kế hoạch").click()
    expect(plain).to_have_url(re.compile("/plans$"))


@needs_htmx
def test_the_calendar_is_swapped_without_loading_the_page(page: Page) -> None:
    page.goto(MONTH + "?lang=en")
    page.locator("body").evaluate("body => { body.dataset.kept = 'yes' }")
    page.get_by_role("link", name="Later").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("February 2024")
    expect(page).to_have_title(re.compile("February 2024"))
    expect(page).to_have_url(re.compile(r"/calendar/month/2024-02\?lang=en$"))
    expect(page.locator("#step-after")).to_be_focused()
    # What stands outside of the part that is swapped follows it.
    expect(page.get_by_role("link", name="Tiếng Việt")).to_have_attribute("href", "/calendar/month/2024-02")
    page.get_by_role("link", name="Week", exact=True).click()
    expect(page.locator(".hours")).to_be_visible()
    page.get_by_role("link", name="Month", exact=True).click()
    expect(page.locator(".month")).to_be_visible()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Kind").select_option("replay")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/month/2024-01\?kind=replay&lang=en$"))
    expect(page.locator(".entry")).to_have_count(1)
    expect(page.locator("body")).to_have_attribute("data-kept", "yes")
    page.go_back()
    expect(page.locator(".entry")).to_have_count(13)
    expect(page).to_have_url(re.compile(r"/month/2024-01\?lang=en$"))


@needs_htmx
def test_a_refusal_is_shown_as_a_page_of_its_own(
    browser: Browser, broadcasts: tuple[Service, dict[str, OccurrenceRow]]
) -> None:
    page = browser.new_page(base_url=broadcasts[0].url)
    page.goto(MONTH)
    refusal = "<!doctype html><title>x</title><h1>Unavailable</h1>"
    page.route("**/2024-02*", lambda route: route.fulfill(status=503, body=refusal, content_type="text/html"))
    page.get_by_role("link", name="Sau").click()
    # By its name: as long as the page before it stands there are many, and a strict question does not wait.
    expect(page.get_by_role("heading", name="Unavailable")).to_be_visible()
    expect(page).to_have_url(re.compile("/calendar/month/2024-02$"))
    expect(page.get_by_role("banner")).to_have_count(0)
    page.close()


def test_the_arrow_keys_go_from_day_to_day(page: Page) -> None:
    page.goto(MONTH)
    day = page.locator("a[data-day]")
    day.first.focus()
    for key, reached in (
        ("ArrowRight", "2024-01-02"),
        ("ArrowDown", "2024-01-09"),
        ("ArrowLeft", "2024-01-08"),
        ("ArrowUp", "2024-01-01"),
        ("ArrowUp", "2024-01-01"),
    ):
        page.keyboard.press(key)
        expect(page.locator("a[data-day]:focus")).to_have_attribute("data-day", reached)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Từ thứ Hai, 01/01/2024")


def test_the_arrow_keys_pass_over_empty_days_of_a_year(page: Page) -> None:
    page.goto(VIEWS[3])
    page.locator("a[data-day]").first.focus()
    for key, reached in (
        ("ArrowRight", "2024-01-10"),
        ("ArrowDown", "2024-01-17"),
        ("ArrowUp", "2024-01-10"),
    ):
        page.keyboard.press(key)
        expect(page.locator("a[data-day]:focus")).to_have_attribute("data-day", reached)


def test_every_control_is_reached_by_tab(page: Page) -> None:
    page.goto(MONTH + "?channel=KG")
    wanted = page.locator("main").locator("a:visible, button:visible, input:visible, summary:visible").count()
    reached = set()
    for _ in range(wanted + 30):
        page.keyboard.press("Tab")
        focused = page.locator("main :focus")
        if focused.count():
            reached.add(focused.evaluate("one => [...document.querySelectorAll('main *')].indexOf(one)"))
    assert len(reached) == wanted


@pytest.mark.parametrize(("path", "size"), [(MONTH, (842, 595)), (VIEWS[3], (1191, 842))])
def test_paper_is_one_sheet(page: Page, path: str, size: tuple[int, int]) -> None:
    page.goto(path)
    printed = page.pdf(prefer_css_page_size=True)
    sheets = re.findall(rb"/Type /Page\b.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed, re.DOTALL)
    assert [(round(float(width)), round(float(height))) for width, height in sheets] == [size]


def test_paper_shows_titles_whole_and_no_controls(page: Page) -> None:
    page.goto(VIEWS[1])
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    for title in page.locator(".cluster .entry > a").all():
        assert title.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    page.goto(VIEWS[3])
    expect(page.locator(".wall li")).to_have_count(12)


def test_another_site_may_frame_the_calendar_that_allows_it(
    browser: Browser, broadcasts: tuple[Service, dict[str, OccurrenceRow]]
) -> None:
    url = broadcasts[0].url
    frames = f"<iframe src='{url}/embed/{SLUG}/month/2024-01'></iframe><iframe src='{url}{MONTH}'></iframe>"
    page = browser.new_page()
    with other_site(frames) as address:
        page.goto(address)
        shown, refused = (
            page.frame_locator(f"iframe >> nth={n}").get_by_role("heading", level=1) for n in (0, 1)
        )
        expect(shown).to_have_text("Tháng 1 năm 2024")
        expect(refused).to_have_count(0)
    page.close()


@contextmanager
def other_site(body: str) -> Iterator[str]:
    """A web server of somebody else's, with one page."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()
