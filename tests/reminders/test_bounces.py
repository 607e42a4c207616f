"""Notifications of several mail programs, written by hand from RFC 3464, and what each does to an address."""

from __future__ import annotations

import mailbox
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from scheduler.errors import NotFound
from scheduler.reminders.readers.bounces import Bounce, judge, read_bounces, read_mails, read_stream
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import office, reminder, subscriber
from tests.cli.conftest import Airslot, airslot
from tests.reminders.samples import add_plan, subscriber_facts

__all__ = ["airslot"]
AT = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
OURS = "<0123456789abcdef0123456789abcdef@airslot.example>"


def notification(
    status: str = "5.1.1",
    *,
    final: str = "an@example.org",
    original: str | None = None,
    action: str = "failed",
    diagnostic: str = "smtp; 550 5.1.1 no such user",
    returned: str = OURS,
    headers_only: bool = False,
) -> bytes:
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    first = f"Original-Recipient: rfc822;{original}\n" if original else ""
    return f"""\
From: MAILER-DAEMON@relay.example
To: lich@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

Could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
Arrival-Date: Mon, 15 Apr 2024 08:00:00 +0700

{first}Final-Recipient: rfc822; {final}
Action: {action}
Status: {status}
Diagnostic-Code: {diagnostic}

--b1
Content-Type: {kind}

From: lich@example.org
To: an@example.org
Message-ID: {returned}
Subject: x

--b1--
""".encode()


@pytest.fixture
def told(engine: Engine) -> Engine:
    """A subscriber an@example.org to whom a reminder went, and another one, binh."""
    add_plan(engine)
    with transaction(engine) as connection:
        office_id = connection.scalars(select(office.c.id)).one()
        for name in ("an", "binh"):
            facts = subscriber_facts(name, office_id)
            connection.execute(insert(subscriber).values(**facts))
        connection.execute(insert(reminder).values(**sent("sub_an", OURS)))
    return engine


def sent(reader: str, message_id: str) -> dict[str, object]:
    return {
        "subscriber_id": reader,
        "what": "reminder",
        "subject_kind": "occurrence",
        "subject": "occ_1",
        "lead": "P1D",
        "target_start": AT,
        "state": "accepted",
        "due_at": AT,
        "useful_until": AT,
        "message_id": message_id,
        "created_at": AT,
        "updated_at": AT,
    }


def verdicts(engine: Engine, *mails: bytes) -> list[str]:
    bounces = [bounce for mail in mails for bounce in read_bounces(mail)]
    with transaction(engine) as connection:
        return [one.verdict for one in judge(connection, bounces, machine_time=lambda: AT)]


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_notification_is_read(headers_only: bool) -> None:
    assert read_bounces(notification(headers_only=headers_only)) == [
        Bounce("an@example.org", "failed", "5.1.1", "550 5.1.1 no such user", OURS)
    ]


@pytest.mark.parametrize(
    ("status", "action", "diagnostic", "dead"),
    [
        ("5.1.1", "failed", "smtp; 550 5.1.1 no such user", True),
        ("5.1.1 (bad destination mailbox)", "failed (permanent)", "smtp; 550 unknown", True),
        ("5.1.2", "failed", "smtp; domain not found", True),
        ("5.1.10", "failed", "smtp; 556 takes no mail", True),
        ("5.0.0", "failed", "smtp; 550 5.1.1 no such user", True),
        ("5.0.0", "failed", "smtp; 550 refused", False),
        ("5.1.8", "failed", "smtp; sender's domain", False),
        ("5.1.7", "failed", "smtp; sender's address", False),
        ("5.2.2", "failed", "smtp; mailbox full", False),
        ("5.7.1", "failed", "smtp; policy", False),
        ("4.1.1", "delayed", "smtp; later", False),
        ("5.1.1", "delayed", "smtp; odd", False),
        ("2.1.5", "delivered", "smtp; 250 ok", False),
    ],
)
def test_only_an_address_refused_for_good_is_dead(
    status: str, action: str, diagnostic: str, dead: bool
) -> None:
    [bounce] = read_bounces(notification(status, action=action, diagnostic=diagnostic))
    assert bounce.dead is dead


