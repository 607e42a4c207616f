from __future__ import annotations

import json
import tracemalloc
from datetime import date, datetime
from time import process_time
from typing import Any

import pytest

from rules.schedule import Instance, WeekConvention
from scheduler.errors import Invalid
from scheduler.planning.expanding.expand_request import ExpandRequest, read_request
from scheduler.planning.expanding.expansion import (
    choose_reading,
    expand_phrase,
    instance_object,
    moment,
    refused,
)

TODAY = date(2024, 4, 2)
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
COLUMN = (
    "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau, thời lượng 12 phút"
)
KEYS = [
    "id", "phrase", "status", "schedule", "instances", "left_out", "quota", "conventions", "days_off",
    "readings",
    "ignored", "corrections", "warnings", "problems", "doubts",
]  # fmt: skip


def expanded(phrase: str, **facts: object) -> dict[str, object]:
    return expand_phrase(ExpandRequest(phrase, FIRST, LAST, **facts))  # type: ignore[arg-type]


# --- the object ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phrase", [COLUMN, "17h45 ngày 31 hằng tháng", "25h30 thứ Tư tuần 3", "", "x" * 5_001]
)
def test_every_answer_has_the_same_keys_and_is_json(phrase: str) -> None:
    answer = expanded(phrase, id="a")

    assert list(answer) == KEYS
    assert json.loads(json.dumps(answer)) == answer


def test_understood_phrase_has_schedule_and_instances() -> None:
    answer = expanded(COLUMN, id=7)

    assert (answer["id"], answer["phrase"], answer["status"]) == (7, COLUMN, "understood")
    assert answer["schedule"]["kind"] == "airing"  # type: ignore[index]
    assert answer["schedule"]["weeks"] == "blocks"  # type: ignore[index]
    assert answer["instances"][2:4] == [  # type: ignore[index]
        {
            "kind": "premiere", "start": "2024-02-21T17:45", "end": "2024-02-21T17:57", "channel": "KG",
            "minutes": 12, "minutes_max": None, "shifted_from": None, "reason": None, "reasons": None,
        },
        {
            "kind": "replay", "start": "2024-02-22T06:00", "end": "2024-02-22T06:12", "channel": "KG",
            "minutes": 12, "minutes_max": None, "shifted_from": None, "reason": None, "reasons": None,
        },
    ]  # fmt: skip
    assert answer["problems"] == answer["readings"] == answer["quota"] == []


def test_ambiguous_phrase_has_readings_and_no_dates_of_its_own() -> None:
    answer = expanded("17h45 ngày 31 hằng tháng")

    assert (answer["status"], answer["schedule"], answer["instances"]) == ("ambiguous", None, [])
    readings = answer["readings"]
    assert isinstance(readings, list)
    assert len({len(reading["instances"]) for reading in readings}) > 1
    parts = {"why", "schedule", "instances", "left_out", "quota", "conventions"}
    assert all(set(reading) == parts for reading in readings)


def test_words_in_doubt_leave_one_reading_to_be_confirmed() -> None:
    phrase = "Ra báo ngày 15 hằng tháng, ví dụ 16/6/2024"
    answer = expanded(phrase)

    assert (answer["status"], answer["schedule"], answer["instances"]) == ("ambiguous", None, [])
    at = phrase.index("ví dụ")
    assert answer["doubts"] == [{"text": "ví dụ", "from": at, "to": at + 5}]
    reading: Any
    (reading,) = answer["readings"]  # type: ignore[misc]
    assert len(reading["instances"]) == 13 and "ví dụ" in reading["why"]["message"]
    confirmed = choose_reading(answer, 1)
    assert (confirmed["status"], confirmed["doubts"], len(confirmed["instances"])) == ("understood", [], 13)


def test_refused_phrase_has_problems_with_their_place() -> None:
    answer = expanded("25h30 thứ Tư tuần 3")

    assert (answer["status"], answer["schedule"]) == ("refused", None)
    problem = answer["problems"][0]  # type: ignore[index]
    assert (problem["from"], problem["to"]) == (0, 5)
    assert problem["message"] == problem["en"] != problem["vi"]


def test_messages_are_in_the_language_of_the_request() -> None:
    problem = expanded("25h30 thứ Tư tuần 3", lang="vi")["problems"][0]  # type: ignore[index]

    assert problem["message"] == problem["vi"]


