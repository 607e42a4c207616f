from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Airslot

SLUG = "kien-giang-2024"
THIRD_WEEK = "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The plan that ships with item 2.2 moved to week 2."""
    text = PLAN.read_text(encoding="utf-8")
    assert text.count(THIRD_WEEK) == 1
    path = tmp_path / "edited.yaml"
    path.write_text(text.replace(THIRD_WEEK, THIRD_WEEK.replace("Tuần 3", "Tuần 2")), encoding="utf-8")
    return path


def test_first_load_applies_and_says_so(airslot: Airslot) -> None:
    airslot("migrate")

    done = airslot("plan", "load", str(PLAN))

    assert (done.code, done.err) == (0, "")
    assert done.out == f"Loaded the plan {SLUG}: 12 items, 120 added\n"


def test_second_load_of_the_same_file_changes_nothing(loaded: Airslot) -> None:
    before = loaded("occurrences", "--json").json

    done = loaded("plan", "load", str(PLAN))

    assert done.code == 0
    assert "nothing changes" in done.out
    assert loaded("occurrences", "--json").json == before


def test_later_load_without_consent_shows_the_diff_and_writes_nothing(loaded: Airslot, edited: Path) -> None:
    before = loaded("occurrences", "--json").json

    done = loaded("plan", "load", str(edited))

    assert done.code == 3
    assert "18 moved" in done.out
    told = " ".join(done.out.split())
    assert "moved premiere Wed 17 Apr 2024 17:45 -> Wed 10 Apr 2024 17:45" in told
    assert "add --yes" in done.err
    assert loaded("occurrences", "--json").json == before


def test_yes_applies_the_diff_and_keeps_identities(loaded: Airslot, edited: Path) -> None:
    question = (
        "occurrences",
        "--item",
        "2.2",
        "--kind",
        "premiere",
        "--from",
        "2024-05-01",
        "--to",
        "2024-05-31",
    )
    (before,) = loaded(*question, "--json").json["items"]

    assert loaded("plan", "load", str(edited), "--yes").code == 0

    (after,) = loaded(*question, "--json").json["items"]
    assert (before["start"], after["start"]) == ("2024-05-15T17:45", "2024-05-08T17:45")
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1


def test_diff_writes_nothing_and_is_data_for_programs(loaded: Airslot, edited: Path) -> None:
    done = loaded("plan", "diff", str(edited), "--json")

    assert done.code == 0
    assert done.json["applied"] is False
    assert done.json["counts"]["moved"] == 18
    (item,) = done.json["items"]
    assert item["number"] == "2.2"
    moved = [line for line in item["occurrences"] if line["change"] == "moved"]
    assert (moved[0]["kind"], moved[0]["remark"]) == ("premiere", None)
    assert (moved[0]["from"], moved[0]["to"]) == ("2024-04-17T17:45", "2024-04-10T17:45")


def test_include_past_moves_the_past_too(loaded: Airslot, edited: Path) -> None:
    done = loaded("plan", "diff", str(edited), "--include-past", "--json")

    assert done.json["counts"]["moved"] == 24


def test_show_has_reading_next_date_target_and_budget(loaded: Airslot) -> None:
    done = loaded("plan", "show", SLUG)

    assert done.code == 0
    assert "Wed 17 Apr 2024 17:45" in done.out
    assert "91.596.756" in done.out
    plan = loaded("plan", "show", SLUG, "--json").json
    assert [item["number"] for item in plan["items"]] == [
        "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3", "4", "5", "6",
    ]  # fmt: skip
    assert plan["items"][3]["next"] == {"kind": "premiere", "start": "2024-04-17T17:45"}
    assert plan["items"][11]["budget"] is None


def test_show_without_a_slug_lists_the_plans(loaded: Airslot) -> None:
    assert SLUG in loaded("plan", "show").out
    assert [plan["slug"] for plan in loaded("plan", "show", "--json").json["items"]] == [SLUG]


def test_unknown_plan_is_a_sentence(loaded: Airslot) -> None:
    for command in (
        ("plan", "show", "no-such"),
        ("plan", "export", "no-such"),
        ("feed", "print", "--plan", "no-such"),
    ):
        done = loaded(*command)
        assert (done.code, done.out) == (1, "")
        assert "no-such" in done.err


def test_export_loads_again_without_change(loaded: Airslot, tmp_path: Path) -> None:
    (tmp_path / "again.yaml").write_text(loaded("plan", "export", SLUG).out, encoding="utf-8")

    done = loaded("plan", "diff", "again.yaml", "--json")

    assert done.json["empty"] is True


