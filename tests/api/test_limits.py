"""How often strangers may ask: by address, for each kind of thing, and never to the harm of calendars."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine

from api.limits import Counts, source
from scheduler.accounts import people, sessions
from scheduler.clock import FixedClock
from scheduler.errors import TooMany
from scheduler.feeds.access import create_feed
from scheduler.feeds.publication import Asked, Publications
from scheduler.feeds.shelf import Rendered, Shelf
from scheduler.store.database.engine import transaction
from tests.api.service import Service, running
from tests.hands import Hands
from tests.store.samples import AT, a_month

NEAR, FAR = "203.0.113.7", "203.0.113.8"
LIMITS = {"stranger_per_minute": 6, "stranger_feeds_per_minute": 3, "stranger_keys_per_minute": 2}
FEED = "/plans/plan-2024.ics"


@pytest.fixture
def hands() -> Hands:
    return Hands(AT)


@pytest.fixture
def service(engine: Engine, clock: FixedClock, hands: Hands) -> Iterator[Service]:
    """The service behind a proxy on this machine, which says for whom it asks."""
    a_month(engine)
    with running(engine, clock, hands, public_url="http://127.0.0.1:8000", **LIMITS) as found:
        yield found


def ask(
    service: Service, path: str, of: str | None = NEAR, method: str = "GET", **facts: Any
) -> httpx.Response:
    headers = dict(facts.pop("headers", {}))
    if of is not None:
        headers["X-Forwarded-For"] = of
    return service.client.request(method, path, headers=headers, **facts)


def statuses(service: Service, path: str, times: int, **facts: Any) -> list[int]:
    return [ask(service, path, **facts).status_code for _ in range(times)]


def test_pages_and_rest_share_a_limit_by_address(
    service: Service, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "airslot.api"):
        assert statuses(service, "/api/v1/plans", 3) + statuses(service, "/plans", 3) == [200] * 6
        much = ask(service, "/api/v1/occurrences")
        page = ask(service, "/", headers={"Accept": "text/html"})
    assert (much.status_code, much.json()["code"]) == (429, "too-many-requests")
    assert much.headers["content-type"] == "application/problem+json"
    assert 0 < int(much.headers["retry-after"]) <= 61
    assert (page.status_code, page.headers["content-type"]) == (429, "text/html; charset=utf-8")
    assert "trong một phút" in page.text and "retry-after" in page.headers
    told = [record.getMessage() for record in caplog.records if NEAR in record.getMessage()]
    assert len(told) == 1
    # Another address, this computer itself, and what is not for people, go on; a minute later all does.
    assert ask(service, "/plans", of=FAR).status_code == 200
    assert statuses(service, "/plans", 8, of=None) == [200] * 8
    assert ask(service, "/api/v1/health").status_code == 200
    assert ask(service, "/static/frame.css").status_code == 200
    hands.now += timedelta(minutes=1)
    assert ask(service, "/plans").status_code == 200


def test_somebody_signed_in_is_not_a_stranger(service: Service, engine: Engine) -> None:
    with transaction(engine) as connection:
        one = people.add_person(connection, "an@example.org", "viewer", machine_time=lambda: AT)
        _, cookie = sessions.begin(connection, one, machine_time=lambda: AT)
    signed_in: dict[str, Any] = {"headers": {"Cookie": f"airslot={cookie}"}}
    assert statuses(service, "/plans", 8, **signed_in) == [200] * 8
    assert statuses(service, "/plans", 7, headers={"Cookie": "airslot=made-up"}) == [200] * 6 + [429]


def test_calendars_behind_one_address_may_poll_as_they_like(service: Service, engine: Engine) -> None:
    with transaction(engine) as connection:
        _, token = create_feed(connection, "Lịch", machine_time=lambda: AT)
    fetched = ask(service, FEED)
    own = ask(service, f"/feeds/{token}.ics")
    for path, before in ((FEED, fetched), (f"/feeds/{token}.ics", own)):
        by_tag = {"headers": {"If-None-Match": before.headers["etag"]}}
        by_date = {"headers": {"If-Modified-Since": before.headers["last-modified"]}}
        assert statuses(service, path, 12, **by_tag) + statuses(service, path, 12, **by_date) == [304] * 24
    assert ask(service, FEED).status_code == 200
    much = ask(service, FEED)
    assert (much.status_code, much.headers["content-type"]) == (429, "application/problem+json")
    assert "retry-after" in much.headers and "BEGIN" not in much.text
    # Held back or not, a calendar that has the present copy is told so.
    assert ask(service, FEED, headers={"If-None-Match": fetched.headers["etag"]}).status_code == 304
    assert ask(service, "/plans").status_code == 200


def test_feeds_that_must_be_made_first_are_counted_before_they_are(
    engine: Engine, clock: FixedClock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_month(engine)
    made: list[object] = []
    real = Publications._render

    def render(self: Publications, asked: Asked) -> Rendered:
        made.append(asked)
        return real(self, asked)

    monkeypatch.setattr(Publications, "_render", render)
    with running(engine, clock, hands, stranger_renders_per_minute=3) as service:
        paths = [f"{FEED}?form=series&alarms=PT{hour}H" for hour in range(1, 7)]
        copy: dict[str, Any] = {"headers": {"If-None-Match": '"made-up"'}}
        assert [ask(service, path, **copy).status_code for path in paths] == [200] * 3 + [429] * 3
        assert [ask(service, path, method="HEAD").status_code for path in paths] == [200] * 3 + [429] * 3
        assert len(made) == 3
        assert statuses(service, paths[0], 5) == [200] * 5
        hands.now += timedelta(minutes=1)
        assert ask(service, paths[5]).status_code == 200


def test_a_feed_that_is_not_kept_is_counted_each_time_it_is_made(
    engine: Engine, clock: FixedClock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_month(engine)
    monkeypatch.setattr(Shelf, "rendered", lambda *_: None)
    with running(engine, clock, hands, stranger_renders_per_minute=3) as service:
        assert statuses(service, FEED, 5) == [200] * 3 + [429] * 2
        tag: dict[str, Any] = {"headers": {"If-None-Match": "*"}}
        assert ask(service, FEED, **tag).status_code == 304


def test_somebody_signed_in_has_one_limit_for_pages_and_rest(
    engine: Engine, clock: FixedClock, hands: Hands
) -> None:
    a_month(engine)
    with transaction(engine) as connection:
        one = people.add_person(connection, "an@example.org", "viewer", machine_time=hands)
        _, cookie = sessions.begin(connection, one, machine_time=hands)
    signed_in: dict[str, Any] = {"headers": {"Cookie": f"airslot={cookie}", "Accept": "text/html"}}
    limits = {"rest_per_minute": 6, "rest_writes_per_minute": 2}
    with running(engine, clock, hands, public_url="http://127.0.0.1:8000", **limits) as service:
        assert statuses(service, "/account", 3, method="POST", **signed_in) == [403, 403, 429]
        asked = [*["/plans"] * 2, "/api/v1/plans", "/plans"]
        assert [ask(service, path, **signed_in).status_code for path in asked] == [200, 200, 200, 429]
        page = ask(service, "/plans", **signed_in)
        assert page.headers["content-type"].startswith("text/html") and "retry-after" in page.headers
        hands.now += timedelta(minutes=1)
        assert ask(service, "/plans", **signed_in).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "facts", "status"),
    [
        ("POST", "/sign-in", {"data": {"email": "an@example.org", "password": "x"}}, 401),
        ("GET", "/sign-in/made-up", {}, 404),
        ("POST", "/sign-in/made-up", {}, 404),
        ("GET", "/confirm/made-up", {}, 404),
        ("POST", "/confirm/made-up", {}, 404),
        ("GET", "/preferences/made-up", {}, 404),
        ("GET", "/api/v1/subscriptions/made-up", {}, 404),
        ("GET", "/feeds/made-up.ics", {}, 404),
        ("GET", "/api/v1/plans", {"headers": {"Authorization": "Bearer made-up"}}, 401),
    ],
)
def test_keys_are_limited_strictly(
    service: Service, method: str, path: str, facts: dict[str, Any], status: int
) -> None:
    assert statuses(service, path, 3, method=method, **facts) == [status, status, 429]
    # In whatever way they are tried.
    assert ask(service, "/confirm/other").status_code == 429
    assert ask(service, "/plans").status_code == 200
    assert ask(service, path, of=FAR, method=method, **facts).status_code == status


def test_the_one_click_that_unsubscribes_is_not_held_back_with_the_keys(service: Service) -> None:
    assert statuses(service, "/confirm/made-up", 3) == [404, 404, 429]
    assert ask(service, "/unsubscribe/made-up", method="POST").status_code == 404


@pytest.mark.parametrize(
    ("host", "counted_as"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9%eth0", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("::1", "::/64"),
        ("unknown", "unknown"),
    ],
)
def test_an_address_is_counted_as_what_one_customer_has(host: str, counted_as: str) -> None:
    request: Any = SimpleNamespace(client=SimpleNamespace(host=host))
    assert source(request) == counted_as
    request.client = None
    assert source(request) == ""


def test_one_ipv6_customer_has_one_limit(service: Service) -> None:
    addresses = [f"2001:db8:1:2::{number}" for number in range(7)]
    assert [ask(service, "/plans", of=of).status_code for of in addresses] == [200] * 6 + [429]
    assert ask(service, "/plans", of="2001:db8:1:3::1").status_code == 200


def test_counts_are_bounded_and_the_oldest_goes_first() -> None:
    counts = Counts(most_keys=3)
    for number in range(10):
        counts.count(f"of {number}", AT + timedelta(seconds=number), most=1)
    assert list(counts.of) == ["of 7", "of 8", "of 9"]
    with pytest.raises(TooMany) as much:
        counts.count("of 9", AT + timedelta(seconds=20), most=1)
    assert much.value.retry_after == 50
    assert counts.count("of 9", AT + timedelta(seconds=69), most=1) == 1
    assert counts.count("free", AT, most=0) == 1
    assert counts.count("free", AT, most=0) == 2


def test_a_proxy_that_no_setting_names_is_told_once(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "airslot.api"):
        for near in ("203.0.113.9", "10.0.0.5", "10.0.0.5", "fd00::1"):
            # The service believes this machine, so that it seems to be asked by that address itself.
            assert ask(service, "/plans", of=near).status_code == 200
    told = [
        one.getMessage() for one in caplog.records if "AIRSLOT_PROXIES does not name it" in one.getMessage()
    ]
    assert len(told) == 1 and "a proxy at 10.0.0.5" in told[0]