def test_target_gives_a_quota() -> None:
    answer = expanded("Thường xuyên", target="39 bài/năm")

    assert answer["quota"] == [{"count": 39, "unit": "bài", "period": "year"}]


def test_conventions_are_told_where_they_differ() -> None:
    conventions = expanded(COLUMN)["conventions"]

    assert isinstance(conventions, dict)
    assert list(conventions) == list(WeekConvention)
    assert conventions["blocks"][1] == conventions["monday-full"][1] == "2024-02-21T17:45"
    assert conventions["monday"][1] == conventions["sunday"][1] == conventions["iso"][1] == "2024-02-14T17:45"


def test_conventions_are_left_out_where_they_agree() -> None:
    assert expanded("17h45 ngày 15 hằng tháng")["conventions"] == {}
    january = ExpandRequest(COLUMN, date(2024, 1, 1), date(2024, 1, 31))
    assert expand_phrase(january)["conventions"] == {}


def test_convention_of_the_request_decides() -> None:
    answer = expanded(COLUMN, weeks=WeekConvention.MONDAY)

    assert answer["schedule"]["weeks"] == "monday"  # type: ignore[index]
    assert answer["instances"][2]["start"] == "2024-02-14T17:45"  # type: ignore[index]


def test_phrase_over_the_limit_is_refused_and_only_its_beginning_repeated() -> None:
    answer = expanded("x" * 100_000)

    assert answer["status"] == "refused"
    assert answer["phrase"] == "x" * 200 + "…"
    assert "100,000 characters" in answer["problems"][0]["message"]  # type: ignore[index]
    assert expanded("x" * 5_000)["problems"][0]["code"] != "too-long"  # type: ignore[index]


# Each cost up to a minute and a gigabyte when every reading had a limit of its own.
COSTLY = (
    "Hằng ngày lúc " + ", ".join(f"{hour:02}h{minute:02}" for hour in range(24) for minute in (0, 30)),
    "hằng ngày lúc 8h, 9h, 10h, phát lại 22h, 23h ngày hôm sau",
    "Daily at 8am, 9am and 10am, replay at 22:00, 06:00 the next day",
    "8h, 9h, 10h hằng ngày; phát lại 20h, 21h, 6h ngày hôm sau; phát lại 22h, 7h hôm sau",
    "hằng ngày tuần 1, tuần 2, tuần 3, tuần 4 lúc 8h, 9h, 10h, 11h, phát lại 6h ngày hôm sau",
    "hằng ngày lúc " + ", ".join(f"{hour}h{minute:02}" for hour in range(8, 20) for minute in (0, 20, 40))
    + ", phát lại lúc 6h thứ Hai tuần đó",
)  # fmt: skip


@pytest.mark.parametrize("phrase", COSTLY)
def test_more_dates_than_anybody_could_read_are_refused_at_once(phrase: str) -> None:
    request = ExpandRequest(phrase, date(2000, 1, 1), date(2049, 12, 31))
    tracemalloc.start()
    before = process_time()
    try:
        with pytest.raises(Invalid, match="50,000 dates") as caught:
            expand_phrase(request)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert caught.value.code == "too-many-dates"
    assert peak < 64 * 1024 * 1024
    assert process_time() - before < 10  # of which the measuring takes most


def test_the_limit_counts_all_readings_together() -> None:
    def dates(phrase: str, years: int) -> int:
        answer = expand_phrase(ExpandRequest(phrase, date(2000, 1, 1), date(1999 + years, 12, 31)))
        readings = answer["readings"] or [answer]
        return sum(len(one["instances"]) for one in readings)

    assert dates("hằng ngày lúc 8h, phát lại 22h", 50) == 36_526
    assert dates(COSTLY[1], 4) == 2 * 5 * 1461
    with pytest.raises(Invalid, match="in the 2 ways to read it together") as caught:
        dates(COSTLY[1], 16)
    assert "tính chung 2 cách hiểu" in caught.value.vi


def test_moment_keeps_a_missing_time_missing() -> None:
    assert moment(datetime(2024, 1, 17, 17, 45)) == "2024-01-17T17:45"
    assert moment(date(2024, 1, 17)) == "2024-01-17"
    assert moment(None) is None


