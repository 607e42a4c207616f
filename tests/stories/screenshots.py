"""The pictures of the guide: python -m tests.stories.screenshots

They are taken of the real service over the plan that ships, into docs/guide.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from scheduler.store.database.engine import open_engine
from scheduler.store.database.schema import migrate
from tests.api.browser import chromium
from tests.stories.house import a_visit, an_office, sign_in
from tests.stories.test_stories import PHONE, an_airing

FOLDER = Path(__file__).parents[2] / "docs" / "guide"
DESK = {"width": 1200, "height": 860}
PHRASE = "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau"


def take(page: Page, name: str, path: str, *, whole: bool = False) -> None:
    """One picture."""
    page.goto(path)
    page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)


def main() -> None:
    """Take them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        empty = Path(folder) / "empty.db"
        engine = open_engine(f"sqlite:///{empty}")
        migrate(engine)
        engine.dispose()
        with an_office(empty, Path(folder)) as (service, stored):
            one = an_airing(stored, "2.2", "2024-05-15")
            with a_visit(browser, service, said=[], viewport=DESK) as page:
                sign_in(page, "ke.hoach@example.org")
                take(page, "desk", "/")
                take(page, "month", "/calendar/month/2024-05")
                take(page, "week", "/calendar/week/2024-05-13")
                take(page, "year", "/calendar/year/2024")
                take(page, "try", f"/try?phrase={PHRASE}")
                take(page, "reading", "/try?phrase=8 giờ 30 ngày 31 hằng tháng")
                take(page, "subscribe", "/subscribe")
                take(page, "progress", "/plans/kien-giang-2024/progress")
                take(page, "plan", "/plans/kien-giang-2024")
                take(page, "item", "/plans/kien-giang-2024/items/2.2")
            with a_visit(browser, service, said=[], viewport=PHONE) as page:
                sign_in(page, "dai@example.org")
                take(page, "phone", f"/occurrences/{one}", whole=True)


if __name__ == "__main__":
    main()
