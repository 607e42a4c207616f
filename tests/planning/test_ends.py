"""Where an airing ends when a clock is changed before that: the same at every door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from rules.phrases import Context, parse
from scheduler.feeds.document import FORMS, render
from scheduler.feeds.publication import feed_head
from scheduler.planning.by_hand.occurrence_object import occurrence_object
from scheduler.planning.expanding.overlaps import overlaps
from scheduler.reminders.transport.sink import Letter
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.occurrences.series import series_of_plan
from scheduler.store.plans.read_model import get_plan
from tests.planning.overrides import move, retime
from tests.planning.samples import Desk, document, entry
from tests.reminders.mails.letters import AT, READER, renderer

SLUG = "ke-hoach-2024"


def loaded(desk: Desk, zone: str, *phrases: str, **facts: Any) -> list[Occurrence]:
    """A plan of 2026 with an item for each phrase."""
    year: dict[str, Any] = {
        "first": datetime(2026, 1, 1).date(),
        "last": datetime(2026, 12, 31).date(),
        "timezone": zone,
    }
    items = [
        entry(f"{n}", parse(phrase, Context(lang="en", year=2026)), when=phrase, **facts)
        for n, phrase in enumerate(phrases, 1)
    ]
    desk.load_document(replace(document(*items), **year))
    return desk.rows()


def doors(desk: Desk, one: Occurrence) -> Iterator[tuple[str, datetime, datetime]]:
    """From when to when it is, as REST, both forms of the feed and a mail's attachment have it."""
    told = occurrence_object(one, default_minutes=30)
    yield "rest", _instant(told["starts_at"]), _instant(told["ends_at"])
    with reading(desk.engine) as connection:
        head, stored = feed_head(get_plan(connection, SLUG), Settings()), series_of_plan(connection, SLUG)
    documents: dict[str, bytes] = {
        form: render(head, desk.rows(), form=form, series=stored) for form in FORMS
    }
    documents["attachment"] = mail_parts(one)["text/calendar"]
    for door, text in documents.items():
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
            if one.id in str(event["URL"]) or door == "series":
                yield door, event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC)


def mail_parts(one: Occurrence) -> dict[str, Any]:
    """The parts of a reminder of it, by their type."""
    reader = replace(READER, language="en")
    letter = Letter(1, "key", "reminder", "P1D", reader, one.starts_at, AT, one)
    mail = message_from_bytes(renderer().mail(letter, AT).content)
    return {part.get_content_type(): part.get_payload(decode=True) for part in mail.walk()}


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


@pytest.mark.parametrize(
    ("zone", "phrase", "end", "hours", "minutes"),
    [
        (
            "Europe/Berlin",
            "Saturday 28 March 2026 22:00 to Sunday 29 March 2026 06:00",
            "2026-03-29T06:00",
            7,
            420,
        ),
        ("Europe/Berlin", "22:00 on 28 March 2026, 8 hours", "2026-03-29T07:00", 8, 480),
        ("Europe/Berlin", "10 pm to 6 am on 24 October 2026", "2026-10-25T06:00", 9, 540),
        ("America/New_York", "11 pm to 3 am on 7 March 2026", "2026-03-08T03:00", 3, 180),
        ("Europe/Berlin", "2:30 am on 29 March 2026, 30 minutes", "2026-03-29T04:00", 0.5, 30),
        ("Europe/Berlin", "2:30 am on 25 October 2026, 30 minutes", "2026-10-25T02:00", 0.5, 30),
        (
            "Europe/Berlin",
            "Friday 27 March 2026 18:00 to Sunday 29 March 2026 16:00",
            "2026-03-29T16:00",
            45,
            2700,
        ),
    ],
)
def test_every_door_has_the_same_end(
    desk: Desk, zone: str, phrase: str, end: str, hours: float, minutes: int
) -> None:
    (one,) = loaded(desk, zone, phrase)
    told = occurrence_object(one, default_minutes=30)
    assert (told["end"], told["minutes"]) == (end, minutes)
    assert {(begin, ends) for _, begin, ends in doors(desk, one)} == {
        (one.starts_at, one.starts_at + timedelta(hours=hours))
    }
    assert len({door for door, _, _ in doors(desk, one)}) == 4


def test_a_mail_says_the_end_that_is_written(desk: Desk) -> None:
    (one,) = loaded(desk, "Europe/Berlin", "Saturday 28 March 2026 22:00 to Sunday 29 March 2026 06:00")
    body = mail_parts(one)["text/plain"].decode()
    assert "22:00 Saturday, 28 March 2026 – 06:00 Sunday, 29 March 2026" in body
    assert "420 minutes" in body


def test_what_begins_at_a_written_end_does_not_overlap(desk: Desk) -> None:
    rows = loaded(
        desk,
        "Europe/Berlin",
        "10 pm to 6 am on 28 March 2026 on channel KG",
        "6 am to 7 am on 29 March 2026 on channel KG",
    )
    assert overlaps(rows, 30) == []
    rows = loaded(
        desk,
        "Europe/Berlin",
        "10 pm on 28 March 2026 on channel KG, 8 hours",
        "6 am to 7 am on 29 March 2026 on channel KG",
    )
    assert len(overlaps(rows, 30)) == 1


def test_a_load_of_the_same_phrases_changes_nothing(desk: Desk) -> None:
    phrases = (
        "Saturday 28 March 2026 22:00 to Sunday 29 March 2026 06:00",
        "22:00 on 28 March 2026, 8 hours",
    )
    before = loaded(desk, "Europe/Berlin", *phrases)
    assert loaded(desk, "Europe/Berlin", *phrases) == before


def test_a_length_that_becomes_a_written_end_moves_where_a_clock_is_changed_alone(desk: Desk) -> None:
    before = loaded(desk, "Europe/Berlin", "22:00 on 28 March and 4 April 2026, 8 hours")
    after = loaded(desk, "Europe/Berlin", "10 pm to 6 am on 28 March and 4 April 2026")
    assert [one.uid for one in after] == [one.uid for one in before]
    assert [one.sequence for one in after] == [1, 0]
    assert [one.end for one in after] == [datetime(2026, 3, 29, 6), datetime(2026, 4, 5, 6)]


def test_a_replay_takes_over_the_length_and_no_end(desk: Desk) -> None:
    (_, replay) = loaded(
        desk, "Europe/Berlin", "8 pm to 10 pm on 27 March 2026, replay at 1 am two days later"
    )
    assert (replay.start, replay.end) == (datetime(2026, 3, 29, 1), datetime(2026, 3, 29, 4))


def test_who_moves_an_airing_moves_its_written_end_and_who_gives_a_length_has_that(desk: Desk) -> None:
    (one,) = loaded(desk, "Europe/Berlin", "10 pm to 6 am on 21 March 2026")
    moved = desk.do(move, one.id, datetime(2026, 3, 28, 22))
    assert (moved.end, moved.minutes) == (datetime(2026, 3, 29, 6), 420)
    longer = desk.do(retime, one.id, minutes=500)
    assert (longer.end, longer.minutes) == (datetime(2026, 3, 29, 7, 20), 500)
    back = desk.do(retime, one.id, minutes=480)
    assert (back.end, back.minutes) == (datetime(2026, 3, 29, 6), 420)
    assert back.ends_at == datetime(2026, 3, 29, 6, tzinfo=ZoneInfo("Europe/Berlin"))
