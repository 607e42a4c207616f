"""Feeds over real HTTP: the document that calendar programs get, and how it is packed."""

from __future__ import annotations

import gzip
from datetime import date, timedelta

import httpx
import pytest

from scheduler.store.occurrences.rows import delete_rows
from tests.api.small_office import FEED, STATION, Office
from tests.calendars.reading import check_lines, expanded, listed, parse


def test_feed_is_a_calendar_with_the_headers_that_clients_need(office: Office) -> None:
    answer = office.client.get(FEED, headers={"Accept-Encoding": "identity"})
    assert answer.status_code == 200
    headers = answer.headers
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["content-length"] == str(len(answer.content))
    assert headers["content-disposition"] == 'inline; filename="phat-song-2024.ics"'
    # Anybody may have it, so a proxy may keep it, and give it out while the service cannot be reached.
    assert headers["cache-control"] == "public, max-age=300, stale-if-error=86400"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex"
    assert "accept-encoding" in headers["vary"].lower()
    assert headers["last-modified"] == "Mon, 05 Jan 2026 03:04:05 GMT"
    assert headers["etag"].startswith('"')
    assert "set-cookie" not in headers
    check_lines(answer.content)
    assert sum(listed(answer.content).values()) == 24


@pytest.mark.parametrize(
    "hung_on",
    [
        "fbclid=IwAR0",
        "utm_source=zalo&utm_medium=social",
        "_=1711983600000",
        "gclid=a&gclid=b",
        "_ga=1&mc_cid=2",
    ],
)
def test_what_other_programs_hang_on_to_the_address_changes_nothing(office: Office, hung_on: str) -> None:
    plain = office.client.get(f"{FEED}?lang=en")
    found = office.client.get(f"{FEED}?{hung_on}&lang=en")
    assert found.status_code == 200
    assert found.content == plain.content
    tag = {"If-None-Match": plain.headers["etag"]}
    assert office.client.get(f"{FEED}?lang=en&{hung_on}", headers=tag).status_code == 304


def test_both_forms_hold_the_same_and_language_can_be_chosen(office: Office) -> None:
    plain = office.client.get(FEED)
    series = office.client.get(FEED, params={"form": "series"})
    assert b"RRULE:FREQ=WEEKLY" in series.content
    assert expanded(series.content, date(2024, 1, 1), date(2025, 1, 1)) == listed(plain.content)
    english = office.client.get(FEED, params={"lang": "en"}).text
    assert f"\\nOutlet: {STATION}\\n" in english.replace("\r\n ", "")
    assert office.client.get(FEED, params={"form": "expanded"}).content == plain.content


def test_plan_that_ships_is_the_same_in_both_forms_on_both_databases(client: httpx.Client) -> None:
    plain, series = (
        client.get("/plans/kien-giang-2024.ics", params={"form": form}).content
        for form in ("expanded", "series")
    )
    check_lines(series)
    found = listed(plain)
    assert sum(found.values()) == 120
    assert expanded(series, date(2023, 1, 1), date(2026, 1, 1)) == found


def test_series_is_newer_when_rows_leave_it(office: Office) -> None:
    """Evolution kept what was gone for good: LAST-MODIFIED had stayed, and SEQUENCE had fallen."""

    def told() -> tuple[str, str, int]:
        [event] = parse(office.client.get(FEED, params={"form": "series"}).content).walk("VEVENT")
        return str(event["UID"]), f"{event['LAST-MODIFIED'].dt:%d.%m. %H:%M}", int(str(event["SEQUENCE"]))

    uid, before, sequence = told()
    office.machine[0] += timedelta(hours=1)
    office.change(lambda connection, at: delete_rows(connection, ["occ_0", "occ_22", "occ_23"], at))
    assert (before, sequence) == ("05.01. 03:04", 0)
    assert told() == (uid, "05.01. 04:04", 3)


def test_head_tells_what_get_would_send(office: Office) -> None:
    got, told = office.client.get(FEED), office.client.head(FEED)
    assert (told.status_code, told.content) == (200, b"")
    assert {k: v for k, v in told.headers.items() if k != "date"} == {
        k: v for k, v in got.headers.items() if k != "date"
    }


def test_alarms_are_there_when_asked_for(office: Office) -> None:
    answer = office.client.get(FEED, params={"alarms": "PT2H, p1d"})
    assert answer.text.count("TRIGGER:-P1D") == answer.text.count("TRIGGER:-PT2H") == 24
    assert "VALARM" not in office.client.get(FEED).text


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP;Q=0.5", "gzip"),
        ("*", "gzip"),
        ("br, *;q=0.1", "gzip"),
        ("gzip;q=0.2, identity;q=0.9", None),
        ("gzip;q=0", None),
        ("br", None),
        ("", None),
        ("*;q=0, gzip", "gzip"),
        ("gzip;q=nonsense", None),
        ("gzip, identity;q=0", "gzip"),
    ],
)
def test_coding_is_the_one_that_is_liked_best(office: Office, accepted: str, coding: str | None) -> None:
    with office.client.stream("GET", FEED, headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.status_code == 200
    assert answer.headers.get("content-encoding") == coding
    check_lines(gzip.decompress(raw) if coding else raw)
