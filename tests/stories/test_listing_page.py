"""A station pastes its week, ticks what is right, and the plan follows."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from sqlalchemy import Engine

from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import get_occurrence, plan_occurrences
from tests.stories.conftest import Visit
from tests.stories.test_stories import PHONE, an_airing, fits_the_screen

WEEK = """CHƯƠNG TRÌNH NGÀY 15/05/2024
5h00 Thời sự
17h45 Chuyên mục cải cách hành chính
NGÀY 16/05/2024
6h20 Chuyên mục cải cách hành chính ( PL )
"""


@pytest.mark.parametrize("script", [True, False])
def test_a_station_confirms_a_week_by_its_listing(visit: Visit, stored: Engine, script: bool) -> None:
    page = visit("dai@example.org", viewport=PHONE, java_script_enabled=script)
    page.goto("/plans/kien-giang-2024/listing")
    page.get_by_label("Dán vào đây").fill(WEEK)
    page.get_by_label("Kênh của những dòng không ghi kênh").fill("KG")
    page.get_by_role("button", name="Đối chiếu", exact=True).click()
    planned = page.get_by_role("group", name="đúng kế hoạch (1)")
    expect(planned.get_by_role("checkbox")).to_be_checked()
    expect(page.get_by_role("group", name="khác giờ (1)").get_by_role("checkbox")).not_to_be_checked()
    if script:
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert fits_the_screen(page)
    one = an_airing(stored, "2.2", "2024-05-15")
    with reading(stored) as connection:
        assert get_occurrence(connection, one).state == "planned"
    page.get_by_role("button", name="Ghi nhận mục đã đánh dấu").click()
    expect(page.get_by_role("main")).to_contain_text("Đã ghi nhận: 1")
    with reading(stored) as connection:
        assert get_occurrence(connection, one).state == "delivered"
        states = [one.state for one in plan_occurrences(connection, "kien-giang-2024")]
    assert states.count("delivered") == 1
