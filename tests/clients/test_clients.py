"""Real programs follow a running service: `dev.py test --clients` (docs/feeds.md has what they show)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest

from scheduler.feeds import publication
from scheduler.feeds.document import FORMS, render
from tests.calendars import parsers
from tests.calendars.itip import parts
from tests.calendars.parsers import Dates, expected
from tests.calendars.rows import HEAD, by_start, series_of
from tests.calendars.zones import ZONES, weekly
from tests.clients.house import House
from tests.clients.programs import PATIENCE, Client, Evolution, kcalendarcore, libical, until
from tests.reminders.mails.letters import letter
from tests.reminders.mails.test_itip import mail

pytestmark = pytest.mark.clients
SETTLING = 2  # seconds
READERS = {"libical": libical, "KCalendarCore": kcalendarcore}
FAULTS = {"libical": {("Pacific/Apia", "series")}}


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Callable[[bytes], Dates]]:
    return request.param, READERS[request.param](tmp_path)


def test_libraries_find_the_120_dates_in_both_forms(
    house: House, reader: tuple[str, Callable[[bytes], Dates]]
) -> None:
    for form in FORMS:
        assert parsers.told(reader[1](httpx.get(house.feed(form)).content)) == house.expected()


def test_libraries_read_every_instant_as_zoneinfo(reader: tuple[str, Callable[[bytes], Dates]]) -> None:
    name, read = reader
    wrong = set()
    for zone in ZONES:
        rows = by_start(weekly(zone))
        for form in FORMS:
            document = render(replace(HEAD, timezone=zone), rows, form=form, series=series_of(rows))
            if parsers.told(read(document)) != expected(rows):
                wrong.add((zone, form))
    assert wrong == FAULTS.get(name, set())


@pytest.mark.parametrize("form", FORMS)
def test_what_is_moved_cancelled_and_withdrawn_follows(
    house: House, client: Client, form: str, told: Callable[[str], None]
) -> None:
    client.subscribe(house.feed(form))
    shown = until(client, house.expected())
    assert (len(shown), shown) == (120, house.expected())
    for act in (house.move, house.cancel, house.withdraw):
        act()
        client.refresh()
        wanted = house.expected()
        found = until(client, wanted)
        more, less = Counter(found) - Counter(wanted), Counter(wanted) - Counter(found)
        differs = f"{sum(more.values())} too many, {sum(less.values())} too few"
        told(f"{type(client).__name__}, {form}, {act.__name__}: {len(found)} dates, {differs}")
        assert found == wanted, (act.__name__, more, less)


@pytest.mark.parametrize("status", [500, 503, 404, 410])
def test_trouble_leaves_the_calendar_as_it_was(house: House, client: Client, status: int) -> None:
    client.subscribe(house.feed())
    before = house.expected()
    assert until(client, before) == before
    house.road.instead = (status, b"")
    _asked_again(house, client)
    assert client.dates() == before
    house.road.instead = None
    house.move()
    client.refresh()
    assert until(client, house.expected()) == house.expected()


def test_a_feed_that_cannot_be_made_leaves_the_calendar_as_it_was(
    house: House, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.subscribe(house.feed())
    before = house.expected()
    assert until(client, before) == before
    with monkeypatch.context() as broken:
        broken.setattr(publication, "render", None)
        house.move()
        _asked_again(house, client)
        assert house.road.answered[-1] == 503
        assert client.dates() == before
    client.refresh()
    assert until(client, house.expected()) == house.expected() != before


@pytest.mark.parametrize("body", ["nothing", "half", "page"])
def test_what_a_wrong_body_does_is_told(
    house: House, client: Client, body: str, told: Callable[[str], None]
) -> None:
    """The service never gives one with status 200: this says why."""
    client.subscribe(house.feed())
    before = house.expected()
    assert until(client, before) == before
    whole = httpx.get(house.feed()).content
    bodies = {"nothing": b"", "half": whole[: len(whole) // 2], "page": b"<!doctype html><p>Sign in"}
    house.road.instead = (200, bodies[body])
    _asked_again(house, client)
    left = len(client.dates())
    told(f"{type(client).__name__}: 200 with {body} leaves {left} of 120 dates")
    house.road.instead = None
    _asked_again(house, client)
    told(f"… then, of the feed itself with {house.road.answered[-1]}: {len(client.dates())} of 120")
    house.move()
    client.refresh()
    assert until(client, house.expected()) == house.expected(), "it comes back with the next change"


def test_mails_add_move_and_take_out_the_event(data_server: Evolution) -> None:
    assert data_server.kept() == []
    shown = []
    for kind in ("reminder", "moved", "cancelled"):
        [part] = parts(mail(letter(kind)))
        assert data_server.receive(part.get_content()) is None, kind
        shown.append([start for start, _ in data_server.kept()])
    assert shown == [["2024-04-17T10:45:00+00:00"], ["2024-04-18T10:45:00+00:00"], []]


def _asked_again(house: House, client: Client) -> None:
    """Have it fetch, and wait until it has been answered; when it has taken the answer nothing tells."""
    before, end = len(house.road.answered), monotonic() + PATIENCE
    client.refresh()
    while len(house.road.answered) == before and monotonic() < end:
        sleep(0.05)
    assert len(house.road.answered) > before, "it did not fetch"
    sleep(SETTLING)
