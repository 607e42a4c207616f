"""The calendar as HTML: its addresses, what each view says, filters, the frame for other sites, its size."""

from __future__ import annotations

import re

import httpx
import pytest

from scheduler.store.occurrences.row import OccurrenceRow
from tests.api.broadcasts import SLUG
from tests.api.service import Service

Rows = dict[str, OccurrenceRow]
BROWSER = {"Accept": "text/html"}


@pytest.fixture
def client(broadcasts: tuple[Service, Rows]) -> httpx.Client:
    return broadcasts[0].client


@pytest.fixture
def rows(broadcasts: tuple[Service, Rows]) -> Rows:
    return broadcasts[1]


def page(client: httpx.Client, path: str, status: int = 200) -> str:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == status, answer.text[:500]
    return answer.text


def entry(text: str, row: OccurrenceRow) -> str:
    """The list item of an occurrence."""
    return next(
        part for part in text.split('<li class="entry')[1:] if f'href="/occurrences/{row.id}"' in part
    ).partition("</li>")[0]


def shown(text: str, rows: Rows) -> set[str]:
    """The names of the occurrences that a page has an entry of."""
    entries = "".join(text.split('<li class="entry')[1:])
    return {
        name
        for name, row in rows.items()
        if re.search(rf'href="/occurrences/{row.id}[?"][^↻]*?</a>', entries)
    }


# --- addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/calendar", "/calendar/month/2024-01"),
        ("/calendar?lang=en", "/calendar/month/2024-01?lang=en"),
        ("/calendar?view=week&date=2024-02-01", "/calendar/week/2024-01-29"),
        ("/calendar?view=year&date=2024-02-01&kind=replay&plan=", "/calendar/year/2024?kind=replay"),
        ("/calendar/week/2024-02-01?q=b%C3%A1o+in", "/calendar/week/2024-01-29?q=b%C3%A1o+in"),
        (
            "/calendar/list/2024-01-05?kind=&channel=KG&q=&lang=en",
            "/calendar/list/2024-01-05?channel=KG&lang=en",
        ),
    ],
)
def test_each_selection_has_one_address(client: httpx.Client, asked: str, given: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (303, given)
    assert client.get(given).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/calendar/day/2024-01-01",
        "/calendar/month/2024-13",
        "/calendar/month/2024-01-01",
        "/calendar/month/1899-12",
        "/calendar/year/2200",
        "/calendar/week/2024-02-30",
        "/calendar/month/٢٠٢٤-٠١",
    ],
)
def test_what_is_no_view_or_date_is_not_found(client: httpx.Client, path: str) -> None:
    assert "không" in page(client, path, 404)


@pytest.mark.parametrize("query", ["kind=x", "state=x", "q=" + "x" * 201, "q=%00", "cursor=x"])
def test_a_filter_that_cannot_be_is_refused(client: httpx.Client, query: str) -> None:
    assert client.get(f"/calendar/list/2024-01-01?{query}", headers=BROWSER).status_code in (400, 422)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("month/2024-01", "month/2023-12", "month/2024-02"),
        ("week/2024-01-01", "week/2023-12-25", "week/2024-01-08"),
        ("year/2024", "year/2023", "year/2025"),
        ("list/2024-01-17", "list/2023-12-01", "list/2024-02-01"),
        ("month/1900-01", None, "month/1900-02"),
        ("year/2199", "year/2198", None),
    ],
)
def test_one_goes_back_and_on(client: httpx.Client, path: str, before: str | None, after: str | None) -> None:
    text = page(client, f"/calendar/{path}?channel=KG")
    for rel, there in (("prev", before), ("next", after)):
        found = re.findall(rf'href="/calendar/([^"?]+)\?channel=KG" rel="{rel}"', text)
        assert found[:1] == ([there] if there else [])


# --- views ----------------------------------------------------------------------------------


def test_a_month_holds_its_days_and_the_windows_that_touch_it(client: httpx.Client, rows: Rows) -> None:
    text = page(client, "/calendar/month/2024-01")
    assert shown(text, rows) == rows.keys() - {"replay in February"}
    assert "Tháng 1 năm 2024" in text and "10 lần phát, 2 thời hạn" in text
    assert shown(page(client, "/calendar/month/2024-02"), rows) == {"across", "replay in February"}


