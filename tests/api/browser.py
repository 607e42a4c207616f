"""A real browser for the tests of pages. What it complains of on its console fails the test: also our CSP."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where it is absent the test is passed over, in CI it fails."""
    if not CHROMIUM.exists():
        message = "Chromium is absent: install the package chromium to run the tests of the pages."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@contextmanager
def opened_page(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """A page of its own context on the service at `url`; any complaint or foreign request fails the test.

    What the browser itself gave up, as a page was left or closed while it loaded, is no complaint.
    """
    complaints: list[str] = []

    def lose(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{request.url}: {request.failure}")

    wanted = {"viewport": {"width": 1000, "height": 800}} | options
    context = browser.new_context(base_url=url, **wanted)
    opened = context.new_page()
    opened.on("console", lambda said: complaints.append(said.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lose)
    opened.on("request", lambda asked: complaints.extend(() if asked.url.startswith(url) else [asked.url]))
    yield opened
    context.close()
    if complaints:
        pytest.fail("\n".join(["The browser complained:", *complaints]))