def test_instance_object_keeps_what_is_missing() -> None:
    instance = Instance("premiere", date(2024, 1, 17), None, None, None, None, "1", "2024-01")

    assert instance_object(instance) == {
        "kind": "premiere", "start": "2024-01-17", "end": None, "channel": None, "minutes": None,
        "minutes_max": None, "shifted_from": None, "reason": None, "reasons": None,
    }  # fmt: skip


# --- the request --------------------------------------------------------------------------


def test_range_is_the_year_of_today_or_of_the_end_that_is_given() -> None:
    def days(**given: str) -> tuple[date, date]:
        request = read_request({"phrase": COLUMN, **given}, TODAY)
        return request.first, request.last

    assert days() == (FIRST, LAST)
    assert days(**{"from": "2025-03-01"}) == (date(2025, 3, 1), date(2025, 12, 31))
    assert days(to="2025-03-01") == (date(2025, 1, 1), date(2025, 3, 1))


def test_request_holds_what_was_given() -> None:
    given = {
        "id": 3, "phrase": COLUMN, "lang": "vi", "target": "1/tháng", "weeks": "iso", "from": "2024-02-29",
        "to": "2024-02-29", "colour": "red",
    }  # fmt: skip

    assert read_request(given, TODAY) == ExpandRequest(
        COLUMN,
        date(2024, 2, 29),
        date(2024, 2, 29),
        id=3,
        lang="vi",
        target="1/tháng",
        weeks=WeekConvention.ISO,
        unknown=("colour",),
    )


@pytest.mark.parametrize(
    ("given", "code", "where"),
    [
        ({"phrase": None}, "no-phrase", "phrase"),
        ({"phrase": 17}, "no-phrase", "phrase"),
        ({"id": True}, "bad-id", "id"),
        ({"id": [1]}, "bad-id", "id"),
        ({"lang": "fr"}, "unknown-language", "lang"),
        ({"weeks": "lunar"}, "unknown-weeks", "weeks"),
        ({"weeks": 3}, "unknown-weeks", "weeks"),
        ({"target": 12}, "bad-target", "target"),
        ({"target": "a great many"}, "bad-target", "target"),
        ({"target": "9" * 501}, "bad-target", "target"),
        ({"from": "2024-02-30"}, "bad-day", "from"),
        ({"from": "20240101"}, "bad-day", "from"),
        ({"to": "2024-W01-1"}, "bad-day", "to"),
        ({"to": 20240101}, "bad-day", "to"),
        ({"from": "1899-12-31", "to": "1899-12-31"}, "bad-day", "from"),
        ({"from": "2024-05-01", "to": "2024-01-01"}, "backwards", "from"),
        ({"from": "2000-01-01", "to": "2050-01-01"}, "too-long-range", "to"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(given: dict[str, object], code: str, where: str) -> None:
    with pytest.raises(Invalid) as wrong:
        read_request({"phrase": COLUMN, **given}, TODAY)

    assert (wrong.value.faults[0].code, wrong.value.faults[0].where) == (code, where)
    assert wrong.value.faults[0].en != wrong.value.faults[0].vi


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Invalid) as wrong:
        read_request({"phrase": 1, "lang": "fr", "weeks": "lunar", "from": "x"}, TODAY)

    assert [fault.where for fault in wrong.value.faults] == ["phrase", "lang", "from", "weeks"]


def test_expansion_checks_a_request_that_was_made_by_hand() -> None:
    with pytest.raises(Invalid, match="runs backwards"):
        expand_phrase(ExpandRequest(COLUMN, LAST, FIRST))


def test_a_request_that_cannot_be_read_has_a_refused_result() -> None:
    given = {"id": 5, "phrase": COLUMN, "lang": "vi", "from": "x"}
    with pytest.raises(Invalid) as wrong:
        read_request(given, TODAY)

    answer = refused(given, wrong.value.faults)

    assert (list(answer), answer["id"], answer["phrase"], answer["status"]) == (KEYS, 5, COLUMN, "refused")
    assert answer["problems"][0]["message"] == wrong.value.faults[0].vi
    assert refused("no object", wrong.value.faults)["id"] is None


# --- days off -----------------------------------------------------------------------------


def asked(phrase: str, first: str, last: str, **facts: object) -> dict[str, Any]:
    return expand_phrase(read_request({"phrase": phrase, "from": first, "to": last, **facts}, TODAY))


def test_a_shift_knows_the_public_holidays_and_says_which() -> None:
    phrase = "8h00 ngày 30 tháng 4 năm 2024, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo"
    (found,) = asked(phrase, "2024-01-01", "2024-12-31", lang="vi")["instances"]
    assert (found["start"], found["shifted_from"]) == ("2024-05-02T08:00", "2024-04-30T08:00")
    assert found["reason"] == "Ngày Chiến thắng"
    assert found["reasons"] == {"vi": "Ngày Chiến thắng", "en": "Liberation Day/Reunification Day"}


def test_what_a_holiday_takes_away_is_told() -> None:
    """18 April 2024 is the tenth of the third lunar month."""
    answer = asked("17h45 thứ Năm tuần 3 trừ ngày lễ", "2024-04-01", "2024-04-30")
    name = {"vi": "Ngày Giỗ Tổ Hùng Vương", "en": "Hung Kings' Commemoration Day"}
    gone = {
        "start": "2024-04-18T17:45",
        "channel": None,
        "reason": name["en"],
        "reasons": name,
        "meets": None,
    }
    assert (answer["instances"], answer["left_out"], answer["warnings"]) == ([], [gone], [])


def test_two_airings_that_a_shift_brings_to_one_place_are_one_and_it_is_told() -> None:
    phrase = "17h45 thứ Năm và thứ Sáu hằng tuần, nếu trùng ngày lễ thì chuyển sang ngày làm việc tiếp theo"
    answer = asked(phrase, "2024-02-05", "2024-02-18")
    assert [one["start"] for one in answer["instances"]] == ["2024-02-15T17:45", "2024-02-16T17:45"]
    assert [(one["start"], one["meets"]) for one in answer["left_out"]] == [
        ("2024-02-08T17:45", "2024-02-15T17:45"),
        ("2024-02-09T17:45", "2024-02-15T17:45"),
    ]


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("ngày làm việc đầu tiên của tháng", "02 01 01 01 02 03 01 01 04 01 01 02"),
        ("the last working day of each month", "31 29 29 26 31 28 31 30 30 31 29 31"),
    ],
)
def test_working_days_of_the_month_pass_over_holidays(phrase: str, days: str) -> None:
    """Tết, 29 April to 1 May and 2 to 3 September 2024; Monday 29 April is swapped with Saturday 4 May."""
    found = asked(phrase, "2024-01-01", "2024-12-31")["instances"]
    assert [one["start"] for one in found] == [
        f"2024-{month:02}-{day}" for month, day in enumerate(days.split(), 1)
    ]


