"""What `airslot feed check` finds: each fault by its name, and no failure on any bytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.feeds.checking import TOLD, check_calendar
from tests.calendars.spoilt import Change, changes, spoilt

EVENT = (
    "BEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20240603T100000\r\n"
    "DTEND;TZID=Europe/Berlin:20240603T110000\r\nSUMMARY:Họp\r\nEND:VEVENT\r\n"
)
ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:DAYLIGHT\r\nDTSTART:20240331T020000\r\n"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:20231029T030000\r\n"
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
SOUND = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n{ZONE}{EVENT}END:VCALENDAR\r\n"
DAY = "DTSTART;VALUE=DATE:20240603\r\n"


def with_start(lines: str) -> str:
    """The sound document with other lines in place of its event's start and end."""
    return re.sub(r"DTSTART;TZID.*\r\nDTEND.*\r\n", lines, SOUND)


def codes(document: str | bytes) -> set[str]:
    given = document.encode() if isinstance(document, str) else document
    return {finding.code for finding in check_calendar(given).findings}


def test_a_sound_calendar_has_nothing_wrong() -> None:
    found = check_calendar(SOUND.encode())
    assert (found.findings, found.entries, str(found.first)) == ((), 1, "2024-06-03")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("", "nothing"),
        ("<!DOCTYPE html><p>Sign in</p>", "no-calendar"),
        (b"\xef\xbb\xbf" + SOUND.encode(), "byte-order-mark"),
        (SOUND.encode("utf-16"), "no-calendar"),
        (SOUND.replace("Họp", "H\xe9").encode("latin-1"), "not-utf-8"),
        (SOUND.replace("\r\n", "\n"), "line-end"),
        (SOUND[: SOUND.index("END:VEVENT")], "cut"),
        (SOUND.removesuffix("\r\n"), "cut"),
        (SOUND.replace("END:VEVENT", "END:VTODO"), "nesting"),
        (SOUND.replace("SUMMARY:Họp", "SUMMARY:" + "x" * 80), "long-line"),
        (SOUND.replace("SUMMARY:Họp", "SUMMARY:a\x07"), "control"),
        (SOUND.replace("SUMMARY:Họp\r\n", "SUMMARY:a\r\n\r\n"), "empty-line"),
        (SOUND.replace("SUMMARY:Họp", "a second line"), "no-name"),
        (SOUND + SOUND, "not-one-calendar"),
        (SOUND.replace("VERSION:2.0\r\n", ""), "missing"),
        (SOUND.replace("UID:1@x\r\n", ""), "missing"),
        (SOUND.replace("TZID:Europe/Berlin\r\n", ""), "missing"),
        (SOUND.replace("DTSTAMP:20240101T000000Z\r\n", ""), "missing"),
        (SOUND.replace("PRODID:-//x", "PRODID:-//x\r\nMETHOD:PUBLISH"), "method"),
        (SOUND.replace(EVENT, ""), "empty"),
        (SOUND.replace(EVENT, EVENT + EVENT), "double"),
        (
            SOUND.replace("SUMMARY", "RECURRENCE-ID:20240603T080000Z\r\nSUMMARY"),
            "no-series",
        ),
        (SOUND.replace("SUMMARY", "DURATION:PT1H\r\nSUMMARY"), "two-ends"),
        (with_start(DAY + "DTEND:20240603T110000Z\r\n"), "mixed-ends"),
        (with_start("DTSTART:20240603T100000\r\nDTEND:20240603T110000Z\r\n"), "mixed-ends"),
        (with_start(DAY + "DTEND;VALUE=DATE:20240603\r\n"), "ends-first"),
        (with_start("DTSTART:20240603T100000Z\r\nDTEND:20240603T090000Z\r\n"), "ends-first"),
        (with_start(DAY + "RRULE:FREQ=FOO\r\n"), "bad-value"),
        (with_start(DAY + "RRULE:FREQ=WEEKLY;BYDAY=TU\r\n"), "start-not-in-rule"),
        (with_start(DAY + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1\r\n"), "start-not-in-rule"),
        (with_start(DAY + "RRULE:FREQ=WEEKLY\r\nRRULE:FREQ=DAILY\r\n"), "two-rules"),
        (SOUND.replace(ZONE, ""), "no-zone"),
        (SOUND.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"), "wrong-offset"),
    ],
)
def test_each_fault_is_told_by_its_name(document: str | bytes, code: str) -> None:
    assert code in codes(document)


def test_a_rule_with_its_own_start_is_sound() -> None:
    assert codes(with_start(DAY + "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20241231\r\n")) == set()


def test_a_warning_loses_nothing_and_an_error_does() -> None:
    assert not check_calendar(SOUND.replace("\r\n", "\n").encode()).wrong
    assert check_calendar(SOUND.replace("UID:1@x\r\n", "").encode()).wrong


def test_ten_thousand_times_the_same_fault_is_told_some_times_and_counted() -> None:
    undated = EVENT.replace("DTSTAMP:20240101T000000Z\r\n", "")
    bad = "".join(undated.replace("UID:1@x", f"UID:{n}@x") for n in range(90))
    found = check_calendar(SOUND.replace(EVENT, bad).encode()).findings
    assert len(found) == TOLD + 1 and found[-1].message == f"{90 - TOLD} more of this kind."


SERIES = with_start(DAY + "RRULE:FREQ=WEEKLY;BYDAY=MO\r\nEXDATE;VALUE=DATE:20240610\r\n")
ONE_OF_IT = with_start("DTSTART:20240603T100000Z\r\nRECURRENCE-ID:20240603T080000Z\r\nDURATION:PT1H\r\n")


@settings(max_examples=300)
@given(st.sampled_from([SOUND, SERIES, ONE_OF_IT]), changes)
def test_a_spoilt_calendar_gives_findings_and_no_failure(document: str, wanted: list[Change]) -> None:
    check_calendar(spoilt(document, wanted))


@given(st.binary(max_size=300), st.integers(0, len(SOUND)))
def test_bytes_of_any_kind_give_findings_and_no_failure(noise: bytes, at: int) -> None:
    check_calendar(noise)
    sound = SOUND.encode()
    check_calendar(sound[:at] + noise + sound[at:])
