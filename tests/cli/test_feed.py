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


def test_alarms_and_language_are_those_of_the_address(loaded: Airslot) -> None:
    done = loaded("feed", "print", "--plan", "kien-giang-2024", "--alarms", "PT2H,p1d", "--lang", "en")

    assert (done.code, done.err) == (0, "")
    assert done.out.count("TRIGGER:-P1D") + done.out.count("TRIGGER:-PT16H") == 120
    assert "\\nOutlet: " in done.out.replace("\r\n ", "")
    assert "VALARM" not in loaded("feed", "print", "--plan", "kien-giang-2024").out


def test_bad_alarms_and_language_are_sentences(loaded: Airslot) -> None:
    for option, value, remedy in (("--alarms", "soon", "P1D, PT2H"), ("--lang", "fr", "vi, en")):
        done = loaded("feed", "print", "--plan", "kien-giang-2024", option, value)

        assert (done.code, done.out) == (2, "")
        assert remedy in " ".join(done.err.split())
