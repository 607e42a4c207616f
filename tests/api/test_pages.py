"""The pages as HTML: languages, what is public, headers, addresses for calendars."""

from __future__ import annotations

import io
import re
from urllib.parse import parse_qs, urlsplit
from urllib.robotparser import RobotFileParser

import httpx
import pytest
import segno
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from tests.api.conftest import NOW
from tests.api.service import Service, running

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def page(client: httpx.Client, path: str, status: int = 200) -> str:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


def test_the_first_page_is_in_vietnamese(client: httpx.Client) -> None:
    text = page(client, "/")
    assert '<html lang="vi">' in text
    assert "08:00 thứ Ba, 02/04/2024" in text and "Asia/Ho_Chi_Minh, UTC+07:00" in text
    assert "<strong>17:45</strong> thứ Tư, 17/04/2024" in text


def test_the_first_page_speaks_english_where_asked(client: httpx.Client) -> None:
    text = page(client, "/?lang=en")
    assert '<html lang="en">' in text
    assert "08:00 Tuesday, 2 April 2024" in text and "Coming next" in text
    assert '<html lang="vi">' in page(client, "/?lang=klingon")


def test_windows_that_are_open_are_shown_with_their_last_day(client: httpx.Client) -> None:
    text = page(client, "/")
    assert "<strong>Chủ nhật, 07/04/2024</strong>" in text and "<strong>Chủ nhật, 30/06/2024</strong>" in text


def test_a_private_plan_is_marked_and_offers_no_feed(client: httpx.Client) -> None:
    text = page(client, "/")
    assert "Nội bộ" in text
    assert "/plans/kien-giang-2024.ics" in text and "/plans/private-2024.ics" not in text
    assert "Nội bộ" in page(client, "/plans/private-2024")


def test_strangers_do_not_see_a_private_plan(public_service: Service) -> None:
    assert "private-2024" not in page(public_service.client, "/")


@pytest.mark.parametrize("path", ["/", "/plans/kien-giang-2024", "/subscribe?plan=kien-giang-2024"])
def test_the_ways_to_subscribe_lead_to_the_public_address(public_service: Service, path: str) -> None:
    text = page(public_service.client, path).replace("&amp;", "&")
    feed = "lich.example.org/plans/kien-giang-2024.ics"
    assert f"<code>https://{feed}</code>" in text and f'href="webcal://{feed}"' in text
    links = [part.partition('"')[0] for part in text.split('href="')[1:]]
    google = next(link for link in links if "calendar.google.com" in link)
    assert parse_qs(urlsplit(google).query)["cid"] == [f"webcal://{feed}"]
    outlook = next(link for link in links if "outlook.office.com" in link)
    assert parse_qs(urlsplit(outlook).query)["url"] == [f"https://{feed}"]
    assert 'href="/plans/kien-giang-2024.ics" download>' in text
    assert "4 đến 24 giờ" in text and "chỉ mở được trên máy này" not in text


def test_a_local_address_says_that_others_cannot_reach_it(service: Service) -> None:
    assert "chỉ mở được trên máy này" in page(service.client, "/")


@pytest.mark.parametrize("path", ["/nix", "/plans/nix", "/occurrences/nix"])
def test_a_browser_gets_a_page_in_both_languages_for_what_is_not_there(
    client: httpx.Client, path: str
) -> None:
    text = page(client, path, 404)
    assert 'lang="vi"' in text and 'lang="en"' in text
    assert "Không có gì ở địa chỉ này" in text and "There is nothing at this address" in text


def test_what_was_asked_for_is_never_markup(client: httpx.Client) -> None:
    text = page(client, "/plans/<script>alert(1)<%2Fscript>", 404)
    assert "<script" not in text


def test_a_plan_has_a_page_as_its_annex(client: httpx.Client) -> None:
    text = page(client, "/plans/kien-giang-2024")
    assert "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG" in text and "91.596.756" in text
    assert "→ 17:45 thứ Tư tuần 3 hằng tháng, kênh KG" in text and "17:45 thứ Tư, 17/04/2024" in text
    assert text.count('<tr class="group">') == 5 and "308.896.756" in text and "1.005.896.756" in text
    assert ">24 lần</a>" in text and "0/12" in text
    dates = page(client, "/plans/kien-giang-2024/items/2.2")
    assert "17:45–17:57 thứ Tư, 17/01/2024" in dates and 'id="dates"' in dates


def test_items_are_found_by_outlet_and_words_in_any_spelling(client: httpx.Client) -> None:
    text = page(client, "/plans/kien-giang-2024?q=TRANG+cai+cach")
    assert text.count('<th scope="row" lang="vi">') == 1 and "1/12 mục" in text
    assert page(client, "/plans/kien-giang-2024?outlet=Báo+Kiên+Giang").count('<th scope="row" lang') == 2
    assert "Không có mục nào." in page(client, "/plans/kien-giang-2024?q=xyz")


