from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine

from tests.api.browser import chromium
from tests.api.service import Service
from tests.stories.house import a_visit, an_office, sign_in

# Other work may share the machine.
expect.set_options(timeout=20_000)
Visit: TypeAlias = Callable[..., Page]


# For a module alone: as long as it is open, no other test of the thread can run an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[tuple[Service, Engine]]:
    with an_office(sqlite_template, tmp_path) as opened:
        yield opened


@pytest.fixture
def service(office: tuple[Service, Engine]) -> Service:
    return office[0]


@pytest.fixture
def stored(office: tuple[Service, Engine]) -> Engine:
    return office[1]


@pytest.fixture
def visit(browser: Browser, service: Service) -> Iterator[Visit]:
    """Opens a tab for somebody (None: a stranger); at the end no browser may have complained of anything."""
    said: list[str] = []
    with ExitStack() as tabs:

        def open_tab(email: str | None = None, **options: object) -> Page:
            page = tabs.enter_context(a_visit(browser, service, said=said, **options))
            if email is not None:
                sign_in(page, email)
            return page

        yield open_tab
    assert said == []
