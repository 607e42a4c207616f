from __future__ import annotations

import json
from pathlib import Path

import pytest

from scheduler.planning.plan_file.document import read_plan
from tests.cli.conftest import Airslot, start_airslot

WEDNESDAY = (
    "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau, thời lượng 12 phút"
)
YEAR = ("--from", "2024-01-01", "--to", "2024-12-31")


def test_json_of_an_understood_phrase_is_one_line_with_code_0(airslot: Airslot) -> None:
    done = airslot("expand", WEDNESDAY, *YEAR, "--json")

    assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
    assert done.json["status"] == "understood"
    assert [i["start"] for i in done.json["instances"]][:2] == ["2024-01-17T17:45", "2024-01-18T06:00"]


def test_calendar_year_of_plan_time_is_the_default_range(airslot: Airslot) -> None:
    starts = [i["start"] for i in airslot("expand", WEDNESDAY, "--json").json["instances"]]

    assert (starts[0], starts[-1], len(starts)) == ("2024-01-17T17:45", "2024-12-19T06:00", 24)


def test_a_person_sees_status_reading_dates_and_conventions(airslot: Airslot) -> None:
    done = airslot("expand", WEDNESDAY, *YEAR)

    assert done.code == 0
    assert "UNDERSTOOD" in done.out
    assert "12 premieres, 12 replays" in done.out
    assert "Wed 21 Feb 2024  17:45-17:57  premiere  KG" in done.out
    # Under "monday" the third week of February 2024 is that of the 12th.
    february = next(line for line in done.out.splitlines() if "Feb 2024" in line and "*" in line)
    assert february.split() == ["Feb", "2024", "21", "14*", "14*", "21", "14*"]


def test_vietnamese_is_spoken_where_the_phrase_is_said_to_be_vietnamese(airslot: Airslot) -> None:
    done = airslot("expand", WEDNESDAY, *YEAR, "--lang", "vi")

    assert "ĐÃ HIỂU" in done.out
    assert "T4 21/02/2024" in done.out


def test_refused_phrase_is_marked_and_gives_code_5(airslot: Airslot) -> None:
    done = airslot("expand", "25h30 thứ Tư tuần 3", *YEAR)

    assert done.code == 5
    lines = done.out.splitlines()
    place = next(number for number, line in enumerate(lines) if "25h30" in line)
    assert lines[place + 1].startswith("  ^^^^^")


def test_ambiguous_phrase_shows_its_readings_and_gives_code_4(airslot: Airslot) -> None:
    done = airslot("expand", "17h45 ngày 31 hằng tháng", *YEAR)

    assert done.code == 4
    assert "AMBIGUOUS" in done.out
    assert "Reading 2" in done.out


def test_each_reading_shows_what_no_other_has_and_how_to_take_it(airslot: Airslot, tmp_path: Path) -> None:
    done = airslot("expand", "17h45 ngày 31 hằng tháng", *YEAR)

    only = [line for line in done.out.splitlines() if line.strip().startswith("only here")]
    assert [line.split("only here")[1].split(";")[0].strip() for line in only] == [
        "Thu 29 Feb 2024 17:45", "Fri  1 Mar 2024 17:45",
    ]  # fmt: skip
    assert "airslot expand '17h45 ngày 31 hằng tháng' --reading 1" in done.out
    pins = [line.strip() for line in done.out.splitlines() if line.strip().startswith("reading: ")]
    assert len(pins) == 3
    # Each line does what it says in a plan file.
    for pin in pins:
        plan = tmp_path / "plan.yaml"
        plan.write_text(
            "slug: thu\ntitle: Thử\noffice: Sở\nyear: 2024\ntimezone: Asia/Ho_Chi_Minh\nitems:\n"
            f"  - number: '1'\n    title: Mục\n    when: 17h45 ngày 31 hằng tháng\n    {pin}\n",
            encoding="utf-8",
        )
        assert len(read_plan(plan).items) == 1


def test_a_chosen_reading_is_shown_as_understood(airslot: Airslot) -> None:
    phrase = "every Monday at 5:45"
    done = airslot("expand", phrase, "--from", "2024-01-01", "--to", "2024-01-08", "--reading", "2", "--json")

    assert done.code == 0
    answer = json.loads(done.out)
    assert [answer["status"], answer["readings"]] == ["understood", []]
    assert [one["start"] for one in answer["instances"]] == ["2024-01-01T17:45", "2024-01-08T17:45"]

    none = airslot("expand", phrase, *YEAR, "--reading", "3")
    assert none.code == 2
    assert "the phrase has 2" in none.err

    clear = airslot("expand", WEDNESDAY, *YEAR, "--reading", "1")
    assert clear.code == 0
    refused = airslot("expand", "25h30 thứ Tư tuần 3", *YEAR, "--reading", "1")
    assert refused.code == 5


def test_words_in_doubt_are_marked_and_the_one_reading_is_confirmed(airslot: Airslot) -> None:
    phrase = "Ban hành kế hoạch truyền thông trong quý I"
    done = airslot("expand", phrase, *YEAR)

    assert done.code == 4
    lines = done.out.splitlines()
    place = next(number for number, line in enumerate(lines) if phrase in line)
    assert lines[place + 1] == "  ^^^^^^^^"
    assert "one way, which a person confirms" in done.out
    assert f"To confirm it, here: airslot expand '{phrase}' --reading 1" in done.out
    assert "Cần người xác nhận".lower() in airslot("expand", phrase, *YEAR, "--lang", "vi").out

    confirmed = airslot("expand", phrase, *YEAR, "--reading", "1", "--json")
    assert (confirmed.code, confirmed.json["status"], confirmed.json["doubts"]) == (0, "understood", [])


