"""A table as xlsx: real days, times and numbers in its cells, and every text written as text.

A text that looks like a formula or an address stays the text that it is: a shared string is never computed.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.reporting.sheet import Cell, Column, Kind, Sheet

LONGEST_CELL = 32_767  # characters that a cell holds
LONGEST_NAME, LONGEST_HEAD = 31, 200
_FORMATS: dict[Kind, str] = {
    "text": "@",
    "number": "0",
    "money": "#,##0",
    "percent": "0.0",
    "day": "dd/mm/yyyy",
    "time": "hh:mm",
}


def xlsx_file(sheet: Sheet, made: datetime) -> bytes:
    """The file; `made` is machine time, so that the same table made at one moment is the same file."""
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": sheet.title, "created": made.replace(tzinfo=None)})
        page = book.add_worksheet(_name(sheet.name))
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        formats = {kind: _format(book, kind) for kind in _FORMATS}
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.head, head)
        for number, row in enumerate(sheet.rows, 1):
            for place, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                _write(page, number, place, column, cell, formats)
        _lay_out(page, sheet)
    return written.getvalue()


def _write(
    page: Worksheet, row: int, place: int, column: Column, cell: Cell, formats: dict[Kind, Format]
) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        if len(cell.encode("utf-16-le")) > 2 * LONGEST_CELL:
            cell = cell.encode("utf-16-le")[: 2 * LONGEST_CELL - 2].decode("utf-16-le", "ignore") + "…"
        page.write_string(row, place, cell, formats["text"])
    elif isinstance(cell, (date, time)):
        page.write_datetime(row, place, cell, formats[column.kind])
    else:
        page.write_number(row, place, cell, formats[column.kind])


def _format(book: Workbook, kind: Kind) -> Format:
    wraps = kind == "text"
    return book.add_format({"num_format": _FORMATS[kind], "valign": "top", "text_wrap": wraps})


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    """Heads that stay, on a screen and on each sheet of paper; as wide as the paper."""
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    title = sheet.title if len(sheet.title) <= LONGEST_HEAD else sheet.title[: LONGEST_HEAD - 1] + "…"
    page.set_header("&L" + title.replace("&", "&&"))
    page.set_footer("&R&P/&N")


def _name(text: str) -> str:
    """A name that a tab may have."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in text)[:LONGEST_NAME].strip("' ") or "1"
