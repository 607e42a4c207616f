"""A table as csv that a spreadsheet opens: UTF-8 with its mark, days as 2024-05-15, times as 17:45.

A spreadsheet takes a cell that begins with one of a few signs for a formula, whoever wrote it. Text is what
people entered, so such a cell gets an apostrophe before it (OWASP, CSV injection); numbers are left alone.
"""

from __future__ import annotations

import csv
import io
from datetime import date, time

from scheduler.reporting.sheet import Cell, Sheet

# Also as East Asian keyboards write them, which some spreadsheets read alike.
BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_file(sheet: Sheet) -> bytes:
    """The file: a row of heads, then the rows."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([_text(column.head) for column in sheet.columns])
    rows.writerows([[_text(cell) for cell in row] for row in sheet.rows])
    return written.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        # A space before the sign does not hide it from every spreadsheet.
        return f"'{cell}" if cell.lstrip(" ").startswith(BEGIN_FORMULAS) else cell
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
