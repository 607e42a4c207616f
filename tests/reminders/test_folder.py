"""Mails as files, and which sink the settings ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from scheduler.errors import SettingsError
from scheduler.reminders.transport.folder import FolderSink
from scheduler.reminders.transport.sink import Accepted, RelayDown
from scheduler.reminders.transport.sinks import open_sink, relay_of
from scheduler.reminders.transport.smtp import SmtpSink
from scheduler.settings import Settings, load_settings
from tests.reminders.mails.letters import AT, letter, renderer

SMTP: dict[str, Any] = {"mail_sink": "smtp", "smtp_host": "smtp.example.org"}


def test_a_mail_is_a_file_with_a_readable_name(tmp_path: Path) -> None:
    mail = renderer().mail(letter("reminder"), AT)
    outcome = FolderSink(tmp_path / "var" / "mail").send(mail.content, mail.sender, mail.recipient)

    [path] = (tmp_path / "var" / "mail").iterdir()
    assert outcome == Accepted(path.name)
    assert path.read_bytes() == mail.content
    own = mail.message_id[1:9]
    assert path.name == (
        "20240416T010000Z_bien.tap@dai.example_"
        f"Nhac-lich-17-45-thu-Tu-17-04-2024-2.2-Chuyen-muc-cai-cach-ha_{own}.eml"
    )


def test_two_mails_of_one_second_are_two_files_and_one_sent_again_is_one(tmp_path: Path) -> None:
    sink, writer = FolderSink(tmp_path), renderer()
    for kind in ("reminder", "moved", "reminder"):
        mail = writer.mail(letter(kind), AT)
        sink.send(mail.content, mail.sender, mail.recipient)
    sink.close()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "recipient", ["../../etc/passwd@x.example", "a/b@x.example", ".hidden@x.example", "x" * 300]
)
def test_no_address_leads_out_of_the_folder(tmp_path: Path, recipient: str) -> None:
    mail = renderer().mail(letter("reminder"), AT)
    folder = tmp_path / "mail"
    assert isinstance(FolderSink(folder).send(mail.content, mail.sender, recipient), Accepted)
    assert [path.parent for path in tmp_path.rglob("*.eml")] == [folder]


def test_a_folder_that_cannot_be_written_stops_the_sink_and_fails_nobody(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file stands where the folder should be")
    mail = renderer().mail(letter("reminder"), AT)
    outcome = FolderSink(tmp_path / "mail").send(mail.content, mail.sender, mail.recipient)
    assert isinstance(outcome, RelayDown)
    assert str(tmp_path / "mail") in outcome.reason


# --- settings -------------------------------------------------------------------------------


def test_the_demo_writes_files() -> None:
    assert isinstance(open_sink(Settings()), FolderSink)


def test_a_relay_is_as_the_settings_say(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("very secret\n")
    settings = Settings(**SMTP, smtp_user="lich", smtp_password_file=tmp_path / "password", smtp_timeout=5)
    relay = relay_of(settings)
    assert (relay.host, relay.port, relay.tls, relay.timeout) == ("smtp.example.org", 587, "starttls", 5)
    assert (relay.user, relay.password) == ("lich", "very secret")
    assert isinstance(open_sink(settings), SmtpSink)
    assert "very secret" not in repr(settings) + repr(relay)


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"smtp_user": "lich"}, "AIRSLOT_SMTP_USER"),
        ({"smtp_password": "very secret"}, "AIRSLOT_SMTP_USER"),
        ({"smtp_user": "lich", "smtp_password_file": "/nowhere/at/all"}, "AIRSLOT_SMTP_PASSWORD_FILE"),
        ({"smtp_user": "lich", "smtp_password": "very secret", "smtp_tls": "none"}, "AIRSLOT_SMTP_TLS"),
    ],
)
def test_settings_that_contradict_each_other(facts: dict[str, Any], where: str) -> None:
    with pytest.raises(SettingsError) as told:
        open_sink(Settings(**SMTP, **facts))
    assert told.value.where == where
    assert where in told.value.en and where in told.value.vi
    assert "very secret" not in told.value.en + told.value.vi


def test_a_password_may_go_open_to_this_machine() -> None:
    assert relay_of(Settings(smtp_user="a", smtp_password=SecretStr("b"), smtp_tls="none")).user == "a"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAIL_SENDER", "no address"),
        ("MAIL_SENDER", "Two <a@b.example>, <c@d.example>"),
        ("MAIL_SENDER", "Lịch <a@b.example>\r\nBcc: c@d.example"),
        ("MAIL_SENDER", "người@b.example"),
        ("MAIL_REPLY_TO", "Name <a@b.example>"),
        ("MAIL_UNSUBSCRIBE", "mailto:a@b.example"),
        ("MAIL_DKIM_SELECTOR", "a b"),
        ("SMTP_HOST", "a b"),
        ("SMTP_PORT", "0"),
        ("SMTP_TLS", "ssl"),
        ("SMTP_TIMEOUT", "0"),
        ("MAIL_SINK", "pigeon"),
    ],
)
def test_a_bad_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"AIRSLOT_{name}", value)
    with pytest.raises(SettingsError) as told:
        load_settings()
    [fault] = told.value.faults
    assert fault.where == f"AIRSLOT_{name}"
    assert "write" in fault.en


def test_the_sender_may_have_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_MAIL_SENDER", "Lịch phát sóng <lich@so.example.org>")
    assert load_settings().mail_sender_address == "lich@so.example.org"
