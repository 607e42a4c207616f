"""A plan file: what it gives, and what is said of a file that cannot be used."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.schedule import Dates, MissingDay, MonthDays, WeekConvention
from scheduler.errors import Fault, Invalid, NotFound
from scheduler.planning.loading.loading import preview
from scheduler.planning.plan_file.document import PlanDocument, read_plan, write_plan
from scheduler.planning.plan_file.stored_document import stored_document
from tests.planning.samples import Desk

PLANS = Path(__file__).parent.parent.parent / "plans"

SMALL = """\
slug: ke-hoach
title: Kế hoạch
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets:
  - name: Đài
    channels: [KG, KG1]
items:
  - number: 2.10
    title: Chuyên mục
    outlet: Đài
    when: 17 giờ 45 thứ Tư tuần 3 Kênh KG
    budget: 1_500
"""


LONG = "from: 2024-05-01\nuntil: 2050-05-01"


def faults_of(text: str | bytes) -> list[Fault]:
    with pytest.raises(Invalid) as caught:
        read_plan(text if isinstance(text, bytes) else text.encode())
    assert all(fault.vi and fault.vi != fault.en for fault in caught.value.faults)
    return list(caught.value.faults)


def fault_of(text: str | bytes) -> Fault:
    (fault,) = faults_of(text)
    return fault


def with_item(*lines: str) -> str:
    return SMALL + "".join(f"    {line}\n" for line in lines)


def replaced(was: str, now: str) -> str:
    assert was in SMALL
    return SMALL.replace(was, now)


# --- what it gives --------------------------------------------------------------------------


def test_a_small_plan() -> None:
    plan = read_plan(SMALL.encode())
    assert (plan.slug, plan.first, plan.last, plan.public) == (
        "ke-hoach",
        date(2024, 1, 1),
        date(2024, 12, 31),
        False,
    )
    (item,) = plan.items
    assert (item.number, item.budget, item.when) == ("2.10", 1500, "17 giờ 45 thứ Tư tuần 3 Kênh KG")
    assert item.schedule.recurrences[0].slots[0].channel == "KG"


def test_the_real_plan_keeps_the_phrases_as_written() -> None:
    plan = read_plan(PLANS / "kien-giang-2024.yaml")
    assert len(plan.items) == 12
    when = {item.number: item.when for item in plan.items}
    assert when["2.1"] == (
        "17 giờ 45 (Thứ Hai/Tuần 1/ tháng 5, tháng 7) - Kênh KG Phát lại: 6 giờ 30 phút Kênh KG và "
        "7 giờ 30 phút Kênh KG1 của ngày hôm sau (thứ Ba - Tuần 1)"
    )
    assert when["2.5"] == "Tháng 01- tháng 12 năm 2024"
    assert [item.group for item in plan.items if item.number in ("1.1", "3", "6")] == ["1", "3", None]
    assert sum(item.budget or 0 for item in plan.items) == plan.total == 1_005_896_756


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("shift: next", "shift", "next"),
        ("weeks: monday", "weeks", WeekConvention.MONDAY),
        ("from: 2024-05-01", "valid_from", date(2024, 5, 1)),
        ("until: 2024-05-31", "valid_until", date(2024, 5, 31)),
        ("minutes: 20", "minutes", 20),
        ("note: yes", "note", "yes"),
        ("note: ~", "note", None),
        ('note: "null"', "note", "null"),
        ("target: 12/năm", "target", "12/năm"),
    ],
)
def test_a_line_of_an_item(line: str, name: str, value: object) -> None:
    assert getattr(read_plan(with_item(line).encode()).items[0], name) == value


def test_a_reading_is_pinned_by_its_wording() -> None:
    text = replaced("17 giờ 45 thứ Tư tuần 3 Kênh KG", "17 giờ 45 ngày 31 hàng tháng")
    fault = fault_of(text)
    assert (fault.code, fault.line) == ("ambiguous", 13)
    choices = [line.partition("reading: ")[2] for line in fault.vi.splitlines() if "reading: " in line]
    assert len(choices) == 3
    found = set()
    for choice in choices:
        (item,) = read_plan(f"{text}    reading: {choice}\n".encode()).items
        days = item.schedule.recurrences[0].on.days
        assert isinstance(days, MonthDays)
        found.add(days.missing)
    assert found == set(MissingDay)


def test_words_in_doubt_stop_a_load_until_a_line_confirms_the_reading() -> None:
    text = replaced("17 giờ 45 thứ Tư tuần 3 Kênh KG", "Ban hành kế hoạch truyền thông trong quý I")
    fault = fault_of(text)
    assert (fault.code, fault.line, len(fault.choices)) == ("ambiguous", 13, 1)
    assert "“Ban hành” không làm thay đổi ngày giờ" in fault.vi and "^^^^^^^^" in fault.vi
    (line,) = [line.strip() for line in fault.vi.splitlines() if "reading: " in line]

    (item,) = read_plan(f"{text}    {line}\n".encode()).items
    assert len(item.schedule.windows) + len(item.schedule.spans) == 1

    other = text.replace("Ban hành kế hoạch truyền thông trong quý I", "Ban hành kế hoạch trong quý II")
    assert fault_of(f"{other}    {line}\n").code == "unknown-reading"


def test_a_byte_order_mark_is_no_trouble() -> None:
    assert read_plan(b"\xef\xbb\xbf" + SMALL.encode()).slug == "ke-hoach"


def test_windows_line_ends_are_no_trouble() -> None:
    assert read_plan(SMALL.replace("\n", "\r\n").encode()) == read_plan(SMALL.encode())


def test_a_date_without_a_year_stays_without() -> None:
    (item,) = read_plan(replaced("17 giờ 45 thứ Tư tuần 3 Kênh KG", "17 giờ 45 ngày 20/5").encode()).items
    days = item.schedule.recurrences[0].on.days
    assert isinstance(days, Dates)
    assert days.days[0].year is None


# --- what is said of a file that cannot be used -----------------------------------------------


def test_all_faults_are_told_at_once_in_order_of_the_file() -> None:
    text = """\
