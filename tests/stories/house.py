"""A service with an office at work: the plan that ships, its people, and a browser to look at it with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import Engine

from scheduler.accounts.people import add_person
from scheduler.clock import FixedClock
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.store.database.engine import open_engine, transaction
from tests.api.service import Service, running

PLAN = Path(__file__).parents[2] / "plans" / "kien-giang-2024.yaml"
NOW = datetime.fromisoformat("2024-05-16T09:00+07:00")
MACHINE_TIME = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
STATION = "Đài Phát thanh và Truyền hình Kiên Giang"
PASSWORD = "mot hai ba bon nam"
PEOPLE = (
    ("quan.tri@example.org", "admin", "Quản trị", ()),
    ("ke.hoach@example.org", "manager", "Phụ trách kế hoạch", ()),
    ("dai@example.org", "editor", "Biên tập của đài", (STATION,)),
    ("xem@example.org", "viewer", "Người xem", ()),
)


def fill(engine: Engine) -> None:
    """The plan and the people of its office."""
    with transaction(engine) as connection:
        load(
            connection,
            read_plan(PLAN.read_bytes(), "plan"),
            FixedClock(datetime.fromisoformat("2024-04-02T08:00+07:00")),
            uid_domain="airslot.example",
            machine_time=lambda: MACHINE_TIME,
        )
        for email, role, name, outlets in PEOPLE:
            add_person(
                connection,
                email,
                role,
                name=name,
                outlets=outlets,
                password=PASSWORD,
                machine_time=lambda: MACHINE_TIME,
            )


@contextmanager
def an_office(empty: Path, folder: Path, **settings: object) -> Iterator[tuple[Service, Engine]]:
    """The service over a database of its own; `empty` is a migrated SQLite file."""
    path = folder / "airslot.db"
    shutil.copyfile(empty, path)
    engine = open_engine(f"sqlite:///{path}")
    fill(engine)
    with running(
        engine,
        FixedClock(NOW),
        lambda: MACHINE_TIME,
        now=NOW,
        **({"mail_sink": "folder", "mail_folder": folder / "mails"} | settings),
    ) as service:
        yield service, engine
    engine.dispose()


@contextmanager
def a_visit(browser: Browser, service: Service, *, said: list[str], **options: object) -> Iterator[Page]:
    """A tab at the service; what the browser complains of, also of our CSP, is added to `said`."""
    context: BrowserContext = browser.new_context(base_url=service.url, locale="vi-VN", **options)  # type: ignore[arg-type]
    page = context.new_page()
    # A form that is refused is answered with 422, which Chromium itself writes into its console.
    page.on("console", lambda it: None if " 422 " in it.text else said.append(f"{it.type}: {it.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()


def sign_in(page: Page, email: str) -> None:
    """With the password that all of them have."""
    page.goto("/sign-in")
    page.get_by_label("Địa chỉ thư").fill(email)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/")