def test_faults_of_a_file_are_told_with_their_lines(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    text = PLAN.read_text(encoding="utf-8").replace("Tuần 3", "Tuần 9").replace("budget: 72", "budget: -72")
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")

    done = airslot("plan", "load", "bad.yaml")

    assert done.code == 2
    places = [line.split(":")[2:4] for line in done.err.splitlines() if line.startswith("airslot: bad.yaml:")]
    assert len(places) == 3
    assert places == sorted(places, key=lambda place: int(place[0]))
    assert airslot("plan", "show", "--json").json["items"] == []


def test_a_fault_names_the_item_and_key_in_the_language_of_the_person(
    airslot: Airslot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PLAN.read_text(encoding="utf-8").replace(THIRD_WEEK, THIRD_WEEK.replace("Tuần 3", "Tuần 9"))
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    line = 1 + text[: text.rindex("when:", 0, text.index("Tuần 9"))].count("\n")

    english = airslot("plan", "diff", "bad.yaml").err
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    vietnamese = airslot("plan", "diff", "bad.yaml").err

    assert english.startswith(f"airslot: bad.yaml:{line}:11: item 2.2, when: ")
    assert vietnamese.startswith(f"airslot: bad.yaml:{line}:11: mục 2.2, when: ")
    assert english.count("airslot: ") == 1, "the sums are no fault of their own"


def test_a_file_that_is_too_large_is_named(airslot: Airslot, tmp_path: Path) -> None:
    (tmp_path / "noise.yaml").write_bytes(bytes(10_000_000))

    done = airslot("plan", "load", "noise.yaml")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("airslot: noise.yaml:1:1: The file is larger than 5 MB")


def test_file_that_is_not_there_is_a_sentence(airslot: Airslot) -> None:
    done = airslot("plan", "load", "missing.yaml")

    assert done.code == 1
    assert "missing.yaml" in done.err


def test_json_of_a_load_is_one_object(loaded: Airslot, edited: Path) -> None:
    assert json.loads(loaded("plan", "load", str(edited), "--yes", "--json").out)["applied"] is True


def test_show_reads_a_phrase_as_the_load_did(airslot: Airslot, tmp_path: Path) -> None:
    airslot("migrate")
    (tmp_path / "plan.yaml").write_text(
        """
slug: nuong-theo-2024
title: Kế hoạch 2024
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets:
  - name: Đài A
    channels: [Phương Nam]
items:
  - number: "1"
    title: Chọn cách hiểu
    when: thứ Tư cách tuần 17h45
    reading: 17:45 thứ Tư 2 tuần một lần tính từ tuần có ngày 8/1/2024
  - number: "2"
    title: Có kênh
    outlet: Đài A
    when: 17h45 thứ Tư tuần 3 Phương Nam
""",
        encoding="utf-8",
    )
    assert airslot("plan", "load", "plan.yaml").code == 0

    pinned, with_channel = airslot("plan", "show", "nuong-theo-2024", "--json").json["items"]

    assert pinned["reading"]["vi"].endswith("8/1/2024")
    assert "kênh Phương Nam" in with_channel["reading"]["vi"]


@pytest.fixture
def remarked(tmp_path: Path) -> Path:
    """The plan that ships with a slip of the pen and idle words in the phrase of item 2.2."""
    text = PLAN.read_text(encoding="utf-8")
    path = tmp_path / "remarked.yaml"
    written = THIRD_WEEK.replace("thứ Tư", "thư Tư").replace("17 giờ", "xin mời xem 17 giờ")
    path.write_text(text.replace(THIRD_WEEK, written), encoding="utf-8")
    return path


REMARKS = ['Item 2.2: Read "thư Tư" as "thứ tư".', 'Item 2.2: Not used: "xin mời xem".']


def test_first_load_and_diff_tell_what_was_corrected_or_not_used(airslot: Airslot, remarked: Path) -> None:
    airslot("migrate")

    for command in ("load", "diff"):
        done = airslot("plan", command, str(remarked))
        assert done.code == 0
        assert done.err.splitlines() == REMARKS


def test_load_without_consent_tells_the_remarks_before_it_asks(loaded: Airslot, remarked: Path) -> None:
    done = loaded("plan", "load", str(remarked))

    assert done.code == 3
    assert done.err.splitlines()[:2] == REMARKS


def test_remarks_follow_the_locale(airslot: Airslot, remarked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    airslot("migrate")
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")

    assert 'Mục 2.2: Không dùng đến: "xin mời xem".' in airslot("plan", "diff", str(remarked)).err


@pytest.mark.parametrize("command", ["load", "diff"])
def test_remarks_are_data_for_programs(loaded: Airslot, remarked: Path, command: str) -> None:
    done = loaded("plan", command, str(remarked), "--json")

    assert [(one["item"], one["en"]) for one in done.json["notices"]] == [
        ("2.2", 'Read "thư Tư" as "thứ tư".'),
        ("2.2", 'Not used: "xin mời xem".'),
    ]
    assert all(one["vi"] for one in done.json["notices"])
    assert loaded("plan", command, str(PLAN), "--json").json["notices"] == []
