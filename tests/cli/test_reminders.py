from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, update

from scheduler.clock import FixedClock
from scheduler.reminders.outbox.horizon import materialise
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.tables import relay_state, reminder
from tests.cli.conftest import Airslot
from tests.reminders.samples import AT, NOW, CountingSink, PlainRenderer, deliver_due

WHO = ("--subscriber", "an@example.org")
PREMIERE = ("--item", "2.2", "--day", "2024-04-17")


@pytest.fixture
def told(loaded: Airslot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Airslot:
    """A reader of item 2.2 who was told of it on 16 April."""
    options = ("--lead", "P1D", "--item", "2.2", "--confirmed")
    assert loaded("subscriber", "add", "an@example.org", *options).code == 0
    monkeypatch.setenv("AIRSLOT_NOW", NOW.isoformat())
    with opened(tmp_path) as engine:
        materialise(engine, NOW, Settings(), lambda: AT)
        sink, renderer = CountingSink(), PlainRenderer()
        deliver_due(engine, FixedClock(NOW), sink, renderer, Settings(), lambda: AT)
    return loaded


@contextmanager
def opened(folder: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{folder / 'var' / 'airslot.db'}")
    yield engine
    engine.dispose()


def make_unknown(folder: Path) -> None:
    with opened(folder) as engine, transaction(engine) as connection:
        change = update(reminder).where(reminder.c.state == "accepted")
        connection.execute(change.values(state="unknown", last_error="the line broke"))


def test_the_log_says_what_became_of_each_mail(told: Airslot) -> None:
    done = told("reminders", "log", *WHO, *PREMIERE)
    assert (done.code, done.err) == (0, "")
    head, line = done.out.strip().splitlines()
    assert head.startswith("an@example.org · kien-giang-2024 2.2, premiere, Wed 17 Apr 2024 17:45-17:57")
    assert "reminder 1 day before [1]: The mail server accepted it at 08:00 Tuesday, 16 April 2024" in line


def test_the_log_speaks_vietnamese(told: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    done = told("reminders", "log", *WHO, *PREMIERE)
    assert "nhắc lịch trước 1 ngày [1]: Máy chủ thư đã nhận lúc 08:00 thứ Ba, 16/04/2024" in done.out


def test_the_log_of_another_item_says_that_it_was_not_asked_for(told: Airslot) -> None:
    done = told("reminders", "log", *WHO, "--item", "2.6", "--day", "2024-04-18")
    assert done.out.count("takes the items 2.2 only; this one is 2.6") == 2  # the premiere and its replay


def test_the_log_as_json_is_that_of_rest(told: Airslot) -> None:
    row, ahead = told("reminders", "log", *WHO, "--json").json["items"]
    assert (ahead["kind"], ahead["state"]) == ("replay", "due")
    assert (row["item"], row["lead"], row["state"], row["to"]) == ("2.2", "P1D", "accepted", "an@example.org")
    answer = told("reminders", "log", *WHO, "--occurrence", row["occurrence"], "--json").json
    [message] = answer["messages"]
    assert (message["id"], message["message_id"]) == (row["id"], row["message_id"])
    assert message["reasons"][0]["code"] == "accepted"


def test_a_person_decides_about_what_nobody_knows(told: Airslot, tmp_path: Path) -> None:
    assert "it is known what became of it" in told("reminders", "unknown").out
    make_unknown(tmp_path)
    [row] = told("reminders", "unknown", "--json").json["items"]
    shown = told("reminders", "unknown")
    assert "the line broke" in shown.out and "airslot reminders resolve ID" in shown.err
    assert told("reminders", "resolve", row["id"]).code == 2
    assert told("reminders", "resolve", row["id"], "--arrived", "--send-again").code == 2
    assert told("reminders", "resolve", "77", "--arrived").code == 1
    assert told("reminders", "resolve", row["id"], "--send-again").code == 0
    counted = told("reminders", "counts", "--json").json
    assert (counted["sent"], counted["unknown"], counted["due"] + counted["ahead"]) == (0, 0, 2)
    done = told("reminders", "resolve", row["id"], "--arrived")
    assert done.code == 1 and "nothing to decide" in done.err


def test_a_person_decides_about_many_at_once(told: Airslot, tmp_path: Path) -> None:
    make_unknown(tmp_path)
    for wrong in (("1", "--all", "--arrived"), ("1", "--said", "x", "--arrived"), ("--arrived",)):
        assert told("reminders", "resolve", *wrong).code == 2
    said = ("--said", "the line broke")
    assert "--all" in told("reminders", "unknown").err
    assert "0 reminders" in told("reminders", "resolve", "--all", "--what", "change", *said, "--arrived").err
    assert "1 reminder now" in told("reminders", "resolve", "--all", *said, "--arrived").err
    counted = told("reminders", "counts", "--json").json
    assert (counted["sent"], counted["unknown"]) == (1, 0)


def test_the_outbox_is_counted(told: Airslot, tmp_path: Path) -> None:
    counted = told("reminders", "counts", "--json").json
    assert (counted["sent"], counted["unknown"], counted["due"], counted["relay_stopped"]) == (1, 0, 0, None)
    with opened(tmp_path) as engine, transaction(engine) as connection:
        connection.execute(insert(relay_state), [{"id": 1, "stopped_at": AT, "reason": "535 no"}])
    assert "relay_stopped       535 no" in told("reminders", "counts").out


def test_what_cannot_be_asked_is_a_sentence(told: Airslot) -> None:
    assert told("reminders", "log", "--subscriber", "nobody@example.org").code == 1
    assert told("reminders", "log", "--subscriber", "nobody").code == 2
    assert told("reminders", "log", *WHO, "--item", "2.2").code == 2
    assert told("reminders", "log", *WHO, "--occurrence", "occ_none").code == 1
    assert told("reminders", "log", *WHO, "--occurrence", "occ_1", "--day", "2024-04-17").code == 2
    nothing = told("reminders", "log", *WHO, "--day", "2024-04-16", "--item", "2.2")
    assert nothing.code == 1 and "airslot occurrences --from 2024-04-16" in nothing.err
