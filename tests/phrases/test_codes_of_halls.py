"""Codes of halls, terminals and districts that look like months and quarters: T1, T12, Q3.

They stand here and not in the corpus, since such a code in another place of the sentence is a month.
"""

from __future__ import annotations

from datetime import date

import pytest

from rules.instances import expand
from rules.phrases import Context, parse
from tests.phrases.almanac import MON, WED, at, weekly


@pytest.mark.parametrize(
    "phrase",
    [
        "Hội trường T12: 8h thứ Tư",
        "Nhà ga T1 và T2: 8h thứ Tư",
        "Tòa T1 mở cửa 8h thứ Tư",
        "8h thứ Tư tại nhà ga quốc tế (T2)",
        "Diễn tập tại nhà ga quốc nội (T1), quốc tế (T2): 8h thứ Tư",
        "8h thứ Tư tại Q1",
        "8h T4 hội trường T3",
        "Room Q2, Wednesdays 8am",
        "Block W3, Wednesdays 8am",
        "Họp 8h thứ Tư (T4)",
    ],
)
def test_a_code_of_a_hall_is_no_day(phrase: str) -> None:
    schedule = parse(phrase, Context(year=2024))
    found = {one.start for one in expand(schedule, date(2024, 1, 1), date(2024, 12, 31))}
    assert found == at(weekly(WED), "08:00")


@pytest.mark.parametrize(
    ("phrase", "months"),
    [("8h thứ Hai T12", (12,)), ("Giao ban T1: 8h thứ Hai", (1,)), ("8h thứ Hai Q1", (1, 2, 3))],
)
def test_the_same_letters_elsewhere_are_a_month_or_a_quarter(phrase: str, months: tuple[int, ...]) -> None:
    schedule = parse(phrase, Context(year=2024))
    found = {one.start for one in expand(schedule, date(2024, 1, 1), date(2024, 12, 31))}
    assert found == at([day for day in weekly(MON) if day.month in months], "08:00")
