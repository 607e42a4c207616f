from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Airslot

PLAN = """\
slug: tiep-cong-dan
title: Lịch tiếp công dân
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
items:
  - number: "1"
    title: Tiếp công dân
    when: 8h00 ngày 12/8/2024, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
  - number: "2"
    title: Bản tin
    when: 9h00 thứ Hai hằng tuần trong tháng 9, trừ ngày lễ
"""
NAME = "Ngày truyền thống"


@pytest.fixture
def office(airslot: Airslot, tmp_path: Path) -> Airslot:
    """One office with one plan."""
    assert airslot("migrate").code == 0
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    assert airslot("plan", "load", str(file)).code == 0
    return airslot


def starts(airslot: Airslot, item: str) -> list[str]:
    return [one["start"] for one in airslot("occurrences", "--item", item, "--json").json["items"]]


def test_days_are_listed_in_the_language_of_the_person(
    office: Airslot, monkeypatch: pytest.MonkeyPatch
) -> None:
    april = ("day-off", "list", "--from", "2024-04-30", "--to", "2024-05-05")
    assert [(one["day"], one["kind"], one["source"]) for one in office(*april, "--json").json["items"]] == [
        ("2024-04-30", "holiday", "country"),
        ("2024-05-01", "holiday", "country"),
        ("2024-05-04", "worked", "country"),
    ]
    assert "International Labor Day" in office(*april).out
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert "Ngày Quốc tế Lao động" in office(*april).out


def test_an_entry_says_what_it_changes_and_a_refresh_applies_it(office: Airslot) -> None:
    done = office("day-off", "add", "2024-08-12", "--name", NAME)
    assert done.code == 0 and "plan refresh tiep-cong-dan" in done.err and "1 moved" in done.err
    assert starts(office, "1") == ["2024-08-12T08:00"]

    asked = office("plan", "refresh", "tiep-cong-dan")
    assert asked.code == 3 and f"Monday, 12 August 2024 is {NAME}" in asked.out
    assert office("plan", "refresh", "tiep-cong-dan", "--yes").code == 0
    assert starts(office, "1") == ["2024-08-13T08:00"]
    assert f"Mon 12 Aug 2024: {NAME}" in " ".join(office("occurrences", "--item", "1").out.split())
    assert office("plan", "refresh", "tiep-cong-dan", "--json").json["applied"] is False

    back = office("day-off", "remove", "2024-08-12", "--json").json
    assert (back["day"], back["plans"][0]["slug"], back["plans"][0]["counts"]["moved"]) == (
        "2024-08-12", "tiep-cong-dan", 1,
    )  # fmt: skip
    assert "is worked" in office("plan", "refresh", "tiep-cong-dan", "--yes").out
    assert starts(office, "1") == ["2024-08-12T08:00"]


def test_the_diff_says_which_holiday_takes_an_airing_away(office: Airslot) -> None:
    assert starts(office, "2") == [f"2024-09-{day:02}T09:00" for day in (9, 16, 23, 30)]
    office("day-off", "add", "2024-09-16", "--name", NAME)
    asked = office("plan", "refresh", "tiep-cong-dan", "--json")
    (item,) = asked.json["items"]
    assert [(one["change"], one["remark"]) for one in item["occurrences"]] == [
        ("dropped", f"Monday, 16 September 2024 is {NAME}")
    ]