def test_a_window_is_a_bar_in_each_week_that_it_touches(client: httpx.Client, rows: Rows) -> None:
    january = page(client, "/calendar/month/2024-01")
    bars = [part for part in january.split('<li class="') if rows["across"].id in part]
    assert [bar.partition('"')[0] for bar in bars] == [
        "entry window d4 w4 goes-on",
        "entry window d1 w3 begun goes-on",
    ]
    (bar,) = [
        part
        for part in page(client, "/calendar/month/2024-02").split('<li class="')
        if rows["across"].id in part
    ]
    assert bar.startswith('entry window d4 w4 begun"') and "25/1 – 4/2" in bar


def test_a_replay_leads_to_its_premiere(client: httpx.Client, rows: Rows) -> None:
    tie = f'<a class="tie" href="/occurrences/{rows["premiere"].id}">↻ phát lại của 17/1</a>'
    assert tie in entry(page(client, "/calendar/month/2024-01"), rows["replay"])
    # The premiere of the next one is a month earlier.
    elsewhere = entry(page(client, "/calendar/month/2024-02"), rows["replay in February"])
    assert f'/occurrences/{rows["late"].id}">↻ phát lại của 31/1</a>' in elsewhere


@pytest.mark.parametrize("path", ["month/2024-01", "week/2024-01-15", "list/2024-01-01"])
def test_states_are_words(client: httpx.Client, rows: Rows, path: str) -> None:
    text = page(client, f"/calendar/{path}")
    assert "✓ đã thực hiện" in entry(text, rows["premiere"])
    assert "⊘ đã hủy" in entry(text, rows["cancelled"])
    assert "<em" not in entry(text, rows["after"])


@pytest.mark.parametrize("path", ["month/2024-01", "week/2024-01-15", "list/2024-01-19"])
@pytest.mark.parametrize("query", ["", "?channel=KG", "?q=chuyen+muc&kind=premiere"])
def test_what_overlaps_on_a_channel_is_marked(
    client: httpx.Client, rows: Rows, path: str, query: str
) -> None:
    text = page(client, f"/calendar/{path}{query}")
    marked = {name for name in shown(text, rows) if "⚠" in entry(text, rows[name])}
    assert marked == {"long", "within"}
    assert "1 chỗ trùng giờ trên một kênh" in text


def test_it_is_now_between_two_entries_of_today(client: httpx.Client) -> None:
    text = page(client, "/calendar/month/2024-01")
    today = text.partition('data-day="2024-01-17"')[2].partition('data-day="2024-01-18"')[0]
    assert "hôm nay" in today and today.index("17:45") < today.index("Bây giờ 18:00")
    assert "Bây giờ 18:00" not in page(client, "/calendar/month/2024-02")
    assert 'class="now-line d4' in page(client, "/calendar/week/2024-01-15")


def test_days_off_are_marked_with_a_word(client: httpx.Client) -> None:
    text = page(client, "/calendar/month/2024-01")
    assert text.count("<small>ngày nghỉ</small>") == 8


def test_a_week_places_airings_by_the_hours_that_there_are(client: httpx.Client, rows: Rows) -> None:
    text = page(client, "/calendar/week/2024-01-15")
    axis = re.findall(r'<div class="(hour|gap) r(\d+)">([^<]+)<', text)
    assert axis == [
        ("hour", "3", "06:00"),
        ("gap", "15", "07–17"),
        ("hour", "16", "17:00"),
        ("gap", "28", "18–20"),
        ("hour", "29", "20:00"),
    ]
    assert 'class="untimed d3"' in text
    # 17:45 is nine steps of five minutes after the hour, and 12 minutes are three steps.
    assert 'class="cluster d4 r25 s3"' in text
    # Three overlap on 19 January, on two channels: more than fit side by side.
    assert 'class="cluster stacked d6 r29 s6"' in text


