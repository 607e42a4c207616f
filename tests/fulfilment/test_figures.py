"""The figures of the plan of Kiên Giang in every period of both bases, nothing delivered yet."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.fulfilment.counting import item_rows
from scheduler.fulfilment.totals import totals
from scheduler.fulfilment.values import Row
from tests.fulfilment.samples import SIGNED, kien_giang, period

NAMES = ("2024-Q1", "2024-H1", "2024-9M", "2024")
# For each item the pieces due, and in brackets the windows that are open.
CALENDAR = {
    "1.1": "6 12 18 24", "1.2": "6 12 18 24", "2.1": "0 1 2 2", "2.2": "3 6 9 12", "2.3": "1 2 3 4",
    "2.4": "0 0 0 1", "2.5": "3 6 9 12", "2.6": "3 6 9 12",
    "3 articles": "9 19 29 39", "3 photos": "9 18 27 37", "4": "0 1 2 4", "5": "0 1 1 1", "6": "0 0 0 1",
}  # fmt: skip
REPORTING = {
    "1.1": "5 11 17 23", "1.2": "5 11 17 23", "2.1": "0 1 2 2", "2.2": "2 5 8 11",
    "2.3": "0(1) 1(1) 2(1) 3(1)", "2.4": "0 0 0 0(1)", "2.5": "2(1) 5(1) 8(1) 11(1)", "2.6": "2 5 8 11",
    "3 articles": "7 17 27 37", "3 photos": "7 16 26 35", "4": "0 1 2 3", "5": "0 0(1) 1 1", "6": "0 0 0 0",
}  # fmt: skip
FIGURES = {"calendar": CALENDAR, "reporting": REPORTING}
DUE = {"calendar": (22, 46, 69, 92), "reporting": (16, 39, 63, 85)}
VALUE = {
    "calendar": (93_349_189, 436_698_378, 545_047_567, 675_896_756),
    "reporting": (57_666_126, 166_015_315, 509_364_504, 602_713_693),
}


def counted(name: str, basis: str) -> list[Row]:
    when = period(name, basis)
    return [row for facts in kien_giang() for row in item_rows(facts, when, SIGNED, SIGNED)]


def label(row: Row) -> str:
    return f"3 {row.unit}" if row.item == "3" else row.item


def figure(row: Row) -> str:
    return f"{row.count.planned}({row.count.open})" if row.count.open else str(row.count.planned)


@pytest.mark.parametrize("basis", ["calendar", "reporting"])
@pytest.mark.parametrize("place", range(4))
def test_each_item_owes_what_the_plan_says(basis: str, place: int) -> None:
    found = counted(NAMES[place], basis)
    assert {label(row): figure(row) for row in found} == {
        item: figures.split()[place] for item, figures in FIGURES[basis].items()
    }


@pytest.mark.parametrize("basis", ["calendar", "reporting"])
@pytest.mark.parametrize("place", range(4))
def test_the_totals_are_of_what_is_dated(basis: str, place: int) -> None:
    found = totals(counted(NAMES[place], basis))
    assert (found.planned, found.value_due) == (DUE[basis][place], VALUE[basis][place])
    assert (found.delivered, found.value_delivered) == (0, 0)


@pytest.mark.parametrize(
    ("basis", "due", "value"), [("calendar", 23, 108_349_189), ("reporting", 24, 343_349_189)]
)
def test_the_third_quarter_is_itself(basis: str, due: int, value: int) -> None:
    found = totals(counted("2024-Q3", basis))
    assert (found.planned, found.value_due) == (due, value)


def test_all_of_the_first_quarter_lies_before_the_signature() -> None:
    assert sum(row.count.before_signature for row in counted("2024-Q1", "calendar")) == 22


def test_what_is_due_behind_the_cut_off_is_told_in_the_years_report_and_counted_in_the_next() -> None:
    year = counted("2024", "reporting")
    assert sum(row.count.after_cut_off for row in year) == 92 - 85
    assert totals(counted("2025-Q1", "reporting")).planned == 92 - 85
    assert sum(row.count.after_cut_off for row in counted("2024-9M", "reporting")) == 0
    assert sum(row.count.after_cut_off for row in counted("2024", "calendar")) == 0


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2024-Q1", "2023-12-15", "2024-03-14"),
        ("2024-H1", "2023-12-15", "2024-06-14"),
        ("2024-Q3", "2024-06-15", "2024-09-14"),
        ("2024-9M", "2023-12-15", "2024-09-14"),
        ("2024", "2023-12-15", "2024-12-14"),
    ],
)
def test_the_days_of_the_reporting_regime(name: str, first: str, last: str) -> None:
    found = period(name, "reporting")
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))
