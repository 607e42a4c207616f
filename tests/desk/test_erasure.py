"""Who asks to be forgotten is named nowhere any more: in no table, in no answer that is kept, in no mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select

from scheduler.accounts import sign_in
from scheduler.accounts.people import get_person
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.mails.sign_in_mail import send_link
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import standing_token
from scheduler.reminders.readers.subscription import Subscriber
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.sinks import open_sink
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import metadata
from tests.api.service import SECRET
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OFFICE, Offices

ADDRESS = "nguoi.nhan@example.org"
OTHER = "con.lai@example.org"
EVERYWHERE = {"subscriber", "idempotency", "reminder", "mails"}
KEPT_ON_PURPOSE = {"audit"}  # who did what in an office stays to be read


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    return tmp_path / "mails"


@pytest.fixture
def doors(offices: Offices, mails: Path) -> Iterator[Doors]:
    with open_doors(offices, mail_sink="folder", mail_folder=mails) as opened:
        yield opened


def named(doors: Doors, mails: Path, address: str) -> set[str]:
    """Where an address stands: tables, and mails that lie in the folder."""
    found = set()
    with reading(doors.offices.engine) as connection:
        for table in inspect(connection).get_table_names():
            rows = connection.execute(select(metadata.tables[table])) if table in metadata.tables else ()
            if any(holds(cell, address) for row in rows for cell in row):
                found.add(table)
    mailed = any(address in path.name or address in path.read_text() for path in mails.glob("*"))
    return found | ({"mails"} if mailed else set())


def holds(cell: Any, address: str) -> bool:
    return address.encode() in cell if isinstance(cell, bytes) else address in str(cell)


def subscribed(doors: Doors, mails: Path) -> Subscriber:
    """Added through REST, twice with one key, and mailed."""
    for address, key in ((ADDRESS, "k1"), (OTHER, "k2"), (ADDRESS, "k1")):
        made = doors.ask(
            "manager", "POST", "/subscribers", json={"email": address}, headers={"Idempotency-Key": key}
        )
        assert made.status_code == 201
    offices = doors.offices
    settings = Settings(mail_folder=mails)
    sink, renderer = open_sink(settings), MailRenderer(settings, SECRET.encode())
    worker = Delivery(offices.engine, offices.clock, sink, renderer, settings, offices.machine_time)
    assert worker.deliver().sent == 2
    sink.close()
    assert named(doors, mails, ADDRESS) == EVERYWHERE
    with reading(offices.engine) as connection:
        found = subscribers.find_by_email(connection, ADDRESS)
    assert found is not None
    return found


@pytest.mark.parametrize("door", ["office", "own link", "page"])
def test_a_forgotten_subscriber_is_named_nowhere(doors: Doors, mails: Path, door: str) -> None:
    one = subscribed(doors, mails)
    token = standing_token(SECRET.encode(), "preferences", one.id, one.link_salt)
    if door == "office":
        assert doors.ask("manager", "DELETE", f"/subscribers/{one.id}").status_code == 204
    elif door == "own link":
        assert doors.ask(None, "DELETE", f"/subscriptions/{token}").status_code == 204
    else:
        assert doors.service.client.post(f"/preferences/{token}/forget").status_code == 200
    assert named(doors, mails, ADDRESS) == set()
    assert named(doors, mails, OTHER) == EVERYWHERE
    again = doors.ask(
        "manager", "POST", "/subscribers", json={"email": ADDRESS}, headers={"Idempotency-Key": "k1"}
    )
    assert again.headers["idempotency-replayed"] == "true" and again.json() == {"id": one.id}
    assert named(doors, mails, ADDRESS) == set()


@pytest.mark.parametrize("door", ["rest", "page", "declined"])
def test_a_removed_account_is_named_in_the_log_of_the_office_alone(
    doors: Doors, mails: Path, door: str
) -> None:
    body = {"email": ADDRESS, "role": "viewer"}
    made = doors.ask("admin", "POST", "/people", json=body, headers={"Idempotency-Key": "k1"}).json()
    with transaction(doors.offices.engine) as connection:
        link = sign_in.make_link(connection, made["id"], machine_time=doors.offices.machine_time)
        person = get_person(connection, made["id"])
    settings = Settings(mail_folder=mails)
    assert send_link(settings, person, f"https://lich.example.org/sign-in/{link}")
    assert named(doors, mails, ADDRESS) == {"person", "idempotency", "mails", *KEPT_ON_PURPOSE}
    if door == "rest":
        assert doors.ask("admin", "DELETE", f"/people/{made['id']}").status_code == 204
    elif door == "declined":
        form = {"decline": str(doors.offices.ids[OFFICE])}
        assert doors.service.client.post(f"/sign-in/{link}", data=form).status_code == 200
    else:
        cookie, csrf = doors.cookies["admin"]
        headers = {"cookie": f"__Host-airslot={cookie}"}
        form = {"csrf": csrf, "remove": "1"}
        done = doors.service.client.post(f"/accounts/{made['id']}", data=form, headers=headers)
        assert done.status_code == 303
    assert named(doors, mails, ADDRESS) == KEPT_ON_PURPOSE
