"""Every page, for who may open it: no complaint of axe or the browser, on a desk and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from sqlalchemy import Engine

from tests.stories.conftest import Visit
from tests.stories.test_stories import PHONE, an_airing, fits_the_screen

OPEN = (
    "/",
    "/plans",
    "/plans/kien-giang-2024",
    "/plans/kien-giang-2024/items/2.2",
    "/plans/kien-giang-2024/progress",
    "/plans/kien-giang-2024/progress/planned",
    "/days-off?year=2024",
    "/sign-in",
    "/subscribe",
)
TRIED = (
    "/try",
    "/try?phrase=17h45+thứ+Tư+tuần+3,+phát+lại+6h",
    "/try?phrase=8h+ngày+31+hằng+tháng",
    "/try?phrase=25h+thứ+8",
    "/try?phrase=Ban+hành+kế+hoạch+trong+quý+I",
)
CALENDAR = (
    "/calendar/month/2024-05",
    "/calendar/week/2024-05-13",
    "/calendar/list/2024-05-01",
    "/calendar/year/2024",
)
OWN = (
    "/account",
    "/accounts",
    "/history",
    "/reminders",
    "/reminders/ahead?days=31",
    "/subscribers",
    "/conflicts?all=yes",
    "/plans/kien-giang-2024/listing",
    "/plans/kien-giang-2024/inbox",
    "/my-reminders",
    "/plans/load",
    "/days-off?year=2027&day=2027-09-02",
    "/plans/kien-giang-2024/settings",
    "/plans/kien-giang-2024/items/3/pieces",
    "/?tick=all",
    "/plans/kien-giang-2024/add-item",
    "/plans/kien-giang-2024/add-item?phrase=8h+ngày+31+hằng+tháng",
    "/plans/kien-giang-2024/add-item?phrase=25h+thứ+8",
)


def complaints(page: Page, path: str) -> list[str]:
    page.goto(path)
    found = Axe().run(page)
    return [found.generate_report()] if found.violations_count else []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_nothing_on_any_page(visit: Visit, stored: Engine, language: str) -> None:
    page = visit("quan.tri@example.org")
    one = f"/occurrences/{an_airing(stored, '2.2', '2024-05-15')}"
    wrong = []
    for path in (*OPEN, *TRIED, *CALENDAR, *OWN, one):
        asked = f"{path}{'&' if '?' in path else '?'}lang={language}"
        wrong += complaints(page, asked)
    assert wrong == []


def test_every_page_fits_a_phone_and_works_without_script(visit: Visit, stored: Engine) -> None:
    page = visit("quan.tri@example.org", viewport=PHONE, java_script_enabled=True)
    one = f"/occurrences/{an_airing(stored, '2.2', '2024-05-15')}"
    wide = []
    for path in (*OPEN, *TRIED, *CALENDAR, *OWN, one):
        page.goto(path)
        if not fits_the_screen(page):
            wide.append(path)
    assert wide == []


def test_an_opened_form_has_no_complaint(visit: Visit, stored: Engine) -> None:
    page = visit("quan.tri@example.org")
    for path in (
        f"/occurrences/{an_airing(stored, '2.2', '2024-06-19')}",
        "/plans/kien-giang-2024/items/2.2",
    ):
        page.goto(path)
        for summary in page.get_by_role("main").locator("summary").all():
            summary.click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_phrase_is_read_while_it_is_written(visit: Visit) -> None:
    page = visit()
    page.goto("/try")
    if page.locator("script[src*='htmx']").count() == 0:
        pytest.skip("htmx could not be fetched when the project was installed; the page works without it")
    page.get_by_label("Câu").fill("17h45 thứ Tư tuần 3")
    page.get_by_text("17:45 thứ Tư, 17/01/2024").wait_for()
    page.get_by_label("Câu").fill("17h45 thứ 8")
    page.locator("mark.problem").wait_for()
