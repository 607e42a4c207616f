"""The one spelling of a mail address, and that a mail can be written to whatever is taken for one."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scheduler.errors import Invalid
from scheduler.mailbox import normal_email
from scheduler.reminders.mails.message import POLICY


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("person@straße.de", "person@xn--strae-oqa.de"),
        ("person@FAẞ.de", "person@xn--fa-hia.de"),
        ("person@xn--strae-oqa.de", "person@xn--strae-oqa.de"),
        ("person@νίκος.gr", "person@xn--kxawhkp.gr"),  # its last letter is another than σ
        ("person@bücher.example", "person@xn--bcher-kva.example"),
        ("ten@Đài.example", "ten@xn--i-rfa0m.example"),
    ],
)
def test_a_domain_is_kept_as_its_registry_knows_it(written: str, kept: str) -> None:
    assert normal_email(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "=?utf-8?q?x?=@example.org",
        "a=?utf-8?q?x?=b@example.org",
        "a@i❤.ws",
        "a@xn--a.example",
    ],
)
def test_what_no_mail_can_reach_is_refused(written: str) -> None:
    with pytest.raises(Invalid, match="no mail address"):
        normal_email(written)


_SIGNS = st.text("ab1!#$%&'*+/=?^_`{|}~-.", min_size=1, max_size=64)
_WORDS = st.sampled_from(["=?", "?=", "?q?", "utf-8", "b", "?"])
_PARTS = st.lists(st.one_of(_WORDS, _SIGNS.filter(lambda text: len(text) < 9)))
_LOCAL = st.one_of(_SIGNS, _PARTS.map("".join))


@given(_LOCAL, st.sampled_from(["example.org", f"{'a' * 60}.example.org", "straße.de"]))
@example("=?utf-8?q?x?=", "example.org")
@example("=?zzz?b??=", "example.org")
def test_a_mail_can_be_written_to_whatever_is_taken(local: str, domain: str) -> None:
    try:
        email = normal_email(f"{local}@{domain}")
    except Invalid:
        return
    message = EmailMessage(policy=POLICY)
    message["To"] = email
    read = message_from_bytes(message.as_bytes(), policy=SMTP)
    assert [address.addr_spec for address in read["To"].addresses] == [email]
