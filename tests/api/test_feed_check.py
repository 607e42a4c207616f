"""The service's own feeds, fetched and read as a client does, have nothing wrong with them."""

from __future__ import annotations

import pytest

from api.cli.feed_fetch import fetch
from scheduler.feeds.checking import check_calendar
from tests.api.service import Service


@pytest.mark.parametrize("query", ["", "?form=series", "?alarms=P1D,PT2H&lang=en"])
def test_a_plan_as_a_client_fetches_it_has_nothing_wrong(service: Service, query: str) -> None:
    document, found = fetch(f"{service.url}/plans/kien-giang-2024.ics{query}")
    assert document is not None and found == ()
    checked = check_calendar(document)
    assert checked.findings == () and checked.entries >= 12
