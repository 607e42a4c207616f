"""`airslot backup`, `restore` and `doctor --backup`, as an operator says them."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from scheduler.store.database.engine import open_engine, reading
from scheduler.store.occurrences.read_model import plan_occurrences
from tests.cli.conftest import Airslot
from tests.postgres_server import PostgresServer


def uids(url: str) -> list[tuple[str, str, int]]:
    engine = open_engine(url)
    with reading(engine) as connection:
        found = [(one.id, one.uid, one.sequence) for one in plan_occurrences(connection, "kien-giang-2024")]
    engine.dispose()
    return sorted(found)


def test_a_backup_is_one_file_that_its_owner_alone_reads(loaded: Airslot, tmp_path: Path) -> None:
    done = loaded("backup", "-o", "office.zip")

    assert done.code == 0 and "office.zip: " in done.err
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == ["office.zip"]
    if os.name == "posix":
        assert (tmp_path / "office.zip").stat().st_mode & 0o777 == 0o600


def test_without_a_name_it_is_called_by_its_moment(loaded: Airslot, tmp_path: Path) -> None:
    assert loaded("backup").code == 0

    (made,) = tmp_path.glob("airslot-20??-??-??-??????.zip")
    assert zipfile.is_zipfile(made)


def test_one_backup_follows_another_and_nothing_else_is_written_over(loaded: Airslot, tmp_path: Path) -> None:
    assert [loaded("backup", "-o", "office.zip").code for _ in range(2)] == [0, 0]

    done = loaded("backup", "-o", "var/airslot.db")

    assert done.code == 1 and "is there already and is no backup" in done.err
    assert loaded("plan", "show", "kien-giang-2024").code == 0


def test_an_office_moves_from_sqlite_to_postgresql_and_back(
    loaded: Airslot, tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = uids("sqlite:///var/airslot.db")
    assert len(before) == 120
    loaded("backup", "-o", "one.zip")
    name = postgres.create()
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", postgres.url(name))
    assert loaded("restore", "one.zip").code == 0
    assert uids(postgres.url(name)) == before
    assert loaded("backup", "-o", "two.zip").code == 0

    monkeypatch.setenv("AIRSLOT_DATABASE_URL", "sqlite:///back/airslot.db")
    assert loaded("restore", "two.zip").code == 0

    assert uids("sqlite:///back/airslot.db") == before
    postgres.drop(name)


def test_it_goes_through_pipes(loaded: Airslot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where a container has no folder of ours. Standard output is no text then."""
    loaded("backup", "-o", "one.zip")
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", "sqlite:///other/airslot.db")

    done = loaded("restore", "-", given=(tmp_path / "one.zip").read_bytes())

    assert done.code == 0 and len(uids("sqlite:///other/airslot.db")) == 120


def test_data_is_replaced_only_when_that_is_said(loaded: Airslot, tmp_path: Path) -> None:
    loaded("backup", "-o", "one.zip")

    refused = loaded("restore", "one.zip")
    replaced = loaded("restore", "one.zip", "--replace")

    assert refused.code == 1 and "--replace" in refused.err
    assert replaced.code == 0
    assert (tmp_path / "var" / "airslot.db.former").exists()


def test_what_may_have_gone_out_is_told_and_listed(loaded: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded("occurrences", "--from", "2024-04-03", "--to", "2024-05-31", "--json").json["items"]
    timed = next(one for one in found if "T" in one["start"])
    loaded("subscriber", "add", "an@example.org", "--lead", "PT1H", "--confirmed")
    loaded("backup", "-o", "one.zip")
    before = f"{timed['start'][:11]}{int(timed['start'][11:13]) - 1:02}:{timed['start'][14:16]}"
    monkeypatch.setenv("AIRSLOT_NOW", f"{before}+07:00")

    held = loaded("restore", "one.zip", "--replace")
    listed = loaded("reminders", "unknown", "--json").json["items"]
    told = loaded("doctor")
    day_after = loaded("reminders", "resolve", "--all", "--from", "2024-06-30", "--arrived")
    of_the_day = loaded(
        "reminders", "resolve", "--all", "--from", before[:10], "--to", before[:10], "--arrived"
    )
    free = loaded("restore", "one.zip", "--replace", "--nothing-sent")

    assert "may have gone out since the backup was made" in held.err
    assert "airslot reminders unknown" in held.err
    assert [one["state"] for one in listed] == ["unknown"] * len(listed) and listed
    assert "may have arrived or not: it was due before the database was restored" in told.out
    assert day_after.err.startswith("0 reminders") and of_the_day.err.startswith(f"{len(listed)} reminder")
    assert "airslot reminders unknown" not in free.err


def test_another_secret_is_told_with_what_it_breaks(
    loaded: Airslot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIRSLOT_SECRET", "a" * 40)
    loaded("backup", "-o", "one.zip")
    same = loaded("restore", "one.zip", "--replace")
    monkeypatch.setenv("AIRSLOT_SECRET", "b" * 40)
    other = loaded("restore", "one.zip", "--replace")
    monkeypatch.delenv("AIRSLOT_SECRET")
    none = loaded("restore", "one.zip", "--replace")
    looked = loaded("doctor", "--backup", "one.zip")

    assert "secret" not in same.err
    assert "another than the backup's: the links in mails that were sent would lead nowhere" in other.err
    assert "No secret is set here" in none.err and "AIRSLOT_SECRET_FILE" in none.err
    assert "?       secret" in looked.out and looked.code == 0
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert all(b"a" * 40 not in archive.read(name) for name in archive.namelist())
        assert json.loads(archive.read("manifest.json"))["secret_fingerprint"]
    assert not (tmp_path / "var" / "secret").exists()  # looking makes none


def test_doctor_looks_through_a_backup(loaded: Airslot, tmp_path: Path) -> None:
    loaded("backup", "-o", "one.zip")
    well = loaded("doctor", "--backup", "one.zip")
    whole = (tmp_path / "one.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    half = loaded("doctor", "--backup", "half.zip")
    missing = loaded("doctor", "--backup", "nowhere.zip")

    assert well.code == 0 and "whole, and can be restored" in well.out
    assert half.code == 1 and "is no backup of Airslot, or only a part of one" in half.out
    assert missing.code == 1 and "cannot be read" in missing.out


def test_a_folder_that_is_not_there_is_told(loaded: Airslot) -> None:
    done = loaded("backup", "-o", "nowhere/office.zip")

    assert done.code == 2 and "cannot be written" in done.err
