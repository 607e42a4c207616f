"""A link to sign in that no mail brings: told, and shown to the administrator who made it alone."""

from __future__ import annotations

import html
import re
from pathlib import Path

import httpx
import pytest
from sqlalchemy import insert

from scheduler.accounts.audit import entries
from scheduler.accounts.people import accept, find_person, invite
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import office
from tests.reminders.fault_server import FaultServer
from tests.stories.house import MACHINE_TIME, an_office
from tests.stories.test_rights_of_pages import signed_in

EMAIL = "moi@example.org"
INVITED = {"email": EMAIL, "role": "viewer", "name": "Người mới", "tell": "yes"}
SHOWN = re.compile(r"<code>(http://[^<]*/sign-in/[^<]+)</code>")


def relayed(server: FaultServer) -> dict[str, object]:
    return {"mail_sink": "smtp", "smtp_port": server.port, "smtp_tls": "none", "smtp_timeout": 2}


@pytest.mark.parametrize("way", ["folder", "no relay", "refused", "no password"])
def test_an_invitation_that_no_mail_brings_is_shown_and_lets_them_in(
    sqlite_template: Path, tmp_path: Path, way: str
) -> None:
    with FaultServer("RCPT" if way == "refused" else "", b"550 no such user\r\n") as server:
        settings = {} if way == "folder" else relayed(server)
        if way == "no relay":
            settings["smtp_port"] = 9
        if way == "no password":
            settings |= {"smtp_user": "lich", "smtp_password_file": tmp_path / "none"}
        with an_office(sqlite_template, tmp_path, **settings) as (service, stored):
            with httpx.Client(base_url=service.url) as client:
                csrf = signed_in(client, "admin")
                shown = client.post("/accounts", data={"csrf": csrf} | INVITED)
                assert shown.status_code == 200
                found = SHOWN.search(shown.text)
                assert found and f"đến {EMAIL}" in shown.text
                assert shown.headers["cache-control"] == "no-store"
                assert not SHOWN.search(client.get("/accounts").text)
            with httpx.Client(base_url=service.url) as invited:
                page = invited.get(html.unescape(found[1]))
                offer = re.search(r'name="accept" value="(\d+)"', page.text)
                assert offer
                assert invited.post(found[1], data={"accept": offer[1]}).status_code == 303
            with reading(stored) as connection:
                person = find_person(connection, EMAIL)
            assert person is not None and [one.role for one in person.memberships] == ["viewer"]


def test_an_invitation_that_a_mail_brings_is_shown_to_nobody(sqlite_template: Path, tmp_path: Path) -> None:
    with (
        FaultServer() as server,
        an_office(sqlite_template, tmp_path, **relayed(server)) as (service, _),
        httpx.Client(base_url=service.url) as client,
    ):
        csrf = signed_in(client, "admin")
        answer = client.post("/accounts", data={"csrf": csrf} | INVITED)
        assert answer.status_code == 303
        assert len(server.taken) == 1


def test_a_link_can_be_shown_for_somebody_of_this_office_alone(sqlite_template: Path, tmp_path: Path) -> None:
    with (
        an_office(sqlite_template, tmp_path) as (service, stored),
        httpx.Client(base_url=service.url) as client,
    ):
        with transaction(stored) as connection:
            other = connection.scalar(
                insert(office)
                .values(name="Sở khác", created_at=MACHINE_TIME, updated_at=MACHINE_TIME)
                .returning(office.c.id)
            )
            assert other is not None
            shared, viewer = (
                find_person(connection, email) for email in ("ke.hoach@example.org", "xem@example.org")
            )
            assert shared is not None and viewer is not None
            invite(connection, shared.email, "admin", office_id=other, machine_time=lambda: MACHINE_TIME)
        csrf = signed_in(client, "admin")

        def show(person_id: str) -> httpx.Response:
            return client.post(f"/accounts/{person_id}", data={"csrf": csrf, "link": "yes"})

        assert SHOWN.search(show(viewer.id).text)
        assert show(shared.id).status_code == 403
        with transaction(stored) as connection:
            accept(connection, shared.id, other, machine_time=lambda: MACHINE_TIME)
        assert show(shared.id).status_code == 403
        with reading(stored) as connection:
            links = [one.subject for one in entries(connection, 1)[0] if one.action == "link"]
        assert links == [viewer.id]
        signed_in(client, "manager")
        assert client.post(f"/accounts/{viewer.id}", data={"csrf": csrf, "link": "yes"}).status_code == 403


def test_the_page_to_sign_in_does_not_say_that_a_mail_is_on_its_way_where_none_leaves(
    sqlite_template: Path, tmp_path: Path
) -> None:
    with (
        an_office(sqlite_template, tmp_path) as (service, _),
        httpx.Client(base_url=service.url) as client,
    ):
        told = [
            client.post("/sign-in/link", data={"email": email}).text for email in (EMAIL, "xem@example.org")
        ]
        for text in told:
            assert "không gửi thư đi" in text and "đang được gửi" not in text
        assert told[0].replace(EMAIL, "") == told[1].replace(
            "xem@example.org", ""
        )  # who has an account is not told