def test_an_occurrence_has_a_page_with_its_facts(client: httpx.Client) -> None:
    rows = client.get("/api/v1/occurrences?plan=kien-giang-2024&item=2.1&limit=2").json()["items"]
    text = page(client, f"/occurrences/{rows[1]['id']}")
    assert "06:30" in text and "thứ Ba, 07/05/2024" in text and "phát lại" in text
    assert f"/occurrences/{rows[0]['id']}" in text
    assert "7 May 2024" in page(client, f"/occurrences/{rows[1]['id']}?lang=en")


def policy(headers: httpx.Headers) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in headers["content-security-policy"].split(";"))
    return {name: rule for name, _, rule in parts}


def test_a_page_runs_our_own_script_files_and_nothing_else(client: httpx.Client) -> None:
    headers = client.get("/").headers
    assert policy(headers) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize(
    "path", ["/nothing-here", "/preferences/nobody", "/api/v1/plans", "/static/frame.css"]
)
def test_what_needs_no_script_may_run_none(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert "script-src" not in policy(answer.headers) and policy(answer.headers)["default-src"] == "'none'"
    assert "<script" not in answer.text


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/api/v1/plans"])
def test_behind_tls_browsers_are_told_to_stay_with_it(public_service: Service, path: str) -> None:
    headers = public_service.client.get(path).headers
    assert headers["strict-transport-security"] == "max-age=31536000"


def test_a_house_without_plans_says_how_to_load_one(engine: Engine) -> None:
    with running(engine, FixedClock(NOW)) as empty:
        text = page(empty.client, "/")
        assert "airslot plan load" in text and "Không còn lịch nào sắp tới" in text


def test_a_file_is_kept_as_long_as_its_address_is_asked_for(client: httpx.Client) -> None:
    address = page(client, "/").partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    assert client.get(address).headers["cache-control"] == "public, max-age=31536000, immutable"
    plain = client.get(address.partition("?")[0])
    assert "cache-control" not in plain.headers and plain.headers["etag"]
    assert client.get("/static/nothing.css?v=1").headers["cache-control"] == "no-store"


def test_the_calendar_shows_strangers_nothing_of_a_private_plan(
    client: httpx.Client, public_service: Service
) -> None:
    path = "/calendar/month/2024-04"
    own, strange = page(client, path), page(public_service.client, path)
    assert own.count('<li class="entry') == 2 * strange.count('<li class="entry')
    # The copy overlaps each of the plan's airings, where it may be seen.
    assert "⚠" in own and "⚠" not in strange and "private-2024" not in strange
    alone = page(public_service.client, f"{path}?plan=private-2024")
    assert alone.count('<li class="entry') == 0


def test_robots_may_fetch_feeds_and_follow_no_key(client: httpx.Client) -> None:
    """Google Calendar fetches no feed that robots.txt forbids."""
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    robots = RobotFileParser()
    robots.parse(answer.text.splitlines())
    for path in ("/", "/plans/kien-giang-2024", "/plans/kien-giang-2024.ics", "/feeds/abc.ics", "/calendar"):
        assert robots.can_fetch("Googlebot", path), path
    for path in ("/api/v1/plans", "/sign-in/abc", "/confirm/abc", "/preferences/abc", "/unsubscribe/abc"):
        assert not robots.can_fetch("Googlebot", path), path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/plans/kien-giang-2024", "/plans/kien-giang-2024.ics"),
        ("/plans/kien-giang-2024/items/2.2", "/plans/kien-giang-2024/items/2.2.ics?lang=vi"),
        ("/subscribe?plan=kien-giang-2024", "/plans/kien-giang-2024.ics"),
    ],
)
def test_a_page_names_its_calendar_to_programs(client: httpx.Client, path: str, address: str) -> None:
    found = re.findall(r'<link rel="alternate" type="text/calendar" href="([^"]+)"', client.get(path).text)
    assert found == [address]


def test_a_private_plan_names_no_calendar(client: httpx.Client) -> None:
    assert 'type="text/calendar"' not in client.get("/plans/private-2024").text


def test_the_code_leads_a_phone_to_the_page_and_not_into_a_file(service: Service) -> None:
    """A camera opens what it reads in a browser, which saves a feed once and follows nothing."""
    page = service.client.get("/subscribe", params={"plan": "kien-giang-2024", "lang": "en"}).text
    out = io.BytesIO()
    made = segno.make(f"{service.url}/subscribe?plan=kien-giang-2024&lang=en", micro=False, error="m")
    made.save(out, kind="svg", xmldecl=False, scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    assert out.getvalue().decode().strip() in page
