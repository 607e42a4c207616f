from __future__ import annotations

from icalendar import Calendar

from tests.cli.conftest import Airslot


def test_feed_is_the_whole_calendar_in_bytes(loaded: Airslot) -> None:
    done = loaded("feed", "print", "--plan", "kien-giang-2024")

    assert (done.code, done.err) == (0, "")
    assert "\r\nEND:VCALENDAR\r\n" in done.out
    assert len(Calendar.from_ical(done.out).walk("VEVENT")) == 120


def test_series_has_fewer_entries(loaded: Airslot) -> None:
    done = loaded("feed", "print", "--plan", "kien-giang-2024", "--form", "series")

    assert 12 <= len(Calendar.from_ical(done.out).walk("VEVENT")) < 120


def test_unknown_form_names_the_forms(loaded: Airslot) -> None:
    done = loaded("feed", "print", "--plan", "kien-giang-2024", "--form", "monthly")

    assert done.code == 2
    assert "expanded, series" in " ".join(done.err.replace("│", " ").split())