def test_a_swapped_saturday_is_worked_and_a_holiday_is_not() -> None:
    answer = asked("8h00 các ngày làm việc", "2024-04-27", "2024-05-05")
    assert [one["start"][:10] for one in answer["instances"]] == ["2024-05-02", "2024-05-03", "2024-05-04"]
    assert [one["start"][:10] for one in answer["left_out"]] == ["2024-04-29", "2024-04-30", "2024-05-01"]


def test_another_country_has_its_own_holidays() -> None:
    phrase = "3 October 2024, if that is a public holiday the next working day"
    assert asked(phrase, "2024-01-01", "2024-12-31")["instances"][0]["start"] == "2024-10-03"
    (found,) = asked(phrase, "2024-01-01", "2024-12-31", country="DE-BY")["instances"]
    assert (found["start"], found["reason"]) == ("2024-10-04", "German Unity Day")
    with pytest.raises(Invalid, match="not known"):
        asked(phrase, "2024-01-01", "2024-12-31", country="DE-XX")


def test_years_whose_holidays_are_not_known_or_not_decided_are_told() -> None:
    def codes(phrase: str, year: int) -> list[str]:
        return [one["code"] for one in asked(phrase, f"{year}-01-01", f"{year}-12-31")["warnings"]]

    leaning = "17h45 thứ Năm tuần 3 trừ ngày lễ"
    assert codes(leaning, 2024) == codes("17h45 thứ Năm tuần 3", 2150) == []
    assert codes(leaning, 2090) == ["holidays-undecided"]
    assert codes(leaning, 2150) == ["holidays-unknown"]