def test_an_exported_plan_loads_again_without_change(office: Airslot, tmp_path: Path) -> None:
    office("day-off", "add", "2024-08-12", "--name", NAME)
    office("plan", "refresh", "tiep-cong-dan", "--yes")
    file = tmp_path / "again.yaml"
    file.write_text(office("plan", "export", "tiep-cong-dan").out, encoding="utf-8")
    assert "nothing changes" in office("plan", "diff", str(file)).out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("add", "2024-08-12"), 2, "needs a name"),
        (("add", "2024-08-12", "--kind", "off"), 2, "not one of"),
        (("add", "2024-02-30", "--name", "A"), 2, "no day of the calendar"),
        (("add", "2024-08-12", "--name", "A", "--office", "Sở khác"), 1, "no such office"),
        (("remove", "2024-05-01"), 1, "entered nothing"),
        (("list", "--plan", "khac"), 1, "no plan"),
    ],
)
def test_mistakes_are_told(office: Airslot, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = office("day-off", *arguments)
    assert (done.code, told in done.err) == (code, True), done.err


def test_an_office_is_needed(airslot: Airslot) -> None:
    airslot("migrate")
    done = airslot("day-off", "add", "2024-08-12", "--name", NAME)
    assert done.code == 1 and "until a plan is loaded" in done.err
    assert airslot("day-off", "list", "--json").json["items"]


WORKING = ("expand", "8h ngày 12 hằng tháng, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo")
AUGUST = ("--from", "2024-08-01", "--to", "2024-08-31")


def test_a_phrase_hears_the_office_and_says_so(office: Airslot, tmp_path: Path) -> None:
    office("day-off", "add", "2024-08-12", "--name", NAME)
    answer = office(*WORKING, *AUGUST, "--json").json
    assert [one["start"] for one in answer["instances"]] == ["2024-08-13T08:00"]
    assert answer["days_off"] == {"country": "VN", "office": "Sở Nội vụ"}
    assert "Days off: the calendar of VN and what Sở Nội vụ has entered." in office(*WORKING, *AUGUST).out
    batch = tmp_path / "phrases.jsonl"
    line = json.dumps({"phrase": WORKING[1], "from": AUGUST[1], "to": AUGUST[3]})
    batch.write_text(f"{line}\n{line}\n", encoding="utf-8")
    lines = office("expand", "--batch", str(batch), "--json").out.splitlines()
    assert [json.loads(one)["instances"][0]["start"] for one in lines] == ["2024-08-13T08:00"] * 2
    elsewhere = office(*WORKING, *AUGUST, "--country", "DE-BY", "--json").json
    assert elsewhere["days_off"] == {"country": "DE-BY", "office": None}


def test_without_a_database_the_country_counts_alone_and_is_named(airslot: Airslot) -> None:
    answer = airslot(*WORKING, *AUGUST, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert [one["start"] for one in answer.json["instances"]] == ["2024-08-12T08:00"]
    assert answer.json["days_off"] == {"country": "VN", "office": None}
    said = airslot(*WORKING, *AUGUST, "--lang", "vi").out
    assert "Ngày nghỉ: chỉ theo lịch VN, không có ngày riêng của cơ quan." in said
    assert airslot(*WORKING, *AUGUST, "--office", "Sở Nội vụ").code == 1


def test_of_several_offices_one_is_named(office: Airslot, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    text = text.replace("tiep-cong-dan", "khac").replace("Sở Nội vụ", "Sở Tư pháp")
    other.write_text(text, encoding="utf-8")
    assert office("plan", "load", str(other)).code == 0
    office("day-off", "add", "2024-08-12", "--name", NAME, "--office", "Sở Tư pháp")
    assert office(*WORKING, *AUGUST, "--json").json["days_off"] == {"country": "VN", "office": None}
    named = office(*WORKING, *AUGUST, "--office", "Sở Tư pháp", "--json").json
    assert named["days_off"]["office"] == "Sở Tư pháp"
    assert [one["start"] for one in named["instances"]] == ["2024-08-13T08:00"]


def test_a_phrase_that_leans_on_no_day_off_opens_no_database(
    airslot: Airslot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", "nothing://")
    answer = airslot("expand", "8h ngày 12 hằng tháng", *AUGUST, "--json")
    assert (answer.code, answer.json["days_off"]) == (0, None)


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x
BEGIN:VEVENT
SUMMARY:Ngày truyền thống
DTSTART;VALUE=DATE:20240812
END:VEVENT
BEGIN:VEVENT
SUMMARY:Họp giao ban
DTSTART:20240813T080000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def said_of_august(office: Airslot) -> list[dict[str, str]]:
    listed = office("day-off", "list", "--from", "2024-08-12", "--to", "2024-08-13", "--json").json
    return list(listed["items"])


def test_a_calendar_is_shown_first_and_entered_with_yes(office: Airslot) -> None:
    Path("nghi.ics").write_bytes(CALENDAR.encode())

    shown = office("day-off", "import", "nghi.ics")
    assert (shown.code, shown.out) == (3, f"2024-08-12 holiday {NAME}\n")
    assert "left out: Họp giao ban: it has a time" in shown.err and "enter them with --yes" in shown.err
    assert said_of_august(office) == []

    done = office("day-off", "import", "nghi.ics", "--yes", "--json")
    assert done.code == 0 and done.json["applied"] is True
    assert [one["slug"] for one in done.json["plans"]] == ["tiep-cong-dan"]
    listed = said_of_august(office)
    assert [(one["day"], one["name"], one["source"]) for one in listed] == [("2024-08-12", NAME, "office")]


def test_only_the_range_is_entered(office: Airslot) -> None:
    Path("nghi.ics").write_bytes(CALENDAR.encode())
    year = ("--from", "2025-01-01", "--to", "2025-12-31")
    done = office("day-off", "import", "nghi.ics", *year, "--yes", "--json")
    assert (done.code, done.json["days"]) == (0, [])


@pytest.mark.parametrize("given", [b"", b"<html>", b"BEGIN:VCARD"])
def test_what_is_no_calendar_is_a_sentence_and_enters_nothing(office: Airslot, given: bytes) -> None:
    Path("nghi.ics").write_bytes(given)
    done = office("day-off", "import", "nghi.ics", "--yes")
    assert done.code == 2 and "No calendar can be read here." in done.err
