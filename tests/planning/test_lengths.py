"""How long an airing lasts: as its phrase says, else its item, else as the setting has it, which is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from typing import Any

import icalendar
import pytest

from rules.phrases import Context, parse
from scheduler.feeds.document import FORMS, Form, render
from scheduler.feeds.publication import feed_head
from scheduler.planning.by_hand.occurrence_object import occurrence_object
from scheduler.planning.expanding.overlaps import overlaps
from scheduler.reminders.transport.sink import Letter
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.occurrences.series import series_of_plan
from scheduler.store.plans.read_model import get_plan
from tests.planning.overrides import restore, retime
from tests.planning.samples import Desk, document, entry
from tests.reminders.mails.letters import AT, READER, renderer

SLUG = "ke-hoach-2024"


def loaded(desk: Desk, phrase: str, minutes: int | None) -> list[Occurrence]:
    schedule = parse(phrase, Context(lang="en", year=2024))
    desk.load_document(document(entry("1", schedule, when=phrase, minutes=minutes), language="en"))
    return desk.rows()


def event_of(desk: Desk, form: Form) -> Any:
    with reading(desk.engine) as connection:
        head, stored = feed_head(get_plan(connection, SLUG), Settings()), series_of_plan(connection, SLUG)
    rendered = render(head, desk.rows(), form=form, series=stored)
    [event] = icalendar.Calendar.from_ical(rendered).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("phrase", "item", "written", "shown", "said"),
    [
        ("17:45 on 17 April 2024, 12 minutes", 45, 12, 12, "Duration: 12 minutes"),
        ("5:45 pm to 6 pm on 17 April 2024", 45, 15, 15, "Duration: 15 minutes"),
        ("17:45 on 17 April 2024", 45, 45, 45, "Duration: 45 minutes"),
        ("17:45 on 17 April 2024", None, None, 30, "The plan names no duration; this calendar keeps 30"),
    ],
)
def test_phrase_then_item_then_setting(
    desk: Desk, phrase: str, item: int | None, written: int | None, shown: int, said: str
) -> None:
    (one,) = loaded(desk, phrase, item)
    told = occurrence_object(one, default_minutes=30)
    assert told["minutes"] == written
    assert told["assumed_minutes"] == (None if written else shown)
    assert (told["end"] is None) == (written is None)
    for form in FORMS:
        event = event_of(desk, form)
        assert (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() == 60 * shown
        assert said in str(event["DESCRIPTION"])
    letter = Letter(1, "key", "reminder", "P1D", replace(READER, language="en"), one.starts_at, AT, one)
    mail = message_from_bytes(renderer().mail(letter, AT).content)
    leaves = [part for part in mail.walk() if not part.is_multipart()]
    parts = {part.get_content_type(): part.get_payload(decode=True).decode() for part in leaves}
    assert f"{shown} minutes" in parts["text/plain"]
    assert ("assumed" in parts["text/plain"]) == (written is None)
    [event] = icalendar.Calendar.from_ical(parts["text/calendar"]).walk("VEVENT")
    assert (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() == 60 * shown


def test_an_items_minutes_count_for_its_replays_and_days_and_windows_stay(desk: Desk) -> None:
    rows = loaded(desk, "17:45 on 17 April 2024, replay at 6:00 the next day", 45)
    assert [one.minutes for one in rows] == [45, 45]
    assert rows[1].end == datetime(2024, 4, 18, 6, 45)
    (window,) = loaded(desk, "one piece from 1 to 15 June 2024", 45)
    assert (window.kind, window.minutes) == ("window", None)


@pytest.mark.parametrize(("minutes", "clashes"), [(None, 1), (10, 0), (16, 1)])
def test_overlaps_count_the_same_length(desk: Desk, minutes: int | None, clashes: int) -> None:
    rows = loaded(desk, "17:45 and 18:00 on 17 April 2024 on channel KG", minutes)
    assert len(rows) == 2
    assert len(overlaps(rows, 30)) == clashes


def test_other_minutes_of_an_item_move_the_ends_of_what_is_ahead(desk: Desk) -> None:
    before = loaded(desk, "17:45 on 27 March and 17 April 2024", None)
    after = loaded(desk, "17:45 on 27 March and 17 April 2024", 45)
    assert [one.uid for one in after] == [one.uid for one in before]
    assert [(one.minutes, one.sequence) for one in after] == [(None, 0), (45, 1)]
    assert loaded(desk, "17:45 on 27 March and 17 April 2024", 45) == after


def test_a_persons_minutes_hold_against_the_items(desk: Desk) -> None:
    (one,) = loaded(desk, "17:45 on 17 April 2024", 45)
    assert desk.do(retime, one.id, minutes=20).minutes == 20
    (one,) = loaded(desk, "17:45 on 17 April 2024", 60)
    assert one.minutes == 20
    assert desk.do(restore, one.id).minutes == 60