def test_a_list_goes_on_page_by_page(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    monkeypatch.setattr("api.pages.calendar.page.PAGE_LENGTH", 5)
    path, seen = "/calendar/list/2024-01-03?lang=en", []
    while path:
        text = page(client, path)
        seen += re.findall(r'<span class="what"><a href="/occurrences/([^?"]+)', text)
        more = re.search(r'class="button first" href="([^"]+)" rel="next"', text)
        path = more[1].replace("&amp;", "&") if more else ""
        assert not path or "lang=en" in path
    assert len(seen) == len(rows) and sorted(seen) == sorted(row.id for row in rows.values())


def test_a_year_counts_what_begins_on_a_day(client: httpx.Client) -> None:
    text = page(client, "/calendar/year/2024")
    days = dict(re.findall(r'data-day="([\d-]+)">\d+ <b>(\d+)</b>', text))
    assert days == {
        "2024-01-01": "1",
        "2024-01-10": "1",
        "2024-01-16": "1",
        "2024-01-17": "1",
        "2024-01-18": "1",
        "2024-01-19": "4",
        "2024-01-25": "1",
        "2024-01-31": "1",
        "2024-02-01": "1",
    }
    assert 'class="day-link q4" href="/calendar/list/2024-01-19"' in text
    cancelled = page(client, "/calendar/year/2024?state=cancelled")
    assert re.findall(r'data-day="([\d-]+)"', cancelled) == ["2024-01-20"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("channel=KG1", {"replay", "elsewhere"}),
        ("kind=window", {"first week", "across"}),
        ("item=3", {"untimed"}),
        ("state=missed", {"missed"}),
        ("q=bao+in", {"first week", "across"}),
        ("outlet=Đài+PT-TH+tỉnh&kind=replay", {"replay"}),
        (f"plan={SLUG}&channel=KG1", {"replay", "elsewhere"}),
        ("plan=unframed", set()),
        ("plan=nix", set()),
    ],
)
def test_filters_narrow_every_view(client: httpx.Client, rows: Rows, query: str, names: set[str]) -> None:
    text = page(client, f"/calendar/month/2024-01?{query}")
    assert shown(text, rows) == names
    assert 'class="chips"' in text
    assert shown(page(client, f"/calendar/list/2024-01-01?{query}"), rows) - {"replay in February"} == names


# --- the frame on other sites ---------------------------------------------------------------


def test_a_plan_that_allows_it_is_shown_in_a_frame(client: httpx.Client) -> None:
    answer = client.get(f"/embed/{SLUG}/month/2024-01?lang=en", headers=BROWSER)
    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200 and "frame-ancestors *" in policy
    assert "script-src" not in policy and "form-action 'none'" in policy
    assert "set-cookie" not in answer.headers and answer.headers["cache-control"] == "public, max-age=300"
    assert "January 2024" in answer.text and '<html lang="en">' in answer.text
    links = set(re.findall(r'<a [^>]*href="([^"]+)"', answer.text))
    assert links == {
        f"/embed/{SLUG}/month/2023-12?lang=en",
        f"/embed/{SLUG}/month?lang=en",
        f"/embed/{SLUG}/month/2024-02?lang=en",
    }
    assert "<form" not in answer.text and "<script" not in answer.text
    assert "Tháng 1 năm 2024" in page(client, f"/embed/{SLUG}/month")


@pytest.mark.parametrize("slug", ["unframed", "nix"])
def test_no_other_plan_is(client: httpx.Client, slug: str) -> None:
    answer = client.get(f"/embed/{slug}/month/2024-01", headers=BROWSER)
    assert answer.status_code == 404
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_every_entry_has_its_items_number_and_its_outlets_letter(client: httpx.Client) -> None:
    for view in ("month/2024-01", "week/2024-01-15"):
        text = page(client, f"/calendar/{view}")
        entries = text.count('<li class="entry')
        assert entries and text.count('<span class="of-item">') == entries
    text = page(client, "/calendar/month/2024-01")
    letters = dict(re.findall(r'<b class="sign (o\d)" aria-hidden="true">([A-Z])</b>', text))
    assert letters == {"o1": "A"} or not letters


def test_paper_says_which_plan_is_filtered_how_and_printed_when(client: httpx.Client) -> None:
    text = page(client, "/calendar/month/2024-01?channel=KG&lang=en")
    head = re.search(r'<div class="paper-head">(.*?)</div>', text, re.DOTALL)
    assert head and "101/KH-UBND" in head[1] and "Only:" in head[1] and "Channel KG" in head[1]
    assert "Printed on Wednesday, 17 January 2024" in head[1]
