"""A feed tells no more than its maker may see when it is fetched, and says so where it tells less."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import event, update

from scheduler.accounts import people
from scheduler.accounts.person import Person
from scheduler.clock import FixedClock
from scheduler.feeds.access import create_feed, get_feed
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.selection import Selection
from scheduler.store.tables import plan
from tests.api.service import Service, running
from tests.calendars.reading import check_lines
from tests.conftest import PLAN_TIME
from tests.desk.conftest import offices  # noqa: F401 - a fixture
from tests.desk.samples import OFFICE, OTHER_OFFICE, OTHERS, OWN, Offices

BOTH = Selection(plans=(OWN, OTHERS))


@contextmanager
def served(offices: Offices, days: int = 0) -> Iterator[Service]:  # noqa: F811 - the fixture's value
    """The service, so many days later, on both clocks."""
    later = timedelta(days=days)
    at = offices.machine_time() + later
    with running(offices.engine, FixedClock(PLAN_TIME + later), lambda: at) as service:
        yield service


@pytest.fixture
def service(offices: Offices) -> Iterator[Service]:  # noqa: F811
    with served(offices) as found:
        yield found


@pytest.fixture
def maker(offices: Offices) -> Person:  # noqa: F811
    """A viewer of both offices."""
    with transaction(offices.engine) as connection:
        for office in (OFFICE, OTHER_OFFICE):
            found = people.add_person(
                connection,
                "an@example.org",
                "viewer",
                office_id=offices.ids[office],
                machine_time=offices.machine_time,
            )
    return found


@pytest.fixture
def desk(offices: Offices) -> Offices:  # noqa: F811
    """An administrator of each office stays, whoever leaves."""
    with transaction(offices.engine) as connection:
        for number, office in enumerate(offices.ids.values()):
            people.add_person(
                connection,
                f"admin{number}@example.org",
                "admin",
                office_id=office,
                machine_time=offices.machine_time,
            )
    return offices


def make(desk: Offices, maker: Person | None, wanted: Selection, **facts: Any) -> tuple[str, str]:
    """A feed made in the first office; its id and address."""
    own: dict[str, Any] = {} if maker is None else {"person_id": maker.id, "office_id": desk.ids[OFFICE]}
    with transaction(desk.engine) as connection:
        made, token = create_feed(
            connection, "Lịch của An", wanted, machine_time=desk.machine_time, **own, **facts
        )
    return made.id, f"/feeds/{token}.ics"


def read(answer: httpx.Response) -> tuple[set[str], list[Any]]:
    """The UIDs of dates, and the notices."""
    assert answer.status_code == 200, answer.text
    check_lines(answer.content)
    found = list(Calendar.from_ical(answer.content).walk("VEVENT"))
    dates = {str(one["UID"]) for one in found if "X-AIRSLOT-KIND" in one}
    return dates, [one for one in found if "X-AIRSLOT-KIND" not in one]


def uids(desk: Offices, *slugs: str) -> set[str]:
    """What the feed's range holds of the plans."""
    first = PLAN_TIME.date() - timedelta(days=30)
    return {
        row.uid
        for slug in slugs
        for row in desk.rows(slug)
        if (row.end if row.kind == "window" and row.end else row.starts_at.date()) >= first
    }


def leave(desk: Offices, maker: Person) -> None:
    with transaction(desk.engine) as connection:
        people.remove_person(connection, maker.id, desk.ids[OFFICE])


def close(desk: Offices, maker: Person, active: bool = False) -> None:
    with transaction(desk.engine) as connection:
        people.change_person(
            connection,
            maker.id,
            office_id=desk.ids[OTHER_OFFICE],
            active=active,
            machine_time=desk.machine_time,
        )


