"""What can be read is read, also where nothing can be written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from scheduler.accounts import sessions
from scheduler.store.account_tables import api_token, session
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import office
from tests.desk.conftest import offices  # noqa: F401 - a fixture
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.samples import Offices
from tests.store.read_only import read_only


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Somebody else is in the middle of a long change."""
    with transaction(engine) as connection:
        for table in (api_token, session, office):
            connection.execute(select(table).with_for_update()).all()
        yield


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:  # noqa: F811
    with open_doors(offices) as opened:
        yield opened


@pytest.mark.parametrize("unwritable", [read_only, locked])
def test_a_token_reads_and_it_is_said_once_that_its_use_is_not_noted(
    doors: Doors, caplog: pytest.LogCaptureFixture, unwritable: type
) -> None:
    caplog.set_level(logging.INFO, "airslot.store")
    with unwritable(doors.offices.engine):
        for _ in range(3):
            assert doors.ask("reads", "GET", "/plans").status_code == 200
    assert caplog.text.count("last used is not written down") == 1
    assert caplog.text.count("WARNING") == 1

    for _ in range(3):
        assert doors.ask("reads", "GET", "/plans").status_code == 200
    assert caplog.text.count("last used is written down again") == 1
    with reading(doors.offices.engine) as connection:
        used = connection.scalars(select(api_token.c.used_at).where(api_token.c.used_at.is_not(None))).all()
    assert len(used) == 1


@pytest.mark.parametrize("unwritable", [read_only, locked])
def test_a_page_is_read_in_a_session_whose_use_is_not_noted(
    doors: Doors, monkeypatch: pytest.MonkeyPatch, unwritable: type
) -> None:
    monkeypatch.setattr(sessions, "_WRITE_USE", timedelta())
    cookie, _ = doors.cookies["editor"]
    with unwritable(doors.offices.engine):
        answer = doors.service.client.get("/", headers={"Cookie": f"__Host-airslot={cookie}"})
    assert answer.status_code == 200


def test_a_change_is_refused_with_the_reason_also_at_a_public_service(doors: Doors) -> None:
    with read_only(doors.offices.engine):
        answer = doors.ask("admin", "POST", "/tokens", json={"scope": "read"})
    assert answer.status_code == 503
    assert answer.json()["code"] == "database-read-only"
    assert "can be read now and not written" in answer.json()["detail"]
    assert answer.headers["retry-after"] == "60"
    assert doors.service.client.get(f"{REST}/health").status_code == 200
