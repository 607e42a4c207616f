from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
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


@dataclass
class Tried:
    """How much a run of chance has tried, and from which seeds."""

    count: int = 0
    seeds: list[int] = field(default_factory=list)


_TRIED = Tried()


@pytest.fixture
def tried() -> Tried:
    """Counts what is tried; told at the end of the run."""
    return _TRIED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell the seeds, with which a run can be repeated."""
    if _TRIED.seeds:
        seeds = ", ".join(map(str, _TRIED.seeds))
        terminalreporter.write_line(
            f"odd text: {_TRIED.count} answers of pages and forms, PAGES_SEED={seeds}"
        )


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
