"""Feeds behind tokens over real HTTP: what they show, when they end, who fetched them, what a log says."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import Engine, event, update

from api.masking import MaskKeys, masked
from scheduler.clock import FixedClock
from scheduler.errors import Invalid
from scheduler.feeds import access
from scheduler.feeds.access import Feed, create_feed, feed_address, get_feed, revoke_feed
from scheduler.feeds.visits import Visits
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.occurrences.selection import Selection
from scheduler.store.tables import feed, plan
from tests.api.conftest import NOW
from tests.api.service import running
from tests.calendars.reading import check_lines

PLAN = "kien-giang-2024"


@dataclass
class Office:
    """A service over two plans, one of them private, with its clocks."""

    client: httpx.Client
    engine: Engine
    clock: FixedClock
    machine: list[datetime]

    def at(self) -> datetime:
        return self.machine[0]

    def feed(self, wanted: Selection | None = None, **facts: Any) -> tuple[Feed, str]:
        with transaction(self.engine) as connection:
            made, token = create_feed(
                connection, "Lịch của tôi", wanted or Selection(), machine_time=self.at, **facts
            )
        return made, f"/feeds/{token}.ics"

    def stored(self, feed_id: str) -> Feed:
        with reading(self.engine) as connection:
            return get_feed(connection, feed_id)


@pytest.fixture
def office(filled_sqlite: Engine, tmp_path: Path) -> Iterator[Office]:
    path = tmp_path / "airslot.db"
    # A copy of the file alone would lack what still stands in its write-ahead log.
    with (
        closing(sqlite3.connect(str(filled_sqlite.url.database))) as source,
        closing(sqlite3.connect(path)) as target,
    ):
        source.backup(target)
    engine = open_engine(f"sqlite:///{path}")
    machine = [datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)]
    clock = FixedClock(NOW)
    with running(engine, clock, lambda: machine[0]) as service:
        yield Office(service.client, engine, clock, machine)
    engine.dispose()


def events(answer: httpx.Response) -> list[Any]:
    assert answer.status_code == 200, answer.text
    check_lines(answer.content)
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def last_day(row: Occurrence) -> date:
    """The day by which a row belongs to a range: of a window its end, else its start."""
    day = row.end if row.kind == "window" and row.end is not None else row.start
    return day.date() if isinstance(day, datetime) else day


# --- what it shows ----------------------------------------------------------------------------


def test_a_feed_shows_all_plans_around_today(office: Office) -> None:
    _, address = office.feed()
    found = events(office.client.get(address))
    plans = {str(one["DESCRIPTION"]).split("\n")[1] for one in found}
    assert plans == {"Kế hoạch: Kế hoạch truyền thông cải cách hành chính tỉnh Kiên Giang năm 2024"}
    assert len({str(one["UID"]) for one in found}) == len(found)
    first = NOW.date() - timedelta(days=30)
    with reading(office.engine) as connection:
        rows = [row for slug in (PLAN, "private-2024") for row in plan_occurrences(connection, slug)]
    assert {str(one["UID"]) for one in found} == {row.uid for row in rows if last_day(row) >= first}
    assert len(found) < len(rows)


def test_the_filter_is_behind_the_token(office: Office) -> None:
    _, address = office.feed(Selection(plans=(PLAN,), items=("2.2",), kinds=("premiere",)))
    found = events(office.client.get(address))
    assert {str(one["X-AIRSLOT-ITEM"]) for one in found} == {"2.2"}
    assert {str(one["X-AIRSLOT-KIND"]) for one in found} == {"premiere"}
    whole = events(office.client.get(f"/plans/{PLAN}.ics"))
    by_uid = {str(one["UID"]): one.to_ical() for one in whole}
    assert all(by_uid[str(one["UID"])] == one.to_ical() for one in found)


def test_what_other_programs_hang_on_to_the_address_changes_nothing(office: Office) -> None:
    _, address = office.feed()
    assert (
        office.client.get(f"{address}?utm_source=mail&_=1&lang=en").content
        == office.client.get(f"{address}?lang=en").content
    )
    assert office.client.get(f"{address}?utm_source=mail&form=series").status_code == 400


def test_the_range_is_a_setting(office: Office) -> None:
    _, address = office.feed(Selection(plans=(PLAN,)))
    token = address[len("/feeds/") : -len(".ics")]
    with running(office.engine, office.clock, office.at, feed_past_days=0, feed_future_days=10) as narrow:
        few = events(narrow.client.get(f"/feeds/{token}.ics"))
    assert 0 < len(few) < len(events(office.client.get(address)))


def test_the_content_moves_on_with_the_day(office: Office) -> None:
    _, address = office.feed(Selection(plans=(PLAN,)))
    before = office.client.get(address)
    later = FixedClock(NOW + timedelta(days=120))
    with running(office.engine, later, lambda: office.machine[0] + timedelta(days=120)) as service:
        after = service.client.get(address, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.headers["last-modified"] != before.headers["last-modified"]


def test_a_feed_brings_its_alarms_and_language(office: Office) -> None:
    _, address = office.feed(Selection(items=("2.2",)), alarms="P1D,PT2H", language="en")
    one = events(office.client.get(address))[0]
    assert [alarm["TRIGGER"].to_ical() for alarm in one.walk("VALARM")] == [b"-P1D", b"-PT2H"]
    assert "Channel: KG" in str(one["DESCRIPTION"])
    other = events(office.client.get(address, params={"alarms": "PT1H", "lang": "vi"}))[0]
    assert [alarm["TRIGGER"].to_ical() for alarm in other.walk("VALARM")] == [b"-PT1H"]
    assert "Kênh: KG" in str(other["DESCRIPTION"])


def test_a_subscribers_feed_follows_their_filter(office: Office) -> None:
    with transaction(office.engine) as connection:
        wanted = Subscription("a@example.org", filter=Selection(items=("2.2",)))
        found, _ = subscribers.add(connection, wanted, machine_time=office.at, confirmed=True)
    made, address = office.feed(subscriber_id=found.id)
    assert {str(one["X-AIRSLOT-ITEM"]) for one in events(office.client.get(address))} == {"2.2"}
    with transaction(office.engine) as connection:
        wanted = Subscription("a@example.org", filter=Selection(items=("2.1",)))
        subscribers.update(connection, found.id, wanted, machine_time=office.at)
    assert {str(one["X-AIRSLOT-ITEM"]) for one in events(office.client.get(address))} == {"2.1"}
    assert office.stored(made.id).subscriber == "a@example.org"
    with transaction(office.engine) as connection:
        subscribers.delete(connection, found.id, machine_time=office.at)
    assert office.client.get(address).status_code == 404


def test_plans_of_several_zones_bring_each_zone(office: Office) -> None:
    with transaction(office.engine) as connection:
        other = update(plan).where(plan.c.slug == "private-2024")
        connection.execute(other.values(timezone="Europe/Berlin", revision=plan.c.revision + 1))
    _, address = office.feed()
    answer = office.client.get(address)
    calendar = Calendar.from_ical(answer.content)
    zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
    assert zones == ["Asia/Ho_Chi_Minh", "Europe/Berlin"]
    used = {one["DTSTART"].params.get("TZID") for one in events(answer)} - {None}
    assert used == set(zones)


# --- the laws of HTTP -------------------------------------------------------------------------


def test_headers_are_those_of_every_feed(office: Office) -> None:
    _, address = office.feed()
    answer = office.client.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, max-age=300"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in answer.headers
    head = office.client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == answer.headers["etag"]
    held = {"If-None-Match": answer.headers["etag"]}
    again = office.client.get(address, headers=held)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["last-modified"] == answer.headers["last-modified"]


def test_a_change_in_a_plan_moves_both_validators(office: Office) -> None:
    _, address = office.feed()
    before = office.client.get(address).headers
    office.machine[0] += timedelta(hours=1)
    with transaction(office.engine) as connection:
        wrote = office.at() - timedelta(seconds=5)
        connection.execute(update(plan).values(title="Khác", revision=99, updated_at=wrote))
    after = office.client.get(address, headers={"If-None-Match": before["etag"]})
    assert after.status_code == 200
    assert after.headers["etag"] != before["etag"]
    assert parsedate_to_datetime(after.headers["last-modified"]) == wrote


def test_a_poll_for_nothing_new_reads_two_rows_of_the_database(office: Office) -> None:
    _, address = office.feed()
    tag = office.client.get(address).headers["etag"]
    statements: list[str] = []
    event.listen(office.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    assert office.client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert len([one for one in statements if one.startswith("SELECT")]) == 2


@pytest.mark.parametrize("token", ["x", "0" * 200, "%C3%A9", "..", "a%00b", "-"])
def test_an_unknown_token_is_404_and_never_a_calendar(office: Office, token: str) -> None:
    answer = office.client.get(f"/feeds/{token}.ics")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_revoked_feed_is_gone(office: Office) -> None:
    made, address = office.feed()
    with transaction(office.engine) as connection:
        first = revoke_feed(connection, made.id, machine_time=office.at)
        again = revoke_feed(connection, made.id, machine_time=lambda: office.at() + timedelta(days=1))
    answer = office.client.get(address)
    assert (answer.status_code, answer.json()["code"]) == (410, "feed-revoked")
    assert answer.headers["x-robots-tag"] == "noindex"
    assert first.revoked_at == again.revoked_at == office.at()


def test_a_parameter_of_other_feeds_is_refused(office: Office) -> None:
    _, address = office.feed()
    answer = office.client.get(address, params={"form": "series", "plan": PLAN})
    assert answer.status_code == 400
    assert [wrong["parameter"] for wrong in answer.json()["errors"]] == ["form", "plan"]


# --- the key ----------------------------------------------------------------------------------


def test_the_key_is_random_and_only_its_hash_is_stored(office: Office) -> None:
    keys = {office.feed()[1] for _ in range(3)}
    assert len(keys) == 3
    assert all(len(key) - len("/feeds/.ics") >= 32 for key in keys)
    with reading(office.engine) as connection:
        stored = str(connection.execute(feed.select()).all())
    assert not any(key[len("/feeds/") : -4] in stored for key in keys)


def test_an_address_that_google_would_not_read_is_refused() -> None:
    with pytest.raises(Invalid, match="AIRSLOT_PUBLIC_URL"):
        feed_address("https://lich.example.org/" + "a" * 250, "x" * 32)


def test_a_label_is_one_line(office: Office) -> None:
    for label in ("", " ", "a\nb", "a" * 121):
        with pytest.raises(Invalid), transaction(office.engine) as connection:
            create_feed(connection, label, machine_time=office.at)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("/feeds/abcdefghijkl.ics?lang=vi", "/feeds/abcd….ics?lang=vi"),
        ("/unsubscribe/0123456789.xyz", "/unsubscribe/0123…"),
        ("/confirm/0123456789.xyz?lang=en", "/confirm/0123…?lang=en"),
        ("/api/v1/subscriptions/0123456789.x/data", "/api/v1/subscriptions/0123…/data"),
        ("/plans/kien-giang-2024.ics", "/plans/kien-giang-2024.ics"),
    ],
)
def test_a_log_tells_no_key(said: str, kept: str) -> None:
    assert masked(said) == kept
    record = logging.LogRecord("uvicorn.access", 20, "", 1, '%s "GET %s"', ("127.0.0.1", said), None)
    assert MaskKeys().filter(record)
    assert record.getMessage() == f'127.0.0.1 "GET {kept}"'


def test_the_access_log_of_a_running_service_is_masked(office: Office) -> None:
    assert any(isinstance(each, MaskKeys) for each in logging.getLogger("uvicorn.access").filters)


# --- who fetched it ---------------------------------------------------------------------------


def test_the_owner_sees_when_and_by_what_it_was_last_fetched(office: Office) -> None:
    made, address = office.feed()
    assert made.last_fetched_at is None
    # The note is written after the answer; a service that has ended has written it.
    with running(office.engine, office.clock, office.at) as service:
        agent = "Kalender/1.0 " + "x" * 300
        assert service.client.get(address, headers={"User-Agent": agent}).status_code == 200
    seen = office.stored(made.id)
    assert seen.last_fetched_at == office.at()
    assert seen.last_fetched_by is not None
    assert seen.last_fetched_by.startswith("Kalender/1.0 x")
    assert len(seen.last_fetched_by) == access.LONGEST_AGENT


def test_fetches_are_written_once_a_minute_and_at_the_end(office: Office) -> None:
    made, _ = office.feed()
    visits, start = Visits(office.engine), office.at()
    written = []
    for second in (0, 20, 40, 61, 80):
        visits.note(made.id, start + timedelta(seconds=second), f"reader {second}")
        seen = office.stored(made.id).last_fetched_at
        assert seen is not None
        written.append(int((seen - start).total_seconds()))
    assert written == [0, 0, 0, 61, 61]
    visits.flush()
    assert office.stored(made.id).last_fetched_by == "reader 80"


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "OVERDUE: its day is over"), ("vi", "QUÁ HẠN: đã qua ngày")]
)
def test_what_is_overdue_is_said_only_where_a_person_asks_for_it(
    office: Office, lang: str, words: str
) -> None:
    _, path = office.feed(Selection(plans=(PLAN,)))

    def told(asked: str) -> set[date]:
        events = Calendar.from_ical(office.client.get(f"{path}?lang={lang}{asked}").content).walk("VEVENT")
        said = [event for event in events if words in event["DESCRIPTION"]]
        return {
            getattr(event.decoded("DTSTART"), "date", lambda e=event: e.decoded("DTSTART"))()
            for event in said
        }

    assert told("") == told("&overdue=false") == set()
    days = told("&overdue=true")
    assert days and max(days) < office.clock.now().date()
    office.clock.move_to(office.clock.now() + timedelta(days=60))
    assert max(told("&overdue=true")) > max(days)
    assert office.client.get(f"{path}?overdue=yes").status_code == 400
