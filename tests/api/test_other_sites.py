"""What a page of another site may read: what everybody may, and nothing that was made for somebody known."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from sqlalchemy import Engine
from starlette.types import Receive, Scope, Send

from scheduler.accounts import people, tokens
from scheduler.clock import FixedClock
from scheduler.feeds.access import create_feed
from scheduler.machine_time import utcnow
from scheduler.store.database.engine import transaction
from scheduler.store.occurrences.selection import Selection
from tests.api.conftest import NOW, fill
from tests.api.service import Service, free_port, running, serving

FEED = "/plans/kien-giang-2024.ics"
PASSWORD = "mot hai ba bon nam"
EMAIL = "quan.tri@example.org"
OPEN = "access-control-allow-origin"


@pytest.fixture
def open_office(engine: Engine) -> Iterator[Service]:
    """A service with an account, as strangers reach it."""
    fill(engine)
    with transaction(engine) as connection:
        people.add_person(connection, EMAIL, "admin", password=PASSWORD, machine_time=utcnow)
    with running(engine, FixedClock(NOW), now=NOW) as started:
        yield started


READS = [
    "/plans",
    "/plans/kien-giang-2024",
    "/occurrences?limit=1",
    "/occurrences/upcoming",
    "/days-off?plan=none",
]


@pytest.mark.parametrize("path", READS)
def test_public_reads_are_open_to_every_site_and_never_with_credentials(
    open_office: Service, path: str
) -> None:
    for method in ("GET", "HEAD"):
        answer = open_office.client.request(method, f"/api/v1{path}", headers={"Origin": "https://a.example"})
        assert answer.headers[OPEN] == "*"
        assert "access-control-allow-credentials" not in answer.headers


def test_a_public_feed_is_open_also_when_it_has_not_changed_or_cannot_be_had(open_office: Service) -> None:
    found = open_office.client.get(FEED)
    assert (found.status_code, found.headers[OPEN]) == (200, "*")
    same = open_office.client.get(FEED, headers={"If-None-Match": found.headers["etag"]})
    assert (same.status_code, same.headers[OPEN]) == (304, "*")
    assert open_office.client.get(f"{FEED}?forms=x").headers[OPEN] == "*"
    assert "access-control-allow-credentials" not in found.headers


def test_what_is_made_for_somebody_is_open_to_no_other_site(open_office: Service, engine: Engine) -> None:
    with transaction(engine) as connection:
        owner = people.find_person(connection, EMAIL)
        assert owner is not None
        _, key = create_feed(connection, "Riêng", Selection(), machine_time=utcnow)
        office_id = owner.memberships[0].office_id
        _, token = tokens.create_token(connection, owner, office_id, "read", machine_time=utcnow)
    client, bearer = open_office.client, {"Authorization": f"Bearer {token}"}
    signed_in = httpx.Client(base_url=open_office.url)
    assert signed_in.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}).status_code == 303
    private = [
        client.get(f"/feeds/{key}.ics"),
        client.get("/api/v1/plans", headers=bearer),
        client.get("/api/v1/plans", headers={"Authorization": "Bearer none"}),
        signed_in.get("/api/v1/plans"),
        client.get("/plans/kien-giang-2024"),
        client.get("/"),
        client.post("/api/v1/subscriptions", json={}),
        client.options("/api/v1/plans", headers={"Access-Control-Request-Headers": "authorization"}),
    ]
    signed_in.close()
    assert [answer.status_code for answer in private] == [200, 200, 401, 200, 200, 200, 401, 204]
    assert not [answer.url for answer in private if any(OPEN[:14] in name for name in answer.headers)]


def test_without_accounts_this_computer_sees_all_so_no_other_site_may(service: Service) -> None:
    answer = service.client.get("/api/v1/plans")
    assert "private-2024" in answer.text
    assert OPEN not in answer.headers


READ = "url => fetch(url).then(answer => answer.text(), () => null)"


async def empty_page(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"<title>Another site</title>"})


@pytest.fixture
def foreign_page(browser: Browser) -> Iterator[Page]:
    """A page of another site."""
    config = uvicorn.Config(empty_page, log_level="critical", lifespan="off")
    with free_port() as listening, serving(config, listening):
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        yield page
        page.close()


def test_a_page_of_another_site_reads_the_public_and_nothing_else(
    open_office: Service, foreign_page: Page
) -> None:
    def read(path: str) -> str | None:
        found: str | None = foreign_page.evaluate(READ, f"{open_office.url}{path}")
        return found

    assert "BEGIN:VEVENT" in (read(FEED) or "")
    assert "kien-giang-2024" in (read("/api/v1/plans") or "")
    assert read("/plans/kien-giang-2024") is None