def test_who_leaves_the_office_is_told_of_its_private_plan_no_more(
    desk: Offices, maker: Person, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    made, address = make(desk, maker, BOTH)
    before = service.client.get(address)
    assert read(before) == (uids(desk, OWN, OTHERS), [])
    leave(desk, maker)
    stale = {"If-None-Match": before.headers["etag"], "If-Modified-Since": before.headers["last-modified"]}
    with caplog.at_level(logging.WARNING, "airslot.feeds"):
        after = service.client.get(address, headers=stale)
        dates, notices = read(after)
        assert (
            service.client.get(address, headers={"If-None-Match": after.headers["etag"]}).status_code == 304
        )
        by_date = {"If-Modified-Since": before.headers["last-modified"]}
        assert service.client.get(address, headers=by_date).status_code == 200
    assert dates == uids(desk, OTHERS)
    (notice,) = notices
    assert str(notice["SUMMARY"]) == "Lịch này không còn hiện đủ các kế hoạch"
    assert notice["DTSTART"].dt == date(2024, 4, 2) and str(notice["TRANSP"]) == "TRANSPARENT"
    # Nothing of what is not for them: neither the plan's name nor, as if it were called off, its dates.
    for word in (OWN, "Phát sóng 2024", "CANCELLED"):
        assert word not in after.text
    told = [record.getMessage() for record in caplog.records if made in record.getMessage()]
    assert len(told) == 1 and OWN in told[0]
    with reading(desk.engine) as connection:
        found = get_feed(connection, made)
    assert (found.hidden, found.narrowed_on) == ((OWN,), date(2024, 4, 2))


def test_a_poll_costs_two_rows_as_before(desk: Offices, maker: Person, service: Service) -> None:
    _, address = make(desk, maker, BOTH)
    leave(desk, maker)
    tag = service.client.get(address).headers["etag"]
    asked: list[str] = []
    event.listen(desk.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert service.client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert len([one for one in asked if one.startswith("SELECT")]) == 2
    assert not [one for one in asked if "hidden=" in one]


def test_the_notice_goes_after_a_month_and_the_rest_stays(desk: Offices, maker: Person) -> None:
    _, address = make(desk, maker, BOTH)
    leave(desk, maker)
    with served(desk) as service:
        assert len(read(service.client.get(address))[1]) == 1
    with served(desk, days=30) as service:
        assert len(read(service.client.get(address))[1]) == 1
    with served(desk, days=31) as service:
        dates, notices = read(service.client.get(address))
    assert dates and notices == []


def test_a_feed_of_which_nothing_is_left_says_so_and_then_ends(desk: Offices, maker: Person) -> None:
    _, address = make(desk, maker, Selection(plans=(OWN,)), language="en")
    leave(desk, maker)
    with served(desk) as service:
        dates, (notice,) = read(service.client.get(address))
    assert (dates, str(notice["SUMMARY"])) == (set(), "This calendar has ended")
    with served(desk, days=31) as service:
        ended = service.client.get(address)
        assert (ended.status_code, ended.json()["code"]) == (410, "feed-ended")
        # Back in the office: the same dates under the same identity.
        with transaction(desk.engine) as connection:
            people.add_person(
                connection,
                maker.email,
                "viewer",
                office_id=desk.ids[OFFICE],
                machine_time=desk.machine_time,
            )
        dates, notices = read(service.client.get(address))
    assert dates and dates <= {row.uid for row in desk.rows(OWN)} and notices == []


def test_the_feed_of_a_closed_account_ends_with_all_its_plans(
    desk: Offices, maker: Person, service: Service
) -> None:
    _, address = make(desk, maker, BOTH)
    whole = read(service.client.get(address))
    close(desk, maker)
    dates, notices = read(service.client.get(address))
    assert (dates, len(notices)) == (set(), 1)
    with served(desk, days=31) as later:
        assert later.client.get(address).status_code == 410
    close(desk, maker, active=True)
    assert read(service.client.get(address)) == whole


def test_a_removed_account_is_a_closed_one(desk: Offices, maker: Person, service: Service) -> None:
    _, address = make(desk, maker, BOTH)
    with transaction(desk.engine) as connection:
        for office in desk.ids.values():
            people.remove_person(connection, maker.id, office)
    dates, notices = read(service.client.get(address))
    assert (dates, [str(one["SUMMARY"]) for one in notices]) == (set(), ["Lịch này đã ngừng"])


def test_another_offices_plan_that_turns_private_goes(desk: Offices, maker: Person, service: Service) -> None:
    _, address = make(desk, maker, BOTH)
    with transaction(desk.engine) as connection:
        connection.execute(update(plan).where(plan.c.slug == OTHERS).values(public=False))
    dates, notices = read(service.client.get(address))
    assert (dates, len(notices)) == (uids(desk, OWN), 1)
    with transaction(desk.engine) as connection:
        connection.execute(update(plan).where(plan.c.slug == OTHERS).values(public=True))
    assert read(service.client.get(address)) == (uids(desk, OWN, OTHERS), [])


def test_a_subscribers_feed_tells_what_their_office_may(desk: Offices, service: Service) -> None:
    with transaction(desk.engine) as connection:
        reader, _ = subscribers.add(
            connection,
            Subscription("doc@example.org"),
            machine_time=desk.machine_time,
            now=PLAN_TIME,
            secret=b"secret",
            office_id=desk.ids[OTHER_OFFICE],
        )
    _, address = make(desk, None, Selection(), subscriber_id=reader.id)
    assert read(service.client.get(address)) == (uids(desk, OTHERS), [])
    # One made at the command line tells every plan: the operating system has asked who that is.
    _, whole = make(desk, None, Selection())
    assert read(service.client.get(whole)) == (uids(desk, OWN, OTHERS), [])