slug: Kế hoạch
titel: Kế hoạch
office: Sở Nội vụ
year: 2024
timezone: Asia/Hanoi
items:
  - number: "1"
    title: Một
    when: 17 giờ 75 thứ Tư tuần 3
    budget: -5
  - number: "1"
    title: Hai
    when: Thường xuyên
    target: 4 bài/năm
    buget: 7
"""
    found = faults_of(text)
    assert [(fault.line, fault.code) for fault in found if fault.line != 9] == [
        (1, "missing"),
        (1, "bad-slug"),
        (2, "unknown-key"),
        (5, "timezone-unknown"),
        (10, "negative"),
        (11, "duplicate-item"),
        (15, "unknown-key"),
    ]
    assert any("17 giờ 75" in fault.en for fault in found if fault.line == 9)
    assert "Did you mean title?" in next(fault.en for fault in found if fault.line == 2)
    assert any("title is missing" in fault.en for fault in found)
    assert "Did you mean budget?" in found[-1].en


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "said"),
    [
        (with_item("colour: 1"), 15, 5, "unknown-key", "Known here: number, title"),
        (with_item("buget: 1"), 15, 5, "unknown-key", "Did you mean budget?"),
        (replaced("1_500", "-1"), 14, 13, "negative", "below zero"),
        (replaced("1_500", "72.000.000"), 14, 13, "bad-money", "as in 72000000"),
        (replaced("1_500", "1.5"), 14, 13, "bad-money", "whole đồng"),
        (replaced("1_500", "9" * 500), 14, 13, "bad-money", "whole đồng"),
        (with_item("budget: 7"), 15, 5, "duplicate-key", "first on line 14"),
        (with_item("from: 2024-02-30"), 15, 11, "no-such-day", "month 2 of 2024 has 29 days"),
        (with_item("from: 2024-13-01"), 15, 11, "no-such-day", "from 01 to 12"),
        (with_item("from: 1/5/2024"), 15, 11, "bad-day", "as in 2024-04-02"),
        (with_item("from: 2025-01-01"), 15, 11, "backwards", "leaves no day"),
        (with_item("shift: nexxt"), 15, 12, "bad-choice", "Did you mean next?"),
        (with_item("minutes: 0"), 15, 14, "bad-number", "from 1 to 1440"),
        (with_item("note: [a, b]"), 15, 11, "not-text", "not a list"),
        (with_item('note: "\\x07"'), 15, 11, "control-characters", "control characters"),
        (with_item("note: a\ue000confirm\ue001"), 15, 11, "control-characters", "private use (U+E000)"),
        (replaced("[KG, KG1]", '[KG, "\\uf0b7"]'), 8, 20, "control-characters", "private use (U+F0B7)"),
        (with_item("note: " + "x" * 6000), 15, 11, "too-long", "6000 characters"),
        (with_item("target: nhiều"), 15, 13, "bad-target", "needs a number"),
        (with_item("group: A"), 15, 12, "unknown-group", 'no group "A"'),
        (replaced("outlet: Đài", "outlet: Đàii"), 12, 13, "unknown-outlet", "(Đài)"),
        (replaced("    title: Chuyên mục\n", ""), 10, 5, "missing", "title is missing"),
        (replaced("number: 2.10", "number: [2]"), 10, 13, "bad-item-number", '"2.1"'),
        (replaced("[KG, KG1]", "[KG, KG]"), 8, 15, "twice", "used twice"),
        (replaced("[KG, KG1]", "[KG, []]"), 8, 20, "not-text", "must be one text"),
        (replaced("year: 2024", "year: 24"), 4, 7, "bad-number", "from 1900 to 2200"),
        (replaced("year: 2024\n", ""), 1, 1, "missing", "add `year: 2024`"),
        (replaced("year: 2024", "from: 2024-05-01\nuntil: 2023-05-01"), 5, 8, "backwards", "ends on"),
        (replaced("year: 2024", "from: 2024-05-01\nuntil: 2050-05-01"), 5, 8, "too-many-years", "at most 10"),
        (replaced("items:", "items: 5\nrest:"), 9, 8, "not-a-list", "must be a list"),
        (SMALL + "total: 1501\n", 15, 8, "sum", "come to 1500 (+1)"),
        (SMALL + "groups:\n  - {number: '2', title: Đài, subtotal: 9}\n", 16, 41, "sum", "to 1500"),
        (SMALL + "public: maybe\n", 15, 9, "bad-choice", "true, false"),
        ("- 1\n- 2\n", 1, 1, "not-a-plan", "must begin with keys"),
        ("", 1, 1, "not-a-plan", "must begin with keys"),
        ("only words", 1, 1, "not-a-plan", "must begin with keys"),
        (SMALL + "---\nslug: zwei\n", 15, 1, "second-document", "holds one plan"),
        (SMALL + "? [a, b]\n: c\n", 15, 3, "bad-key", "single word"),
        (SMALL + "total: !!python/name:os.system 1\n", 15, 8, "tag", "plain value"),
        (SMALL + 'total: "1\n', 16, 1, "not-yaml", "well-formed YAML"),
        (SMALL + "\ttotal: 1\n", 15, 1, "not-yaml", "well-formed YAML"),
        (SMALL + "note: a\x00b\n", 15, 8, "forbidden-characters", "remove them"),
        (SMALL + "total: " + "[" * 100_000, 15, 19, "nested-too-deep", "nested more than 12"),
    ],
)  # fmt: skip
def test_a_fault_says_where_and_what_would_be_right(
    text: str, line: int, column: int, code: str, said: str
) -> None:
    found = [fault for fault in faults_of(text) if fault.code == code]
    assert [(fault.line, fault.column) for fault in found] == [(line, column)]
    assert said in found[0].en


def test_a_bad_phrase_is_shown_with_its_words_marked() -> None:
    fault = fault_of(replaced("17 giờ 45 thứ Tư tuần 3 Kênh KG", "17 giờ 75 thứ Tư tuần 3"))
    assert (fault.line, fault.column, fault.where) == (13, 11, "item 2.10, when")
    _, shown, carets = fault.en.splitlines()
    assert shown == "    17 giờ 75 thứ Tư tuần 3"
    marked = shown[carets.index("^") : carets.rindex("^") + 1]
    assert "75" in marked


def test_carets_stand_below_decomposed_letters_too() -> None:
    phrase = unicodedata.normalize("NFD", "Vào lúc 17 giờ 75 thứ Tư tuần 3")
    fault = fault_of(replaced("17 giờ 45 thứ Tư tuần 3 Kênh KG", phrase))
    _, shown, carets = fault.en.splitlines()
    composed = unicodedata.normalize("NFC", shown)
    assert "75" in composed[carets.index("^") : carets.rindex("^") + 1]


def test_an_anchor_bomb_is_refused_without_growing() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = faults_of(bomb)
    assert len(found) == 50
    assert {fault.code for fault in found} == {"alias"}


def test_a_merge_is_refused() -> None:
    assert "alias" in [fault.code for fault in faults_of(SMALL + "x: &a {y: 1}\n<<: *a\n")]


def test_another_encoding_is_told_with_its_line() -> None:
    fault = fault_of(SMALL.encode("utf-16"))
    assert (fault.code, fault.line, fault.column) == ("not-utf-8", 1, 1)
    fault = fault_of(SMALL.replace("Chuyên mục", "M\u00fcc").encode().replace("M\u00fcc".encode(), b"M\xfcc"))
    assert (fault.code, fault.line, fault.column) == ("not-utf-8", 11, 13)


def test_ten_megabytes_of_noise_are_refused_at_once(tmp_path: Path) -> None:
    noise = tmp_path / "noise.yaml"
    noise.write_bytes(b"a: [\n" * 2_000_000)
    with pytest.raises(Invalid, match="larger than 5 MB"):
        read_plan(noise)


def test_a_missing_file_and_a_folder_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_plan(tmp_path / "nothing.yaml")
    with pytest.raises(Invalid, match="cannot be read"):
        read_plan(tmp_path)


def test_a_file_with_faults_tells_no_more_than_fifty() -> None:
    lines = "".join(f"key{n}: 1\n" for n in range(500))
    assert len(faults_of(SMALL + lines)) == 50


@pytest.mark.parametrize("head", ["", "items:\n  - ", "outlets:\n  - ", "groups:\n  - "])
def test_a_file_of_faults_alone_is_not_read_to_its_end(head: str) -> None:
    blanks = " " * 4 if head else ""
    noise = f"{head}key: 1\n" + "".join(f"{blanks}key{n}: 1\n" for n in range(100_000))
    before = process_time()
    assert len(faults_of(noise)) == 50
    assert process_time() - before < 3


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_sentences(text: str) -> None:
    for content in (text, SMALL + text, SMALL.replace("Chuyên mục", text)):
        try:
            read_plan(content.encode("utf-8", "surrogatepass"))
        except Invalid as error:
            assert all(fault.en and fault.vi for fault in error.faults)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_sentences(noise: bytes) -> None:
    with pytest.raises(Invalid):
        read_plan(noise)


# --- and back -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [path.name for path in PLANS.glob("*.yaml")])
def test_a_plan_that_ships_round_trips(name: str) -> None:
    plan = read_plan(PLANS / name)
    assert read_plan(write_plan(plan).encode()) == plan


LINES = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co")), min_size=1, max_size=40)
    .map(str.strip)
    .filter(bool)
)


@given(
    title=LINES, note=LINES | st.none(), number=st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,2})?", fullmatch=True)
)
def test_any_words_round_trip(title: str, note: str | None, number: str) -> None:
    plan = read_plan(SMALL.encode())
    (item,) = plan.items
    changed = replace(plan, title=title, items=(replace(item, note=note, number=number, title=title),))
    assert read_plan(write_plan(changed).encode()) == changed


def test_what_is_stored_is_exported_whole(desk: Desk) -> None:
    plan = read_plan(PLANS / "kien-giang-2024.yaml")
    desk.load_document(plan)
    with desk.engine.connect() as connection:
        exported = read_plan(write_plan(stored_document(connection, plan.slug)).encode())
        assert preview(connection, exported, desk.clock).empty
    assert exported == plan


def test_documents_with_every_key_round_trip() -> None:
    plan = read_plan(
        (
            SMALL.replace("year: 2024", "from: 2024-05-01\nuntil: 2025-04-30")
            + "    product: Phim\n    target: 12/năm\n    from: 2024-06-01\n    until: 2024-06-01\n"
            "    shift: previous\n    weeks: iso\n    minutes: 5\n    group: A\n    note: a#b\n"
            "groups:\n  - {number: A, title: Phần A, subtotal: 1500}\ntotal: 1500\n"
            "signed: 2024-04-30\nnumber: 5/KH\nweeks: sunday\npublic: true\n"
        ).encode()
    )
    assert isinstance(plan, PlanDocument)
    assert read_plan(write_plan(plan).encode()) == plan
