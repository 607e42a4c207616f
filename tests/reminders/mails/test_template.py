"""Filled-in bytes are what `email` writes for the same mail, for any reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest

from scheduler.reminders.mails.message import POLICY, compose
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.mails.template import Template, Tokens
from scheduler.reminders.readers.links import links
from scheduler.reminders.transport.sink import Letter
from scheduler.settings import Settings
from tests.calendars.rows import HEAD
from tests.reminders.mails.letters import ALL, AT, READER, SECRET, letter, readers, renderer

PUBLIC = (
    "http://127.0.0.1:8000",
    "https://lich.example.org",
    "https://lich-phat-song.kien-giang.example.org/airslot",
)
ODD = (
    "o'brien@dai.example",
    "a@b.example",
    "n" * 64 + "@dai.example",
    "reader@" + "very-long-name." * 8 + "example",
    "100%@dai.example",
    '"two words"@dai.example',
)


def written_by_email(writer: MailRenderer, one: Letter, at: datetime) -> bytes:
    tokens = writer.tokens(one)._asdict()
    message = compose(writer.draft(one), one.recipient.email, tokens, writer.message_id(one.key), at)
    return message.as_bytes()


@pytest.mark.parametrize("public_url", PUBLIC)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ALL)
def test_filled_in_is_what_email_writes(kind: str, language: str, public_url: str) -> None:
    writer = renderer(public_url=public_url, mail_reply_to="van.phong@example.org")
    for n, reader in enumerate(readers(12)):
        one = replace(letter(kind, language, reader), key=f"key {n}")
        at = AT + timedelta(seconds=n * 54321)
        assert writer.mail(one, at).content == written_by_email(writer, one, at)


def test_filled_in_for_a_thousand_readers() -> None:
    writer, one = renderer(), letter("reminder")
    template = writer.template(one)
    draft = writer.draft(one)
    for n, reader in enumerate(readers(1000)):
        mine = replace(one, recipient=reader, key=str(n))
        tokens, message_id, at = writer.tokens(mine), writer.message_id(mine.key), AT + timedelta(minutes=n)
        filled = template.bytes_for(reader.email, tokens, message_id, at)
        assert filled == compose(draft, reader.email, tokens._asdict(), message_id, at).as_bytes()


@pytest.mark.parametrize("address", ODD)
def test_an_address_out_of_the_ordinary_is_written_by_email(address: str) -> None:
    writer, one = renderer(), letter("reminder")
    one = replace(one, recipient=replace(READER, email=address))
    content = writer.mail(one, AT).content
    assert content == written_by_email(writer, one, AT)
    assert _read(content)["To"].addresses[0].addr_spec == address


@pytest.mark.parametrize("width", range(16, 81))
def test_tokens_of_any_length(width: int) -> None:
    writer, one = renderer(), letter("digest")
    tokens = Tokens("Aa-_.z09" * 10, "zY.x-_1" * 12)
    tokens = Tokens(tokens.preferences[:width], tokens.unsubscribe[:width])
    filled = writer.template(one).bytes_for("a@b.example", tokens, "id@airslot.example", AT)
    assert (
        filled
        == compose(writer.draft(one), "a@b.example", tokens._asdict(), "id@airslot.example", AT).as_bytes()
    )


@pytest.mark.parametrize(
    ("address", "token"),
    [
        ("a@b.example\r\nBcc: c@d.example", "a" * 24),
        ("a@b.example, c@d.example", "a" * 24),
        ("no address", "a" * 24),
        ("a@b.example", "a" * 23 + "="),
        ("a@b.example", "a" * 22 + "\r\n"),
        ("a@b.example", "short"),
    ],
)
def test_what_no_header_or_link_can_hold_is_refused(address: str, token: str) -> None:
    template = renderer().template(letter("reminder"))
    with pytest.raises(ValueError, match=r"address|token"):
        template.bytes_for(address, Tokens(token, token), "id@airslot.example", AT)


@pytest.mark.parametrize("kind", ALL)
def test_no_line_is_longer_than_the_standards_allow(kind: str) -> None:
    writer = renderer(
        public_url=PUBLIC[-1], mail_sender="Lịch phát sóng và đăng tải của tỉnh <lich@example.org>"
    )
    lines = writer.mail(letter(kind), AT).content.split(b"\r\n")
    head, body = lines[: lines.index(b"")], lines[lines.index(b"") :]
    # Links in headers cannot be broken; RFC 5322 allows 998. All else keeps to 78, encoded words to 76.
    assert all(len(line) <= 78 for line in head if b"https://" not in line)
    assert max(map(len, head)) < 998
    assert max(map(len, body)) <= 76
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)


def test_where_the_library_folds_right_its_own_policy_writes_the_same() -> None:
    message = EmailMessage(policy=SMTP)
    ours = EmailMessage(policy=POLICY)
    for one in (message, ours):
        one["From"] = "Airslot <lich@example.org>"
        one["Subject"] = "Reminder"
        one["Message-ID"] = "<0123456789abcdef@airslot.example>"
        one["List-Unsubscribe"] = "<https://lich.example.org/unsubscribe/0123456789>"
        one.set_content("Short lines.\n", cte="quoted-printable")
    assert ours.as_bytes() == message.as_bytes()


def test_a_subject_keeps_its_spaces_where_the_library_loses_them() -> None:
    subject = "Nhắc lịch: 17:45 thứ Tư, 17/01/2024 – 2.2 Chuyên mục cải cách hành chính trên kênh KG của tỉnh"
    draft = replace(renderer().draft(letter("reminder")), subject=subject)
    tokens = dict.fromkeys(("preferences", "unsubscribe"), "a" * 24)
    message = _read(compose(draft, "a@b.example", tokens, "id@airslot.example", AT).as_bytes())
    assert message["Subject"] == subject


def test_the_links_are_those_that_the_pages_know() -> None:
    writer, one = renderer(), letter("reminder")
    mine = links("https://lich.example.org", SECRET, READER.id, READER.link_salt)
    text = _read(writer.mail(one, AT).content).get_body(("plain",)).get_content()
    assert mine.preferences in text
    assert mine.unsubscribe in text
    asked = links("https://lich.example.org", SECRET, READER.id, READER.link_salt, 7).confirm
    assert asked in _read(writer.mail(letter("confirm"), AT).content).get_body(("plain",)).get_content()


def test_the_same_mail_has_the_same_bytes_at_each_try() -> None:
    one = letter("moved")
    assert renderer().mail(one, AT).content == renderer().mail(one, AT).content
    assert renderer().mail(one, AT).message_id == renderer().mail(one, AT + timedelta(hours=1)).message_id
    assert renderer().message_id("a") != renderer().message_id("b")


def test_letters_that_say_the_same_are_rendered_once() -> None:
    writer = renderer()
    first = writer.template(letter("reminder"))
    other = replace(letter("reminder"), key="other", reminder_id=8, recipient=replace(READER, id="sub_other"))
    assert writer.template(other) is first
    assert writer.template(letter("reminder", "en")) is not first
    assert writer.template(replace(letter("reminder"), lead="P7D")) is not first


def test_facts_that_no_word_holds_do_not_part_readers() -> None:
    writer, one = renderer(), letter("moved")
    other = replace(one, facts={**one.facts, "since": "2024-04-16T08:00+07:00"})
    assert writer.template(other) is writer.template(one)
    moved = replace(one, facts={**one.facts, "old_channel": "KG1"})
    assert writer.template(moved) is not writer.template(one)


def test_a_new_title_of_the_plan_is_soon_in_the_mails() -> None:
    titles = {HEAD.slug: "Old title"}
    writer = MailRenderer(Settings(), SECRET, titles.get)
    assert b"Old title" in writer.mail(letter("reminder"), AT).content
    titles[HEAD.slug] = "New title"
    assert b"New title" in writer.mail(letter("reminder"), AT + timedelta(minutes=6)).content


def test_a_template_needs_no_more_than_its_draft() -> None:
    draft = renderer().draft(letter("confirm"))
    content = Template(draft).bytes_for(
        "a@b.example", Tokens(confirm="c" * 30), "id@x.example", datetime(2024, 4, 2, tzinfo=UTC)
    )
    assert b"/confirm/" + b"c" * 30 in content.replace(b"=\r\n", b"")


def _read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message
