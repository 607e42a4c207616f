"""A request may name its target whole (RFC 9112, 3.2.2): the path counts, and the host that stands there."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from tests.api.service import Service

FEED = "/plans/kien-giang-2024.ics"


def ask(service: Service, target: str, host: str | None = None) -> tuple[int, bytes]:
    """Ask with this target as it stands."""
    own = urlsplit(service.url).netloc
    line = http.client.HTTPConnection(own, timeout=10)
    line.putrequest("GET", target.replace("HERE", own), skip_host=True)
    line.putheader("Host", host or own)
    line.endheaders()
    answer = line.getresponse()
    found = answer.status, answer.read()
    line.close()
    return found


@pytest.mark.parametrize(
    ("target", "path"),
    [
        (f"http://HERE{FEED}", FEED),
        (f"HTTP://HERE{FEED}?lang=en&alarms=P1D", f"{FEED}?lang=en&alarms=P1D"),
        (f"https://HERE{FEED}", FEED),
        ("http://HERE/api/v1/plans?limit=1", "/api/v1/plans?limit=1"),
        ("http://HERE/api/v1/plans/kien-giang-2024/items/2%2E2", "/api/v1/plans/kien-giang-2024/items/2%2E2"),
        ("http://HERE/static/frame.css", "/static/frame.css"),
    ],
)
def test_a_whole_target_is_answered_as_its_path(service: Service, target: str, path: str) -> None:
    status, body = ask(service, target)
    assert status == 200
    assert body == ask(service, path)[1]


def test_a_target_without_a_path_is_the_first_page(service: Service) -> None:
    assert ask(service, "http://HERE")[0] == ask(service, "/")[0] == 200


def test_the_host_of_the_target_counts_and_not_that_of_the_header(service: Service) -> None:
    assert ask(service, f"http://evil.example{FEED}")[0] == 421
    assert ask(service, f"http:///{FEED}")[0] == 421
    assert ask(service, f"http://HERE{FEED}", host="proxy.example")[0] == 200
    assert ask(service, FEED, host="proxy.example")[0] == 421