def test_words_in_doubt_are_told_in_a_batch(airslot: Airslot, tmp_path: Path) -> None:
    lines = tmp_path / "phrases.jsonl"
    lines.write_text('{"id": 1, "phrase": "Họp xét thi đua ngày 15 hằng tháng"}\n', encoding="utf-8")

    answer = json.loads(airslot("expand", "--batch", str(lines), "--json").out)
    assert [answer["status"], answer["doubts"][0]["text"]] == ["ambiguous", "Họp xét"]
    assert "'Họp xét'" in airslot("expand", "--batch", str(lines)).out.replace("\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "2024-05-01", "--to", "2024-01-01"), "The range runs backwards"),
        (("--from", "2024-02-30"), '"2024-02-30" is no day of the calendar'),
        (("--from", "2000-01-01", "--to", "2199-01-01"), "at most 50 years"),
        (("--from", "2024-01-01", "--to", "7024-01-01"), "at most 50 years"),
        (("--weeks", "lunar"), "choose one of blocks, monday, sunday, monday-full, iso"),
        (("--target", "a great many"), "The target: "),
        (("--lang", "fr"), "choose vi or en"),
    ],
)
def test_a_request_that_is_wrong_is_a_sentence_with_code_2(
    airslot: Airslot, arguments: tuple[str, ...], sentence: str
) -> None:
    done = airslot("expand", WEDNESDAY, "--json", *arguments)

    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert "Traceback" not in done.err


def test_phrase_of_100_000_characters_is_refused_briefly(airslot: Airslot) -> None:
    done = airslot("expand", "thứ Tư tuần 3 " * 7_500, *YEAR, "--json")

    assert done.code == 5
    assert done.json["problems"][0]["code"] == "too-long"
    assert len(done.out) < 2_000


def test_phrase_or_batch_must_be_given_and_not_both(airslot: Airslot) -> None:
    assert airslot("expand").code == 2
    assert airslot("expand", WEDNESDAY, "--batch", "x.jsonl").code == 2


# --- batch --------------------------------------------------------------------------------


def test_batch_answers_every_line_and_echoes_ids(airslot: Airslot, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "phrase": WEDNESDAY}, ensure_ascii=False).encode(),
        b"",
        b"no json",
        b"[1, 2]",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"id": 7, "phrase": WEDNESDAY, "from": "2024-13-01"}).encode(),
        json.dumps({"id": 8, "phrase": "25h30 thu tu"}).encode(),
        json.dumps({"id": 9, "phrase": WEDNESDAY, "colour": "red", "from": None}).encode(),
        json.dumps({"id": 10}).encode(),
        b'{"id": 11, "phrase": "\\ud800"}',
    ]
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(lines))

    done = airslot("expand", "--batch", "in.jsonl", "--json", *YEAR)
    results = [json.loads(line) for line in done.out.splitlines()]

    assert done.code == 0
    assert [result["id"] for result in results] == ["a", None, None, None, None, 7, 8, 9, 10, 11]
    assert [result["status"] for result in results if result["id"] in ("a", 9)] == ["understood"] * 2
    assert all(r["status"] == "refused" and r["problems"] for r in results if r["id"] not in ("a", 9))
    assert "Line 3 is not a JSON object" in results[1]["problems"][0]["message"]
    assert results[7]["warnings"][-1]["message"] == "Not known, so not used: colour."


def test_batch_reads_standard_input(airslot: Airslot) -> None:
    given = json.dumps({"id": 1, "phrase": WEDNESDAY}).encode() + b"\n"

    done = airslot("expand", "--batch", "-", "--json", *YEAR, given=given)

    assert done.json["id"] == 1


def test_batch_line_that_is_too_long_does_not_swallow_the_next(airslot: Airslot, tmp_path: Path) -> None:
    short = json.dumps({"id": 2, "phrase": WEDNESDAY})
    (tmp_path / "in.jsonl").write_text(f'{{"id": 1, "phrase": "{"x" * 3_000_000}"}}\n{short}\n')

    results = airslot("expand", "--batch", "in.jsonl", "--json", *YEAR).out.splitlines()

    assert [json.loads(line)["id"] for line in results] == [None, 2]
    assert "over 1,000,000 bytes" in results[0]


def test_batch_for_a_person_is_a_table(airslot: Airslot, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 1, "phrase": WEDNESDAY}))

    done = airslot("expand", "--batch", "in.jsonl", *YEAR)

    assert "understood" in done.out
    assert "2024-01-17T17:45" in done.out


def test_batch_file_that_is_not_there_is_a_sentence(airslot: Airslot) -> None:
    done = airslot("expand", "--batch", "missing.jsonl", "--json")

    assert done.code == 2
    assert done.err.startswith("airslot: missing.jsonl cannot be read: No such file")


# --- the program itself -------------------------------------------------------------------


def test_program_writes_utf8_under_a_bare_environment() -> None:
    done = start_airslot("expand", WEDNESDAY, "--lang", "vi", *YEAR, LANG="C")

    assert (done.returncode, done.stderr) == (0, "")
    assert "thứ Tư" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_day_that_does_not_exist_is_the_only_fault(airslot: Airslot) -> None:
    done = airslot("expand", "thứ Tư tuần 3", "--from", "2024-02-30")

    assert (done.code, done.out) == (2, "")
    assert done.err == 'airslot: from: "2024-02-30" is no day of the calendar; write it as 2024-04-02.\n'


def test_a_time_that_the_clocks_skip_is_told(airslot: Airslot) -> None:
    question = ("expand", "every Sunday at 02:30", "--from", "2024-03-01", "--to", "2024-03-31")
    assert "it becomes 03:30" in airslot(*question, "--timezone", "Europe/Berlin").out
    assert "03:30" not in airslot(*question).out
