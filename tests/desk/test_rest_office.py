"""An office's people, subscribers and reminders over REST, and readers who are told of a move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select, update

from scheduler.accounts.people import accept
from scheduler.day_off import DayOff
from scheduler.planning.office_calendar.office_days import enter_day_off
from scheduler.reminders.outbox import notices
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.store.database.engine import transaction
from scheduler.store.tables import reminder, subscriber
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OFFICE, OTHER_OFFICE, OTHERS, OWN, Offices


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def ok(answer: httpx.Response, status: int = 200) -> Any:
    assert answer.status_code == status, answer.text
    return answer.json()


def test_the_office_manages_its_people(doors: Doors) -> None:
    asked = {"email": "Moi@example.org", "role": "editor", "outlets": ["Báo"]}
    one = ok(doors.ask("admin", "POST", "/people", json=asked), 201)
    assert (one["email"], one["outlets"], one["active"]) == ("moi@example.org", ["Báo"], True)
    assert doors.ask("admin", "POST", "/people", json=asked).status_code == 409
    changed = ok(doors.ask("admin", "PATCH", f"/people/{one['id']}", json={"role": "manager", "outlets": []}))
    assert changed["role"] == "manager"
    assert doors.offices.log()[0].after == {"role": "manager", "outlets": []}
    assert doors.ask("other", "DELETE", f"/people/{one['id']}").status_code == 404
    # Shared with another office: neither may shut them out of the other.
    ok(doors.ask("other", "POST", "/people", json={"email": "moi@example.org", "role": "viewer"}), 201)
    with transaction(doors.offices.engine) as connection:
        for office_id in doors.offices.ids.values():
            accept(connection, one["id"], office_id, machine_time=doors.offices.machine_time)
    shut = doors.ask("admin", "PATCH", f"/people/{one['id']}", json={"active": False})
    assert (shut.status_code, shut.json()["code"]) == (409, "person-shared")
    assert doors.ask("admin", "DELETE", f"/people/{one['id']}").status_code == 204
    here = {each["email"] for each in ok(doors.ask("admin", "GET", "/people"))["items"]}
    there = {each["email"]: each["role"] for each in ok(doors.ask("other", "GET", "/people"))["items"]}
    assert "moi@example.org" not in here and there["moi@example.org"] == "viewer"


def test_each_office_has_its_own_subscribers(doors: Doors) -> None:
    same = {
        "email": "nguoi.nhan@example.org",
        "filters": {"plans": [OTHERS]},
        "quiet_from": "21:00",
        "quiet_until": "06:00",
    }
    here = ok(doors.ask("manager", "POST", "/subscribers", json=same), 201)
    there = ok(doors.ask("other", "POST", "/subscribers", json=same), 201)
    assert here["id"] != there["id"] and here["state"] == "pending" and here["quiet_from"] == "21:00"
    assert [one["id"] for one in ok(doors.ask("manager", "GET", "/subscribers"))["items"]] == [here["id"]]
    path = f"/subscribers/{here['id']}"
    assert doors.ask("other", "GET", path).status_code == 404
    assert doors.ask("other", "PATCH", path, json={"notices": False}).status_code == 404
    changed = doors.ask("manager", "PATCH", path, json={"leads": ["PT2H"]}, headers={"If-Match": '"1"'})
    assert ok(changed)["leads"] == ["PT2H"] and changed.headers["etag"] == '"2"'
    assert (
        doors.ask("manager", "PATCH", path, json={"notices": False}, headers={"If-Match": '"1"'}).status_code
        == 412
    )
    hidden = doors.ask(
        "other", "POST", "/subscribers", json={"email": "b@example.org", "filters": {"plans": [OWN]}}
    )
    assert hidden.status_code == 422
    assert "nguoi.nhan" not in str(doors.offices.log())
    assert doors.ask("manager", "DELETE", path).status_code == 204
    assert ok(doors.ask("other", "GET", "/subscribers"))["items"] == [there]


def test_the_reminder_log_is_of_ones_own_office(doors: Doors) -> None:
    told(doors, doors.offices.row("2024-04-17").id)
    assert len(ok(doors.ask("manager", "GET", "/reminders"))["items"]) == 1
    assert ok(doors.ask("other", "GET", "/reminders"))["items"] == []
    about = {"subscriber": "nguoi.nhan@example.org", "occurrence": doors.offices.row("2024-04-17").id}
    assert ok(doors.ask("manager", "GET", "/reminders/log", params=about))["messages"]
    assert doors.ask("other", "GET", "/reminders/log", params=about).status_code == 404
    with transaction(doors.offices.engine) as connection:
        connection.execute(update(reminder).values(state="unknown"))
        row_id = connection.scalar(select(reminder.c.id))
    decision = f"/reminders/{row_id}/decision"
    assert doors.ask("other", "POST", decision, json={"arrived": True}).status_code == 404
    assert ok(doors.ask("manager", "POST", decision, json={"arrived": True}))["state"] == "accepted"
    assert doors.offices.log()[0].action == "decide"


def told(doors: Doors, occurrence_id: str) -> None:
    """Somebody of the office has been sent a reminder of it."""
    offices = doors.offices
    about, at = offices.row("2024-04-17"), offices.machine_time()
    with transaction(offices.engine) as connection:
        found, _ = subscribers.add(
            connection,
            Subscription("nguoi.nhan@example.org"),
            machine_time=offices.machine_time,
            confirmed=True,
            office_id=offices.ids["Sở Nội vụ"],
        )
        connection.execute(
            reminder.insert().values(
                subscriber_id=found.id,
                what="reminder",
                subject_kind="occurrence",
                subject=occurrence_id,
                lead="P15D",
                target_start=about.starts_at,
                state="accepted",
                due_at=offices.clock.now(),
                useful_until=about.starts_at,
                sent_at=offices.clock.now(),
                occurrence_sequence=0,
                facts=notices.told_facts(about),
                attempts=1,
                created_at=at,
                updated_at=at,
            )
        )


def test_after_a_move_the_feed_says_so_and_a_notice_is_owed(doors: Doors) -> None:
    one = doors.offices.row("2024-04-17")
    told(doors, one.id)
    ok(doors.ask("manager", "PATCH", f"/plans/{OWN}", json={"public": True}))
    feed = doors.service.client.get(f"/plans/{OWN}.ics")
    assert feed.status_code == 200
    move = {"start": "2024-04-18T09:00"}
    shown = ok(doors.ask("station", "PATCH", f"/occurrences/{one.id}", json=move | {"dry_run": True}))
    assert shown["preview"]["notices"] == 1
    ok(doors.ask("station", "PATCH", f"/occurrences/{one.id}", json=move))
    after = doors.service.client.get(f"/plans/{OWN}.ics", headers={"If-None-Match": feed.headers["etag"]})
    assert after.status_code == 200
    [event] = [
        part for part in after.text.split("BEGIN:VEVENT") if f"UID:{one.uid}" in part.replace("\r\n ", "")
    ]
    assert "SEQUENCE:1" in event and "20240418T090000" in event
    with transaction(doors.offices.engine) as connection:
        found = notices.read(connection, doors.offices.clock.now(), timedelta(minutes=5), frozenset())
        assert notices.write(connection, found, doors.offices.machine_time()) == 1
        owed = select(func.count()).select_from(reminder).where(reminder.c.what == "change")
        assert connection.scalar(owed) == 1
    assert doors.offices.again(one).start == datetime(2024, 4, 18, 9, 0)


def test_readers_are_told_of_no_other_offices_private_plan(doors: Doors) -> None:
    offices = doors.offices
    offices.clock.move_to(datetime.fromisoformat("2024-04-16T08:00+07:00"))
    with transaction(offices.engine) as connection:
        for name, of in (("mot", OFFICE), ("hai", OTHER_OFFICE)):
            wanted = Subscription(f"{name}@example.org")
            subscribers.add(
                connection,
                wanted,
                machine_time=offices.machine_time,
                confirmed=True,
                office_id=offices.ids[of],
            )
    materialise(
        offices.engine, offices.clock.now(), doors.service.app.state.house.settings, offices.machine_time
    )
    private, public = offices.row("2024-04-17"), offices.row("2024-04-17", slug=OTHERS)
    with transaction(offices.engine) as connection:
        question = select(subscriber.c.email, reminder.c.subject).join(subscriber)
        told_of = {(email, subject) for email, subject in connection.execute(question)}
    assert {("mot@example.org", private.id), ("mot@example.org", public.id)} <= told_of
    assert [subject for email, subject in told_of if email == "hai@example.org"] == [public.id]
    log = {"subscriber": "hai@example.org", "occurrence": private.id}
    assert doors.ask("other", "GET", "/reminders/log", params=log).status_code == 404


def test_a_phrase_hears_the_days_off_of_who_asks(doors: Doors) -> None:
    phrase = "8h ngày 12 hằng tháng, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo"
    body = {"phrase": phrase, "from": "2024-08-01", "to": "2024-08-31"}
    with transaction(doors.offices.engine) as connection:
        entry = DayOff(date(2024, 8, 12), "holiday", "Ngày truyền thống")
        enter_day_off(connection, OFFICE, entry, machine_time=doors.offices.machine_time)
    for who, office, day in (
        ("viewer", OFFICE, "2024-08-13"),
        ("other", OTHER_OFFICE, "2024-08-12"),
        (None, None, "2024-08-12"),
    ):
        found = ok(doors.ask(who, "POST", "/expand", json=body))
        assert found["days_off"] == {"country": "VN", "office": office}
        assert [one["start"] for one in found["instances"]] == [f"{day}T08:00"]
