"""Days off out of a calendar file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.errors import Invalid
from scheduler.planning.by_hand.brought_days import BroughtDays, days_in_calendar
from tests.calendars.spoilt import Change, changes, spoilt


def read(*events: str, first: date = date(2024, 1, 1), last: date = date(2024, 12, 31)) -> BroughtDays:
    inside = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    document = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n{inside}END:VCALENDAR\r\n"
    return days_in_calendar(document.encode(), first, last)


def told(found: BroughtDays) -> list[str]:
    return [str(one) for one in found.days]


def test_a_whole_day_is_a_day_off_of_its_title() -> None:
    assert told(read("SUMMARY:Ngày truyền thống\r\nDTSTART;VALUE=DATE:20240812")) == [
        "2024-08-12 holiday Ngày truyền thống"
    ]


def test_the_end_is_the_day_after_the_last() -> None:
    found = read("SUMMARY:Tết\r\nDTSTART;VALUE=DATE:20240208\r\nDTEND;VALUE=DATE:20240211")
    assert [one.day.day for one in found.days] == [8, 9, 10]


def test_a_list_from_the_web_ends_on_the_day_itself_and_repeats_by_nothing() -> None:
    """Such a list of holidays was left out whole."""
    found = read("SUMMARY:Tết\r\nDTSTART:20240101\r\nDTEND:20240101\r\nRRULE:\r\nUID:1@x")
    assert (told(found), found.left) == (["2024-01-01 holiday Tết"], ())


def test_a_length_is_as_good_as_an_end() -> None:
    found = read("SUMMARY:Tết\r\nDTSTART;VALUE=DATE:20240208\r\nDURATION:P2D")
    assert [one.day.day for one in found.days] == [8, 9]


def test_only_the_days_of_the_range_are_given_also_of_an_entry_that_begins_before() -> None:
    found = read("SUMMARY:Tết\r\nDTSTART;VALUE=DATE:20231230\r\nDTEND;VALUE=DATE:20240103")
    assert [str(one.day) for one in found.days] == ["2024-01-01", "2024-01-02"]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("RRULE:FREQ=YEARLY", ["2024-05-20"]),
        ("RRULE:FREQ=YEARLY;UNTIL=20230520T000000Z", []),
        ("RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20240520", []),
        ("RDATE;VALUE=DATE:20240601", ["2024-06-01"]),
        (
            "RRULE:FREQ=MONTHLY;COUNT=27",
            ["2024-01-20", "2024-02-20", "2024-03-20", "2024-04-20", "2024-05-20"],
        ),
    ],
)
def test_a_series_is_followed(rule: str, days: list[str]) -> None:
    last = date(2024, 5, 31) if "MONTHLY" in rule else date(2024, 12, 31)
    found = read(f"SUMMARY:Lễ\r\nDTSTART;VALUE=DATE:20220520\r\n{rule}", last=last)
    assert [str(one.day) for one in found.days] == days


def test_two_entries_of_one_day_give_one_day_with_both_names() -> None:
    same = "DTSTART;VALUE=DATE:20240501"
    assert told(read(f"SUMMARY:Lễ A\r\n{same}", f"SUMMARY:Lễ B\r\n{same}", f"SUMMARY:Lễ A\r\n{same}")) == [
        "2024-05-01 holiday Lễ A, Lễ B"
    ]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ("SUMMARY:Họp\r\nDTSTART:20240501T080000", "it has a time"),
        ("DTSTART;VALUE=DATE:20240501", "it has no title"),
        ("SUMMARY:Hè\r\nDTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240831", "it lasts 91 days"),
        ("SUMMARY:Bỏ\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20240501", "it is cancelled"),
        ("SUMMARY:Lạ\r\nDTSTART;VALUE=DATE:20240501\r\nRRULE:FREQ=SECONDLY", "what it repeats by"),
        ("SUMMARY:Lạ\r\nDTSTART;VALUE=DATE:20240501\r\nRRULE:FREQ=FOO", "what it repeats by"),
        ("SUMMARY:Lạ\r\nDTSTART;VALUE=DATE:20240501\r\nRRULE:FREQ=YEARLY;BZDAY=MO", "what it repeats by"),
        ("SUMMARY:Không ngày", "it has no day"),
    ],
)
def test_what_is_no_day_off_is_left_out_and_told(event: str, why: str) -> None:
    found = read(event)
    assert found.days == () and len(found.left) == 1 and found.left[0][1].startswith(why)


SERIES = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Lễ\r\nDTSTART;VALUE=DATE:20240603\r\nDURATION:P2D\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20240801\r\nEXDATE;VALUE=DATE:20240610\r\nRDATE;VALUE=DATE:20240611\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@settings(max_examples=300)
@given(changes)
def test_a_spoilt_calendar_is_read_or_refused_with_a_sentence(wanted: list[Change]) -> None:
    try:
        days_in_calendar(spoilt(SERIES, wanted), date(2024, 1, 1), date(2024, 12, 31))
    except Invalid as refused:
        assert refused.code == "no-calendar"


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused_with_a_sentence(document: bytes) -> None:
    for one in (document, b"BEGIN:VCALENDAR\r\n" + document + b"\r\nEND:VCALENDAR\r\n"):
        try:
            days_in_calendar(one, date(2024, 1, 1), date(2024, 12, 31))
        except Invalid as refused:
            assert refused.code == "no-calendar"
