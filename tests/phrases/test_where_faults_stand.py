"""A fault is told at the words that it is about, in both languages, and names no year that nobody wrote."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rules.phrases import Context, read


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Phát 20h thứ Hai tuần 6 hằng tháng", "tuần 6"),
        ("Monday of week 6, 09:00", "week 6"),
        ("Lên sóng 17h45 ngày 29/2", "ngày 29/2"),
        ("Lên sóng 17h45, thứ Hai, 29/2", "29/2"),
        ("Từ thứ Tư 16/7 đến thứ Sáu 19/7, 20h", "Từ thứ Tư 16/7 đến thứ Sáu 19/7"),
        ("Họp giao ban 9h thứ Hai hằng tuần từ 7/3 đến 8/3", "thứ Hai hằng tuần từ 7/3 đến 8/3"),
        ("Tuesdays; in August Wednesdays", "in August Wednesdays"),
        ("20h (GMT+9) thứ Hai", "GMT+9"),
        ("World Cup 1998: 8h thứ Hai", "1998"),
    ],
)
def test_a_fault_points_at_its_words(phrase: str, words: str) -> None:
    faults = read(phrase, Context(year=2025)).problems
    assert [phrase[fault.start : fault.end] for fault in faults] == [words]


def test_a_hyphen_that_makes_no_range_is_told_how_a_date_is_written() -> None:
    faults = read("20h ngày 30-8", Context(year=2024)).problems
    if faults:  # where it is read as the 30th of August there is nothing to tell
        assert all("30/8" in fault.en and "30/8" in fault.vi for fault in faults)


@pytest.mark.parametrize("year", [None, 2025])
@pytest.mark.parametrize(
    "phrase",
    [
        "Thứ Hai 5/3, 8h",
        "Monday 5 March 8pm",
        "Lên sóng 17h45 ngày 29/2",
        "8h ngày 29/2, phát lại 9h ngày 29/2",
        "Từ thứ Tư 16/7 đến thứ Sáu 19/7, 20h",
        "2 tuần một lần",
        "17h45 thứ Tư tuần 3, phát lại ngày hôm sau (thứ Sáu)",
        "w/c Tuesday 8 April",
        "ngày 5/3/123",
        "World Cup 1950: 8h thứ Hai",
    ],
)
def test_no_sentence_names_a_year_that_the_phrase_does_not(phrase: str, year: int | None) -> None:
    understanding = read(phrase, Context(year=year))
    told: list[Any] = [*understanding.problems, *(reading.why for reading in understanding.readings)]
    limits = {"1900", "2999"}  # of what a year may be
    for one in told:
        assert one.en
        assert one.vi
        assert set(re.findall(r"\b\d{4}\b", one.en + one.vi)) - limits <= set(re.findall(r"\d{4}", phrase))
