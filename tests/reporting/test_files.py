"""Any table, written and read back by readers of others: days are days, texts are never formulas."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.reporting.csv_file import BEGIN_FORMULAS, csv_file
from scheduler.reporting.sheet import Column, Sheet
from scheduler.reporting.xlsx_file import LONGEST_CELL, xlsx_file
from tests.reporting.spreadsheet import read_xlsx

MADE = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
COLUMNS = (
    Column("Mục"), Column("Ngày", "day"), Column("Giờ", "time"), Column("Số", "number"),
    Column("Kinh phí", "money"), Column("%", "percent"),
)  # fmt: skip
ROW = ("Chuyên mục, “cải cách”\nhai dòng", date(2024, 5, 15), time(17, 45), 12, 91_596_756, Decimal("83.3"))
EMPTY = (None,) * 6


def sheet(*rows: tuple[object, ...]) -> Sheet:
    return Sheet("Ngày/Giờ", "Kế hoạch A & B", COLUMNS, rows)  # type: ignore[arg-type]


def read_csv(body: bytes) -> list[list[str]]:
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def test_cells_of_xlsx_are_real_days_times_and_numbers() -> None:
    book = read_xlsx(xlsx_file(sheet(ROW, EMPTY), MADE))
    assert book.rows[0] == ["Mục", "Ngày", "Giờ", "Số", "Kinh phí", "%"]
    assert book.rows[1] == [*ROW[:5], 83.3]
    assert book.rows[2:] in ([], [[]])
    assert book.head == "&LKế hoạch A && B"
    assert xlsx_file(sheet(ROW), MADE) == xlsx_file(sheet(ROW), MADE)


def test_cells_of_csv_are_read_as_days_everywhere() -> None:
    assert read_csv(csv_file(sheet(ROW, EMPTY)))[1:] == [
        [ROW[0], "2024-05-15", "17:45", "12", "91596756", "83.3"],
        [""] * 6,
    ]


@pytest.mark.parametrize("sign", BEGIN_FORMULAS)
def test_a_text_that_begins_like_a_formula_stays_a_text(sign: str) -> None:
    for text in (f'{sign}HYPERLINK("http://evil.example";"x")', f"  {sign}1+1"):
        assert read_csv(csv_file(sheet((text, *EMPTY[1:]))))[1][0] == f"'{text}"
        book = read_xlsx(xlsx_file(sheet((text, *EMPTY[1:])), MADE))
        assert (book.rows[1][0], book.formulas, book.links) == (text, 0, 0)


def test_addresses_and_numbers_in_text_stay_text() -> None:
    for text in ("https://example.org/a", "012", "2.10", "1e5", "TRUE", "{=1+1}"):
        book = read_xlsx(xlsx_file(sheet((text, *EMPTY[1:])), MADE))
        assert (book.rows[1][0], book.formulas, book.links) == (text, 0, 0)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    [_, row] = read_xlsx(xlsx_file(sheet(("ắ😀" * LONGEST_CELL, *EMPTY[1:])), MADE)).rows
    assert row[0].endswith("…") and len(row[0].encode("utf-16-le")) <= 2 * LONGEST_CELL


printable = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.lists(printable, max_size=5))
def test_any_text_comes_back(texts: list[str]) -> None:
    rows = [(text, *EMPTY[1:]) for text in texts]
    found = [row[0] if row else None for row in read_xlsx(xlsx_file(sheet(*rows), MADE)).rows[1:]]
    assert [text or None for text in found] == [text or None for text in texts]
    back = [row[0] for row in read_csv(csv_file(sheet(*rows)))[1:]]
    assert back == [f"'{text}" if text.lstrip(" ").startswith(BEGIN_FORMULAS) else text for text in texts]
