from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from sqlalchemy import Engine, insert, update

from api.cli.database_findings import (
    examine_accounts,
    examine_relay,
    examine_unknown,
    examine_upkeep,
    examine_worker,
    examine_writing,
)
from api.cli.doctor import examine_clock, examine_zones
from scheduler.accounts import people
from scheduler.clock import FixedClock
from scheduler.reminders.sending.pulse import beat
from scheduler.reminders.transport import relay
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.tables import reminder, upkeep
from tests.api.service import running
from tests.cli.conftest import Airslot
from tests.reminders.samples import add_plan, many_owed
from tests.store.read_only import read_only

NOW = datetime(2026, 1, 5, 3, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    """One on which nothing runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    monkeypatch.setenv("AIRSLOT_PORT", str(free))
    return free


def test_a_migrated_database_is_well(airslot: Airslot) -> None:
    airslot("migrate")

    done = airslot("doctor", "--json")
    findings = [json.loads(line) for line in done.out.splitlines()]

    assert done.code == 0
    assert [f["what"] for f in findings] == [
        "zone data", "settings", "proxies", "files", "secret", "mails", "clock", "database", "migrations",
        "plans", "upkeep", "service",
    ]  # fmt: skip
    assert all(finding["ok"] and not finding["remedy"] for finding in findings)


@pytest.mark.skipif(os.name != "posix", reason="there are no such rights")
def test_what_others_may_read_is_told(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    (tmp_path / "var" / "airslot.db").chmod(0o644)

    done = airslot("doctor")

    assert done.code == 1
    assert (
        "not ok  files" in done.out
        and "-> Take the rights of others away: chmod go-rwx var/airslot.db" in done.out
    )


@pytest.mark.parametrize(
    ("settings", "code", "told"),
    [
        ({"MAIL_SINK": "folder", "SMTP_HOST": "smtp.lich.vn"}, 1, "not ok  mails       mails are files in"),
        ({"SMTP_PASSWORD_FILE": "var/none"}, 1, "-> Set AIRSLOT_MAIL_SINK=smtp"),
        ({"MAIL_SINK": "smtp", "SMTP_HOST": "smtp.lich.vn"}, 1, "is an address for examples"),
        ({"MAIL_SINK": "smtp", "MAIL_SENDER": "Lịch <lich@lich.vn>"}, 0, "lich@lich.vn to 127.0.0.1:587"),
        ({"PUBLIC_URL": "http://lich.vn"}, 0, "?       mails       mails are files in var/mail"),
        ({"SECRET_FILE": "var/none"}, 1, "not ok  secret"),
        ({"DATABASE_URL": "postgresql://a@127.0.0.1:1/b"}, 1, "not ok  secret      The links in mails need"),
    ],
)  # fmt: skip
def test_mails_that_would_not_leave_are_told(
    airslot: Airslot, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], code: int, told: str
) -> None:
    airslot("migrate")
    for name, value in settings.items():
        monkeypatch.setenv(f"AIRSLOT_{name}", value)

    done = airslot("doctor")

    assert done.code == code
    assert told in done.out
    assert "Traceback" not in done.err


def test_a_proxy_that_no_setting_names_is_told(airslot: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    airslot("migrate")
    monkeypatch.setenv("AIRSLOT_PUBLIC_URL", "https://lich.example.org")
    unnamed = airslot("doctor")
    monkeypatch.setenv("AIRSLOT_PROXIES", "127.0.0.1")
    named = airslot("doctor")

    assert (unnamed.code, named.code) == (1, 0)
    assert "not ok  proxies" in unnamed.out and "AIRSLOT_PROXIES=127.0.0.1" in unnamed.out


def test_no_database_says_what_to_do(airslot: Airslot, tmp_path: Path) -> None:
    done = airslot("doctor")

    assert done.code == 1
    assert "not ok  database" in done.out
    assert "-> Make it, or bring it to this version: airslot migrate" in done.out
    assert not (tmp_path / "var").exists()


def test_empty_database_needs_a_migration(airslot: Airslot, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "airslot.db").touch()

    done = airslot("doctor")

    assert done.code == 1
    assert "the database was never migrated" in done.out
    assert "-> Run: airslot migrate" in done.out


def test_a_newer_database_is_not_sent_to_a_migration(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    with sqlite3.connect(tmp_path / "var" / "airslot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2099_01_05_later'")
    connection.close()

    done = airslot("doctor")

    assert done.code == 1
    assert "not ok  migrations  the database stands at 2099_01_05_later" in done.out
    assert "-> Use the release that brought it there" in done.out


def test_a_damaged_file_is_named_with_its_remedy(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    file = tmp_path / "var" / "airslot.db"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) - len(whole) // 2))

    done = airslot("doctor")

    assert done.code == 1
    assert "not ok  database" in done.out
    assert "is damaged" in done.out and "put the last backup in its place" in done.out
    assert "airslot migrate" not in done.out


def test_a_service_whose_file_was_replaced_is_not_well(
    airslot: Airslot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    airslot("migrate")
    file = tmp_path / "var" / "airslot.db"
    engine = open_engine(f"sqlite:///{file}")
    with running(engine, FixedClock(NOW)) as service:
        monkeypatch.setenv("AIRSLOT_PORT", service.url.rpartition(":")[2])
        assert "and is well" in airslot("doctor").out

        shutil.copyfile(file, other := tmp_path / "backup.db")
        other.replace(file)
        done = airslot("doctor")
    engine.dispose()

    assert done.code == 1
    assert "ok      database" in done.out
    assert "not ok  service" in done.out and "another was put in its place" in done.out


def test_another_program_on_the_port_is_no_service(airslot: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    airslot("migrate")
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("AIRSLOT_PORT", str(other.getsockname()[1]))

        def answer() -> None:
            caller, _ = other.accept()
            with caller:
                caller.recv(1000)
                caller.sendall(b"HTTP/1.0 200 OK\r\n\r\nHello")

        thread = threading.Thread(target=answer)
        thread.start()
        done = airslot("doctor")
        thread.join()

    assert "something else answers on 127.0.0.1" in done.out


def test_bad_settings_are_all_told(airslot: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_PORT", "many")
    monkeypatch.setenv("AIRSLOT_NOW", "yesterday")

    done = airslot("doctor")

    assert done.code == 1
    assert "AIRSLOT_PORT" in done.out
    assert "AIRSLOT_NOW" in done.out


def test_plan_time_that_was_set_is_told() -> None:
    start = datetime.fromisoformat("2024-04-02T08:00+07:00")
    finding = examine_clock(Settings(now=start), NOW)

    assert finding.ok
    assert "plan time starts at 2024-04-02T08:00+07:00" in finding.found
    served = examine_clock(Settings(now=start, public_url="https://lich.example.org"), NOW)
    assert served.ok is None
    assert "take AIRSLOT_NOW away" in served.remedy


def test_machine_clock_before_this_program_existed_is_wrong() -> None:
    assert not examine_clock(Settings(), datetime(1970, 1, 1, tzinfo=UTC)).ok


def test_missing_zone_data_are_found() -> None:
    def unknown(name: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(name)

    finding = examine_zones(("Asia/Ho_Chi_Minh",), unknown)

    assert (finding.ok, finding.found) == (False, "Asia/Ho_Chi_Minh is not known")
    assert "tzdata" in finding.remedy


def test_wrong_zone_data_are_found() -> None:
    finding = examine_zones(("Asia/Ho_Chi_Minh",), lambda _: ZoneInfo("UTC"))

    assert (finding.ok, finding.found) == (
        False,
        "Asia/Ho_Chi_Minh is 0:00:00 ahead of UTC instead of 7 hours",
    )


def test_a_database_that_takes_no_changes_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(examine_writing(engine)) == []
    with read_only(engine):
        [finding] = examine_writing(engine)
    assert (finding.what, finding.ok) == ("writing", False)
    assert "can be read now and not written" in finding.found
    assert "write the file and its folder" in finding.remedy


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_disk_that_is_nearly_full_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.cli.database_findings.LITTLE_ROOM", 10**30)
    [finding] = examine_writing(engine)
    assert finding.ok is False
    assert "MB are left" in finding.found
    assert "Make room" in finding.remedy


def test_a_mail_server_that_takes_nothing_is_told(engine: Engine) -> None:
    assert list(examine_relay(engine)) == []
    with transaction(engine) as connection:
        relay.stop(connection, "535 wrong password", NOW)
    [finding] = examine_relay(engine)
    assert (finding.what, finding.ok) == ("relay", False)
    assert "takes nothing since 2026-01-05T03:04:00+00:00: 535 wrong password" in finding.found
    assert "airslot doctor --mail" in finding.remedy


def test_mails_of_which_nobody_knows_are_told(engine: Engine) -> None:
    settings = Settings()
    assert list(examine_unknown(engine, settings)) == []
    many_owed(engine, 3)
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(state="unknown", last_error="reset", sent_at=NOW))
    [finding] = examine_unknown(engine, settings)
    assert (finding.what, finding.ok) == ("mails", None)
    assert finding.found.startswith("3 of kind reminder may have arrived or not")
    assert "airslot reminders unknown" in finding.remedy


def test_a_public_service_without_an_account_is_told(engine: Engine) -> None:
    add_plan(engine)
    served = Settings(public_url="https://lich.example.org")
    assert list(examine_accounts(engine, Settings())) == []
    [finding] = examine_accounts(engine, served)
    assert (finding.what, finding.ok) == ("accounts", None)
    assert "airslot user add" in finding.remedy
    with transaction(engine) as connection:
        people.add_person(connection, "an@example.org", "admin", machine_time=lambda: NOW)
    assert list(examine_accounts(engine, served)) == []


def test_mails_that_are_held_and_a_clock_that_was_ahead_are_told(engine: Engine) -> None:
    at = datetime.now(UTC)
    with transaction(engine) as connection:
        beat(connection, at, "the machine's clock jumped by +3600 s")
    [held] = examine_worker(engine, Settings())
    assert (held.what, held.ok) == ("worker", None)
    assert "sends nothing for the moment: the machine's clock jumped" in held.found
    assert "NTP" in held.remedy
    with transaction(engine) as connection:
        beat(connection, at + timedelta(days=40), None)
    clock, worker = examine_worker(engine, Settings())
    assert (clock.what, clock.ok) == ("clock", False)
    assert "lies ahead of this clock" in clock.found
    assert (worker.what, worker.ok) == ("worker", None)


def test_what_there_is_and_the_last_night_are_told(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    engine = open_engine(f"sqlite:///{tmp_path / 'var' / 'airslot.db'}")
    assert "0 reminders" in examine_upkeep(engine).found
    at = datetime(2026, 5, 1, 19, tzinfo=UTC)
    with transaction(engine) as connection:
        connection.execute(insert(upkeep).values(id=1, begun_at=at, reckoned_at=at, removed={"sessions": 3}))
        beat(connection, at + timedelta(days=2), None)
    assert examine_upkeep(engine).found.endswith("began at 2026-05-01T19:00:00+00:00 and removed 3 sessions")
    with transaction(engine) as connection:
        beat(connection, at + timedelta(days=4), None)
    assert examine_upkeep(engine).ok is False
    engine.dispose()
