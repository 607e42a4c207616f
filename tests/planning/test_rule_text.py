"""An item whose `when` is recurrence text: loaded, stored, read again, refused with its place."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rules.instances import expand
from scheduler.errors import Invalid
from scheduler.planning.expanding.expand_request import read_request
from scheduler.planning.expanding.expansion import expand_phrase
from scheduler.planning.plan_file.document import PlanDocument, read_plan

HEAD = """
slug: thu
title: Thử
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
items:
  - number: "1"
    title: Chuyên mục
    when: """
MONTHLY = """|
      DTSTART;TZID=Asia/Ho_Chi_Minh:20240117T174500
      RRULE:FREQ=MONTHLY;BYDAY=3WE
      EXDATE;TZID=Asia/Ho_Chi_Minh:20240221T174500
"""


def load(text: str) -> PlanDocument:
    return read_plan(text.encode())


def test_an_item_takes_rule_text_over_several_lines() -> None:
    (item,) = load(HEAD + MONTHLY).items
    found = expand(item.schedule, date(2024, 1, 1), date(2024, 4, 30))
    assert [one.start for one in found] == [datetime(2024, 1, 17, 17, 45), datetime(2024, 3, 20, 17, 45),
                                            datetime(2024, 4, 17, 17, 45)]  # fmt: skip


def test_a_reading_can_be_pinned() -> None:
    text = '"DTSTART:20240101T174500 RRULE:FREQ=DAILY;UNTIL=20240103T105000Z"\n'
    with pytest.raises(Invalid) as caught:
        load(HEAD + text)
    lines = [line for line in caught.value.en.splitlines() if "reading:" in line]
    assert len(lines) == 2
    counts = []
    for line in lines:
        (item,) = load(HEAD + text + f"    {line.strip()}\n").items
        counts.append(len(expand(item.schedule, date(2024, 1, 1), date(2024, 1, 9))))
    assert counts == [3, 2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FREQ=MONTHLY;BYDAY=6MO", "rule-mix"),
        ("DTSTART;TZID=Europe/Berlin:20240101T090000 RRULE:FREQ=DAILY", "rule-zone"),
        ("DTSTART:20240101T090030 RRULE:FREQ=DAILY", "rule-seconds"),
    ],
)
def test_a_rule_that_the_plan_cannot_keep_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        load(HEAD + f'"{text}"\n')
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_door_that_has_no_plan_gives_the_seconds_and_the_rule() -> None:
    given = {"phrase": "DTSTART:20240101T090030\nRRULE:FREQ=DAILY;COUNT=2"}
    answer = expand_phrase(read_request(given, date(2024, 5, 1)))
    assert [one["start"] for one in answer["instances"]] == ["2024-01-01T09:00:30", "2024-01-02T09:00:30"]
    assert answer["schedule"]["rrule"] == ["FREQ=DAILY;COUNT=2"]
    assert answer["schedule"]["en"] == "DTSTART:20240101T090030 RRULE:FREQ=DAILY;COUNT=2"


def test_a_range_that_costs_too_much_is_a_fault_of_the_request() -> None:
    given = {"phrase": "DTSTART:19000101T000000\nRRULE:FREQ=MINUTELY"}
    with pytest.raises(Invalid) as caught:
        expand_phrase(read_request(given, date(2024, 5, 1)))
    assert caught.value.code == "too-many-dates"
    assert "khoảng ngắn hơn" in caught.value.vi
