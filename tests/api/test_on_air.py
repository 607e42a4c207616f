"""What is on air now, for programs and on the first page."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from tests.api.conftest import MACHINE_TIME
from tests.api.service import running

AT = datetime.fromisoformat("2024-05-15T17:50+07:00")
UPCOMING = "/api/v1/occurrences/upcoming?plan=kien-giang-2024&limit=2"


def test_what_is_on_air_stands_first(filled_engine: Engine) -> None:
    with running(filled_engine, FixedClock(AT), lambda: MACHINE_TIME, now=AT) as service:
        rows = service.client.get(f"{UPCOMING}&now=true").json()["items"]
        assert (rows[0]["item"], rows[0]["start"]) == ("2.2", "2024-05-15T17:45")
        assert service.client.get(UPCOMING).json()["items"][0] == rows[1]
        text = service.client.get("/?lang=en").text
        begin, end = text.index("On air now"), text.index("Coming next")
        assert f"/occurrences/{rows[0]['id']}" in text[begin:end]
        assert f"/occurrences/{rows[1]['id']}" in text[end:]
