"""The administrator's page: people added, changed and taken out, each written into the log."""

from __future__ import annotations

from pathlib import Path

import httpx

from scheduler.accounts.audit import entries
from scheduler.accounts.people import accept, find_person
from scheduler.store.database.engine import reading, transaction
from tests.stories.house import MACHINE_TIME, STATION, an_office
from tests.stories.test_rights_of_pages import signed_in

EMAIL = "moi@example.org"


def test_an_administrator_keeps_the_accounts(sqlite_template: Path, tmp_path: Path) -> None:
    with an_office(sqlite_template, tmp_path) as (service, stored):
        with httpx.Client(base_url=service.url) as client:
            csrf = signed_in(client, "admin")

            def send(path: str, status: int = 303, **fields: str) -> str:
                answer = client.post(path, data={"csrf": csrf} | fields)
                assert answer.status_code == status, answer.text
                return answer.text

            send("/accounts", email=EMAIL, role="editor", outlets=STATION, name="Người mới")
            with reading(stored) as connection:
                found, boss = (find_person(connection, one) for one in (EMAIL, "quan.tri@example.org"))
            assert found is not None and boss is not None
            assert [(one.role, one.outlets) for one in found.invitations] == [("editor", (STATION,))]
            assert "đã mời, chưa nhận lời" in client.get("/accounts").text
            assert "đã được mời" in send("/accounts", 409, email=EMAIL, role="viewer")
            assert "địa chỉ thư" in send("/accounts", 422, email="x", role="viewer")
            with transaction(stored) as connection:
                accept(connection, found.id, 1, machine_time=lambda: MACHINE_TIME)
            send(f"/accounts/{found.id}", role="manager")  # the box “may sign in” is not ticked
            with reading(stored) as connection:
                changed = find_person(connection, EMAIL)
            assert changed is not None
            assert (changed.active, changed.memberships[0].role) == (False, "manager")
            assert "quản trị viên" in send(f"/accounts/{boss.id}", 409, role="viewer", active="yes")
            send(f"/accounts/{found.id}", remove="yes")
            assert EMAIL not in client.get("/accounts").text
        with reading(stored) as connection:
            assert find_person(connection, EMAIL) is None
            told = [one.action for one in entries(connection, 1)[0] if one.subject == found.id]
        assert told == ["remove", "change", "add"]
