"""One date, or those of an item, as a file and as links into other calendars, for whoever may see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from scheduler.accounts import people, tokens
from scheduler.clock import FixedClock
from scheduler.store.database.engine import transaction
from tests.api.service import Service, running
from tests.calendars.reading import check_lines, listed, parse
from tests.conftest import PLAN_TIME
from tests.desk.conftest import offices  # noqa: F401 - a fixture
from tests.desk.samples import OFFICE, OTHER_OFFICE, OTHERS, OWN, Offices

SLUG = "kien-giang-2024"


@pytest.fixture
def house(offices: Offices) -> Iterator[Service]:  # noqa: F811 - the fixture's value
    """Two offices, one with a private plan and one with a public one, as strangers see them."""
    at, known_by = offices.machine_time, {"public_url": "https://lich.example.org"}
    with running(offices.engine, FixedClock(PLAN_TIME), at, **known_by) as found:
        yield found


def bearer(offices: Offices, office: str) -> dict[str, str]:  # noqa: F811
    """Somebody who may look at what an office has."""
    with transaction(offices.engine) as connection:
        name = f"{offices.ids[office]}@example.org"
        of, at = offices.ids[office], offices.machine_time
        found = people.add_person(connection, name, "admin", office_id=of, machine_time=at)
        _, text = tokens.create_token(connection, found, of, "read", machine_time=at)
    return {"Authorization": f"Bearer {text}"}


def an_airing(
    client: httpx.Client, slug: str = SLUG, headers: dict[str, str] | None = None, **wanted: str
) -> dict[str, str]:
    asked = {"plan": slug, "kind": "premiere", **wanted}
    one: dict[str, str] = client.get("/api/v1/occurrences", params=asked, headers=headers).json()["items"][0]
    return one


def links(page: str) -> dict[str, str]:
    """Each link of a page by its text."""
    found = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', page)
    return {text: unescape(address) for address, text in found}


def test_one_date_is_the_event_of_the_feed_in_a_file_of_its_own(client: httpx.Client) -> None:
    one = an_airing(client)
    answer = client.get(f"/occurrences/{one['id']}.ics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"] == f'inline; filename="{one["id"]}.ics"'
    check_lines(answer.content)
    [event] = parse(answer.content).walk("VEVENT")
    assert event["UID"] == one["uid"]
    feed = client.get(f"/plans/{SLUG}.ics").text
    assert answer.text[answer.text.index("BEGIN:VEVENT") : answer.text.index("END:VEVENT")] in feed


def test_a_file_is_no_calendar_that_is_followed(client: httpx.Client) -> None:
    """By a name of its own a program may take a file for a whole calendar beside the reader's."""
    text = client.get(f"/occurrences/{an_airing(client)['id']}.ics").text
    for name in ("METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        assert f"\r\n{name}" not in text
    assert "BEGIN:VTIMEZONE" in text


def test_a_file_speaks_the_language_that_is_asked_for(client: httpx.Client) -> None:
    address = f"/occurrences/{an_airing(client)['id']}.ics"
    assert "\\nOutlet: " in client.get(address, params={"lang": "en"}).text.replace("\r\n ", "")
    assert "\\nĐơn vị: " in client.get(address).text.replace("\r\n ", "")
    wrong = client.get(address, params={"lang": "fr"})
    assert (wrong.status_code, wrong.headers["content-type"]) == (400, "application/problem+json")


def test_head_tells_of_a_file_and_a_copy_is_not_sent_twice(client: httpx.Client) -> None:
    address = f"/occurrences/{an_airing(client)['id']}.ics"
    got, told = client.get(address), client.head(address)
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers["content-length"] == got.headers["content-length"]
    assert client.get(address, headers={"If-None-Match": got.headers["etag"]}).status_code == 304


def test_an_item_is_all_its_dates(client: httpx.Client) -> None:
    answer = client.get(f"/plans/{SLUG}/items/2.2.ics")
    assert answer.headers["content-disposition"] == f'inline; filename="{SLUG}-2.2.ics"'
    feed = listed(client.get(f"/plans/{SLUG}.ics").content)
    assert listed(answer.content) == {facts: n for facts, n in feed.items() if facts[0] == "2.2"}
    missing = client.get(f"/plans/{SLUG}/items/99.ics")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("path", ["/occurrences/{id}", "/plans/{plan}/items/{item}"])
def test_who_may_not_see_the_page_gets_no_file(house: Service, offices: Offices, path: str) -> None:  # noqa: F811
    own = bearer(offices, OFFICE)
    one = an_airing(house.client, OWN, own)
    page = path.format(**one)
    others = bearer(offices, OTHER_OFFICE)
    for headers, status in ((None, 404), (others, 404), (own, 200)):
        for address in (page, f"{page}.ics"):
            answer = house.client.get(address, headers=headers)
            assert answer.status_code == status, address
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    refused = house.client.get(f"{page}.ics", headers={"Accept": "text/html"})
    assert refused.headers["content-type"] == "application/problem+json"
    assert house.client.get(path.format(**an_airing(house.client, OTHERS)) + ".ics").status_code == 200


def test_the_page_of_a_date_offers_the_usual_calendars(client: httpx.Client) -> None:
    one = an_airing(client, SLUG, None, **{"item": "2.2", "from": "2024-04-01"})
    offered = links(client.get(f"/occurrences/{one['id']}", params={"lang": "en"}).text)
    assert offered["Apple Calendar and others"] == f"/occurrences/{one['id']}.ics?lang=en"
    google, outlook = (parse_qs(urlsplit(offered[name]).query) for name in ("Google Calendar", "Outlook"))
    assert google["dates"] == ["20240417T104500Z/20240417T105700Z"]
    assert google["text"] == [f"2.2 {one['title']}"]
    assert google["details"][0].endswith(f"/occurrences/{one['id']}")
    assert (outlook["startdt"], outlook["enddt"]) == (["2024-04-17T10:45:00Z"], ["2024-04-17T10:57:00Z"])
    assert "Download the file" in offered


def test_a_window_is_added_as_days(client: httpx.Client) -> None:
    found = client.get("/api/v1/occurrences", params={"plan": SLUG, "kind": "window"}).json()["items"][0]
    offered = links(client.get(f"/occurrences/{found['id']}", params={"lang": "en"}).text)
    google, outlook = (parse_qs(urlsplit(offered[name]).query) for name in ("Google Calendar", "Outlook"))
    [days] = google["dates"]
    first, after = days.split("/")
    [event] = parse(client.get(f"/occurrences/{found['id']}.ics").content).walk("VEVENT")
    assert (first, after) == (f"{event['DTSTART'].dt:%Y%m%d}", f"{event['DTEND'].dt:%Y%m%d}")
    assert outlook["allday"] == ["true"]
    assert outlook["enddt"] == [str(event["DTEND"].dt)]


def test_the_page_of_an_item_offers_its_dates(client: httpx.Client) -> None:
    offered = links(client.get(f"/plans/{SLUG}/items/2.2", params={"lang": "en"}).text)
    assert offered["All these dates as a calendar file"] == f"/plans/{SLUG}/items/2.2.ics?lang=en"
