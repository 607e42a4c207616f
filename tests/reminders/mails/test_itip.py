"""A reader's calendar takes what mails announce, move and cancel, by its own handling of mails (RFC 5546)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from icalendar import Calendar as Document

from scheduler.feeds.document import render
from scheduler.reminders.transport.sink import Letter
from tests.calendars.itip import Calendar, checked, parts
from tests.calendars.reading import check_lines
from tests.calendars.rows import HEAD
from tests.reminders.mails.letters import AIRING, AT, letter, renderer

PUBLISHED = ("reminder", "day", "opening", "closing", "moved", "channel", "restored")
CANCELLED = ("cancelled", "gone")
SENDER = {"mail_sender": '"Lịch, phát sóng" <lich@so.example.org>'}


def mail(one: Letter, **settings: Any) -> EmailMessage:
    message = message_from_bytes(renderer(**(SENDER | settings)).mail(one, AT).content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", [*PUBLISHED, *CANCELLED])
def test_each_part_holds_what_its_method_requires(kind: str, language: str) -> None:
    [part] = parts(mail(letter(kind, language)))
    octets = part.get_payload(decode=True)
    assert isinstance(octets, bytes)
    check_lines(octets)
    method, event = checked(part)
    assert method == ("CANCEL" if kind in CANCELLED else "PUBLISH")
    assert str(event["ORGANIZER"]) == "mailto:lich@so.example.org"
    assert event["ORGANIZER"].params["CN"] == "Lịch, phát sóng"


def test_the_type_of_a_part_tells_its_method() -> None:
    kinds = [str(parts(mail(letter(kind)))[0]["Content-Type"]) for kind in ("reminder", "cancelled")]
    assert kinds == [f'text/calendar; method="{method}"; charset="utf-8"' for method in ("PUBLISH", "CANCEL")]


def test_what_is_announced_moved_cancelled_and_back_is_one_event_in_the_readers_calendar() -> None:
    known = Calendar()
    known.take(mail(letter("reminder")))
    assert known.starts() == ["17.04. 17:45"]
    known.take(mail(letter("moved")))
    assert known.starts() == ["18.04. 17:45"]
    known.take(mail(letter("reminder")))
    assert known.starts() == ["18.04. 17:45"], "an older mail that is opened later changes nothing"
    known.take(mail(letter("cancelled")))
    assert known.starts() == []
    known.take(mail(letter("restored")))
    assert known.starts() == ["17.04. 17:45"]


def test_what_is_gone_from_the_plan_leaves_the_readers_calendar() -> None:
    known = Calendar()
    known.take(mail(letter("reminder")))
    known.take(mail(letter("gone")))
    assert known.starts() == []


def test_a_notice_from_before_uids_were_kept_has_no_part() -> None:
    one = letter("gone")
    facts = {name: value for name, value in one.facts.items() if name != "uid"}
    assert parts(mail(replace(one, facts=facts))) == []


@pytest.mark.parametrize("kind", ["reminder", "moved", "cancelled"])
def test_uid_and_sequence_are_those_of_the_feed(kind: str) -> None:
    one = letter(kind)
    assert one.occurrence is not None
    [fed] = Document.from_ical(render(HEAD, [one.occurrence])).walk("VEVENT")
    _, event = checked(parts(mail(one))[0])
    same = ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS")
    assert {name: fed[name] for name in same if name != "DESCRIPTION"} == {
        name: event[name] for name in same if name != "DESCRIPTION"
    }


def test_a_digest_is_a_file_that_no_program_takes_by_itself() -> None:
    """Thunderbird looks for the first event alone and writes all the others over it."""
    message = mail(letter("digest"))
    assert parts(message) == []
    [file] = message.iter_attachments()
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "airslot.ics")
    document = Document.from_ical(file.get_content())
    assert "METHOD" not in document
    assert len(document.walk("VEVENT")) == 4
    assert not any("ORGANIZER" in event for event in document.walk("VEVENT"))


def test_a_sender_without_a_name_is_an_address_alone() -> None:
    _, event = checked(parts(mail(letter("reminder"), mail_sender="lich@so.example.org"))[0])
    assert "CN" not in event["ORGANIZER"].params


@pytest.mark.parametrize("name", ['Sở "Nội vụ"', "A; B: C", "Tên " * 30])
def test_any_name_of_the_sender_leaves_the_part_readable(name: str) -> None:
    quoted = name.replace('"', '\\"')
    _, event = checked(parts(mail(letter("reminder"), mail_sender=f'"{quoted}" <lich@so.example.org>'))[0])
    assert event["ORGANIZER"].params["CN"] == name.replace('"', "'").strip()
    assert event["UID"] == AIRING.uid
