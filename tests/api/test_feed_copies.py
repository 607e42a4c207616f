"""A program that holds a copy of a feed asks again: one row when nothing changed, never an old copy."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from scheduler.feeds import document, publication
from scheduler.store.occurrences.rows import delete_rows, get_row, replace_rows
from tests.api.small_office import FEED, ZONE, Office


def test_unchanged_feed_costs_one_row(office: Office) -> None:
    first = office.client.get(FEED)
    office.statements.clear()
    again = office.client.get(FEED, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    asked = [statement for statement in office.statements if statement.startswith("SELECT")]
    assert len(asked) == 1
    assert asked[0].endswith("slug = ?")
    assert "occurrence" not in asked[0]
    for name in ("etag", "last-modified", "vary", "cache-control"):
        assert again.headers[name] == first.headers[name]


def test_tag_of_either_coding_matches(office: Office) -> None:
    plain = office.client.get(FEED, headers={"Accept-Encoding": "identity"})
    packed = office.client.get(FEED, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"])
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    for tag in (plain.headers["etag"], packed.headers["etag"], f'"other", W/{plain.headers["etag"]}', "*"):
        for coding in ("gzip", "identity"):
            headers = {"If-None-Match": tag, "Accept-Encoding": coding}
            assert office.client.get(FEED, headers=headers).status_code == 304


@pytest.mark.parametrize("tag", ['"other"', "", "nonsense", '"'])
def test_other_tag_gets_the_feed_even_with_a_date_that_would_not(office: Office, tag: str) -> None:
    since = office.client.get(FEED).headers["last-modified"]
    headers = {"If-None-Match": tag, "If-Modified-Since": since}
    assert office.client.get(FEED, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("Mon, 05 Jan 2026 03:04:05 GMT", 304),
        ("Mon, 05 Jan 2026 03:04:04 GMT", 200),
        # From a clock that is ahead: believed, it would hide each change for as long.
        ("Mon, 05 Jan 2026 03:04:06 GMT", 200),
        ("Fri, 01 Jan 2100 00:00:00 GMT", 200),
        ("yesterday", 200),
        ("Mon, 99 Jan 2026 03:04:04 GMT", 200),
    ],
)
def test_date_of_a_copy_is_compared_to_the_second(office: Office, since: str, status: int) -> None:
    assert office.client.get(FEED, headers={"If-Modified-Since": since}).status_code == status


def test_change_shows_in_tag_date_and_sequence_within_the_same_second(office: Office) -> None:
    first = office.client.get(FEED)
    office.move(3, datetime(2024, 1, 25, 18, 0))
    headers = {"If-None-Match": first.headers["etag"]}
    second = office.client.get(FEED, headers=headers)
    assert second.status_code == 200
    assert "UID:3@airslot.example" in second.text
    assert second.text.count("SEQUENCE:1") == 1
    since = {"If-Modified-Since": first.headers["last-modified"]}
    assert office.client.get(FEED, headers=since).status_code == 200


def test_deletion_moves_both_validators(office: Office) -> None:
    first = office.client.get(FEED)
    office.machine[0] += timedelta(minutes=1)
    office.change(lambda connection, at: delete_rows(connection, ["occ_23"], at))
    second = office.client.get(FEED)
    assert second.headers["etag"] != first.headers["etag"]
    assert second.headers["last-modified"] > first.headers["last-modified"]


def test_cancelled_row_leaves_with_its_day_and_moves_both_validators(office: Office) -> None:
    def cancel(connection: Any, at: datetime) -> None:
        row = get_row(connection, "occ_5")
        assert row is not None
        cancelled = row.changed(state="cancelled", cancelled_at=office.clock.now(), revision=row.revision)
        replace_rows(connection, [cancelled], ZONE, at)

    office.change(cancel)
    marked = office.client.get(FEED)
    assert marked.text.count("STATUS:CANCELLED") == 1
    office.clock.advance(timedelta(days=29))
    office.machine[0] += timedelta(days=29)
    held = {"If-None-Match": marked.headers["etag"]}
    assert office.client.get(FEED, headers=held).status_code == 304
    office.clock.advance(timedelta(days=2))
    office.machine[0] += timedelta(days=2)
    gone = office.client.get(FEED, headers=held)
    assert gone.status_code == 200
    assert "CANCELLED" not in gone.text
    since = {"If-Modified-Since": marked.headers["last-modified"]}
    assert office.client.get(FEED, headers=since).status_code == 200


def test_many_readers_at_once_make_one_render(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    renders = []

    def counted(*parts: Any, **options: Any) -> bytes:
        renders.append(1)
        return document.render(*parts, **options)

    monkeypatch.setattr(publication, "render", counted)
    answers: list[httpx.Response] = []
    url = str(office.client.base_url) + FEED
    readers = [threading.Thread(target=lambda: answers.append(httpx.get(url))) for _ in range(20)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert {answer.status_code for answer in answers} == {200}
    assert len(answers) == 20
    assert len(renders) == 1
