"""Which schedules give the same dates: to the end of the range, without looking at each date of each."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from rules import likeness
from rules.likeness import groups
from rules.phrases import Context, parse

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
DAILY, AGAIN = "hằng ngày lúc 8h", "8h hằng ngày"
LEAP_DAY, LAST_OF_FEBRUARY = "8h ngày 29 tháng 2 hằng năm", "8h ngày cuối cùng của tháng 2 hằng năm"


def grouped(*phrases: str, last: date = LAST) -> list[list[int]]:
    return groups([parse(phrase, Context(year=2024)) for phrase in phrases], FIRST, last)


def test_what_differs_in_a_later_year_alone_is_told_apart() -> None:
    assert grouped(LEAP_DAY, LAST_OF_FEBRUARY) == [[0, 1]]
    assert grouped(LEAP_DAY, LAST_OF_FEBRUARY, last=date(2025, 12, 31)) == [[0], [1]]
    until = "hằng ngày lúc 8h, đến hết ngày 30/6/2031"
    assert grouped(DAILY, until, AGAIN) == [[0, 2], [1]]
    assert grouped(DAILY, until, AGAIN, last=date(2031, 12, 31)) == [[0, 2], [1]]


def test_groups_stand_where_their_first_stands() -> None:
    later = "8h ngày 5/5/2026"
    assert grouped(later, DAILY, later.replace("5/5", "6/5"), AGAIN, last=date(2027, 12, 31)) == [
        [0],
        [1, 3],
        [2],
    ]


def test_what_is_too_much_to_look_at_is_like_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert grouped(DAILY, AGAIN, last=date(2073, 12, 31)) == [[0, 1]]
    monkeypatch.setattr(likeness, "MOST_COMPARED", 20_000)
    assert grouped(DAILY, AGAIN, last=date(2073, 12, 31)) == [[0], [1]]


def test_what_differs_soon_is_told_apart_soon() -> None:
    phrases = [f"hằng ngày lúc {hour}h, phát lại 22h và 23h" for hour in range(6, 20)]
    before = process_time()
    assert len(grouped(*phrases, last=date(2073, 12, 31))) == len(phrases)
    assert process_time() - before < 2