def test_a_dead_address_is_suppressed_once(told: Engine) -> None:
    assert verdicts(told, notification(), notification()) == ["suppressed", "already"]
    with reading(told) as connection:
        rows = connection.execute(select(subscriber.c.id, subscriber.c.state))
        states = {row.id: row.state for row in rows}
    assert states == {"sub_an": "suppressed", "sub_binh": "active"}


@pytest.mark.parametrize(
    "mail",
    [
        notification(returned="<forged@airslot.example>"),
        notification(final="binh@example.org"),
        notification(final="stranger@example.net"),
        notification(final="no address"),
        notification().replace(b"Message-ID", b"X-Nothing"),
    ],
)
def test_what_brings_back_no_mail_of_ours_suppresses_nobody(told: Engine, mail: bytes) -> None:
    assert verdicts(told, mail) == ["not ours"]
    with reading(told) as connection:
        assert not connection.execute(select(subscriber).where(subscriber.c.state != "active")).all()


def test_a_mail_that_was_passed_on_is_traced_to_the_address_that_we_wrote(told: Engine) -> None:
    mail = notification(final="an.other@example.net", original="an@example.org")
    assert verdicts(told, mail) == ["suppressed"]


@pytest.mark.parametrize(
    "mail",
    [
        b"",
        b"Subject: holiday\r\n\r\nI am away until Monday.\r\n",
        b"\xff\xfe\x00garbage",
        b'Content-Type: multipart/report; boundary="x"\n\n--x\nContent-Type: message/delivery-status\n\n',
        notification().replace(b"Status: 5.1.1", b"Status: nonsense"),
    ],
)
def test_other_mails_say_nothing(mail: bytes) -> None:
    assert read_bounces(mail) == []


def test_mails_of_each_kind_of_source(tmp_path: Path) -> None:
    mails = [notification(), notification("4.2.0", action="delayed"), notification("5.1.2")]
    box = mailbox.mbox(tmp_path / "box")
    folder = mailbox.Maildir(tmp_path / "folder")
    for mail in mails:
        box.add(mail)
        folder.add(mail)
    box.close()
    (tmp_path / "one.eml").write_bytes(mails[0])

    def statuses(found: list[bytes]) -> list[str]:
        return sorted(bounce.status for mail in found for bounce in read_bounces(mail))

    wanted = ["4.2.0", "5.1.1", "5.1.2"]
    assert statuses(list(read_mails(tmp_path / "box"))) == wanted
    assert statuses(list(read_mails(tmp_path / "folder"))) == wanted
    assert statuses(list(read_stream((tmp_path / "box").read_bytes()))) == wanted
    assert statuses(list(read_mails(tmp_path / "one.eml"))) == ["5.1.1"]
    assert statuses(list(read_stream(mails[0]))) == ["5.1.1"]


def test_a_source_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="cannot be read"):
        list(read_mails(tmp_path / "nothing"))
    with pytest.raises(NotFound, match="no maildir"):
        list(read_mails(tmp_path))


def test_the_command_reads_a_file_and_a_pipe(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    (tmp_path / "one.eml").write_bytes(notification())

    by_file = airslot("bounces", "one.eml")
    by_pipe = airslot("bounces", "-", "--json", given=notification())

    assert by_file.code == 0
    assert by_file.out.splitlines() == [
        "an@example.org  5.1.1 failed: is left alone: the notification brings back no mail that was sent from"
        " here to it",
        "1 mail read",
    ]
    assert by_pipe.json["verdict"] == "not_ours"
    missing = airslot("bounces", "missing")
    assert (missing.code, "cannot be read" in missing.err) == (1, True)
