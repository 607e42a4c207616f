"""The page of a feed of one's own: a phone is led to it, and its key is told to nobody else."""

from __future__ import annotations

import io
import re
from pathlib import Path

import httpx
import pytest
import segno

from api.masking import masked
from scheduler.feeds.access import revoke_feed
from scheduler.store.database.engine import transaction
from tests.api.test_feed_tokens import Office, office  # noqa: F401 - a fixture
from tests.stories.house import PASSWORD, an_office

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page_of(address: str) -> str:
    return address.removesuffix(".ics")


def picture(text: str) -> str:
    out = io.BytesIO()
    made = segno.make(text, micro=False, error="m")
    made.save(out, kind="svg", xmldecl=False, scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return out.getvalue().decode().strip()


def test_the_picture_of_an_own_address_leads_to_a_page_that_opens_in_a_browser(
    sqlite_template: Path, tmp_path: Path
) -> None:
    with an_office(sqlite_template, tmp_path) as (service, _):
        client = service.client
        client.post("/sign-in", data={"email": "xem@example.org", "password": PASSWORD})
        form = client.get("/subscribe").text
        csrf = re.search(r'name="csrf" value="([^"]+)"', form)
        assert csrf is not None
        asked = {"csrf": csrf[1], "plan": "kien-giang-2024", "kinds": "premiere", "label": "Phát sóng"}
        made = client.post("/subscribe/calendar?lang=en", data=asked).text
        [address] = re.findall(rf"<code>({service.url}/feeds/[^<]+)\.ics</code>", made)
        assert picture(f"{address}?lang=en") in made
        page = httpx.get(f"{address}?lang=en", headers=BROWSER)
        assert page.status_code == 200
        assert "<h1>Phát sóng</h1>" in page.text
        assert f'href="webcal{address.removeprefix("http")}.ics"' in page.text


def test_the_page_tells_its_key_to_no_other_page_and_runs_no_script(
    office: Office,  # noqa: F811
) -> None:
    _, address = office.feed()
    answer = office.client.get(page_of(address), headers=BROWSER)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == ("no-store", "noindex")
    assert "<script" not in answer.text
    key = page_of(address).rpartition("/")[2]
    ours = [one for one in re.findall(r'(?:href|src|action)="([^"]+)"', answer.text) if key in one]
    # Its own address in both languages, and the feed for the three kinds of calendars.
    assert sorted(one.partition(":")[0] for one in ours) == [
        page_of(address),
        f"{page_of(address)}?lang=en",
        "https",
        "https",
        "webcal",
    ]


def test_the_key_is_cut_short_in_the_log_of_the_page(office: Office) -> None:  # noqa: F811
    _, address = office.feed()
    key = page_of(address).rpartition("/")[2]
    said = masked(f'"GET {page_of(address)}?lang=en HTTP/1.1" 200')
    assert said == f'"GET /feeds/{key[:4]}…?lang=en HTTP/1.1" 200'


def test_opening_the_page_is_no_fetch_and_ends_with_the_feed(office: Office) -> None:  # noqa: F811
    made, address = office.feed()
    assert office.client.get(page_of(address), headers=BROWSER).status_code == 200
    assert office.stored(made.id).last_fetched_at is None
    with transaction(office.engine) as connection:
        revoke_feed(connection, made.id, machine_time=office.at)
    gone = office.client.get(page_of(address), headers=BROWSER)
    assert (gone.status_code, gone.headers["Referrer-Policy"]) == (410, "no-referrer")
    none = office.client.get("/feeds/none", headers=BROWSER)
    assert (none.status_code, none.headers["content-type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("accept", ["*/*", "text/calendar,text/plain;q=0.8,*/*;q=0.5", ""])
def test_a_calendar_program_at_the_address_of_the_page_gets_no_page(
    office: Office,  # noqa: F811
    accept: str,
) -> None:
    _, address = office.feed()
    answer = office.client.get(page_of(address), headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert ".ics" in answer.json()["detail"]
