"""What `doctor --mail` finds, on answers of DNS that are written here."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.reminders.transport.checks import Answer, Check, mail_checks, signed
from scheduler.settings import Settings
from tests.reminders.fault_server import FaultServer

DOMAIN = "so.kien-giang.vn"
GOOD: dict[str, Answer] = {
    DOMAIN: ["other=1", "v=spf1 include:relay.vn -all"],
    f"mail._domainkey.{DOMAIN}": ["v=DKIM1; k=rsa; p=MIIB"],
    f"_dmarc.{DOMAIN}": ["v=DMARC1; p=quarantine"],
}
BOTH = "List-Unsubscribe:List-Unsubscribe-Post"
SENDER = {"mail_sender": f"Lịch <lich@{DOMAIN}>", "mail_dkim_selector": "mail"}


def checks(records: dict[str, Answer] | None = None, **settings: Any) -> dict[str, Check]:
    known = GOOD if records is None else GOOD | records
    found = mail_checks(Settings(**(SENDER | settings)), None, lambda name: known.get(name, "no such name"))
    return {check.what: check for check in found}


def received(*signatures: str) -> bytes:
    lines = [f"DKIM-Signature: {one}\r\n" for one in signatures]
    return "".join([*lines, f"From: lich@{DOMAIN}\r\n\r\nx\r\n"]).encode()


def test_all_is_well() -> None:
    found = checks(public_url="https://lich.example.org")
    assert {what: check.ok for what, check in found.items()} == {
        "mail sink": True, "sender": True, "SPF": True, "DKIM": True, "DMARC": True, "one click": True,
        "signature": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("records", "what", "ok", "word"),
    [
        ({DOMAIN: []}, "SPF", False, "no record"),
        ({DOMAIN: ["v=spf1 -all", "v=spf1 ~all"]}, "SPF", False, "2 records"),
        ({DOMAIN: ["v=spf10 -all"]}, "SPF", False, "no record"),
        ({DOMAIN: "no answer"}, "SPF", None, "does not answer"),
        ({DOMAIN: "no such name"}, "DMARC", None, "knows no"),
        ({f"mail._domainkey.{DOMAIN}": []}, "DKIM", False, "no key"),
        ({f"mail._domainkey.{DOMAIN}": ["v=DKIM1; p="]}, "DKIM", False, "revoked"),
        ({f"mail._domainkey.{DOMAIN}": "no answer"}, "DKIM", None, "does not answer"),
        ({f"_dmarc.{DOMAIN}": "no such name"}, "DMARC", False, "no record"),
        ({f"_dmarc.{DOMAIN}": "no answer"}, "DMARC", None, "does not answer"),
        (
            {f"_dmarc.{DOMAIN}": [], "_dmarc.kien-giang.vn": ["v=DMARC1; p=none"]},
            "DMARC",
            True,
            "_dmarc.kien",
        ),
    ],
)
def test_records(records: dict[str, Answer], what: str, ok: bool | None, word: str) -> None:
    found = checks(records)[what]
    assert found.ok is ok
    assert word in found.found
    assert bool(found.remedy) is (ok is not True)


def test_a_key_without_a_selector_cannot_be_looked_up() -> None:
    assert checks(mail_dkim_selector=None)["DKIM"].ok is None


def test_the_demo_is_well_and_asks_dns_nothing() -> None:
    def asked(name: str) -> Answer:
        raise AssertionError(name)

    assert all(check.ok is not False for check in mail_checks(Settings(), None, asked))


def test_mails_cannot_leave_from_an_address_for_examples() -> None:
    with FaultServer() as server:
        found = checks(
            mail_sink="smtp", smtp_tls="none", smtp_port=server.port, mail_sender="lich@airslot.example"
        )
    assert found["relay"].ok
    assert found["sender"].ok is False
    assert found["one click"].ok is False


def test_a_relay_that_refuses_is_told_without_the_password() -> None:
    with FaultServer("AUTH", b"535 5.7.8 no\r\n", offers=("AUTH PLAIN",)) as server:
        found = checks(
            mail_sink="smtp",
            smtp_tls="none",
            smtp_port=server.port,
            smtp_user="a",
            smtp_password="very secret",
        )["relay"]
    assert (found.ok, "535 5.7.8" in found.found) == (False, True)
    assert "very secret" not in found.found + found.remedy


def test_signed_in_under_another_domain_is_told() -> None:
    with FaultServer("connect", b"421 no\r\n") as server:
        facts = {"mail_sink": "smtp", "smtp_tls": "none", "smtp_port": server.port, "smtp_password": "x"}
        assert checks(smtp_user="lich@relay.vn", **facts)["sender"].ok is False
        assert checks(smtp_user=f"lich@mail.{DOMAIN}", **facts)["sender"].ok is True


@pytest.mark.parametrize(
    ("signatures", "ok", "word"),
    [
        ((), False, "no DKIM signature"),
        ((f"v=1; d={DOMAIN}; h=From:{BOTH}; b=x",), True, "both"),
        ((f"v=1; d=kien-giang.vn; h=from:\r\n {BOTH.lower()}; b=x",), True, "both"),
        ((f"v=1; d={DOMAIN}; h=From:List-Unsubscribe; b=x",), False, "list-unsubscribe-post not signed"),
        ((f"v=1; d={DOMAIN}; h=From; b=x",), False, "list-unsubscribe and list-unsubscribe-post"),
        ((f"v=1; d=relay.vn; h=From:{BOTH}; b=x",), False, "signed by relay.vn"),
        (
            ("v=1; d=relay.vn; h=From; b=x", f"v=1; d={DOMAIN}; h={BOTH}; b=x"),
            True,
            "both",
        ),
    ],
)  # fmt: skip
def test_what_the_relay_signed(signatures: tuple[str, ...], ok: bool, word: str) -> None:
    found = signed(received(*signatures), DOMAIN)
    assert found.ok is ok
    assert word in found.found
