from __future__ import annotations

import csv
import hashlib
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Airslot

RANGE = ("--from", "2024-04-10", "--to", "2024-04-30")


@pytest.fixture
def subscribed(loaded: Airslot) -> Airslot:
    """One reader of one item, told a day and two hours before."""
    options = ("--lead", "P1D", "--lead", "PT2H", "--item", "2.2", "--lang", "en", "--confirmed")
    assert loaded("subscriber", "add", "an@example.org", *options).code == 0
    return loaded


def test_json_is_the_object_of_the_interface(subscribed: Airslot) -> None:
    done = subscribed("simulate", *RANGE, "--json")
    assert (done.code, done.err) == (0, "")
    told = [
        (one["item"], one["kind"], one["start"], one["lead"], one["sent_at"]) for one in done.json["sent"]
    ]
    assert told == [
        ("2.2", "premiere", "2024-04-17T17:45", "P1D", "2024-04-16T08:00:00+07:00"),
        ("2.2", "replay", "2024-04-18T06:00", "P1D", "2024-04-17T08:00:00+07:00"),
        ("2.2", "premiere", "2024-04-17T17:45", "PT2H", "2024-04-17T15:45:00+07:00"),
        ("2.2", "replay", "2024-04-18T06:00", "PT2H", "2024-04-18T04:00:00+07:00"),
    ]
    names = {"to", "item", "kind", "start", "lead", "sent_at", "message_id", "what"}
    assert all(set(one) == names for one in done.json["sent"])
    assert {one["to"] for one in done.json["sent"]} == {"an@example.org"}
    assert len({one["message_id"] for one in done.json["sent"]}) == 4
    assert (done.json["counts"]["sent"], done.json["counts"]["reminder"]) == (4, 4)


def test_a_person_sees_a_table_and_counts(subscribed: Airslot) -> None:
    done = subscribed("simulate", *RANGE)
    assert "Tue 16 Apr 2024 08:00" in done.out and "an@example.org" in done.out
    assert done.out.splitlines()[-1].startswith("sent 4, reminder 4")


def test_outbox_and_mail_folder_stay_as_they_were(subscribed: Airslot, tmp_path: Path) -> None:
    subscribed("reminders", "counts")
    before = _files(tmp_path)
    subscribed("simulate", *RANGE, "--json")
    assert _files(tmp_path) | {"var/secret": ""} == before | {"var/secret": ""}
    assert subscribed("reminders", "counts", "--json").json["sent"] == 0


def test_two_runs_say_the_same(subscribed: Airslot) -> None:
    assert subscribed("simulate", *RANGE, "--json").out == subscribed("simulate", *RANGE, "--json").out


def test_csv_and_mails_are_written(subscribed: Airslot, tmp_path: Path) -> None:
    done = subscribed("simulate", *RANGE, "--csv", "sent.csv", "--eml", "mails", "--json")
    with (tmp_path / "sent.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["sent_at"] for row in rows] == [one["sent_at"] for one in done.json["sent"]]
    assert rows[0]["title"].startswith("Chuyên mục truyền hình")
    mails = [
        message_from_bytes(path.read_bytes(), policy=default) for path in (tmp_path / "mails").glob("*.eml")
    ]
    assert sorted(str(mail["Message-ID"]) for mail in mails) == sorted(
        one["message_id"] for one in done.json["sent"]
    )
    assert {str(mail["To"]) for mail in mails} == {"an@example.org"}


def test_mails_do_not_mix_with_those_of_another_run(subscribed: Airslot, tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails" / "kept.eml").write_text("")
    done = subscribed("simulate", *RANGE, "--eml", "mails")
    assert done.code == 2 and "new or empty folder" in done.err


def test_a_plan_can_be_left_out(subscribed: Airslot) -> None:
    assert subscribed("simulate", *RANGE, "--plan", "kien-giang-2024", "--json").json["counts"]["sent"] == 4
    refused = subscribed("simulate", *RANGE, "--plan", "no-such")
    assert refused.code == 1 and "no-such" in refused.err


def test_nobody_subscribed_is_told(loaded: Airslot) -> None:
    done = loaded("simulate", *RANGE)
    assert (done.code, "Nothing would be sent" in done.out) == (0, True)


def test_what_cannot_be_lived_is_a_sentence(subscribed: Airslot) -> None:
    assert subscribed("simulate", "--from", "2024-05-02", "--to", "2024-05-01").code == 2
    assert "five years" in subscribed("simulate", "--from", "2001-01-01", "--to", "2024-05-01").err
    assert subscribed("simulate", "--from", "2024-05-02").code == 2
    assert subscribed("simulate", *RANGE, "--csv", "no/such/folder.csv").code == 2


def _files(folder: Path) -> dict[str, str]:
    """Every file but what SQLite keeps beside its database, by name, with its hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }
