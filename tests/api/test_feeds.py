"""Feeds over real HTTP: what calendar programs depend on, and that no fault looks like a calendar."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy import Engine, event

from scheduler.clock import FixedClock
from scheduler.feeds import document, publication
from scheduler.store.engine import open_engine, transaction
from scheduler.store.insertion import insert_rows
from scheduler.store.plan_rows import add_items, bump_plan, save_outlets, save_plan
from scheduler.store.plans import Item, Outlet, Plan, get_plan
from scheduler.store.rows import OccurrenceRow, delete_rows, get_row, replace_rows
from tests.api.service import running
from tests.calendars.reading import check_lines, expanded, listed

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PLAN_TIME = datetime.fromisoformat("2024-04-02T08:00+07:00")
FEED = "/plans/phat-song-2024.ics"
STATION = "Đài PT-TH"


@dataclass
class Office:
    """A service over a small plan, with its clocks and a way to change what is stored."""

    client: httpx.Client
    engine: Engine
    clock: FixedClock
    machine: list[datetime]
    statements: list[str]
    plan_id: int

    def change(self, do: Callable[[Any, datetime], object]) -> None:
        """One transaction that changes occurrences, as planning makes it."""
        with transaction(self.engine) as connection:
            do(connection, self.machine[0])
            bump_plan(connection, self.plan_id, self.machine[0])

    def move(self, number: int, to: datetime) -> None:
        """Move an airing."""

        def do(connection: Any, at: datetime) -> None:
            row = get_row(connection, f"occ_{number}")
            assert row is not None
            end = to + timedelta(minutes=12)
            replace_rows(connection, [row.changed(start=to, end=end, revision=row.revision)], ZONE, at)

        self.change(do)


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[Office]:
    path = tmp_path / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    machine = [datetime(2026, 1, 5, 3, 4, 5, 600, tzinfo=UTC)]
    plan_id = _fill(engine, machine[0])
    statements: list[str] = []
    clock = FixedClock(PLAN_TIME)
    with running(engine, clock, lambda: machine[0]) as service:
        event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
        yield Office(service.client, engine, clock, machine, statements, plan_id)
    engine.dispose()


def _fill(engine: Engine, at: datetime) -> int:
    with transaction(engine) as connection:
        facts = {"office": "Sở", "year": 2024, "first_day": date(2024, 1, 1), "last_day": date(2024, 12, 31)}
        plan = save_plan(connection, Plan("phat-song-2024", "Phát sóng 2024", public=True, **facts), at)  # type: ignore[arg-type]
        save_plan(connection, Plan("noi-bo", "Nội bộ", public=False, **facts), at)  # type: ignore[arg-type]
        save_outlets(connection, "Sở", [Outlet(STATION)], at)
        items = add_items(connection, plan.id, [Item("2.2", "Chuyên mục", 1, outlet=STATION)], at)
        rows = [_airing(number, plan.id, items["2.2"]) for number in range(24)]
        insert_rows(connection, rows, ZONE, at)
        return plan.id


def _airing(number: int, plan_id: int, item_id: int) -> OccurrenceRow:
    start = datetime(2024, 1, 3, 17, 45) + timedelta(days=7 * number)
    return OccurrenceRow(
        id=f"occ_{number}",
        uid=f"{number}@airslot.example",
        plan_id=plan_id,
        item_id=item_id,
        slot="1",
        period=f"{start:%Y-%m-%d}",
        kind="premiere",
        start=start,
        end=start + timedelta(minutes=12),
        minutes=12,
        channel="KG",
    )


# --- a calendar -------------------------------------------------------------------------------


def test_feed_is_a_calendar_with_the_headers_that_clients_need(office: Office) -> None:
    answer = office.client.get(FEED, headers={"Accept-Encoding": "identity"})
    assert answer.status_code == 200
    headers = answer.headers
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["content-length"] == str(len(answer.content))
    assert headers["content-disposition"] == 'inline; filename="phat-song-2024.ics"'
    assert headers["cache-control"] == "private, max-age=300"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex"
    assert "accept-encoding" in headers["vary"].lower()
    assert headers["last-modified"] == "Mon, 05 Jan 2026 03:04:05 GMT"
    assert headers["etag"].startswith('"')
    assert "set-cookie" not in headers
    check_lines(answer.content)
    assert sum(listed(answer.content).values()) == 24


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


# --- asking again -----------------------------------------------------------------------------


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
    office.change(lambda connection, at: delete_rows(connection, ["occ_23"]))
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


# --- codings ----------------------------------------------------------------------------------


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


@pytest.mark.parametrize("accepted", ["identity;q=0", "*;q=0", "br, identity;q=0, gzip;q=0"])
def test_request_that_takes_no_coding_of_ours_is_told_so(office: Office, accepted: str) -> None:
    assert_problem(office.client.get(FEED, headers={"Accept-Encoding": accepted}), 406)


# --- never 200 with a wrong body ----------------------------------------------------------------


def assert_problem(answer: httpx.Response, status: int) -> None:
    """A problem document: no page, no calendar, nothing that a client would take for a feed."""
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == status
    assert answer.headers["cache-control"] == "no-store"
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/plans/noi-bo.ics",
        "/plans/none.ics",
        "/plans/.ics",
        "/plans/%00.ics",
        f"/plans/{'a' * 300}.ics",
        "/plans/ệ.ics",
    ],
)
def test_plan_that_is_not_public_or_not_there_is_not_found(office: Office, path: str) -> None:
    assert_problem(office.client.get(path, headers={"Accept": "text/html"}), 404)


def test_private_plan_is_refused_in_the_words_for_one_that_is_not_there(office: Office) -> None:
    private, none = office.client.get("/plans/noi-bo.ics").json(), office.client.get("/plans/none.ics").json()
    assert {k: v for k, v in private.items() if k != "detail"} == {
        k: v for k, v in none.items() if k != "detail"
    }
    assert private["detail"].replace("noi-bo", "none") == none["detail"]


def test_plan_that_stops_being_public_is_gone_at_once(office: Office) -> None:
    held = {"If-None-Match": office.client.get(FEED).headers["etag"]}
    with transaction(office.engine) as connection:
        plan = get_plan(connection, "phat-song-2024")
        facts = {
            name: getattr(plan, name) for name in ("slug", "title", "office", "year", "first_day", "last_day")
        }
        save_plan(connection, Plan(public=False, **facts), office.machine[0])
    assert_problem(office.client.get(FEED, headers=held), 404)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("form=list", "form"),
        ("form=", "form"),
        ("form=series&form=expanded", "form"),
        ("from=2024-01-01", "from"),
        ("alarms=soon", "alarms"),
        ("alarms=P", "alarms"),
        ("alarms=PT", "alarms"),
        ("alarms=PT0M", "alarms"),
        ("alarms=P29D", "alarms"),
        ("alarms=-P1D", "alarms"),
        ("alarms=P1D,", "alarms"),
        ("alarms=P1D,P2D,P3D,P4D,P5D,P6D", "alarms"),
        ("alarms=%D9%A1", "alarms"),
        ("lang=fr", "lang"),
    ],
)
def test_unknown_parameter_or_value_is_refused_by_name(office: Office, query: str, parameter: str) -> None:
    answer = office.client.get(f"{FEED}?{query}")
    assert_problem(answer, 400)
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


def test_all_wrong_parameters_are_told_at_once(office: Office) -> None:
    answer = office.client.get(f"{FEED}?form=x&alarms=y&z=1")
    assert {error["parameter"] for error in answer.json()["errors"]} == {"form", "alarms", "z"}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_feed_is_only_read(office: Office, method: str) -> None:
    assert_problem(office.client.request(method, FEED), 405)


def test_slash_at_the_end_does_not_redirect(office: Office) -> None:
    assert office.client.get(FEED + "/").status_code == 404


def test_database_that_breaks_off_between_rows_is_unavailable(office: Office) -> None:
    def break_off(*call: Any) -> None:
        if "occurrence" in call[2]:
            raise OSError("the disk is gone")

    event.listen(office.engine, "before_cursor_execute", break_off)
    for method in ("GET", "HEAD"):
        answer = office.client.request(method, FEED)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
    assert_problem(office.client.get(FEED), 503)
    event.remove(office.engine, "before_cursor_execute", break_off)
    assert office.client.get(FEED).status_code == 200


def test_database_that_is_gone_is_unavailable_and_tells_no_path(office: Office, tmp_path: Path) -> None:
    assert office.client.get(FEED).status_code == 200
    office.engine.dispose()
    for part in tmp_path.glob("airslot.db*"):
        part.rename(part.with_name("away-" + part.name))
    answer = office.client.get(FEED)
    assert_problem(answer, 503)
    assert int(answer.headers["retry-after"]) > 0
    assert str(tmp_path) not in answer.text


def test_error_while_rendering_is_unavailable_and_nothing_of_it_is_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> bytes:
        raise RuntimeError("in the middle of an event")

    with monkeypatch.context() as patched:
        patched.setattr(publication, "render", fail)
        answer = office.client.get(FEED)
        assert_problem(answer, 503)
        assert "in the middle" not in answer.text
    assert sum(listed(office.client.get(FEED).content).values()) == 24
