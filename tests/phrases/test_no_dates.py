"""What has no date in the year, and readings that have the same: the year counts, not the range looked at."""

from __future__ import annotations

from datetime import date

from rules.phrases import Context, read
from rules.schedule import MissingDay, MonthDays
from rules.vocabulary import Lang
from rules.wording import wording
from scheduler.planning.plan_file.interpretation import interpret

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
IN_2024 = Context(year=2024, first=FIRST, last=LAST)


def test_a_narrow_range_refuses_nothing() -> None:
    one_week = Context(year=2024, first=date(2024, 5, 6), last=date(2024, 5, 12))
    assert read("19h thứ Sáu hằng tuần từ 1/9 đến 30/9", one_week).status == "understood"


def test_without_a_year_every_shape_of_year_is_looked_at() -> None:
    assert (
        read("8h30 thứ Hai tuần 5 tháng 2", Context(year=2024)).status == "refused"
    )  # a Thursday is the 29th
    assert read("8h30 thứ Hai tuần 5 tháng 2").status == "understood"
    assert [one.code for one in read("9h thứ Hai hằng tuần từ 5/3/2024 đến 8/3/2024").problems] == [
        "no-dates"
    ]


def test_readings_are_one_where_the_year_tells_them_apart_nowhere() -> None:
    phrase = "ngày 29 hằng tháng lúc 8h"
    found = read(phrase, IN_2024)
    assert found.status == "understood"
    policies = [one.recurrences[0].on.days for one in found.alike]
    assert policies == [MonthDays((29,), MissingDay.LAST), MonthDays((29,), MissingDay.NEXT)]
    assert len(read(phrase, Context(year=2023)).readings) == 3
    assert len(read(phrase).readings) == 3  # no year is known
    over_two_years = Context(year=2024, first=FIRST, last=date(2025, 6, 30))
    assert len(read(phrase, over_two_years).readings) == 3


def test_a_reading_that_was_pinned_stays_where_no_question_is_left() -> None:
    phrase = "ngày 29 hằng tháng lúc 8h"
    languages: tuple[Lang, ...] = ("vi", "en")
    for lang in languages:
        for schedule in read(phrase, IN_2024).alike:
            assert interpret(phrase, wording(schedule, lang), IN_2024).schedule == schedule


def test_dates_of_another_year_make_no_two_readings_one() -> None:
    assert len(read("at 7:00 on 5 March 2025", IN_2024).readings) == 2
