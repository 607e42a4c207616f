"""An outlet answers its link on a phone, without an account, and a person of the office accepts it."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, expect
from sqlalchemy import Engine

from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import get_occurrence
from tests.stories.conftest import Visit
from tests.stories.test_stories import PHONE, an_airing, fits_the_screen

PHOTO: FilePayload = {"name": "anh.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"x" * 40}


@pytest.mark.parametrize("script", [True, False])
def test_an_outlet_answers_its_link_and_the_office_accepts(
    visit: Visit, stored: Engine, script: bool
) -> None:
    one = an_airing(stored, "2.2", "2024-05-15")
    office = visit("dai@example.org", viewport=PHONE, java_script_enabled=script)
    office.goto("/plans/kien-giang-2024/inbox")
    office.locator("input[name=first]").fill("2024-05-01")
    office.locator("input[name=last]").fill("2024-05-31")
    office.get_by_role("button", name="Tạo liên kết").click()
    address = office.locator("a.address").inner_text()
    outlet = visit(viewport=PHONE, java_script_enabled=script)
    key = "/give/" + address.rpartition("/")[2]
    answer = outlet.goto(key)
    assert answer is not None
    said = answer.headers
    assert (said["cache-control"], said["referrer-policy"], said["x-robots-tag"]) == (
        "no-store", "no-referrer", "noindex",
    )  # fmt: skip
    assert outlet.locator("script").count() == 0
    given = outlet.locator(f"#{one}")
    given.locator("summary").click()
    given.get_by_label("Ghi chú").fill("Đã phát đủ")
    given.locator("input[type=file]").set_input_files([PHOTO])
    if script:
        found = Axe().run(outlet)
        assert found.violations_count == 0, found.generate_report()
        assert fits_the_screen(outlet)
    given.get_by_role("button", name="Gửi cho cơ quan").click()
    expect(outlet.locator(f"#{one}")).to_contain_text("đang chờ cơ quan")
    with reading(stored) as connection:
        assert get_occurrence(connection, one).state == "planned"
    office.goto("/plans/kien-giang-2024/inbox")
    expect(office.get_by_role("main")).to_contain_text("Đã phát đủ")
    if script:
        found = Axe().run(office)
        assert found.violations_count == 0, found.generate_report()
        assert fits_the_screen(office)
    office.get_by_role("button", name=re.compile("^Chấp nhận")).click()
    expect(office.get_by_role("main")).to_contain_text("Không có gì đang chờ")
    with reading(stored) as connection:
        assert get_occurrence(connection, one).state == "delivered"
    outlet.goto(key)
    expect(outlet.locator(f"#{one}")).to_contain_text("đã chấp nhận")
