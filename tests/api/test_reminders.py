"""The outbox over HTTP: the list, why she did not get it, a person's decision, the counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.store.occurrences.row import OccurrenceRow
from tests.api.service import Service, running
from tests.reminders.samples import AT, NOW, add_airing, add_owed, add_plan, add_subscriber, later, owed

HERE = "/api/v1/reminders"
ADDRESS = "an@example.org"


@pytest.fixture
def airing(engine: Engine) -> OccurrenceRow:
    """An airing tomorrow, and a reader who was told of it two days before; the next mail is unknown."""
    found = add_airing(engine, add_plan(engine))
    reader = add_subscriber(engine)
    sent = {"state": "accepted", "sent_at": NOW, "message_id": "<1@test>", "last_error": None}
    lost = {"state": "unknown", "sent_at": NOW, "message_id": "<2@test>", "last_error": "reset after the dot"}
    add_owed(
        engine,
        owed(reader, found, NOW - timedelta(days=1), lead="P2D", **sent),
        owed(reader, found, NOW, lead="P1D", **lost),
        owed(
            reader, found, later(24), lead="PT2H", state="due", sent_at=None, message_id=None, last_error=None
        ),
    )
    return found


@pytest.fixture
def here(engine: Engine, airing: OccurrenceRow) -> Iterator[Service]:
    with running(engine, FixedClock(NOW), lambda: AT, now=NOW) as service:
        yield service


def test_the_outbox_is_listed_newest_first_page_by_page(here: Service) -> None:
    rows, cursor = [], None
    while True:
        given = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = here.client.get(HERE, params=given).json()
        rows += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert [(row["lead"], row["state"]) for row in rows] == [
        ("PT2H", "due"),
        ("P1D", "unknown"),
        ("P2D", "accepted"),
    ]
    assert {row["to"] for row in rows} == {ADDRESS}
    assert {row["start"] for row in rows} == {"2024-04-17T17:45"}


def test_filters_narrow_the_list(here: Service, airing: OccurrenceRow) -> None:
    def leads(**given: str) -> list[str]:
        answer = here.client.get(HERE, params=given)
        assert answer.status_code == 200, answer.text
        return [row["lead"] for row in answer.json()["items"]]

    assert leads(state="unknown") == ["P1D"]
    assert leads(subscriber=ADDRESS, occurrence=airing.id, state="accepted") == ["P2D"]
    assert leads(subscriber="sub_an", what="reminder") == ["PT2H", "P1D", "P2D"]
    assert leads(what="digest") == leads(occurrence="occ_other") == []
    assert here.client.get(HERE, params={"subscriber": "nobody@example.org"}).status_code == 404
    assert here.client.get(HERE, params={"state": "lost"}).status_code == 422
    assert here.client.get(HERE, params={"cursor": "bm90aGluZw"}).status_code == 400


def test_why_did_she_not_get_it(here: Service, airing: OccurrenceRow) -> None:
    answer = here.client.get(f"{HERE}/log", params={"subscriber": ADDRESS, "occurrence": airing.id})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    told = {message["lead"]: message for message in answer.json()["messages"]}
    assert {lead: message["reasons"][0]["code"] for lead, message in told.items()} == {
        "P2D": "accepted",
        "P1D": "unknown",
        "PT2H": "ahead",
    }
    assert "reset after the dot" in told["P1D"]["reasons"][0]["en"]
    assert "Message-ID <1@test>" in told["P2D"]["reasons"][0]["vi"]
    missing = here.client.get(f"{HERE}/log", params={"subscriber": ADDRESS, "occurrence": "occ_none"})
    assert (missing.status_code, missing.json()["code"]) == (404, "occurrence-not-found")


def decide(client: httpx.Client, row_id: str, **body: object) -> httpx.Response:
    return client.post(f"{HERE}/{row_id}/decision", json=body)


def test_a_person_decides_about_an_unknown_one(here: Service) -> None:
    [row] = here.client.get(HERE, params={"state": "unknown"}).json()["items"]
    done = decide(here.client, row["id"], arrived=False)
    assert (done.status_code, done.json()["state"]) == (200, "due")
    again = decide(here.client, row["id"], arrived=True)
    assert (again.status_code, again.json()["code"]) == (409, "reminder-not-unknown")
    assert decide(here.client, "999", arrived=True).status_code == 404
    assert decide(here.client, "first", arrived=True).status_code == 404
    for wrong in ({}, {"arrived": "yes"}, {"arrived": True, "why": ""}):
        assert decide(here.client, row["id"], **wrong).json()["code"] == "invalid-request"


def test_no_stranger_is_told_who_is_written_to(engine: Engine, airing: OccurrenceRow) -> None:
    public = {"public_url": "https://lich.example.org", "allow_public_listen": True}
    with running(engine, FixedClock(NOW), lambda: AT, **public) as service:
        log = {"subscriber": ADDRESS, "occurrence": airing.id}
        answers = (
            service.client.get(HERE),
            service.client.get(f"{HERE}/log", params=log),
            decide(service.client, "2", arrived=True),
        )
        assert [answer.status_code for answer in answers] == [401, 401, 401]
        assert not any(ADDRESS in answer.text for answer in answers)
        metrics = service.client.get("/metrics")
    assert metrics.status_code == 200 and "example.org" not in metrics.text


def test_prometheus_reads_the_counts(here: Service) -> None:
    answer = here.client.get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.text.splitlines()
    assert "airslot_reminders_unknown 1" in lines
    assert "airslot_reminders_ahead 1" in lines
    assert 'airslot_reminders_sent_total{what="reminder"} 1' in lines
    assert "airslot_relay_stopped 0" in lines
