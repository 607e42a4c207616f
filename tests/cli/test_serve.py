from __future__ import annotations

import socket
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from scheduler.store.account_tables import sign_in_link
from scheduler.store.database.engine import reading, transaction
from tests.cli.conftest import Airslot


@pytest.fixture
def port() -> int:
    """One on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
        return free


def test_taken_port_is_a_sentence(airslot: Airslot) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = airslot("serve", "--port", str(port))

    assert done.code == 1
    assert f"Nothing can listen on 127.0.0.1 port {port}: Address already in use" in done.err
    assert "choose another port with --port" in done.err


def test_a_damaged_file_is_not_served(airslot: Airslot, tmp_path: Path, port: int) -> None:
    airslot("migrate")
    file = tmp_path / "var" / "airslot.db"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) - len(whole) // 2))

    for command in (("serve", "--port", str(port)), ("worker",)):
        done = airslot(*command)

        assert done.code == 1
        assert "is damaged" in done.err and "put the last backup in its place" in done.err


NEWER = (
    "2099_01_05_later",
    "Use a release of 2099-01-05 or later, or stop every airslot program and restore",
)
OLDER = ("2026_11_23_reminders", "Run: airslot migrate")


@pytest.mark.parametrize(
    ("command", "revision", "remedy"),
    [("serve", *NEWER), ("worker", *NEWER), ("migrate", *NEWER), ("serve", *OLDER), ("worker", *OLDER)],
)
def test_a_database_of_another_release_is_not_worked_on(
    airslot: Airslot,
    engine: Engine,
    database_url: str,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    revision: str,
    remedy: str,
) -> None:
    with transaction(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :at"), {"at": revision})
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", database_url)
    monkeypatch.setenv("AIRSLOT_PORT", str(port))
    monkeypatch.setenv("AIRSLOT_SECRET", "x" * 32)

    done = airslot(command)

    assert (done.code, done.out) == (1, "")
    assert remedy in done.err
    assert "should not have happened" not in done.err
    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(sign_in_link)) == 0


def test_open_address_needs_a_setting_that_says_so(airslot: Airslot) -> None:
    done = airslot("serve", "--host", "0.0.0.0")

    assert done.code == 2
    assert "AIRSLOT_ALLOW_PUBLIC_LISTEN" in done.err
